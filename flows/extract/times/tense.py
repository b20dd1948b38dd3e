"""In which direction a clause looks: what the tense of its verb says of the time of a phrase in it."""

import re

from spacy.tokens import Doc, Token

PAST_TENSES = frozenset({"Past", "Imp"})
MAX_STEPS = 8
POSTPONED = re.compile(r"aplaz|pospu|pospon|posterg|prorrog|prolong|extend|exti[eé]nd|retras|difiri|diferid")
"""Verbs by which what is told "hasta el viernes" is to come, though they are in the past."""
FUTURE_VERBS = frozenset(
    {"ir", "prever", "planear", "planificar", "programar", "esperar", "deber", "pretender", "querer", "convocar"}
)
"""Before an infinitive or in a participle ("previsto para el martes") they tell of what is to come."""
FUTURE_PARTICIPLES = frozenset({"previsto", "programado", "convocado", "agendado", "pautado"})
"""Participles that are read as adjectives: "está prevista", "tiene previsto"."""
ANNOUNCING_VERBS = frozenset(
    {"anunciar", "convocar", "decretar", "declarar", "disponer", "ordenar", "prohibir", "autorizar", "suspender"}
)
"""Whose past tells of what begins "a partir del martes", which is to come."""
HAVE = frozenset({"he", "ha", "hemos", "han"})
SCHEDULED_VERBS = frozenset(
    {"vencer", "expirar", "empezar", "comenzar", "arrancar", "iniciar", "terminar", "concluir", "finalizar", "jugar"}
    | {"disputar", "celebrar", "votar", "entrar", "inaugurar", "estrenar", "debutar", "haber"}
)
"""Whose present with a day tells of an appointment."""


def clause_direction(doc: Doc, char_start: int, char_end: int, *, is_day: bool = False) -> int:
    """Say whether the clause of a span tells of the past (-1), of the future (1), or leaves it open (0).

    "se reunió el martes" is -1, "se reunirá el martes" 1, "la reunión del martes" 0.
    """
    span = doc.char_span(char_start, char_end, alignment_mode="expand")
    if span is None or not len(span):
        return 0
    verb = _governing_verb(span.root)
    before = doc[max(span.start - 2, 0) : span.start].text.lower()  # "para el martes", "hasta el viernes"
    if re.search(r"\bpara\b", before):
        return 1
    if verb is None:
        return 0
    is_end = re.search(r"\bhasta\b", before) is not None
    if is_end and POSTPONED.match(verb.lower_):
        return 1
    if is_end and any(child.lower_ in HAVE for child in verb.children):
        return 0  # "han firmado contratos hasta el viernes"
    if is_day and re.search(r"\bpartir (?:del?|de la)\Z", before) and _is_announcement(verb, span.root):
        return 1
    is_scheduled = is_day and _is_scheduled(verb)
    if is_day and not is_scheduled and re.search(r"\bdesde(?: el| la)?\Z", before) and _goes_on(verb):
        return -1
    return 1 if is_scheduled else _direction(verb)


def _is_announcement(verb: Token, day: Token) -> bool:
    """Say whether what begins that day was only said: "convocó a un paro a partir del martes", "ordenó cerrar"."""
    is_past = bool(PAST_TENSES & set(verb.morph.get("Tense", [])))
    return is_past and (verb.lemma_ in ANNOUNCING_VERBS or day.head.pos_ == "NOUN")


def _goes_on(verb: Token) -> bool:
    """Say whether a verb tells of what goes on since a day: "bloquean la vía desde el lunes", "están pintando"."""
    is_present = verb.morph.get("Tense", []) == ["Pres"] and verb.morph.get("Mood", []) == ["Ind"]
    return is_present or "Ger" in verb.morph.get("VerbForm", [])


def _is_scheduled(verb: Token) -> bool:
    """Say whether a verb in the present tells of an appointment: "el plazo vence el martes", "hay elecciones"."""
    morph = verb.morph
    is_present = morph.get("Tense", []) == ["Pres"] and morph.get("Mood", []) == ["Ind"]
    return is_present and (
        verb.lemma_ in SCHEDULED_VERBS or any(child.lemma_ in FUTURE_PARTICIPLES for child in verb.children)
    )


def _governing_verb(token: Token) -> Token | None:
    for _ in range(MAX_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        token = head
        if token.pos_ in {"VERB", "AUX"} or token.morph.get("VerbForm", []) or _is_predicate(token):
            return token
    return None


def _is_predicate(token: Token) -> bool:
    """Say whether a noun or adjective has a verb to be: "el 20 será la boda", "iba a ser la boda"."""
    return any(
        (child.dep_ == "cop" and child.morph.get("Tense", [])) or (child.dep_ == "aux" and child.lemma_ == "ir")
        for child in token.children
    )


def _direction(verb: Token) -> int:
    helpers = [child for child in verb.children if child.pos_ == "AUX" or child.dep_ in {"aux", "cop"}]
    for token in (*helpers, verb):
        tense = token.morph.get("Tense", [])
        if "Fut" in tense:
            return 1
        is_bound_for = verb.morph.get("VerbForm", []) == ["Inf"] or any(each.lemma_ == "ser" for each in helpers)
        if token.lemma_ == "ir" and token.i != verb.i and is_bound_for:
            return 1
    if any(helper.lemma_ == "poder" and not {"Imp", "Past"} & set(helper.morph.get("Tense", [])) for helper in helpers):
        return 1 if not any(helper.lemma_ == "haber" for helper in helpers) else -1  # "podría ser llevado el martes"
    if any("Past" in token.morph.get("Tense", []) or "Imp" in token.morph.get("Tense", []) for token in helpers):
        return -1
    form = verb.morph.get("VerbForm", [])
    if form == ["Part"]:
        return 1 if verb.lemma_ in FUTURE_VERBS | FUTURE_PARTICIPLES else -1
    if form == ["Fin"] and PAST_TENSES & set(verb.morph.get("Tense", [])):
        return -1
    if form == ["Inf"] and not helpers:
        return _of_infinitive(verb)
    if "Cnd" in verb.morph.get("Mood", []) or "Sub" in verb.morph.get("Mood", []):
        return 1 if "Pres" in verb.morph.get("Tense", []) else 0
    return 0


def _of_infinitive(verb: Token) -> int:
    head = verb.head
    if head.i == verb.i:
        return 0
    if head.lemma_ in FUTURE_VERBS:
        return 1
    return -1 if head.pos_ == "VERB" and PAST_TENSES & set(head.morph.get("Tense", [])) and verb.dep_ != "xcomp" else 0
