# كلمات الواجهة. في كل ملفّ من هذا المجلّد الأسماء نفسها.

articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}

## أيّ طرفية (doctor)

doctor-marks = التشكيل
doctor-marks-show = يظهر التشكيل
doctor-marks-hide = التشكيل مخفيّ لأنه يُفسد الحروف في هذه الطرفية
doctor-clipboard = الحافظة
doctor-clipboard-takes = ما يُنسخ يصل إلى الحافظة
doctor-clipboard-refuses = ما يُنسخ لا يصل إلى الحافظة إلا إذا سمحتَ بذلك في الطرفية
doctor-clipboard-unknown = لا يُعرف هل يصل ما يُنسخ إلى الحافظة
doctor-passage = المسار
doctor-passage-direct = تذهب سلاسل التحكّم إلى الطرفية مباشرة
doctor-passage-wrapped = تمرّ سلاسل التحكّم مغلّفةً عبر مُعدِّد الطرفيات
doctor-entering = الدخول
doctor-leaving = الخروج
doctor-choices = الاختيارات
## السطر الأسفل

articles-shown = { $count ->
    [zero] { $shown } من لا مقالات
    [one] { $shown } من مقال واحد
    [two] { $shown } من مقالين
    [few] { $shown } من { $count } مقالات
    [many] { $shown } من { $count } مقالًا
   *[other] { $shown } من { $count } مقال
}
filter-on = التصفية: { $query }
bookmarks-only = الإشارات المرجعية فقط
unread-only = غير المقروءة فقط
sort-newest = الأحدث أولًا
sort-oldest = الأقدم أولًا
sort-title = بحسب العنوان
sort-source = بحسب المصدر
loading = جارٍ التحميل …
not-read = { $count ->
    [zero] قُرئت كل الملفات ({ $key })
    [one] لم يُقرأ ملف واحد ({ $key })
    [two] لم يُقرأ ملفان ({ $key })
    [few] لم تُقرأ { $count } ملفات ({ $key })
    [many] لم يُقرأ { $count } ملفًا ({ $key })
   *[other] لم يُقرأ { $count } ملف ({ $key })
}
samples = نماذج مرفقة
read-only = لا يُحفظ شيء
help-hint = { $key } مساعدة

## القائمة حين لا شيء فيها

loading-library = تُقرأ المكتبة …
empty-library = لا مقالات هنا بعد.
empty-advice = ضع هناك ملفات نصّية أو Markdown أو HTML، أو اختر مجلدًا آخر:
no-file-read = تعذّرت قراءة كل الملفات هنا.
key-shows-why = المفتاح { $key } يبيّن السبب.
none-passes = لا مقال يوافق التصفية.
clear-or-change = يلغيها { $clear } ويغيّرها { $change }.
library-files = هذه الملفات
library-input = الدخل القياسي
library-samples = النماذج

## ملفات تعذّرت قراءتها

problems = { $count ->
    [zero] قُرئت جميع الملفات.
    [one] تعذّرت قراءة ملف واحد:
    [two] تعذّرت قراءة ملفين:
    [few] تعذّرت قراءة { $count } ملفات:
    [many] تعذّرت قراءة { $count } ملفًا:
   *[other] تعذّرت قراءة { $count } ملف:
}
problem = { $path }: { $reason }

## ما يُقال برهة

opening = يُفتح المقال …
bookmarked = وُضعت إشارة مرجعية
bookmark-removed = أُزيلت الإشارة المرجعية
marked-read = صار المقال مقروءًا
marked-unread = صار المقال غير مقروء
not-kept = { $done } حتى الخروج فقط؛ لا يُحفظ شيء: { $reason }
bookmarks-not-kept = لن تُحفظ الإشارات المرجعية: { $reason }
not-saved = لم يُحفظ: { $reason }
dialect-now = طريقة العرض: { $name }
match-at = الموضع { $at } من { $count }
no-filter = لا تصفية الآن؛ يبدؤها المفتاح { $key }
no-match = لا موضع في نصّ هذا المقال

## المساعدة: كل أمر باسمه في خريطة المفاتيح

help-title = المفاتيح
command-down = المقال التالي أو السطر التالي
command-up = المقال السابق أو السطر السابق
command-half-down = نصف صفحة إلى الأمام
command-half-up = نصف صفحة إلى الوراء
command-page-down = صفحة إلى الأمام
command-page-up = صفحة إلى الوراء
command-top = إلى الأول
command-bottom = إلى الأخير
command-other-pane = بين القائمة والمقال
command-list = إلى القائمة
command-open = قراءة المقال
command-alone = المقال وحده أو إلى جانب القائمة
command-back = رجوع، أو إلغاء التصفية
command-filter = تصفية: كلمات، "عبارة"، -استثناء
command-next-match = الموضع التالي في المقال
command-previous-match = الموضع السابق في المقال
command-bookmark = وضع إشارة مرجعية أو إزالتها
command-bookmarks-only = الإشارات المرجعية فقط أو الكل
command-unread = جعله غير مقروء أو مقروءًا
command-unread-only = غير المقروءة فقط أو الكل
command-sort = الترتيب: الأحدث، الأقدم، العنوان، المصدر
command-marks = إظهار الحركات أو إخفاؤها
command-dialect = طريقة العرض التالية إن بدت الحروف خطأً
command-problems = الملفات التي تعذّرت قراءتها
command-help = هذه المساعدة
command-redraw = إعادة رسم الشاشة
command-suspend = إيقاف مؤقت، والعودة بالأمر fg
command-quit = خروج
