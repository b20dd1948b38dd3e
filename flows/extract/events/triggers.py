"""Finding the words that may tell of an event: a lemma of the lexicon, in a setting that its entry allows."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import MIN_FORM, Entry, known_words, lemma_forms, lexicon, singular, word_list
from flows.extract.events.syntax import (
    ancestors,
    arguments,
    auxiliaries,
    grammatical_number,
    has_morph,
    is_passive,
    is_verb,
    lemma_of,
    preposition,
    reflexive,
)
from flows.extract.events.topic import tells_of_public_life

DONE_TO_SOMEBODY = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types that a bare participle tells: "tres policías heridos", "el diputado detenido"."""

PRETERITES = ("ó", "aron", "ieron", "aban", "arán", "ará", "erá", "irá")
"""Endings of finite verbs that are verbs whatever the tagger says ("abucheó" as a noun)."""

RIGHTS = frozenset({"derecho", "libertad"})
"""What there is a right or freedom to do is not done: "el derecho a la protesta"."""

MUTUALLY = frozenset({"mutuamente", "recíprocamente"})

PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")

LOOK_AHEAD = 8
LOOK_BEHIND = 5

PASSAGE = 80
"""How many words around a word are its passage."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, and the readings of it that its setting allows, the most specific first."""

    token: Token
    entries: tuple[Entry, ...]


def find_triggers(doc: Doc, is_told: Callable[[Token], bool]) -> Iterator[Trigger]:
    """Find the words of a Doc that may tell of an event; none in a text that does not tell of public life.

    Args:
        doc: parsed text.
        is_told: whether a token stands in the article's own telling (not in boilerplate or links).
    """
    if not tells_of_public_life(doc):
        return
    words = lexicon()
    known = known_words()
    for token in doc:
        if lemma_of(token) not in known and token.lower_ not in known:  # most words
            continue
        entries = [entry for key in _keys(token) for entry in words.get(key, ())]
        if entries and is_told(token):
            allowed = tuple(entry for entry in entries if _allows(entry, token))
            if allowed:
                yield Trigger(token, allowed)


def _keys(token: Token) -> Iterator[tuple[str, str]]:
    """Under which part of speech and lemma the lexicon may have a word.

    A participle with an article or possessive is also looked up as a noun ("su llamado").
    """
    is_participle = has_morph(token, "VerbForm=Part")
    if token.pos_ in ("VERB", "AUX") or is_participle or token.text.endswith(PRETERITES) or _is_headline_verb(token):
        yield "verb", known_lemma("verb", token)
    if token.pos_ in ("NOUN", "PROPN") or (token.pos_ in ("ADJ", "VERB") and any(c.dep_ == "det" for c in token.lefts)):
        yield "noun", known_lemma("noun", token)
    if token.pos_ == "ADJ":
        yield "adjective", lemma_of(token)
    if _is_in_capitals(token) and ("verb", token.lower_) in lemma_forms():
        yield "verb", lemma_forms()["verb", token.lower_]


def _is_headline_verb(token: Token) -> bool:
    """Whether a word is a present verb that the tagger takes for a name or noun: "FARC felicita a", "Cae uno de"."""
    if token.pos_ not in ("NOUN", "ADJ", "PROPN") or any(child.dep_ in ("det", "case") for child in token.lefts):
        return False
    form = token.lower_
    if form.endswith(PARTICIPLES):  # "tres detenidos" tells it, "más detenidos" only who
        return token.i > 0 and token.nbor(-1).pos_ == "NUM"
    return ("verb", form) in lemma_forms() and ("noun", form) not in lemma_forms()


def _is_in_capitals(token: Token) -> bool:
    """Whether a word stands in a line of capitals, which the tagger reads as names: "MILES MANIFIESTAN"."""
    if not token.is_upper or len(token) < MIN_FORM:  # most words; to ask for a token's sentence is slow
        return False
    sentence = token.sent
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if sentence.start <= i < sentence.end]
    return any(word.is_upper and len(word) > 1 for word in beside)


def known_lemma(part: str, token: Token) -> str:
    """The lemma that the lexicon knows a word by; the tagger's own where it knows none."""
    lemma = lemma_of(token)
    if (part, lemma) in lexicon():
        return lemma
    return lemma_forms().get((part, token.lower_), lemma)


def _allows(entry: Entry, token: Token) -> bool:
    if entry.part_of_speech == "noun" and not _is_visible(token):
        return False
    if entry.part_of_speech == "verb" and not _is_told(entry, token):
        return False
    return all(CONDITIONS[name](token, words) for name, words in entry.conditions)


