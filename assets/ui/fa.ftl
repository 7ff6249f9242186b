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
loading = در حال خواندن …
not-read = { $count } پرونده خوانده نشد ({ $key })
samples = نمونه‌های همراه برنامه
read-only = چیزی ذخیره نمی‌شود
help-hint = { $key } راهنما

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

doctor-marks = اعراب
doctor-marks-show = اعراب نشان داده می‌شود
doctor-marks-hide = اعراب پنهان است: در این پایانه حروف را خراب می‌کند
doctor-clipboard = بریده‌دان
doctor-clipboard-takes = آنچه رونوشت می‌شود به بریده‌دان می‌رسد
doctor-clipboard-refuses = آنچه رونوشت می‌شود به بریده‌دان نمی‌رسد، مگر آنکه در پایانه اجازه داده باشید
doctor-clipboard-unknown = روشن نیست که رونوشت به بریده‌دان می‌رسد یا نه
doctor-passage = گذر
doctor-passage-direct = دنباله‌های کنترلی یکراست به پایانه می‌روند
doctor-passage-wrapped = دنباله‌های کنترلی در پوشش از چندبخش‌کننده می‌گذرند
doctor-entering = ورود
doctor-leaving = خروج
doctor-choices = انتخاب‌ها
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
command-sort = ترتیب: تازه‌ترین، کهن‌ترین، عنوان، منبع
command-marks = نمایش یا پنهان کردن اِعراب
command-dialect = شیوهٔ نمایش بعدی، اگر حرف‌ها نادرست‌اند
command-problems = پرونده‌هایی که خوانده نشدند
command-help = همین راهنما
command-redraw = کشیدن دوبارهٔ صفحه
command-suspend = وقفه؛ بازگشت با فرمان fg
command-quit = خروج
