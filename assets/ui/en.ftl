# The words of the interface. Every file in this folder has the same names.

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

## The bottom row

articles-shown = { $count ->
    [one] { $shown } of { $count } article
   *[other] { $shown } of { $count } articles
}
filter-on = filter { $query }
bookmarks-only = bookmarks only
unread-only = unread only
sort-newest = newest first
sort-oldest = oldest first
sort-title = by title
sort-source = by source
sort-author = by author
sort-longest = longest first
sort-shortest = shortest first
sort-saved = saved last first
sort-best = best match first
loading = reading …
progress-files = { $all ->
    [one] { $done } of { $all } file
   *[other] { $done } of { $all } files
}
progress-rate = { $rate ->
    [one] { $rate } file a second
   *[other] { $rate } files a second
}
progress-seconds = { $count ->
    [one] { $count } second left
   *[other] { $count } seconds left
}
progress-minutes = { $count ->
    [one] { $count } minute left
   *[other] { $count } minutes left
}
not-read = { $count } not read ({ $key })
samples = built-in samples
read-only = nothing is kept
unsaved = changes not saved yet
help-hint = { $key } help

## Groups in the list

group-heading = { $name } · { $count }
group-month = grouped by month
group-day = grouped by day
group-source = grouped by source
group-author = grouped by author
group-tag = grouped by tag
group-language = grouped by language
group-folder = grouped by folder
group-format = grouped by format
group-none = no groups
group-how = no groups here: { $key } makes some
group-unknown = none known
group-untagged = no tag
language = { $code ->
    [ar] Arabic
    [he] Hebrew
    [fa] Persian
    [ur] Urdu
    [ckb] Kurdish
    [ps] Pashto
    [sd] Sindhi
    [ug] Uyghur
    [yi] Yiddish
    [en] English
    [fr] French
    [de] German
    [es] Spanish
    [tr] Turkish
    [ru] Russian
   *[other] { $code }
}

## The list where there is nothing in it

loading-library = Reading …
empty-library = No articles here yet.
empty-advice = Put text, Markdown or HTML there, or name another directory:
no-file-read = No file could be read here.
key-shows-why = { $key } shows why.
none-passes = No article passes the filter.
clear-or-change = { $clear } clears it, { $change } changes it.
library-files = these files
library-input = standard input
library-samples = the samples

## Files that could not be read

problems = { $count ->
    [0] Every file could be read.
    [one] { $count } file could not be read:
   *[other] { $count } files could not be read:
}
problem = { $path }: { $reason }

## What is said for a while

opening = Opening …
bookmarked = bookmarked
bookmark-removed = bookmark removed
marked-read = marked as read
marked-unread = marked as unread
not-kept = { $done } until you leave; nothing is kept: { $reason }
bookmarks-not-kept = bookmarks will not be kept: { $reason }
not-saved = not saved: { $reason }
saved = { $done }, saved
all-saved = all changes are saved
not-refreshed = what was saved elsewhere cannot be read: { $reason }
search-failed = searching failed: { $reason }
dialect-now = dialect: { $name }
match-at = match { $at } of { $count }
no-filter = no filter; { $key } sets one
no-match = no match in this article's text

## The help: each command under its name in the keymap

help-title = Keys
command-down = next article; next line
command-up = previous article; previous line
command-half-down = half a page on
command-half-up = half a page back
command-page-down = a page on
command-page-up = a page back
command-top = to the first
command-bottom = to the last
command-other-pane = between list and article
command-list = to the list
command-open = read the article
command-alone = the article alone, or beside the list
command-back = back; clear the filter
command-filter = filter: words, "a phrase", -without
command-next-match = next match in the article
command-previous-match = previous match in the article
command-bookmark = bookmark, or remove the bookmark
command-bookmarks-only = bookmarks only, or all
command-unread = mark as unread, or as read
command-unread-only = unread only, or all
command-sort = sort: date, title, source, author, length, saving; match to the filter
command-group = groups: month, day, source, author, tag, language, folder, format; none
command-fold = fold the group, or unfold it
command-fold-all = fold all groups, or unfold them
command-next-group = to the next group
command-previous-group = to the previous group
command-marks = show or hide vowel signs
command-dialect = next dialect, if letters look wrong
command-problems = files that could not be read
command-help = this help
command-redraw = draw the screen anew
command-suspend = suspend; `fg` comes back
command-quit = quit
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
linear-word-sort = sort
linear-word-groups = groups
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
linear-chosen = chosen
linear-choose = To choose one, add its number: { $example }
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
    s: the orders of the list; g: its groups. With a number, the list comes so: s 2.
    A slash and words: only articles with these words. A slash alone: all articles.
    ?: this help. q: quit.
## Copying and links

