"""Which names of an article name one thing, and which place it is."""
