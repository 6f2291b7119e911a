"""Random hostile input, for as long as there is time.

`python -m tests.fuzz --seconds N` tries each of the targets for its share of the time, and prints how
many inputs were tried, how many ended in a crash, and how many texts were not seen as typed.

`python -m tests.fuzz --guided` lets atheris choose the input, by which lines the input before it reached. It needs
`pip install --require-hashes --requirement requirements/fuzz.txt`, and Linux.

- `guided`: the targets as atheris calls them
- `targets`: what is tried, and what must hold for every input
- `mutants`: small whole projects, each with something changed
- `past.yaml`: what once failed; it is tried again in every run of the tests
"""
