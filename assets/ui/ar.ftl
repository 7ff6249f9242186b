# كلمات الواجهة. في كل ملفّ من هذا المجلّد الأسماء نفسها.

articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
