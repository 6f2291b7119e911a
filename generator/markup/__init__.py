"""How a thing looks on a page: shared by pages, data and the book.

- `escaping`: text to markup that can do no harm
- `paths`: where each page and file of the site stands
- `templates`: a view and its template to text
- `views`: the small views that many pages share
- `inline`: what stands inside a line: counts, names, letters
- `writer`: the desk a page is written at: links, dates, who says a thing, citations
- `claims`: a claim as a line of a list, and as a note
- `answers`: figures and choices in words
"""
