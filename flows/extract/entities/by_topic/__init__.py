"""What a name names by what the article is about: in sport a town is a club, in culture a person a title."""
