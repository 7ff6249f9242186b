# رابطے کے الفاظ۔ اس فولڈر کی ہر فائل میں یہی نام ہیں۔

articles = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}

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
opening = { $address } کھولا جا رہا ہے
open-refused = نہیں کھولا گیا؛ صرف ویب، ڈاک، FTP اور Gemini کے پتے کھلتے ہیں: { $address }
open-failed = پتا نہیں کھل سکا: { $reason }
open-no-way = یہاں اس کے لیے کوئی پروگرام نہیں؛ BROWSER میں نام دیں، یا c سے پتا نقل کریں
command-next-link = مضمون کا اگلا ربط
command-previous-link = مضمون کا پچھلا ربط
command-open-link = ربط کھولیں؛ نہ ہو تو مضمون کا پتا
command-copy-link = ربط نقل کریں؛ نہ ہو تو مضمون کا پتا
command-copy-paragraph = منتخب حصہ نقل کریں، ورنہ تلاش والا پیراگراف، ورنہ سب سے اوپر والا
command-copy-article = مضمون نقل کریں: عنوان اور متن
command-copy-title = عنوان نقل کریں
