"""Forms of Spanish verbs in the third person, by rule: what a cue in a news text can look like."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

AR = {"present": "a an", "past": "ó aron", "imperfect": "aba aban"}
ER = {"present": "e en", "past": "ió ieron", "imperfect": "ía ían"}
FUTURE = "á án ía ían"
CLITICS = ("selo", "sela", "selos", "selas", "se", "le", "les", "lo", "la", "los", "las", "nos", "me")


@dataclass(frozen=True, slots=True)
class Irregular:
    """The stems of a verb that rules do not give (``data/irregular_verbs.yml``)."""

    present: str | None = None
    past: str | None = None
    strong_past: str | None = None
    future: str | None = None
    imperfect: str | None = None
    gerund: str | None = None
    participle: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One written form of a verb."""

    text: str
    kind: str
    """finite, infinitive, gerund or participle"""
    is_plural: bool = False


def verb_forms(infinitive: str, irregular: Irregular = Irregular()) -> tuple[VerbForm, ...]:
    """Give a verb's third-person, non-finite and enclitic forms, without the present subjunctive ("que diga").

    >>> [form.text for form in verb_forms("explicar")][:4]
    ['explica', 'explican', 'explicó', 'explicaron']
    """
    return tuple({form.text: form for form in _forms(infinitive, irregular)}.values())


def _forms(infinitive: str, irregular: Irregular) -> Iterator[VerbForm]:
    for text in _finite(infinitive, irregular):
        yield VerbForm(text, "finite", text.endswith("n"))
    gerund = irregular.gerund or _gerund(infinitive, irregular)
    yield VerbForm(infinitive, "infinitive")
    yield VerbForm(gerund, "gerund")
    participle = irregular.participle or _participle(infinitive)
    yield from (VerbForm(participle[:-1] + ending, "participle", len(ending) > 1) for ending in ("o", "a", "os", "as"))
    for clitic in CLITICS:
        yield VerbForm(_stressed(gerund) + clitic, "gerund")
        yield VerbForm((infinitive if len(clitic) < 4 else _stressed(infinitive)) + clitic, "infinitive")
    for clitic in ("se", "le", "les"):
        past = _past(infinitive, irregular)[0]
        yield VerbForm(past + clitic, "finite")
        yield VerbForm(bare(past) + clitic, "finite")


def _finite(infinitive: str, irregular: Irregular) -> Iterator[str]:
    stem, endings = infinitive[:-2], AR if infinitive.endswith("ar") else ER
    present = irregular.present or stem
    yield from _join(present, endings["present"])
    yield from _past(infinitive, irregular)
    yield from _join(irregular.imperfect or stem, endings["imperfect"])
    yield from _join(irregular.future or bare(infinitive), FUTURE)
    yield from irregular.others
    plural = _past(infinitive, irregular)[1].removesuffix("ron")
    yield from (plural + ending for ending in ("ra", "ran", "se", "sen"))


def _past(infinitive: str, irregular: Irregular) -> tuple[str, str]:
    if irregular.strong_past:
        stem = irregular.strong_past
        return stem + "o", stem + ("eron" if stem.endswith("j") else "ieron")
    stem = irregular.past or infinitive[:-2]
    singular, plural = (AR if infinitive.endswith("ar") else ER)["past"].split()
    if _ends_in_vowel(infinitive, stem) and singular == "ió":
        return stem + "yó", stem + "yeron"
    return stem + singular, stem + plural


def _gerund(infinitive: str, irregular: Irregular) -> str:
    stem = irregular.past or infinitive[:-2]
    if infinitive.endswith("ar"):
        return stem + "ando"
    return stem + ("yendo" if _ends_in_vowel(infinitive, stem) else "iendo")


def _ends_in_vowel(infinitive: str, stem: str) -> bool:
    """Tell a stem whose last vowel is heard: "contribuyó", but "siguió"."""
    return stem.endswith(tuple("aeiou")) and not infinitive.endswith(("guir", "quir"))


def _participle(infinitive: str) -> str:
    stem = infinitive[:-2]
    if infinitive.endswith("ar"):
        return stem + "ado"
    return stem + ("ído" if stem.endswith(tuple("aeo")) else "ido")


def _join(stem: str, endings: str) -> Iterator[str]:
    return (stem + ending for ending in endings.split())


def _stressed(form: str) -> str:
    """Write the stress that a form needs before a clitic: diciendo, diciéndo-."""
    for plain, accented in (("ando", "ándo"), ("endo", "éndo"), ("ar", "ár"), ("er", "ér"), ("ir", "ír")):
        if form.endswith(plain):
            return form.removesuffix(plain) + accented
    return form


def bare(text: str) -> str:
    """Drop the accents of vowels (ñ stays).

    >>> bare("señaló")
    'señalo'
    """
    kept = text.replace("ñ", "\0")
    stripped = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    return stripped.replace("\0", "ñ")
