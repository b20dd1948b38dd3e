"""A verb with what belongs to it before it: "*no se lo ha* dicho", "*había ya* explicado"."""

from collections.abc import Sequence

from flows.extract.quotes.utterances.pieces import Piece

HAVE = frozenset(
    [
        "ha",
        "han",
        "había",
        "habían",
        "habría",
        "habrían",
        "hubo",
        "hubieran",
        "hubiera",
        "haya",
        "hayan",
        "haber",
        "habiendo",
        "habrá",
        "habrán",
    ]
)
BE = frozenset(["es", "son", "fue", "fueron", "era", "eran", "será", "serán", "ha", "sido", "sido", "siendo"])
CLITICS = frozenset(["se", "le", "les", "lo", "la", "los", "las", "nos", "me", "te"])
NEGATIONS = frozenset(["no", "nunca", "tampoco", "ni", "jamás"])


def lead_of(pieces: Sequence[Piece], number: int) -> int:
    """The first piece that belongs to a verb: auxiliary, clitic or negation."""
    lead = number
    while lead > 0:
        before = pieces[lead - 1]
        if before.lower not in HAVE | BE | CLITICS | NEGATIONS and not _is_inner_adverb(pieces, lead - 1, number):
            break
        lead -= 1
    while lead < number and pieces[lead].pos == "ADV" and pieces[lead].lower not in NEGATIONS:
        lead += 1
    return lead


def _is_inner_adverb(pieces: Sequence[Piece], at: int, number: int) -> bool:
    return at > 0 and at < number and pieces[at].pos == "ADV" and pieces[at - 1].lower in HAVE | CLITICS
