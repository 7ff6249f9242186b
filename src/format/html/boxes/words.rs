//! The words that boxes and lines in an article are told by, where nothing else tells them: each
//! folded, `#` standing for any number.

/// What boxes of links are headed by.
#[rustfmt::skip]
pub(super) const RELATED: &[&str] = &[
    "related", "related stories", "related articles", "related topics", "related content", "related links", "related coverage",
    "related news", "related posts", "related searches", "more on this story", "more on this", "more on this topic", "read more",
    "read also", "also read", "you may also like", "you might also like", "you may also be interested in", "recommended",
    "recommended for you", "recommended stories", "most read", "most popular", "most viewed", "trending", "trending now",
    "trending stories", "more from", "more stories", "more news", "latest news", "top stories", "editor's picks", "editors' picks",
    "don't miss", "in case you missed it", "topics", "tags", "filed under", "share this", "share this article", "share this story",
    "share", "watch", "read next", "up next", "around the web", "from around the web", "promoted stories",
    "sponsored stories", "popular now", "what to read next", "keep reading",
    "اقرا ايضا", "اقرا المزيد", "اقرا كذلك", "اقرا ايضا علي موقعنا", "شاهد ايضا", "شاهد", "مواضيع ذات صله", "موضوعات ذات صله",
    "اخبار ذات صله", "مقالات ذات صله", "اخبار متعلقه", "مواضيع متعلقه", "موضوعات متعلقه", "مقالات متعلقه", "مقالات قد تهمك",
    "قد يعجبك ايضا", "قد يهمك ايضا", "قد يهمك", "ربما يعجبك", "ذات صله", "طالع ايضا", "المزيد", "المزيد من", "الاكثر قراءه", "الاكثر مشاهده",
    "الاكثر رواجا", "اخر الاخبار", "اهم الاخبار", "شارك", "شارك هذا المقال", "شارك الخبر", "الكلمات المفتاحيه", "كلمات مفتاحيه",
    "كلمات دلاليه", "الوسوم", "وسوم", "اخترنا لكم", "اخترنا لك", "تابع ايضا", "للمزيد",
    "עוד בנושא", "קראו גם", "קראו עוד", "קרא גם", "קרא עוד", "כתבות נוספות", "אולי יעניין אותך", "אולי יעניין אתכם", "אולי תאהבו גם",
    "ראו גם", "תגיות", "שתפו", "כתבות קשורות", "הנקראות ביותר", "עוד באתר", "מומלצים", "כתבות מומלצות", "לכתבות נוספות",
    "بيشتر بخوانيد", "مطالب مرتبط", "اخبار مرتبط", "همچنين بخوانيد", "مطالب پيشنهادي", "پربازديدترين", "پربازديدها", "برچسبها", "برچسب ها",
    "اخبار پيشنهادي", "مزيد پڑھيں", "مزيد پڑھيے", "يه بھي پڑھيں", "متعلقه خبريں", "مزيد خبريں", "اهم خبريں",
    "lire aussi", "a lire aussi", "sur le meme sujet", "lesen sie auch", "mehr zum thema", "ilgili haberler",
];

/// What invites to a newsletter.
#[rustfmt::skip]
pub(super) const INVITATIONS: &[&str] = &[
    "newsletter", "sign up to", "sign up for", "subscribe to", "get the latest", "in your inbox", "to your inbox", "النشره البريديه", "اشترك في نشرتنا",
    "النشره الاخباريه", "الي بريدك", "ניוזלטר", "הרשמו", "הירשמו", "לתיבת המייל", "خبرنامه",
];

