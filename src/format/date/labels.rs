//! The words that papers put before a date: that it is the day of publication, or of the last
//! change. They are taken off; which of the two it is, is for those to tell who look for dates.

use std::sync::LazyLock;

use super::token;

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "published published-on published-at first-published first-published-on date-published publication-date \
     posted posted-on posted-at updated updated-on updated-at last-updated last-updated-on last-update \
     modified last-modified last-modified-on date on",
    "publié-le publié publié-à publication mis-à-jour-le mise-à-jour dernière-mise-à-jour dernière-mise-à-jour-le \
     modifié-le créé-le le",
    "stand veröffentlicht-am veröffentlicht aktualisiert-am aktualisiert zuletzt-aktualisiert zuletzt-aktualisiert-am \
     erschienen-am datum publicado publicado-el actualizado actualizado-el fecha",
    "yayınlanma yayınlanma-tarihi yayın-tarihi güncelleme güncelleme-tarihi güncellenme son-güncelleme \
     son-güncellenme giriş giriş-tarihi oluşturulma-tarihi eklenme-tarihi tarih опубликовано обновлено дата",
    "آخر-تحديث تحديث آخر-تحديث-في تم-التحديث تم-التحديث-في تاريخ-التحديث حدث-في نشر نشر-في نشرت-في نشر-بتاريخ نشر-يوم \
     تم-النشر تم-النشر-في تاريخ-النشر تاريخ-نشر-الخبر النشر كتب-في كتب-بتاريخ أضيف-في أضيف-بتاريخ حرر-في حرر-بتاريخ \
     أنشئ-في صدر-في التاريخ تاريخ",
    "تاریخ-انتشار تاریخ-انتشار-خبر زمان-انتشار انتشار منتشر-شده-در تاریخ-خبر تاریخ-درج به‌روزرسانی به-روز-رسانی \
     بروزرسانی به-روزرسانی آخرین-به‌روزرسانی آخرین-بروزرسانی آخرین-به-روز-رسانی به-روز-شده-در به‌روز-شده-در آخرین-تغییر",
    "شائع-شدہ شائع تاریخ-اشاعت وقت-اشاعت اشاعت اپ-ڈیٹ آخری-اپ-ڈیٹ اپڈیٹ آخری-اپڈیٹ تازہ-ترین-اپ-ڈیٹ",
    "بەروار بڵاوکراوەتەوە-لە بڵاوکرایەوە دواین-نوێکردنەوە نوێکراوەتەوە خپور-شوی د-خپرېدو-نېټه وروستی-تازه",
    "פורסם פורסם-ב פורסם-בתאריך פורסם-ביום פורסם-לראשונה עודכן עודכן-ב עודכן-לאחרונה עודכן-בתאריך עדכון-אחרון \
     תאריך תאריך-פרסום תאריך-עדכון נוצר-בתאריך נכתב-בתאריך",
];

/// Folded, the longest first, so that no label hides the rest of another.
static LABELS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let labels = WORDS.iter().flat_map(|words| words.split_whitespace());
    let mut labels: Vec<String> =
        labels.map(|label| token::fold(&label.replace('-', " "))).collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    labels
});

/// A folded text without the label that it begins with.
pub(super) fn strip(folded: &str) -> &str {
    let text = folded.trim_start();
    let rest = LABELS.iter().find_map(|label| {
        let rest = text.strip_prefix(label.as_str())?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
    });
    rest.map_or(text, |rest| rest.trim_start_matches([' ', ':', '-', '|', '.', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_taken_off_whole_or_not_at_all() {
        let strip = |text| strip(&token::fold(text)).to_owned();
        assert_eq!(strip("Last updated: 23 March"), "23 march");
        assert_eq!(strip("آخر تحديث : ٢٣"), "23");
        assert_eq!(strip("Dated 23 March"), "dated 23 march");
        assert_eq!(strip("23 March"), "23 march");
    }
}