def _is_told(entry: Entry, token: Token) -> bool:
    """Whether a participle tells a deed: "el pacto firmado por", not "un apoyo restringido"."""
    if not has_morph(token, "VerbForm=Part") or auxiliaries(token):
        return True
    if any(child.dep_ == "det" and has_morph(child, "Definite=Def") for child in token.lefts):
        return False  # "los heridos" are people
    if lemma_of(token.head) in _list("feeling_verb") and token.dep_ != "conj":
        return False  # "se siente atacado"
    slots = {slot for slot, _ in arguments(token)}
    if "por" in slots or (token.dep_ == "conj" and is_passive(token.head) and auxiliaries(token.head)):
        return True
    return entry.event_type in DONE_TO_SOMEBODY or (entry.event_type == "ACCUSE" and bool(slots & {"de", "a"}))


def objects(verb: Token) -> Iterator[Token]:
    """What a verb is done to, by its heads: its object, of a passive its subject or the noun that it modifies.

    Of a phrase that counts or measures, also what it counts ("docenas de misiles").
    """
    passive = is_passive(verb)
    for slot, head in arguments(verb):
        if slot == "obj" or (slot == "subj" and (passive or reflexive(verb) is not None)) or slot == "a":
            yield head
            yield from _counted(head)
    if (passive and verb.dep_ in ("acl", "amod") and verb.head.i < verb.i and not auxiliaries(verb)) or (
        verb.dep_ == "acl" and verb.i > verb.head.i and _has_relative_object(verb)
    ):
        yield verb.head


def _has_relative_object(verb: Token) -> bool:
    """Whether "que" is a verb's object: "la resolución que apoyó Rusia", not "la información de que murió"."""
    return any(child.lower_ in ("que", "cual") and child.dep_ in ("obj", "iobj") for child in verb.lefts)


def _counted(head: Token) -> Iterator[Token]:
    """What a noun of number or measure counts, and what is coordinated with a phrase."""
    if head.pos_ == "NUM" or lemma_of(head) in _measures():
        yield from (inner for slot, inner in arguments(head) if slot == "de")
    yield from (child for child in head.rights if child.dep_ == "conj")


def _measures() -> frozenset[str]:
    return _list("measure")


def following_words(token: Token) -> str:
    """The words after a token in lower case, each between blanks, up to a bound."""
    doc = token.doc
    end = min(token.i + 1 + LOOK_AHEAD, len(doc))
    return " " + " ".join(doc[i].lower_ for i in range(token.i + 1, end)) + " "


def _has_object(token: Token, words: frozenset[str]) -> bool:
    heads = list(objects(token))
    things = [head for head in heads if preposition(head) != "a"]  # "ofreció una comida a soldados"
    return any(lemma_of(head) in words for head in things or heads)


def _has_no_such_object(token: Token, words: frozenset[str]) -> bool:
    return not any(lemma_of(head) in words for head in objects(token))


def _has_no_such_target(token: Token, words: frozenset[str]) -> bool:
    return not any(slot == "contra" and lemma_of(head) in words for slot, head in arguments(token))


def _is_of(token: Token, words: frozenset[str]) -> bool:
    for slot, head in arguments(token):
        if slot == "de" and (lemma_of(head) in words or any(lemma_of(each) in words for each in _counted(head))):
            return True
    return False


def _has_adjective(token: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ in ("amod", "nmod") and lemma_of(child) in words for child in token.children)


def _is_followed_by(token: Token, words: frozenset[str]) -> bool:
    after = following_words(token)
    return any(f" {phrase} " in after for phrase in words)


def _has_preposition(token: Token, words: frozenset[str]) -> bool:
    return any(slot in words for slot, _ in arguments(token)) or any(
        preposition(child) in words for child in token.children
    )


def _has_complement(token: Token, _: frozenset[str]) -> bool:
    """Whether a clause says what for: "instó a negociar", "ordenó que salieran", "presionó para que"."""
    for child in token.rights:
        if child.dep_ in ("ccomp", "xcomp", "csubj") and (child.pos_ in ("VERB", "AUX")):
            return True
        if child.dep_ == "advcl" and any(mark.lower_ in ("a", "que") for mark in child.lefts):
            return True
    end = min(token.i + LOOK_AHEAD, token.sent.end - 1)
    doc = token.doc
    return any(doc[i].lower_ == "a" and has_morph(doc[i + 1], "VerbForm=Inf") for i in range(token.i + 1, end))


