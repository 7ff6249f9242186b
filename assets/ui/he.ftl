# מילות הממשק. בכל קובץ בתיקייה הזאת אותם השמות.

articles = { $count ->
    [one] כתבה אחת
    [two] שתי כתבות
   *[other] { $count } כתבות
}

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
    לוכסן ומילים: רק כתבות שיש בהן המילים האלה. לוכסן לבדו: כל הכתבות.
    ? או „עזרה”: העזרה הזאת. q או „יציאה”: סיום.
## איזה מסוף (doctor)

doctor-marks = ניקוד
doctor-marks-show = הניקוד מוצג
doctor-marks-hide = הניקוד מוסתר: במסוף הזה הוא מקלקל את האותיות
doctor-clipboard = לוח
doctor-clipboard-takes = מה שמועתק מגיע ללוח
doctor-clipboard-refuses = מה שמועתק אינו מגיע ללוח, אלא אם התרת זאת במסוף
doctor-clipboard-unknown = לא ידוע אם מה שמועתק מגיע ללוח
doctor-passage = מעבר
doctor-passage-direct = רצפי הבקרה מגיעים ישר למסוף
doctor-passage-wrapped = רצפי הבקרה עוברים במעטפה דרך המרבב
doctor-entering = כניסה
doctor-leaving = יציאה
doctor-choices = בחירות
