"""The book: the atlas as chapters of an EPUB, for readers of books and for bad networks."""
