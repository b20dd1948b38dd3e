"""Names in the light of the whole article: what is a name once is one everywhere, and of one type."""

import dataclasses
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from flows.extract.entities.abbreviations import abbreviates
from flows.extract.entities.acronym_types import acronyms
from flows.extract.entities.brackets import in_brackets
from flows.extract.entities.brands import brands
from flows.extract.entities.enumerations import listed
from flows.extract.entities.introductions import introduced
from flows.extract.entities.joins import joined
from flows.extract.entities.lying_in import lying_in
from flows.extract.entities.names import Name, begins_sentence, name_at, without_overlap
from flows.extract.entities.nicknames import nicknames
from flows.extract.entities.occurrences import Occurrences
from flows.extract.entities.own_names import NameList
from flows.extract.entities.persons_told import done_to, speakers
from flows.extract.entities.settled_types import LARGE_CITY_POPULATION, settled_type
from flows.extract.entities.words import head_type, typed, typed_acronyms, words
from flows.nlp.gazetteer import Place, country, country_named, is_country_code, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import common_surnames, is_first_name
from flows.text import fold

SMALL_WORDS = frozenset(
    {"de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "van", "von", "der", "al", "bin", "san"}
)
KNOWN_CITY_POPULATION = 300_000
TOWN_POPULATION = 50_000
ARTICLES = {article: re.compile(rf"{article.lower()}\Z") for article in ("El ", "La ", "Los ", "Las ")}
WITH_SPANISH_SURNAMES = frozenset(
    re.findall(r"\w+", "AR BO BR CL CO CR CU DO EC ES GT HN MX NI PA PE PH PR PT PY SV UY VE")
)
WITH_ENGLISH_SURNAMES = frozenset({"AU", "CA", "GB", "IE", "NZ", "US", "ZA"})
"""Countries whose towns are surnames too, or called after people: "Toledo", "Bolívar", "Hamilton"."""
WITHIN_SENTENCE = re.compile(r"[a-zá-ú,] \Z")
CAPITALS_BEFORE, CAPITALS_BEHIND = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,} \Z"), re.compile(r" [A-ZÁÉÍÓÚÑ]{2,}\b")
SHORTEST_SHOUTED, LONGEST_BEFORE = 5, 20
IN = re.compile(r"\b[Ee]n \Z")
IN_OR_TO = re.compile(r"\b(?:[Ee]n|desde|hacia|hasta) \Z")
IN_OR_MOVING = re.compile(
    r"\b[Ee]n \Z|\b(?:llegó|llegaron|llegará|viajó|viajaron|viajará|viajar|regresó|regresaron|trasladad[oa]s?|rumbo|"
    r"huyó|huyeron|entró|entraron|ingresó|salió|cruzó|vuelos?)(?: [a-z]{1,9})? (?:a|por|hacia|desde|de) \Z"
)
PAIRED = re.compile(r"\w ?[-–—/] ?\w")
NAME_OF_PAIR = re.compile(r"\w(?:(?! ?[-–—/] ?\w).)*\w|\w")
TITLE_CASE_WORDS = 3
"""Lines of fewer words are no headlines in capitals."""


def agree(text: str, found: tuple[Name, ...], common: frozenset[int] = frozenset()) -> tuple[Name, ...]:
    """Give every form one type, drop what only a headline's capitals made a name, and mark names wherever they stand.

    Args:
        text: the article's text.
        found: names as they were recognised one by one.
        common: where words begin that the tagger says are verbs, adverbs, pronouns and the like.
    """
    words_of_text = Occurrences(text)
    types = _types(text, found, words_of_text)
    own = [name for name in found if name.own]
    kept = [half for name in found if not name.own for half in _halves(text, name, types)]
    kept = [_without_article(text, name, types, words_of_text) for name in kept]
    kept = [_without_common(text, name, types, common) for name in kept]
    kept = [name for name in kept if not _is_common(text, name, common, words_of_text)]
    kept = [name for name in kept if not _is_shouted(text, name, words_of_text)]
    kept = [*own, *joined(text, _evidenced(text, kept, types))]
    types = _types(text, kept, words_of_text)
    kept += _repeated(text, _forms(kept, types), words_of_text)
    types = _types(text, without_overlap(kept), words_of_text)  # what stands round a name anywhere tells of it
    first_names = {form.split()[0] for form, kind in types.items() if kind == "PER" and " " in form}
    return without_overlap(_retyped(name, types, first_names) for name in kept)


