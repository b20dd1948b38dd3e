"""The names in an article, and which of them name the same thing."""

import dataclasses

from spacy.tokens import Doc

from flows.extract.entities.by_topic.clubs import clubs
from flows.extract.entities.by_topic.players import players
from flows.extract.entities.by_topic.works import works
from flows.extract.entities.clusters.namesakes import told_apart
from flows.extract.entities.clusters.of_names import Cluster, Join, cluster_names
from flows.extract.entities.clusters.places import locate
from flows.extract.entities.names import Name
from flows.extract.entities.spans.in_text import find_names
from flows.extract.entities.types.named_after import named_after
from flows.extract.sentence_index import sentence_indexer
from flows.ids import make_id
from flows.nlp.gazetteer import Place, country
from flows.nlp.known_names import known_name
from flows.records import ArticleEntity, EntityMention, Findings
from flows.text import fold


def extract_entities(doc: Doc, findings: Findings) -> Findings:
    """Find the article's names and the entities that they name."""
    article = findings.article
    names = named_after(article.text, find_names(doc, article.text))
    for rule in (works, clubs, players, told_apart):
        names = rule(article.text, names)
    clusters = cluster_names(article.text, names)
    places = locate(article.text, clusters, article.country_code)
    sentence_index = sentence_indexer(doc)
    entities: dict[str, ArticleEntity] = {}
    mentions: list[EntityMention] = []
    for cluster, place in zip(clusters, places, strict=True):
        entity = _entity(article.article_id, cluster, None if cluster.is_named_after else place)
        key = entity.article_entity_id
        entities[key] = _joined(entities.get(key, entity), cluster.names)
        mentions += [_mention(entities[key], cluster, name, sentence_index(name.char_start)) for name in cluster.names]
    return dataclasses.replace(
        findings,
        entities=tuple(entities.values()),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.char_start)),
    )


def with_country(findings: Findings, code: str) -> tuple[Findings, str]:
    """The findings with an entity for the country of an ISO code, and its ``article_entity_id``.

    "el presidente ruso" points at Rusia also in an article that never names it; the entity then has no mention form.
    """
    entity = _place_entity(findings.article.article_id, country(code))
    if any(known.article_entity_id == entity.article_entity_id for known in findings.entities):
        return findings, entity.article_entity_id
    return dataclasses.replace(findings, entities=(*findings.entities, entity)), entity.article_entity_id


def _entity(article_id: str, cluster: Cluster, place: Place | None) -> ArticleEntity:
    known = cluster.own or (None if cluster.is_named_after else known_name(cluster.name))
    is_region = known is not None and known.entity_type == "LOC"  # Europa is the continent, not a town in Greece
    if place is not None and cluster.own is None and not is_region:
        return dataclasses.replace(_place_entity(article_id, place), name=_usual_name(cluster.name, place))
    knowledge_id = known.knowledge_id if known else None
    return ArticleEntity(
        article_entity_id=make_id("x", article_id, knowledge_id or cluster.names[0].char_start),
        article_id=article_id,
        name=known.name if known else cluster.name,
        entity_type=known.entity_type if known else cluster.entity_type,
        knowledge_id=knowledge_id,
        country_code=known.country_code if known else None,
        wikidata_id=known.wikidata_id if known else None,
    )


def _usual_name(form: str, place: Place) -> str:
    """A country's usual name; of other places the article's, for gazetteers know regions by English names too."""
    return place.name if place.kind == "country" or form.isupper() else form


def _joined(entity: ArticleEntity, names: tuple[Name, ...]) -> ArticleEntity:
    forms = {*entity.mention_forms, *(name.text for name in names)}
    return dataclasses.replace(entity, mention_forms=tuple(sorted(forms)))


def _place_entity(article_id: str, place: Place) -> ArticleEntity:
    return ArticleEntity(
        article_entity_id=make_id("x", article_id, place.place_id),
        article_id=article_id,
        name=place.name,
        entity_type="LOC",
        knowledge_id=place.place_id,
        country_code=place.country_code,
        is_country=place.kind == "country",
        wikidata_id=place.wikidata_id,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _mention(entity: ArticleEntity, cluster: Cluster, name: Name, sentence_index: int) -> EntityMention:
    join = _join(entity, cluster, name)
    return EntityMention(
        mention_id=make_id("m", entity.article_id, name.char_start, name.char_end),
        article_id=entity.article_id,
        char_start=name.char_start,
        char_end=name.char_end,
        text=name.text,
        sentence_index=sentence_index,
        mention_type=name.mention_type,
        entity_id=entity.article_entity_id,
        confidence=name.confidence,
        full_form=join.full_form if join else None,
        form_rule=join.rule if join else None,
    )


def _join(entity: ArticleEntity, cluster: Cluster, name: Name) -> Join | None:
    """Why a name stands for its entity; None where it is written like the entity's name but for case and accents."""
    join = cluster.joins.get(name.text)
    if join is None and entity.knowledge_id and fold(name.text) != fold(entity.name):
        return Join(entity.name, "own_list" if cluster.own else "knowledge")
    return join