words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
copied-selection = Selection copied: { $size }
copied-paragraph = Paragraph copied: { $size }
copied-article = Article copied: { $size }
copied-title = Title copied: { $size }
copied-link = Address copied: { $address }
copied-nothing = Nothing was copied: { $reason }
copy-in-tmux = in tmux’s buffer
copy-unsure = if the terminal lets it through
copy-long = it may be too long for the terminal
copy-refused = this terminal takes no text; wl-clipboard, xclip or tmux would help
copy-refused-afar = your terminal takes no text from afar; select it with Shift and the mouse
copy-nothing-open = Open an article first
link = Link { $number } of { $count }: { $address }
link-none = There are no links in this article
link-no-address = The article does not say where it was published
opening-address = Opening { $address }
open-refused = Not opened, only addresses of the web and of mail are: { $address }
open-failed = The address was not opened: { $reason }
open-no-way = there is no program for it here; BROWSER names one, and c copies the address
command-next-link = next link in the article
command-previous-link = previous link in the article
command-open-link = open the link; without one, the article’s address
command-copy-link = copy the link; without one, the article’s address
command-copy-paragraph = copy the selection, else the paragraph of the match, else the top one
command-copy-article = copy the article: title and text
command-copy-title = copy the title

## What a page says beside the article

notes = Notes
list-comma = { ", " }
page-tags = Tags: { $tags }
page-no-text = Only the address of this article was saved, not its text.
page-no-text-advice = { $key } opens the address.
no-text-saved = no text saved
page-encoding = Read as { $name }, which was found out; { $key } chooses another encoding.
page-encoding-chosen = Read as { $name }, as you chose; { $key } chooses another encoding.
page-member = From { $member } in { $file }
page-versions = { $count ->
    [one] Also saved as { $places }; { $key } shows it.
   *[other] Also saved as { $places }; { $key } shows the next one.
}
page-whole = The whole page as it was saved; { $key } shows the article alone.

## Choosing how an article is shown

command-whole = the whole page, or the article in it
command-encoding = choose the encoding, if letters are wrong
command-version = the next saved version of the article
whole-page = the whole page
article-alone = the article alone
version-now = version { $number } of { $count }: { $place }
version-only = this article is saved only once
encoding-menu = Encoding: { $keep } keeps it, { $back } goes back
encoding-found = as found out
encoding-now = read as { $name } until you leave
encoding-found-now = read as { $name }, as found out
script-all = all scripts (Unicode)
script-arabic = Arabic, Persian, Urdu
script-hebrew = Hebrew, Yiddish
script-hebrew-visual = Hebrew, left to right
script-western = Western Europe
script-turkish = Turkish
script-central = Central Europe
script-cyrillic = Cyrillic
script-greek = Greek
script-chinese = Chinese
script-japanese = Japanese
script-korean = Korean

## Why files were not read

problem-group = { $reason } ({ $count })
reason-empty = the file is empty
reason-binary = not text but { $detail }
reason-no-article = no article in it: { $detail }
reason-damaged = damaged: { $detail }
reason-locked = locked with a password; unpack it first
reason-too-large = too large: more than { $detail }
reason-other = { $detail }
reason-missing = no such file or directory
reason-forbidden = no permission to read it
reason-not-regular = not a regular file
reason-dead-link = a link that leads nowhere
reason-outside-link = a link that leads out of the library
reason-folder-link = a link to a folder, which is not followed
reason-link-loop = a loop of links
reason-folder-loop = a folder that is mounted inside itself
reason-too-deep = folders nested too deep to follow
reason-gone = the article is no longer in this file
reason-failed = the program failed on this file; please report it
kind-image = an image
kind-recording = a recording
kind-video = a video
kind-pdf = a PDF document; pdftotext makes text of it
kind-document = a word processor’s document; save it as text or HTML
kind-book = a book in a format that is not read
kind-archive = an archive; unpack it first
kind-data = data
kind-database = a database
kind-program = a program
kind-font = a font
lacks-text = it has no text
lacks-header = it has no newsboat header
reason-too-long = too large: { $detail }
reason-too-slow = it takes too long to read; at most its words are shown
lacks-fields = neither a headline nor a text
lacks-links = the list is empty
kind-feeds = a list of feeds; a feed reader subscribes to them
limit-unpacked = unpacked it is larger than any article
limit-count = more parts than are read
limit-nested = nested deeper than is read; unpack the outer archives
archive-outside = its name leads out of the archive
archive-link = a link, which is not followed in archives
archive-packed = packed in a way that is not read here; unpack the archive first
archive-cut = the archive ends in it; copy or download it again
archive-list = its list of members is missing or broken; copy or download it again
archive-empty = the archive is empty, or holds only parts of pages
book-locked = a book locked by its seller; only the seller’s programs open it
book-incomplete = a part of the book is missing

## Notes, tags, marked passages

note-prompt = Note:
passage-note-prompt = Note on the passage:
tags-prompt = Tags:
note-saved = note saved
note-removed = note removed
tags-saved = tags saved
passage-marked = passage marked
passage-unmarked = passage no longer marked
passage-noted = there is a note on this passage; without its words it goes
passage-none = nothing to mark: open an article first
adopt-offer = Is this the article that you marked as “{ $title }”? { $key } says yes.
adopted = its marks are this article’s now
adopt-none = nobody has asked about this article
command-note = write a note: on the selection, else on the article
command-tags = tags, parted by commas
command-highlight = mark the selection, else the paragraph; again: mark it no more
command-adopt = take the article for the one that was asked about
