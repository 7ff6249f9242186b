# واژه‌های رابط کاربری. همهٔ پرونده‌های این پوشه همین نام‌ها را دارند.

articles = { $count } مقاله

## سطر پایین

articles-shown = { $shown } از { $count } مقاله
filter-on = پالایه: { $query }
bookmarks-only = فقط نشانک‌ها
unread-only = فقط نخوانده‌ها
sort-newest = تازه‌ترین‌ها نخست
sort-oldest = کهن‌ترین‌ها نخست
sort-title = بر پایهٔ عنوان
sort-source = بر پایهٔ منبع
sort-author = بر پایهٔ نویسنده
sort-longest = بلندترین‌ها نخست
sort-shortest = کوتاه‌ترین‌ها نخست
sort-saved = تازه‌ذخیره‌شده‌ها نخست
sort-best = نزدیک‌ترین‌ها نخست
loading = در حال خواندن …
progress-files = { $done } از { $all } پرونده
progress-rate = { $rate } پرونده در ثانیه
progress-seconds = { $count } ثانیه مانده
progress-minutes = { $count } دقیقه مانده
not-read = { $count } پرونده خوانده نشد ({ $key })
samples = نمونه‌های همراه برنامه
read-only = چیزی ذخیره نمی‌شود
unsaved = تغییرات هنوز ذخیره نشده
help-hint = { $key } راهنما

## گروه‌های فهرست

group-heading = { $name } · { $count }
group-month = گروه‌ها بر پایهٔ ماه
group-day = گروه‌ها بر پایهٔ روز
group-source = گروه‌ها بر پایهٔ منبع
group-author = گروه‌ها بر پایهٔ نویسنده
group-tag = گروه‌ها بر پایهٔ برچسب
group-language = گروه‌ها بر پایهٔ زبان
group-folder = گروه‌ها بر پایهٔ پوشه
group-format = گروه‌ها بر پایهٔ قالب
group-none = بدون گروه
group-how = این‌جا گروهی نیست؛ کلید { $key } گروه می‌سازد
group-unknown = نامعلوم
group-untagged = بدون برچسب
language = { $code ->
    [ar] عربی
    [he] عبری
    [fa] فارسی
    [ur] اردو
    [ckb] کردی
    [ps] پشتو
    [sd] سندی
    [ug] اویغوری
    [yi] ییدیش
    [en] انگلیسی
    [fr] فرانسوی
    [de] آلمانی
    [es] اسپانیایی
    [tr] ترکی
    [ru] روسی
   *[other] { $code }
}

## فهرست، هنگامی که چیزی در آن نیست

loading-library = کتابخانه خوانده می‌شود …
empty-library = هنوز مقاله‌ای اینجا نیست.
empty-advice = پرونده‌های متنی، Markdown یا HTML در آن بگذارید، یا پوشهٔ دیگری برگزینید:
no-file-read = هیچ پرونده‌ای اینجا خوانده نشد.
key-shows-why = کلید { $key } دلیل را نشان می‌دهد.
none-passes = هیچ مقاله‌ای از پالایه نگذشت.
clear-or-change = { $clear } پاکش می‌کند، { $change } تغییرش می‌دهد.
library-files = این پرونده‌ها
library-input = ورودی استاندارد
library-samples = نمونه‌ها

## پرونده‌هایی که خوانده نشدند

problems = { $count ->
    [0] همهٔ پرونده‌ها خوانده شدند.
   *[other] { $count } پرونده خوانده نشد:
}

## کدام پایانه (doctor)

problem = { $path }: { $reason }

## آنچه کوتاه‌زمانی گفته می‌شود

