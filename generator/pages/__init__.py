"""Pages: one view object a page, made from the atlas; the templates only lay them out."""
