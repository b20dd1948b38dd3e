import gzip
import io
import json
import os
import random

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.errors import ConfigError, RecordError, SourceError, TransientError
from flows.read import list_files, read_file, read_raw
from flows.read.articles import READERS
from flows.read.record import Context, Limits
from flows.read.storage import storage_faults
from flows.read.streams import unpack
from flows.records import Article, Reject
from tests.read.make import PAGE, TEXT, checks, read, warc

SMALL = Limits(article_bytes=2_000, expansion=20)
LINE = json.dumps({"id": "pan", "text": TEXT})


def small(root):
    return [item.check_name if isinstance(item, Reject) else "article" for item in read_raw(str(root), SMALL)]


@pytest.mark.parametrize(
    ("name", "content", "check"),
    [
        ("vacío.txt", b"", "empty"),
        ("blanco.txt", b" \n\t\n", "empty"),
        ("cifras.txt", b"1.234 - 5", "empty"),
        ("foto.txt", random.Random(0).randbytes(5_000), "undecodable"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1", "undecodable"),
        ("foto.jpg", b"\xff\xd8", "unknown_format"),
        ("sin_nada", b"Hola", "unknown_format"),
        ("a.parquet.gz", b"", "unknown_format"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"{\n", "broken_json"),
        ("a.jsonl", b"[1, 2]\n", "not_a_record"),
        ("a.jsonl", b'{"id": "x"}\n', "no_text"),
        ("a.jsonl", b'{"id": "x", "text": ""}\n', "empty"),
        ("a.jsonl", b"[" * 100_000, "broken_json"),
        ("a.json", b'[{"text": "Hola"', "broken_json"),
        ("a.json", b"null", "not_a_record"),
        ("a.json", b'{"a":' * 50_000, "broken_json"),
        ("a.jsonl.gz", gzip.compress(LINE.encode())[:-12], "truncated"),
        ("a.jsonl.gz", b"no es gzip", "broken_archive"),
        ("a.jsonl.zst", zstandard.compress(LINE.encode())[:-5], "truncated"),
        ("a.jsonl.zst", b"no es zstd", "broken_archive"),
        ("a.parquet", b"PAR1 no PAR1", "broken_parquet"),
        ("a.parquet", b"", "broken_parquet"),
        ("a.csv", b"uno,dos\n1,2\n", "no_text"),
        ("a.warc.gz", gzip.compress(b"no es warc\r\n\r\n"), "broken_warc"),
        ("a.html", b"<html><body><a href='/'>Inicio</a></body></html>", "no_article"),
        ("a.html", b" ", "empty"),
        ("a.html", b"<div>" * 100_000 + PAGE.encode(), "too_deep"),
        ("a.txt", b"The price of bread went up on Monday in every bakery of the town, the guild said.", "language"),
    ],
)  # fmt: skip
def test_read_raw_makes_a_reject_of_bad_content(tmp_path, name, content, check):
    (tmp_path / name).write_bytes(content)
    assert checks(tmp_path) == [check]


def test_read_raw_gives_the_language_of_a_foreign_article(tmp_path):
    (tmp_path / "a.txt").write_text(
        "O prezo do pan subiu este luns en todas as panadarías da cidade, segundo o gremio."
    )
    _, [reject] = read(tmp_path)
    assert reject.reason == "its language is gl, not es"


def test_read_raw_goes_on_after_a_broken_line(tmp_path):
    lines = [LINE, '{"id": "roto", "text": ', LINE.replace("pan", "leche", 1), "\0\1\2\3", '{"text": 3}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    articles, rejects = read(tmp_path)
    assert [article.source_path for article in articles] == ["a.jsonl#pan", "a.jsonl#leche"]
    assert [(reject.check_name, reject.source_path) for reject in rejects] == [
        ("broken_json", "a.jsonl#2"),
        ("undecodable", "a.jsonl#4"),
        ("no_text", "a.jsonl#5"),
    ]


def test_read_raw_keeps_the_articles_before_the_end_of_a_truncated_file(tmp_path):
    lines = "\n".join(
        json.dumps({"id": n, "text": TEXT, "noise": random.Random(n).randbytes(200).hex()}) for n in range(2_000)
    )
    packed = gzip.compress(lines.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = [type(item) for item in read_raw(str(tmp_path))]
    assert found.count(Reject) == 1
    assert found[-1] is Reject
    assert 900 < found.count(Article) < 1_100


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.jsonl.gz"])
def test_read_raw_refuses_an_article_over_the_limit(tmp_path, name):
    long = "El pan subió. " * 1_000
    body = {"txt": long, "html": long, "csv": f"text\n{long}"}.get(name.split(".")[1], json.dumps({"text": long}))
    content = body.encode()
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    limits = Limits(article_bytes=2_000)
    [reject] = read_raw(str(tmp_path), limits)
    assert isinstance(reject, Reject)
    assert reject.check_name == ("undecodable" if name == "a.csv" else "too_large")


def test_read_raw_reads_on_after_a_record_over_the_limit(tmp_path):
    long = json.dumps({"text": "El pan subió. " * 1_000})
    (tmp_path / "a.json").write_text(f"[{LINE}, {long}, {LINE.replace('pan', 'leche', 1)}]")
    (tmp_path / "b.jsonl").write_text(f"{LINE.replace('pan', 'sal', 1)}\n{long}\n{LINE.replace('pan', 'miel', 1)}")
    assert small(tmp_path) == ["article", "too_large", "article"] * 2


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("line", [b"\n", b"a"])
def test_read_raw_stops_at_a_zip_bomb(tmp_path, suffix, line):
    bomb = line * 20_000_000
    packed = gzip.compress(bomb, 1) if suffix == ".gz" else zstandard.compress(bomb)
    (tmp_path / f"a.jsonl{suffix}").write_bytes(packed)
    assert small(tmp_path) == ["zip_bomb"]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_unpack_reads_several_members(suffix):
    pack = gzip.compress if suffix == ".gz" else zstandard.compress
    packed = io.BytesIO(pack(b"uno ") + pack(b"") + pack(b"dos"))
    assert unpack(packed, suffix, Context(path="a", fields={})).read() == b"uno dos"


def test_list_files_takes_names_with_spaces_accents_and_marks(tmp_path):
    names = ["El pan de cada día.txt", "año#1.txt", "ñandú/¿qué?.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    articles, rejects = read(tmp_path)
    assert [article.source_path for article in articles] == [
        "El pan de cada día.txt",
        "año%231.txt",
        "ñandú/¿qué?.txt",
    ]
    assert rejects == []


def test_list_files_takes_a_name_that_is_no_utf8(tmp_path):
    (tmp_path / os.fsdecode(b"a\xf1o.txt")).write_text(TEXT)
    [article], _ = read(tmp_path)
    assert article.source_path == "a\\xf1o.txt"


def test_list_files_walks_a_circle_of_links_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pan.txt").write_text(TEXT)
    (tmp_path / "a" / "vuelta").symlink_to(tmp_path)
    (tmp_path / "enlace").symlink_to(tmp_path / "a")
    (tmp_path / "roto.txt").symlink_to(tmp_path / "nada.txt")
    (tmp_path / "anillo.txt").symlink_to(tmp_path / "anillo.txt")
    assert [file.path for file in list_files(str(tmp_path))] == ["a/pan.txt", "anillo.txt", "roto.txt"]
    articles, rejects = read(tmp_path)
    assert [article.source_path for article in articles] == ["a/pan.txt"]
    assert [reject.check_name for reject in rejects] == ["unreadable", "unreadable"]
    assert [file.sha256() is None for file in list_files(str(tmp_path))] == [False, True, True]


def test_read_raw_makes_a_reject_of_a_file_that_its_source_names_and_that_is_not_there(tmp_path):
    (tmp_path / "faro").mkdir()
    (tmp_path / "faro" / "nota 1.txt").write_text(TEXT)
    (tmp_path / "faro" / "notas.jsonl").write_text(json.dumps({"id": "7", "text": TEXT}))
    names = ["nota 1.txt", "nota 2.tx", "notas.jsonl#7", "otras.jsonl#7", "otras.jsonl#8"]
    (tmp_path / "faro" / "source.yml").write_text(
        json.dumps({"files": {name: {"byline": "Ana Paz"} for name in names}})
    )
    articles, rejects = read(tmp_path)
    assert [article.byline for article in articles] == ["Ana Paz", "Ana Paz"]
    assert [(reject.source_path, reject.check_name) for reject in rejects] == [
        ("faro/nota 2.tx", "missing"),
        ("faro/otras.jsonl", "missing"),
    ]


def test_list_files_follows_a_link_out_of_the_root(tmp_path):
    (tmp_path / "fuera").mkdir()
    (tmp_path / "fuera" / "pan.txt").write_text(TEXT)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "faro").symlink_to(tmp_path / "fuera")
    [article], _ = read(tmp_path / "raw")
    assert article.source_path == "faro/pan.txt"


def test_read_raw_makes_a_reject_of_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT)
    [file] = list_files(str(tmp_path))

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file.storage), "open", refuse)
    [reject] = read_file(file)
    assert isinstance(reject, Reject)
    assert (reject.check_name, reject.reason) == ("unreadable", "Permission denied")


