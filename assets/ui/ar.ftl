# كلمات الواجهة. في كل ملفّ من هذا المجلّد الأسماء نفسها.

articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}

## أيّ طرفية (doctor)

doctor-marks = التشكيل
doctor-marks-show = يظهر التشكيل
doctor-marks-hide = التشكيل مخفيّ لأنه يُفسد الحروف في هذه الطرفية
doctor-clipboard = الحافظة
doctor-clipboard-takes = ما يُنسخ يصل إلى الحافظة
doctor-clipboard-refuses = ما يُنسخ لا يصل إلى الحافظة إلا إذا سمحتَ بذلك في الطرفية
doctor-clipboard-unknown = لا يُعرف هل يصل ما يُنسخ إلى الحافظة
doctor-passage = المسار
doctor-passage-direct = تذهب سلاسل التحكّم إلى الطرفية مباشرة
doctor-passage-wrapped = تمرّ سلاسل التحكّم مغلّفةً عبر مُعدِّد الطرفيات
doctor-entering = الدخول
doctor-leaving = الخروج
doctor-choices = الاختيارات
