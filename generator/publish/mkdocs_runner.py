"""Runs MkDocs in a process that ends when the one that started it does."""

from __future__ import annotations

import gc
import sys

from mkdocs.__main__ import cli

from generator.pages.processes import end_with_parent


def main() -> None:
    """Run MkDocs with the options of this process."""
    end_with_parent()
    if "build" in sys.argv[1:2]:  # which ends soon, unlike a server
        gc.disable()
    cli(prog_name="mkdocs")


if __name__ == "__main__":
    main()
