"""Names with their types, as the rules for types are given them."""

from flows.extract.entities.names import name_at
from flows.text import fold


def named(text, kinds):
    found = [name_at(text, text.index(form), text.index(form) + len(form), kind, 0.8) for form, kind in kinds.items()]
    return found, {fold(form): kind for form, kind in kinds.items()}
