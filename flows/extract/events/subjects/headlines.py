"""Who does what a headline's first word tells: the name right after it, "Rechaza Perú el pacto"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import lemma_forms, word_list
from flows.extract.events.referents.names import Names
from flows.extract.events.syntax import has_morph, preposition
from flows.extract.events.triggers.opening_verbs import opens_sentence

JOINING = frozenset({"y", "e", ","})
"""What stands between the names of a list."""


def name_after(verb: Token, names: Names) -> Token | None:
    """The name right after a verb that opens its sentence, which no "a" makes its object: "Rechaza Perú el pacto".

    Of a verb in the plural only the first name of a list; no place or body that one visits or leaves.
    """
    if verb.i + 1 >= verb.sent.end or not opens_sentence(verb):
        return None
    mention = names.named(verb.nbor())
    if mention is None or mention.mention_type == "MISC" or names.named(verb) == mention:
        return None
    if mention.mention_type != "PER" and (_is_visiting(verb) or names.is_mere_place(mention.entity_id, mention.text)):
        return None
    end = verb.i + 1
    while end < verb.sent.end and names.named(verb.doc[end]) == mention:
        end += 1
    name = verb.doc[verb.i + 1 : end].root
    is_list = end < len(verb.doc) and verb.doc[end].lower_ in JOINING
    is_plural = has_morph(verb, "Number=Plur") or verb.lower_.endswith("n")
    return name if preposition(name) is None and (is_list or not is_plural) else None


def _is_visiting(verb: Token) -> bool:
    """Whether a verb may have a place or body for its object without "a": "Visita Perú", "Deja Morena"."""
    return lemma_forms()["verb", verb.lower_] in word_list("referents")["visiting_verbs"]
