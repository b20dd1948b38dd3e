import datetime as dt
import json
import re
from typing import Any

import polars as pl
import pytest
import yaml

from flows.publish.metadata.sources import describe_sources
from flows.publish.release import publish_release
from flows.read import list_files
from schemas import ALL_TABLES
from tests.world import Told, make_world

WORLD = {"uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1")]}
SOURCES = [
    {"folder": "faro", "outlet": "El Faro", "licence": "CC0-1.0", "republish_text": True, "file_count": 1},
    {"folder": "", "outlet": None, "licence": None, "republish_text": False, "file_count": 2},
]
ACCURACY = {
    "articles": {"gold": 3, "missing": []},
    "layers": {
        "quotes all, span": {"precision": 0.8, "recall": 0.5, "f1": 0.615, "found": 10, "gold": 16},
        "entities across articles, B-cubed": {"precision": 0.9, "recall": 0.9, "f1": 0.9, "found": 10, "gold": 10},
    },
    "accuracy": {"event status (of matched mentions)": {"share": 0.75, "count": 4}},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("metadata")
    database = make_world(root / "w.duckdb", WORLD)
    options: dict[str, Any] = {"model": "es_core_news_sm", "sources": SOURCES, "measure": lambda _: ACCURACY}
    return publish_release(database, root / "dist", "2024-03-01.2", **options)


def load(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_datapackage_describes_every_file_and_column(folder):
    package = load(folder, "datapackage.json")
    files = {file["path"]: file for file in load(folder, "manifest.json")["files"]}
    assert [resource["name"] for resource in package["resources"]] == list(ALL_TABLES)
    for resource in package["resources"]:
        file = files[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (file["bytes"], f"sha256:{file['sha256']}")
        columns = pl.read_parquet_schema(folder / resource["path"])
        assert [field["name"] for field in resource["schema"]["fields"]] == list(columns)
        assert set(resource["schema"]["primaryKey"]) <= set(columns)


def test_datapackage_tells_keys_vocabularies_and_limits(folder):
    (quotes,) = (one for one in load(folder, "datapackage.json")["resources"] if one["name"] == "quotes")
    fields = {field["name"]: field for field in quotes["schema"]["fields"]}
    assert fields["confidence"]["constraints"] == {"required": True, "minimum": 0, "maximum": 1}
    assert fields["quote_id"]["constraints"]["pattern"] == "^q_[0-9a-f]{16}$"
    assert [one["value"] for one in fields["quote_type"]["categories"]] == ["direct", "indirect", "mixed"]
    assert {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}} in quotes[
        "schema"
    ]["foreignKeys"]


def test_croissant_points_at_fields_and_files_that_exist(folder):
    described = load(folder, "croissant.json")
    files = {file["@id"]: file["sha256"] for file in described["distribution"]}
    fields = [field for record_set in described["recordSet"] for field in record_set["field"]]
    names = {field["@id"] for field in fields}
    assert len(names) == len(fields)
    for field in fields:
        assert field["source"]["fileObject"]["@id"] in files
        if "references" in field:
            assert field["references"]["field"]["@id"] in names
    manifest = {file["path"]: file["sha256"] for file in load(folder, "manifest.json")["files"]}
    assert files.items() <= manifest.items()


@pytest.mark.filterwarnings("ignore")
def test_croissant_is_valid_and_reads_the_tables(folder):
    mlcroissant = pytest.importorskip("mlcroissant")
    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert dataset.metadata.ctx.issues.errors == set()
    (row,) = dataset.records("quotes")
    assert row["quotes/cue"] == b"dijo"


def test_citation_names_the_release_and_its_day(folder):
    cited = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["version"], cited["date-released"]) == ("2024-03-01.2", dt.date(2024, 3, 1))


def test_attribution_tells_the_terms_of_each_source(folder):
    told = (folder / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert "| `faro` | El Faro | CC0-1.0 | sí | 1 |" in told
    assert "| `.` | según cada artículo | no constan | no | 2 |" in told
    assert "| `quotes` | LicenseRef-publishers |" in told


def test_card_tells_measured_accuracy_with_intervals(folder):
    told = (folder / "README.md").read_text(encoding="utf-8")
    assert "| quotes all, span | 0.800 [0.49–0.94] | 0.500 [0.28–0.72] | 0.615 | 10 | 16 |" in told
    assert "Contra 3 artículos anotados a mano" in told
    assert load(folder, "accuracy.json") == ACCURACY


def test_card_gives_python_that_runs_in_the_release(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    (example,) = re.findall(r"```python\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)
    assert "Ana Ruiz" in capsys.readouterr().out
    assert (len(names["citas"]), int(names["hechos"].sum())) == (1, pl.read_parquet("events.parquet").height)


def test_card_says_that_rows_may_be_wrong_and_where_to_look_without_sql(folder):
    told = (folder / "README.md").read_text(encoding="utf-8")
    assert "`confidence`, de 0 a 1" in told
    (page,) = re.findall(r"Sin SQL: `([^`]+)`", told)
    assert (folder / page).is_file()


def test_card_says_so_when_nothing_was_measured(tmp_path):
    database = make_world(tmp_path / "w.duckdb", WORLD)
    folder = publish_release(database, tmp_path / "dist", "2024-03-01.1", model="es_core_news_sm")
    assert "No se midió" in (folder / "README.md").read_text(encoding="utf-8")
    assert not (folder / "accuracy.json").exists()


def test_describe_sources_reads_each_source_yml(tmp_path):
    (tmp_path / "faro").mkdir()
    (tmp_path / "faro/source.yml").write_text("outlet: El Faro\nlicence: CC0-1.0\nrepublish_text: true\n")
    (tmp_path / "faro/uno.txt").write_text("uno")
    (tmp_path / "suelto.txt").write_text("dos")
    sources = describe_sources(list_files(str(tmp_path)))
    assert len({source.pop("sha256") for source in sources}) == 2
    assert sources == [
        {"folder": "", "outlet": None, "licence": None, "republish_text": False, "file_count": 1},
        {"folder": "faro", "outlet": "El Faro", "licence": "CC0-1.0", "republish_text": True, "file_count": 1},
    ]
