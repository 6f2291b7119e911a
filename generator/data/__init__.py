"""The same claims for programs, and the index of the search.

- `models`: the package of the shapes of the JSON files
- `from_claims`: claims in these shapes
- `from_atlas`: everything else in these shapes
- `withdrawn`: withdrawn claims, in these shapes and in the feed
- `docstrings`: the docstrings that the schemas contain
- `json_files`: the JSON files and their schemas
- `tables`: a table as CSV
- `columns`, `source_columns`: the CSV files and their columns
- `linked_terms`: JSON-LD: what each term means
- `linked_data`: JSON-LD: names, context and files
- `linked_claims`, `linked_nodes`: JSON-LD: claims, and all other things, as nodes
- `creators`: creators of works, as bibliographies name them
- `works`: what bibliographies know of a claim, page or document
- `work_dates`: the dates of works, in each form of a bibliography
- `citing`: how to cite each of them
- `bibliography`: BibTeX, RIS and CSL-JSON
- `feeds`: Atom
- `forms`: one claim in all of these forms
- `downloads`: the files beside pages
- `search_index`: what the search finds, cut into shards
- `search_names`, `search_facts`, `search_filters`: what the search knows of each
- `search_words`: words as the search reads them
- `shards`: an index cut into files of limited size
"""
