"""The type of each form of an article: that of most of its mentions, unless what stands round one tells another."""

from collections import defaultdict
from collections.abc import Sequence

from flows.extract.entities.names import Name
from flows.extract.entities.occurrences import Occurrences
from flows.extract.entities.types.acronyms import acronyms, expanded
from flows.extract.entities.types.brackets import in_brackets
from flows.extract.entities.types.brands import brands
from flows.extract.entities.types.enumerations import listed
from flows.extract.entities.types.introductions import introduced
from flows.extract.entities.types.lying_in import lying_in
from flows.extract.entities.types.nicknames import nicknames
from flows.extract.entities.types.persons_told import done_to, speakers
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.types.surname_or_place import (
    is_city_here,
    is_known_place_alone,
    is_place_here,
    is_place_in,
)
from flows.extract.entities.types.surnames import is_full_name_of, is_told_by_surname, may_be_surname, surnames_of
from flows.extract.entities.words import typed_acronyms
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.person_names import is_first_name
from flows.text import fold


def form_types(text: str, found: Sequence[Name], words_of_text: Occurrences) -> dict[str, str]:
    """The type of each folded form: that of most of its mentions; a surname is a person where its full name is."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        votes[fold(name.text)][name.mention_type] += name.confidence
    types = {form: min(vote, key=lambda kind: (-vote[kind], kind)) for form, vote in votes.items()}
    shouted = {fold(name.text) for name in found if name.text.isupper()}
    types |= {form: kind for form in types.keys() - (typed_acronyms() - shouted) if (kind := settled_type(form))}
    types |= {form: "LOC" for country in types if country_named(country) for form in _half(country) if form in types}
    types |= expanded(text, found, types)
    types |= {
        form: "LOC" for form, kind in types.items() if kind in {"PER", "MISC"} and is_place_in(words_of_text, form)
    }
    types |= acronyms(text, found, types) | introduced(text, found, types)
    said = speakers(text, found, types)
    types |= said | {form: "PER" for form in types if is_full_name_of(form, said)}
    types |= done_to(text, found, types) | nicknames(text, found, types)
    types |= brands(text, found, types)
    types |= {form: "PER" for form, kind in types.items() if kind != "PER" and is_told_by_surname(form, types)}
    open_forms = [form for form, kind in types.items() if kind in {"PER", "MISC"} and " " not in form]
    full = [form.split() for form, kind in types.items() if kind == "PER" and " " in form]
    lasts = {parts[-1] for parts in full}
    shorts = lasts | {parts[0] for parts in full}
    types |= {form: "LOC" for form in open_forms if form not in shorts and is_city_here(form, types)}
    written = {fold(name.text) for name in found if not name.text.isupper()}
    no_surnames = (form for form in open_forms if types[form] == "PER" and form in written - shorts)
    types |= {form: "LOC" for form in no_surnames if is_known_place_alone(form)}
    types |= lying_in(text, found, types) | in_brackets(text, found, types) | listed(text, found, types, lasts)
    cities = {form.partition(" de ")[0] for form, kind in types.items() if kind == "LOC" and places_named(form)}
    types |= {form: "LOC" for form in open_forms if form in cities - shorts and places_named(form)}
    for form in [form for form, kind in types.items() if kind == "PER" and " " in form]:
        for surname in surnames_of(form):
            if (not settled_type(surname) or may_be_surname(surname)) and (
                types.get(surname) != "LOC" or not is_place_here(words_of_text, surname)
            ):
                types[surname] = "PER"
        first = form.split()[0]
        if types.get(first) == "LOC" and is_first_name(first) and not is_place_here(words_of_text, first):
            types[first] = "PER"
    return types


def _half(country: str) -> set[str]:
    """What "el Norte" is short for beside "Corea del Norte"."""
    return {country.rpartition(" del ")[2]} if " del " in country else set()
