"""Noun phrases: where they begin and end, and whether they name somebody who speaks, a body, a time."""
