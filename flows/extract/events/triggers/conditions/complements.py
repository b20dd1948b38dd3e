"""What is asked of what depends on a word, or what it depends on: "instó a negociar", "se reunió con Mora"."""

from spacy.tokens import Token

from flows.extract.events.syntax import arguments, grammatical_number, has_morph, lemma_of, participle_form, preposition
from flows.extract.events.triggers.conditions.nouns import is_one_of
from flows.extract.events.triggers.conditions.surroundings import LOOK_AHEAD


def has_preposition(token: Token, words: frozenset[str]) -> bool:
    """Whether a phrase with one of some prepositions stands at it: "negoció con Mora", "la visita a Perú"."""
    return any(slot in words for slot, _ in arguments(token)) or any(
        preposition(child) in words for child in token.children
    )


def has_no_preposition(token: Token, words: frozenset[str]) -> bool:
    """Whether no phrase with one of some prepositions stands at it: "lo cuestionó", not "lo cuestionó sobre"."""
    return not has_preposition(token, words)


def goes_to(token: Token, words: frozenset[str]) -> bool:
    """Whether it leads to one of some nouns: "asistió a la cumbre", "irrumpieron en la embajada"."""
    return any(slot in ("a", "en", "de") and is_one_of(head, words) for slot, head in arguments(token))


def meets(token: Token, words: frozenset[str]) -> bool:
    """Whether several can meet: "se reunió con Mora", "se reunieron"."""
    return has_preposition(token, frozenset({"con"})) or grammatical_number(token) == "Plur"


def has_complement(token: Token, _: frozenset[str]) -> bool:
    """Whether a clause says what for: "instó a negociar", "ordenó que salieran", "presionó para que"."""
    for child in token.rights:
        if child.dep_ in ("ccomp", "xcomp", "csubj") and (child.pos_ in ("VERB", "AUX")):
            return True
        if child.dep_ == "advcl" and any(mark.lower_ in ("a", "que") for mark in child.lefts):
            return True
    end = min(token.i + LOOK_AHEAD, token.sent.end - 1)
    doc = token.doc
    return any(doc[i].lower_ == "a" and has_morph(doc[i + 1], "VerbForm=Inf") for i in range(token.i + 1, end))


def has_no_clause(token: Token, _: frozenset[str]) -> bool:
    """Whether nothing is told by it: "manifestaron contra", not "manifestaron que"."""
    return not any(child.dep_ in ("ccomp", "parataxis") for child in token.children)


def is_wish(token: Token, _: frozenset[str]) -> bool:
    """Whether what is said is what somebody is to do: "les dijo que renunciaran", not "que renunciaron"."""
    heard = [child for child in token.rights if child.dep_ in ("obj", "iobj", "obl")]
    clauses = (child for head in (token, *heard) for child in head.rights if child.dep_ in ("ccomp", "acl"))
    return any(
        has_morph(clause, "Mood=Sub") and any(mark.lower_ == "que" for mark in clause.lefts) for clause in clauses
    )


def has_adjective(token: Token, words: frozenset[str]) -> bool:
    """Whether one of some adjectives says which: "maniobras militares", "maniobras navales conjuntas"."""
    which = [child for child in token.children if child.dep_ in ("amod", "nmod")]
    which += [child for each in which if each.pos_ == "ADJ" for child in each.rights if child.dep_ in ("amod", "conj")]
    return any(form in words for each in which for form in (lemma_of(each), participle_form(each)))


def stands_under(token: Token, words: frozenset[str]) -> bool:
    """Whether it hangs on one of some words: "amenazó con romper"."""
    return lemma_of(token.head) in words
