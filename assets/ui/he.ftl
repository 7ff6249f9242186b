# מילות הממשק. בכל קובץ בתיקייה הזאת אותם השמות.

articles = { $count ->
    [one] כתבה אחת
    [two] שתי כתבות
   *[other] { $count } כתבות
}

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
loading = בטעינה …
not-read = { $count ->
    [one] קובץ אחד לא נקרא ({ $key })
    [two] שני קבצים לא נקראו ({ $key })
   *[other] { $count } קבצים לא נקראו ({ $key })
}
samples = דוגמאות מובנות
read-only = דבר אינו נשמר
help-hint = { $key } עזרה

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
command-sort = מיון: מהחדש, מהישן, כותרת, מקור
command-marks = הצגת הניקוד או הסתרתו
command-dialect = אופן ההצגה הבא, אם האותיות שגויות
command-problems = קבצים שלא נקראו
command-help = העזרה הזאת
command-redraw = ציור המסך מחדש
command-suspend = השהיה; הפקודה fg מחזירה
command-quit = יציאה
