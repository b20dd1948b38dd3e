"""The name that an article sets beside a noun, or says to be its: "el presidente, Luis Mora", "llamado Luis Mora"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_person
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.referents.titles import title_lemmas
from flows.extract.events.syntax import SUBJECTS, conjuncts, has_morph, lemma_of, preposition
from flows.nlp.person_names import gender_of_person
from flows.records import EntityMention

BESIDE_DEPS = ("appos", "flat", "compound", "nmod")
"""What a parse makes of a name beside a noun."""

BESIDE = 15
"""How many words from a noun a name can stand that is set beside it."""


def name_beside(head: Token, names: Names) -> list[Referent]:
    """The name that is set beside a noun: "el presidente ruso, Vladimir Putin"; beside a title a person's."""
    if lemma_of(head) in word_list("referents")["affairs"]:
        return []
    listed = _names_after_body(head, names)
    if listed:
        return listed
    counterpart = _named_counterpart(head, names)
    found: list[EntityMention] = [counterpart] if counterpart is not None else []
    others: list[EntityMention] = []
    aliases = [name for child in head.children if child.lower_ == "alias" for name in child.subtree]
    for child in (*_beside(head, names), *aliases):
        if child.dep_ in BESIDE_DEPS and preposition(child) is None:
            mention = names.named(child) or _name_of_rank(child, names)
            if mention is None or _is_of_other(child, mention, head, names):
                continue
            if abs(child.i - head.i) <= BESIDE:
                found.append(mention)
                others += _others_of_list(child, mention, head, names)
    if head.dep_ == "appos" and head.head.i in names.mention_at:
        found.append(_body_beside(head, names.mention_at[head.head.i], names))  # "Luis Mora, alcalde que"
    if not found:
        found = _name_set_off(head, names)
    if lemma_of(head) in title_lemmas():
        found.sort(key=lambda mention: mention.mention_type != "PER")
    return [Referent(mention.entity_id, mention.text) for mention in (*found[:1], *others)]


def _name_set_off(head: Token, names: Names) -> list[EntityMention]:
    """The person's name before a subject between commas: "Luis Mora, el hijo del presidente, se reunió"."""
    first, last = head.left_edge.i, head.right_edge.i
    if head.dep_ not in SUBJECTS or head.i > head.head.i or not is_person(head) or first < 2:
        return []
    behind = last if head.doc[last].text == "," else last + 1
    place = behind + 1
    while place < head.head.i and head.doc[place].pos_ in ("AUX", "PRON", "ADV"):
        place += 1
    if behind >= place or head.doc[behind].text != "," or place != head.head.i:
        return []
    comma = first if head.doc[first].text == "," else first - 1
    mention = names.mention_at.get(comma - 1) if head.doc[comma].text == "," else None
    if mention is None or mention.mention_type != "PER" or comma <= head.sent.start:
        return []
    start = comma - 1
    while names.mention_at.get(start - 1) == mention:
        start -= 1
    return [mention] if preposition(head.doc[start:comma].root) is None else []


def _named_counterpart(head: Token, names: Names) -> EntityMention | None:
    """The name after the comma of "con su homóloga chilena, Ana Gil", which a parse may hang on the verb."""
    end = head.right_edge.i + 1
    if lemma_of(head) not in word_list("referents")["counterparts"] or end + 1 >= len(head.doc):
        return None
    mention = names.mention_at.get(end + 1) if head.doc[end].text == "," else None
    return mention if mention is not None and mention.mention_type == "PER" else None


def _is_of_other(name: Token, mention: EntityMention, head: Token, names: Names) -> bool:
    """Whether what is no person's name stands right after another noun: "la actriz de la serie La Luna"."""
    place = name.i - 1
    while place > name.sent.start and (names.named(name.doc[place]) == mention or name.doc[place].pos_ == "DET"):
        place -= 1
    return mention.mention_type != "PER" and name.doc[place].pos_ == "NOUN" and head.i < place


def _name_of_rank(noun: Token, names: Names) -> EntityMention | None:
    """The name that a second title of somebody stands before: "el ministro de Salud, general Luis Mora".

    Or a word for where they are from: "a su rival, la polaca Ana Gil".
    """
    is_by_origin = names.named(noun) is None and names.nationality(noun) is not None
    if noun.dep_ != "appos" or not (lemma_of(noun) in title_lemmas() or is_by_origin):
        return None
    return next((names.named(child) for child in noun.rights if child.dep_ in ("appos", "flat")), None)


