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
