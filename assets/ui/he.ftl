# מילות הממשק. בכל קובץ בתיקייה הזאת אותם השמות.

articles = { $count ->
    [one] כתבה אחת
    [two] שתי כתבות
   *[other] { $count } כתבות
}

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
opening = נפתחת הכתובת { $address }
open-refused = לא נפתח; נפתחות רק כתובות של הרשת, דואר, FTP ו־Gemini: { $address }
open-failed = הכתובת לא נפתחה: { $reason }
open-no-way = אין כאן תוכנה לכך; אפשר לציין אחת ב־BROWSER, או להעתיק את הכתובת במקש c
command-next-link = הקישור הבא בכתבה
command-previous-link = הקישור הקודם בכתבה
command-open-link = פתיחת הקישור; אם אין, כתובת הכתבה
command-copy-link = העתקת הקישור; אם אין, כתובת הכתבה
command-copy-paragraph = העתקת הסימון; אם אין, הפסקה של ההתאמה או העליונה
command-copy-article = העתקת הכתבה: כותרת וטקסט
command-copy-title = העתקת הכותרת
