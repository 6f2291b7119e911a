"""Pages: a view object for each page, made from the atlas; the templates only lay it out.

- `home`: the first page
- `entity`: a person, unit or topic
- `about_entity`: what comes before its facts
- `sections`: its facts by type, in order of time
- `infobox`: its ties at a glance
- `network`: its neighbours
- `fact`: one claim, with every field of its record
- `question`: the answers to a question
- `chart`: its answers on a scale
- `matrix`: its choices, document by document
- `pairs`: its answers compared
- `cards`: a question in a few lines, for lists
- `source`: a document and what it says
- `indexes`: the lists of people, units, topics, questions, sources, claimants and names
- `disagreements`: all questions by their standing
- `grid`: questions by documents
- `timeline`: claims in order of time
- `moments`: the lines of the timeline, and its filters
- `map`: places
- `hierarchy`: who belongs to whom
- `without`: what would be left without a document
- `rests`: the documents that a page rests on
- `search`: the page of the search
- `data`: the data files
- `editions`: the editions to take away
- `foot`: how to cite a page, and where its data is
- `render`: a view to Markdown
"""
