"""Mistakes to plant in true records: each function spoils one fact, or finds nothing to spoil."""
