"""What is no event of its own: what is only asked for, and one of two words for the same deed."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_person
from flows.extract.events.status import brings_about
from flows.extract.events.syntax import ancestors, has_morph, is_verb, lemma_of, preposition
from flows.extract.events.told import Told, has_parties, names_anybody

ASKING = frozenset({"REQUEST", "AGREE", "THREATEN"})
"""Types whose object is no event of its own: what is asked for, promised or threatened."""

ENDING = frozenset({"SANCTION", "COERCE", "ease"})
"""Types and families whose verbs cut, bar or lift their object: "levantó el toque de queda"."""

BODILY = frozenset({"ASSAULT", "COERCE"})
"""Types whose participles tell what has become of somebody: "heridos", "detenidos"."""

SPECIFIED_WITHIN = 3
"""How many words after a noun what only says which deed it tells may stand."""

PURPOSE_WITHIN = 8
"""How many words after a protest may stand as what it was done."""

REASONS = frozenset({"por", "tras", "ante"})
"""Prepositions of why something is asked for."""


def without_asked_or_doubled(told: Iterator[Told]) -> Iterator[Told]:
    """Leave out what is only asked for, promised or threatened, and one of two words for the same deed."""
    events = list(told)
    asking = {event.token.i for event in events if event.entry.event_type in ASKING and has_parties(event)}
    by_word = {event.token.i: event for event in events}
    doubled = {number for event in events for number in _doubled(event, by_word)}
    for event in events:
        if event.token.i not in doubled and not _is_asked(event.token, asking) and not _is_empty_denial(event):
            yield event


def _doubled(event: Told, by_word: dict[int, Told]) -> Iterator[int]:
    """Which of two words for one deed to leave out: of "dio su apoyo" the verb, of "envió ayuda" the noun."""
    yield from _said_by_two_words(event, by_word)
    if event.entry.part_of_speech != "noun":
        return
    verb = by_word.get(event.token.head.i)
    if verb is None or verb.entry.part_of_speech != "verb":
        return
    if event.token.dep_ == "obl" and verb.entry.mode == event.entry.mode == "arrest" and names_anybody(verb):
        yield event.token.i  # "ingresó en prisión"
    if event.token.dep_ not in ("obj", "nsubj"):
        return
    if verb.entry.event_type in ASKING:
        return  # "ofreció ayuda": the help is only offered
    if ENDING.intersection((verb.entry.event_type, verb.entry.family)) and _is_ended(event, verb):
        yield event.token.i
    is_praised = verb.entry.family == "praise"  # "celebró el acuerdo"
    same = verb.entry.event_type == event.entry.event_type
    is_carrying = lemma_of(verb.token) in word_list("referents")["support_verbs"]
    if (is_carrying or (same and _is_read_by(verb, event))) and not is_praised:
        is_emptier = has_parties(event) and not has_parties(verb)  # "la cumbre de Perú y Chile se celebró"
        yield event.token.i if same and not is_emptier else verb.token.i


def _said_by_two_words(event: Told, by_word: dict[int, Told]) -> Iterator[int]:
    """Which to leave out of a word and the one that it hangs on, whatever their parts of speech."""
    above = event.token.head
    if _only_specifies(event, by_word) or _only_says_why(event, by_word):
        yield event.token.i
    if _is_read_by_participle(event, by_word):  # "resultaron heridos"; "la policía tenía retenido a Mora"
        yield above.i if _names_as_many(event, by_word[above.i]) else event.token.i
    if event.token.dep_ in ("xcomp", "ccomp") and above.i in by_word and has_parties(event) and brings_about(above):
        yield above.i  # "obligó a Mora a renunciar": one deed, which is told as done


def _is_read_by(verb: Told, noun: Told) -> bool:
    """Whether a verb is an event by this noun: "prorrogó las sanciones", not "recibió asilo", which "asilo" tells."""
    words = {word for name, words in verb.entry.conditions if name in ("object", "by") for word in words}
    return lemma_of(noun.token) in words and "subj" in verb.entry.frame.actor


def _is_ended(noun: Told, verb: Told) -> bool:
    """Whether there is no more of what a noun tells: "suspendió la ayuda"; a meeting called off was planned."""
    return noun.entry.event_type != "CONSULT" and _is_read_by(verb, noun)


def _only_specifies(event: Told, by_word: dict[int, Told]) -> bool:
    """Whether a word only says which deed a noun before it tells: "el embargo impuesto", "una orden de captura"."""
    word = event.token
    noun = by_word.get(word.head.i)
    if noun is None or noun.entry.part_of_speech != "noun" or noun.entry.event_type != event.entry.event_type:
        return False
    return word.dep_ in ("amod", "acl", "nmod") and 0 < word.i - noun.token.i <= SPECIFIED_WITHIN and has_parties(noun)


def _is_read_by_participle(event: Told, by_word: dict[int, Told]) -> bool:
    """Whether a verb only says that somebody is what a participle after it tells: "se encuentran detenidos"."""
    word = event.token
    verb = by_word.get(word.head.i)
    if word.pos_ not in ("ADJ", "VERB") or event.entry.event_type not in BODILY:
        return False
    if verb is None or verb.entry.part_of_speech != "verb" or not 0 < word.i - verb.token.i <= SPECIFIED_WITHIN:
        return False
    read_by = {form for name, forms in verb.entry.conditions if name == "followed_by" for form in forms}
    is_same = event.entry.event_type == verb.entry.event_type
    return is_same and word.lower_ in read_by and verb.entry.family != "kill"  # not "murió baleado"


def _names_as_many(event: Told, other: Told) -> bool:
    """Whether an event has at least as many actors and recipients as another."""
    mine, its = event.participants, other.participants
    return len(mine.actors) >= len(its.actors) and len(mine.recipients) >= len(its.recipients)


def _only_says_why(event: Told, by_word: dict[int, Told]) -> bool:
    """Whether a bare "protesta" only says as what a protest was done: "hicieron un paro como protesta"."""
    word = event.token
    if event.entry.event_type != "PROTEST":
        return False
    is_bare = {child.lower_ for child in word.lefts} in ({"en"}, {"como"})
    before = [each for each in (word.head, *word.head.children) if 0 < word.i - each.i <= PURPOSE_WITHIN]
    told = [by_word[each.i].entry.event_type for each in before if each.i in by_word]
    return is_bare and "PROTEST" in told


def _is_empty_denial(event: Told) -> bool:
    """Whether a rejection is itself negated: "no descartó cooperar" rejects nothing."""
    return event.entry.event_type == "REJECT" and event.status == "denied"


def _is_asked(token: Token, asking: set[int]) -> bool:
    """Whether a word is what a verb asks for: "pidió una reunión".

    Not its reason ("justicia por la muerte de"), nor what was done before ("pidió investigar la muerte de").
    """
    word = token
    for above in ancestors(token):
        if preposition(word) in REASONS or _is_dealt_with(word, above):
            return False
        if above.i in asking or _asks(above, word):
            is_purpose = word.dep_ == "advcl" and has_morph(word, "Mood=Sub")  # "lo presionó para que investigara"
            return not brings_about(above) and (is_purpose or word.dep_ in ("obj", "ccomp", "xcomp", "acl", "nmod"))
        if word.dep_ not in ("conj", "xcomp", "ccomp", "nmod", "obj"):
            return False
        word = above
    return False


def _asks(above: Token, word: Token) -> bool:
    """Whether a word asks for a noun, though nobody is told to ask: "solicitar la deportación", "llamó al boicot"."""
    if is_verb(word) or lemma_of(word) in word_list("referents")["apologies"]:
        return False
    asking: dict[str, str | None] = word_list("referents")["asking_words"]
    return lemma_of(above) in asking and asking[lemma_of(above)] == preposition(word)


def _is_dealt_with(word: Token, above: Token) -> bool:
    """Whether something was done before it is dealt with: "investigar el secuestro", "los autores del secuestro"."""
    if is_verb(word):
        return False
    return is_person(above) if not is_verb(above) else lemma_of(above) in word_list("referents")["dealing_verbs"]
