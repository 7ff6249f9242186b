# رابطے کے الفاظ۔ اس فولڈر کی ہر فائل میں یہی نام ہیں۔

articles = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}

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