/// Lines that say nothing but what a button or a label says.
#[rustfmt::skip]
pub(super) const LINES: &[&str] = &[
    "advertisement", "advertisements", "advert", "story continues below advertisement", "article continues below advertisement",
    "article continues after advertisement", "story continues after advertisement", "story continues below", "article continues below",
    "continue reading", "continue reading the main story", "continue reading below", "skip advertisement", "read more",
    "read more below", "read full article", "read the full story", "read full story", "click to enlarge", "enlarge", "enlarge image",
    "view gallery", "view comments", "show comments", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "write a comment", "join the conversation", "comments", "comment", "# comments", "# comment", "comments (#)", "share",
    "share this", "share this article", "share this story", "share this page", "share this post", "share on facebook",
    "share on twitter", "share on x", "share via email", "tweet", "tweet this", "copy link", "copy", "link copied", "email this",
    "email this article", "print this", "print this article", "follow us", "follow us on twitter", "follow us on facebook",
    "back to top", "loading", "please wait", "sign in", "log in", "subscribe", "subscribe now", "sign up", "sign up now",
    "sign up for our newsletter", "subscribe to our newsletter", "image # of #", "photo # of #", "picture # of #",
    "slide # of #", "# of #", "# / #", "#/#", "# shares", "# views", "# likes", "listen to this article", "play video", "watch video", "hide caption",
    "toggle caption", "close", "sponsored", "sponsored content", "promoted", "found this helpful", "report a typo",
    "download our app", "text size", "font size", "reset", "related searches", "promoted by zergnet", "current time #:#", "duration time #:#", "duration #:#", "loaded: #%", "progress: #%", "remaining time -#:#", "stream type live", "playback rate", "fullscreen", "this is a modal window", "阅读下一篇", "by", "read or share this story", "right click here to download", "related video", "featured video", "image source", "gallery", "play", "read more:",
    "اعلان", "اعلانات", "محتوي اعلاني", "محتوي ممول", "يستمر المقال بعد الاعلان", "تابع القراءه", "متابعه القراءه", "اقرا المزيد", "شارك",
    "شارك المقال", "شارك الخبر", "مشاركه", "نسخ الرابط", "تم نسخ الرابط", "طباعه", "تعليقات", "التعليقات", "# تعليق", "# تعليقات", "اضف تعليق",
    "اضف تعليقا", "اترك تعليقا", "اكتب تعليقا", "اشترك", "اشترك الان", "تسجيل الدخول", "صوره # من #", "# من #", "مصدر الصوره", "حجم الخط",
    "استمع الي المقال", "استمع للمقال", "تابعنا", "تابعونا", "لا توجد تعليقات", "تخطي الاعلان", "تحميل المزيد", "جار التحميل", "# مشاهده",
    "פרסומת", "תוכן ממומן", "שתפו", "שיתוף", "שתף", "שתפו כתבה", "שתפו את הכתבה", "הדפסה", "העתק קישור", "העתקת קישור", "תגובות",
    "# תגובות", "הוסף תגובה", "הוסיפו תגובה", "כתבו תגובה", "המשך קריאה", "להמשך קריאה", "קרא עוד", "קראו עוד", "לכתבה המלאה", "הירשמו", "התחברו",
    "תמונה # מתוך #", "# מתוך #", "האזנה לכתבה", "האזינו לכתבה", "טוען", "טען עוד",
    "تبليغات", "اگهي", "ادامه مطلب", "ادامه خبر", "اشتراكگذاري", "اشتراك گذاري", "نظرات", "# نظر", "ديدگاهها", "ارسال نظر", "نظر شما",
    "ثبت نظر", "چاپ", "كپي لينك", "لينك كوتاه", "لينك كوتاه خبر", "كپي شد", "عكس # از #", "# از #", "عضويت",
    "اشتهار", "اشتهارات", "شيير كريں", "تبصرے", "# تبصرے", "تبصره كريں", "مزيد پڑھيں", "كاپي كريں", "لنك كاپي كريں", "سبسكرايب كريں",
];

/// What a line that tells who made a picture begins with.
#[rustfmt::skip]
pub(super) const CREDITS: &[&str] = &[
    "courtesy of", "courtesy:", "photo by", "photos by", "photo credit", "photo:", "photos:", "photograph:", "photograph by", "photography by", "image:",
    "image credit", "images:", "image courtesy", "photo courtesy", "picture:", "pictures:", "credit:", "credits:", "illustration by",
    "illustration:", "(photo", "(image", "(credit", "getty images", "image source,", "تصوير:", "تصوير :", "(تصوير", "صوره:",
    "الصوره:", "مصدر الصوره", "عدسه:", "צילום:", "צילום :", "(צילום", "קרדיט", "עיבוד:", "عكس:", "عكاس:", "(عكس", "تصوير كا ذريعه", "فوٹو:",
];