def _types(text: str, found: Sequence[Name], words_of_text: Occurrences) -> dict[str, str]:
    """The type of each folded form: that of most of its mentions; a surname is a person where its full name is."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        votes[fold(name.text)][name.mention_type] += name.confidence
    types = {form: min(vote, key=lambda kind: (-vote[kind], kind)) for form, vote in votes.items()}
    shouted = {fold(name.text) for name in found if name.text.isupper()}
    types |= {form: kind for form in types.keys() - (typed_acronyms() - shouted) if (kind := settled_type(form))}
    types |= {form: "LOC" for country in types if country_named(country) for form in _half(country) if form in types}
    types |= _abbreviations(text, found, types)
    types |= {
        form: "LOC" for form, kind in types.items() if kind in {"PER", "MISC"} and _is_place_in(words_of_text, form)
    }
    types |= acronyms(text, found, types) | introduced(text, found, types)
    said = speakers(text, found, types)
    types |= said | {form: "PER" for form in types if _is_full_name_of(form, said)}
    types |= done_to(text, found, types) | nicknames(text, found, types)
    types |= brands(text, found, types)
    types |= {form: "PER" for form, kind in types.items() if kind != "PER" and _is_told_by_surname(form, types)}
    open_forms = [form for form, kind in types.items() if kind in {"PER", "MISC"} and " " not in form]
    full = [form.split() for form, kind in types.items() if kind == "PER" and " " in form]
    lasts = {parts[-1] for parts in full}
    shorts = lasts | {parts[0] for parts in full}
    types |= {form: "LOC" for form in open_forms if form not in shorts and _is_city_here(form, types)}
    written = {fold(name.text) for name in found if not name.text.isupper()}
    no_surnames = (form for form in open_forms if types[form] == "PER" and form in written - shorts)
    types |= {form: "LOC" for form in no_surnames if _is_known_place_alone(form)}
    types |= lying_in(text, found, types) | in_brackets(text, found, types) | listed(text, found, types, lasts)
    cities = {form.partition(" de ")[0] for form, kind in types.items() if kind == "LOC" and places_named(form)}
    types |= {form: "LOC" for form in open_forms if form in cities - shorts and places_named(form)}
    for form in [form for form, kind in types.items() if kind == "PER" and " " in form]:
        for surname in _surnames(form):
            if (not settled_type(surname) or _may_be_surname(surname)) and (
                types.get(surname) != "LOC" or not _is_place_here(words_of_text, surname)
            ):
                types[surname] = "PER"
        first = form.split()[0]
        if types.get(first) == "LOC" and is_first_name(first) and not _is_place_here(words_of_text, first):
            types[first] = "PER"
    return types


def _is_full_name_of(form: str, surnames: Collection[str]) -> bool:
    """Whether it is the full name of somebody who speaks, with a first name of no list: "Egan Bernal"."""
    parts = form.split()
    is_name = len(parts) in {2, 3} and parts[-1] in surnames and parts[0] not in SMALL_WORDS
    return is_name and settled_type(form) is None and not places_named(form)


def _is_told_by_surname(form: str, types: dict[str, str]) -> bool:
    """Whether a first name of no list stands before one of it, and the surname is a person's: "Lidy Ana Mora"."""
    parts = form.split()
    if parts[0] in SMALL_WORDS:
        return False
    is_name = len(parts) > 2 and is_first_name(parts[1]) and types.get(parts[-1]) == "PER"
    return is_name and settled_type(form) is None


def _half(country: str) -> set[str]:
    """What "el Norte" is short for beside "Corea del Norte"."""
    return {country.rpartition(" del ")[2]} if " del " in country else set()


def _abbreviations(text: str, found: Sequence[Name], types: dict[str, str]) -> dict[str, str]:
    """The types of acronyms in brackets after their expansions."""
    pairs = (
        (fold(first.text), fold(second.text))
        for first, second in pairwise(found)
        if text[first.char_end : second.char_start] == " ("
        and text[second.char_end : second.char_end + 1] == ")"
        and abbreviates(second.text, first.text)
        and not settled_type(second.text)
    )
    found_types = {short: types[full] for full, short in pairs if types[full] in {"ORG", "MISC"}}
    for full, kind in types.items():
        if kind == "ORG" and full.count(" ") > 1:
            short = "".join(word[0] for word in full.split() if word not in SMALL_WORDS)
            if short in types and not settled_type(short):
                found_types.setdefault(short, kind)
    return found_types


def _is_place_in(words_of_text: Occurrences, form: str) -> bool:
    """Whether a gazetteer's name stands after "en" somewhere, or somebody goes there; that of a person never does."""
    named = places_named(form)
    return bool(named) and settled_type(form) is None and words_of_text.has(named[0].name, IN_OR_MOVING)


