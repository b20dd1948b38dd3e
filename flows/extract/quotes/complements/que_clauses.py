"""Which "que" a cue governs: "dijo a los vecinos *que* no hay agua", not "felicitó a los vecinos que ayudaron"."""

from flows.extract.quotes.complements.crossed_words import CrossedWords
from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.phrases.times import TIME_NOUNS

CLAUSE_VERB_REACH = 6
BEFORE_QUE = frozenset({"en", "de", "a", "con", "por"})
BEFORE_CONJUNCTION = frozenset(["ya", "puesto", "dado", "vez", "siempre", "sino", "así", "visto", "aunque", "salvo"])
CONJUNCTION_HEADS = frozenset(["luego", "antes", "después", "además", "pesar", "fin", "menos", "tal", "caso", "pues"])
MATTERS = frozenset(["sobre", "acerca", "respecto", "hacia", "bajo", "contra", "con", "ante", "entre", "frente", "sin"])
"""Prepositions of what is spoken about, not of when, where and to whom."""
GOING_ON = frozenset(["en", "de"])
"""Prepositions with which a verb goes on past other words."""


def governs_que(crossed: CrossedWords, at: int) -> bool:
    """Tell the "que" at a piece, past the words crossed, that a cue governs from a relative or a conjunction."""
    if not (crossed.cue.takes("clause") or crossed.cue.takes("marks")):
        return False
    if crossed.pieces[at - 1].lower == "de" and crossed.told_until == at - 1:
        return True
    if _goes_on_with_preposition(crossed, at):
        return True
    if _is_of_conjunction(crossed, at):
        return False
    if at + 1 < len(crossed.pieces) and crossed.pieces[at + 1].mark is not None and crossed.cue.kind != "infinitive":
        return True  # whatever the tagger takes it for
    return not _is_relative(crossed, at)


def _goes_on_with_preposition(crossed: CrossedWords, que: int) -> bool:
    """Tell "insistió ayer *en que*" and "advirtió la jueza *de que*" from "insistió en el momento *en que* llegó"."""
    verb, preposition, last = crossed.cue.verb, crossed.pieces[que - 1].lower, crossed.pieces[que - 2]
    if verb is None or que - 2 <= crossed.cue.last:
        return False
    is_about = preposition == "de" and crossed.cue.takes("about")
    if not is_about and preposition not in GOING_ON & verb.governs:
        return False
    if crossed.subject is not None and crossed.subject.stop == que - 1:
        return True
    is_after_source = crossed.pieces.type_at(que - 2) is not None or speaker_noun(last.lower) is not None
    return is_after_source or (last.lower in TIME_NOUNS and not crossed.after_governed)


def _is_of_conjunction(crossed: CrossedWords, que: int) -> bool:
    """Tell "ya que", "después de que" and "con el que" from what a verb governs, as "en que"."""
    before = crossed.pieces[que - 1]
    if before.pos in ("ADP", "SCONJ", "CCONJ") and (crossed.is_far or before.lower not in BEFORE_QUE):
        return True
    is_after_head = before.lower == "de" and crossed.pieces[que - 2].lower in CONJUNCTION_HEADS
    return is_after_head or before.lower in BEFORE_CONJUNCTION


def _is_relative(crossed: CrossedWords, que: int) -> bool:
    """Tell "agradeció la labor de la comisión, que ..." from "agradeció a la comisión que ..."."""
    subject_stop = crossed.subject.stop if crossed.subject is not None else None
    is_set_off = crossed.has_object or subject_stop == que - 1 or _ends_in_listener(crossed, que - 1)
    if crossed.pieces[que - 1].lower == "," and is_set_off:
        return True
    token = crossed.pieces[que].token
    is_tagged = token is not None and token.pos_ == "PRON" and token.head.dep_ == "acl"
    if crossed.has_object and crossed.cue.takes("as"):
        return True  # "describe el vuelo de una bola que cae"
    has_object = crossed.has_object and not crossed.cue.takes("question")
    if is_tagged and (has_object or crossed.after_governed):
        return True  # "reflexiona sobre las heridas que dejó la guerra"
    if is_tagged and _is_of_matter(crossed, que):
        return True
    if crossed.after_nominal and crossed.cue.stance == "asks" and _mood(crossed, que) == "Ind":
        return True  # "pidió un informe que está en curso", but not "pidió al juez que esté"
    if subject_stop == que and (crossed.pieces.is_name(que - 1) or _is_first_of(crossed, que)):
        return False  # "contestó la ministra Eva Soto que": no relative clause follows a name without a comma
    if crossed.told_until == que and _mood(crossed, que) == "Sub":
        return False  # "reclamó a los bancos que paguen", but not "que no pagan"
    is_after_object = crossed.after_nominal and (not crossed.after_preposition or _takes_person(crossed))
    return is_after_object and (token is None or token.pos_ != "SCONJ")


def _is_of_matter(crossed: CrossedWords, que: int) -> bool:
    """Tell "informó sobre el plan *que* dio" from "dijo en un acto *que*" and "dijo ante el juez *que*"."""
    verb = crossed.cue.verb
    is_manner = crossed.preposition == "con" and crossed.pieces[que - 2].lower == "con"  # "contó con orgullo que"
    is_matter = crossed.preposition in MATTERS or (verb is not None and crossed.preposition in verb.governs)
    if not crossed.after_preposition or not is_matter or is_manner:
        return False
    noun = speaker_noun(crossed.pieces[que - 1].lower)
    is_somebody = noun is not None and noun.kind != "document"
    return crossed.pieces.type_at(que - 1) is None and not is_somebody


def _ends_in_listener(crossed: CrossedWords, comma: int) -> bool:
    """Tell "para reprocharle a *la jueza*, que pitó" from "informó, a través de su red, que"."""
    between = crossed.pieces[crossed.cue.last + 1 : comma]
    return crossed.told_until == comma and all(piece.lower != "," for piece in between)


def _is_first_of(crossed: CrossedWords, que: int) -> bool:
    """Tell "Dicen los médicos que es grave" from "dijo el médico que la vio" and "Dijo quien la vio que"."""
    return crossed.cue.lead == 0 and all(piece.lower != "que" for piece in crossed.pieces[que + 1 :])


def _mood(crossed: CrossedWords, que: int) -> str | None:
    verbs = (piece for piece in crossed.pieces[que + 1 : que + 1 + CLAUSE_VERB_REACH] if piece.is_finite)
    return next((verb.mood for verb in verbs if verb.mood), None)


def _takes_person(crossed: CrossedWords) -> bool:
    """Tell "felicitó a los jugadores que ganaron" from "dijo a los jugadores que ganaron"."""
    return crossed.cue.stance in ("praises", "criticizes")
