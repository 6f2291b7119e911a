"""Attested: from records that rest on quotes to pages that anyone can check."""