def _is_city_here(form: str, types: dict[str, str]) -> bool:
    """Whether a single word is a large city of a country that the article names."""
    cities = (place for place in places_named(form) if place.population >= LARGE_CITY_POPULATION)
    return any(
        fold(country(place.country_code).name) in types for place in cities if is_country_code(place.country_code)
    )


def _surnames(form: str) -> Iterator[str]:
    """What of a full name may stand alone: its last word, the last two, and each of several surnames."""
    parts = form.split()
    for number in range(1, len(parts)):
        tail = parts[number:]
        if tail[0] not in SMALL_WORDS or len(tail) > 1:
            yield " ".join(tail)
    if len(parts) > 2 and parts[-2] not in SMALL_WORDS and len(parts[-2]) > 2:
        yield parts[-2]


def _may_be_surname(form: str) -> bool:
    """Whether but a list of bodies' names, or a noun, settles what a surname is: "Ford", "Mas", "Puente"."""
    is_listed = form in typed("typed") or (" " not in form and head_type(form) is not None)
    return is_listed and known_name(form) is None


def _is_place_here(words_of_text: Occurrences, form: str) -> bool:
    """Whether a surname is also a place, and something is in it, or it is well known and something goes there."""
    named = places_named(form)
    known = [place for place in named if _is_known_place(place)]
    if named and named[0].population >= TOWN_POPULATION and words_of_text.has(named[0].name, IN):
        return True
    return bool(known) and words_of_text.has(known[0].name, IN_OR_TO)


def _is_known_place_alone(form: str) -> bool:
    """Whether a word names a well-known place and is no person's name besides: "Nevada", not "Sucre"."""
    if is_first_name(form) or form in common_surnames():
        return False
    named = [place for place in places_named(form) if fold(place.name) == form]
    return any(map(_is_known_place, named)) and all(_is_no_surname(place) for place in named)


def _is_no_surname(place: Place) -> bool:
    """Whether people are hardly called as a place is: no town as "Toledo" or "Hamilton"."""
    is_abroad = place.country_code not in WITH_SPANISH_SURNAMES
    return is_abroad and (place.kind == "region" or place.country_code not in WITH_ENGLISH_SURNAMES)


def _is_known_place(place: Place) -> bool:
    return place.population >= KNOWN_CITY_POPULATION or place.kind == "region"


def _halves(text: str, name: Name, types: dict[str, str]) -> Iterator[Name]:
    """The two names of a pair, as in "Kim-Putin" and "la carretera Tumbes-Piura"; not "Jong-un" beside "Jong Un"."""
    kinds = _kinds_of_pair(name, types)
    if not kinds:
        yield name
        return
    for part, kind in zip(NAME_OF_PAIR.finditer(text, name.char_start, name.char_end), kinds, strict=True):
        yield name_at(text, *part.span(), kind, name.confidence)


def _kinds_of_pair(name: Name, types: dict[str, str]) -> list[str]:
    """The types of the halves of a name that is two, each a name of its own; none where it is one."""
    if not PAIRED.search(name.text) or fold(re.sub(r"[-–—]", " ", name.text)) in types:
        return []
    parts = [fold(part) for part in NAME_OF_PAIR.findall(name.text)]
    is_surname = " " in parts[0] and is_first_name(parts[0].split()[0])  # "Ana Vera-Mora"
    if len(parts) < 2 or is_surname:
        return []
    if name.mention_type == "LOC" and not places_named(name.text) and all(map(places_named, parts)):
        return ["LOC"] * len(parts)
    kinds = [types.get(part) or (None if head_type(part) else settled_type(part)) for part in parts]
    return [kind for kind in kinds if kind] if all(kinds) else []


def _without_article(text: str, name: Name, types: dict[str, str], words_of_text: Occurrences) -> Name:
    """Drop an article that only begins a sentence: "El Kremlin" is "Kremlin"; "El País" stays."""
    article, blank, rest = name.text.partition(" ")
    if article + blank not in ARTICLES or not rest[:1].isupper() or not begins_sentence(text, name.char_start):
        return name
    bare = fold(rest)
    elsewhere = words_of_text.has(rest, ARTICLES[article + blank])
    if elsewhere or bare in types or settled_type(rest) or rest.lower() in words("institutions", "nouns"):
        return name_at(text, name.char_end - len(rest), name.char_end, name.mention_type, name.confidence)
    return name


def _without_common(text: str, name: Name, types: dict[str, str], common: frozenset[int]) -> Name:
    """Drop a title, or a verb that only begins a sentence: "Urge Morena" is "Morena" where that is a name."""
    first, _, rest = name.text.partition(" ")
    kind = types.get(fold(rest))
    if kind is None and name.mention_type == "PER" and name.char_start in common and _is_before_full_name(first, rest):
        kind = "PER"
    is_title = kind == "PER" and first.lower() in words("titles")
    may_be_verb = kind is not None and begins_sentence(text, name.char_start)
    is_named_so = name.mention_type == kind == "PER" and _is_before_full_name(first, rest)
    is_verb = may_be_verb and (is_named_so or name.char_start in common)
    if not is_title and not is_verb:
        return name
    return name_at(text, name.char_end - len(rest), name.char_end, kind or name.mention_type, name.confidence)