def _is_reflexive(token: Token, _: frozenset[str]) -> bool:
    return reflexive(token) is not None


def _is_not_reflexive(token: Token, _: frozenset[str]) -> bool:
    return reflexive(token) is None or bool(MUTUALLY & set(following_words(token).split()))


def _meets(token: Token, words: frozenset[str]) -> bool:
    return _has_preposition(token, frozenset({"con"})) or grammatical_number(token) == "Plur"


def _comes_after(token: Token, words: frozenset[str]) -> bool:
    start = max(token.i - LOOK_BEHIND, token.sent.start)
    before = {lemma_of(token.doc[i]) for i in range(start, token.i)}
    return not before.isdisjoint(words) or any(slot in words for slot, _ in arguments(token))


def _stands_under(token: Token, words: frozenset[str]) -> bool:
    return lemma_of(token.head) in words


def _lacks_object(token: Token, _: frozenset[str]) -> bool:
    return not any(slot == "obj" for slot, _ in arguments(token))


def _concerns_persons(token: Token, _: frozenset[str]) -> bool:
    """Whether what a verb is done to is somebody; true too where the clause does not say ("fueron detenidos")."""
    if reflexive(token) is not None and not any(slot == "a" for slot, _ in arguments(token)):
        return False  # "se detuvo un momento" is nobody's arrest
    heads = list(objects(token))
    if not heads:
        return (
            is_passive(token)
            or has_morph(token, "VerbForm=Part")
            or " " in token.lemma_
            or any(c.lower_ in CLITICS for c in token.lefts)
        )
    return any(head.pos_ in ("PROPN", "PRON", "NUM") or _is_person(head) or preposition(head) == "a" for head in heads)


def _is_of_person(token: Token, _: frozenset[str]) -> bool:
    """Whether a deed is done to somebody: "la captura de Otoniel", not "de carbono"."""
    of = [head for slot, head in arguments(token) if slot == "de"]
    return all(head.pos_ in ("PROPN", "PRON", "NUM") or _is_person(head) for head in of)


def _is_person(noun: Token) -> bool:
    """Whether a noun names people, of either gender: "profesora" by "profesor"."""
    lemma = singular(lemma_of(noun))
    if lemma in _people():
        return True
    return lemma.endswith("a") and (lemma[:-1] in _people() or lemma[:-1] + "o" in _people())


CLITICS = frozenset({"lo", "la", "los", "las", "le", "les"})


@cache
def _people() -> frozenset[str]:
    words = word_list("referents")
    return frozenset([*word_list("classes")["violence_object"], *words["person"], *words["crowd"]])


def _is_by_crowd(token: Token, _: frozenset[str]) -> bool:
    for slot, head in arguments(token):
        if slot == "subj":
            return lemma_of(head) in _crowd() or head.pos_ == "PROPN" or has_morph(head, "Number=Plur")
    return True


@cache
def _crowd() -> frozenset[str]:
    return frozenset(word_list("referents")["crowd"])


def _is_by_people(token: Token, _: frozenset[str]) -> bool:
    """Whether the clause names people who do it: "los médicos se manifestaron", not "los síntomas"."""
    subjects = _subjects(token)
    return any(_is_person(head) for head in subjects) or (bool(subjects) and subjects[0].pos_ in ("PROPN", "NUM"))


def _is_by(token: Token, words: frozenset[str]) -> bool:
    """Whether the subject, or what it counts or is coordinated with, is one of some nouns: "cientos de obreros"."""
    return not words.isdisjoint(singular(lemma_of(each)) for each in _subjects(token))


def _subjects(token: Token) -> list[Token]:
    """The heads of a verb's subject and what they count; in capitals, which are not parsed, the words before it."""
    for slot, head in arguments(token):
        if slot == "subj":
            return [head, *_counted(head)]
    return list(token.doc[token.sent.start : token.i]) if _is_in_capitals(token) else []


def _is_by_mass(token: Token, _: frozenset[str]) -> bool:
    """Whether no single person does it, as far as the clause and those around it say: "para protestar contra"."""
    subjects = (
        head
        for verb in itertools.chain([token], ancestors(token))
        if is_verb(verb)
        for slot, head in arguments(verb)
        if slot == "subj"
    )
    subject = next(subjects, None)
    if subject is None or _is_counted(subject) or singular(lemma_of(subject)) in _crowd():
        return True
    return has_morph(subject, "Number=Plur") and subject.pos_ != "PROPN"


