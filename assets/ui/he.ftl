# מילות הממשק. בכל קובץ בתיקייה הזאת אותם השמות.

articles = { $count ->
    [one] כתבה אחת
    [two] שתי כתבות
   *[other] { $count } כתבות
}

## השורה התחתונה

articles-shown = { $count ->
    [one] { $shown } מתוך כתבה אחת
    [two] { $shown } מתוך שתי כתבות
   *[other] { $shown } מתוך { $count } כתבות
}
filter-on = סינון: { $query }
bookmarks-only = סימניות בלבד
unread-only = שלא נקראו בלבד
sort-newest = מהחדש לישן
sort-oldest = מהישן לחדש
sort-title = לפי כותרת
sort-source = לפי מקור
sort-author = לפי כותב
sort-longest = מהארוך לקצר
sort-shortest = מהקצר לארוך
sort-saved = מה שנשמר אחרון תחילה
sort-best = המתאים ביותר תחילה
loading = בטעינה …
progress-files = { $all ->
    [one] { $done } מתוך קובץ אחד
    [two] { $done } מתוך שני קבצים
   *[other] { $done } מתוך { $all } קבצים
}
progress-rate = { $rate ->
    [one] קובץ אחד בשנייה
    [two] שני קבצים בשנייה
   *[other] { $rate } קבצים בשנייה
}
progress-seconds = { $count ->
    [one] נותרה שנייה אחת
    [two] נותרו שתי שניות
   *[other] נותרו { $count } שניות
}
progress-minutes = { $count ->
    [one] נותרה דקה אחת
    [two] נותרו שתי דקות
   *[other] נותרו { $count } דקות
}
not-read = { $count ->
    [one] קובץ אחד לא נקרא ({ $key })
    [two] שני קבצים לא נקראו ({ $key })
   *[other] { $count } קבצים לא נקראו ({ $key })
}
samples = דוגמאות מובנות
read-only = דבר אינו נשמר
unsaved = שינויים שטרם נשמרו
help-hint = { $key } עזרה

## הקבוצות ברשימה

group-heading = { $name } · { $count }
group-month = קבוצות לפי חודש
group-day = קבוצות לפי יום
group-source = קבוצות לפי מקור
group-author = קבוצות לפי כותב
group-tag = קבוצות לפי תגית
group-language = קבוצות לפי שפה
group-folder = קבוצות לפי תיקייה
group-format = קבוצות לפי תבנית
group-none = בלי קבוצות
group-how = אין כאן קבוצות; המקש { $key } יוצר אותן
group-unknown = לא ידוע
group-untagged = בלי תגית
language = { $code ->
    [ar] ערבית
    [he] עברית
    [fa] פרסית
    [ur] אורדו
    [ckb] כורדית
    [ps] פשטו
    [sd] סינדהי
    [ug] אויגורית
    [yi] יידיש
    [en] אנגלית
    [fr] צרפתית
    [de] גרמנית
    [es] ספרדית
    [tr] טורקית
    [ru] רוסית
   *[other] { $code }
}

## הרשימה כשאין בה דבר

loading-library = הספרייה נטענת …
empty-library = אין כאן כתבות עדיין.
empty-advice = אפשר להניח שם קובצי טקסט, Markdown או HTML, או לבחור תיקייה אחרת:
no-file-read = אף קובץ כאן לא נקרא.
key-shows-why = המקש { $key } מראה מדוע.
none-passes = אף כתבה לא עברה את הסינון.
clear-or-change = { $clear } מנקה אותו, { $change } משנה אותו.
library-files = הקבצים האלה
library-input = הקלט התקני
library-samples = הדוגמאות

## קבצים שלא נקראו

problems = { $count ->
    [0] כל הקבצים נקראו.
    [one] קובץ אחד לא נקרא:
    [two] שני קבצים לא נקראו:
   *[other] { $count } קבצים לא נקראו:
}
problem = { $path }: { $reason }

## מה שנאמר לרגע

opening = הכתבה נפתחת …
bookmarked = נוספה סימנייה
bookmark-removed = הסימנייה הוסרה
marked-read = הכתבה סומנה כנקראה
marked-unread = הכתבה סומנה כלא נקראה
not-kept = { $done } עד היציאה בלבד; דבר אינו נשמר: { $reason }
bookmarks-not-kept = הסימניות לא יישמרו: { $reason }
not-saved = לא נשמר: { $reason }
saved = { $done }, נשמר
all-saved = כל השינויים נשמרו
not-refreshed = לא ניתן לקרוא את מה שנשמר במקום אחר: { $reason }
search-failed = החיפוש נכשל: { $reason }
dialect-now = אופן ההצגה: { $name }
match-at = מופע { $at } מתוך { $count }
no-filter = אין סינון; המקש { $key } מתחיל אחד
no-match = אין מופע בגוף הכתבה

