"""Attested: turns records that rest on quotes into pages that anyone can check."""
