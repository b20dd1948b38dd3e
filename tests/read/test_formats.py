import datetime as dt
import gzip
import json

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from flows.read import list_files, read_raw
from flows.records import Article
from tests.read.make import BODY, PAGE, TEXT, read, warc

ROW = {
    "id": "pan-1",
    "text": TEXT,
    "title": "Sube el pan",
    "url": "https://faro.example/pan",
    "published_on": "2023-05-03",
}


def as_json(rows):
    return json.dumps(rows, ensure_ascii=False).encode()


def as_parquet(rows):
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue().to_pybytes()


def as_csv(rows, delimiter=","):
    lines = [delimiter.join(rows[0])]
    lines += [delimiter.join('"' + value.replace('"', '""') + '"' for value in row.values()) for row in rows]
    return ("\r\n".join(lines) + "\r\n").encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", as_json(ROW)),
        ("a.ndjson", as_json(ROW) + b"\n"),
        ("a.jsonl.gz", gzip.compress(as_json(ROW))),
        ("a.jsonl.zst", zstandard.compress(as_json(ROW))),
        ("a.json", as_json(ROW)),
        ("a.json", as_json([ROW])),
        ("a.json", json.dumps([ROW], indent=2).encode("utf-16")),
        ("a.json.gz", gzip.compress(as_json([ROW]))),
        ("a.parquet", as_parquet([ROW])),
        ("a.csv", as_csv([ROW])),
        ("a.csv", as_csv([ROW], ";")),
        ("a.csv.gz", gzip.compress(as_csv([ROW], "\t"))),
        ("a.JSONL", ("\ufeff" + as_json(ROW).decode()).encode()),
    ],
)
def test_read_raw_reads_a_record_in_every_format(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    [article], rejects = read(tmp_path)
    assert rejects == []
    assert article.source_path == f"{name}#pan-1"
    assert (article.text, article.title, article.url) == (TEXT, "Sube el pan", "https://faro.example/pan")
    assert (article.published_on, article.published_on_basis) == (dt.date(2023, 5, 3), "metadata")


@pytest.mark.parametrize("name", ["pan.html", "pan.htm", "pan.html.gz"])
def test_read_raw_reads_the_main_text_and_metadata_of_a_page(tmp_path, name):
    (tmp_path / name).write_bytes(gzip.compress(PAGE.encode()) if name.endswith("gz") else PAGE.encode())
    [article], _ = read(tmp_path)
    assert all(line in article.text for line in BODY)
    assert "Deportes" not in article.text
    assert "derechos" not in article.text
    assert (article.title, article.byline, article.outlet) == ("Sube el pan en Quito", "Luis Sol", "El Faro")
    assert (article.url, article.published_on) == ("https://faro.example/pan.html", dt.date(2023, 5, 3))


@pytest.mark.parametrize(("name", "packed"), [("crawl.warc.gz", True), ("crawl.warc", False)])
def test_read_raw_reads_the_pages_of_a_crawl(tmp_path, name, packed):
    pages = {
        "https://faro.example/pan.html": ("text/html; charset=utf-8", PAGE.encode()),
        "https://faro.example/foto.jpg": ("image/jpeg", b"\xff\xd8\xff"),
        "https://faro.example/menu.html": ("text/html", b"<html><body><a href='/'>Inicio</a></body></html>"),
    }
    (tmp_path / name).write_bytes(warc(pages, packed=packed))
    [article], [reject] = read(tmp_path)
    assert article.source_path == f"{name}#https://faro.example/pan.html"
    assert article.url == "https://faro.example/pan.html"
    assert (reject.check_name, reject.source_path) == ("no_article", f"{name}#https://faro.example/menu.html")


def test_read_raw_finds_fields_by_the_names_that_source_yml_gives(tmp_path):
    (tmp_path / "source.yml").write_text(
        "outlet: El Faro\ncountry_code: EC\nrepublish_text: true\n"
        "fields: {id: guid, text: body.paragraphs, title: headline, byline: authors, published_on: date}\n"
        "files: {'a.jsonl#2': {published_on: 2020-01-02, translated_from: en}}\n"
    )
    rows = [
        {"guid": 1, "body": {"paragraphs": BODY}, "headline": "Pan", "authors": ["Ana", "Luis Sol"], "date": 1683072e3},
        {"guid": 2, "body": {"paragraphs": [BODY[0]]}, "date": "2019-01-01"},
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    [first, second], _ = read(tmp_path)
    assert (first.text, first.title, first.byline) == (TEXT, "Pan", "Ana, Luis Sol")
    assert (first.outlet, first.country_code, first.republish_text) == ("El Faro", "EC", True)
    assert first.published_on == dt.date(2023, 5, 3)
    assert (second.published_on, second.translated_from) == (dt.date(2020, 1, 2), "en")


def test_read_raw_takes_no_date_that_source_yml_declares_a_crawlers(tmp_path):
    (tmp_path / "source.yml").write_text("trust_dates: false\n")
    (tmp_path / "a.jsonl").write_bytes(as_json(ROW))
    (tmp_path / "b.txt").write_text(f"Sube el pan\nPublicado: 04/05/2023\n{TEXT}")
    [stamped, told], _ = read(tmp_path)
    assert (stamped.published_on, stamped.published_on_basis) == (None, None)
    assert (told.published_on, told.published_on_basis) == (dt.date(2023, 5, 4), "text")


def test_read_raw_takes_the_nearest_source_yml(tmp_path):
    for folder, outlet in (("", "Todos"), ("faro", "El Faro")):
        (tmp_path / folder / "hondo").mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "source.yml").write_text(
            f"outlet: {outlet}\nfiles: {{hondo/a.txt: {{byline: Ana Paz}}}}\n"
        )
        (tmp_path / folder / "hondo" / "a.txt").write_text(TEXT + folder)
    articles, _ = read(tmp_path)
    assert {(article.source_path, article.outlet, article.byline) for article in articles} == {
        ("hondo/a.txt", "Todos", "Ana Paz"),
        ("faro/hondo/a.txt", "El Faro", "Ana Paz"),
    }


def test_read_raw_reads_a_storage_by_its_url(tmp_path):
    (tmp_path / "faro").mkdir()
    (tmp_path / "faro" / "a.txt").write_text(TEXT)
    (tmp_path / "faro" / "source.yml").write_text("outlet: El Faro")
    memory = fsspec.filesystem("memory")
    memory.put(str(tmp_path / "faro"), "/crudo/faro", recursive=True)
    [file] = list_files("memory://crudo")
    assert (file.path, file.size, file.source.outlet) == ("faro/a.txt", len(TEXT.encode()), "El Faro")
    [article] = read_raw("memory://crudo")
    assert isinstance(article, Article)
    assert article.source_path == "faro/a.txt"
    memory.rm("/crudo", recursive=True)


def test_article_id_is_of_the_url_so_that_a_moved_file_is_no_new_article(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(as_json(ROW))
    [before], _ = read(tmp_path)
    (tmp_path / "nuevo").mkdir()
    (tmp_path / "a.jsonl").rename(tmp_path / "nuevo" / "b.jsonl")
    [after], _ = read(tmp_path)
    assert (before.article_id, before.source_path) != (after.article_id, after.source_path)
    assert before.article_id == after.article_id


def test_article_id_without_url_is_of_the_path_so_that_a_changed_text_keeps_it(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [before], _ = read(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT + "\nFe de erratas: el pan bajó.")
    [after], _ = read(tmp_path)
    assert before.article_id == after.article_id
    assert before.text != after.text
