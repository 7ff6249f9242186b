# رابطے کے الفاظ۔ اس فولڈر کی ہر فائل میں یہی نام ہیں۔

articles = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}

## نچلی سطر

articles-shown = { $count ->
    [one] { $count } مضمون میں سے { $shown }
   *[other] { $count } مضامین میں سے { $shown }
}
filter-on = فلٹر: { $query }
bookmarks-only = صرف بک مارک
unread-only = صرف نہ پڑھے ہوئے
sort-newest = تازہ ترین پہلے
sort-oldest = قدیم ترین پہلے
sort-title = عنوان کے لحاظ سے
sort-source = ماخذ کے لحاظ سے
sort-author = مصنف کے لحاظ سے
sort-longest = طویل ترین پہلے
sort-shortest = مختصر ترین پہلے
sort-saved = آخر میں محفوظ کیے گئے پہلے
sort-best = بہترین مطابقت پہلے
loading = پڑھا جا رہا ہے …
progress-files = { $all ->
    [one] { $all } فائل میں سے { $done }
   *[other] { $all } فائلوں میں سے { $done }
}
progress-rate = { $rate ->
    [one] فی سیکنڈ { $rate } فائل
   *[other] فی سیکنڈ { $rate } فائلیں
}
progress-seconds = { $count ->
    [one] { $count } سیکنڈ باقی
   *[other] { $count } سیکنڈ باقی
}
progress-minutes = { $count ->
    [one] { $count } منٹ باقی
   *[other] { $count } منٹ باقی
}
not-read = { $count ->
    [one] { $count } فائل نہیں پڑھی گئی ({ $key })
   *[other] { $count } فائلیں نہیں پڑھی گئیں ({ $key })
}
samples = پروگرام کے نمونے
read-only = کچھ محفوظ نہیں ہوتا
unsaved = تبدیلیاں ابھی محفوظ نہیں ہوئیں
help-hint = { $key } مدد

## فہرست کے گروہ

group-heading = { $name } · { $count }
group-month = مہینے کے لحاظ سے گروہ
group-day = دن کے لحاظ سے گروہ
group-source = ماخذ کے لحاظ سے گروہ
group-author = مصنف کے لحاظ سے گروہ
group-tag = ٹیگ کے لحاظ سے گروہ
group-language = زبان کے لحاظ سے گروہ
group-folder = فولڈر کے لحاظ سے گروہ
group-format = فارمیٹ کے لحاظ سے گروہ
group-none = گروہوں کے بغیر
group-how = یہاں گروہ نہیں؛ { $key } سے بنتے ہیں
group-unknown = نامعلوم
group-untagged = بغیر ٹیگ
language = { $code ->
    [ar] عربی
    [he] عبرانی
    [fa] فارسی
    [ur] اردو
    [ckb] کردی
    [ps] پشتو
    [sd] سندھی
    [ug] ایغور
    [yi] یدش
    [en] انگریزی
    [fr] فرانسیسی
    [de] جرمن
    [es] ہسپانوی
    [tr] ترکی
    [ru] روسی
   *[other] { $code }
}

## فہرست جب خالی ہو

loading-library = لائبریری پڑھی جا رہی ہے …
empty-library = یہاں ابھی کوئی مضمون نہیں۔
empty-advice = وہاں متن، Markdown یا HTML کی فائلیں رکھیں، یا کوئی اور فولڈر چنیں:
no-file-read = یہاں کوئی فائل نہیں پڑھی جا سکی۔
key-shows-why = { $key } وجہ دکھاتا ہے۔
none-passes = کوئی مضمون فلٹر پر پورا نہیں اترتا۔
clear-or-change = { $clear } اسے ہٹاتا ہے، { $change } بدلتا ہے۔
library-files = یہ فائلیں
library-input = معیاری ان پٹ
library-samples = نمونے

## وہ فائلیں جو پڑھی نہ جا سکیں

problems = { $count ->
    [0] تمام فائلیں پڑھ لی گئیں۔
    [one] { $count } فائل نہیں پڑھی جا سکی:
   *[other] { $count } فائلیں نہیں پڑھی جا سکیں:
}
problem = { $path }: { $reason }

## جو تھوڑی دیر کے لیے کہا جاتا ہے

