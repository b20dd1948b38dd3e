"""Whether an event happened, is planned, is only possible, or is denied."""

from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import participle, word_list
from flows.extract.events.people import is_person
from flows.extract.events.syntax import (
    auxiliaries,
    has_morph,
    is_finite,
    is_verb,
    lemma_of,
    preposition,
)

NEGATIONS = frozenset({"no", "nunca", "jamás", "tampoco", "ni"})
MODALS = frozenset({"poder", "deber", "querer"})

CONJECTURES = frozenset({"probablemente", "posiblemente", "presumiblemente", "seguramente", "quizá", "quizás", "acaso"})
"""Adverbs of what is only supposed: "probablemente apoyará la reforma"."""

AFTERWARDS = frozenset({"tras", "desde"})
"""Prepositions before what has happened: "tras su renuncia"."""
COMPLEMENTS = frozenset({"obj", "ccomp", "xcomp", "nmod", "acl", "csubj", "iobj", "obl", "advcl", "conj", "amod"})
REACH = 6
"""How many governors up a trigger's status is read from."""


CAUSES = frozenset({"por", "tras"})
"""Prepositions before what was done first: "multar al jugador por sentarse"."""


def find_status(token: Token) -> str | None:
    """Say whether what a trigger tells happened: occurred, planned, hypothetical or denied.

    Read from the trigger outwards: its own mood, modals and negation, then those of what governs it. None where
    nothing says it: a noun under no telling verb.
    """
    word = token
    for _ in range(REACH):
        found = _of_question(word) or (_of_verb(word) if is_verb(word) or _is_predicate(word) else _of_noun(word))
        if found is not None:
            return found
        above = word.head
        if above.i == word.i:
            return None
        found = _under(word, above)
        if found is not None:
            return found
        if not _passes_up(word, above):
            return "occurred" if word.i == token.i and _is_told_of(word, above) else None
        word = above
    return None


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "no firmó", "nunca ha firmado", "sin firmar"."""
    if any(child.lower_ in NEGATIONS and verb.i - child.i <= 5 and not _is_only(child) for child in verb.lefts):
        return True
    return has_morph(verb, "VerbForm=Inf") and any(child.lower_ == "sin" for child in verb.lefts)


def brings_about(verb: Token) -> bool:
    """Whether what hangs on a verb is told to have come about by it.

    "Obligó a Mora a renunciar", "se vio obligado a renunciar"; not "la ley obliga a informar", "estaba obligado".
    """
    is_made = lemma_of(verb) not in _lists()["brought_about"]
    if is_made and (lemma_of(verb) not in _brought_about_participles() or lemma_of(verb.head) != "ver"):
        return False
    words = (verb.head, *auxiliaries(verb.head)) if is_made else (verb, *auxiliaries(verb))
    if any(lemma_of(word) == "estar" for word in words):
        return False
    is_past = any(has_morph(word, "Tense=Past") and has_morph(word, "VerbForm=Fin") for word in words)
    return is_past or any(lemma_of(word) == "haber" and has_morph(word, "Mood=Ind") for word in words)


def _is_only(negation: Token) -> bool:
    """Whether a "no" negates only "solo": "no solo ha firmado"."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in ("solo", "sólo", "solamente", "únicamente")


def _of_verb(verb: Token) -> str | None:
    """What a verb's own form says; None for one that leaves it to what governs it."""
    helpers = auxiliaries(verb)
    words = (verb, *helpers)
    lemmas = {lemma_of(helper) for helper in helpers}
    if any(child.lower_ in CONJECTURES for child in (*verb.lefts, *(each for aux in helpers for each in aux.lefts))):
        return "hypothetical"
    if is_negated(verb):
        return "denied"
    if any(child.dep_ == "mark" and child.lower_ == "si" for child in verb.lefts):
        return "hypothetical"
    if lemmas & MODALS:
        return "hypothetical"
    if any(has_morph(word, "Mood=Cnd") for word in words):
        return _of_conditional(verb, lemmas)
    if any(has_morph(word, "Tense=Fut") for word in words) or ("ir" in lemmas and has_morph(verb, "VerbForm=Inf")):
        return "planned"
    if is_finite(verb) and not any(has_morph(word, "Mood=Sub") for word in words):
        return "occurred"
    return None


def _is_told_of(word: Token, above: Token) -> bool:
    """Whether a clause tells more of what has happened: "tras su renuncia", "la renuncia dejó un vacío"."""
    if is_verb(word):
        return False
    if preposition(word) in AFTERWARDS:
        return True
    is_subject = word.dep_ == "nsubj" and is_verb(above) and not is_negated(above)
    return is_subject and has_morph(above, "Tense=Past") and has_morph(above, "Mood=Ind")


def _of_conditional(verb: Token, auxiliary_lemmas: set[str]) -> str:
    """What a conditional tells: hearsay ("habría enviado"), a plan ("dijo que viajaría"), or what may be.

    Hearsay is told as having happened where the sentence says who says so: "según la policía, habría huido".
    """
    is_told = verb.dep_ == "ccomp" and any(has_morph(verb.head, f"Tense={tense}") for tense in ("Past", "Imp"))
    if "haber" in auxiliary_lemmas:
        is_vouched_for = is_told or any(word.lower_ in _lists()["sources"] for word in verb.sent)
        return "occurred" if is_vouched_for else "hypothetical"
    has_condition = any(word.lower_ == "si" and word.dep_ == "mark" for word in verb.subtree)
    return "planned" if is_told and not has_condition else "hypothetical"


