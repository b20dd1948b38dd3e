"""What flows between the stages: an article, and what one article says.

A record of an extractor has the columns of its table, with two exceptions that resolution across articles settles:
where the table points at an entity in the world, a record points at the article's own entity (``ArticleEntity``), and
an event mention has no ``event_id`` yet.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read: its text in the form that offsets count in, and what is known of it.

    Everything that extraction may use is here, so the content digest of an article and its records go together.
    """

    article_id: str
    source_path: str
    text: str
    language: str = "es"
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published_on: dt.date | None = None
    published_on_basis: str | None = None
    updated_on: dt.date | None = None
    translated_from: str | None = None
    machine_translated: bool = False
    credited_outlets: tuple[str, ...] = ()
    country_code: str | None = None
    """Country that its outlet writes from, ISO 3166-1 alpha-2, where the source says so; decides "1.000 pesos"."""
    republish_text: bool = False
    """Whether the source's terms let a release carry the full text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of an article's text that is of one kind, without the blanks around it (see ``flows.nlp.layout``)."""

    kind: str
    """title, subhead, body, related (links to other articles), boilerplate or credit."""
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input or row that is not published, with the check that it failed."""

    reject_id: str
    stage: str
    source_path: str | None
    table_name: str | None
    check_name: str
    reason: str
    row: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntity:
    """A thing that one article names or points at, before articles are compared.

    ``mention_forms`` may be empty: "el presidente ruso" points at Rusia in an article that never names it.
    """

    article_entity_id: str
    article_id: str
    name: str
    """The fullest form that the article has, or the usual name where a gazetteer or the newsroom's list knows it."""
    entity_type: str
    mention_forms: tuple[str, ...] = ()
    """The distinct written forms of its mentions, sorted."""
    knowledge_id: str | None = None
    """Id in the gazetteer or the newsroom's list that the article's words decide for; two of one id are one entity."""
    country_code: str | None = None
    is_country: bool = False
    wikidata_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A name in an article; ``entity_id`` is an ``article_entity_id``."""

    mention_id: str
    article_id: str
    char_start: int
    char_end: int
    text: str
    sentence_index: int
    mention_type: str
    entity_id: str
    confidence: float
    full_form: str | None = None
    form_rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A person's role as an article gives it; ids are ``article_entity_id``."""

    affiliation_id: str
    article_id: str
    person_id: str
    role: str
    organization_id: str | None
    country_code: str | None
    char_start: int
    char_end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression with its TIMEX3 value."""

    time_id: str
    article_id: str
    char_start: int
    char_end: int
    text: str
    sentence_index: int
    time_type: str
    value: str
    starts_on: dt.date | None
    ends_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted or measured amount."""

    quantity_id: str
    article_id: str
    char_start: int
    char_end: int
    text: str
    sentence_index: int
    value: float
    value_max: float | None
    unit: str | None
    approximation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of reported speech; entity ids are ``article_entity_id``, and ``quote_group`` is not known yet."""

    quote_id: str
    article_id: str
    char_start: int
    char_end: int
    text: str
    sentence_index: int
    quote_type: str
    cue: str | None
    cue_lemma: str | None
    stance: str | None
    speaker_text: str | None
    speaker_char_start: int | None
    speaker_char_end: int | None
    speaker_entity_id: str | None
    speaker_affiliation_entity_id: str | None
    inner_speaker_text: str | None
    inner_speaker_char_start: int | None
    inner_speaker_char_end: int | None
    inner_speaker_entity_id: str | None
    said_on: dt.date | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A trigger of an event; entity ids are ``article_entity_id``."""

    event_mention_id: str
    article_id: str
    char_start: int
    char_end: int
    text: str
    sentence_index: int
    event_type: str
    event_mode: str | None
    status: str
    source_entity_id: str | None
    quote_id: str | None
    date_value: str | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    place_entity_id: str | None
    confidence: float
    lemma: str
    """Lemma of the trigger: which entry of the lexicon was read. Not published."""
    family: str
    """What can be one happening: "firmaron" and "la firma" are, a signing and its ratification not. Not published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParticipant:
    """Who takes part in an event mention; ``entity_id`` is an ``article_entity_id``."""

    event_mention_id: str
    role: str
    entity_id: str
    text: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What one article says: each extractor takes it and returns it with its own part filled in."""

    article: Article
    sentence_count: int
    layout: tuple[Paragraph, ...]
    entities: tuple[ArticleEntity, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    event_participants: tuple[EventParticipant, ...] = ()


PARTS: dict[str, str] = {
    "article_entities": "entities",
    "entity_mentions": "mentions",
    "affiliations": "affiliations",
    "time_expressions": "times",
    "quantities": "quantities",
    "quotes": "quotes",
    "event_mentions": "event_mentions",
    "event_participants": "event_participants",
}
"""Where in the findings the rows of each table lie."""