opening = مضمون کھل رہا ہے …
bookmarked = بک مارک لگا دیا گیا
bookmark-removed = بک مارک ہٹا دیا گیا
marked-read = پڑھا ہوا شمار کر لیا گیا
marked-unread = نہ پڑھا ہوا شمار کر لیا گیا
not-kept = { $done }، صرف باہر نکلنے تک؛ کچھ محفوظ نہیں ہوتا: { $reason }
bookmarks-not-kept = بک مارک محفوظ نہیں ہوں گے: { $reason }
not-saved = محفوظ نہیں ہوا: { $reason }
saved = { $done }، محفوظ ہو گیا
all-saved = تمام تبدیلیاں محفوظ ہو گئیں
not-refreshed = دوسری جگہ محفوظ کی گئی چیزیں پڑھی نہیں جا سکیں: { $reason }
search-failed = تلاش ناکام رہی: { $reason }
dialect-now = طرزِ نمائش: { $name }
match-at = نتیجہ { $at }، کل { $count }
no-filter = کوئی فلٹر نہیں؛ { $key } سے لگائیں
no-match = اس مضمون کے متن میں کوئی نتیجہ نہیں

## مدد: ہر حکم کلیدوں کے نقشے والے اپنے نام سے

help-title = کلیدیں
command-down = اگلا مضمون یا اگلی سطر
command-up = پچھلا مضمون یا پچھلی سطر
command-half-down = آدھا صفحہ آگے
command-half-up = آدھا صفحہ پیچھے
command-page-down = ایک صفحہ آگے
command-page-up = ایک صفحہ پیچھے
command-top = سب سے پہلے پر
command-bottom = سب سے آخری پر
command-other-pane = فہرست اور مضمون کے درمیان
command-list = فہرست پر
command-open = مضمون پڑھیں
command-alone = مضمون اکیلا یا فہرست کے ساتھ
command-back = واپس، یا فلٹر ہٹائیں
command-filter = فلٹر: الفاظ، "فقرہ"، -بغیر
command-next-match = مضمون میں اگلا نتیجہ
command-previous-match = مضمون میں پچھلا نتیجہ
command-bookmark = بک مارک لگائیں یا ہٹائیں
command-bookmarks-only = صرف بک مارک یا سب
command-unread = نہ پڑھا ہوا یا پڑھا ہوا شمار کریں
command-unread-only = صرف نہ پڑھے ہوئے یا سب
command-sort = ترتیب: تاریخ، عنوان، ماخذ، مصنف، طوالت، محفوظ ہونا؛ فلٹر ہو تو بہترین مطابقت
command-group = گروہ: مہینہ، دن، ماخذ، مصنف، ٹیگ، زبان، فولڈر، فارمیٹ؛ یا کوئی نہیں
command-fold = گروہ سمیٹنا یا کھولنا
command-fold-all = سب گروہ سمیٹنا یا کھولنا
command-next-group = اگلے گروہ پر
command-previous-group = پچھلے گروہ پر
command-marks = اعراب دکھائیں یا چھپائیں
command-dialect = اگلا طرزِ نمائش، اگر حروف غلط دکھیں
command-problems = وہ فائلیں جو پڑھی نہ جا سکیں
command-help = یہی مدد
command-redraw = اسکرین دوبارہ بنائیں
command-suspend = عارضی وقفہ؛ fg سے واپسی
command-quit = بند کریں
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
linear-word-sort = ترتیب
linear-word-groups = گروہ
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
linear-chosen = منتخب
linear-choose = چننے کے لیے نمبر بھی لکھیے: { $example }
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
    s یا «ترتیب»: فہرست کی ترتیبیں؛ g یا «گروہ»: اس کے گروہ۔ نمبر کے ساتھ فہرست اسی طرح آتی ہے: s 2۔
    ترچھی لکیر اور الفاظ: صرف وہ مضامین جن میں یہ الفاظ ہوں۔ اکیلی ترچھی لکیر: تمام مضامین۔
    ؟ یا «مدد»: یہی مدد۔ q یا «خروج»: ختم۔
## نقل اور روابط

