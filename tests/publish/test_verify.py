import hashlib
import json
import tarfile

import duckdb
import polars as pl
import pytest

from flows.errors import PublishError
from flows.publish.release import publish_release
from flows.publish.transfer import pack
from flows.verification import verify_release
from tests.server import serve
from tests.world import Told, make_world

WORLD = {
    "uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1"), Told("Ruiz", "Ana Ruiz", "e1")],
    "dos.txt": [Told("Luis Sosa", "Luis Sosa", "e2")],
}


@pytest.fixture
def folder(tmp_path):
    database = make_world(tmp_path / "w.duckdb", WORLD)
    return publish_release(database, tmp_path / "dist", "2024-03-01.1", model="es_core_news_sm")


def reseal(folder, **files):
    """Change files of a release as a forger would who also mends the digests of files."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content)
        sums = (folder / "SHA256SUMS").read_text().splitlines()
        digest = hashlib.sha256(content).hexdigest()
        mended = [f"{digest}  {path.name}" if line.endswith(f"  {path.name}") else line for line in sums]
        (folder / "SHA256SUMS").write_text("\n".join(mended) + "\n")


def parquet_bytes(frame, tmp_path):
    frame.write_parquet(tmp_path / "changed.parquet")
    return (tmp_path / "changed.parquet").read_bytes()


def test_verify_release_passes_a_folder_a_tarball_and_an_address(folder, tmp_path):
    assert verify_release(str(folder)) == []
    assert verify_release(str(pack(folder, tmp_path / "r.tar"))) == []
    with serve(folder.parent) as server:
        assert verify_release(f"{server.address}/{folder.name}") == []


def test_verify_release_names_a_flipped_bit(folder):
    path = folder / "quotes.parquet"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    assert any(fault.startswith("quotes.parquet: SHA-256 is ") for fault in verify_release(str(folder)))


def test_verify_release_names_missing_and_foreign_files(folder):
    (folder / "open.sql").unlink()
    (folder / "extra.txt").write_text("?")
    assert verify_release(str(folder)) == ["open.sql: missing", "extra.txt: not listed in SHA256SUMS"]


def test_verify_release_names_rows_that_are_not_the_promised_ones(folder, tmp_path):
    quotes = pl.read_parquet(folder / "quotes.parquet")
    reseal(folder, quotes__parquet=parquet_bytes(quotes.with_columns(cue=pl.lit("negó")), tmp_path))
    assert verify_release(str(folder)) == ["quotes: its rows are not those that the manifest was written for"]


def test_verify_release_names_a_row_too_few(folder, tmp_path):
    quotes = pl.read_parquet(folder / "quotes.parquet")
    reseal(folder, quotes__parquet=parquet_bytes(quotes.head(2), tmp_path))
    assert "quotes: has 2 rows, promised are 3" in verify_release(str(folder))


def test_verify_release_names_a_span_that_does_not_slice_back(tmp_path):
    database = make_world(tmp_path / "w.duckdb", WORLD)

    with duckdb.connect(database) as con:
        con.execute("UPDATE quotes SET text = 'nada ' WHERE char_start < 25")
    folder = publish_release(database, tmp_path / "dist", "2024-03-01.1", model="es_core_news_sm")
    (fault,) = verify_release(str(folder))
    assert "quotes.span_slices_back" in fault


def test_verify_release_refuses_what_is_no_release(tmp_path):
    (tmp_path / "empty").mkdir()
    assert "is no release" in verify_release(str(tmp_path / "empty"))[0]
    with pytest.raises(PublishError, match="neither a folder nor a tarball"):
        verify_release(str(tmp_path / "nowhere.tar"))
    with serve(tmp_path) as server, pytest.raises(PublishError, match="cannot be read"):
        verify_release(f"{server.address}/nothing")


def test_verify_release_refuses_a_list_that_leads_out_of_the_release(folder):
    (folder / "SHA256SUMS").write_text(f"{'0' * 64}  ../../secret\n")
    with serve(folder.parent) as server, pytest.raises(PublishError, match="no file of a release"):
        verify_release(f"{server.address}/{folder.name}")


def test_pack_gives_the_same_bytes_and_a_readme(folder, tmp_path):
    one, two = pack(folder, tmp_path / "one.tar"), pack(folder, tmp_path / "two.tar")
    assert one.read_bytes() == two.read_bytes()
    with tarfile.open(one) as tar:
        assert "2024-03-01.1/README.md" in tar.getnames()


def test_every_file_stands_in_the_manifest(folder):
    listed = {file["path"] for file in json.loads((folder / "manifest.json").read_text())["files"]}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - listed == {"manifest.json", "SHA256SUMS"}
