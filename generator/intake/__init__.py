"""Taking documents in: a file of any usual format becomes a seed, with what is known of it.

- `document`: what the formats have in common
- `encodings`: bytes to text
- `cleaning`: characters that nobody sees
- `from_text`: plain text
- `heads`: running heads and page numbers, dropped
- `breaks`: where a paragraph ends
- `hyphens`: words broken at the end of a line
- `reflow`: lines to paragraphs
- `formats`: which reader a file takes
- `layout`: paragraphs to a seed, and where its pages and headings begin
- `source_record`: what is written of the document, and what is left open
- `naming`: the names of its files, and its letter
- `stock`: what the project has already
- `take`: a file to all that the project gets of it
- `report`: what was done, and what is doubtful
"""