## העזרה: כל פקודה בשמה במפת המקשים

help-title = מקשים
command-down = הכתבה הבאה או השורה הבאה
command-up = הכתבה הקודמת או השורה הקודמת
command-half-down = חצי עמוד קדימה
command-half-up = חצי עמוד אחורה
command-page-down = עמוד קדימה
command-page-up = עמוד אחורה
command-top = לראש
command-bottom = לסוף
command-other-pane = בין הרשימה לכתבה
command-list = אל הרשימה
command-open = קריאת הכתבה
command-alone = הכתבה לבדה או לצד הרשימה
command-back = חזרה, או ביטול הסינון
command-filter = סינון: מילים, "צירוף", -בלי
command-next-match = המופע הבא בכתבה
command-previous-match = המופע הקודם בכתבה
command-bookmark = הוספת סימנייה או הסרתה
command-bookmarks-only = סימניות בלבד או הכול
command-unread = סימון כלא נקראה או כנקראה
command-unread-only = שלא נקראו בלבד או הכול
command-sort = מיון: תאריך, כותרת, מקור, כותב, אורך, שמירה; בסינון גם לפי התאמה
command-group = קבוצות: חודש, יום, מקור, כותב, תגית, שפה, תיקייה, תבנית; או בלי
command-fold = קיפול הקבוצה או פתיחתה
command-fold-all = קיפול כל הקבוצות או פתיחתן
command-next-group = אל הקבוצה הבאה
command-previous-group = אל הקבוצה הקודמת
command-marks = הצגת הניקוד או הסתרתו
command-dialect = אופן ההצגה הבא, אם האותיות שגויות
command-problems = קבצים שלא נקראו
command-help = העזרה הזאת
command-redraw = ציור המסך מחדש
command-suspend = השהיה; הפקודה fg מחזירה
command-quit = יציאה
## בדיקת המסוף

self-test-sample = דוגמה { $number } מתוך { $count }
self-test-question = איזו דוגמה נקראת כראוי? הקישו את מספרה, { 1 } עד { $count }, או { 0 } אם אף אחת מהן.
self-test-keys = מקש הרווח מציג את הדוגמה הבאה, Backspace את הקודמת, Esc משאיר הכול כפי שהוא.

## קריאה שורה אחר שורה

linear-word-more = עוד
linear-word-next = הבא
linear-word-previous = הקודם
linear-word-first = התחלה
linear-word-bookmark = סימנייה
linear-word-unread = לא-נקרא
linear-word-list = רשימה
linear-word-links = קישורים
linear-word-sort = מיון
linear-word-groups = קבוצות
linear-word-help = עזרה
linear-word-quit = יציאה
linear-samples = אלה כתבות לדוגמה שבאות עם התוכנה. ציינו תיקייה כדי לקרוא את שלכם.
linear-comma = { ", " }
linear-unread = לא נקראה
linear-bookmarked = בסימנייה
linear-progress = נקראו { $percent }%
linear-heading = כותרת:
linear-picture = תמונה:
linear-more-articles = { $count ->
    [one] יש עוד כתבה אחת: הקישו Enter.
    [two] יש עוד שתי כתבות: הקישו Enter.
   *[other] יש עוד { $count } כתבות: הקישו Enter.
}
linear-no-article = אין כתבה שעוברת את הסינון. לוכסן לבדו מבטל אותו.
linear-list-end = סוף הרשימה. מספר פותח כתבה, l מציג את הרשימה מחדש.
linear-no-such-article = אין כתבה במספר הזה.
linear-going-on = ממשיכים מהמקום שבו עצרתם, { $percent }%. המילה „התחלה” מחזירה לראש הכתבה.
linear-read-so-far = נקראו { $percent }%. הקישו Enter להמשך.
linear-article-end = סוף הכתבה. l חוזר לרשימה, n עובר לכתבה הבאה.
linear-no-link = אין קישור כזה.
linear-which = איזו כתבה? הוסיפו את מספרה.
linear-chosen = נבחר
linear-choose = לבחירה הוסיפו את המספר: { $example }
linear-bookmark-set = הסימנייה נוספה.
linear-bookmark-removed = הסימנייה הוסרה.
linear-marked-read = הכתבה סומנה כנקראה.
linear-marked-unread = הכתבה סומנה כלא נקראה.
linear-not-kept = דבר לא יישמר אחרי הקריאה הזאת: { $reason }
linear-unknown = פקודה לא מוכרת. סימן שאלה מציג את הפקודות.
linear-help =
    מספר פותח את הכתבה שזה מספרה; בתוך כתבה הוא מציג את כתובת הקישור.
    Enter, ‏m או „עוד”: העמוד הבא של הרשימה או של הכתבה.
    n או „הבא”, p או „הקודם”: הכתבה הבאה, הכתבה הקודמת.
    f או „התחלה”: הכתבה או הרשימה מההתחלה.
    l או „רשימה”: בחזרה לרשימה.
    b או „סימנייה”: הוספת סימנייה או הסרתה; u או „לא-נקרא”: סימון כלא נקראה או כנקראה. ברשימה, עם מספר: b 3.
    links או „קישורים”: כתובות כל הקישורים בכתבה.
    s או „מיון”: סדרי הרשימה; g או „קבוצות”: קבוצותיה. עם מספר הרשימה מוצגת כך: s 2.
    לוכסן ומילים: רק כתבות שיש בהן המילים האלה. לוכסן לבדו: כל הכתבות.
    ? או „עזרה”: העזרה הזאת. q או „יציאה”: סיום.
