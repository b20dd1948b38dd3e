"""The lexicon of cues: every row's example is found, with that row's lemma."""

from spacy.language import Language

from flows.extract.quotes import extract_quotes
from flows.extract.quotes.lexicon.cues import cue_forms, word_list
from flows.extract.verb_forms import verb_forms
from flows.nlp.layout import paragraphs
from flows.records import Article, Findings
from schemas.vocabularies import STANCES


def test_cue_lexicon_finds_every_example(nlp: Language) -> None:
    rows = word_list("cues.yml")["verbs"]
    missed = []
    for row, doc in zip(rows, nlp.pipe(row["example"] for row in rows), strict=True):
        article = Article(article_id="a_1", source_path="a.txt", text=row["example"])
        findings = Findings(article=article, sentence_count=1, layout=paragraphs(article.text))
        if row["lemma"] not in {quote.cue_lemma for quote in extract_quotes(doc, findings).quotes}:
            missed.append(row["lemma"])
    assert missed == []


def test_cue_lexicon_has_no_stance_but_those_of_the_schema() -> None:
    data = word_list("cues.yml")
    assert {row["stance"] for row in data["verbs"]} | {*data["nouns"]} == {*STANCES}


def test_cue_lexicon_has_each_lemma_once() -> None:
    lemmas = [row["lemma"] for row in word_list("cues.yml")["verbs"]]
    assert len(lemmas) == len(set(lemmas)) >= 250


def test_verb_forms_write_enclitics_with_their_accent() -> None:
    forms = {form.text for form in verb_forms("explicar")}
    assert {"explicó", "explicándole", "explicarles", "explicose"} <= forms


def test_cue_forms_know_irregular_verbs() -> None:
    for form, lemma in {
        "dijo": "decir",
        "sostuvo": "sostener",
        "advirtieron": "advertir",
        "niega": "negar",
        "siguió": "seguir",
        "manifiesta": "manifestar",
        "insinúa": "insinuar",
        "continúan": "continuar",
        "ruega": "rogar",
    }.items():
        assert lemma in {found.verb.lemma for found in cue_forms()[form]}
