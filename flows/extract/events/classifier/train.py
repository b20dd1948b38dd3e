"""Learn the weights of the classifier from candidates that readers judged.

    python -m flows.extract.events.classifier.train --articles articles.jsonl --verdicts verdicts.tsv [--onto event]

With ``--onto`` the weights in force for the questions named are only corrected, and those for the others kept: what
they say of a candidate is one more measure of it, so that a few hundred new verdicts change what they speak of alone.

``verdicts.tsv`` has a candidate a line: the article (as ``source_path`` names it), where its word begins, the type that
the rules gave it, the type that the reader gave it or ``NONE``, and the right actors and the right recipients by name,
with "; " between them.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from flows.extract import extract
from flows.extract.events import extract_events
from flows.extract.events.candidates import find_candidates
from flows.extract.events.classifier import BIAS, EVENT, QUESTIONS, WEIGHTS, score, weights
from flows.extract.events.classifier.measures import Measures
from flows.extract.events.participants.of_events import parties_of
from flows.extract.events.told import has_parties
from flows.nlp.pipeline import load_pipeline, read_docs
from flows.read import list_files
from flows.read.articles import read_file
from flows.records import Article
from flows.text import fold

LEAST_SEEN = 4
"""Features of fewer candidates are left out: they would name an article."""

REGULARISATION = 0.05
BEFORE = "(before)"
"""Name of what the weights in force say of a candidate, where they are only corrected."""
BEFORE_SCALE = 30.0
"""By how much it is multiplied, so that keeping it is not held against a model as other weights are."""
REGULARISATION_ONTO = 0.01
FOLDS = 5
KEPT = (1.0, 0.8, 0.6, 0.5, 0.4)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader found of a candidate: its type, and by role who takes part."""

    event_type: str
    parties: dict[str, tuple[str, ...]]


Key = tuple[str, int, str]
Weights = Mapping[str, Mapping[str, float]]
"""By question and feature."""


@dataclass(frozen=True, slots=True)
class Example:
    """What is asked of a candidate or a party of one, its features, the readers' answer, and its article."""

    question: str
    features: dict[str, float]
    is_right: bool
    article: str


def main() -> None:
    """Train, print how well candidates of articles not learned from are told apart, and write the weights."""
    parser = argparse.ArgumentParser(description="Learn which candidate events are events.")
    parser.add_argument("--articles", required=True, help="raw file or folder with the judged articles")
    parser.add_argument("--verdicts", type=Path, required=True, help="what readers found of their candidates")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--onto", nargs="+", choices=QUESTIONS, default=[], help="questions whose weights to correct")
    given = parser.parse_args()
    before = weights() if given.onto else None
    learned = {question: dict(weights()[question]) for question in QUESTIONS}
    examples = list(read_examples(_articles(given.articles), read_verdicts(given.verdicts)))
    for question in given.onto or QUESTIONS:
        for line in cross_validate(examples, question, before):
            print(line)  # noqa: T201
        learned[question] = fit(examples, question, before)
    write_weights(learned, given.out)


def read_verdicts(path: Path) -> dict[Key, Verdict]:
    """Read verdicts by article, place and type of the candidate."""

    def names(cell: str) -> tuple[str, ...]:
        return tuple(filter(None, cell.split("; ")))

    with path.open(encoding="utf-8", newline="") as file:
        return {
            (article, int(start), given): Verdict(verdict, {"actor": names(actors), "recipient": names(recipients)})
            for article, start, given, verdict, actors, recipients in csv.reader(file, delimiter="\t")
        }


def read_examples(articles: Iterable[Article], verdicts: dict[Key, Verdict]) -> Iterator[Example]:
    """Find the candidates of articles again, as the rules find them now, and join what readers found of them."""
    judged = {article for article, _, _ in verdicts}
    wanted = (article for article in articles if article.source_path in judged)
    for doc, article in read_docs(load_pipeline(), wanted):
        told, referents = find_candidates(doc, extract(doc, article, until=extract_events))
        measures = Measures(doc, told, referents)
        for event in filter(has_parties, told):
            verdict = verdicts.get((article.source_path, event.token.idx, event.entry.event_type))
            if verdict is None:
                continue
            features, is_type = measures.of_event(event), verdict.event_type == event.entry.event_type
            yield Example(EVENT, features, is_type, article.source_path)
            for role, party in parties_of(event.participants):
                name = referents.names.entity(party.entity_id).name
                is_person = referents.names.is_person(party)
                is_party = is_type and any(_is_same(name, right, is_person) for right in verdict.parties[role])
                of_party = features | measures.of_party(event, role, party)
                yield Example(role, of_party, is_party, article.source_path)


