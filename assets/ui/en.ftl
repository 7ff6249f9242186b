# The words of the interface. Every file in this folder has the same names.

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
