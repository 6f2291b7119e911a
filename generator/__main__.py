"""`python -m generator`, which is `attested` where the program is not installed."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":
    main()
