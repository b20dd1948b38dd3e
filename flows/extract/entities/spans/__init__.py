"""Where names begin and end in the text, and which capitals make none."""
