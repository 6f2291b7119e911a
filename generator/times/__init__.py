"""Times: dates become marks on an axis, no more exact than they are."""
