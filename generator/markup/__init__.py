"""How a thing looks on a page: shared by pages, data and the book.

- `escaping`: text to markup that can do no harm
- `paths`: where each page and file of the site stands
- `templates`: a view and its template to text
- `views`: the small views that many pages share
- `writer`: links, claims, citations and notes as a page has them
- `answers`: figures and choices in words
"""
