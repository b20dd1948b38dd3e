"""Train the name recogniser; the command that made the weights beside this file.

``python -m flows.nlp.names.train --cess cess_esp.tar.gz --annotations FOLDER --vectors FILE --out FOLDER``

With ``--start WEIGHTS`` in place of ``--vectors`` it goes on from weights trained before, whose vectors it keeps, and
gives the mean of these and of its rounds: what is learned late is not paid for with what was known.

Every 15th article of the first folder is never learned from: those choose the round that is kept where it begins from
nothing, and give the scores that the model card states. ``MODEL_CARD.md`` says where the data come from and how the
vectors are made.
"""

import argparse
import json
import random
import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.training.initialize import convert_vectors
from spacy.util import compile_infix_regex, compile_suffix_regex, minibatch
from thinc.api import Model, fix_random_seed
from thinc.types import FloatsXd

from flows.nlp.names.corpus import LABELS, AnnotatedText, read_annotations, read_cess

HELD_OUT_STEP, HELD_OUT_REST = 15, 7
CHUNK_CHARS = 500
PRINTERS_INFIXES = (
    r"(?<=[^\W\d_])[-–—/](?=[A-ZÁÉÍÓÚÑ])",
    r"(?<=\w)[.?!)»”*]+[(“¿¡]?(?=[A-ZÁÉÍÓÚÑ][a-zà-ÿ])",
    r"(?<=\d)-(?=[A-ZÁÉÍÓÚÑ][a-z])",
)
"""Where names touch: "Kim-Putin", "Oxford/AstraZeneca", "en Bogotá.El"."""
WIDTH, DEPTH = 96, 4


def main() -> None:
    """Train, and report each round's score on the articles held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("cess", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument(
        "--annotations", type=Path, nargs="+", required=True, help="Folders; one named twice counts twice."
    )
    beginning = parser.add_mutually_exclusive_group(required=True)
    beginning.add_argument("--vectors", type=Path, help="Floret vectors to begin from nothing with.")
    beginning.add_argument("--start", type=Path, help="Weights to go on from.")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    own = [text for folder in options.annotations for text in read_annotations(folder)]
    first = list(read_annotations(options.annotations[0]))
    held_out = first[HELD_OUT_REST::HELD_OUT_STEP]
    keys = {text.key for text in held_out}
    learned = [text for text in own if text.key not in keys]
    fix_random_seed(options.seed)
    nlp = spacy.load(options.start) if options.start else new_recogniser(options.vectors)
    texts = [*read_cess(options.cess), *learned]
    known = weights(nlp) if options.start else None
    done = train(nlp, texts, held_out, rounds=options.rounds, seed=options.seed, known=known)
    set_weights(nlp, done)
    print(evaluate(nlp, held_out))  # noqa: T201
    nlp.to_disk(options.out)
    (options.out / "vocab" / "strings.json").write_text(json.dumps(sorted(LABELS)), encoding="utf-8")


def train(
    nlp: Language,
    texts: list[AnnotatedText],
    held_out: list[AnnotatedText],
    *,
    rounds: int,
    seed: int,
    known: list[FloatsXd] | None = None,
) -> list[FloatsXd]:
    """Train a recogniser; gives the weights of the round that does best on the texts held out.

    A recogniser that is trained already goes on in smaller steps of larger batches, and no round is chosen: half of
    what it gives is what it knew, half the mean of its rounds (Izmailov et al. 2018, "Averaging weights leads to wider
    optima"; Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").

    Args:
        nlp: the recogniser.
        texts: what it learns from.
        held_out: what chooses the round.
        rounds: how often it reads all texts.
        seed: of the order of the texts.
        known: the weights that it goes on from; None to begin from nothing.
    """
    goes_on = known is not None
    rng = random.Random(seed)
    chunks = [chunk for text in texts for chunk in _chunks(text)]
    if not goes_on:
        nlp.initialize(lambda: _examples(nlp, chunks[:: max(1, len(chunks) // 400)]))
    optimizer = nlp.resume_training() if goes_on else nlp.create_optimizer()
    rate, first_batch, drop = (0.0005, 24, 0.2) if goes_on else (0.001, 8, 0.3)
    best = 0.0
    kept = weights(nlp)
    for number in range(rounds):
        rng.shuffle(chunks)
        optimizer.learn_rate = rate * (1.0 - number / rounds)
        losses: dict[str, float] = {}
        for batch in minibatch(
            _examples(nlp, (_varied(chunk, rng) for chunk in chunks)), size=first_batch + 4 * number
        ):
            nlp.update(batch, drop=drop, sgd=optimizer, losses=losses)
        with nlp.use_params(optimizer.averages):
            scores = evaluate(nlp, held_out)
            print(number, f"loss {losses['ner']:.0f}", scores, flush=True)  # noqa: T201
            if known is not None:
                share = 0.5 / rounds
                so_far = kept if number else [0.5 * part for part in known]
                kept = [part + share * new for part, new in zip(so_far, weights(nlp), strict=True)]
            elif scores["F1"] > best:
                best, kept = scores["F1"], weights(nlp)
    return kept


def weights(nlp: Language) -> list[FloatsXd]:
    """A copy of a recogniser's weights, in the order of its network."""
    return [node.get_param(name).copy() for node, name in _parameters(nlp)]


