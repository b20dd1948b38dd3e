"""A batch with articles at fault: they alone are lost, and it always comes to an end."""

import os
import signal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.errors import ConfigError
from flows.extract.shard import load_articles, write_articles
from flows.nlp.pipeline import DEFAULT_MODEL
from flows.records import Article, Findings
from flows.store import batches, processes
from flows.store.batches import extract_guarded
from flows.store.processes import Fault, end_processes
from flows.store.shards import keep_shard, known_articles, store_folder

TOOLS = (DEFAULT_MODEL, None)
KILLED = processes._cause_of_end(-signal.SIGKILL)
CRASHED = processes._cause_of_end(-signal.SIGSEGV)
RAISED = Fault("extraction_failed", "ValueError: no", is_fatal=False)


def make_article(text):
    return Article(article_id=f"a_{text}", source_path=f"{text}.txt", text=text)


class World:
    """Stands for the processes that extract: the articles of ``faults`` fail, as often as is said."""

    def __init__(self, faults: dict[str, tuple[Fault, int]]) -> None:
        self.faults = dict(faults)
        self.asked = 0

    def extract_apart(self, batch, shard, tools):
        self.asked += 1
        articles = load_articles(batch)
        for article in articles:
            fault, times = self.faults.get(article.text, (RAISED, 0))
            if times:
                self.faults[article.text] = (fault, times - 1)
                return fault
        keep_shard(
            articles, [Findings(article=article, sentence_count=1, layout=()) for article in articles], [], shard
        )
        return None


def extract(tmp_path, articles, world, monkeypatch):
    store, aside, batch = store_folder(tmp_path, *TOOLS), tmp_path / "aside", tmp_path / "batch.parquet"
    write_articles(articles, batch)
    monkeypatch.setattr(batches, "extract_apart", world.extract_apart)
    return extract_guarded(batch, store, aside, TOOLS)


def rows(shards, table):
    return pl.concat(pl.read_parquet(shard / f"{table}.parquet") for shard in shards).to_dicts()


@pytest.mark.parametrize(("fault", "is_kept"), [(RAISED, True), (CRASHED, True), (KILLED, False)])
def test_extract_guarded_finds_the_article_at_fault(fault, is_kept, tmp_path, monkeypatch):
    articles = [make_article(str(number)) for number in range(20)]
    shards = extract(tmp_path, articles, World({"7": (fault, 1000)}), monkeypatch)
    assert sorted(row["text"] for row in rows(shards, "articles")) == sorted(str(n) for n in range(20) if n != 7)
    assert [(row["source_path"], row["check_name"], row["reason"]) for row in rows(shards, "rejects")] == [
        ("7.txt", fault.check, fault.reason)
    ]
    assert len(rows(shards, "members")) == 20
    # what may pass is tried again by the next build
    assert len(known_articles(store_folder(tmp_path, *TOOLS))) == (20 if is_kept else 19)


def test_extract_guarded_loses_nothing_to_a_process_that_is_killed_now_and_then(tmp_path, monkeypatch):
    world = World({"3": (KILLED, 1), "5": (CRASHED, 1)})
    shards = extract(tmp_path, [make_article(str(number)) for number in range(8)], world, monkeypatch)
    assert len(rows(shards, "articles")) == 8
    assert rows(shards, "rejects") == []


def test_extract_guarded_stops_where_no_article_is_to_blame(tmp_path, monkeypatch):
    articles = [make_article(str(number)) for number in range(100)]
    world = World({article.text: (KILLED, 1000) for article in articles})
    with pytest.raises(ConfigError, match="more memory"):
        extract(tmp_path, articles, world, monkeypatch)
    assert world.asked == batches.MAX_ENDS


def test_extract_guarded_refuses_to_work_with_other_code(tmp_path):
    with pytest.raises(ConfigError, match="other code"):
        extract_guarded(tmp_path / "batch.parquet", tmp_path / "0123456789abcdef", tmp_path, TOOLS)


@settings(deadline=None, max_examples=25)
@given(st.dictionaries(st.integers(0, 11), st.sampled_from([RAISED, CRASHED, KILLED]), max_size=6))
def test_extract_guarded_gives_each_article_once_and_ends(tmp_path_factory, faults):
    articles = [make_article(str(number)) for number in range(12)]
    world = World({str(number): (fault, 1000) for number, fault in faults.items()})
    with pytest.MonkeyPatch.context() as monkeypatch:
        shards = extract(tmp_path_factory.mktemp("batch"), articles, world, monkeypatch)
    assert sorted(row["source_path"] for row in rows(shards, "members")) == sorted(f"{n}.txt" for n in range(12))
    assert {row["source_path"] for row in rows(shards, "rejects")} == {f"{number}.txt" for number in faults}
    assert world.asked <= 2 * len(articles) + len(faults)


def test_an_article_that_ends_its_process_costs_itself_alone(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, flows.extract\n"
        "def deadly(doc, findings):\n"
        "    if 'mortal' in doc.text:\n"
        "        os.kill(os.getpid(), signal.SIGSEGV)\n"
        "    return findings\n"
        "flows.extract.EXTRACTORS += (deadly,)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    store, batch = store_folder(tmp_path, *TOOLS), tmp_path / "batch.parquet"
    write_articles([make_article("Una noticia mortal."), make_article("El puerto abrió, dijo Ana Ríos.")], batch)
    try:
        shards = extract_guarded(batch, store, tmp_path / "aside", TOOLS)
    finally:
        end_processes()
    assert [row["reason"] for row in rows(shards, "rejects")] == ["its process was ended by SIGSEGV"]
    assert [row["speaker_text"] for row in rows(shards, "quotes")] == ["Ana Ríos"]


def test_a_process_that_does_not_start_stops_the_build(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text("import os\nos.write(2, b'the disk is gone\\n')\nos._exit(3)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    write_articles([make_article("a")], tmp_path / "batch.parquet")
    with pytest.raises(ConfigError, match="the disk is gone"):
        extract_guarded(tmp_path / "batch.parquet", store_folder(tmp_path, *TOOLS), tmp_path, TOOLS)
