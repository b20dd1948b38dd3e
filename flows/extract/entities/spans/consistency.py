"""Names in the light of the whole article: what is a name once is one everywhere, and of one type."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator

from flows.extract.entities.names import Name, begins_sentence, name_at, without_overlap
from flows.extract.entities.occurrences import Occurrences
from flows.extract.entities.spans.capitals import evidenced, is_shouted
from flows.extract.entities.spans.joins import joined
from flows.extract.entities.spans.own_names import NameList
from flows.extract.entities.spans.pairs import halves
from flows.extract.entities.spans.sentence_starts import is_common, without_article, without_common
from flows.extract.entities.types.of_forms import form_types
from flows.text import fold


def agree(text: str, found: tuple[Name, ...], common: frozenset[int] = frozenset()) -> tuple[Name, ...]:
    """Give every form one type, drop what only a headline's capitals made a name, and mark names wherever they stand.

    Args:
        text: the article's text.
        found: names as they were recognised one by one.
        common: where words begin that the tagger says are verbs, adverbs, pronouns and the like.
    """
    words_of_text = Occurrences(text)
    types = form_types(text, found, words_of_text)
    own = [name for name in found if name.own]
    kept = [half for name in found if not name.own for half in halves(text, name, types)]
    kept = [without_article(text, name, types, words_of_text) for name in kept]
    kept = [without_common(text, name, types, common) for name in kept]
    kept = [name for name in kept if not is_common(text, name, common, words_of_text)]
    kept = [name for name in kept if not is_shouted(text, name, words_of_text)]
    kept = [*own, *joined(text, evidenced(text, kept, types))]
    types = form_types(text, kept, words_of_text)
    kept += _repeated(text, _forms(kept, types), words_of_text)
    types = form_types(text, without_overlap(kept), words_of_text)  # what stands round a name anywhere tells of it
    first_names = {form.split()[0] for form, kind in types.items() if kind == "PER" and " " in form}
    return without_overlap(_retyped(name, types, first_names) for name in kept)


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
