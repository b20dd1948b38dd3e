"""How one name may be written: in full, for short, by its letters, misprinted."""
