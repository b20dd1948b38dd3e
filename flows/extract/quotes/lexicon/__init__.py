"""The words that a quote is known by, read from their lists: verbs that report, nouns that name who speaks."""
