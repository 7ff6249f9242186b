# The words of the interface. Every file in this folder has the same names.

articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

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
opening = Opening { $address }
open-refused = Not opened, only addresses of the web, mail, FTP and Gemini are: { $address }
open-failed = The address was not opened: { $reason }
open-no-way = there is no program for it here; BROWSER names one, and c copies the address
command-next-link = next link in the article
command-previous-link = previous link in the article
command-open-link = open the link; without one, the article’s address
command-copy-link = copy the link; without one, the article’s address
command-copy-paragraph = copy the selection, else the paragraph of the match, else the top one
command-copy-article = copy the article: title and text
command-copy-title = copy the title
