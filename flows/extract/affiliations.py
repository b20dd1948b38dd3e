"""Who is what: the roles that an article gives to the persons that it names."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from spacy.tokens import Doc, Span, Token

from flows.extract.entities.words import words
from flows.ids import make_id
from flows.nlp.gazetteer import country_named, country_of_demonym, with_usual_country
from flows.records import Affiliation, ArticleEntity, EntityMention, Findings
from flows.word_lists import any_of, parse_words

REACH = 160
"""No role stands farther from its person, in code points."""
COMPLEMENT_POS = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "CCONJ", "NUM"})
BETWEEN = re.compile(r"(?: \([^(),\n]{2,40}\))?(?:, (?:el |la )?|\s)?(?:(?:el|la) )?[\"“«(]?$")
"""What may stand between a role and its person's name: "el jefe de la Unión de Pesca (UP), Luis Mora"."""
THE = re.compile(r", (?:el|la) ")
OF_PLACE = re.compile(r"\b(?:de|del)(?: (?:la|los|las))? $")
LINK = re.compile(r"(?:\w+ )?\w+ (?:(?P<to>al?)|del|de)(?: (?:la|los|las|su|el))? \Z")
LONGEST_SMALL_WORD = 5
"""Code points of the longest word that only begins a sentence before a role: "Según", "Entre"."""
AFTER = re.compile(
    r"(?: \([^()\n]{2,40}\))?"  # "Ana Ruiz (PSOE), alcaldesa"
    r"(?:,? quien (?:es|era|fue|ha sido)|,| \(| es) "
    r"(?:(?:el|la|un|una|actual|entonces|nuevo|nueva|también|hasta ahora) )*"
)


def extract_affiliations(doc: Doc, findings: Findings) -> Findings:
    """Find the roles that stand beside persons' names: "la ministra de Economía, Ana Duarte", "Luis Vera, fiscal"."""
    text = findings.article.text
    entities = {entity.article_entity_id: entity for entity in findings.entities}
    mentions = {mention.char_start: mention for mention in findings.mentions}
    persons_end = frozenset(mention.char_end for mention in findings.mentions if mention.mention_type == "PER")
    found = [
        affiliation
        for mention in findings.mentions
        if mention.mention_type == "PER"
        for phrase in (
            _role_before(doc, text, mention, mentions, persons_end),
            _role_after(doc, text, mention, mentions),
        )
        if phrase is not None
        for affiliation in [_affiliation(text, mention, phrase, mentions, entities)]
    ]
    return dataclasses.replace(findings, affiliations=tuple(sorted(found, key=lambda a: (a.char_start, a.person_id))))


def _role_before(
    doc: Doc, text: str, mention: EntityMention, mentions: dict[int, EntityMention], persons_end: frozenset[int]
) -> Span | None:
    """The role phrase that ends where the name begins, but for a comma, and that no other person stands in.

    "Con Eva Arce, directora de Xela, Duarte pidió calma" gives Duarte none.
    """
    start = max(0, mention.char_start - REACH)
    before = text[start : mention.char_start]
    gap = BETWEEN.search(before)
    end = start + (gap.start() if gap else len(before))
    is_apposition = gap is not None and "," in gap.group()
    for role in _own_roles(before, is_apposition=is_apposition):
        span = doc.char_span(start + role.start(), end, alignment_mode="expand") if start + role.start() < end else None
        if span is not None and span.end_char <= mention.char_start and _is_phrase(span, role.group()):
            others = (mentions[token.idx] for token in span if token.idx in mentions)
            is_anothers = is_apposition and before[: role.start()].endswith(", ") and span.start_char - 2 in persons_end
            return None if is_anothers or any(other.mention_type == "PER" for other in others) else span
    return None


def _own_roles(before: str, *, is_apposition: bool) -> Iterator[re.Match[str]]:
    """Where the role may begin that is the person's own, the likeliest first.

    "La portavoz del ministro, Ana Duarte" is the spokeswoman, "el candidato a gobernador Luis Mora" only wants to be
    one, and "el hijo del presidente, Luis Mora" is neither.
    """
    roles = [match for match in _role_pattern().finditer(before) if not _continues_role(before, match)]
    if not roles:
        return
    link = LINK.search(before, 0, roles[-1].start())
    if link and len(roles) > 1 and roles[-2].start() >= link.start() and (is_apposition or link["to"]):
        yield roles[-2]
    if not (link and is_apposition and not words("relatives").isdisjoint(link.group().lower().split())):
        yield roles[-1]


def _continues_role(text: str, match: re.Match[str]) -> bool:
    """Whether a word is the second of a role, "secretario general", or of a name: "Hospital General"."""
    previous = re.search(r"(\w+) $", text[: match.start()])
    if previous is None or _role_pattern().fullmatch(previous[1]) is not None:
        return previous is not None
    return match.group().istitle() and previous[1].istitle() and len(previous[1]) > LONGEST_SMALL_WORD


