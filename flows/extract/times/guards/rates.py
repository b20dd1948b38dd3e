"""What is no rate: "100 kilómetros por hora", "se pusieron al día", "al mes de ser detenidos"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard

RATES = frozenset({"veces", "vez", "miles", "millones", "promedio", "%"})
"""Words that tell an amount without a number: "varias veces al día"."""
RATE_WORDS = 8
"""How many words an amount may stand before what it is told for: "40 kilos de restos de comida al mes"."""
KEPT_UP = frozenset(
    {"poner", "ponerse", "pone", "ponen", "puso", "pusieron", "está", "están", "estar", "mantiene", "mantienen"}
)
"""What one is "al día" by: up to date."""
ROAD = frozenset({"kilómetros", "kilómetro", "km", "kms", "millas", "metros"})


def per_unit(context: Context, found: Found) -> bool:
    """Something counted shortly before is so often or so much "al año", "por día"."""
    start = max(found.first - 2 - RATE_WORDS, 0)
    before = context.words[start : found.first - 1]
    stops = [at for at, word in enumerate(before) if word.text in {".", ";", ":", "?", "!", "\n"}]
    amount = before[stops[-1] + 1 :] if stops else before
    is_speed = ROAD & {word.text.lower() for word in amount[-2:]}  # "100 kilómetros por hora"
    if context.word(found.first) == "día" and KEPT_UP & {word.text.lower() for word in amount[-3:]}:
        return False  # "se pusieron al día"
    if context.word(found.last) == "de" and context.word(found.last + 1).endswith(("ar", "er", "ir", "arse", "erse")):
        return False  # "al mes de ser detenidos"
    if context.word(found.first) == "hora" and (is_speed or context.word(found.first - 1) == "la"):
        return False
    return any(word.number is not None or word.text.lower() in RATES for word in amount)


def frequency(context: Context, found: Found) -> bool:
    """Not "a Diario Xela", where "a diario" tells how often."""
    return not (context.word(found.first) == "a" and context.words[found.first + 1].text[:1].isupper())


GUARDS: tuple[Guard, ...] = (per_unit, frequency)
"""What rules call by these functions' names."""