opening = مقاله باز می‌شود …
bookmarked = نشانک گذاشته شد
bookmark-removed = نشانک برداشته شد
marked-read = خوانده‌شده به شمار آمد
marked-unread = نخوانده به شمار آمد
not-kept = { $done }، تنها تا هنگام خروج؛ چیزی ذخیره نمی‌شود: { $reason }
bookmarks-not-kept = نشانک‌ها ذخیره نخواهند شد: { $reason }
not-saved = ذخیره نشد: { $reason }
saved = { $done }؛ ذخیره شد
all-saved = همهٔ تغییرات ذخیره شد
not-refreshed = آنچه جای دیگر ذخیره شده خوانده نمی‌شود: { $reason }
search-failed = جست‌وجو ناکام ماند: { $reason }
dialect-now = شیوهٔ نمایش: { $name }
match-at = مورد { $at } از { $count }
no-filter = پالایه‌ای نیست؛ کلید { $key } یکی می‌سازد
no-match = در متن این مقاله موردی نیست

## راهنما: هر فرمان با نامش در نقشهٔ کلیدها

help-title = کلیدها
command-down = مقالهٔ بعدی یا سطر بعدی
command-up = مقالهٔ قبلی یا سطر قبلی
command-half-down = نیم صفحه جلوتر
command-half-up = نیم صفحه عقب‌تر
command-page-down = یک صفحه جلوتر
command-page-up = یک صفحه عقب‌تر
command-top = به نخستین
command-bottom = به آخرین
command-other-pane = میان فهرست و مقاله
command-list = به فهرست
command-open = خواندن مقاله
command-alone = مقاله به‌تنهایی یا کنار فهرست
command-back = بازگشت، یا برداشتن پالایه
command-filter = پالایه: واژه‌ها، "عبارت"، -بدون
command-next-match = مورد بعدی در مقاله
command-previous-match = مورد قبلی در مقاله
command-bookmark = گذاشتن یا برداشتن نشانک
command-bookmarks-only = فقط نشانک‌ها یا همه
command-unread = نخوانده یا خوانده به شمار آوردن
command-unread-only = فقط نخوانده‌ها یا همه
command-sort = ترتیب: تاریخ، عنوان، منبع، نویسنده، طول، ذخیره؛ هنگام پالایش، نزدیک‌ترین
command-group = گروه‌ها: ماه، روز، منبع، نویسنده، برچسب، زبان، پوشه، قالب؛ یا بدون گروه
command-fold = بستن گروه یا باز کردن آن
command-fold-all = بستن همهٔ گروه‌ها یا باز کردن آن‌ها
command-next-group = به گروه بعدی
command-previous-group = به گروه قبلی
command-marks = نمایش یا پنهان کردن اِعراب
command-dialect = شیوهٔ نمایش بعدی، اگر حرف‌ها نادرست‌اند
command-problems = پرونده‌هایی که خوانده نشدند
command-help = همین راهنما
command-redraw = کشیدن دوبارهٔ صفحه
command-suspend = وقفه؛ بازگشت با فرمان fg
command-quit = خروج
## آزمون پایانه

self-test-sample = نمونهٔ { $number } از { $count }
self-test-question = کدام نمونه درست خوانده می‌شود؟ شماره‌اش را بزنید، { 1 } تا { $count }؛ اگر هیچ‌کدام درست نیست، { 0 }.
self-test-keys = کلید فاصله نمونهٔ بعدی را نشان می‌دهد، Backspace قبلی را، و Esc همه چیز را همان‌طور که هست می‌گذارد.

## خواندن سطر به سطر

