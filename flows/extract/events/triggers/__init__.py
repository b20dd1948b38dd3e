"""Which words may tell of an event: a lemma of the lexicon in its setting, which may be carried by another word."""
