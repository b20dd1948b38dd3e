"""What follows a noun of saying: "la acusación de *haber robado*", "el aviso de Ana Ruiz de que *no hay agua*"."""

from collections.abc import Sequence

from flows.extract.quotes.lexicon.cues import cue_nouns
from flows.extract.quotes.utterances.pieces import Piece

OF = frozenset(["de", "del"])
SPEAKER_REACH = 8
"""Pieces that may name whose words they are: "la acusación *de una asesora del Senado* de que"."""
WITHIN = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP"])
"""What that phrase is made of."""


def content_of_noun(pieces: Sequence[Piece], noun: int) -> int | None:
    """Where what was said begins after a noun of saying, past "de" or "de que"; None where it tells nothing."""
    if noun + 2 >= len(pieces) or pieces[noun + 1].lower not in OF:
        return None
    at = noun + 1
    while at < min(noun + 1 + SPEAKER_REACH, len(pieces) - 2):
        if pieces[at].lower == "de" and pieces[at + 1].lower == "que":
            return at + 2
        if pieces[at].lower == "de" and pieces[at + 1].is_infinitive:
            is_own = at > noun + 1 or cue_nouns()[pieces[noun].lower] == "criticizes"
            return at + 1 if is_own else None
        is_of_another = pieces[at].pos == "ADP" and pieces[at].lower not in OF  # "del fiscal *contra* Luis Mora"
        if pieces[at].pos not in WITHIN or is_of_another:
            return None
        at += 1
    return None
