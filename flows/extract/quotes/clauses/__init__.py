"""What is reported in the article's own words: which clause it is, and where the clause begins and ends."""
