"""What characters, words, dates and numbers mean, without any record.

- `characters`: which characters a file may not hold
- `folding`: one form for the spellings of a text, with the way back to its own positions
- `matching`: where words and numbers stand in a text as a whole
- `writing_systems`: the script of a name, and the way it runs
- `seed`: the text of a document, with its lines, paragraphs and sentences
- `dates`: EDTF: reading a date, and whether it may be so
- `date_values`: a date as points in time
- `date_words`: a date in words
- `numbers`: the numbers that a text states
- `number_reader`: one number or amount, read from where it begins
- `number_words`: the words for numbers in one language
"""