def _name_at(noun: Token, names: Names) -> EntityMention | None:
    """The name of a noun in a list: "políticos como Luis Mora y empresarias como Ana Gil"."""
    found = (names.named(child) for child in noun.rights if preposition(child) is None and child.dep_ in BESIDE_DEPS)
    return next((mention for mention in found if mention is not None), None)


def _others_of_list(name: Token, first: EntityMention, head: Token, names: Names) -> list[EntityMention]:
    """The names that follow the first of a plural noun's: "los presidentes Ana Gil, de Perú, y Luis Paz"."""
    if not has_morph(head, "Number=Plur"):
        return []
    mentions = [names.named(member) or _name_at(member, names) for member in conjuncts(name)[1:]]
    return [each for each in mentions if each is not None and each.mention_type == first.mention_type]


def names_given(head: Token, names: Names) -> list[Referent]:
    """Whom a clause about a noun names: "los jóvenes fueron identificados como Ana Gil y Luis Paz"."""
    verbs = [*head.children, head.head] if head.dep_ in SUBJECTS else [*head.children]
    verbs = [verb for verb in verbs if lemma_of(verb) in word_list("referents")["naming_verbs"]]
    given = [
        each
        for above in (head, *verbs)
        for phrase in above.rights
        if verbs and any(child.lower_ == "como" for child in phrase.lefts)
        for each in conjuncts(phrase)
    ]
    called = [child for child in head.rights if lemma_of(child) in ("llamado", "apodado")]
    given += [phrase for verb in called for phrase in verb.rights if phrase.i <= verb.i + 2]
    mentions = [names.mention_at[name.i] for name in given if name.i in names.mention_at]
    return [Referent(mention.entity_id, mention.text) for mention in mentions if mention.mention_type == "PER"]


def _names_after_body(head: Token, names: Names) -> list[Referent]:
    """The people who are listed after the body that they are of: "los diputados del PAN Luis Mora y Ana Gil"."""
    if not has_morph(head, "Number=Plur") or not any(child.lower_ in ("los", "las") for child in head.lefts):
        return []
    bodies = (child for child in head.rights if preposition(child) == "de" and names.named(child) is not None)
    body = next(bodies, None)
    if body is None or names.mention_at[body.i].mention_type != "ORG":
        return []
    found: list[EntityMention] = []
    place, last = body.i, names.mention_at[body.i]
    while place < head.sent.end:
        mention = names.mention_at.get(place)
        if mention is not None and mention not in (last, *found):
            if mention.mention_type != "PER":
                break
            found.append(mention)
        elif mention is None and (not found or head.doc[place].lower_ not in (",", "y", "e")):
            break
        place += 1
    return [Referent(each.entity_id, each.text) for each in found] if len(found) > 1 else []


def _beside(head: Token, names: Names) -> list[Token]:
    """The words at a phrase's head; those that a parse hangs on the first of a list stand beside its last.

    "el presidente Mora y la premier, Ingrid Berg": the second name is the premier's. The rest of a name that begins
    after a preposition is no list: "la ministra de Agua, Bosques y Asuntos Sociales, Ana Gil".
    """
    inside = [names.named(child) for child in head.rights if preposition(child) is not None]
    own = [child for child in head.children if names.named(child) is None or names.named(child) not in inside]
    later = [child.i for child in own if child.dep_ == "conj"]
    if later:
        return [child for child in own if child.dep_ != "appos" or child.i < later[-1]]
    siblings = [*head.head.children] if head.dep_ == "conj" else []
    last = max((child.i for child in siblings if child.dep_ == "conj"), default=None)
    if last == head.i:
        own += [child for child in siblings if child.dep_ == "appos" and child.i > head.i]
    return own


def _body_beside(noun: Token, mention: EntityMention, names: Names) -> EntityMention:
    """The name that an apposition is of: the one before it where the one that the parse has cannot be.

    "Ana Gil, portavoz de Iris, una empresa", "Ana Gil, hija de Luis Paz, el jubilado".
    """
    place = noun.left_edge.i - 1
    while place > 0 and noun.doc[place].is_punct:
        place -= 1
    near = names.mention_at.get(place)
    if near is None or mention.mention_type != "PER":
        return mention
    is_body = lemma_of(noun) in word_list("referents")["organization"] and near.mention_type == "ORG"
    gender = gender_of_person(names.entity(mention.entity_id).name)
    is_other = gender not in (None, _gender_of_noun(noun) or gender) and near.mention_type == "PER"
    return near if is_body or is_other else mention


def _gender_of_noun(noun: Token) -> str | None:
    return next(iter(noun.morph.get("Gender", [])), None)
