# رابطے کے الفاظ۔ اس فولڈر کی ہر فائل میں یہی نام ہیں۔

articles = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}

## ٹرمینل کی جانچ

self-test-sample = نمونہ { $number } از { $count }
self-test-question = کون سا نمونہ درست پڑھا جاتا ہے؟ اس کا نمبر دبائیے، { 1 } سے { $count } تک؛ کوئی درست نہ ہو تو { 0 }۔
self-test-keys = اسپیس سے اگلا نمونہ آتا ہے، Backspace سے پچھلا، اور Esc سب کچھ جوں کا توں چھوڑ دیتا ہے۔

## سطر بہ سطر پڑھنا

linear-word-more = مزید
linear-word-next = اگلا
linear-word-previous = پچھلا
linear-word-first = شروع
linear-word-bookmark = نشان
linear-word-unread = ان-پڑھا
linear-word-list = فہرست
linear-word-links = روابط
linear-word-help = مدد
linear-word-quit = خروج
linear-samples = یہ پروگرام کے ساتھ آنے والے نمونے ہیں۔ اپنے مضامین پڑھنے کے لیے کسی فولڈر کا نام دیجیے۔
linear-comma = { "، " }
linear-unread = پڑھا نہیں گیا
linear-bookmarked = نشان لگا ہوا
linear-progress = { $percent }% پڑھا گیا
linear-heading = سرخی:
linear-picture = تصویر:
linear-more-articles = { $count ->
    [one] ایک اور مضمون: Enter دبائیے۔
   *[other] { $count } اور مضامین: Enter دبائیے۔
}
linear-no-article = کوئی مضمون چھلنی سے نہیں گزرتا۔ اکیلی ترچھی لکیر اسے ہٹا دیتی ہے۔
linear-list-end = فہرست ختم۔ نمبر سے مضمون کھلتا ہے، l سے فہرست دوبارہ آتی ہے۔
linear-no-such-article = اس نمبر کا کوئی مضمون نہیں۔
linear-going-on = وہیں سے جہاں آپ رکے تھے، { $percent }% پر۔ لفظ «شروع» مضمون کے آغاز پر لے جاتا ہے۔
linear-read-so-far = { $percent }% پڑھا گیا۔ آگے کے لیے Enter دبائیے۔
linear-article-end = مضمون ختم۔ l سے فہرست پر واپسی، n سے اگلا مضمون۔
linear-no-link = ایسا کوئی رابطہ نہیں۔
linear-which = کون سا مضمون؟ اس کا نمبر بھی لکھیے۔
linear-bookmark-set = نشان لگا دیا گیا۔
linear-bookmark-removed = نشان ہٹا دیا گیا۔
linear-marked-read = مضمون پڑھا ہوا شمار ہوگا۔
linear-marked-unread = مضمون بغیر پڑھا شمار ہوگا۔
linear-not-kept = اس نشست کے بعد کچھ محفوظ نہیں رہے گا: { $reason }
linear-unknown = یہ حکم معلوم نہیں۔ سوالیہ نشان سے احکام دکھائی دیتے ہیں۔
linear-help =
    نمبر سے وہ مضمون کھلتا ہے؛ مضمون کے اندر نمبر سے اس رابطے کا پتا ملتا ہے۔
    Enter یا m یا «مزید»: فہرست یا مضمون کا اگلا صفحہ۔
    n یا «اگلا»، p یا «پچھلا»: اگلا مضمون، پچھلا مضمون۔
    f یا «شروع»: مضمون یا فہرست شروع سے۔
    l یا «فہرست»: فہرست پر واپسی۔
    b یا «نشان»: نشان لگانا یا ہٹانا؛ u یا «ان-پڑھا»: مضمون کو بغیر پڑھا یا پڑھا ہوا شمار کرنا۔ فہرست میں نمبر کے ساتھ: b 3۔
    links یا «روابط»: مضمون کے تمام روابط کے پتے۔
    ترچھی لکیر اور الفاظ: صرف وہ مضامین جن میں یہ الفاظ ہوں۔ اکیلی ترچھی لکیر: تمام مضامین۔
    ؟ یا «مدد»: یہی مدد۔ q یا «خروج»: ختم۔
## کون سا ٹرمینل (doctor)

doctor-marks = اعراب
doctor-marks-show = اعراب دکھائے جاتے ہیں
doctor-marks-hide = اعراب چھپے ہیں: اس ٹرمینل میں وہ حروف بگاڑ دیتے ہیں
doctor-clipboard = کلپ بورڈ
doctor-clipboard-takes = نقل کیا ہوا متن کلپ بورڈ تک پہنچتا ہے
doctor-clipboard-refuses = نقل کیا ہوا متن کلپ بورڈ تک نہیں پہنچتا، جب تک آپ ٹرمینل میں اجازت نہ دیں
doctor-clipboard-unknown = معلوم نہیں کہ نقل کیا ہوا متن کلپ بورڈ تک پہنچتا ہے یا نہیں
doctor-passage = راستہ
doctor-passage-direct = کنٹرول کے سلسلے سیدھے ٹرمینل تک جاتے ہیں
doctor-passage-wrapped = کنٹرول کے سلسلے لفافے میں ملٹی پلیکسر سے ہو کر جاتے ہیں
doctor-entering = داخلہ
doctor-leaving = واپسی
doctor-choices = انتخاب
