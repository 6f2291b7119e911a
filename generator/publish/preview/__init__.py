"""The preview: the site on this machine, which follows edits to the project.

- `preview`: builds after each edit, and tells the server
- `rendered`: the pages as HTML, of which only those that changed are made
- `notice`: the problems as readers of the preview see them
- `server`: shows the site, and lets open pages load again
- `__main__`: the process of the server
"""
