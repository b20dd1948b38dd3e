"""Phrases that say when: "la semana pasada", "el 3 de abril"."""

from flows.extract.quotes.phrases.named_pieces import NamedPieces

TIME_NOUNS = frozenset(
    [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "semana",
        "semanas",
        "mañana",
        "tarde",
        "noche",
        "madrugada",
        "hora",
        "horas",
        "día",
        "días",
        "mes",
        "meses",
        "año",
        "años",
        "mediodía",
        "fin",
        "minutos",
        "tiempo",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "setiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "jornada",
        "primavera",
        "verano",
        "otoño",
        "invierno",
        "ayer",
        "hoy",
        "anoche",
        "vez",
        "momento",
    ]
)
NEAR = frozenset(["pasado", "próximo", "último"])
"""What a day may be called: "el pasado 3 de abril"."""


def is_time(pieces: NamedPieces, first: int, stop: int) -> bool:
    """Tell a phrase that says when: "la semana pasada"; but not who is called like a month: "Julio Ruiz"."""
    if first < stop and pieces.is_person(first):
        return False
    span = pieces[first:stop]
    head = next((p.lower for p in span if p.pos not in ("DET", "ADJ", "NUM") or p.lower in TIME_NOUNS), None)
    words = [piece.lower for piece in span if piece.pos != "DET" and piece.lower not in NEAR]
    is_day = words[1:2] == ["de"] and words[0].isdigit() and not TIME_NOUNS.isdisjoint(words[2:3])  # "el 3 de abril"
    return head in TIME_NOUNS or is_day or (bool(span) and span[0].lower.isdigit())
