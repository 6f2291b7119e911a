"""The tests of Attested."""
