# واژه‌های رابط کاربری. همهٔ پرونده‌های این پوشه همین نام‌ها را دارند.

articles = { $count ->
    [one] { $count } مقاله
   *[other] { $count } مقاله
}

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
opening = { $address } باز می‌شود
open-refused = باز نشد؛ تنها نشانی‌های وب، رایانامه، FTP و Gemini باز می‌شوند: { $address }
open-failed = نشانی باز نشد: { $reason }
open-no-way = اینجا برنامه‌ای برای آن نیست؛ نامش را در BROWSER بگذارید، یا با c نشانی را رونوشت کنید
command-next-link = پیوند بعدی مقاله
command-previous-link = پیوند پیشین مقاله
command-open-link = باز کردن پیوند؛ اگر نباشد، نشانی مقاله
command-copy-link = رونوشت پیوند؛ اگر نباشد، نشانی مقاله
command-copy-paragraph = رونوشت بخش برگزیده، وگرنه بندِ یافته، وگرنه بند بالا
command-copy-article = رونوشت مقاله: عنوان و متن
command-copy-title = رونوشت عنوان
