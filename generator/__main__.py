"""`python -m generator`: the same as `attested`, for use without installing the program."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":
    main()