## העתקה וקישורים

words = { $count ->
    [one] מילה אחת
    [two] שתי מילים
   *[other] { $count } מילים
}
copied-selection = הסימון הועתק: { $size }
copied-paragraph = הפסקה הועתקה: { $size }
copied-article = הכתבה הועתקה: { $size }
copied-title = הכותרת הועתקה: { $size }
copied-link = הכתובת הועתקה: { $address }
copied-nothing = דבר לא הועתק: { $reason }
copy-in-tmux = במאגר של tmux
copy-unsure = אם המסוף מתיר
copy-long = ייתכן שהוא ארוך מדי למסוף
copy-refused = המסוף הזה אינו מקבל טקסט; wl-clipboard, ‏xclip או tmux יעזרו
copy-refused-afar = המסוף אינו מקבל טקסט ממחשב מרוחק; אפשר לסמן בעכבר עם Shift
copy-nothing-open = צריך לפתוח כתבה קודם
link = קישור { $number } מתוך { $count }: { $address }
link-none = אין קישורים בכתבה הזאת
link-no-address = לא כתוב בכתבה היכן פורסמה
opening-address = נפתחת הכתובת { $address }
open-refused = לא נפתח; נפתחות רק כתובות של הרשת ושל דואר: { $address }
open-failed = הכתובת לא נפתחה: { $reason }
open-no-way = אין כאן תוכנה לכך; אפשר לציין אחת ב־BROWSER, או להעתיק את הכתובת במקש c
command-next-link = הקישור הבא בכתבה
command-previous-link = הקישור הקודם בכתבה
command-open-link = פתיחת הקישור; אם אין, כתובת הכתבה
command-copy-link = העתקת הקישור; אם אין, כתובת הכתבה
command-copy-paragraph = העתקת הסימון; אם אין, הפסקה של ההתאמה או העליונה
command-copy-article = העתקת הכתבה: כותרת וטקסט
command-copy-title = העתקת הכותרת

## מה שהעמוד אומר לצד הכתבה

notes = הערות
list-comma = { ", " }
page-tags = תגיות: { $tags }
page-no-text = מהכתבה הזאת נשמרה רק הכתובת, לא הטקסט.
page-no-text-advice = { $key } פותח את הכתובת.
no-text-saved = הטקסט לא נשמר
page-encoding = נקרא בקידוד { $name }, שנקבע בניחוש; { $key } בוחר קידוד אחר.
page-encoding-chosen = נקרא בקידוד { $name }, כפי שבחרתם; { $key } בוחר קידוד אחר.
page-member = מתוך { $member } שבקובץ { $file }
page-versions = { $count ->
    [one] נשמר גם בתור { $places }; המקש { $key } מציג אותו.
    [two] נשמר גם בתור { $places }; המקש { $key } מציג את הגרסה הבאה.
   *[other] נשמר גם בתור { $places }; המקש { $key } מציג את הגרסה הבאה.
}
page-whole = העמוד כולו, כפי שנשמר; { $key } מציג רק את הכתבה.

## בחירה באופן ההצגה של הכתבה

