"""Reading a dependency parse: lemmas, prepositions, clauses, passives and arguments, as event extraction needs them."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

PREPOSITION_FORMS = {"del": "de", "al": "a", "conmigo": "con", "contigo": "con", "consigo": "con", "alrededor": "en"}
COMPOUNDS = {
    "contra": "contra",
    "manos": "por",
    "parte": "por",
    "pesar": "pese",
    "causa": "ante",
    "raíz": "ante",
    "través": "mediante",
    "partir": "desde",
    "favor": "por",
    "compañía": "junto",
    "término": "tras",
    "marco": "durante",
}
"""What a preposition of several words amounts to, by its noun: "a manos de" is "por", "a pesar de" no "a"."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"})
SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "nsubj:pass", "obl:agent", "appos", "compound", "dep"})
VERBAL = frozenset({"VERB", "AUX"})
RELATIVES = frozenset({"que", "quien", "quienes", "cual", "cuales"})
OBJECT_PRONOUNS = frozenset({"lo", "la", "los", "las", "le", "les"})
"""Pronouns of whom something is done to."""

REFLEXIVES = {"se": "3", "me": "1", "nos": "1", "te": "2"}
"""Pronouns of whom it is done to and who does it, and the person of their verb."""

ARTICLES = frozenset({"el", "la", "los", "las"})

BOTH = frozenset({"ambos", "ambas"})
DEFINITE = frozenset(
    {"el", "la", "los", "las", "este", "esta", "dicho", "dicha", "ese", "esa", "aquel", "aquella", "al", "del"}
)
MAX_CLIMB = 12
"""Longest way up a parse that is followed; keeps every look-up bounded on texts without punctuation."""

STRESSED = {"íar": "iar", "úar": "uar"}
"""Ends of infinitives that a lemmatizer makes of "envía" and "continúa", and how they are written."""


def lemma_of(token: Token) -> str:
    """Lemma of a word without its clitics: "enviarle" gives "enviar"."""
    return _lemma(token.lemma_, token.lower_)


@lru_cache(maxsize=1)
def words_of(doc: Doc) -> list[tuple[str, str]]:
    """The lemma, as of ``lemma_of``, and the lower-case form of each word of a text.

    For those who look through a text for few of its words: no token is made, and that of the last text is kept.
    """
    strings = doc.vocab.strings
    pairs = list(zip(doc.to_array("LEMMA").tolist(), doc.to_array("LOWER").tolist(), strict=True))
    known = {pair: (_lemma(strings[pair[0]], strings[pair[1]]), strings[pair[1]]) for pair in set(pairs)}
    return [known[pair] for pair in pairs]


def subjects_of(doc: Doc) -> list[int]:
    """The places of the words that a parse has for subjects."""
    labels = [doc.vocab.strings[label] for label in SUBJECTS]
    return [place for place, label in enumerate(doc.to_array("DEP").tolist()) if label in labels]


@lru_cache(maxsize=8192)
def _lemma(lemma: str, form: str) -> str:
    lemma = (lemma.partition(" ")[0] if " " in lemma else lemma).lower()
    if lemma.endswith("nt") and form.endswith("ntes"):
        return lemma + "e"  # of "presidentes" a lemmatizer makes "president"
    return lemma[:-3] + STRESSED[lemma[-3:]] if lemma[-3:] in STRESSED else lemma


def preposition(token: Token) -> str | None:
    """The preposition that a phrase stands with, by its head: "de" for "del", "por" for "por parte de"."""
    for child in token.lefts:
        if child.dep_ == "case" and child.pos_ in ("ADP", "SCONJ", "ADV", "NOUN", "ADJ"):
            fixed = [part.lower_ for part in child.rights if part.dep_ == "fixed"]
            form = child.lower_
            joined = next((COMPOUNDS[part] for part in fixed if part in COMPOUNDS), None)
            if joined is not None:
                return joined
            return PREPOSITION_FORMS.get(form, form)
    return None


def is_verb(token: Token) -> bool:
    """Whether a word is read as a verb."""
    return token.pos_ in VERBAL


