"""Who of several people or bodies are named: "tres diputados, entre ellos Luis Mora", "países como Perú y Chile"."""

from spacy.tokens import Token

from flows.extract.events.people import is_person, is_private, is_relative
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.syntax import ARTICLES, has_morph, is_verb, lemma_of, preposition
from flows.records import EntityMention

WITHIN = 20
"""How many words after a noun its members are named."""

LONGEST = 60
"""How many words a list has at most, also of a text without an end."""

AMONG = frozenset({"ellos", "ellas", "quienes", "los", "las"})
"""Words after "entre" that take up those of whom some are named: "entre ellos", "entre los que"."""

INCLUDING = frozenset({"incluido", "incluida", "incluidos", "incluidas", "incluyendo"})

NAMING = frozenset({"encontrar", "figurar", "estar", "destacar", "hallar", "contar"})
"""Verbs that say who is among several: "entre los que figura Luis Mora"."""

OPENING = frozenset({"que", "cuales", "se", "a", "al"})
"""What else can stand before the first who is named."""

AND = frozenset({"y", "e"})


IN_LIST = frozenset({"NOUN", "ADJ", "DET", "PROPN", "NUM"})
"""What a list is made of besides names, commas and "y": the titles of people."""


def named_members(noun: Token, names: Names) -> list[Referent]:
    """Those who are named of whom a plural noun tells; nobody where it does not name any."""
    if noun.pos_ != "NOUN" or not has_morph(noun, "Number=Plur"):
        return []
    start = _start_of_list(noun, names)
    return _names_of_list(start, noun, names) if start is not None else []


def listed_names(name: Token, names: Names) -> list[Token]:
    """The names of a list after its first, whatever a parse makes of them: "la UE, Reino Unido y Canadá votaron".

    Not those that are the subject of what follows: "según la ONU, Rusia y Cuba votaron".
    """
    first = names.named(name)
    if first is None:
        return []
    doc, place, found, is_closed = name.doc, name.i, [name], False
    end = min(name.sent.end, name.i + LONGEST)
    while names.mention_at.get(place) == first:
        place += 1
    while not is_closed and place < end and (doc[place].text == "," or doc[place].lower_ in AND):
        while place < end and (doc[place].text == "," or doc[place].lower_ in AND | ARTICLES):
            is_closed |= doc[place].lower_ in AND
            place += 1
        mention = names.mention_at.get(place)
        if mention is None or _kind(mention, names) != _kind(first, names):
            return []
        found.append(doc[place])
        while names.mention_at.get(place) == mention:
            place += 1
    is_subject = place < len(doc) and is_verb(doc[place]) and preposition(name) is not None
    return found[1:] if is_closed and len(found) > 2 and not is_subject else []


def _kind(mention: EntityMention, names: Names) -> str | None:
    """What members of one list have in common: people, or bodies and countries."""
    if mention.mention_type == "PER":
        return "people"
    is_acting = mention.mention_type == "ORG" or names.entity(mention.entity_id).is_country
    return "bodies" if is_acting else mention.entity_id


def _start_of_list(noun: Token, names: Names) -> int | None:
    """The word after those that say that some are named now: "entre ellos", "incluida", "como"."""
    doc = noun.doc
    for word in doc[noun.i + 1 : min(noun.sent.end - 1, noun.i + WITHIN)]:
        form = word.lower_
        if form == "como":
            is_beside = all(each.pos_ == "ADJ" or each.text in (",", "tales") for each in doc[noun.i + 1 : word.i])
            return word.i + 1 if is_beside and names.named(word.nbor()) is not None else None
        if form in INCLUDING and word.nbor(-1).text == ",":
            return word.i + 1
        if form == "entre" and word.nbor().lower_ in AMONG and word.nbor(-1).text in (",", "("):
            is_of_women = word.nbor().lower_ in ("ellas", "las")
            return None if is_of_women and not has_morph(noun, "Gender=Fem") else word.i + 2
        if word.pos_ == "NOUN" and has_morph(word, "Number=Plur") and is_person(word):
            return None  # the others are rather these: "los jueces citaron a los diputados, entre ellos"
    return None


def _names_of_list(start: int, noun: Token, names: Names) -> list[Referent]:
    """The names of a list; what a title is of is none of them: "la ministra de Salud, Ana Gil"."""
    found: dict[str, Referent] = {}
    kind: str | None = None
    last: EntityMention | None = None
    for word in noun.doc[start : min(noun.sent.end, start + LONGEST)]:
        mention = names.named(word)
        if mention is not None:
            is_held = _is_of_another(word) or is_person(noun) != (mention.mention_type == "PER")
            if last != mention and not is_held and kind in (None, mention.mention_type):
                kind = mention.mention_type
                found[mention.entity_id] = Referent(mention.entity_id, mention.text, is_among=True)
            last = mention
            continue
        is_joint = word.text == "," or word.dep_ == "cc" or word.lower_ in ("de", "del", "y", "e")
        is_opening = not found and (word.lower_ in OPENING or lemma_of(word) in NAMING)
        if not (is_joint or is_opening or word.pos_ in IN_LIST) or (is_verb(word) and not is_opening):
            break
    return list(found.values())


def _is_of_another(name: Token) -> bool:
    """Whether a name only says whose somebody is: "el hijo del ministro *Luis Mora*", "la ministra de *Salud*"."""
    place = name.i - 1
    if name.doc[place].lower_ in ("de", "del"):
        return True
    while place > name.sent.start and name.doc[place].is_lower and name.doc[place].lower_ not in ("de", "del"):
        place -= 1
    holder = name.doc[max(place - 1, 0)]
    return name.doc[place].lower_ in ("de", "del") and (is_relative(holder) or is_private(holder))
