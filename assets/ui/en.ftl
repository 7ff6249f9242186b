# The words of the interface. Every file in this folder has the same names.

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

## Which terminal (doctor)

doctor-marks = marks
doctor-marks-show = vowel signs are shown
doctor-marks-hide = vowel signs are hidden: they would spoil the letters here
doctor-clipboard = clipboard
doctor-clipboard-takes = what is copied reaches the clipboard
doctor-clipboard-refuses = what is copied does not reach the clipboard, unless you have allowed it there
doctor-clipboard-unknown = not known whether what is copied reaches the clipboard
doctor-passage = passage
doctor-passage-direct = control sequences go straight to the terminal
doctor-passage-wrapped = control sequences go through the multiplexer in an envelope
doctor-entering = entering
doctor-leaving = leaving
doctor-choices = choices
