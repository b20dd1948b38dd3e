"""The rules of ``data/quantities.yml``."""

from functools import cache

from flows.extract.scanner import Grammar


@cache
def quantity_grammar() -> Grammar:
    """Read the rules, once."""
    return Grammar("quantities.yml")
