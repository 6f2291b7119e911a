"""The made-up question that several tables ask: how many came, of whom, and in what sense."""

from __future__ import annotations

from tests.made_up import MadeUp

CROWD: MadeUp = {
    "guards": "Guards",
    "carters": "Carters",
    "smiths": "Smiths",
    "all": {"label": "All", "made_of": ["guards", "carters", "smiths"]},
    "townsfolk": {"label": "Townsfolk", "made_of": ["carters", "smiths"]},
}
"""Whom an answer may count; some consist of others."""

CAME: MadeUp = {
    "title": "How many came?",
    "unit": "person",
    "population": CROWD,
    "basis": {
        "present": {"label": "there at one time", "time": "moment"},
        "arrived": {"label": "arrived", "time": "event"},
        "paid": {"label": "paid over a time", "time": "span"},
        "dead": {"label": "died", "time": "so_far"},
        "before": {"label": "there before", "time": "fixed"},
    },
}
"""With a sense of each kind of time."""
