"""Who holds the offices of a list: "con los presidentes de Perú, Ana Gil; Chile, Luis Mora; y Cuba, Juan Paz"."""

from spacy.tokens import Span

from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.referents.titles import title_lemmas
from flows.extract.events.syntax import lemma_of
from flows.records import EntityMention

BETWEEN = frozenset({",", ";", "y", "e", "con", "de", "del", "el", "la", "los", "las"})
"""What stands between the offices of a list, besides titles."""


def with_holders(actors: dict[str, Referent], sentence: Span, names: Names) -> dict[str, Referent]:
    """Those who act with the holders of a list of offices, in the place of what they hold.

    "con los presidentes de Perú, Ana Gil; Chile, Luis Mora" is with Ana Gil and Luis Mora; "con los líderes de la CEOE,
    Luis Paz, y UGT, Ana Mora" with both.
    """
    for offices in _lists(sentence, names) if actors else ():
        if not any(holder.entity_id in actors for _, holder in offices):
            continue
        held = {place.entity_id for place, _ in offices if len(offices) > 1 or names.entity(place.entity_id).is_country}
        actors = {entity_id: each for entity_id, each in actors.items() if entity_id not in held}
        for _, holder in offices:
            actors.setdefault(holder.entity_id, Referent(holder.entity_id, holder.text))
    return actors


def _lists(sentence: Span, names: Names) -> list[list[tuple[EntityMention, EntityMention]]]:
    """The lists of a sentence's offices, each with what is held and who holds it: "de Perú, Ana Gil; Chile, ..."."""
    found: list[list[tuple[EntityMention, EntityMention]]] = []
    end = sentence.start
    for comma in filter(lambda word: word.text == ",", sentence):
        place, holder = names.mention_at.get(comma.i - 1), names.mention_at.get(comma.i + 1)
        if place is None or holder is None or holder.mention_type != "PER" or not _is_held(place, names):
            continue
        between = [word for word in sentence.doc[end : comma.i] if names.mention_at.get(word.i) != place]
        if found and all(word.lower_ in BETWEEN or lemma_of(word) in title_lemmas() for word in between):
            found[-1].append((place, holder))
        else:
            found.append([(place, holder)])
        end = comma.i + 1
        while names.mention_at.get(end) == holder:
            end += 1
    return found


def _is_held(place: EntityMention, names: Names) -> bool:
    return place.mention_type == "ORG" or names.entity(place.entity_id).is_country
