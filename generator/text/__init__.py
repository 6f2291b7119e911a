"""What characters, words, dates and numbers mean, without any record.

- `characters`: which characters a file may not contain
- `folding`: one form for all typographic variants of a text, with the way back
- `matching`: whole words and numbers in a text
- `mixing`: words that a reader can't tell from others
- `look_alikes`: signs of other keyboards that look like plain ones
- `writing_systems`: the script of a text, its spaces, and the way it runs
- `seed`: the text of a document, with its lines, paragraphs and sentences
- `sentences`: where each sentence of a line begins
- `dates`: dates as records write them (EDTF)
- `date_guesses`: the date that English words mean
- `date_hints`: what to write instead of a text that is not a date
- `calendars`: days of other calendars, converted
- `calendar_dates`: dates of other calendars, with spans and doubts
- `days`: a day of the calendar, also before Christ
- `date_values`: a date as points in time
- `date_language`: the words for dates in one language
- `date_words`: a date in words
- `eras`: years before Christ and centuries in a text
- `numeric_dates`: dates that a text writes in numbers
- `numbers`: the numbers in a text
- `amounts`: numbers as they are found in a text
- `number_reader`: one number or amount, read from where it begins
- `number_tokens`: what a number can be made of, in order
- `number_words`: the words for numbers in one language
- `word_forms`: how a text may write the words of a language
"""
