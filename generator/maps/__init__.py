"""Maps: positions become a picture whose labels can be read."""
