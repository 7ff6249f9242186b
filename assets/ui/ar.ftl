# كلمات الواجهة. في كل ملفّ من هذا المجلّد الأسماء نفسها.

articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}

## النسخ والروابط

words = { $count ->
    [zero] بلا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
copied-selection = نُسخ المحدَّد: { $size }
copied-paragraph = نُسخت الفقرة: { $size }
copied-article = نُسخ المقال: { $size }
copied-title = نُسخ العنوان: { $size }
copied-link = نُسخ الرابط: { $address }
copied-nothing = لم يُنسخ شيء: { $reason }
copy-in-tmux = في ذاكرة tmux
copy-unsure = إن سمحت الطرفية
copy-long = قد يطول على الطرفية
copy-refused = هذه الطرفية لا تقبل النصوص؛ يفيدك wl-clipboard أو xclip أو tmux
copy-refused-afar = طرفيتك لا تقبل النصوص من جهاز بعيد؛ حدِّد النص بالفأرة مع Shift
copy-nothing-open = افتح مقالًا أولًا
link = الرابط { $number } من { $count }: { $address }
link-none = لا روابط في هذا المقال
link-no-address = لا يذكر المقال أين نُشر
opening = يُفتح { $address }
open-refused = لم يُفتح، فلا تُفتح إلا عناوين الويب والبريد وFTP وGemini: { $address }
open-failed = لم يُفتح الرابط: { $reason }
open-no-way = لا برنامج هنا يفتحه؛ سمِّ واحدًا في BROWSER، أو انسخ الرابط بالمفتاح c
command-next-link = الرابط التالي في المقال
command-previous-link = الرابط السابق في المقال
command-open-link = فتح الرابط، وإلا فرابط المقال نفسه
command-copy-link = نسخ الرابط، وإلا فرابط المقال نفسه
command-copy-paragraph = نسخ المحدَّد، وإلا ففقرة المطابقة، وإلا فالفقرة العليا
command-copy-article = نسخ المقال: عنوانه ونصّه
command-copy-title = نسخ العنوان
