"""Whose an event is that "su", "mi" or "nuestro" stands with: "su visita"."""

from collections.abc import Callable

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.clitics import people_before, whom_clitic_means
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.people import clause_of_somebody
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.personal_objects import personal_object
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.of_verbs import Subjects
from flows.extract.events.subjects.stated import stated_subject
from flows.extract.events.syntax import grammatical_number, is_finite, is_verb, lemma_of, preposition

AGAINST_WITHIN = 10
"""How many words after a noun its "en su contra" may stand: "una denuncia por fraude presentada en su contra"."""


def possessor(
    noun: Token,
    referents: Referents,
    subjects: Subjects,
    trigger_of: Callable[[Token], Entry | None],
    *,
    is_personal: bool,
) -> list[Referent]:
    """Whose "su visita" is.

    Args:
        noun: the noun that "su" stands with.
        referents: what the article's phrases stand for.
        subjects: the subjects of its verbs.
        trigger_of: the reading of a word that is itself a trigger, such as the verb that praises it.
        is_personal: whether only a person can have it: "el Senado aceptó su renuncia" is not the Senate's.
    """
    for child in noun.lefts:
        form = child.lower_
        if form in ("su", "sus", "suyo", "suya"):
            return [
                Referent(each.entity_id, form, is_direct=False)
                for each in _owner(noun, referents, subjects, trigger_of, is_personal)
            ]
        if form in ("mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras"):
            return referents.speech.speaker(noun)
    return []


def against_whom(predicate: Predicate) -> list[Referent]:
    """Against whom "en su contra" after a word says it is: "negó las denuncias en su contra".

    Of who brings it himself, not him but whom the text was about: "Paz presentó una denuncia en su contra".
    """
    noun, referents = predicate.token, predicate.referents
    carrier = None if predicate.is_verb else predicate.light_verb
    end = min(noun.sent.end, noun.i + AGAINST_WITHIN)
    against = next((word for word in noun.doc[noun.i + 1 : end] if _is_against_them(word)), None)
    if against is None or any(is_verb(word) and is_finite(word) for word in noun.doc[noun.i + 1 : against.i]):
        return []
    owners = possessor(against, referents, predicate.subjects, predicate.trigger_of, is_personal=False)
    verb = carrier[0] if carrier is not None and not carrier[1] else None
    if predicate.is_verb and not predicate.is_passive:
        verb = noun
    doers = {each.entity_id for each in predicate.subjects.of(verb, set())} if verb is not None else set()
    found = [each for each in owners if each.entity_id not in doers]
    if found or not doers or verb is None:
        return found
    return [each for each in people_before(verb, referents) if each.entity_id not in doers][:1]


def _is_against_them(word: Token) -> bool:
    before = [each.lower_ for each in word.doc[max(0, word.i - 2) : word.i]]
    return word.lower_ == "contra" and before in (["en", "su"], ["en", "mi"], ["en", "nuestra"])


def _owner(
    noun: Token,
    referents: Referents,
    subjects: Subjects,
    trigger_of: Callable[[Token], Entry | None],
    is_personal: bool,
) -> list[Referent]:
    """Who has what "su" stands with: whom it is praised, blamed or asked of; else the subject of its clause.

    A resignation and what is done to somebody are a person's: "el Senado aceptó su renuncia" is not the Senate's.
    """
    verb = clause_of_somebody(noun)
    reading = trigger_of(verb) if verb is not None else None
    is_guest = reading is not None and reading.family == "reception"  # "recibió a Mora en su visita"
    if verb is not None and reading is not None and (is_guest or preposition(noun) in (None, "por")):
        judged = personal_object(verb, referents)
        if judged:
            return judged
    found = subjects.of(verb, set()) if verb is not None else []
    if verb is not None and grammatical_number(verb) == "Plur" and stated_subject(verb, referents, set()) is None:
        found = whom_clitic_means(verb, referents, subjects, is_dative=False) or found  # "lo citaron por su carta"
    if verb is not None and lemma_of(verb) == "acompañar":
        found = [*personal_object(verb, referents), *found]  # "acompañó a la ministra en su visita"
    own = stated_subject(verb, referents, set()) if verb is not None and not found else None
    if own is not None and referents.is_unnamed(own):
        return []  # "los organizadores mintieron sobre su marcha"
    if not found and (verb is None or is_finite(verb)):
        found = referents.dropped.last(noun.i, None)
    if not is_personal:
        return found
    people = [each for each in found if referents.names.entity(each.entity_id).entity_type == "PER"]
    return people or referents.names.last_named(noun.i, ("PER",))
