"""The lexicon of events: which lemmas, in which frames, are which PLOVER type.

The data lie in ``data/events``: a file a type, the argument frames, and classes of nouns.
"""

from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any

from flows.extract.entities.words import words as name_words
from flows.extract.verb_forms import Irregular, VerbForm, verb_forms
from flows.word_lists import parse_words

NOT_TYPES = ("frames", "classes", "status", "referents", "irregular_verbs", "capitals")

LOST_ACCENTS = {"án": "anes", "én": "enes", "és": "eses", "ín": "ines", "ón": "ones", "ún": "unes"}
"""Stressed ends of nouns whose plural is written without the accent: "motines"."""

GAINED_ACCENTS = {"crimen": "crímenes", "joven": "jóvenes", "orden": "órdenes"}
"""Plurals that are written with an accent which the noun has not."""

MIN_FORM = 4
"""Shortest form that is looked up by its spelling; shorter ones mean too much ("dio", "da")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Which arguments are actor and recipient, in the order in which they are tried."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading of a lemma: its type and mode, its frame, and what must hold for it."""

    event_type: str
    mode: str | None
    frame: Frame
    part_of_speech: str
    need: str | None
    family: str
    """What can be one happening: "firmó" and "la firma" are, a signing and its praise are not."""
    example: str
    conditions: tuple[tuple[str, frozenset[str]], ...]


Lexicon = dict[tuple[str, str], tuple[Entry, ...]]


@cache
def lexicon() -> Lexicon:
    """All readings by part of speech ("verb", "noun") and lemma, the most specific first as the files have them."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for event_type, row in lexicon_rows():
        for part, key in (("verb", "verbs"), ("noun", "nouns"), ("adjective", "adjectives")):
            if key not in row:
                continue
            entry = _entry(event_type, part, row)
            for words in row[key]:
                lemma, _, rest = words.partition(" ")
                spelled = (("spelled", frozenset({rest})),) if rest else ()
                found.setdefault((part, lemma), []).append(replace(entry, conditions=entry.conditions + spelled))
    return {key: tuple(sorted(entries, key=_specificity, reverse=True)) for key, entries in found.items()}


def _specificity(entry: Entry) -> int:
    """How much an entry asks for; what it must not have makes it no more specific than another."""
    return sum(not name.startswith("not_") for name, _ in entry.conditions)


@cache
def known_words() -> frozenset[str]:
    """Every lemma and every written form that the lexicon knows a word by."""
    return frozenset(lemma for _, lemma in lexicon()) | frozenset(form for _, form in lemma_forms())


@cache
def lemma_forms() -> dict[tuple[str, str], str]:
    """The lemma of each written form of the lexicon's words, by part of speech.

    Makes good what the tagger's lemmas miss: "bloqueó" is left as it is, "reprendió" becomes "reprendeír".

    >>> lemma_forms()["verb", "reprendió"], lemma_forms()["noun", "reuniones"]
    ('reprender', 'reunión')
    """
    found: dict[tuple[str, str], str] = {}
    for part, lemma in sorted(lexicon()):
        if part != "verb":
            forms = [lemma, plural(lemma)]
        else:
            forms = [each for form in _forms_of(lemma) for each in _inflected(form)]
            forms.append(_first_plural(lemma))
        for form in forms:
            if len(form) >= MIN_FORM:
                found.setdefault((part, form), lemma)
    return found


def participle(infinitive: str) -> str:
    """The participle of a verb, which the tagger leaves as it is where it stands with a noun.

    >>> participle("firmar"), participle("imponer")
    ('firmado', 'impuesto')
    """
    return next(form.text for form in _forms_of(infinitive) if form.kind == "participle")


def _forms_of(infinitive: str) -> tuple[VerbForm, ...]:
    return verb_forms(infinitive, _irregular_verbs().get(infinitive, Irregular()))


@cache
def _irregular_verbs() -> dict[str, Irregular]:
    return {lemma: Irregular(**_tuples(stems)) for lemma, stems in word_list("irregular_verbs").items()}


def _first_plural(infinitive: str) -> str:
    """Give "exigimos" of "exigir": who speaks in a quote, often for a body."""
    return infinitive.removesuffix("r") + "mos"


def _inflected(form: VerbForm) -> list[str]:
    """A verb form in every gender and number that it has: participles in four."""
    if form.kind != "participle":
        return [form.text]
    return [form.text[:-1] + ending for ending in ("o", "a", "os", "as")]


def plural(noun: str) -> str:
    """The plural of a noun.

    >>> plural("reunión"), plural("motín"), plural("orden"), plural("cese"), plural("paz")
    ('reuniones', 'motines', 'órdenes', 'ceses', 'paces')
    """
    if noun[-2:] in LOST_ACCENTS:
        return noun[:-2] + LOST_ACCENTS[noun[-2:]]
    if noun in GAINED_ACCENTS:
        return GAINED_ACCENTS[noun]
    if noun.endswith("z"):
        return noun[:-1] + "ces"
    return noun + ("s" if noun[-1] in "aeiouáéó" else "es")


def singular(noun: str) -> str:
    """A noun of the word lists by its plural, which the tagger leaves as it is in names and capitals.

    >>> singular("trabajadores"), singular("miles"), singular("jueces"), singular("vecino")
    ('trabajador', 'miles', 'juez', 'vecino')
    """
    return _singulars().get(noun, noun)


@cache
def _singulars() -> dict[str, str]:
    people = word_list("referents")
    people_lists = (people[kind] for kind in ("crowd", "person", "role", "private"))
    nouns = {*chain.from_iterable(people_lists), *name_words("relatives"), *word_class("violence_object")}
    return {plural(noun): noun for noun in sorted(nouns) if plural(noun) not in nouns}


def _tuples(stems: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stems.items()}


@cache
def lexicon_rows() -> tuple[tuple[str, dict[str, Any]], ...]:
    """The rows of the lexicon's files as written, each with its event type."""
    found = []
    for file in sorted(resources.files("flows.extract").joinpath("data/events").iterdir(), key=lambda each: each.name):
        name = file.name.removesuffix(".yml")
        if name not in NOT_TYPES and file.name.endswith(".yml"):
            rows = parse_words(file.read_text(encoding="utf-8"))
            found += [(row.get("type", name.upper()), row) for row in rows]
    return tuple(found)


