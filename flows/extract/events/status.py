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

CONJECTURES = frozenset(
    {"probablemente", "posiblemente", "presumiblemente", "seguramente", "quizá", "quizás", "acaso", "ojalá"}
)
"""Adverbs of what is only supposed or wished: "probablemente apoyará la reforma"."""

AFTERWARDS = frozenset({"tras", "desde"})
"""Prepositions before what has happened: "tras su renuncia"."""
COMPLEMENTS = frozenset({"obj", "ccomp", "xcomp", "nmod", "acl", "csubj", "iobj", "obl", "advcl", "conj", "amod"})
AFTER = frozenset({"después", "luego", "tras"})
"""Words that open a clause of what was done before."""

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
        if found is None and word.i != token.i and _is_untrue(word):
            return "denied"
        if found is not None:
            return found
        above = word.head
        if above.i == word.i:
            return None
        if _is_done_first(word) and any(map(_is_to_come, (above, above.head))):
            return "planned"
        if _modifies(word, above):
            return "occurred"
        found = _under(word, above)
        if found == "denied" and word.i == token.i and _is_refuted(word, above):
            return None  # "negó la acusación": somebody did accuse
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


def carries_off(verb: Token) -> bool:
    """Whether "llevar" takes something somewhere: "llevó el ataque ante la ONU", not "llevó a cabo un ataque"."""
    if lemma_of(verb) != "llevar":
        return False
    return {word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4]}.isdisjoint({"cabo", "adelante", "término"})


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
    if any(has_morph(word, "Mood=Sub") and not word.lower_.endswith("ó") for word in words):  # "derribó", misread
        return _of_subjunctive(verb, words)
    if verb.dep_ == "ccomp" and lemma_of(verb.head) in _lists()["denying"] and not is_negated(verb.head):
        return "denied"  # "desmintió que Francia condenó a Irán"
    if lemmas & MODALS or (has_morph(verb, "VerbForm=Inf") and "punto" in _opening_words(verb)):
        return "hypothetical"  # "podría renunciar", "estuvo a punto de renunciar"
    if any(has_morph(word, "Mood=Cnd") for word in words):
        return _of_conditional(verb, lemmas)
    if any(has_morph(word, "Tense=Fut") for word in words) or ("ir" in lemmas and has_morph(verb, "VerbForm=Inf")):
        is_misspelt = AFTER & _opening_words(verb) and not _is_to_come(_clause_around(verb))
        return "occurred" if is_misspelt else "planned"  # "Mora votó después de que Gil renunciará"
    return "occurred" if is_finite(verb) else None


def _of_subjunctive(verb: Token, words: tuple[Token, ...]) -> str | None:
    """What a subjunctive tells: what is to come or may be ("cuando visite", "los que ataquen", "que denuncie").

    None for what governs it says ("pidió que viajara"), and for what is known ("aunque lo critique").
    """
    introducers = _opening_words(verb)
    if {"sin", "que"} <= introducers:
        return "denied"
    if "para" in introducers:
        return "hypothetical"
    is_present = any(has_morph(word, "Mood=Sub") and has_morph(word, "Tense=Pres") for word in words)
    if not is_present or any(lemma_of(word) == "haber" for word in words):
        return None
    clauses = _lists()["clauses"]
    found = next((clauses[each] for each in sorted(introducers) if each in clauses), None)
    is_of_anybody = verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and "que" in introducers)
    is_wish = verb.head.i == verb.i and "que" in introducers
    return "hypothetical" if found is None and (is_of_anybody or is_wish) else found


def _opening_words(verb: Token) -> set[str]:
    """The words that open a verb's clause: {"antes", "de", "que"}."""
    opening = [child for child in verb.lefts if child.dep_ in ("mark", "case", "advmod", "cc")]
    relatives = [child for child in verb.lefts if child.lower_ in ("que", "quien", "quienes")]
    before = [verb.head] if verb.head.pos_ == "ADV" else []  # "antes" of "antes de que renuncie"
    return {word.lower_ for each in (*before, *opening, *relatives) for word in (each, *each.children)}


