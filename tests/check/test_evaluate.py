import json

import pytest

from flows.check.evaluate import _match, evaluate_release
from flows.check.scores import Clustering, b_cubed
from flows.errors import ConfigError
from flows.publish.release import publish_release
from tests.database import TEXT, make_database

SPAN = {"start": 3, "end": 7}
GOLD = {
    "article": "uno.txt",
    "mentions": [
        SPAN | {"text": "Lima", "type": "LOC", "entity": "Lima", "country": None},
        {"start": 0, "end": 2, "text": "En", "type": "ORG", "entity": "En", "country": None},
    ],
    "dates": [SPAN | {"text": "Lima", "type": "DATE", "value": "2024-03-02"}],
    "quotes": [SPAN | {"text": "Lima", "type": "direct", "cue": "dijo", "speaker": "Lima", "speaker_text": "ella"}],
    "events": [
        SPAN
        | {
            "text": "Lima",
            "type": "CONSULT",
            "actors": ["Lima", "Quito"],
            "recipients": [],
            "status": "planned",
            "source": None,
            "date": "2024-03-01",
            "place": None,
            "happening": "visita",
        }
    ],
}


@pytest.fixture
def release(tmp_path):
    return publish_release(
        make_database(tmp_path / "work.duckdb"), tmp_path / "dist", "2024-03-01.1", model="es_core_news_sm"
    )


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw" / "diario"
    folder.mkdir(parents=True)
    (folder / "uno.txt").write_text(TEXT, encoding="utf-8")
    return str(tmp_path / "raw")


def gold_folder(tmp_path, gold):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "uno.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_evaluate_release_counts_each_layer(release, raw, tmp_path):
    scores = evaluate_release(release, gold_folder(tmp_path, GOLD), raw)
    mentions = scores.layers["entity mentions, exact span and type"]
    assert (mentions.precision, mentions.recall) == (1.0, 0.5)
    assert scores.layers["time expressions, overlap"].f1 == 1.0
    assert scores.layers["time expressions, overlap and value"].f1 == 0.0
    assert scores.layers["quotes direct, span and speaker"].f1 == 1.0
    assert scores.layers["event mentions, trigger and type"].f1 == 1.0
    actors = scores.layers["event actors (of matched mentions)"]
    assert (actors.precision, actors.recall) == (1.0, 0.5)
    assert scores.accuracies["event status (of matched mentions)"].share == 0.0
    assert scores.accuracies["event date (of matched mentions with a gold date)"].share == 1.0
    assert scores.missing == []


def test_evaluate_release_names_a_missing_article(release, raw, tmp_path):
    scores = evaluate_release(release, gold_folder(tmp_path, GOLD | {"article": "tres.txt"}), raw)
    assert scores.missing == ["tres"]
    assert scores.layers["quotes all, span"].recall == 0.0


def test_evaluate_release_refuses_what_is_no_gold(release, raw, tmp_path):
    with pytest.raises(ConfigError, match="lacks dates"):
        evaluate_release(release, gold_folder(tmp_path, {k: v for k, v in GOLD.items() if k != "dates"}), raw)


@pytest.mark.parametrize("content", ["{", "[]"])
def test_evaluate_release_names_a_gold_file_that_cannot_be_read(content, release, raw, tmp_path):
    folder = gold_folder(tmp_path, GOLD)
    (folder / "dos.json").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"dos\.json is no gold file"):
        evaluate_release(release, folder, raw)


def test_b_cubed_is_the_published_example():
    # Bagga and Baldwin 1998: one found cluster of two gold ones lowers precision, not recall
    pairs = [("a", "x"), ("a", "x"), ("a", "y"), ("b", "z")]
    assert b_cubed(pairs) == Clustering((4 / 3 + 1 / 3 + 1) / 4, 1.0, 4)


def test_match_takes_the_best_pairs_first():
    found, gold = [{"n": 1}, {"n": 2}], [{"n": 2}, {"n": 3}]
    pairs = _match(found, gold, lambda p, g: 1.0 / (1 + abs(p["n"] - g["n"])))
    assert pairs == [({"n": 2}, {"n": 2}), ({"n": 1}, {"n": 3})]
