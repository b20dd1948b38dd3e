"""What DuckDB may hold while a build works."""

from pathlib import Path

from flows.resolve.bounded import bounded, open_working


def test_open_working_keeps_to_the_limit_and_lays_the_rest_beside_its_file(tmp_path: Path) -> None:
    with open_working(tmp_path / "work.duckdb") as con:
        limit, spill = con.execute(
            "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
        ).fetchall()[0]
    assert limit == "333.7 MiB"
    assert spill == str(tmp_path / "work.duckdb.tmp")


def test_bounded_takes_another_place_for_the_rest(tmp_path: Path) -> None:
    assert bounded(tmp_path)["temp_directory"] == str(tmp_path)
