"""Which country, region or city an article means by a name that several bear."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from flows.extract.entities.clusters.of_names import Cluster
from flows.nlp.gazetteer import Namesake, Place, country_named, country_of_capital, namesake_of_country, places_named
from flows.text import fold

FAR_LARGER = 20
"""A place so many times more populous than the next of its name is meant where nothing else decides."""
WELL_KNOWN, SMALL = 300_000, 50_000
OF_STATE = re.compile(
    r"\b(?:[Ee]stado|[Gg]obernadora?|[Ss]enadora?|[Cc]ongresista|[Ll]egislatura|[Cc]ondado|primarias|elector(?:es)?)"
    r" (?:de|por|en) \Z"
)
"""What stands before a State, not before a country."""
LONGEST_BEFORE = 20


def locate(text: str, clusters: Sequence[Cluster], home: str | None) -> list[Place | None]:
    """Find the place that each cluster names; None for what is none, and for one that nothing decides.

    "Córdoba" is in the country that the article's other places are in, else where its outlet writes from.

    Args:
        text: the article's text.
        clusters: the article's names, grouped.
        home: country that the outlet writes from, ISO 3166-1 alpha-2.
    """
    found = [country_named(cluster.name) if cluster.apart is None else None for cluster in clusters]
    longer = _longer_names(clusters)
    candidates = [
        _candidates(cluster, longer[cluster.name]) if place is None and cluster.entity_type == "LOC" else ()
        for cluster, place in zip(clusters, found, strict=True)
    ]
    countries: Counter[str] = Counter()
    in_cities: Counter[str] = Counter()
    for cluster, place, open_to in zip(clusters, found, candidates, strict=True):
        capital = country_of_capital(cluster.name)
        if place is not None and not namesake_of_country(place.country_code):
            countries[place.country_code] += len(cluster.names)
        elif open_to and (capital or len({each.country_code for each in open_to}) == 1):
            countries[capital or open_to[0].country_code] += 1
        if open_to and not capital and _is_far_larger(open_to):
            in_cities[open_to[0].country_code] += 1
    for number, place in enumerate(found):
        namesake = namesake_of_country(place.country_code) if place else None
        if place and namesake and _is_namesake(text, clusters[number], namesake, in_cities, countries, home):
            candidates[number] = tuple(
                each for each in places_named(clusters[number].name) if each.country_code == namesake.country_code
            )
            found[number] = None
        elif place and namesake:
            countries[place.country_code] += len(clusters[number].names)
    return [
        place or _choose(cluster.name, open_to, countries, home)
        for cluster, place, open_to in zip(clusters, found, candidates, strict=True)
    ]


def _longer_names(clusters: Iterable[Cluster]) -> dict[str, list[str]]:
    """The names that go on with "de" behind what they are called for short: "Santiago de Compostela"."""
    longer: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        short, of, _ = cluster.name.partition(" de ")
        if of:
            longer[short].append(cluster.name)
    return longer


def _candidates(cluster: Cluster, longer: Iterable[str]) -> tuple[Place, ...]:
    """The places that a name may mean, also what it is short for: those of its country where that is told."""
    of_longer = [place for name in longer for place in places_named(name)]
    named = places_named(cluster.name)
    if cluster.apart is None:
        return tuple(dict.fromkeys([*named, *of_longer]))
    in_country = [[place for place in places if place.country_code == cluster.apart] for places in (of_longer, named)]
    return tuple(in_country[0] or in_country[1])


def _is_far_larger(places: tuple[Place, ...]) -> bool:
    """Whether the first of places is meant where nothing else decides."""
    following = places[1].population if len(places) > 1 else 0
    return len(places) == 1 or places[0].population > max(WELL_KNOWN, FAR_LARGER * following)


def _is_namesake(
    text: str, cluster: Cluster, namesake: Namesake, in_cities: Counter[str], countries: Counter[str], home: str | None
) -> bool:
    """Whether a country's name means a State or city abroad: Georgia beside Atlanta, and not beside Tiflis or Rusia."""
    if any(OF_STATE.search(text, max(0, name.char_start - LONGEST_BEFORE), name.char_start) for name in cluster.names):
        return True
    is_there = in_cities[namesake.country_code] > 0 or home == namesake.country_code
    return is_there and not any(countries[code] for code in namesake.unless)


def _choose(name: str, candidates: tuple[Place, ...], countries: Counter[str], home: str | None) -> Place | None:
    capital = country_of_capital(name)
    here = [place for place in candidates if place.country_code == capital] if capital else []
    if here:
        return _main(name, here)
    if len(candidates) < 2:
        return candidates[0] if candidates and not _is_out_of_the_way(candidates[0], countries, home) else None
    ranked = sorted(
        {place.country_code for place in candidates}, key=lambda code: (-countries[code], code != home, code)
    )
    largest = candidates[0]
    if len(ranked) == 1 or countries[ranked[0]] > countries[ranked[1]]:
        best = _main(name, [place for place in candidates if place.country_code == ranked[0]])
        return largest if ranked[0] != home and _is_dwarfed(name, best, largest) else best
    if ranked[0] == home:
        return _main(name, [place for place in candidates if place.country_code == home])
    return largest if _is_far_larger(candidates) else None


def _is_out_of_the_way(place: Place, countries: Counter[str], home: str | None) -> bool:
    """Whether a small town lies in a country that nothing else in the article is of: a quarter at home is meant."""
    is_small_town = place.kind == "city" and place.population < SMALL
    return is_small_town and home not in {None, place.country_code} and countries[place.country_code] < 2


def _is_dwarfed(name: str, place: Place, largest: Place) -> bool:
    """Whether a small town abroad is hardly meant, as one that everybody knows bears its name: "Los Ángeles"."""
    is_small_town = place.kind == "city" and fold(place.name) == fold(name) and place.population < SMALL
    return is_small_town and largest.population > max(WELL_KNOWN, FAR_LARGER * place.population)


def _main(name: str, places: list[Place]) -> Place:
    """Of a country's places the one that is called so, not only also known so; rather a city than the region around it.

    "Morelos" is the state, not Ecatepec de Morelos; "Manhattan" is not Nueva York.
    """
    return max(
        places,
        key=lambda place: (
            fold(place.name) == fold(name),
            place.kind == "city" and place.population > 0,
            place.population,
            place.place_id,
        ),
    )
