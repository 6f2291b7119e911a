"""What is run by hand, rarely: it makes a file that is committed."""