def fit(examples: Iterable[Example], question: str, before: Weights | None = None) -> dict[str, float]:
    """Learn a weight a feature, and the bias: logistic regression towards the readers' answer.

    Args:
        examples: what to learn from.
        question: what is asked of them.
        before: weights that are only corrected; None to learn from nothing.
    """
    asked = _asked(examples, question, before)
    vectors, seen = _vectoriser(asked)
    model = _model(before).fit(vectors.transform(seen), [example.is_right for example in asked])
    learned = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    learned[BIAS] = float(model.intercept_[0])
    kept = learned.pop(BEFORE, 0.0) * BEFORE_SCALE
    corrected = {name: kept * weight for name, weight in (before[question] if before else {}).items()}
    return corrected | {name: weight + corrected.get(name, 0.0) for name, weight in learned.items()}


def _asked(examples: Iterable[Example], question: str, before: Weights | None) -> list[Example]:
    asked = [example for example in examples if example.question == question]
    if before is None:
        return asked
    said = (score(before[question], example.features) for example in asked)
    return [
        replace(example, features={**example.features, BEFORE: BEFORE_SCALE * each})
        for example, each in zip(asked, said, strict=True)
    ]


def write_weights(learned: dict[str, dict[str, float]], path: Path) -> None:
    """Write weights as text, a feature a line and a question a column, so that a change of them can be read."""

    def cell(question: str, name: str) -> str:
        weight = learned[question].get(name)
        return "" if weight is None else f"{weight:.3f}"

    names = sorted(set[str]().union(*learned.values()))
    lines = [
        "\t".join(("feature", *learned)),
        *("\t".join((name, *(cell(each, name) for each in learned))) for name in names),
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def cross_validate(examples: Iterable[Example], question: str, before: Weights | None = None) -> Iterator[str]:
    """Tell how right the likeliest are, each article judged by what was learned from others."""
    asked = _asked(examples, question, before)
    is_right = np.array([example.is_right for example in asked])
    groups = [example.article for example in asked]
    likely = np.zeros(len(asked))
    for learned, tried in GroupKFold(FOLDS).split(asked, is_right, groups):
        vectors, seen = _vectoriser([asked[i] for i in learned])
        model = _model(before).fit(vectors.transform(seen), is_right[learned])
        likely[tried] = model.predict_proba(vectors.transform([asked[i].features for i in tried]))[:, 1]
    area = roc_auc_score(is_right, likely)
    yield f"{question}: {len(asked)} in {len(set(groups))} articles, area under the curve {area:.3f}"
    best = np.argsort(-likely, kind="stable")
    for share in KEPT:
        kept = best[: round(share * len(best))]
        yield (
            f"likeliest {share:.0%} (from {likely[kept[-1]]:.2f}): right {is_right[kept].mean():.3f}; "
            f"of all that are right {is_right[kept].sum() / is_right.sum():.3f}"
        )


def _is_same(name: str, other: str, is_person: bool) -> bool:
    """Whether two forms are of one name, as far as an article joins names now: "Moreno" and "Rosa Moreno"."""
    words, others = set(fold(name).split()), set(fold(other).split())
    return words == others or (is_person and (words <= others or others <= words))


def _articles(raw: str) -> Iterator[Article]:
    return (item for file in list_files(raw) for item in read_file(file) if isinstance(item, Article))


def _vectoriser(examples: list[Example]) -> tuple[DictVectorizer, list[dict[str, float]]]:
    counts = Counter(name for example in examples for name in example.features)
    common = {name for name, count in counts.items() if count >= LEAST_SEEN and name.isprintable()}  # no line breaks
    seen = [{name: value for name, value in example.features.items() if name in common} for example in examples]
    return DictVectorizer().fit(seen), seen


def _model(before: Weights | None) -> LogisticRegression:
    return LogisticRegression(C=REGULARISATION if before is None else REGULARISATION_ONTO, max_iter=2000)


if __name__ == "__main__":
    main()
