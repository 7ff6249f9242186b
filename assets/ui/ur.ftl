# رابطے کے الفاظ۔ اس فولڈر کی ہر فائل میں یہی نام ہیں۔

articles = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}

## ٹرمینل کی جانچ

self-test-sample = نمونہ { $number } از { $count }
self-test-question = کون سا نمونہ درست پڑھا جاتا ہے؟ اس کا نمبر دبائیے، 1 سے { $count } تک؛ کوئی درست نہ ہو تو 0۔
self-test-keys = اسپیس سے اگلا نمونہ آتا ہے، Backspace سے پچھلا، اور Esc سب کچھ جوں کا توں چھوڑ دیتا ہے۔