@cache
def word_list(file: str) -> dict[str, Any]:
    """A file of word lists in ``data/events``."""
    text = resources.files("flows.extract").joinpath(f"data/events/{file}.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_words(text)
    return data


@cache
def word_class(name: str) -> frozenset[str]:
    """A class of words of ``classes.yml``."""
    return frozenset(word_list("classes")[name])


PLAIN_KEYS = frozenset(
    {"verbs", "nouns", "adjectives", "type", "mode", "frame", "need", "family", "example", "examples", "not"}
)


def _entry(event_type: str, part: str, row: dict[str, Any]) -> Entry:
    frame = word_list("frames")["nouns" if part == "noun" else "verbs"][row["frame"]]
    conditions = tuple((key, _words(value)) for key, value in sorted(row.items()) if key not in PLAIN_KEYS)
    return Entry(
        event_type=event_type,
        mode=row.get("mode"),
        frame=Frame(tuple(frame["actor"]), tuple(frame.get("recipient", ())), frame.get("joint", False)),
        part_of_speech=part,
        need=row.get("need"),
        family=row.get("family") or row.get("mode") or event_type.lower(),
        example=row["example"],
        conditions=conditions,
    )


def _words(value: Any) -> frozenset[str]:
    """The words that a condition allows: a list, or the name of a class of nouns."""
    classes = word_list("classes")
    values = value if isinstance(value, list) else [value]
    found: set[str] = set()
    for each in values:
        found.update(classes[each] if isinstance(each, str) and each in classes else [str(each).lower()])
    return frozenset(found)
