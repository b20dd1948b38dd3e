"""Whether a verb or noun tells what somebody does, or only what is so or meant: "un apoyo restringido"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry, word_class
from flows.extract.events.people import is_person
from flows.extract.events.syntax import (
    RELATIVES,
    arguments,
    auxiliaries,
    has_morph,
    is_passive,
    is_verb,
    lemma_of,
    preposition,
)
from flows.extract.events.triggers.light_verbs import container

DONE_TO_SOMEBODY = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types that a bare participle tells: "tres policías heridos", "el diputado detenido"."""

DONE_BY_SOMEBODY = frozenset({"ASSAULT", "THREATEN"})
"""Types that verbs tell which are also said of what no one does: "golpeado por la crisis"."""

RIGHTS = frozenset({"derecho", "libertad"})
"""What there is a right or freedom to do is not done: "el derecho a la protesta"."""

OBLIGING = frozenset({"deber", "tener", "haber"})
"""Verbs by which an infinitive is to be done: "debe dimitir", "tiene que", "hay que"."""

DOER_WITHIN = 7
"""How many words after a participle may stand who did it."""

PAPER_WITHIN = 12
"""How many words from a noun the verb may stand that makes it a text."""


def is_told_by_verb(entry: Entry, token: Token) -> bool:
    """Whether somebody does what a verb says; a participle, if it tells it: not "un apoyo restringido"."""
    if entry.event_type in DONE_BY_SOMEBODY and _is_done_by_no_one(token):
        return False
    if not has_morph(token, "VerbForm=Part") or auxiliaries(token):
        return True
    if any(child.dep_ == "det" and has_morph(child, "Definite=Def") for child in token.lefts):
        return False  # "los heridos" are people
    if lemma_of(token.head) in word_class("feeling_verb") and token.dep_ != "conj":
        return False  # "se siente atacado"
    slots = {slot for slot, _ in arguments(token)}
    if (
        "por" in slots
        or _has_doer_after(token)
        or (token.dep_ == "conj" and is_passive(token.head) and auxiliaries(token.head))
    ):
        return True
    return entry.event_type in DONE_TO_SOMEBODY or (entry.event_type == "ACCUSE" and bool(slots & {"de", "a"}))


def is_asked_by_verb(entry: Entry, token: Token) -> bool:
    """Whether a verb asks for or grants what its clause says: "planteó que se vote", not "planteó que hay crisis"."""
    if entry.event_type not in ("REQUEST", "AGREE") or lemma_of(token) not in word_class("stating_verb"):
        return True
    return not any(child.dep_ in ("ccomp", "csubj", "advcl") and _is_stated(child) for child in token.rights)


def _is_stated(clause: Token) -> bool:
    """Whether a clause with "que" tells what is so, not what is to be done."""
    modals = {lemma_of(word) for word in auxiliaries(clause)} if has_morph(clause, "VerbForm=Inf") else set()
    is_needed = lemma_of(clause) in word_class("needed") or not modals.isdisjoint(OBLIGING)
    return (
        not is_needed
        and any(mark.lower_ == "que" and mark.dep_ == "mark" for mark in clause.lefts)
        and any(has_morph(word, mood) for word in (clause, *auxiliaries(clause)) for mood in ("Mood=Ind", "Mood=Cnd"))
    )


def _is_done_by_no_one(verb: Token) -> bool:
    """Whether an illness, the weather or the times do it: "golpeado por la crisis", "la peste que mató a miles"."""
    doing = "por" if is_passive(verb) else "subj"
    doers = [phrase for slot, phrase in arguments(verb) if slot == doing]
    if verb.dep_ in ("acl", "acl:relcl") and any(each.lower_ in RELATIVES for each in doers):
        doers = [verb.head]
    return any(lemma_of(each) in word_class("blind_force") for each in doers)


def _has_doer_after(participle: Token) -> bool:
    """Whether a name with "por" or "entre" follows that a parse hung elsewhere: "el pacto firmado en Lima por Perú"."""
    for word in participle.doc[participle.i + 1 : min(participle.sent.end, participle.i + DOER_WITHIN)]:
        if word.is_punct or is_verb(word):
            return False
        if word.lower_ in ("por", "entre") and word.dep_ == "case":
            return word.head.pos_ == "PROPN" or is_person(word.head)
    return False


def is_told_by_noun(token: Token) -> bool:
    """Whether a noun names a deed: no mere specification of another ("centro de detención"), no charge, no paper."""
    if _is_paper(token) or _is_charge(token):
        return False
    if any(child.dep_ == "det" for child in token.lefts) and lemma_of(token.head) not in RIGHTS:
        return True
    if any(slot == "contra" for slot, _ in arguments(token)):
        return True  # "otro día de protestas contra la minera"
    first = token.head if token.dep_ == "conj" else token  # "libertad de expresión y manifestación"
    return not (preposition(first) in ("de", "a") and lemma_of(first.head) in word_class("specified"))


def _is_paper(token: Token) -> bool:
    """Whether a noun stands for the text of what it names: "según la denuncia", "la petición incluye"."""
    if any(child.lower_ == "según" and token.i - child.i <= 2 for child in token.lefts) or _is_accorded(token):
        return True
    verb = token.head
    is_near = token.dep_ == "nsubj" and abs(verb.i - token.i) <= PAPER_WITHIN
    return is_near and lemma_of(verb) in word_class("content_verb")


def _is_accorded(token: Token) -> bool:
    """Whether something is told by what a noun names: "de acuerdo con la denuncia"; not "está de acuerdo con ella"."""
    noun = container(token)
    before = [word for word in noun.doc[max(noun.sent.start, noun.i - 5) : noun.i] if word.pos_ != "DET"]
    if [word.lower_ for word in before[-3:-1]] != ["de", "acuerdo"]:
        return False
    return len(before) == 3 or before[-4].is_punct or before[-4].lower_ in ("que", "y")


def _is_charge(token: Token) -> bool:
    """Whether a noun only names a crime that somebody is charged with: "acusado de homicidio"."""
    is_certain = any(child.dep_ == "det" or child.lower_ == "del" for child in token.lefts)
    if is_certain or any(slot == "de" for slot, _ in arguments(token)):
        return False
    first = token.head if token.dep_ == "conj" else token  # "acusado de secuestro y homicidio"
    return preposition(first) in ("de", "por") and lemma_of(first.head) in word_class("charge")
