"""Annotated names to learn from: the CESS-ESP treebank, and articles with a list of the names in them.

Both are brought to this project's conventions: titles, articles and weekdays stay outside a name.
"""

import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.nlp.gazetteer import country_named

LABELS = frozenset({"PER", "ORG", "LOC", "MISC"})
CESS_LABELS = {"np0000p": "PER", "np0000o": "ORG", "np0000l": "LOC", "np0000a": "MISC"}
CESS_LEAF = re.compile(r"\(([^\s()*]+) (\S+) \S+?\)")
NO_SPACE_BEFORE = frozenset(".,;:!?)]}»”%…")
NO_SPACE_AFTER = frozenset("¿¡([{«“")


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with its names as (first code point, code point after the last, type)."""

    key: str
    text: str
    names: tuple[tuple[int, int, str], ...]


def read_cess(path: Path) -> Iterator[AnnotatedText]:
    """Read the names of CESS-ESP (``cess_esp.tar.gz``), a text a file, in the order of file names."""
    with tarfile.open(path) as archive:
        members = sorted((member for member in archive if member.name.endswith(".tbf")), key=lambda m: m.name)
        for member in members:
            source = archive.extractfile(member)
            if source is not None:
                yield _cess_text(Path(member.name).stem, source.read().decode("latin-1"))


def read_annotations(folder: Path) -> Iterator[AnnotatedText]:
    """Read articles ``KEY.txt`` with ``KEY.tsv`` beside: a name a line, its type, and where needed the words round it.

    A name is marked wherever its words stand; longer ones win, and one given with its context wins over one without.
    The type ``O`` says that the words are no name.
    """
    for path in sorted(folder.rglob("*.tsv")):
        text_path = path.with_suffix(".txt")
        if text_path.exists():
            text = text_path.read_text(encoding="utf-8")
            rules = [rule for line in path.read_text(encoding="utf-8").splitlines() if (rule := _rule(line))]
            names = ((start, end, _label(text[start:end], label)) for start, end, label in _project(text, rules))
            yield AnnotatedText(f"{path.parent.name}/{path.stem}", text, tuple(names))


def _cess_text(key: str, tree: str) -> AnnotatedText:
    text = ""
    names = []
    for sentence in re.split(r"\n\n+", tree):
        for tag, form in CESS_LEAF.findall(sentence):
            if form.startswith("*") or tag.startswith("-"):
                continue
            words = form.replace("_", " ").strip()
            if not words:
                continue
            if text and text[-1] not in NO_SPACE_AFTER and words[0] not in NO_SPACE_BEFORE and not text.endswith("\n"):
                text += " "
            label = CESS_LABELS.get(tag)
            if label:
                names.append((len(text), len(text) + len(words), label))
            text += words
        if text and not text.endswith("\n"):
            text += "\n"
    return AnnotatedText(key, text, tuple(_normalised(text, names)))


def _normalised(text: str, names: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    for start, end, label in names:
        match = LEADING.match(text, start, end)
        begin = match.end() if match else start
        name = text[begin:end]
        if (name[:1].isupper() or name[:1].isdigit()) and not NOT_A_NAME.fullmatch(name):
            yield begin, end, _label(name, label)


def _label(name: str, label: str) -> str:
    """Countries are places also where their government is meant; social networks and companies are organisations."""
    if country_named(name):
        return "LOC"
    return "ORG" if name.lower() in COMPANIES else label


LEADING = re.compile(r"(?:(?:el|la|los|las|don|doña|señor|señora|presidente|ministro|rey|papa|general|san) )+")
"""Words that CESS counts to a name, in lower case."""

NOT_A_NAME = re.compile(
    r"(?i)lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre|estados?|internet|reyes|rey|papa|presidente|ministro|majestad|don|doña"
)


COMPANIES = frozenset(
    ["facebook", "twitter", "instagram", "youtube", "tiktok", "whatsapp", "google", "netflix", "nba", "fifa"]
)


def _rule(line: str) -> tuple[str, str, str | None] | None:
    parts = line.split("\t")
    if line.startswith("#") or len(parts) not in (2, 3) or parts[1] not in LABELS | {"O"} or not parts[0]:
        return None
    return parts[0], parts[1], parts[2] if len(parts) == 3 else None


def _project(text: str, rules: list[tuple[str, str, str | None]]) -> list[tuple[int, int, str]]:
    taken = bytearray(len(text))
    found = []
    for surface, label, context in sorted(rules, key=lambda rule: (rule[2] is None, -len(rule[0]))):
        for start, end in _places(text, surface, context):
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            if label != "O":
                found.append((start, end, label))
    return sorted(found)


def _places(text: str, surface: str, context: str | None) -> Iterator[tuple[int, int]]:
    left = r"(?<!\w)" if surface[0].isalnum() else ""
    right = r"(?!\w)" if surface[-1].isalnum() else ""
    pattern = re.compile(left + re.escape(surface) + right)
    stretches = [(0, len(text))] if context is None else [m.span() for m in re.finditer(re.escape(context), text)]
    for start, end in stretches:
        for match in pattern.finditer(text[start:end]):
            yield start + match.start(), start + match.end()