command-whole = העמוד כולו, או הכתבה שבו
command-encoding = בחירת קידוד, אם האותיות שגויות
command-version = הגרסה השמורה הבאה של הכתבה
whole-page = העמוד כולו
article-alone = הכתבה בלבד
version-now = גרסה { $number } מתוך { $count }: { $place }
version-only = הכתבה הזאת נשמרה פעם אחת בלבד
encoding-menu = קידוד: { $keep } משאיר אותו, { $back } מחזיר את הקודם
encoding-found = כפי שזוהה
encoding-now = נקרא בתור { $name } עד היציאה
encoding-found-now = נקרא בתור { $name }, כפי שזוהה
script-all = כל הכתבים (יוניקוד)
script-arabic = ערבית, פרסית, אורדו
script-hebrew = עברית, יידיש
script-hebrew-visual = עברית חזותית, משמאל לימין
script-western = מערב אירופה
script-turkish = טורקית
script-central = מרכז אירופה
script-cyrillic = קירילית
script-greek = יוונית
script-chinese = סינית
script-japanese = יפנית
script-korean = קוריאנית

## למה קבצים לא נקראו

problem-group = { $reason } ({ $count })
reason-empty = הקובץ ריק
reason-binary = לא טקסט אלא { $detail }
reason-no-article = אין בו כתבה: { $detail }
reason-damaged = פגום: { $detail }
reason-locked = נעול בסיסמה; יש לפרוס אותו קודם
reason-too-large = גדול מדי: יותר מ־{ $detail }
reason-other = { $detail }
reason-missing = אין קובץ או תיקייה בשם הזה
reason-forbidden = אין הרשאה לקרוא אותו
reason-not-regular = לא קובץ רגיל
reason-dead-link = קישור שאינו מוביל לשום מקום
reason-outside-link = קישור שמוביל אל מחוץ לספרייה
reason-folder-link = קישור לתיקייה, שאין הולכים אחריו
reason-link-loop = קישורים שסובבים במעגל
reason-folder-loop = תיקייה שמעוגנת בתוך עצמה
reason-too-deep = תיקיות מקוננות עמוק מדי
reason-gone = הכתבה כבר אינה בקובץ הזה
reason-failed = התוכנה נכשלה בקובץ הזה; נשמח לדיווח
kind-image = תמונה
kind-recording = הקלטה
kind-video = סרטון
kind-pdf = מסמך PDF; הכלי pdftotext מפיק ממנו טקסט
kind-document = מסמך של מעבד תמלילים; יש לשמור אותו כטקסט או כ־HTML
kind-book = ספר בתבנית שאינה נקראת
kind-archive = ארכיון; יש לפרוס אותו קודם
kind-data = נתונים
kind-database = מסד נתונים
kind-program = תוכנה
kind-font = גופן
lacks-text = אין בו טקסט
lacks-header = אין בו כותרת של newsboat
reason-too-long = גדול מדי: { $detail }
reason-too-slow = הקריאה אורכת יותר מדי זמן; לכל היותר יוצגו המילים
lacks-fields = אין בו כותרת ולא טקסט
lacks-links = הרשימה ריקה
kind-feeds = רשימת עדכונים; קורא עדכונים נרשם אליהם
limit-unpacked = אחרי הפריסה הוא גדול מכל כתבה
limit-count = יש בו יותר חלקים מכפי שנקרא
limit-nested = מקונן עמוק מדי; יש לפרוס את הארכיונים החיצוניים
archive-outside = שמו מוביל אל מחוץ לארכיון
archive-link = קישור, ובארכיון אין הולכים אחרי קישורים
archive-packed = דחוס בשיטה שאינה נקראת כאן; יש לפרוס את הארכיון קודם
archive-cut = הארכיון נקטע בו; יש להעתיק או להוריד אותו שוב
archive-list = רשימת התוכן שלו חסרה או פגומה; יש להעתיק או להוריד אותו שוב
archive-empty = הארכיון ריק, או שיש בו רק חלקי דפים
book-locked = ספר שהמוכר נעל; רק התוכנות שלו פותחות אותו
book-incomplete = חסר חלק מן הספר

## Notes, tags, marked passages

note-prompt = הערה:
passage-note-prompt = הערה לקטע:
tags-prompt = תגיות:
note-saved = ההערה נשמרה
note-removed = ההערה נמחקה
tags-saved = התגיות נשמרו
passage-marked = הקטע סומן
passage-unmarked = סימון הקטע הוסר
passage-noted = לקטע זה יש הערה; הסימון יוסר כשתימחק
passage-none = אין מה לסמן: צריך לפתוח כתבה קודם
adopt-offer = האם זו הכתבה שסומנה בשם „{ $title }”? המקש { $key } אומר כן.
adopted = הסימונים שלה שייכים עכשיו לכתבה הזאת
adopt-none = לא נשאלה שאלה על הכתבה הזאת
command-note = כתיבת הערה: לטקסט הנבחר, ואם אין, לכתבה
command-tags = תגיות, מופרדות בפסיקים
command-highlight = סימון הטקסט הנבחר, ואם אין, הפסקה; שוב: הסרת הסימון
command-adopt = זו הכתבה שעליה נשאלה השאלה
