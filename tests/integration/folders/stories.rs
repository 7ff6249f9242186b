//! Articles to save in any form: ours, in five languages, each unlike all others.

/// One article.
#[derive(Clone, Debug)]
pub(super) struct Story {
    pub(super) title: String,
    pub(super) url: String,
    pub(super) language: &'static str,
    pub(super) author: &'static str,
    pub(super) slug: String,
    pub(super) paragraphs: Vec<String>,
}

/// Language, site, author, titles and sentences.
struct Pen {
    language: &'static str,
    site: &'static str,
    author: &'static str,
    titles: [&'static str; 4],
    sentences: [&'static str; 6],
}

const PENS: [Pen; 5] = [
    Pen {
        language: "ar",
        site: "sahil.example",
        author: "سلمى بن يوسف",
        titles: [
            "المرفأ القديم يستقبل قوارب الصيادين",
            "مكتبة الحي تفتح أبوابها ليلا",
            "بستان الزيتون يعطي موسما وفيرا",
            "جسر النهر يعود إلى أهل المدينة",
        ],
        sentences: [
            "قال رئيس البلدية في لقاء مع الأهالي إن العمل استمر أحد عشر شهرا، وإن الكلفة لم تتجاوز ما كان مقررا لها في بداية العام.",
            "واجتمع الجيران منذ ساعات الصباح الأولى حاملين الخبز والشاي، بينما راح الأطفال يركضون بين الصفوف ويعدون الأعلام الصغيرة الملونة.",
            "ويتذكر كبار السن أن المكان كان قبل أربعين سنة ملتقى التجار والمسافرين، ثم هجره الناس بعد أن تحولت الطريق إلى الجهة الأخرى من التل.",
            "أما المهندسة المشرفة فأوضحت أن الحجارة القديمة نظفت واحدة بعد أخرى، ثم أعيدت إلى مواضعها كما كانت في الصور المحفوظة.",
            "ومن المنتظر أن تستمر الأعمال في الجانب الشمالي حتى نهاية الخريف، على أن تبقى الممرات مفتوحة أمام الزوار طوال هذه المدة.",
            "وختم الكاتب زيارته بكوب من القهوة عند الباب، حيث جلس ثلاثة من العمال يتحدثون عن المطر الذي تأخر هذا العام كثيرا.",
        ],
    },
    Pen {
        language: "he",
        site: "gesher.example",
        author: "נועה ברק",
        titles: [
            "המאפייה הישנה חוזרת לרחוב הראשי",
            "שביל האופניים מגיע עד החוף",
            "הספרייה העירונית קונה אלף ספרים",
            "תחנת הרכבת נפתחת אחרי שיפוץ",
        ],
        sentences: [
            "ראש העיר אמר לתושבים שהעבודות נמשכו אחד עשר חודשים, ושההוצאה לא עברה את הסכום שנקבע בתחילת השנה על ידי המועצה.",
            "השכנים התאספו כבר בשעות הבוקר המוקדמות עם לחם ותה, והילדים רצו בין השורות וספרו את הדגלים הקטנים שנתלו בין העצים.",
            "הוותיקים זוכרים שלפני ארבעים שנה היה המקום נקודת מפגש לסוחרים ולנוסעים, עד שהכביש הועבר אל צדו השני של ההר.",
            "המהנדסת האחראית הסבירה שכל אבן נוקתה בנפרד והוחזרה למקומה בדיוק לפי התמונות הישנות שנשמרו בארכיון העירייה.",
            "העבודה בצד הצפוני צפויה להימשך עד סוף הסתיו, אך המעברים יישארו פתוחים בפני המבקרים לאורך כל התקופה הזאת.",
            "בסוף הביקור הוגש קפה ליד הדלת, ושלושה פועלים ישבו ודיברו על הגשם שאיחר השנה יותר מתמיד בכל האזור.",
        ],
    },
    Pen {
        language: "fa",
        site: "kooh.example",
        author: "مریم الدوس",
        titles: [
            "باغ تازه در کنار رودخانه باز شد",
            "کتاب‌فروشی قدیمی دوباره چراغش روشن است",
            "راه کوهستانی برای مسافران امن‌تر شد",
            "بازار روز به میدان بزرگ برگشت",
        ],
        sentences: [
            "شهردار در دیدار با مردم گفت که کار یازده ماه طول کشیده و هزینهٔ آن از آنچه در آغاز سال پیش‌بینی شده بود بیشتر نشده است.",
            "همسایه‌ها از ساعت‌های نخست صبح با نان و چای گرد هم آمدند و بچه‌ها میان صف‌ها می‌دویدند و پرچم‌های کوچک رنگی را می‌شمردند.",
            "سالخوردگان به یاد دارند که این جا چهل سال پیش محل دیدار بازرگانان و مسافران بود و سپس راه به آن سوی تپه کشیده شد.",
            "مهندس ناظر توضیح داد که سنگ‌های قدیمی یکی پس از دیگری پاک شده و درست مانند عکس‌های بایگانی به جای خود بازگشته‌اند.",
            "انتظار می‌رود که کار در بخش شمالی تا پایان پاییز ادامه یابد و گذرگاه‌ها در این مدت به روی بازدیدکنندگان باز بماند.",
            "نویسنده دیدار خود را با یک فنجان قهوه کنار در به پایان برد، جایی که سه کارگر از بارانی که دیر کرده بود سخن می‌گفتند.",
        ],
    },
    Pen {
        language: "ur",
        site: "khabar.example",
        author: "زینب اختر",
        titles: [
            "پرانا بازار نئی روشنی میں کھل گیا",
            "گاؤں کے اسکول کو نئی کتابیں مل گئیں",
            "دریا کے کنارے میلہ پھر سے لگے گا",
            "شہر کی گھڑی برسوں بعد چلنے لگی",
        ],
        sentences: [
            "شہر کے ناظم نے لوگوں سے ملاقات میں کہا کہ کام گیارہ مہینے جاری رہا اور خرچ اس رقم سے نہیں بڑھا جو سال کے شروع میں طے ہوئی تھی۔",
            "پڑوسی صبح سویرے روٹی اور چائے لے کر جمع ہوئے جبکہ بچے قطاروں کے درمیان دوڑتے رہے اور رنگ برنگے چھوٹے جھنڈے گنتے رہے۔",
            "بزرگوں کو یاد ہے کہ چالیس سال پہلے یہ جگہ تاجروں اور مسافروں کے ملنے کی تھی، پھر سڑک پہاڑی کی دوسری طرف چلی گئی۔",
            "نگران انجینئر نے بتایا کہ پرانے پتھر ایک ایک کر کے صاف کیے گئے اور پھر پرانی تصویروں کے مطابق اپنی جگہ پر لگائے گئے۔",
            "امید ہے کہ شمالی حصے میں کام خزاں کے آخر تک چلے گا اور اس دوران راستے آنے والوں کے لیے کھلے رہیں گے۔",
            "آخر میں دروازے کے پاس کافی پیش کی گئی جہاں تین مزدور اس بارش کی باتیں کر رہے تھے جو اس سال بہت دیر سے آئی۔",
        ],
    },
    Pen {
        language: "en",
        site: "shore.example",
        author: "Ann Field",
        titles: [
            "The ferry to the outer islands sails again",
            "A bakery finds a painting behind its oven",
            "The valley school keeps its night library",
            "Lamps return to the harbour wall",
        ],
        sentences: [
            "The mayor told the meeting that the work had taken eleven months, and that it had cost no more than what was set aside for it at the beginning of the year.",
            "Neighbours came together in the first hours of the morning with bread and tea, while children ran between the rows and counted the small coloured flags.",
            "Older people remember that forty years ago this was where merchants and travellers met, until the road was moved to the other side of the hill.",
            "The engineer in charge explained that the old stones were cleaned one after the other and put back exactly as they lie in the photographs of the archive.",
            "Work on the northern side is expected to go on until the end of autumn, and the passages will stay open to visitors during all of that time.",
            "The visit ended with a cup of coffee beside the door, where three workers sat and spoke of the rain that had been so late in coming this year.",
        ],
    },
];

/// The story of a number; five follow each other in five languages.
pub(super) fn story(number: usize) -> Story {
    let pen = &PENS[number % PENS.len()];
    let (title, round) = (pen.titles[number / PENS.len() % 4], number / (PENS.len() * 4));
    let title = if round == 0 { title.to_owned() } else { format!("{title} {}", round + 1) };
    let slug = format!("story-{number}");
    let sentence = |at: usize| pen.sentences[(at + number) % 6];
    let paragraphs = vec![
        format!("{title}. {}", sentence(0)),
        format!("{} {}", sentence(1), sentence(2)),
        format!("{} {} ({})", sentence(4), sentence(3), 1000 + number),
    ];
    let url = format!("https://{}/news/{slug}", pen.site);
    Story { title, url, language: pen.language, author: pen.author, slug, paragraphs }
}

impl Story {
    pub(super) fn host(&self) -> &str {
        self.url.trim_start_matches("https://").split('/').next().unwrap_or_default()
    }

    pub(super) fn direction(&self) -> &'static str {
        if self.language == "en" { "ltr" } else { "rtl" }
    }

    /// The paragraphs as HTML.
    pub(super) fn body(&self) -> String {
        self.paragraphs.iter().map(|text| format!("<p>{text}</p>\n")).collect()
    }

    /// A page as a site sends it, with what stands around an article.
    pub(super) fn page(&self) -> String {
        self.page_after("")
    }

    /// The same with a comment of the program that saved it.
    pub(super) fn page_after(&self, comment: &str) -> String {
        let Self { title, url, language, author, .. } = self;
        let (direction, host, body) = (self.direction(), self.host(), self.body());
        format!(
            "<!DOCTYPE html> <html lang=\"{language}\" dir=\"{direction}\">{comment}\n<head>\
             <meta charset=\"utf-8\"><title>{title} | {host}</title>\n\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"{host}\">\n\
             <link rel=\"canonical\" href=\"{url}\"><meta name=\"author\" content=\"{author}\">\n\
             <meta property=\"article:published_time\" content=\"2024-03-05T08:00:00Z\"></head>\n\
             <body><nav><a href=\"/\">A</a> <a href=\"/b\">B</a> <a href=\"/c\">C</a></nav>\n\
             <article><h1>{title}</h1>\n{body}</article>\n\
             <footer><a href=\"/about\">{host}</a> 2024</footer></body></html>\n"
        )
    }

    /// The paragraphs as Markdown.
    pub(super) fn markdown(&self) -> String {
        self.paragraphs.join("\n\n") + "\n"
    }
}
