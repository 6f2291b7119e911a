"""Keeping: what was made in the last build stays if everything that it was made from is the same.

A page is a function of what it reads. What it reads of the atlas and of the findings is noted while
it is made, with a digest of each thing read. In the next build, a page is made again if one of these
digests is different, or if the program, the packages or `site_config/` are.

- `noting`: notes what is read
- `digests`: a digest of each thing that may be read
- `states`: whether files are as they were, by what the file system says of them
- `kept`: the pages of the last build
- `recalled`: other things made for an earlier build, while the process runs
"""