def ancestors(token: Token) -> Iterator[Token]:
    """The words that a word hangs on, the nearest first, up to a bound."""
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that a word stands in; a verb's own is itself."""
    if is_verb(token):
        return token
    return next((above for above in ancestors(token) if is_verb(above)), None)


def conjuncts(token: Token) -> list[Token]:
    """A phrase's head and the heads that are coordinated with it.

    Not what a parse joins to it and is the subject of the clause after: "Según Mora, Perú y Chile votarán".
    """
    found = [token]
    if subject_after(token) is not None:
        return found
    if token.dep_ == "flat" and token.head.lower_ == "tanto":  # "tanto Perú como Chile"
        found += [child for child in token.head.rights if child.dep_ == "conj" and child.i > token.i]
    if token.dep_ == "conj" and subject_after(token.head) == token:
        found += [child for child in token.head.rights if child.dep_ == "conj" and child.i > token.i]
    for head in found:
        found += [child for child in head.rights if child.dep_ == "conj" and child.pos_ in NOMINAL]
        if len(found) > MAX_CLIMB:
            break
    return found


def subject_after(phrase: Token) -> Token | None:
    """What a parse joins to a phrase with a preposition by a comma, and is the subject of the verb right after it."""
    joined = [child for child in phrase.rights if child.dep_ == "conj" and child.pos_ in NOMINAL]
    if not joined or preposition(phrase) in (None, "de") or any(child.dep_ == "cc" for child in joined[0].lefts):
        return None
    doc, place = phrase.doc, joined[-1].right_edge.i + 1
    while place < len(doc) and doc[place].pos_ in ("AUX", "PRON", "ADV"):
        place += 1
    if place == len(doc) or not is_verb(doc[place]) or not is_finite(doc[place]):
        return None
    has_own = any(child.dep_ in SUBJECTS and child.lower_ not in RELATIVES for child in doc[place].children)
    is_plural = len(joined) > 1 or has_morph(joined[0], "Number=Plur")
    is_agreeing = (grammatical_number(doc[place]) == "Plur") == is_plural
    return joined[0] if not has_own and is_agreeing else None


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries and modals of a verb: "ha podido firmar" has two."""
    return [child for child in verb.lefts if child.dep_ in ("aux", "cop", "aux:pass")]


def has_morph(token: Token, feature: str) -> bool:
    """Whether a word's morphology has a feature, written as "Mood=Cnd"."""
    return feature in token.morph


def is_passive(verb: Token) -> bool:
    """Whether a participle stands in the passive: "fue acusado", "el pacto firmado por"."""
    if not has_morph(verb, "VerbForm=Part"):
        return False
    forms = {lemma_of(aux) for aux in auxiliaries(verb)}
    return "haber" not in forms or "ser" in forms


def reflexive(verb: Token) -> Token | None:
    """The "se" of a verb, or what stands for it: "me quejo"; not "me acusan"."""
    for child in verb.children:
        if child.lower_ in REFLEXIVES and has_morph(child, "PronType=Prs") and child.i < verb.i:
            person = grammatical_person(verb)
            if child.lower_ == "se" or person is None or person == REFLEXIVES[child.lower_]:
                return child
    if verb.lower_.endswith("se") and has_morph(verb, "Reflex=Yes"):
        return verb
    return next((aux for aux in auxiliaries(verb) if aux.lower_.endswith("se") and " " in aux.lemma_), None)


def arguments(head: Token) -> list[tuple[str, Token]]:
    """The arguments of a verb or noun, as (slot, head of the phrase).

    Slots are "subj" and "obj" for phrases without a preposition, else the preposition.
    """
    known = _arguments_in(head.doc)
    if head.i not in known:
        known[head.i] = list(_find_arguments(head))
    return known[head.i]


@lru_cache(maxsize=1)
def _arguments_in(doc: Doc) -> dict[int, list[tuple[str, Token]]]:
    """The arguments of the last text's heads, as they come to be asked for: of each once a slot, seven times in all."""
    return {}