def set_weights(nlp: Language, values: list[FloatsXd]) -> None:
    """Give a recogniser the weights that ``weights`` took of one with the same network."""
    for (node, name), value in zip(_parameters(nlp), values, strict=True):
        node.set_param(name, value)


def _parameters(nlp: Language) -> Iterator[tuple[Model[Any, Any], str]]:
    for node in nlp.get_pipe("ner").model.walk():  # type: ignore[attr-defined]
        yield from ((node, name) for name in node.param_names if node.has_param(name))


def new_recogniser(vectors: Path) -> Language:
    """An untrained pipeline of one component, ``ner``, with a small network of its own over floret vectors."""
    nlp = spacy.blank("es")
    infixes = [*(nlp.Defaults.infixes or ()), *PRINTERS_INFIXES]
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=\w)[-\u200b]"]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[union-attr]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    convert_vectors(nlp, vectors, truncate=0, prune=-1, mode="floret")
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, 1500],
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
    nlp.add_pipe("ner", config={"model": model, "incorrect_spans_key": None})
    return nlp


def evaluate(nlp: Language, texts: Iterable[AnnotatedText]) -> dict[str, float]:
    """Precision, recall and F1 of exact spans with type."""
    right = found = wanted = 0
    by_type: Counter[str] = Counter()
    for text in texts:
        predicted = {(ent.start_char, ent.end_char, ent.label_) for ent in nlp(text.text).ents}
        gold = set(text.names)
        right += len(predicted & gold)
        found += len(predicted)
        wanted += len(gold)
        by_type.update(f"{label} missed" for _, _, label in gold - predicted)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4)}


def _chunks(text: AnnotatedText) -> Iterator[AnnotatedText]:
    """Lines of a text, several short ones together."""
    start = 0
    breaks = [i for i, char in enumerate(text.text) if char == "\n"]
    for end in [*breaks, len(text.text)]:
        if end - start < CHUNK_CHARS and end != len(text.text):
            continue
        if any(a < end < b for a, b, _ in text.names):
            continue
        inside = tuple((a - start, b - start, label) for a, b, label in text.names if start <= a and b <= end)
        if text.text[start:end].strip():
            yield AnnotatedText(text.key, text.text[start:end], inside)
        start = end + 1


def _examples(nlp: Language, chunks: Iterable[AnnotatedText]) -> Iterator[Example]:
    for chunk in chunks:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # W030: a name that ends inside a token is left unknown
            yield Example.from_dict(nlp.make_doc(chunk.text), {"entities": list(chunk.names)})


def _varied(chunk: AnnotatedText, rng: random.Random) -> AnnotatedText:
    """Now and then what printers do: a line in capitals, accents lost, other quotation marks. Lengths stay."""
    draw = rng.random()
    text = chunk.text
    if draw < 0.05:
        head, mark, rest = text.partition("\n")
        text = head.upper() + mark + rest
    elif draw < 0.10:
        text = "".join(char if char in "ñÑ" else unicodedata.normalize("NFD", char)[0] for char in text)
    elif draw < 0.16:
        text = (
            text.replace("“", "«").replace("”", "»") if rng.random() < 0.5 else text.replace("“", '"').replace("”", '"')
        )
    return AnnotatedText(chunk.key, text, chunk.names) if len(text) == len(chunk.text) else chunk


if __name__ == "__main__":
    main()
