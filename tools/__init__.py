"""Tools that are run by hand, rarely; each makes a file that is committed."""
