# واژه‌های رابط کاربری. همهٔ پرونده‌های این پوشه همین نام‌ها را دارند.

articles = { $count ->
    [one] { $count } مقاله
   *[other] { $count } مقاله
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
