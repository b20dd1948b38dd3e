"""Whether "se" or "hay" leaves out who does what a verb says: "se exigen medidas", "se imputó a Mora"."""

from spacy.tokens import Token

from flows.extract.events.syntax import (
    RELATIVES,
    arguments,
    grammatical_number,
    grammatical_person,
    lemma_of,
    reflexive,
)


def is_impersonal(verb: Token) -> bool:
    """Whether nobody is said to do it: "se exigen medidas", "se ha pedido que", "hay un plazo para pedir"."""
    if lemma_of(verb) == "haber" and verb.dep_ != "aux":
        return True
    particle = reflexive(verb)
    if particle is None or particle.lower_ not in ("se", verb.lower_) or grammatical_person(verb) not in ("3", None):
        return False
    if any(child.lower_ in ("le", "les", "me", "nos") for child in verb.lefts if child.i > particle.i):
        return True  # "se le acusa de"
    return any(slot == "obj" and phrase.pos_ == "NOUN" for slot, phrase in arguments(verb)) or any(
        child.dep_ in ("ccomp", "csubj") for child in verb.rights
    )


def is_unsaid(verb: Token) -> bool:
    """Whether "se" leaves out who does something to somebody: "se imputó a Mora", "se convocó a los delegados"."""
    particle = reflexive(verb)
    if particle is None or particle.lower_ != "se" or grammatical_number(verb) != "Sing":
        return False
    slots = {slot for slot, phrase in arguments(verb) if phrase.lower_ not in RELATIVES}
    return "a" in slots and "subj" not in slots