def _is_predicate(noun: Token) -> bool:
    """Whether a noun is what somebody is said to be: "sería una crítica"."""
    return any(helper.dep_ == "cop" for helper in auxiliaries(noun))


def _of_question(word: Token) -> str | None:
    """Hypothetical for what a question asks the truth of: "¿se reunirá con Petro?"; not "¿por qué se reunió?"."""
    if not is_verb(word) or word.head.i != word.i:
        return None
    opening = next((token for token in word.lefts if token.text == "¿"), None)
    if opening is None:
        return None
    asked = word.doc[opening.i + 1 : word.i]
    return None if any(token.lower_ in _lists()["questions"] for token in asked) else "hypothetical"


def _of_noun(token: Token) -> str | None:
    """What stands with a noun: "posible visita", "próxima cumbre", "en caso de ataque"."""
    for child in token.children:
        if child.dep_ in ("amod", "det", "nummod") or (child.dep_ == "acl" and child.pos_ != "VERB"):
            found = _lists()["modifiers"].get(lemma_of(child)) or _lists()["modifiers"].get(child.lower_)
            if found is not None:
                return found
        if child.dep_ == "case" and "caso" in {child.lower_, *(part.lower_ for part in child.children)}:
            return "hypothetical"
    return None


def _under(word: Token, above: Token) -> str | None:
    """What a governor says of what hangs on it."""
    lemma = lemma_of(above)
    if word.dep_ in COMPLEMENTS and word.dep_ not in ("obl", "conj", "advcl"):
        found = _lists()["governors"].get(lemma)
        is_there = (is_verb(word) and is_finite(word)) or lemma_of(word) in _lists()["given"]
        if found is not None and not (found == "planned" and is_there) and not brings_about(above):
            return found
    if word.dep_ == "advcl" and has_morph(word, "VerbForm=Inf") and _introducer(word) in CAUSES:
        return "occurred"
    if lemma in _lists()["trying"] and has_morph(word, "VerbForm=Inf"):
        return "hypothetical"
    if lemma == "tener" and has_morph(word, "VerbForm=Inf"):  # "tiene previsto viajar", "tenía pensado firmar"
        return next((status for each in above.rights if (status := _lists()["modifiers"].get(each.lower_))), None)
    if lemma == "caso" and word.dep_ == "nmod" and preposition(above) == "en" and above.lower_ == "caso":
        return None if any(child.dep_ == "det" for child in above.lefts) else "hypothetical"
    if lemma == "decir" and word.dep_ == "ccomp" and has_morph(word, "Mood=Sub") and not is_negated(above):
        return "hypothetical"  # "le dijo que se reuniera con Mora"
    if word.dep_ in ("advcl", "acl") and has_morph(word, "VerbForm=Inf") and _introducer(word) == "para":
        return _of_purpose(above)
    return None


def _of_purpose(above: Token) -> str:
    """What is said of what something is done for: asked for ("el llamado para votar"), done in it, or to be done.

    What is done for it in the past is told as done: "se reunieron para exigir su renuncia".
    """
    governors = _lists()["governors"]
    objects = [child for child in above.rights if child.dep_ == "obj"]
    found = next((status for each in (above, *objects) if (status := governors.get(lemma_of(each)))), None)
    if found is not None:
        return found
    is_done = is_verb(above) and not is_negated(above) and is_finite(above) and has_morph(above, "Mood=Ind")
    return "occurred" if is_done and has_morph(above, "Tense=Past") else "planned"


def _passes_up(word: Token, above: Token) -> bool:
    """Whether a governor's own mood and negation are those of what hangs on it."""
    if is_verb(word):
        return word.dep_ in ("xcomp", "ccomp", "conj", "aux", "acl", "csubj", "advcl") and not is_finite(word)
    if is_person(above) and not is_verb(word):
        return False  # "los sospechosos del atentado": it happened, whatever is done to them
    if is_verb(above) and _introducer(word) == "como":
        return lemma_of(above) in _lists()["seeming"]
    if is_verb(above):
        return word.dep_ in ("obj", "nsubj", "nsubj:pass", "xcomp", "csubj") and lemma_of(above) in carriers()
    return word.dep_ in ("nmod", "conj", "appos", "obj") and preposition(word) in (None, "de", "para", "en")


def _introducer(verb: Token) -> str | None:
    return next((child.lower_ for child in verb.lefts if child.dep_ in ("mark", "case")), None)


@cache
def _lists() -> dict[str, dict[str, str]]:
    data = word_list("status")
    return {
        kind: {lemma: status for status, lists in data.items() for lemma in lists.get(kind, [])}
        for kind in ("governors", "modifiers", "questions", "seeming", "trying", "given", "sources", "brought_about")
    }


@cache
def _brought_about_participles() -> frozenset[str]:
    return frozenset(map(participle, _lists()["brought_about"]))


@cache
def carriers() -> frozenset[str]:
    """Verbs, and their participles, that only carry their noun: what is said of them is said of it."""
    words = word_list("referents")
    verbs = [*words["support_verbs"], *words["reversed_verbs"], *words["happening_verbs"]]
    return frozenset([*verbs, *map(participle, verbs)])
