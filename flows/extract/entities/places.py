"""Which region or city an article means by a name that several bear."""

from collections import Counter
from collections.abc import Iterable

from flows.extract.entities.clusters import Cluster
from flows.nlp.gazetteer import Place, country_named, country_of_capital, places_named
from flows.text import fold

FAR_LARGER = 20
"""A place so many times more populous than the next of its name is meant where nothing else decides."""
WELL_KNOWN = 300_000


def locate(clusters: Iterable[Cluster], home: str | None) -> dict[str, Place]:
    """Find the country, region or city that each cluster of type LOC names; one that nothing decides is left out.

    "Córdoba" is in the country that the article's other places are in, else where its outlet writes from.

    Args:
        clusters: the article's names, grouped.
        home: country that the outlet writes from, ISO 3166-1 alpha-2.
    """
    located: dict[str, Place] = {}
    open_names: dict[str, tuple[Place, ...]] = {}
    countries: Counter[str] = Counter()
    for cluster in clusters:
        place = country_named(cluster.name)
        if place is not None:
            located[cluster.name] = place
            countries[place.country_code] += len(cluster.names)
        elif cluster.entity_type == "LOC":
            open_names[cluster.name] = places_named(cluster.name)
    for name, candidates in open_names.items():
        if len({place.country_code for place in candidates}) == 1 or country_of_capital(name):
            countries[country_of_capital(name) or candidates[0].country_code] += 1
    for name, candidates in open_names.items():
        place = _choose(name, candidates, countries, home)
        if place is not None:
            located[name] = place
    return located


def _choose(name: str, candidates: tuple[Place, ...], countries: Counter[str], home: str | None) -> Place | None:
    capital = country_of_capital(name)
    here = [place for place in candidates if place.country_code == capital] if capital else []
    if here:
        return _main(name, here)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    ranked = sorted(
        {place.country_code for place in candidates}, key=lambda code: (-countries[code], code != home, code)
    )
    if len(ranked) == 1 or countries[ranked[0]] > countries[ranked[1]]:
        return _main(name, [place for place in candidates if place.country_code == ranked[0]])
    if ranked[0] == home:
        return _main(name, [place for place in candidates if place.country_code == home])
    largest, following = candidates[0], candidates[1]
    if largest.population > max(WELL_KNOWN, FAR_LARGER * following.population):
        return largest
    return None


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