def _is_before_full_name(first: str, rest: str) -> bool:
    """Whether a word is no first name and one stands behind it with a surname: "Recuerda Ana Duarte"."""
    return " " in rest and is_first_name(rest.split()[0]) and not is_first_name(first)


def _is_common(text: str, name: Name, common: frozenset[int], words_of_text: Occurrences) -> bool:
    """A word that only the start of its sentence gave a capital: a verb, pronoun, or one in lower case elsewhere."""
    return (
        " " not in name.text
        and not name.text.isupper()
        and begins_sentence(text, name.char_start)
        and not settled_type(name.text)
        and (name.char_start in common or _is_noun(words_of_text, name.text))
        and not words_of_text.has(name.text, WITHIN_SENTENCE)
    )


def _is_shouted(text: str, name: Name, words_of_text: Occurrences) -> bool:
    """A common word of a sentence in capitals: "LA IVERMECTINA CURA", where the text has "ivermectina" too."""
    word = name.text
    if not word.isalpha() or not word.isupper() or len(word) < SHORTEST_SHOUTED or settled_type(word):
        return False
    before = CAPITALS_BEFORE.search(text, max(0, name.char_start - LONGEST_BEFORE), name.char_start)
    is_among_capitals = before is not None or CAPITALS_BEHIND.match(text, name.char_end) is not None
    return is_among_capitals and words_of_text.has(word.lower())


def _is_noun(words_of_text: Occurrences, word: str) -> bool:
    """Whether a word is but a noun that begins a heading: the text has it in lower case, and it is no first name."""
    return word.isalpha() and not is_first_name(word) and words_of_text.has(word.lower())


def _evidenced(text: str, found: list[Name], types: dict[str, str]) -> list[Name]:
    """Without names that stand only in a line whose words all begin with a capital."""
    capitals = [match.span() for match in re.finditer(r"[^\n]+", text) if _is_in_capitals(match.group())]
    if not capitals:
        return found
    starts = [start for start, _ in capitals]
    inside: list[Name] = []
    outside: list[Name] = []
    for name in found:
        line = bisect_right(starts, name.char_start) - 1
        (inside if line >= 0 and name.char_start < capitals[line][1] else outside).append(name)
    forms = {fold(name.text) for name in outside}
    forms |= {part for form in forms if types.get(form) == "PER" for part in _surnames(form)}
    return [*outside, *(name for name in inside if fold(name.text) in forms or settled_type(name.text))]


def _is_in_capitals(line: str) -> bool:
    long_words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    if len(long_words) < TITLE_CASE_WORDS or line.rstrip()[-1:] in ".,;":
        return False
    capitals = sum(1 for word in long_words if word[0].isupper())
    return capitals > 0.8 * len(long_words)


def _retyped(name: Name, types: dict[str, str], first_names: Collection[str]) -> Name:
    """The name with its form's type; a first name that is a city's too stays what it is here: "Santiago calló"."""
    form = fold(name.text)
    kind = types.get(form, name.mention_type)
    is_person_here = name.mention_type == "PER" and kind == "LOC" and form in first_names
    if name.own is not None or kind == name.mention_type or is_person_here:
        return name
    return dataclasses.replace(name, mention_type=kind, confidence=0.6)


def _forms(found: Iterable[Name], types: dict[str, str]) -> dict[str, str]:
    """Written forms to look for in the whole text, with their types."""
    forms: dict[str, str] = {}
    for name in found:
        if len(name.text) < 3 or not name.text[0].isupper():
            continue
        forms[name.text] = types[fold(name.text)]
        if types[fold(name.text)] == "PER":
            parts = name.text.split()
            for number in range(1, len(parts)):
                tail = " ".join(parts[number:])
                if tail[0].isupper() and len(tail) > 2 and types.get(fold(tail)) == "PER":
                    forms.setdefault(tail, "PER")
    return forms


def _repeated(text: str, forms: dict[str, str], words_of_text: Occurrences) -> Iterator[Name]:
    variants = {variant: kind for form, kind in forms.items() for variant in (form.upper(), form)}
    for start, end in NameList(forms).find(text):
        form = text[start:end]
        if " " not in form and begins_sentence(text, start) and words_of_text.has(form.lower()):
            continue
        yield name_at(text, start, end, variants[form], 0.6)
