# The words of the interface. Every file in this folder has the same names.

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

## The self-test of the terminal

self-test-sample = Sample { $number } of { $count }
self-test-question = Which sample reads right? Press its number, { 1 } to { $count }; { 0 } if none does.
self-test-keys = Space shows the next one, Backspace the one before, Esc leaves everything as it is.

## The line-oriented reader

linear-word-more = more
linear-word-next = next
linear-word-previous = previous
linear-word-first = first
linear-word-bookmark = bookmark
linear-word-unread = unread
linear-word-list = list
linear-word-links = links
linear-word-help = help
linear-word-quit = quit
linear-samples = These are the built-in samples. Name a directory to read your own articles.
linear-comma = { ", " }
linear-unread = unread
linear-bookmarked = bookmarked
linear-progress = { $percent }% read
linear-heading = Heading:
linear-picture = Picture:
linear-more-articles = { $count ->
    [one] One more article: press Enter.
   *[other] { $count } more articles: press Enter.
}
linear-no-article = No article passes the filter. A slash alone clears it.
linear-list-end = End of the list. A number reads an article; l lists from the start.
linear-no-such-article = There is no article with that number.
linear-going-on = Going on where you stopped, at { $percent }%. First starts over.
linear-read-so-far = { $percent }% read. Enter goes on.
linear-article-end = End of the article. l goes back to the list, n to the next article.
linear-no-link = There is no such link.
linear-which = Which one? Add its number.
linear-bookmark-set = Bookmarked.
linear-bookmark-removed = Bookmark removed.
linear-marked-read = Marked as read.
linear-marked-unread = Marked as unread.
linear-not-kept = Nothing is kept beyond this session: { $reason }
linear-unknown = I do not know that. A question mark tells what there is.
linear-help =
    A number reads that article; in an article, it gives the address of that link.
    Enter or m: the next page of the list or the article.
    n, p: the next article, the previous one.
    f: the article, or the list, from the start.
    l: back to the list.
    b: bookmark, or remove the bookmark; u: mark as unread, or as read. In the list, with a number: b 3.
    links: the addresses of all links in the article.
    A slash and words: only articles with these words. A slash alone: all articles.
    ?: this help. q: quit.
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
