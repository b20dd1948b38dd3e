"""Misprints of a person's name: "Arsega" beside Eva Arcega."""

from rapidfuzz.distance import OSA


def misprint_keys(form: str) -> set[str]:
    """The last word without each of its letters but the first: two words that differ in one letter share a key."""
    last = form.split()[-1] if form.split() else ""
    return {f"*{last}", *(f"*{last[:at]}{last[at + 1 :]}" for at in range(1, len(last)))}


def is_misprint_of(form: str, full: str) -> bool:
    """A form is a full name's surnames, or all of it, but for a letter; "Roberta" is no misprint of "Roberto"."""
    short, long = form.split(), full.split()
    tail = long[len(long) - len(short) :] if len(short) <= len(long) else []
    if not tail or (len(short) == 1 and len(long) == 1 and len(form) < 6):
        return False
    pairs = list(zip(short, tail, strict=True))
    if any(one != other and {one[-1], other[-1]} == {"a", "o"} and one[:-1] == other[:-1] for one, other in pairs):
        return False
    return all(_near(one, other) for one, other in pairs) and any(one != other for one, other in pairs)


def _near(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and one[0] == other[0] and OSA.distance(one, other) <= 1)