def test_read_raw_makes_a_reject_of_a_folder_that_may_not_be_listed(tmp_path, monkeypatch):
    (tmp_path / "cerrado").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("cerrado"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    articles, rejects = read(tmp_path)
    assert len(articles) == 1
    assert [reject.source_path for reject in rejects] == ["cerrado"]


def test_read_raw_does_not_wait_for_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert checks(tmp_path) == ["not_a_file"]


def test_read_raw_tells_two_rejects_of_one_key_apart(tmp_path):
    (tmp_path / "a.jsonl").write_text(f"{LINE}\n{LINE}\n{LINE}")
    articles, rejects = read(tmp_path)
    assert len(articles) == 1
    assert [reject.check_name for reject in rejects] == ["duplicate_id", "duplicate_id"]
    assert len({reject.reject_id for reject in rejects}) == 2


@pytest.mark.parametrize("root", ["no/hay/nada", "nunca://nada"])
def test_list_files_stops_without_a_root(root):
    with pytest.raises(SourceError):
        list_files(root)


@pytest.mark.parametrize(
    "content", ["outlets: El Faro", "country_code: Ecuador", "- lista", "a: [", "files: {a.txt: {autor: Ana}}"]
)
def test_list_files_stops_at_a_source_yml_that_it_does_not_understand(tmp_path, content):
    (tmp_path / "source.yml").write_text(content)
    with pytest.raises(ConfigError, match=r"source\.yml"):
        list_files(str(tmp_path))


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (TimeoutError("no answer"), TransientError),
        (ConnectionResetError(104, "reset"), TransientError),
        (OSError(5, "input/output error"), TransientError),
        (RuntimeError("the client's own"), TransientError),
        (FileNotFoundError(2, "no such file"), RecordError),
        (ImportError("no package for this protocol"), RecordError),
    ],
)
def test_storage_faults_tells_what_may_pass(fault, expected):
    with pytest.raises(expected), storage_faults("a.txt", RecordError):
        raise fault


def is_publishable(item):
    """Whether every text of an article or reject can be written to Parquet."""
    texts = [item.source_path, item.text, item.title, item.byline] if isinstance(item, Article) else [item.reason]
    return all("\0" not in text for text in texts if text and text.encode())


BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=100).map(lambda text: json.dumps({"text": text}).encode()),
    st.tuples(st.sampled_from([LINE.encode(), PAGE.encode(), TEXT.encode(), warc({"x://y": ("text/html", b"<p>")})]),
              st.integers(0, 900), st.binary(max_size=9)).map(lambda cut: cut[0][: cut[1]] + cut[2] + cut[0][cut[1] :]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(content=BYTES)
@pytest.mark.parametrize("suffix", [*READERS, ".jsonl.gz", ".jsonl.zst", ".warc.gz"])
def test_read_raw_never_raises_and_never_loses_a_file(tmp_path_factory, suffix, content):
    root = tmp_path_factory.mktemp("raw")
    (root / f"a{suffix}").write_bytes(content)
    found = list(read_raw(str(root)))
    assert found
    assert all(is_publishable(item) for item in found)
