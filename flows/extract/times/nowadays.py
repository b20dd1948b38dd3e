"""Where "hoy" tells of these times, and not of the day: "los partidos que hoy gobiernan", "hoy preso en Xela"."""

import re

from spacy.tokens import Doc, Token

HOLDERS = frozenset(
    {"presidente", "presidenta", "líder", "ministro", "ministra", "diputado", "diputada", "senador", "senadora"}
    | {"alcalde", "alcaldesa", "gobernador", "gobernadora", "director", "directora", "jefe", "jefa", "candidato"}
    | {"candidata", "miembro", "dueño", "dueña", "socio", "socia", "parte", "sede"}
)
"""What somebody is by now: ", hoy líder de la oposición"."""
AROUND = 60
"""How many characters before and behind are looked at."""
DAY_OF_TODAY = re.compile(r"\b(?:a|al|hasta el) día de \Z")
"""What stands before a "hoy" that goes on: "a día de hoy", "hasta el día de hoy"."""
ELIDED = re.compile(r"\b(?:del|de la|de los|de las|el|la|los|las) \Z")
"""Before "hoy" they tell what something is by now: "el hoy diputado"."""
APPOSED = re.compile(r", (?:y )?\Z|\by \Z")
RELATIVE = re.compile(r"(?P<noun>[^\W\d_]+),? (?:que|quienes|donde) (?:hasta )?\Z")
SINCE = re.compile(r"\bcomo (?:l[oa]s? )?\w+ \Z")
"""What stands before "hoy" in "como lo conocemos hoy"."""
STATES = frozenset(
    {"existir", "contar", "vivir", "conocer", "ocupar", "representar", "enfrentar", "gobernar", "dirigir", "usar"}
    | {"utilizar", "presidir", "encabezar", "controlar", "poseer", "disfrutar", "sufrir", "padecer", "necesitar"}
    | {"parecer", "formar", "integrar", "constituir", "valer", "costar", "trabajar", "residir", "permitir", "tener"}
    | {"llamar", "considerar", "predominar", "albergar", "pertenecer", "depender", "ser"}
    | {"prevalecer", "comprender", "abarcar", "requerir", "carecer", "permanecer", "operar", "funcionar", "enfocar"}
    | {"inclinar", "arrastrar", "andar", "fabricar", "emplear", "exportar", "abastecer", "consumir", "rondar"}
    | {"significar", "implicar", "figurar"}
)
"""Verbs that tell, in the present, what is so for long."""
STATES_OF_RELATIVES = (
    STATES
    | {"estar", "haber", "poder", "seguir", "deber"}
    | {"encontrar", "producir", "resultar", "dividir", "separar", "superar"}
)
"""Those that tell so only of what a relative clause is about: "los que hoy están fuera", not "se produce hoy"."""
STATES_AFTER_SUBJECT = STATES | {"estar", "poder", "seguir", "llevar", "encontrar"}
"""Those that tell so where "hoy" stands between them and their subject: "la plaza hoy está vacía"."""
SUBJECT_ENDS = frozenset({"NOUN", "PROPN", "ADJ"})
APPOINTED = frozenset(
    {"lugar", "previsto", "prevista", "programado", "programada", "cita", "reunión", "audiencia", "que"}
)
"""What is had today alone: "hoy tiene lugar", "hoy tiene que declarar"."""
VERBS_BEHIND = 3
"""How many tokens behind "hoy" its verb may begin: "hoy no se conoce"."""


def means_nowadays(doc: Doc, text: str, char_start: int, char_end: int) -> bool:
    """Say whether "hoy" means these times."""
    before, behind = text[max(0, char_start - AROUND) : char_start], text[char_end : char_end + AROUND]
    if DAY_OF_TODAY.search(before.lower()):
        return True
    span = doc.char_span(char_start, char_end)
    if span is None or span.end >= len(doc):
        return False
    following = doc[span.end]
    if ELIDED.search(before.lower()) and following.pos_ in {"NOUN", "ADJ", "VERB"}:
        return True
    if before.endswith("(") and (following.pos_ in {"NOUN", "ADJ", "PROPN"} or following.lower_ in {"de", "en"}):
        return True  # "el viejo cuartel (hoy museo)", "su archivo (hoy en Lima)"
    if APPOSED.search(before) and (_tells_state(following) or behind.startswith(" en manos de ")):
        return True
    return _is_said_of_state(span.start, doc, before)


def _tells_state(token: Token) -> bool:
    """Whether a word alone tells what something is by now: "hoy preso", "hoy diputado"."""
    is_told = token.pos_ == "ADJ" or token.lower_ in HOLDERS or token.morph.get("VerbForm", []) == ["Part"]
    return token.text.islower() and is_told


def _is_said_of_state(index: int, doc: Doc, before: str) -> bool:
    relative = RELATIVE.search(before)
    is_relative = relative is not None and doc[index - 1].text != relative["noun"] and _is_of_noun(doc, index)
    previous = doc[index - 1] if index else None
    verb = _verb_behind(doc, index)
    if verb is not None:
        is_after_subject = previous is not None and (previous.pos_ in SUBJECT_ENDS or previous.lower_ == "y")
        if verb.lemma_ == "ser" and not (is_relative or is_after_subject):
            return False  # "hoy es lunes"
        if is_after_subject:
            return _is_state(verb, STATES_AFTER_SUBJECT)
        return _is_state(verb, STATES_OF_RELATIVES if is_relative else STATES)
    if previous is None or not _is_present(previous):
        return False
    return bool(SINCE.search(before)) or previous.lemma_ in STATES or previous.lower_ == "hay"


def _is_of_noun(doc: Doc, index: int) -> bool:
    """Whether the clause before "hoy" hangs on a noun: "los partidos que hoy", not "dijo que hoy"."""
    at = index - 1 if doc[index - 1].lower_ != "hasta" else index - 2
    antecedent = doc[at - 1] if at > 0 and doc[at - 1].text != "," else doc[at - 2] if at > 1 else None
    return antecedent is not None and antecedent.pos_ in {"NOUN", "PROPN", "PRON", "DET", "ADJ"}


def _verb_behind(doc: Doc, index: int) -> Token | None:
    for token in doc[index + 1 : index + 1 + VERBS_BEHIND]:
        if token.morph.get("VerbForm", []) == ["Fin"]:
            return token
        if token.lower_ not in {"no", "ya", "se", "le", "les", "lo", "la", "los", "las", "nos", "me", ",", "en", "día"}:
            return None
    return None


def _is_state(verb: Token, states: frozenset[str]) -> bool:
    if not _is_present(verb) or not (verb.lemma_ in states or (verb.head.lemma_ in states and verb.dep_ == "aux")):
        return False
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if following is not None and following.morph.get("VerbForm", []) == ["Part"]:
        return verb.lemma_ != "haber"  # "que hoy ha sido nombrado"
    return following is None or following.lower_ not in APPOINTED


def _is_present(token: Token) -> bool:
    return token.morph.get("Tense", []) == ["Pres"] and token.morph.get("Mood", []) == ["Ind"]
