# كلمات الواجهة. في كل ملفّ من هذا المجلّد الأسماء نفسها.

articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}

## السطر الأسفل

articles-shown = { $count ->
    [zero] { $shown } من لا مقالات
    [one] { $shown } من مقال واحد
    [two] { $shown } من مقالين
    [few] { $shown } من { $count } مقالات
    [many] { $shown } من { $count } مقالًا
   *[other] { $shown } من { $count } مقال
}
filter-on = التصفية: { $query }
bookmarks-only = الإشارات المرجعية فقط
unread-only = غير المقروءة فقط
sort-newest = الأحدث أولًا
sort-oldest = الأقدم أولًا
sort-title = بحسب العنوان
sort-source = بحسب المصدر
sort-author = بحسب الكاتب
sort-longest = الأطول أولًا
sort-shortest = الأقصر أولًا
sort-saved = آخر ما حُفظ أولًا
sort-best = الأوفق أولًا
loading = جارٍ التحميل …
progress-files = { $all ->
    [zero] { $done } من لا ملفات
    [one] { $done } من ملف واحد
    [two] { $done } من ملفين
    [few] { $done } من { $all } ملفات
    [many] { $done } من { $all } ملفًا
   *[other] { $done } من { $all } ملف
}
progress-rate = { $rate ->
    [zero] لا ملفات في الثانية
    [one] ملف واحد في الثانية
    [two] ملفان في الثانية
    [few] { $rate } ملفات في الثانية
    [many] { $rate } ملفًا في الثانية
   *[other] { $rate } ملف في الثانية
}
progress-seconds = { $count ->
    [zero] لم تبق أي ثانية
    [one] بقيت ثانية واحدة
    [two] بقيت ثانيتان
    [few] بقيت { $count } ثوانٍ
   *[other] بقيت { $count } ثانية
}
progress-minutes = { $count ->
    [zero] لم تبق أي دقيقة
    [one] بقيت دقيقة واحدة
    [two] بقيت دقيقتان
    [few] بقيت { $count } دقائق
   *[other] بقيت { $count } دقيقة
}
not-read = { $count ->
    [zero] قُرئت كل الملفات ({ $key })
    [one] لم يُقرأ ملف واحد ({ $key })
    [two] لم يُقرأ ملفان ({ $key })
    [few] لم تُقرأ { $count } ملفات ({ $key })
    [many] لم يُقرأ { $count } ملفًا ({ $key })
   *[other] لم يُقرأ { $count } ملف ({ $key })
}
samples = نماذج مرفقة
read-only = لا يُحفظ شيء
unsaved = تغييرات لم تُحفظ بعد
help-hint = { $key } مساعدة

## المجموعات في القائمة

group-heading = { $name } · { $count }
group-month = مجموعات بحسب الشهر
group-day = مجموعات بحسب اليوم
group-source = مجموعات بحسب المصدر
group-author = مجموعات بحسب الكاتب
group-tag = مجموعات بحسب الوسم
group-language = مجموعات بحسب اللغة
group-folder = مجموعات بحسب المجلّد
group-format = مجموعات بحسب الصيغة
group-none = بلا مجموعات
group-how = لا مجموعات هنا، والمفتاح { $key } ينشئها
group-unknown = غير معروف
group-untagged = بلا وسم
language = { $code ->
    [ar] العربية
    [he] العبرية
    [fa] الفارسية
    [ur] الأردية
    [ckb] الكردية
    [ps] البشتوية
    [sd] السندية
    [ug] الأويغورية
    [yi] اليديشية
    [en] الإنجليزية
    [fr] الفرنسية
    [de] الألمانية
    [es] الإسبانية
    [tr] التركية
    [ru] الروسية
   *[other] { $code }
}

## القائمة حين لا شيء فيها

