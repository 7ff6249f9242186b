# מילות הממשק. בכל קובץ בתיקייה הזאת אותם השמות.

articles = { $count ->
    [one] כתבה אחת
    [two] שתי כתבות
   *[other] { $count } כתבות
}

## בדיקת המסוף

self-test-sample = דוגמה { $number } מתוך { $count }
self-test-question = איזו דוגמה נקראת כראוי? הקישו את מספרה, 1 עד { $count }, או 0 אם אף אחת מהן.
self-test-keys = מקש הרווח מציג את הדוגמה הבאה, Backspace את הקודמת, Esc משאיר הכול כפי שהוא.