def _role_after(doc: Doc, text: str, mention: EntityMention, mentions: dict[int, EntityMention]) -> Span | None:
    """The role phrase of an apposition: up to a comma, bracket or verb, and not that of a name after it."""
    opening = AFTER.match(text, mention.char_end, mention.char_end + REACH)
    role = _role_pattern().match(text, opening.end(), opening.end() + REACH) if opening else None
    if role is None:
        return None
    first = doc.char_span(role.start(), role.end(), alignment_mode="expand")
    if first is None:
        return None
    last = first.end
    while last < len(doc) and doc[last].pos_ in COMPLEMENT_POS and doc[last].idx < mention.char_end + REACH:
        named = mentions.get(doc[last].idx)
        if named is not None and named.mention_type == "PER":
            return None
        if doc[last].pos_ == "CCONJ" and _begins_another(text, doc, last + 1):
            break
        last += 1
    if opening and THE.search(opening.group()) and last < len(doc) and "Fin" in doc[last].morph.get("VerbForm", []):
        return None  # "Como Ana Duarte, el candidato del PAN pide": two people
    while last > first.end and doc[last - 1].pos_ in {"ADP", "DET", "CCONJ"}:
        last -= 1
    return doc[first.start : last]


def _begins_another(text: str, doc: Doc, number: int) -> bool:
    """Whether behind "y" another role begins: "alcaldesa y diputada", "abogada y la única hija"."""
    if number >= len(doc):
        return True
    is_noun_phrase = doc[number].pos_ == "DET" and not doc[number + 1 : number + 2].text.istitle()
    return is_noun_phrase or _role_pattern().match(text, doc[number].idx) is not None


def _is_phrase(span: Span, role: str) -> bool:
    """Whether nothing but complements follows the role: "ministro de Defensa ruso", not "ministro dijo a"."""
    rest = [token for token in span if token.idx >= span.start_char + len(role)]
    return all(token.pos_ in COMPLEMENT_POS for token in rest) and (not rest or rest[-1].pos_ not in {"ADP", "CCONJ"})


def _affiliation(
    text: str,
    person: EntityMention,
    phrase: Span,
    mentions: dict[int, EntityMention],
    entities: dict[str, ArticleEntity],
) -> Affiliation:
    inside = [mentions[token.idx] for token in phrase[1:] if token.idx in mentions]
    organization = next((mention for mention in inside if mention.mention_type == "ORG"), None)
    return Affiliation(
        affiliation_id=make_id("f", person.article_id, phrase.start_char, phrase.end_char, person.char_start),
        article_id=person.article_id,
        person_id=person.entity_id,
        role=" ".join(_role_words(phrase, inside)).lower(),
        organization_id=organization.entity_id if organization else None,
        country_code=next(_countries(text, phrase, inside, entities), None),
        char_start=phrase.start_char,
        char_end=phrase.end_char,
        text=text[phrase.start_char : phrase.end_char],
    )


def _role_words(phrase: Span, inside: list[EntityMention]) -> Iterator[str]:
    """The role's noun with its adjectives, and with complements that are no names: "jefe de gabinete"."""
    end = min((mention.char_start for mention in inside), default=phrase.end_char)
    words = [token for token in phrase if token.idx < end and not _country_of(token)]
    while len(words) > 1 and words[-1].pos_ in {"ADP", "DET", "CCONJ"}:
        words.pop()
    yield from (token.text for token in words)


def _countries(
    text: str, phrase: Span, inside: list[EntityMention], entities: dict[str, ArticleEntity]
) -> Iterator[str]:
    """The country of an adjective, of the organisation's name, or that "de" joins to the role."""
    named = {char for mention in inside for char in range(mention.char_start, mention.char_end)}
    yield from (code for token in phrase if token.idx not in named and (code := _country_of(token)))
    for mention in inside:
        place = country_named(with_usual_country(mention.text).rpartition(" de ")[2])
        if mention.mention_type == "ORG" and place is not None:
            yield place.country_code
        code = entities[mention.entity_id].country_code
        before = text[phrase.start_char : mention.char_start]
        if mention.mention_type == "LOC" and code is not None and OF_PLACE.search(before):
            yield code


def _country_of(token: Token) -> str | None:
    """The country whose people an adjective is of; "profesora de francés" tells of none."""
    return None if _is_language(token) else country_of_demonym(token.lower_)


def _is_language(token: Token) -> bool:
    """Whether a word that also is an adjective of a country is a language here."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before == "de" and country_of_demonym(token.lower_) is not None


@cache
def _role_pattern() -> re.Pattern[str]:
    data = parse_words(resources.files("flows.extract").joinpath("data/affiliations.yml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?i:(?:{any_of(data['prefixes'])}[- ]?)*{any_of(data['roles'])})\b")