loading-library = تُقرأ المكتبة …
empty-library = لا مقالات هنا بعد.
empty-advice = ضع هناك ملفات نصّية أو Markdown أو HTML، أو اختر مجلدًا آخر:
no-file-read = تعذّرت قراءة كل الملفات هنا.
key-shows-why = المفتاح { $key } يبيّن السبب.
none-passes = لا مقال يوافق التصفية.
clear-or-change = يلغيها { $clear } ويغيّرها { $change }.
library-files = هذه الملفات
library-input = الدخل القياسي
library-samples = النماذج

## ملفات تعذّرت قراءتها

problems = { $count ->
    [zero] قُرئت جميع الملفات.
    [one] تعذّرت قراءة ملف واحد:
    [two] تعذّرت قراءة ملفين:
    [few] تعذّرت قراءة { $count } ملفات:
    [many] تعذّرت قراءة { $count } ملفًا:
   *[other] تعذّرت قراءة { $count } ملف:
}
problem = { $path }: { $reason }

## ما يُقال برهة

opening = يُفتح المقال …
bookmarked = وُضعت إشارة مرجعية
bookmark-removed = أُزيلت الإشارة المرجعية
marked-read = صار المقال مقروءًا
marked-unread = صار المقال غير مقروء
not-kept = { $done } حتى الخروج فقط؛ لا يُحفظ شيء: { $reason }
bookmarks-not-kept = لن تُحفظ الإشارات المرجعية: { $reason }
not-saved = لم يُحفظ: { $reason }
saved = { $done }؛ تم الحفظ
all-saved = حُفظت كل التغييرات
not-refreshed = تعذّرت قراءة ما حُفظ في مكان آخر: { $reason }
search-failed = تعذّر البحث: { $reason }
dialect-now = طريقة العرض: { $name }
match-at = الموضع { $at } من { $count }
no-filter = لا تصفية الآن؛ يبدؤها المفتاح { $key }
no-match = لا موضع في نصّ هذا المقال

## المساعدة: كل أمر باسمه في خريطة المفاتيح

help-title = المفاتيح
command-down = المقال التالي أو السطر التالي
command-up = المقال السابق أو السطر السابق
command-half-down = نصف صفحة إلى الأمام
command-half-up = نصف صفحة إلى الوراء
command-page-down = صفحة إلى الأمام
command-page-up = صفحة إلى الوراء
command-top = إلى الأول
command-bottom = إلى الأخير
command-other-pane = بين القائمة والمقال
command-list = إلى القائمة
command-open = قراءة المقال
command-alone = المقال وحده أو إلى جانب القائمة
command-back = رجوع، أو إلغاء التصفية
command-filter = تصفية: كلمات، "عبارة"، -استثناء
command-next-match = الموضع التالي في المقال
command-previous-match = الموضع السابق في المقال
command-bookmark = وضع إشارة مرجعية أو إزالتها
command-bookmarks-only = الإشارات المرجعية فقط أو الكل
command-unread = جعله غير مقروء أو مقروءًا
command-unread-only = غير المقروءة فقط أو الكل
command-sort = الترتيب: التاريخ، العنوان، المصدر، الكاتب، الطول، الحفظ؛ والأوفق عند التصفية
command-group = المجموعات: الشهر، اليوم، المصدر، الكاتب، الوسم، اللغة، المجلّد، الصيغة؛ أو بلا مجموعات
command-fold = طيّ المجموعة أو بسطها
command-fold-all = طيّ كل المجموعات أو بسطها
command-next-group = إلى المجموعة التالية
command-previous-group = إلى المجموعة السابقة
command-marks = إظهار الحركات أو إخفاؤها
command-dialect = طريقة العرض التالية إن بدت الحروف خطأً
command-problems = الملفات التي تعذّرت قراءتها
command-help = هذه المساعدة
command-redraw = إعادة رسم الشاشة
command-suspend = إيقاف مؤقت، والعودة بالأمر fg
command-quit = خروج
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
linear-word-sort = ترتيب
linear-word-groups = مجموعات
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
linear-chosen = مختار
linear-choose = للاختيار أضف الرقم: { $example }
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
    s أو «ترتيب»: طرق ترتيب القائمة؛ g أو «مجموعات»: مجموعاتها. ومع رقم تُعرض القائمة على ذلك: s 2.
    شرطة مائلة وكلمات: المقالات التي فيها هذه الكلمات فقط. والشرطة وحدها: المقالات كلها.
    ؟ أو «مساعدة»: هذه المساعدة. q أو «خروج»: إنهاء القراءة.
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
opening-address = يُفتح { $address }
open-refused = لم يُفتح، فلا تُفتح إلا عناوين الويب والبريد: { $address }
open-failed = لم يُفتح الرابط: { $reason }
open-no-way = لا برنامج هنا يفتحه؛ سمِّ واحدًا في BROWSER، أو انسخ الرابط بالمفتاح c
command-next-link = الرابط التالي في المقال
command-previous-link = الرابط السابق في المقال
command-open-link = فتح الرابط، وإلا فرابط المقال نفسه
command-copy-link = نسخ الرابط، وإلا فرابط المقال نفسه
command-copy-paragraph = نسخ المحدَّد، وإلا ففقرة المطابقة، وإلا فالفقرة العليا
command-copy-article = نسخ المقال: عنوانه ونصّه
command-copy-title = نسخ العنوان

