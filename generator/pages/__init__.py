"""Pages: one view object a page, made from the atlas; the templates only lay them out.

- `home`: the first page
- `entity`: a person, unit or topic
- `about_entity`: what is said of it before its facts
- `sections`: its facts by type, in order of time
- `infobox`: its ties at a glance
- `network`: who stands beside it
- `fact`: one claim, with every field of its record
- `question`: the answers to a question
- `chart`: its answers on a scale
- `matrix`: its choices by who makes them
- `pairs`: its answers compared
- `cards`: a question in a few lines, for lists
- `source`: a document and what it says
- `indexes`: the lists of people, units, topics, questions, sources, claimants and names
- `disagreements`: the liveliest questions
- `timeline`: claims in order of time
- `moments`: what stands on the timeline, and its filters
- `map`: places
- `hierarchy`: who belongs to whom
- `without`: what would be left without a document
- `rests`: the documents that a page rests on
- `search`: the page of the search
- `data`: what can be taken away
- `editions`: the editions that can be taken along
- `foot`: how a page is cited, and where its data is
- `render`: a view to Markdown
"""