words = { $count ->
    [one] { $count } لفظ
   *[other] { $count } الفاظ
}
copied-selection = منتخب حصہ نقل ہوا: { $size }
copied-paragraph = پیراگراف نقل ہوا: { $size }
copied-article = مضمون نقل ہوا: { $size }
copied-title = عنوان نقل ہوا: { $size }
copied-link = پتا نقل ہوا: { $address }
copied-nothing = کچھ نقل نہیں ہوا: { $reason }
copy-in-tmux = tmux کی یادداشت میں
copy-unsure = اگر ٹرمینل اجازہ دے
copy-long = شاید ٹرمینل کے لیے لمبا ہو
copy-refused = یہ ٹرمینل متن نہیں لیتا؛ wl-clipboard، xclip یا tmux سے کام بنے گا
copy-refused-afar = آپ کا ٹرمینل دور سے متن نہیں لیتا؛ Shift کے ساتھ ماؤس سے منتخب کریں
copy-nothing-open = پہلے کوئی مضمون کھولیں
link = ربط { $number } از { $count }: { $address }
link-none = اس مضمون میں کوئی ربط نہیں
link-no-address = مضمون میں نہیں لکھا کہ کہاں شائع ہوا
opening-address = { $address } کھولا جا رہا ہے
open-refused = نہیں کھولا گیا؛ صرف ویب اور ڈاک کے پتے کھلتے ہیں: { $address }
open-failed = پتا نہیں کھل سکا: { $reason }
open-no-way = یہاں اس کے لیے کوئی پروگرام نہیں؛ BROWSER میں نام دیں، یا c سے پتا نقل کریں
command-next-link = مضمون کا اگلا ربط
command-previous-link = مضمون کا پچھلا ربط
command-open-link = ربط کھولیں؛ نہ ہو تو مضمون کا پتا
command-copy-link = ربط نقل کریں؛ نہ ہو تو مضمون کا پتا
command-copy-paragraph = منتخب حصہ نقل کریں، ورنہ تلاش والا پیراگراف، ورنہ سب سے اوپر والا
command-copy-article = مضمون نقل کریں: عنوان اور متن
command-copy-title = عنوان نقل کریں

## جو صفحہ مضمون کے ساتھ کہتا ہے

notes = یادداشتیں
list-comma = { "، " }
page-tags = ٹیگ: { $tags }
page-no-text = اس مضمون کا صرف پتا محفوظ ہوا تھا، متن نہیں۔
page-no-text-advice = { $key } سے پتا کھلتا ہے۔
no-text-saved = متن محفوظ نہیں
page-encoding = { $name } کے طور پر پڑھا گیا جو اندازے سے معلوم ہوا؛ { $key } سے دوسری انکوڈنگ چنیں۔
page-encoding-chosen = { $name } کے طور پر پڑھا گیا جیسا آپ نے چنا؛ { $key } سے دوسری انکوڈنگ چنیں۔
page-member = { $file } میں { $member } سے
page-versions = { $count ->
    [one] { $places } میں بھی محفوظ ہے؛ { $key } سے دیکھیں۔
   *[other] { $places } میں بھی محفوظ ہے؛ { $key } سے اگلا نسخہ دیکھیں۔
}
page-whole = پورا صفحہ جیسا محفوظ ہوا تھا؛ { $key } سے صرف مضمون دیکھیں۔

## مضمون دکھانے کا انداز چننا

command-whole = پورا صفحہ، یا اس میں کا مضمون
command-encoding = انکوڈنگ چنیں، اگر حروف غلط دکھائی دیں
command-version = مضمون کا اگلا محفوظ نسخہ
whole-page = پورا صفحہ
article-alone = صرف مضمون
version-now = نسخہ { $number } از { $count }: { $place }
version-only = یہ مضمون ایک ہی بار محفوظ ہے
encoding-menu = انکوڈنگ: { $keep } سے برقرار، { $back } سے واپس
encoding-found = جیسا معلوم ہوا
encoding-now = خروج تک { $name } کے طور پر پڑھا جائے گا
encoding-found-now = { $name } کے طور پر پڑھا جاتا ہے، جیسا معلوم ہوا
script-all = تمام رسم الخط (یونیکوڈ)
script-arabic = عربی، فارسی، اردو
script-hebrew = عبرانی، یدش
script-hebrew-visual = عبرانی، بائیں سے دائیں
script-western = مغربی یورپ
script-turkish = ترکی
script-central = وسطی یورپ
script-cyrillic = سیریلک
script-greek = یونانی
script-chinese = چینی
script-japanese = جاپانی
script-korean = کوریائی

## فائلیں کیوں نہیں پڑھی گئیں

