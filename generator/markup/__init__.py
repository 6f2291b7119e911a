"""How a thing looks on a page: shared by pages, data and the book.

- `escaping`: text as markup that can do no harm
- `paths`: the places of pages and files in the site
- `templates`: fills a view's template
- `compiled`: where compiled templates are kept
- `views`: small views that many pages share
- `inline`: parts of a line: counts, names, letters
- `folding`: how much of a long list is open from the start
- `when`: the dates of a claim in words
- `why`: why two answers compare as they do, in words
- `locating`: the page or chapter of a passage in words
- `writer`: the desk where a page is written: links, dates, speakers, citations
- `translations`: the translation of a quotation, with who made it
- `claims`: a claim as a line of a list and as a note
- `dating`: what shows a date in square brackets
- `periods`: the times of several answers, in words
- `readings`: the mark that an answer is our reading
- `speakers`: whom a claim credits, and through whom it came, in words
- `voice`: one voice: a document or a speaker whom it credits, with its answers
- `voices`: who says something and about when, in words
- `ties`: a tie as a sentence
- `together`: claims that say the same thing, as one line
- `sides`: who answers a question in which way, in words
- `amounts`: the amounts of a side, a line for each
- `leads`: the few lines that a question begins with
- `answers`: figures and choices in words
"""
