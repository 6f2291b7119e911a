"""The command: `python -m tests.mutations [ROOT]` says which share of planted mistakes is refused.

It is a report of the records as they are at the time. What must be refused is tested on fixed
specimens, so that no new record turns a test red.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.atlas.join import join
from generator.load.project import load
from generator.rules import check
from tests.mutations.kinds import REWORDED, RULES, UNKNOWABLE, outcomes, reworded
from tests.project import ROOT


def main() -> int:
    """Print, for each kind of mistake, how many were planted and how many are refused."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    entries, problems = load(root)
    if entries is None or problems:
        sys.stderr.write(f"{root} has problems: run `check` first\n")
        return 1
    atlas = join(entries)
    alarms = len({(one.place.path, one.place.line) for one in check(atlas)})
    sys.stdout.write(f"true records: {alarms} of {len(entries.facts)} are refused\n")
    every = known = 0
    for spoil in (*RULES, *UNKNOWABLE):
        found = outcomes(entries, atlas, spoil)
        rule = RULES.get(spoil)
        refused = [one for one in found if (one.refused_by(rule) if rule else one.rules)]
        why = f"; no rule can know: {UNKNOWABLE[spoil]}" if spoil in UNKNOWABLE else f" by {rule}"
        every, known = every + len(found), known + len(refused)
        kind = spoil.__name__.replace("_", " ")
        sys.stdout.write(f"{kind}: {len(refused)} of {len(found)} refused{why}\n")
    for rewrite, rewording in REWORDED.items():
        planted = reworded(entries, atlas, rewrite)
        accepted = [one for one in planted if not rewording.rules & one.rules]
        every, known = every + len(planted), known + len(planted) - len(accepted)
        sys.stdout.write(
            f"{rewrite.__name__.replace('_', ' ')}: {len(planted) - len(accepted)} of {len(planted)} "
            f"refused, in {len({one.words for one in planted})} wordings, by "
            f"{' or '.join(sorted(rewording.rules))}\n"
        )
        for one in accepted:
            sys.stdout.write(f"  {one.fact} is accepted with {one.words!r}\n")
    kinds = len(RULES) + len(UNKNOWABLE) + len(REWORDED)
    sys.stdout.write(f"{known:,} of {every:,} mistakes of {kinds} kinds are refused\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