def _clause_around(verb: Token) -> Token:
    """The verb that a clause belongs to, past the adverb that opens it."""
    return verb.head.head if verb.head.pos_ == "ADV" else verb.head


def _is_to_come(verb: Token) -> bool:
    """Whether a verb, or predicate, is in the future."""
    return any(has_morph(word, "Tense=Fut") for word in (verb, *auxiliaries(verb)))


def _modifies(word: Token, above: Token) -> bool:
    """Whether a participle tells what was done to the noun before it: "la propuesta presentada por Mora"."""
    is_bare = has_morph(word, "VerbForm=Part") and not auxiliaries(word)
    return is_bare and word.dep_ in ("acl", "amod") and not is_verb(above) and above.i < word.i


def _is_done_first(participle: Token) -> bool:
    """Whether a participle tells what comes before what is told: "una vez firmado, viajarán"."""
    before = participle.doc[max(participle.i - 2, 0) : participle.i]
    return [word.lower_ for word in before] == ["una", "vez"] and has_morph(participle, "VerbForm=Part")


def _is_refuted(word: Token, above: Token) -> bool:
    """Whether what somebody said is denied, not kept from being said: "negó la acusación", not "evitó las críticas"."""
    return lemma_of(word) in _lists()["said"] and lemma_of(above) in _lists()["refuting"]


def _is_stated(word: Token) -> bool:
    """Whether a clause tells what is so: "anunció que firmó"; not "acordó que se firme"."""
    words = (word, *auxiliaries(word))
    return is_verb(word) and is_finite(word) and not any(has_morph(each, "Mood=Sub") for each in words)


def _is_untrue(noun: Token) -> bool:
    """Whether what a noun tells is said to be made up: "la falsa versión del golpe"."""
    return any(child.dep_ == "amod" and lemma_of(child) in _lists()["untrue"] for child in noun.children)


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
    return "planned" if is_told and is_verb(verb) and not has_condition else "hypothetical"


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
        if child.dep_ == "case" and child.lower_ == "sin":
            return "denied"
    return None


def _under(word: Token, above: Token) -> str | None:
    """What a governor says of what hangs on it."""
    lemma = lemma_of(above)
    is_infinitive = has_morph(word, "VerbForm=Inf")
    if word.dep_ in COMPLEMENTS and word.dep_ not in ("obl", "conj", "advcl"):
        found = _governed(word, above)
        if found is not None:
            return found
    if word.dep_ == "advcl" and is_infinitive and _introducer(word) in CAUSES:
        return "occurred"
    if lemma in _lists()["trying"] and is_infinitive:
        return "hypothetical"
    if lemma == "tener" and is_infinitive:  # "tiene previsto viajar", "tenía pensado firmar"
        return next((status for each in above.rights if (status := _lists()["modifiers"].get(each.lower_))), None)
    if lemma == "caso" and word.dep_ == "nmod" and preposition(above) == "en" and above.lower_ == "caso":
        return None if any(child.dep_ == "det" for child in above.lefts) else "hypothetical"
    if _is_of_what_may_be(word, above):
        return "hypothetical"
    if word.dep_ in ("advcl", "acl") and is_infinitive and _introducer(word) == "para":
        return _of_purpose(above)
    return None


def _governed(word: Token, above: Token) -> str | None:
    """What a governor's meaning says of its complement: "posibilidad de", "no dudó en"; None where it says nothing."""
    lemma = lemma_of(above)
    if lemma == "decir" and word.dep_ == "ccomp" and has_morph(word, "Mood=Sub") and not is_negated(above):
        return "hypothetical"  # "le dijo que se reuniera con Mora"
    is_insisted_on = lemma in _lists()["insisting"] and _introducer(word) in ("de", "en")  # not "no dejó viajar a"
    if is_insisted_on and has_morph(word, "VerbForm=Inf") and is_negated(above):
        return "planned" if _is_to_come(above) else "occurred"  # "no dudó en criticar"
    found = _lists()["governors"].get(lemma)
    if found == "denied" and is_negated(above):
        is_done = lemma in _lists()["preventing"] and is_finite(above) and not _is_to_come(above)
        return "occurred" if is_done else "hypothetical"  # "no descartó una visita", "no evitará el ataque"
    is_there = _is_stated(word) or lemma_of(word) in _lists()["given"]
    is_owed = lemma == "deber" and not is_verb(word)  # "se debe a la protesta"
    is_given = lemma_of(word) in word_list("referents")["apologies"]  # "pidió perdón"
    is_told = is_owed or is_given or (found == "planned" and is_there) or brings_about(above)
    return None if is_told else found


