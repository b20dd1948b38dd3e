"""Who does what a verb says: its own subject, that of a verb around it, or whoever was spoken of before."""