def _find_arguments(head: Token) -> Iterator[tuple[str, Token]]:
    for child in head.children:
        if child.dep_ == "flat" and child.i == head.i + 1 and child.pos_ == "PROPN" and is_verb(head):
            yield "subj", child  # "Pide Trump": a headline's verb read as part of the name
        is_nominal = child.dep_ in ARGUMENTS or (
            child.dep_ == "flat" and (_is_opening_noun(head) or preposition(child) == "contra")  # "ante la ONU contra"
        )
        if not is_nominal or child.pos_ not in NOMINAL:
            continue
        slot = preposition(child)
        if slot is None:
            if child.dep_ in SUBJECTS:
                slot = "subj"
            elif child.dep_ in ("obj", "iobj"):
                slot = "obj"
            else:
                continue
        yield slot, child
    if head.dep_ == "fixed":
        yield from _after_fixed(head)
    if head.lower_ == "alto" and [word.lower_ for word in head.doc[head.i + 1 : head.i + 3]] == ["el", "fuego"]:
        yield from _find_arguments(head.doc[head.i + 2])  # of "alto el fuego" a parse makes two phrases


def _after_fixed(noun: Token) -> Iterator[tuple[str, Token]]:
    """What stands after a noun that a parse takes for part of a preposition: "a petición de Perú"."""
    place = noun.i + 1
    opening = noun.head
    governor = opening.head if opening.dep_ == "case" else opening
    is_of = place < len(noun.doc) and noun.doc[place].lower_ in ("de", "del")
    if is_of and governor.i > place:
        yield "de", governor
    elif is_of:
        yield from (("de", child) for child in governor.rights if child.i > place and preposition(child) == "de")


def _is_opening_noun(word: Token) -> bool:
    """Whether a noun may be read as a name for its capital alone: "Autoridades de Lima", "Diputados del PAN"."""
    return word.pos_ == "NOUN" or (word.i == word.sent.start and word.lower_.endswith("s"))


def is_finite(verb: Token) -> bool:
    """Whether a verb, with its auxiliaries, has person and mood."""
    return any(has_morph(word, "VerbForm=Fin") for word in (verb, *auxiliaries(verb)))


def grammatical_number(verb: Token) -> str | None:
    """Number of the subject that a finite verb asks for: "Sing" or "Plur"."""
    for word in (*auxiliaries(verb), verb):
        if has_morph(word, "VerbForm=Fin"):
            return next(iter(word.morph.get("Number", [])), None)
    return None


def grammatical_person(verb: Token) -> str | None:
    """Person of a finite verb: "1", "2" or "3"."""
    for word in (*auxiliaries(verb), verb):
        if has_morph(word, "VerbForm=Fin"):
            return next(iter(word.morph.get("Person", [])), None)
    return None


def is_predicate(word: Token) -> bool:
    """Whether a noun or adjective is what a clause says, with "es" or "está"."""
    return any(child.dep_ == "cop" for child in word.lefts)


def participle_form(word: Token) -> str:
    """A participle in the form that word lists have it in: "encabezadas" is "encabezado"."""
    form = word.lower_.rstrip("s")
    return form[:-1] + "o" if form.endswith("a") else form


def gender_and_number(word: Token) -> tuple[str, ...]:
    """Gender and number of a word: ("Fem", "Sing")."""
    return (*word.morph.get("Gender", []), *word.morph.get("Number", []))


def points_back(noun: Token) -> bool:
    """Whether a noun points at somebody told before: "el partido", "esta misma empresa"; not "el partido de Mora"."""
    determiners = {child.lower_ for child in noun.lefts}
    return bool(determiners & DEFINITE) and not any(child.dep_ not in ("conj", "punct") for child in noun.rights)


def is_background(token: Token) -> bool:
    """Whether a word's clause tells how things stood before what is told: "había", "investigaban"."""
    verb = clause_verb(token)
    return verb is not None and any(has_morph(word, "Tense=Imp") for word in (verb, *auxiliaries(verb)))


def is_pluperfect(verb: Token) -> bool:
    """Whether a verb tells what had been done before: "había pedido"."""
    return any(lemma_of(word) == "haber" and has_morph(word, "Tense=Imp") for word in auxiliaries(verb))