def _is_of_what_may_be(word: Token, above: Token) -> bool:
    """Whether something new is the subject of what would be: "una visita sería un error", not "el ataque sería"."""
    if word.dep_ != "nsubj" or is_verb(word) or lemma_of(above) in carriers():
        return False
    words = (above, *auxiliaries(above))
    is_conditional = any(has_morph(each, "Mood=Cnd") and lemma_of(each) != "haber" for each in words)
    return is_conditional and not any(has_morph(child, "Definite=Def") for child in word.lefts)


def _of_purpose(above: Token) -> str:
    """What is said of what something is done for: asked for ("el llamado para votar"), done in it, or to be done.

    What is done for it in the past is told as done: "se reunieron para exigir su renuncia".
    """
    governors = _lists()["governors"]
    if above.dep_ == "obj" and is_verb(above.head) and _is_message(above):
        above = above.head  # "manda una carta para felicitarlo"
    objects = [child for child in above.rights if child.dep_ == "obj"]
    found = next((status for each in (above, *objects) if (status := governors.get(lemma_of(each)))), None)
    if found is not None:
        return found
    words = (above, *auxiliaries(above))
    is_done = is_verb(above) and not is_negated(above) and any(has_morph(word, "Mood=Ind") for word in words)
    is_done &= not {lemma_of(word) for word in words} & MODALS
    is_telling = lemma_of(above) in _lists()["telling"] or any(map(_is_message, objects))
    is_told = is_telling or any(has_morph(word, "Tense=Past") for word in words)
    return "occurred" if is_done and is_told and not _is_to_come(above) else "planned"


def _is_message(noun: Token) -> bool:
    return bool({lemma_of(noun), noun.lower_} & set(_lists()["messages"]))


def _passes_up(word: Token, above: Token) -> bool:
    """Whether a governor's own mood and negation are those of what hangs on it."""
    if is_verb(word):
        return word.dep_ in ("xcomp", "ccomp", "conj", "aux", "acl", "csubj", "advcl") and not is_finite(word)
    if is_person(above) and not is_verb(word):
        return False  # "los sospechosos del atentado": it happened, whatever is done to them
    if is_verb(above) and _introducer(word) == "como":
        return lemma_of(above) in _lists()["seeming"]
    if is_verb(above):
        return word.dep_ in ("obj", "nsubj", "nsubj:pass", "xcomp", "csubj") and (
            lemma_of(above) in carriers() and not (carries_off(above) and preposition(word) is None)
        )
    return word.dep_ in ("nmod", "conj", "appos", "obj") and preposition(word) in (None, "de", "para", "en")


def _introducer(verb: Token) -> str | None:
    return next((child.lower_ for child in verb.lefts if child.dep_ in ("mark", "case")), None)


@cache
def _lists() -> dict[str, dict[str, str]]:
    data = word_list("status")
    kinds = sorted({kind for lists in data.values() for kind in lists})
    return {kind: {lemma: status for status, lists in data.items() for lemma in lists.get(kind, [])} for kind in kinds}


@cache
def _brought_about_participles() -> frozenset[str]:
    return frozenset(map(participle, _lists()["brought_about"]))


@cache
def carriers() -> frozenset[str]:
    """Verbs, and their participles, that only carry their noun: what is said of them is said of it."""
    words = word_list("referents")
    verbs = [*words["support_verbs"], *words["reversed_verbs"], *words["happening_verbs"]]
    return frozenset([*verbs, *map(participle, verbs)])