linear-word-more = بیشتر
linear-word-next = بعدی
linear-word-previous = قبلی
linear-word-first = آغاز
linear-word-bookmark = نشانک
linear-word-unread = نخوانده
linear-word-list = فهرست
linear-word-links = پیوندها
linear-word-sort = ترتیب
linear-word-groups = گروه‌ها
linear-word-help = راهنما
linear-word-quit = خروج
linear-samples = این‌ها مقاله‌های نمونهٔ برنامه‌اند. برای خواندن مقاله‌های خود پوشه‌ای را نام ببرید.
linear-comma = { "، " }
linear-unread = نخوانده
linear-bookmarked = نشانک‌دار
linear-progress = { $percent }٪ خوانده شده
linear-heading = عنوان:
linear-picture = تصویر:
linear-more-articles = { $count ->
    [one] { $count } مقالهٔ دیگر: Enter را بزنید.
   *[other] { $count } مقالهٔ دیگر: Enter را بزنید.
}
linear-no-article = هیچ مقاله‌ای از پالایه نمی‌گذرد. خط کج تنها آن را پاک می‌کند.
linear-list-end = پایان فهرست. شماره مقاله را باز می‌کند و l فهرست را از نو نشان می‌دهد.
linear-no-such-article = مقاله‌ای با این شماره نیست.
linear-going-on = از همان‌جا که مانده بودید، { $percent }٪. واژهٔ «آغاز» به اول مقاله برمی‌گردد.
linear-read-so-far = { $percent }٪ خوانده شد. برای ادامه Enter را بزنید.
linear-article-end = پایان مقاله. l به فهرست برمی‌گردد و n به مقالهٔ بعدی می‌رود.
linear-no-link = چنین پیوندی نیست.
linear-which = کدام مقاله؟ شماره‌اش را بیفزایید.
linear-chosen = برگزیده
linear-choose = برای گزینش شماره را بیفزایید: { $example }
linear-bookmark-set = نشانک گذاشته شد.
linear-bookmark-removed = نشانک برداشته شد.
linear-marked-read = مقاله خوانده‌شده شد.
linear-marked-unread = مقاله نخوانده شد.
linear-not-kept = پس از این نشست چیزی نگه داشته نمی‌شود: { $reason }
linear-unknown = این فرمان شناخته نیست. علامت سؤال فرمان‌ها را نشان می‌دهد.
linear-help =
    شماره مقاله‌ای را که آن شماره را دارد باز می‌کند؛ درون مقاله نشانی پیوند را می‌دهد.
    Enter یا m یا «بیشتر»: صفحهٔ بعدی فهرست یا مقاله.
    n یا «بعدی»، p یا «قبلی»: مقالهٔ بعدی، مقالهٔ قبلی.
    f یا «آغاز»: مقاله یا فهرست از آغاز.
    l یا «فهرست»: بازگشت به فهرست.
    b یا «نشانک»: گذاشتن یا برداشتن نشانک؛ u یا «نخوانده»: نخوانده یا خوانده کردن مقاله. در فهرست همراه با شماره: b 3.
    links یا «پیوندها»: نشانی همهٔ پیوندهای مقاله.
    s یا «ترتیب»: ترتیب‌های فهرست؛ g یا «گروه‌ها»: گروه‌های آن. همراه با شماره، فهرست به همان گونه می‌آید: s 2.
    خط کج و چند واژه: تنها مقاله‌هایی که این واژه‌ها را دارند. خط کج تنها: همهٔ مقاله‌ها.
    ؟ یا «راهنما»: همین راهنما. q یا «خروج»: پایان.
## رونوشت و پیوندها

words = { $count ->
    [one] { $count } واژه
   *[other] { $count } واژه
}
copied-selection = بخش برگزیده رونوشت شد: { $size }
copied-paragraph = بند رونوشت شد: { $size }
copied-article = مقاله رونوشت شد: { $size }
copied-title = عنوان رونوشت شد: { $size }
copied-link = نشانی رونوشت شد: { $address }
copied-nothing = چیزی رونوشت نشد: { $reason }
copy-in-tmux = در حافظهٔ tmux
copy-unsure = اگر پایانه بگذارد
copy-long = شاید برای پایانه بلند باشد
copy-refused = این پایانه متن نمی‌پذیرد؛ wl-clipboard یا xclip یا tmux چاره است
copy-refused-afar = پایانهٔ شما از راه دور متن نمی‌پذیرد؛ با Shift و موش متن را برگزینید
copy-nothing-open = نخست مقاله‌ای باز کنید
link = پیوند { $number } از { $count }: { $address }
link-none = در این مقاله پیوندی نیست
link-no-address = مقاله نمی‌گوید کجا منتشر شده است
opening-address = { $address } باز می‌شود
open-refused = باز نشد؛ تنها نشانی‌های وب و رایانامه باز می‌شوند: { $address }
open-failed = نشانی باز نشد: { $reason }
open-no-way = اینجا برنامه‌ای برای آن نیست؛ نامش را در BROWSER بگذارید، یا با c نشانی را رونوشت کنید
command-next-link = پیوند بعدی مقاله
command-previous-link = پیوند پیشین مقاله
command-open-link = باز کردن پیوند؛ اگر نباشد، نشانی مقاله
command-copy-link = رونوشت پیوند؛ اگر نباشد، نشانی مقاله
command-copy-paragraph = رونوشت بخش برگزیده، وگرنه بندِ یافته، وگرنه بند بالا
command-copy-article = رونوشت مقاله: عنوان و متن
command-copy-title = رونوشت عنوان

