"""The classifier of events: what it tells apart, and that it learns from verdicts."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.extract import extract
from flows.extract.events import extract_events
from flows.extract.events.candidates import find_candidates
from flows.extract.events.classifier import BIAS, WEIGHTS, likelihood
from flows.extract.events.classifier.features import ArticleFeatures, event_features
from flows.extract.events.classifier.train import cross_validate, fit, read_examples, read_verdicts, write_weights
from flows.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = ("Francia", "Italia", "Perú", "Chile", "Polonia", "Japón")


def article_of(text: str, number: int = 0) -> Article:
    return Article(article_id=f"a_{number:016x}", source_path=f"{number}.txt", text=text)


def likelihoods(nlp: "Language", text: str) -> list[float]:
    doc = nlp(text)
    told, referents = find_candidates(doc, extract(doc, article_of(text), until=extract_events))
    article = ArticleFeatures(doc, referents.names.findings, told)
    return [likelihood(event, referents, article) for event in told]


@pytest.mark.parametrize(
    ("event", "general"),
    [
        ("Francia condenó el lunes a Irán por el ataque.", "Francia siempre condena a quien no piensa como ella."),
        ("Chile ayudó a Bolivia con medicinas.", "Si Chile ayudara a Bolivia, nadie lo creería."),
        ("La policía detuvo a Pedro Castillo en Lima.", "Detener a alguien como Pedro Castillo no es fácil."),
    ],
)
def test_likelihood_is_higher_of_what_happened_than_of_what_is_said_in_general(
    nlp: "Language", event: str, general: str
) -> None:
    assert likelihoods(nlp, event)[0] > max(likelihoods(nlp, general), default=0.0)


def test_likelihood_is_a_probability_of_every_candidate(nlp: "Language") -> None:
    found = likelihoods(nlp, "Putin visitó Pekín y Xi Jinping elogió a Rusia. Hubo protestas. Ataque a Kiev.")
    assert len(found) > 2
    assert all(0 < each < 1 for each in found)


def test_event_features_are_the_same_at_each_reading_and_have_no_place_of_the_text(nlp: "Language") -> None:
    text = "Francia condenó a Irán."
    doc = nlp(text)
    told, referents = find_candidates(doc, extract(doc, article_of(text), until=extract_events))
    article = ArticleFeatures(doc, referents.names.findings, told)
    first, second = (event_features(told[0], referents, article) for _ in range(2))
    assert first == second
    assert {"lemma=verb:condenar", "type=ACCUSE", "actor=LOC"} <= set(first)


def test_weights_have_a_bias_and_each_feature_once() -> None:
    names = [line.split("\t")[0] for line in WEIGHTS.read_text(encoding="utf-8").splitlines()]
    assert BIAS in names
    assert names == sorted(set(names))


def test_training_learns_what_readers_said(tmp_path: Path) -> None:
    """Six articles of an accusation that readers took for one and a request that they did not."""
    texts = [f"{name} condenó a Irán. {name} pidió a Egipto una tregua." for name in NAMES]
    verdicts = tmp_path / "verdicts.tsv"
    verdicts.write_text(
        "".join(
            f"{number}.txt\t{text.index(word)}\t{given}\t{verdict}\t{name}\n"
            for number, (name, text) in enumerate(zip(NAMES, texts, strict=True))
            for word, given, verdict in (("condenó", "ACCUSE", "ACCUSE"), ("pidió", "REQUEST", "NONE"))
        ),
        encoding="utf-8",
    )
    articles = [article_of(text, number) for number, text in enumerate(texts)]
    examples = list(read_examples(articles, read_verdicts(verdicts)))
    assert [each.is_type for each in examples] == [True, False] * len(NAMES)
    assert [each.is_right for each in examples] == [True, False] * len(NAMES)
    weights = fit(examples)
    assert weights["lemma=verb:condenar"] > 0 > weights["lemma=verb:pedir"]
    assert "area under the curve 1.000" in next(cross_validate(examples))
    write_weights(weights, tmp_path / "weights.tsv")
    assert (tmp_path / "weights.tsv").read_text(encoding="utf-8").startswith(BIAS)
