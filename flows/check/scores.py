"""Figures of accuracy: precision, recall and F1 of counted items, B-cubed of clusters, shares of right values."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Score:
    """Precision, recall and F1 from counts of right, found and gold items."""

    right: float = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count one article's items."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of the found items that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return _harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Clustering:
    """B-cubed precision and recall over ``found`` items that both sides have."""

    precision: float
    recall: float
    found: int

    @property
    def gold(self) -> int:
        """The same items seen from the gold's side."""
        return self.found

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return _harmonic(self.precision, self.recall)


@dataclass(slots=True)
class Accuracy:
    """Share of the matched items whose value is right."""

    right: int = 0
    count: int = 0

    @property
    def share(self) -> float:
        """Right ones among all."""
        return self.right / self.count if self.count else 0.0


@dataclass(slots=True)
class Scores:
    """What was measured, by layer."""

    article_count: int = 0
    missing: list[str] = field(default_factory=list)
    layers: dict[str, Score | Clustering] = field(default_factory=dict)
    accuracies: dict[str, Accuracy] = field(default_factory=dict)

    def layer(self, name: str) -> Score:
        """The score of a layer, made when it is first asked for."""
        score = self.layers.setdefault(name, Score())
        if not isinstance(score, Score):
            raise TypeError(f"{name} is not counted item by item")
        return score

    def accuracy(self, name: str) -> Accuracy:
        """The accuracy of a layer, made when it is first asked for."""
        return self.accuracies.setdefault(name, Accuracy())

    def as_dict(self) -> dict[str, Any]:
        """All figures, for JSON."""
        return {
            "articles": {"gold": self.article_count, "missing": self.missing},
            "layers": {
                name: {
                    "precision": score.precision,
                    "recall": score.recall,
                    "f1": score.f1,
                    "found": score.found,
                    "gold": score.gold,
                }
                for name, score in self.layers.items()
            },
            "accuracy": {name: {"share": a.share, "count": a.count} for name, a in self.accuracies.items()},
        }


def b_cubed(pairs: list[tuple[str, str]]) -> Clustering:
    """B-cubed precision and recall of the (found cluster, gold cluster) of each item (Bagga and Baldwin 1998).

    >>> b_cubed([("a", "x"), ("a", "y")])
    Clustering(precision=0.5, recall=1.0, found=2)
    """
    if not pairs:
        return Clustering(0.0, 0.0, 0)
    together = Counter(pairs)
    found_sizes = Counter(found for found, _ in pairs)
    gold_sizes = Counter(gold for _, gold in pairs)
    precision = sum(count * count / found_sizes[found] for (found, _), count in together.items())
    recall = sum(count * count / gold_sizes[gold] for (_, gold), count in together.items())
    return Clustering(precision / len(pairs), recall / len(pairs), len(pairs))


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