## ما تقوله الصفحة إلى جانب المقال

notes = ملاحظات
list-comma = { "، " }
page-tags = الوسوم: { $tags }
page-no-text = لم يُحفظ من هذا المقال إلا رابطه، أما نصّه فلم يُحفظ.
page-no-text-advice = المفتاح { $key } يفتح الرابط.
no-text-saved = النصّ غير محفوظ
page-encoding = قُرئ بترميز { $name }، وقد استُنتج استنتاجًا؛ المفتاح { $key } يختار ترميزًا آخر.
page-encoding-chosen = قُرئ بترميز { $name } كما اخترت؛ المفتاح { $key } يختار ترميزًا آخر.
page-member = من { $member } في { $file }
page-versions = { $count ->
    [zero] لا نسخة أخرى.
    [one] محفوظ أيضًا في { $places }؛ المفتاح { $key } يعرضه.
    [two] محفوظ أيضًا في { $places }؛ المفتاح { $key } يعرض النسخة التالية.
    [few] محفوظ أيضًا في { $places }؛ المفتاح { $key } يعرض النسخة التالية.
    [many] محفوظ أيضًا في { $places }؛ المفتاح { $key } يعرض النسخة التالية.
   *[other] محفوظ أيضًا في { $places }؛ المفتاح { $key } يعرض النسخة التالية.
}
page-whole = الصفحة كاملة كما حُفظت؛ المفتاح { $key } يعرض المقال وحده.

## اختيار طريقة عرض المقال

command-whole = الصفحة كاملة أو المقال الذي فيها
command-encoding = اختيار ترميز آخر إن بدت الحروف مغلوطة
command-version = النسخة المحفوظة التالية من المقال
whole-page = الصفحة كاملة
article-alone = المقال وحده
version-now = النسخة { $number } من { $count }: { $place }
version-only = ليس لهذا المقال إلا نسخة محفوظة واحدة
encoding-menu = الترميز: { $keep } يبقيه و{ $back } يعيد ما كان
encoding-found = كما استُنتج
encoding-now = يُقرأ بترميز { $name } إلى أن تخرج
encoding-found-now = يُقرأ بترميز { $name } كما استُنتج
script-all = كل الكتابات (يونيكود)
script-arabic = العربية والفارسية والأردية
script-hebrew = العبرية واليديشية
script-hebrew-visual = العبرية مخزّنةً من اليسار إلى اليمين
script-western = أوروبا الغربية
script-turkish = التركية
script-central = أوروبا الوسطى
script-cyrillic = السيريلية
script-greek = اليونانية
script-chinese = الصينية
script-japanese = اليابانية
script-korean = الكورية

## لماذا لم تُقرأ الملفات

