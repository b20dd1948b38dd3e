"""Learn the weights of the classifier from candidates that readers judged.

    python -m flows.extract.events.classifier.train --articles articles.jsonl --verdicts verdicts.tsv

``verdicts.tsv`` has a candidate a line: the article (as ``source_path`` names it), where its word begins, the type that
the rules gave it, the type that the reader gave it or ``NONE``, and the right actors by name, with "; " between them.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from flows.extract import extract
from flows.extract.events import extract_events
from flows.extract.events.candidates import find_candidates, has_parties
from flows.extract.events.classifier import BIAS, WEIGHTS
from flows.extract.events.classifier.features import ArticleFeatures, event_features
from flows.nlp.pipeline import load_pipeline, read_docs
from flows.read import list_files
from flows.read.articles import read_file
from flows.records import Article

LEAST_SEEN = 4
"""Features of fewer candidates are left out: they would name an article."""

REGULARISATION = 0.05
FOLDS = 5
KEPT = (1.0, 0.8, 0.6, 0.5, 0.4)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader found of a candidate."""

    event_type: str
    actors: frozenset[str]


Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate's features, whether its type and its actors are right, and its article."""

    features: dict[str, float]
    is_type: bool
    is_right: bool
    article: str


def main() -> None:
    """Train, print how well candidates of articles not learned from are told apart, and write the weights."""
    parser = argparse.ArgumentParser(description="Learn which candidate events are events.")
    parser.add_argument("--articles", required=True, help="raw file or folder with the judged articles")
    parser.add_argument("--verdicts", type=Path, required=True, help="what readers found of their candidates")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    examples = list(read_examples(_articles(given.articles), read_verdicts(given.verdicts)))
    for line in cross_validate(examples):
        print(line)  # noqa: T201
    write_weights(fit(examples), given.out)


def read_verdicts(path: Path) -> dict[Key, Verdict]:
    """Read verdicts by article, place and type of the candidate."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (article, int(start), event_type): Verdict(verdict, frozenset(filter(None, actors.split("; "))))
            for article, start, event_type, verdict, actors in csv.reader(file, delimiter="\t")
        }


def read_examples(articles: Iterable[Article], verdicts: dict[Key, Verdict]) -> Iterator[Example]:
    """Find the candidates of articles again, as the rules find them now, and join what readers found of them."""
    judged = {article for article, _, _ in verdicts}
    wanted = (article for article in articles if article.source_path in judged)
    for doc, article in read_docs(load_pipeline(), wanted):
        told, referents = find_candidates(doc, extract(doc, article, until=extract_events))
        measured = ArticleFeatures(doc, referents.names.findings, told)
        for event in filter(has_parties, told):
            verdict = verdicts.get((article.source_path, event.token.idx, event.entry.event_type))
            if verdict is not None:
                is_type = verdict.event_type == event.entry.event_type
                actors = {referents.names.entity(each.entity_id).name for each in event.participants.actors}
                features = event_features(event, referents, measured)
                yield Example(features, is_type, is_type and actors == verdict.actors, article.source_path)


def fit(examples: list[Example]) -> dict[str, float]:
    """Learn a weight a feature, and the bias: logistic regression towards "is an event of this type"."""
    vectors, seen = _vectoriser(examples)
    model = _model().fit(vectors.transform(seen), [example.is_type for example in examples])
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    return {BIAS: float(model.intercept_[0]), **weights}


def write_weights(weights: dict[str, float], path: Path) -> None:
    """Write weights as text, a feature a line, so that a change of them can be read."""
    lines = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()))
    path.write_text("".join(lines), encoding="utf-8")


def cross_validate(examples: list[Example]) -> Iterator[str]:
    """Tell how right the likeliest candidates are, each article judged by what was learned from others."""
    is_right = np.array([example.is_right for example in examples])
    is_type = np.array([example.is_type for example in examples])
    groups = [example.article for example in examples]
    likely = np.zeros(len(examples))
    for learned, asked in GroupKFold(FOLDS).split(examples, is_type, groups):
        vectors, seen = _vectoriser([examples[i] for i in learned])
        model = _model().fit(vectors.transform(seen), is_type[learned])
        likely[asked] = model.predict_proba(vectors.transform([examples[i].features for i in asked]))[:, 1]
    area = roc_auc_score(is_type, likely)
    yield f"{len(examples)} candidates of {len(set(groups))} articles, area under the curve {area:.3f}"
    best = np.argsort(-likely, kind="stable")
    for share in KEPT:
        kept = best[: round(share * len(best))]
        yield (
            f"likeliest {share:.0%} (from {likely[kept[-1]]:.2f}): type right {is_type[kept].mean():.3f}, type and "
            f"actors {is_right[kept].mean():.3f}; of all events {is_type[kept].sum() / is_type.sum():.3f}"
        )


def _articles(raw: str) -> Iterator[Article]:
    return (item for file in list_files(raw) for item in read_file(file) if isinstance(item, Article))


def _vectoriser(examples: list[Example]) -> tuple[DictVectorizer, list[dict[str, float]]]:
    counts = Counter(name for example in examples for name in example.features)
    common = {name for name, count in counts.items() if count >= LEAST_SEEN and name.isprintable()}  # no line breaks
    seen = [{name: value for name, value in example.features.items() if name in common} for example in examples]
    return DictVectorizer().fit(seen), seen


def _model() -> LogisticRegression:
    return LogisticRegression(C=REGULARISATION, max_iter=2000)


if __name__ == "__main__":
    main()
