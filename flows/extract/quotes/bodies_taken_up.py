"""The body that a later phrase takes up: "*el ministerio*", "*la entidad*"."""

from flows.extract.quotes.names_in_article import NamesInArticle
from flows.extract.quotes.running_speaker import RunningSpeaker
from flows.extract.quotes.speaker_nouns import SpeakerNoun, generic_bodies
from flows.text import fold

SHORT_PHRASE = 2
"""Words of a phrase that only takes up a body."""


def body_taken_up(
    noun: SpeakerNoun, start: int, end: int, names: NamesInArticle, running: RunningSpeaker, subject: str | None
) -> str | None:
    """Find the body that a phrase stands for: of that name, who spoke last, or the only one.

    ``subject`` is whom the sentence itself is about, who is not so taken up in it: "El Lugo gana, dice el club.".
    """
    if len(names.text[start:end].split()) > SHORT_PHRASE:
        return None
    named = names.bodies_before(start)
    so_called = [body for body in named if fold(names.name_of(body)).split()[:1] == [fold(noun.lemma)]]
    likeliest = running.entity_id
    if likeliest == subject and running.last_speaker in named:
        likeliest = running.last_speaker
    if likeliest in so_called or len(so_called) == 1:
        return likeliest if likeliest in so_called else so_called[0]
    if so_called or noun.lemma not in generic_bodies():
        return None
    return likeliest if likeliest in named else named[0] if len(named) == 1 else None
