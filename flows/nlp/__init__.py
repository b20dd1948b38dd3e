"""The Spanish pipeline that every extractor reads from: sentences, tags, parse, names, and the layout of a page."""