## آنچه صفحه در کنار مقاله می‌گوید

notes = یادداشت‌ها
list-comma = { "، " }
page-tags = برچسب‌ها: { $tags }
page-no-text = از این مقاله تنها نشانی‌اش ذخیره شده است، نه متنش.
page-no-text-advice = { $key } نشانی را باز می‌کند.
no-text-saved = متن ذخیره نشده
page-encoding = با رمزگذاری { $name } خوانده شد که حدس زده شده است؛ { $key } رمزگذاری دیگری برمی‌گزیند.
page-encoding-chosen = با رمزگذاری { $name } خوانده شد که شما برگزیدید؛ { $key } رمزگذاری دیگری برمی‌گزیند.
page-member = از { $member } در { $file }
page-versions = { $count ->
    [one] در { $places } نیز ذخیره شده است؛ { $key } آن را نشان می‌دهد.
   *[other] در { $places } نیز ذخیره شده است؛ { $key } نسخهٔ بعدی را نشان می‌دهد.
}
page-whole = همهٔ صفحه، چنان‌که ذخیره شده است؛ { $key } تنها مقاله را نشان می‌دهد.

## گزینش شیوهٔ نمایش مقاله

command-whole = همهٔ صفحه، یا مقاله‌ای که در آن است
command-encoding = گزینش رمزگذاری، اگر حرف‌ها نادرست‌اند
command-version = نسخهٔ ذخیره‌شدهٔ بعدی مقاله
whole-page = همهٔ صفحه
article-alone = تنها مقاله
version-now = نسخهٔ { $number } از { $count }: { $place }
version-only = این مقاله تنها یک بار ذخیره شده است
encoding-menu = رمزگذاری: { $keep } نگه می‌دارد، { $back } برمی‌گرداند
encoding-found = چنان‌که یافته شد
encoding-now = تا پایان کار با { $name } خوانده می‌شود
encoding-found-now = با { $name } خوانده می‌شود، چنان‌که یافته شد
script-all = همهٔ خط‌ها (یونیکد)
script-arabic = عربی، فارسی، اردو
script-hebrew = عبری، ییدیش
script-hebrew-visual = عبریِ چپ‌به‌راست
script-western = اروپای غربی
script-turkish = ترکی
script-central = اروپای مرکزی
script-cyrillic = سیریلیک
script-greek = یونانی
script-chinese = چینی
script-japanese = ژاپنی
script-korean = کره‌ای

## چرا پرونده‌ها خوانده نشدند