def _is_counted(noun: Token) -> bool:
    return noun.pos_ == "NUM" or lemma_of(noun) in _measures()


def _has_no_clause(token: Token, _: frozenset[str]) -> bool:
    return not any(child.dep_ in ("ccomp", "parataxis") for child in token.children)


def _is_away_from(token: Token, words: frozenset[str]) -> bool:
    """Whether the passage speaks of something else: "encuentro" is no meeting near "gol" and "torneo"."""
    return not _is_near(token, words)


def _is_near(token: Token, words: frozenset[str]) -> bool:
    """Whether the passage speaks of something: a death near "disparos" and "homicidio" is a killing."""
    start, end = max(token.i - PASSAGE, 0), min(token.i + PASSAGE, len(token.doc))
    return any(lemma_of(token.doc[i]) in words for i in range(start, end))


def _is_in_passive(token: Token, _: frozenset[str]) -> bool:
    return is_passive(token) and bool(auxiliaries(token))


def _is_to_come(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb tells what will be done: "trabajará", "vamos a trabajar"."""
    words = (token, *auxiliaries(token))
    return any(has_morph(word, "Tense=Fut") or lemma_of(word) == "ir" for word in words)


def _goes_to(token: Token, words: frozenset[str]) -> bool:
    return any(slot in ("a", "en", "de") and lemma_of(head) in words for slot, head in arguments(token))


def _spells(token: Token, words: frozenset[str]) -> bool:
    after = following_words(token)
    return any(after.startswith(f" {rest} ") for rest in words)


def _stands_apart(token: Token, phrases: frozenset[str]) -> bool:
    """Whether a word is part of none of some fixed phrases ("en marcha")."""
    start, end = max(token.i - 3, token.sent.start), min(token.i + 4, token.sent.end)
    around = " " + " ".join(token.doc[i].lower_ for i in range(start, end)) + " "
    return not any(f" {phrase} " in around for phrase in phrases)


def _is_visible(token: Token) -> bool:
    """Whether a noun names a deed: no mere specification of another ("centro de detención"), no charge, no paper."""
    if _is_paper(token) or _is_charge(token):
        return False
    if any(child.dep_ == "det" for child in token.lefts) and lemma_of(token.head) not in RIGHTS:
        return True
    first = token.head if token.dep_ == "conj" else token  # "libertad de expresión y manifestación"
    return not (preposition(first) in ("de", "a") and lemma_of(first.head) in _specified())


def _is_paper(token: Token) -> bool:
    """Whether a noun stands for the text of what it names: "según la denuncia", "la petición incluye"."""
    if any(child.lower_ == "según" and token.i - child.i <= 2 for child in token.lefts):
        return True
    verb = token.head
    return token.dep_ == "nsubj" and abs(verb.i - token.i) <= LOOK_AHEAD and lemma_of(verb) in _list("content_verb")


def _is_charge(token: Token) -> bool:
    """Whether a noun only names a crime that somebody is charged with: "acusado de homicidio"."""
    is_certain = any(child.dep_ == "det" or child.lower_ == "del" for child in token.lefts)
    if is_certain or any(slot == "de" for slot, _ in arguments(token)):
        return False
    return preposition(token) in ("de", "por") and lemma_of(token.head) in _list("charge")


def _specified() -> frozenset[str]:
    return _list("specified")


@cache
def _list(name: str) -> frozenset[str]:
    """A class of words."""
    return frozenset(word_list("classes")[name])


CONDITIONS: dict[str, Callable[[Token, frozenset[str]], bool]] = {
    "object": _has_object,
    "not_object": _has_no_such_object,
    "not_target": _has_no_such_target,
    "of": _is_of,
    "adjective": _has_adjective,
    "followed_by": _is_followed_by,
    "prep": _has_preposition,
    "complement": _has_complement,
    "se": _is_reflexive,
    "without_se": _is_not_reflexive,
    "with_or_plural": _meets,
    "after": _comes_after,
    "under": _stands_under,
    "without_object": _lacks_object,
    "apart": _stands_apart,
    "person": _concerns_persons,
    "of_person": _is_of_person,
    "crowd": _is_by_crowd,
    "by_people": _is_by_people,
    "object_of_prep": _goes_to,
    "spelled": _spells,
    "near": _is_near,
    "away_from": _is_away_from,
    "by": _is_by,
    "mass": _is_by_mass,
    "without_clause": _has_no_clause,
    "passive": _is_in_passive,
    "future": _is_to_come,
}
"""What an entry may ask of a word's setting; the word list is the condition's value in the lexicon."""
