"""The classifier of events: what it tells apart, and that it learns from verdicts."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.extract import extract
from flows.extract.events import extract_events
from flows.extract.events.candidates import find_candidates
from flows.extract.events.classifier import BIAS, EVENT, QUESTIONS, WEIGHTS, likelihood
from flows.extract.events.classifier.measures import Measures
from flows.extract.events.classifier.train import cross_validate, fit, read_examples, read_verdicts, write_weights
from flows.extract.events.told import Told
from flows.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = ("Francia", "Italia", "Perú", "Chile", "Polonia", "Japón")


def article_of(text: str, number: int = 0) -> Article:
    return Article(article_id=f"a_{number:016x}", source_path=f"{number}.txt", text=text)


def measured(nlp: "Language", text: str) -> tuple[list[Told], Measures]:
    doc = nlp(text)
    told, referents = find_candidates(doc, extract(doc, article_of(text), until=extract_events))
    return told, Measures(doc, told, referents)


def likelihoods(nlp: "Language", text: str) -> list[float]:
    told, measures = measured(nlp, text)
    return [likelihood(EVENT, measures.of_event(event)) for event in told]


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


def test_features_of_an_event_are_the_same_at_each_reading_and_have_no_place_of_the_text(nlp: "Language") -> None:
    told, measures = measured(nlp, "Francia condenó a Irán.")
    features = measures.of_event(told[0])
    assert features == measures.of_event(told[0])
    assert {"lemma=verb:condenar", "type=ACCUSE", "actor=LOC"} <= set(features)


def test_features_of_a_party_say_how_its_name_stands_to_the_word(nlp: "Language") -> None:
    told, measures = measured(nlp, "Francia habló. Brasil, tras oír a Perú, condenó a Irán.")
    event = next(each for each in told if each.token.text == "condenó")
    (irán,) = event.participants.recipients
    features = measures.of_party(event, "recipient", irán)
    assert {"party.case=a", "party.steps=1", "party.where=here", "party.count=1", "party.others=1"} <= set(features)


def test_party_named_in_the_clause_is_likelier_than_one_that_a_title_stands_for(nlp: "Language") -> None:
    def of_actor(text: str) -> float:
        told, measures = measured(nlp, text)
        event = next(each for each in told if each.token.text == "condenó")
        features = measures.of_event(event) | measures.of_party(event, "actor", event.participants.actors[0])
        return likelihood("actor", features)

    far = "El ministro Luis Paz viajó a Chile. Allí vio a Ana Mora, Eva Ruiz y Raúl Gil. El ministro condenó a Irán."
    assert of_actor("El ministro Luis Paz condenó a Irán.") > of_actor(far)


def test_participant_is_at_most_as_likely_as_its_event(nlp: "Language") -> None:
    text = "Rusia negó el ataque contra Kiev. Francia condenó a Irán y Brasil ayudó a Perú."
    found = extract(nlp(text), article_of(text))
    sure = {mention.event_mention_id: mention.confidence for mention in found.event_mentions}
    assert len(found.event_participants) > 4
    assert all(0 < each.confidence <= sure[each.event_mention_id] for each in found.event_participants)


def test_weights_have_each_feature_once_and_a_bias_for_each_question() -> None:
    header, *rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    names = [row[0] for row in rows]
    assert header == ["feature", *QUESTIONS]
    assert names == sorted(set(names))
    assert all(rows[names.index(BIAS)])


def test_training_learns_what_readers_said(tmp_path: Path) -> None:
    """Six articles of an accusation that readers took for one, of another country, and a request that they did not."""
    texts = [f"{name} condenó a Irán. {name} pidió a Egipto una tregua." for name in NAMES]
    verdicts = tmp_path / "verdicts.tsv"
    verdicts.write_text(
        "".join(
            f"{number}.txt\t{text.index(word)}\t{given}\t{verdict}\t{name}\t{recipient}\n"
            for number, (name, text) in enumerate(zip(NAMES, texts, strict=True))
            for word, given, verdict, recipient in (
                ("condenó", "ACCUSE", "ACCUSE", "Irán"),
                ("pidió", "REQUEST", "NONE", ""),
            )
        ),
        encoding="utf-8",
    )
    articles = [article_of(text, number) for number, text in enumerate(texts)]
    examples = list(read_examples(articles, read_verdicts(verdicts)))
    for question in QUESTIONS:
        assert [each.is_right for each in examples if each.question == question] == [True, False] * len(NAMES)
        assert "area under the curve 1.000" in next(cross_validate(examples, question))
    weights = {question: fit(examples, question) for question in QUESTIONS}
    assert weights[EVENT]["lemma=verb:condenar"] > 0 > weights[EVENT]["lemma=verb:pedir"]
    known = {BIAS: 0.0, "lemma=verb:condenar": 1.0, "lemma=noun:elogio": 2.5}
    corrected = fit(examples, EVENT, dict.fromkeys(QUESTIONS, known))
    assert corrected["lemma=verb:condenar"] > 0 > corrected["lemma=verb:pedir"]
    assert corrected["lemma=noun:elogio"] > 2, "of what these readers say nothing, what was known stays"
    write_weights(weights, tmp_path / "weights.tsv")
    header, first, *_ = (tmp_path / "weights.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["feature", *QUESTIONS]
    assert first.startswith(BIAS)
