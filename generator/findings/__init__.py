"""What comparing the claims brings.

- `compare`: how two answers to one question stand to each other
- `quantities`: figures as intervals
- `standing`: how the answers to a question stand as a whole
- `parties`: whether a claimant has a part in what it claims
- `findings`: all of it, found once
- `bonds`: relations between entities, with the claims that state them
- `hierarchy`: who belongs to whom, as trees
- `neighbours`: who stands beside an entity
- `without`: what would be left without a document
"""
