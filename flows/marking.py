"""What one article says, for the eyes: its text with coloured marks, and its findings in lists."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.records import ArticleEntity, EventMention, Findings, Quantity, Quote, TimeExpression

STYLES = {
    "quote": "italic",
    "PER": "cyan",
    "ORG": "magenta",
    "LOC": "green",
    "MISC": "yellow",
    "date": "blue underline",
    "amount": "bright_black underline",
    "event": "bold red",
}
"""How each kind of span is marked; where spans nest, the later kind's colour shows."""

LEGEND = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other name"}


def mark(findings: Findings) -> RenderableType:
    """An article's text with its names, quotes, dates, amounts and events marked, under a legend."""
    legend = Text("  ").join(Text(LEGEND.get(kind, kind), style) for kind, style in STYLES.items())
    text = Text(findings.article.text.strip("\n"))
    shift = len(findings.article.text) - len(findings.article.text.lstrip("\n"))
    for kind, start, end in _spans(findings):
        text.stylize(STYLES[kind], start - shift, end - shift)
    return Group(Rule(findings.article.source_path, style="dim"), legend, Padding(text, (1, 0)))


def list_findings(findings: Findings) -> RenderableType:
    """An article's findings, one list a kind; a kind that it has none of is left out."""
    lists = (_quotes, _events, _names, _times, _amounts)
    tables = [table for make in lists if (table := make(findings)).row_count]
    return Group(*tables) if tables else Text("no names, quotes, events, dates or amounts found")


def _spans(findings: Findings) -> Iterator[tuple[str, int, int]]:
    layers: dict[str, Sequence[Quote | TimeExpression | Quantity | EventMention]] = {
        "quote": findings.quotes,
        "date": findings.times,
        "amount": findings.quantities,
        "event": findings.event_mentions,
    }
    spans = [(kind, row.char_start, row.char_end) for kind, rows in layers.items() for row in rows]
    spans += [(mention.mention_type, mention.char_start, mention.char_end) for mention in findings.mentions]
    order = list(STYLES)
    yield from sorted(spans, key=lambda span: order.index(span[0]))


def _quotes(findings: Findings) -> Table:
    table = _table("quotes", "speaker", "kind", "sure", "words")
    named = _named(findings)
    for quote in findings.quotes:
        _add(table, _speaker(quote, named), quote.quote_type, f"{quote.confidence:.2f}", quote.text)
    return table


def _speaker(quote: Quote, named: dict[str, ArticleEntity]) -> str:
    if quote.speaker_entity_id:
        return named[quote.speaker_entity_id].name
    if quote.speaker_affiliation_entity_id:
        return f"{quote.speaker_text} ({named[quote.speaker_affiliation_entity_id].name})"
    return quote.speaker_text or "?"


def _events(findings: Findings) -> Table:
    table = _table("events", "date", "type", "sure", "words", "who, to whom, where")
    named = _named(findings)
    for event in findings.event_mentions:
        status = "" if event.status == "occurred" else f" ({event.status})"
        kind, sure = event.event_type + status, f"{event.confidence:.2f}"
        _add(table, event.date_value or "", kind, sure, event.text, _sides(findings, event, named))
    return table


def _sides(findings: Findings, event: EventMention, named: dict[str, ArticleEntity]) -> str:
    """Who did it to whom, where, and who says so: "Rusia (0.91) → Ucrania (0.84), in Kursk, as Zelenski says"."""
    sides: dict[str, list[str]] = {"actor": [], "recipient": []}
    for side in findings.event_participants:
        if side.event_mention_id == event.event_mention_id:
            sides[side.role].append(f"{named[side.entity_id].name} ({side.confidence:.2f})")
    words = ", ".join(sides["actor"])
    words += f" → {', '.join(sides['recipient'])}" if sides["recipient"] else ""
    place = f"in {named[event.place_entity_id].name}" if event.place_entity_id else ""
    teller = f"as {named[event.source_entity_id].name} says" if event.source_entity_id else ""
    return ", ".join(filter(None, (words.strip(), place, teller)))


def _names(findings: Findings) -> Table:
    table = _table("names", "name", "kind", "times", "role")
    named = _named(findings)
    roles = {affiliation.person_id: affiliation.text for affiliation in reversed(findings.affiliations)}
    for entity_id, count in Counter(mention.entity_id for mention in findings.mentions).most_common():
        entity = named[entity_id]
        _add(table, entity.name, LEGEND[entity.entity_type], str(count), roles.get(entity_id, ""))
    return table


def _times(findings: Findings) -> Table:
    table = _table("dates", "words", "kind", "value")
    for time in findings.times:
        _add(table, time.text, time.time_type, time.value)
    return table


def _amounts(findings: Findings) -> Table:
    table = _table("amounts", "words", "value", "unit", "")
    for amount in findings.quantities:
        value = _figure(amount.value) + (f" to {_figure(amount.value_max)}" if amount.value_max is not None else "")
        _add(table, amount.text, value, amount.unit or "", (amount.approximation or "").replace("_", " "))
    return table


def _figure(value: float) -> str:
    """A number in full: "45,000,000", "3.2"."""
    return f"{value:,.0f}" if value.is_integer() else f"{value:,}"


def _named(findings: Findings) -> dict[str, ArticleEntity]:
    return {entity.article_entity_id: entity for entity in findings.entities}


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)


def _add(table: Table, *cells: str) -> None:
    """Add a row as it is written: "[sic]" is no markup."""
    table.add_row(*map(Text, cells))
