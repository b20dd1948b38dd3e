"""What two invented articles say, set down by hand: the explorer's tests do not hang on how well news is read."""

import datetime as dt

from flows.records import (
    Article,
    ArticleEntity,
    EntityMention,
    EventMention,
    EventParticipant,
    Findings,
    Quantity,
    Quote,
)

WITHHELD = (
    "La ministra Ana Ríos visitó Lima. «No habrá <más> peajes», dijo Ríos. "
    "Esta frase del todo reservada carece de marcas, 40 soles aparte."
)
FREE = (
    "Ríos se reunió en Santiago con su par chileno. 😀 «Fue útil», afirmó Ana Ríos. "
    "La obra costó más de 3.000 millones de soles y durará."
)


def tell() -> list[Findings]:
    """Two articles, of which the second is free: one person, two places, two quotes, two events, two amounts."""
    return [
        _told(1, WITHHELD, ("Lima", "PE", -12.05, -77.04), ("No habrá <más> peajes", "dijo", "Ríos."), "visitó"),
        _told(2, FREE, ("Santiago", "CL", -33.46, -70.65), ("Fue útil", "afirmó", "Ana Ríos."), "reunió"),
    ]


def _told(
    number: int, text: str, place: tuple[str, str, float, float], quote: tuple[str, str, str], event: str
) -> Findings:
    article_id = f"a_{number:016x}"
    free = {"republish_text": True, "url": f"https://faro.example/{number}", "title": "Reunión en Santiago"}
    bound = {"url": "javascript:alert(1)", "title": "Peajes & <em>puentes</em>"}
    name, country, latitude, longitude = place
    words, cue, speaker = quote
    person_id, place_id = f"p{number}", f"l{number}"

    def span(found: str) -> dict[str, object]:
        start = text.index(found)
        facts = {"char_start": start, "char_end": start + len(found), "text": found, "article_id": article_id}
        return facts | {"sentence_index": text[:start].count(". "), "confidence": 1.0}

    def mention(found: str, kind: str, entity_id: str) -> EntityMention:
        facts: dict[str, object] = span(found)
        mention_id = f"m_{number:08x}{facts['char_start']:08x}"
        return EntityMention(mention_id=mention_id, mention_type=kind, entity_id=entity_id, **facts)  # type: ignore[arg-type]

    entities = [
        ArticleEntity(
            article_entity_id=person_id,
            article_id=article_id,
            name="Ana Ríos",
            entity_type="PER",
            mention_forms=("Ana Ríos",),
            knowledge_id="rios",
        ),
        ArticleEntity(
            article_entity_id=place_id,
            article_id=article_id,
            name=name,
            entity_type="LOC",
            mention_forms=(name,),
            knowledge_id=name,
            country_code=country,
            latitude=latitude,
            longitude=longitude,
        ),
    ]
    start = text.index(speaker)
    said = Quote(
        quote_id=f"q_{number:016x}",
        quote_type="direct",
        cue=cue,
        cue_lemma=cue,
        stance="neutral",
        speaker_text=speaker.rstrip("."),
        speaker_char_start=start,
        speaker_char_end=start + len(speaker) - 1,
        speaker_entity_id=person_id,
        speaker_affiliation_entity_id=None,
        inner_speaker_text=None,
        inner_speaker_char_start=None,
        inner_speaker_char_end=None,
        inner_speaker_entity_id=None,
        said_on=None,
        **span(words),  # type: ignore[arg-type]
    )
    happened = EventMention(
        event_mention_id=f"w_{number:016x}",
        event_type="CONSULT",
        event_mode="visit" if number == 1 else None,
        status="occurred" if number == 1 else "planned",
        source_entity_id=None,
        quote_id=None,
        date_value=None,
        starts_on=None,
        ends_on=None,
        place_entity_id=place_id,
        lemma=event,
        family=event,
        **span(event),  # type: ignore[arg-type]
    )
    words, value = ("40 soles", 40.0) if number == 1 else ("3.000 millones de soles", 3e9)
    facts = {name: fact for name, fact in span(words).items() if name != "confidence"}
    amount = Quantity(
        quantity_id=f"n_{number:016x}",
        value=value,
        value_max=None,
        unit="PEN",
        approximation=None if number == 1 else "more_than",
        **facts,  # type: ignore[arg-type]
    )
    return Findings(
        article=Article(
            article_id=article_id,
            source_path=f"faro/{number}.txt",
            text=text,
            published_on=dt.date(2024, 5, 3) if number == 1 else None,
            **(bound if number == 1 else free),
        ),
        sentence_count=3,
        layout=(),
        entities=tuple(entities),
        mentions=(mention("Ana Ríos", "PER", person_id), mention(name, "LOC", place_id)),
        quotes=(said,),
        quantities=(amount,),
        event_mentions=(happened,),
        event_participants=(
            EventParticipant(
                event_mention_id=happened.event_mention_id,
                role="actor",
                entity_id=person_id,
                text="Ana Ríos",
                confidence=0.75 if number == 1 else 0.6,
            ),
        ),
    )