problem-group = { $reason } ({ $count })
reason-empty = پرونده خالی است
reason-binary = متن نیست، بلکه { $detail } است
reason-no-article = مقاله‌ای در آن نیست: { $detail }
reason-damaged = آسیب‌دیده: { $detail }
reason-locked = گذرواژه دارد؛ نخست بازش کنید
reason-too-large = بزرگ‌تر از اندازه: بیش از { $detail }
reason-other = { $detail }
reason-missing = چنین پرونده یا پوشه‌ای نیست
reason-forbidden = اجازهٔ خواندنش نیست
reason-not-regular = پروندهٔ معمولی نیست
reason-dead-link = پیوندی که به جایی نمی‌رسد
reason-outside-link = پیوندی که به بیرون از کتابخانه می‌رود
reason-folder-link = پیوند به یک پوشه، که دنبال نمی‌شود
reason-link-loop = پیوندهایی که دور می‌زنند
reason-folder-loop = پوشه‌ای که درون خودش سوار شده است
reason-too-deep = پوشه‌های تودرتو، ژرف‌تر از آنچه دنبال می‌شود
reason-gone = مقاله دیگر در این پرونده نیست
reason-failed = برنامه در این پرونده درماند؛ خواهشمندیم گزارش کنید
kind-image = یک تصویر
kind-recording = یک صدای ضبط‌شده
kind-video = یک ویدیو
kind-pdf = یک سند PDF (که pdftotext متنش را بیرون می‌کشد)
kind-document = یک سند اداری (که باید به متن یا HTML ذخیره شود)
kind-book = کتابی در قالبی ناخواندنی
kind-archive = یک بایگانی (که نخست باید باز شود)
kind-data = داده
kind-database = یک پایگاه داده
kind-program = یک برنامه
kind-font = یک قلم
lacks-text = متنی ندارد
lacks-header = سرآیند newsboat ندارد
reason-too-long = بزرگ‌تر از آن که خوانده شود: { $detail }
reason-too-slow = خواندنش بیش از اندازه طول می‌کشد؛ دست بالا واژه‌هایش نشان داده می‌شود
lacks-fields = نه عنوانی دارد و نه متنی
lacks-links = فهرست خالی است
kind-feeds = فهرستی از خوراک‌ها؛ خوراک‌خوان در آن‌ها مشترک می‌شود
limit-unpacked = پس از باز شدن از هر مقاله‌ای بزرگ‌تر است
limit-count = بخش‌هایش بیش از آن است که خوانده شود
limit-nested = بیش از اندازه تودرتو است؛ بایگانی‌های بیرونی را باز کنید
archive-outside = نامش به بیرون بایگانی می‌رسد
archive-link = پیوندی که در بایگانی دنبال نمی‌شود
archive-packed = به روشی فشرده است که اینجا خوانده نمی‌شود؛ نخست بایگانی را باز کنید
archive-cut = بایگانی در میانهٔ آن بریده است؛ دوباره رونوشت یا بارگیری کنید
archive-list = فهرست درونش نیست یا خراب است؛ دوباره رونوشت یا بارگیری کنید
archive-empty = بایگانی خالی است یا تنها پاره‌هایی از صفحه‌ها را دارد
book-locked = کتابی که فروشنده قفلش کرده است؛ تنها برنامه‌های او بازش می‌کنند
book-incomplete = بخشی از کتاب نیست

## Notes, tags, marked passages

note-prompt = یادداشت:
passage-note-prompt = یادداشت بر بند:
tags-prompt = برچسب‌ها:
note-saved = یادداشت ذخیره شد
note-removed = یادداشت حذف شد
tags-saved = برچسب‌ها ذخیره شد
passage-marked = این بند نشان‌دار شد
passage-unmarked = نشان این بند برداشته شد
passage-noted = بر این بند یادداشتی هست؛ با حذف آن نشان هم می‌رود
passage-none = چیزی برای نشان‌دار کردن نیست: نخست مقاله‌ای باز کنید
adopt-offer = آیا این همان مقاله‌ای است که با عنوان «{ $title }» نشان کرده بودید؟ کلید { $key } یعنی بله.
adopted = نشان‌های آن اکنون از آنِ این مقاله است
adopt-none = دربارهٔ این مقاله پرسشی نشده است
command-note = نوشتن یادداشت: بر گزیده، وگرنه بر مقاله
command-tags = برچسب‌ها، جدا با ویرگول
command-highlight = نشان‌دار کردن گزیده، وگرنه بند؛ بار دیگر: برداشتن نشان
command-adopt = این همان مقاله‌ای است که پرسیده شد
