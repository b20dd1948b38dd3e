"""Who does what a headline's first word tells: the name right after it, "Rechaza Perú el pacto"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import lemma_forms, word_list
from flows.extract.events.referents.names import Names
from flows.extract.events.syntax import has_morph, preposition
from flows.extract.events.triggers.capitals import is_in_capitals
from flows.extract.events.triggers.opening_verbs import after_article, opens_sentence

JOINING = frozenset({"y", "e", ","})
"""What stands between the names of a list."""


def name_after(verb: Token, names: Names) -> Token | None:
    """The name right after a verb that opens its sentence, which no "a" makes its object: "Rechaza Perú el pacto".

    Of a verb in the plural only the first name of a list; no place or body that one visits or leaves.
    """
    if verb.i + 1 >= verb.sent.end or not opens_sentence(verb):
        return None
    first = after_article(verb)
    mention = names.mention_at.get(first)
    if mention is None or mention.mention_type == "MISC" or names.named(verb) == mention:
        return None
    if mention.mention_type != "PER" and (_is_visiting(verb) or names.is_mere_place(mention.entity_id, mention.text)):
        return None
    end = first
    while end < verb.sent.end and names.named(verb.doc[end]) == mention:
        end += 1
    if first > verb.i + 1 and not _has_object_behind(verb, end):
        return None
    name = verb.doc[first:end].root
    is_list = end < len(verb.doc) and verb.doc[end].lower_ in JOINING
    is_plural = has_morph(verb, "Number=Plur") or verb.lower_.endswith("n")
    return name if preposition(name) is None and (is_list or not is_plural) else None


def _has_object_behind(verb: Token, place: int) -> bool:
    """Whether something else behind a name is what a verb is done to: "Condena la ONU el pacto", not "Deja la ONU"."""
    behind = verb.doc[place] if place < verb.sent.end else None
    if behind is None:
        return False
    return behind.pos_ in ("NOUN", "DET", "SCONJ") or behind.lower_ in ("a", "al", "que") or is_in_capitals(behind)


def _is_visiting(verb: Token) -> bool:
    """Whether a verb may have a place or body for its object without "a": "Visita Perú", "Deja Morena"."""
    return lemma_forms()["verb", verb.lower_] in word_list("referents")["visiting_verbs"]
