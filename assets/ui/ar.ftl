# كلمات الواجهة. في كل ملفّ من هذا المجلّد الأسماء نفسها.

articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}

## اختبار الطرفية

self-test-sample = العيّنة { $number } من { $count }
self-test-question = أيّ العيّنات تُقرأ قراءة صحيحة؟ اضغط رقمها، من { 1 } إلى { $count }، أو { 0 } إن لم تصحّ واحدة منها.
self-test-keys = مفتاح المسافة يعرض العيّنة التالية، ومفتاح المسح يعرض السابقة، وEsc يترك كل شيء على حاله.

## القراءة سطرًا سطرًا

linear-word-more = المزيد
linear-word-next = التالي
linear-word-previous = السابق
linear-word-first = البداية
linear-word-bookmark = علامة
linear-word-unread = غير-مقروء
linear-word-list = القائمة
linear-word-links = الروابط
linear-word-help = مساعدة
linear-word-quit = خروج
linear-samples = هذه مقالات نموذجية ترافق البرنامج. اذكر مجلّدًا لتقرأ مقالاتك.
linear-comma = { "، " }
linear-unread = غير مقروء
linear-bookmarked = عليه علامة
linear-progress = قُرئ { $percent }٪
linear-heading = عنوان:
linear-picture = صورة:
linear-more-articles = { $count ->
    [zero] لا مقالات أخرى.
    [one] بقي مقال واحد: اضغط Enter.
    [two] بقي مقالان: اضغط Enter.
    [few] بقيت { $count } مقالات: اضغط Enter.
    [many] بقي { $count } مقالًا: اضغط Enter.
   *[other] بقي { $count } مقال: اضغط Enter.
}
linear-no-article = لا مقال يوافق التصفية. الشرطة المائلة وحدها تلغيها.
linear-list-end = نهاية القائمة. الرقم يفتح المقال، وl تعرض القائمة من جديد.
linear-no-such-article = لا مقال بهذا الرقم.
linear-going-on = نتابع من حيث توقفت، عند { $percent }٪. كلمة «البداية» تعيدك إلى أول المقال.
linear-read-so-far = قُرئ { $percent }٪. اضغط Enter للمتابعة.
linear-article-end = نهاية المقال. l تعيدك إلى القائمة، وn تفتح المقال التالي.
linear-no-link = لا رابط بهذا الرقم.
linear-which = أيّ مقال؟ أضف رقمه.
linear-bookmark-set = وُضعت العلامة.
linear-bookmark-removed = أُزيلت العلامة.
linear-marked-read = صار المقال مقروءًا.
linear-marked-unread = صار المقال غير مقروء.
linear-not-kept = لن يُحفظ شيء بعد هذه الجلسة: { $reason }
linear-unknown = أمر غير معروف. علامة الاستفهام تعرض الأوامر.
linear-help =
    الرقم يفتح المقال الذي يحمله؛ وداخل المقال يعرض عنوان الرابط الذي يحمله.
    Enter أو m أو «المزيد»: الصفحة التالية من القائمة أو المقال.
    n أو «التالي»، p أو «السابق»: المقال التالي، المقال السابق.
    f أو «البداية»: المقال أو القائمة من البداية.
    l أو «القائمة»: العودة إلى القائمة.
    b أو «علامة»: وضع العلامة أو إزالتها؛ u أو «غير-مقروء»: جعل المقال غير مقروء أو مقروءًا. وفي القائمة مع رقم: b 3.
    links أو «الروابط»: عناوين روابط المقال كلها.
    شرطة مائلة وكلمات: المقالات التي فيها هذه الكلمات فقط. والشرطة وحدها: المقالات كلها.
    ؟ أو «مساعدة»: هذه المساعدة. q أو «خروج»: إنهاء القراءة.
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
