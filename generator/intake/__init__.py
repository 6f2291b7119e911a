"""Taking documents in: a file of any usual format becomes a seed, with what is known about it.

- `document`: what the formats have in common
- `encodings`: turns bytes into text
- `cleaning`: characters that nobody sees
- `from_text`: plain text
- `heads`: running heads and page numbers, dropped
- `breaks`: where a paragraph ends
- `hyphens`: words broken at the end of a line
- `reflow`: turns lines into paragraphs
- `formats`: which reader a file takes
- `layout`: turns paragraphs into a seed, and says where its pages and headings begin
- `source_record`: what is written about the document, and what is left open
- `naming`: the names of its files, and its letter
- `stock`: what the project has already
- `take`: turns a file into everything that the project gets from it
- `report`: what was done, and what is doubtful
"""