/// Who pictures are from; lines end with one.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "getty images", "getty", "ap photo", "associated press", "ap", "afp", "reuters", "epa", "alamy", "shutterstock", "istock", "bloomberg", "zuma press",
    "رويترز", "ا ف ب", "اف ب", "فرانس برس", "الاناضول", "רויטרס", "איי-פי", "גטי אימג'ס", "ايسنا", "ايرنا",
];

/// What a line of tags begins with.
#[rustfmt::skip]
pub(super) const TAGS: &[&str] = &[
    "tags", "tag", "topics", "filed under", "keywords", "categories", "posted in", "tagged", "more on", "الوسوم", "وسوم", "كلمات مفتاحيه",
    "الكلمات المفتاحيه", "كلمات دلاليه", "الكلمات الدلاليه", "علامات", "תגיות", "תגים", "מילות מפתח", "برچسبها", "برچسب ها", "كليد واژه ها",
    "كليدواژهها", "ٹيگز",
];

/// What a line below the text has that is of the site and not of the article.
#[rustfmt::skip]
pub(super) const CLOSING: &[&str] = &[
    "all rights reserved", "(c) copyright", "copyright (c)", "copyright ©", "© copyright", "follow us on", "follow him on", "follow her on",
    "follow them on", "like us on facebook", "download our app", "download the app",
    "join our whatsapp", "join us on telegram", "this material may not be", "click here to subscribe", "support our journalism",
    "email the author", "contact the author", "can be reached at", "email us at", "e-mail us at", "on twitter, facebook", "read or share this story",
    "ctrl+enter", "ctrl + enter", "do you have a story", "comments are closed", "comments are moderated", "be the first to comment",
    "جميع الحقوق محفوظه", "كل الحقوق محفوظه", "حقوق النشر محفوظه", "تابعونا علي", "تابعنا علي", "تابعوا اخر الاخبار", "تابعوا اخبارنا",
    "شروط استخدام الموقع", "مراجعه ارشادات الاستخدام", "الاراء الوارده ادناه", "التعليقات لا تعبر", "لمتابعه اخر الاخبار", "انضم الي قناتنا", "اشترك في قناتنا", "حمل التطبيق", "حملوا تطبيق", "عبر google news", "عبر تطبيق",
    "עקבו אחרינו", "כל הזכויות שמורות", "הצטרפו לערוץ", "הצטרפו לקבוצת", "הצטרפו אלינו", "הורידו את האפליקציה", "מצאתם טעות", "מצאת טעות",
    "רוצים לקבל עדכונים", "לעדכונים נוספים",
    "تمام حقوق محفوظ", "تمام حقوق مادي", "كليه حقوق مادي", "كليه حقوق محفوظ", "ما را در تلگرام", "ما را در اينستاگرام", "به كانال تلگرام", "جمله حقوق بحق", "هميں فيس بك", "واٹس ايپ چينل",
];

/// What readers' comments are headed by.
#[rustfmt::skip]
pub(super) const COMMENTS: &[&str] = &[
    "comments", "# comments", "# comment", "comments (#)", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "reader comments", "readers' comments", "join the conversation", "join the discussion", "# responses", "# thoughts on", "# replies",
    "التعليقات", "تعليقات", "تعليقات القراء", "# تعليق", "# تعليقات", "اضف تعليق", "اضف تعليقا", "اترك تعليقا", "اترك رد", "اترك ردا", "اكتب تعليقا",
    "شارك برايك", "תגובות", "# תגובות", "הוסף תגובה", "הוסיפו תגובה", "כתבו תגובה", "תגובות גולשים", "نظرات", "نظر شما", "نظرات كاربران", "# نظر",
    "ارسال نظر", "ديدگاهها", "ديدگاه شما", "ديدگاهتان را بنويسيد", "تبصرے", "# تبصرے", "اپنا تبصره لكھيں",
];

/// What a few lines about the author are headed by.
#[rustfmt::skip]
pub(super) const ABOUT: &[&str] = &[
    "about the author", "about the authors", "about the writer", "about author", "author", "عن الكاتب", "نبذه عن الكاتب", "حول الكاتب", "על הכותב",
    "על הכותבת", "אודות הכותב", "אודות המחבר", "درباره نويسنده", "مصنف كے بارے ميں",
];
