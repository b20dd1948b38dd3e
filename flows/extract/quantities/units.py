"""What a number counts: the noun after it, by the parse's tags."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

MAX_STEPS = 4
RANKING = frozenset({"mejor", "peor", "mayor", "grande", "último", "primero", "siguiente", "restante"})
"""Adjectives that name no kind of thing when they stand alone: "los tres mejores"."""
INVARIABLE_ENDINGS = ("sis", "tis", "polis", "virus", "campus", "lunes", "martes", "jueves")
"""Nouns that are alike in singular and plural: "dos dosis", "tres crisis"."""

PLURAL_ENDINGS = (("iones", "ión"), ("ces", "z"), ("les", "l"), ("res", "r"), ("nes", "n"), ("des", "d"), ("ses", "s"))


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun as a unit."""

    text: str
    lemma: str
    end: int


def counted_noun(doc: Doc, index: int, *, may_link: bool) -> CountedNoun | None:
    """Find the noun that a number before the token counts, over adjectives ("tres nuevos casos").

    Args:
        doc: the article.
        index: the token after the number.
        may_link: whether "de" and an article may stand between, as after "millones" and "la mitad".
    """
    linked = False
    qualifier: Token | None = None
    for token in doc[index : index + MAX_STEPS]:
        if not linked and token.lower_ in {"de", "del"} and (may_link or _of_several(token)):
            linked = True
        elif token.pos_ == "NOUN" and token.is_lower and token.is_alpha:
            return _counted(token)
        elif token.pos_ in {"ADJ", "ADV"} and token.is_alpha:
            qualifier = qualifier or (token if token.pos_ == "ADJ" and token.is_lower else None)
        elif not (linked and token.pos_ == "DET"):
            break
    # an adjective that stands for a noun: "nueve civiles y cuatro militares"
    if qualifier is None or not qualifier.lower_.endswith("s") or singular(qualifier) in RANKING:
        return None
    return _counted(qualifier)


def _of_several(token: Token) -> bool:
    """Say whether "de" begins "de los diputados", of whom the number counts some."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in {"los", "las"}


def _counted(token: Token) -> CountedNoun:
    return CountedNoun(token.lower_, singular(token), token.idx + len(token))


def singular(token: Token) -> str:
    """Give a noun's lemma, in the singular where the tagger leaves it in the plural ("jóvenes" is "joven")."""
    lemma = token.lemma_.lower()
    if lemma != token.lower_ or not lemma.endswith("s") or "Sing" in token.morph.get("Number", []):
        return lemma
    if lemma.endswith(INVARIABLE_ENDINGS):
        return lemma
    for ending, replacement in PLURAL_ENDINGS:
        if lemma.endswith(ending):
            return lemma[: -len(ending)] + replacement
    return lemma[:-1]
