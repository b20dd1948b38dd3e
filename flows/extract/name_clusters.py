"""Which names of one article name the same thing."""

from dataclasses import dataclass

from flows.extract.names import Name
from flows.nlp.gazetteer import Place, country_named, places_named
from flows.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Names of one thing, in the order of the text."""

    names: tuple[Name, ...]
    entity_type: str
    name: str
    place: Place | None = None


def cluster_names(names: tuple[Name, ...]) -> tuple[Cluster, ...]:
    """Group an article's names by what they name: the same words, a surname after its full name, an acronym."""
    groups: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: (-len(name.text.split()), name.char_start)):
        groups.setdefault(_key(name, groups), []).append(name)
    clusters = [_cluster(sorted(group, key=lambda name: name.char_start)) for group in groups.values()]
    return tuple(sorted(clusters, key=lambda cluster: cluster.names[0].char_start))


def _key(name: Name, groups: dict[str, list[Name]]) -> str:
    place = country_named(name.text)
    if place is not None:
        return place.place_id
    words = fold(name.text)
    if words in groups:
        return words
    for key, group in groups.items():
        if group[0].mention_type != name.mention_type:
            continue
        if name.mention_type == "PER" and set(words.split()) < set(key.split()):
            return key
        if name.mention_type == "ORG" and name.text.isupper() and words == _initials(group[0].text):
            return key
    return words


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper()).lower()


def _cluster(group: list[Name]) -> Cluster:
    fullest = max(group, key=lambda name: (len(name.text.split()), len(name.text), -name.char_start))
    place = country_named(fullest.text)
    if place is None and fullest.mention_type == "LOC":
        place = next(iter(places_named(fullest.text)), None)
    entity_type = "LOC" if place else fullest.mention_type
    return Cluster(names=tuple(group), entity_type=entity_type, name=fullest.text, place=place)
