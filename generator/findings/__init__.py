"""What comparing the claims shows.

- `compare`: the outcome for two answers to one question
- `saying`: what two answers say
- `scope`: whether two answers are about one thing
- `timing`: when a claim holds, and how that is known
- `placing`: where a claim belongs in time
- `quantities`: figures as intervals
- `standing`: the outcome for a question as a whole
- `periods`: the times that several answers are about
- `groups`: things that count as one
- `origins`: which facts go back to one source, and how many originators answers have
- `alike`: which claims say the same thing
- `sides`: who answers a question in which way
- `parties`: claimants who are a party to what they claim
- `membership`: what an entity belongs to, from office to body to state
- `findings`: all findings, worked out once
- `ties`: ties between entities, with the claims that state them
- `hierarchy`: who belongs to whom, as trees
- `neighbours`: the entities that have ties to an entity, or are named together with it
- `articles`: which names take an article
- `offices`: what each document says that a person is
- `spellings`: which documents use which name
- `without`: what would be left without a document
"""
