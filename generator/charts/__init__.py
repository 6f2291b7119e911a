"""Charts: what figures say as marks in lanes on a linear scale from zero, drawn at build time."""
