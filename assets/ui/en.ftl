# The words of the interface. Every file in this folder has the same names.

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

## The self-test of the terminal

self-test-sample = Sample { $number } of { $count }
self-test-question = Which sample reads right? Press its number, 1 to { $count }; 0 if none does.
self-test-keys = Space shows the next one, Backspace the one before, Esc leaves everything as it is.
