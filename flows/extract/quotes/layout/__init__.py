"""Speech that the layout of the page shows: interviews, embedded posts, labels, quotes of several paragraphs."""