problem-group = { $reason } ({ $count })
reason-empty = فائل خالی ہے
reason-binary = متن نہیں بلکہ { $detail }
reason-no-article = اس میں کوئی مضمون نہیں: { $detail }
reason-damaged = خراب: { $detail }
reason-locked = پاس ورڈ سے بند ہے؛ پہلے اسے کھولیں
reason-too-large = حد سے بڑی: { $detail } سے زیادہ
reason-other = { $detail }
reason-missing = ایسی کوئی فائل یا فولڈر نہیں
reason-forbidden = اسے پڑھنے کی اجازت نہیں
reason-not-regular = عام فائل نہیں
reason-dead-link = ایسا لنک جو کہیں نہیں جاتا
reason-outside-link = ایسا لنک جو کتب خانے سے باہر جاتا ہے
reason-folder-link = فولڈر کا لنک، جس پر نہیں چلا جاتا
reason-link-loop = لنک جو چکر میں گھومتے ہیں
reason-folder-loop = فولڈر جو اپنے ہی اندر لگا ہوا ہے
reason-too-deep = حد سے گہرے تہ بہ تہ فولڈر
reason-gone = مضمون اب اس فائل میں نہیں
reason-failed = پروگرام اس فائل پر ناکام رہا؛ براہِ کرم اطلاع دیں
kind-image = ایک تصویر
kind-recording = ایک آڈیو ریکارڈنگ
kind-video = ایک ویڈیو
kind-pdf = ایک PDF دستاویز؛ pdftotext سے اس کا متن نکلتا ہے
kind-document = ایک دفتری دستاویز؛ اسے متن یا HTML میں محفوظ کریں
kind-book = ایسی شکل کی کتاب جو پڑھی نہیں جاتی
kind-archive = ایک آرکائیو؛ پہلے اسے کھولیں
kind-data = ڈیٹا
kind-database = ایک ڈیٹابیس
kind-program = ایک پروگرام
kind-font = ایک فونٹ
lacks-text = اس میں متن نہیں
lacks-header = اس میں newsboat کا سرنامہ نہیں
reason-too-long = پڑھنے کے لیے بہت بڑا: { $detail }
reason-too-slow = پڑھنے میں بہت دیر لگتی ہے؛ زیادہ سے زیادہ اس کے الفاظ دکھائے جاتے ہیں
lacks-fields = نہ سرخی ہے نہ متن
lacks-links = فہرست خالی ہے
kind-feeds = فیڈز کی فہرست؛ فیڈ ریڈر ان کا سبسکرائب کرتا ہے
limit-unpacked = کھلنے پر یہ ہر مضمون سے بڑا ہے
limit-count = اس کے حصے حد سے زیادہ ہیں
limit-nested = بہت گہرائی تک تہ در تہ ہے؛ باہر کے آرکائیو کھول لیں
archive-outside = اس کا نام آرکائیو سے باہر لے جاتا ہے
archive-link = لنک، جس پر آرکائیو میں نہیں چلا جاتا
archive-packed = ایسے طریقے سے بند ہے جو یہاں نہیں پڑھا جاتا؛ پہلے آرکائیو کھول لیں
archive-cut = آرکائیو اسی میں کٹ جاتا ہے؛ دوبارہ نقل یا ڈاؤن لوڈ کریں
archive-list = اس کی فہرست غائب یا خراب ہے؛ دوبارہ نقل یا ڈاؤن لوڈ کریں
archive-empty = آرکائیو خالی ہے، یا اس میں صرف صفحوں کے ٹکڑے ہیں
book-locked = فروخت کنندہ کی مقفل کی ہوئی کتاب؛ صرف اسی کے پروگرام اسے کھولتے ہیں
book-incomplete = کتاب کا ایک حصہ غائب ہے

## Notes, tags, marked passages

note-prompt = نوٹ:
passage-note-prompt = اقتباس پر نوٹ:
tags-prompt = ٹیگ:
note-saved = نوٹ محفوظ ہو گیا
note-removed = نوٹ ہٹا دیا گیا
tags-saved = ٹیگ محفوظ ہو گئے
passage-marked = اقتباس نشان زد ہو گیا
passage-unmarked = اقتباس کا نشان ہٹا دیا گیا
passage-noted = اس اقتباس پر نوٹ ہے؛ نوٹ ہٹانے سے نشان بھی ہٹ جائے گا
passage-none = نشان لگانے کو کچھ نہیں: پہلے کوئی مضمون کھولیں
adopt-offer = کیا یہ وہی مضمون ہے جسے آپ نے ”{ $title }“ کے نام سے نشان زد کیا تھا؟ ہاں کے لیے { $key } دبائیں۔
adopted = اس کے نشان اب اس مضمون کے ہیں
adopt-none = اس مضمون کے بارے میں کچھ نہیں پوچھا گیا
command-note = نوٹ لکھیں: منتخب متن پر، ورنہ مضمون پر
command-tags = ٹیگ، کاما سے الگ
command-highlight = منتخب متن، ورنہ پیراگراف نشان زد کریں؛ دوبارہ: نشان ہٹائیں
command-adopt = یہ وہی مضمون ہے جس کے بارے میں پوچھا گیا