problem-group = { $reason } ({ $count })
reason-empty = الملف فارغ
reason-binary = ليس نصًّا بل { $detail }
reason-no-article = لا مقال فيه: { $detail }
reason-damaged = الملف تالف: { $detail }
reason-locked = تحميه كلمة سرّ؛ فُكّ ضغطه أولًا
reason-too-large = أكبر مما يُقرأ: أكثر من { $detail }
reason-other = { $detail }
reason-missing = لا ملف ولا مجلد بهذا الاسم
reason-forbidden = لا إذن بقراءته
reason-not-regular = ليس ملفًّا عاديًّا
reason-dead-link = وصلة لا تؤدي إلى شيء
reason-outside-link = وصلة تؤدي إلى خارج المكتبة
reason-folder-link = وصلة إلى مجلد، ولا تُتّبع مثلها
reason-link-loop = وصلات تدور في حلقة
reason-folder-loop = مجلد مركَّب داخل نفسه
reason-too-deep = مجلدات متداخلة أعمق مما يُتّبع
reason-gone = لم يعد المقال في هذا الملف
reason-failed = أخفق البرنامج في هذا الملف؛ نرجو الإبلاغ عنه
kind-image = صورة
kind-recording = تسجيل صوتي
kind-video = مقطع مرئي
kind-pdf = مستند PDF؛ الأداة pdftotext تستخرج نصّه
kind-document = مستند مكتبي؛ احفظه نصًّا أو HTML
kind-book = كتاب بصيغة لا تُقرأ هنا
kind-archive = أرشيف؛ فُكّ ضغطه أولًا
kind-data = بيانات
kind-database = قاعدة بيانات
kind-program = برنامج
kind-font = خطّ طباعي
lacks-text = ليس فيه نصّ
lacks-header = ليست فيه ترويسة newsboat
reason-too-long = أكبر مما يُقرأ: { $detail }
reason-too-slow = قراءته تستغرق وقتًا أطول مما يُحتمل؛ لا يُعرض منه إلا كلماته إن أمكن
lacks-fields = لا عنوان فيه ولا نصّ
lacks-links = القائمة فارغة
kind-feeds = قائمة خلاصات؛ يشترك فيها قارئ الخلاصات
limit-unpacked = حجمه بعد فكّ ضغطه أكبر من أي مقال
limit-count = أجزاؤه أكثر مما يُقرأ
limit-nested = متداخل أعمق مما يُقرأ؛ فُكّ ضغط الأرشيفات الخارجية
archive-outside = اسمه يقود إلى خارج الأرشيف
archive-link = وصلة، ولا تُتّبع الوصلات في الأرشيفات
archive-packed = مضغوط بطريقة لا تُقرأ هنا؛ فُكّ ضغط الأرشيف أولًا
archive-cut = ينقطع الأرشيف عنده؛ انسخه أو نزّله من جديد
archive-list = فهرس محتوياته مفقود أو معطوب؛ انسخه أو نزّله من جديد
archive-empty = الأرشيف فارغ، أو ليس فيه إلا أجزاء صفحات
book-locked = كتاب أقفله بائعه؛ لا تفتحه إلا برامجه
book-incomplete = ينقص الكتاب جزء

## Notes, tags, marked passages

note-prompt = ملاحظة:
passage-note-prompt = ملاحظة على المقطع:
tags-prompt = الوسوم:
note-saved = حُفظت الملاحظة
note-removed = حُذفت الملاحظة
tags-saved = حُفظت الوسوم
passage-marked = عُلّم المقطع
passage-unmarked = أزيلت علامة المقطع
passage-noted = على هذا المقطع ملاحظة؛ تزول العلامة بحذفها
passage-none = لا شيء يُعلَّم: افتح مقالًا أولًا
adopt-offer = أهذا هو المقال الذي علّمته بعنوان «{ $title }»؟ المفتاح { $key } يعني نعم.
adopted = صارت علاماته لهذا المقال
adopt-none = لم يُسأل عن هذا المقال
command-note = كتابة ملاحظة على المحدَّد، وإلا فعلى المقال
command-tags = الوسوم، تفصل بينها فواصل
command-highlight = تعليم المحدَّد، وإلا فالفقرة؛ ومرة أخرى لإزالة العلامة
command-adopt = هذا هو المقال الذي سُئل عنه
