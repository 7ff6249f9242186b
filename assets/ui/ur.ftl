# رابطے کے الفاظ۔ اس فولڈر کی ہر فائل میں یہی نام ہیں۔

articles = { $count ->
    [one] { $count } مضمون
   *[other] { $count } مضامین
}
