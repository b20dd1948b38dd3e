"""The lexicon of reporting verbs and phrases, by written form (``data/cues.yml``)."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from flows.extract.verb_forms import Irregular, verb_forms
from flows.word_lists import parse_words


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A reporting verb, or a phrase whose first word is a verb."""

    lemma: str
    stance: str
    is_direct: bool
    takes: frozenset[str]
    needs: str | None
    governs: frozenset[str]
    """Prepositions of what it is about, not of whom it is said to: "referirse a"."""
    not_after: frozenset[str]
    """Prepositions after which its infinitive reports nothing: "para garantizar que"."""
    rest: tuple[str, ...]
    """Words that follow the verb: "dar a conocer" has ("a", "conocer")."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """A written form of a reporting verb."""

    verb: CueVerb
    kind: str
    """finite, infinitive, gerund or participle"""
    is_plural: bool


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """Words that name the source without a verb: "según", "a juicio de"."""

    lemma: str
    words: tuple[str, ...]
    only: str | None
    """named: the source must be a name; whole: who it is, is told before, as of "a su juicio"."""


@cache
def cue_forms() -> dict[str, tuple[CueForm, ...]]:
    """Every written form of a verb that begins a cue, lower case; the most specific first."""
    forms: dict[str, list[CueForm]] = defaultdict(list)
    irregular = _irregular()
    for row in word_list("cues.yml")["verbs"]:
        first, *rest = row["lemma"].split()
        infinitive = first.removesuffix("se") if first.endswith("rse") else first
        verb = CueVerb(
            row["lemma"],
            row["stance"],
            row["direct"],
            frozenset(row["takes"]),
            row.get("needs"),
            frozenset(row.get("governs", ())),
            frozenset(row.get("not_after", ())),
            tuple(rest),
        )
        for form in verb_forms(infinitive, irregular.get(infinitive, Irregular())):
            forms[form.text].append(CueForm(verb, form.kind, form.is_plural))
    return {text: tuple(sorted(found, key=_specificity)) for text, found in forms.items()}


def _irregular() -> dict[str, Irregular]:
    rows = ((lemma, dict(row)) for lemma, row in word_list("irregular_verbs.yml").items())
    return {lemma: Irregular(others=tuple(stems.pop("others", ())), **stems) for lemma, stems in rows}


def _specificity(form: CueForm) -> tuple[int, bool]:
    """Longer phrases first, then pronominal verbs, which ask for their pronoun."""
    return -len(form.verb.rest), not form.verb.lemma.split()[0].endswith("rse")


@cache
def cue_phrases() -> dict[str, tuple[CuePhrase, ...]]:
    """Every phrase that names a source without a verb, by its first word; longer phrases first."""
    phrases: dict[str, list[CuePhrase]] = defaultdict(list)
    for row in word_list("cues.yml")["phrases"]:
        for written in (row["words"], _contracted(row["words"])):
            words = tuple(written.split())
            phrases[words[0]].append(CuePhrase(row["lemma"], words, row.get("only")))
    return {first: tuple(sorted(found, key=lambda phrase: -len(phrase.words))) for first, found in phrases.items()}


def _contracted(words: str) -> str:
    """Write the last preposition of a phrase with the article "el".

    >>> _contracted("a juicio de"), _contracted("de acuerdo a")
    ('a juicio del', 'de acuerdo al')
    """
    return words + {"de": "l", "a": "l"}.get(words.split()[-1], "")


@cache
def cue_nouns() -> dict[str, str]:
    """Nouns whose clause with "de que" is what somebody said, singular and plural, each with its stance."""
    nouns = word_list("cues.yml")["nouns"]
    return {form: stance for stance, some in nouns.items() for noun in some for form in (noun, plural(noun))}


@cache
def cue_beginnings() -> frozenset[str]:
    """Every word that a cue may begin with, lower case."""
    return frozenset(cue_forms()) | frozenset(cue_phrases()) | frozenset(cue_nouns())


@cache
def measuring_forms() -> frozenset[str]:
    """Forms of the verbs after which "según" says what something depends on."""
    verbs = word_list("cues.yml")["measuring"]
    return frozenset(form.text for verb in verbs for form in verb_forms(verb, _irregular().get(verb, Irregular())))


@cache
def deed_forms() -> frozenset[str]:
    """Forms of the verbs for what only persons do, and a speaker may do next: "y abandonó la sala"."""
    verbs = (verb.removesuffix("se") for verb in word_list("cues.yml")["deeds"])
    return frozenset(form.text for verb in verbs for form in verb_forms(verb, _irregular().get(verb, Irregular())))


@cache
def content_nouns() -> frozenset[str]:
    """Nouns that say what was said: "mencionó la posibilidad de ..."."""
    return frozenset(form for noun in word_list("cues.yml")["contents"] for form in (noun, plural(noun)))


@cache
def slogan_nouns() -> frozenset[str]:
    """Nouns for what people shout or carry about, singular and plural: "con pancartas como «Agua limpia»"."""
    return frozenset(form for noun in word_list("cues.yml")["slogans"] for form in (noun, plural(noun)))


@cache
def proving_verbs() -> frozenset[str]:
    """Verbs of saying whose infinitive is what somebody does, not what they say: "demostró ser capaz"."""
    return frozenset(word_list("cues.yml")["proving"])


def plural(noun: str) -> str:
    """Give the plural of a noun.

    >>> plural("acusación")
    'acusaciones'
    """
    if noun.endswith("z"):
        return noun[:-1] + "ces"
    for accented, plain in (("ión", "ion"), ("án", "an"), ("és", "es"), ("ón", "on")):
        if noun.endswith(accented):
            return noun.removesuffix(accented) + plain + "es"
    return noun + ("s" if noun[-1] in "aeiouáéíó" else "es")


@cache
def word_list(name: str) -> dict[str, Any]:
    """Read a word list of ``flows/extract/data``."""
    text = resources.files("flows.extract").joinpath(f"data/{name}").read_text(encoding="utf-8")
    loaded: dict[str, Any] = parse_words(text)
    return loaded
