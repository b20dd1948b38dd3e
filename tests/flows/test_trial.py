"""``teletipo try``: what one file says, shown at once."""

import io
import json
import re
import subprocess
import sys

import pytest
from rich.console import Console
from typer.testing import CliRunner

from flows.cli import app
from flows.errors import SourceError
from flows.marking import list_findings, mark
from flows.trial import as_rows, try_file

TEXT = """
Ana Ríos visitó Lima

La ministra Ana Ríos visitó ayer Lima. «No habrá más peajes», dijo Ríos. El puente costó 3.000 millones de soles.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("try") / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def findings(article, nlp):
    (found,) = try_file(article)
    return found


def printed(renderable):
    screen = io.StringIO()
    Console(width=100, file=screen, force_terminal=True, color_system="standard").print(renderable)
    return screen.getvalue()


def test_try_lists_who_said_what(findings):
    (said,) = [line for line in printed(list_findings(findings)).splitlines() if "No habrá más peajes" in line]
    assert "Ana Ríos" in said


def test_try_says_how_sure_it_is_of_an_event_and_of_each_party(tmp_path, nlp):
    path = tmp_path / "visita.txt"
    path.write_text("El presidente Luis Prado criticó a la ministra Ana Ríos.\n", encoding="utf-8")
    (findings,) = try_file(path)
    (row,) = [line for line in printed(list_findings(findings)).splitlines() if "criticó" in line]
    sure = [findings.event_mentions[0].confidence, *(side.confidence for side in findings.event_participants)]
    assert [float(figure) for figure in re.findall(r"\d\.\d\d", row)] == sure
    assert len(sure) == 3


def test_try_keeps_the_brackets_of_a_quote(tmp_path, nlp):
    path = tmp_path / "sic.txt"
    path.write_text("El ministro Luis Prado dijo: «Esto es [sic] un abuso».\n", encoding="utf-8")
    (findings,) = try_file(path)
    assert "Esto es [sic] un abuso" in printed(list_findings(findings))


def test_try_writes_amounts_in_full(findings):
    (row,) = [line for line in printed(list_findings(findings)).splitlines() if "millones de soles" in line]
    assert "3,000,000,000" in row


def test_try_marks_the_names_of_the_text(findings):
    cyan_name = "\x1b[36mAna Ríos\x1b[0m"
    assert cyan_name in printed(mark(findings))


def test_try_rows_slice_back(findings):
    rows = as_rows(findings)
    text = rows["articles"][0]["text"]
    spans = [row for table in rows.values() for row in table if "char_start" in row]
    assert spans
    for row in spans:
        assert text[row["char_start"] : row["char_end"]] == row["text"]


def test_try_json_is_one_object_an_article(article):
    done = CliRunner().invoke(app, ["try", str(article), "--json"])
    assert done.exit_code == 0, done.output
    rows = json.loads(done.stdout)
    assert rows["quotes"][0]["text"] == "No habrá más peajes"


def test_try_counts_days_from_the_date_given(article):
    done = CliRunner().invoke(app, ["try", str(article), "--json", "--published-on", "2024-06-20"])
    assert json.loads(done.stdout)["articles"][0]["published_on"] == "2024-06-20"


def test_try_reads_the_source_file_beside(article):
    beside = article.with_name("source.yml")
    beside.write_text("outlet: El Faro\nfiles:\n  article.txt: {published_on: 2024-01-31}\n", encoding="utf-8")
    (found,) = try_file(article)
    beside.unlink()
    assert (found.article.outlet, str(found.article.published_on)) == ("El Faro", "2024-01-31")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 50])
def test_try_says_why_a_file_is_no_article(tmp_path, content):
    path = tmp_path / "foto.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match="gives no article"):
        list(try_file(path))


def test_try_says_that_there_is_no_file(tmp_path):
    with pytest.raises(SourceError, match="there is no file"):
        list(try_file(tmp_path / "nada.txt"))


def test_try_imports_neither_prefect_nor_pandera():
    code = "import sys, flows.cli, flows.trial, flows.marking; print({'prefect', 'pandera', 'polars'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
