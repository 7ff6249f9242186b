# واژه‌های رابط کاربری. همهٔ پرونده‌های این پوشه همین نام‌ها را دارند.

articles = { $count ->
    [one] { $count } مقاله
   *[other] { $count } مقاله
}

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
    خط کج و چند واژه: تنها مقاله‌هایی که این واژه‌ها را دارند. خط کج تنها: همهٔ مقاله‌ها.
    ؟ یا «راهنما»: همین راهنما. q یا «خروج»: پایان.
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
