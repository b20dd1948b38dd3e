"""Whom a phrase stands for: a name, a title, a nationality, a pronoun, "los dos líderes"."""

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from flows.extract.entities import with_country
from flows.extract.event_lexicon import word_list
from flows.extract.event_people import is_apart, is_doer, is_person, is_private, is_role
from flows.extract.event_syntax import (
    SUBJECTS,
    arguments,
    clause_verb,
    conjuncts,
    grammatical_number,
    has_morph,
    is_verb,
    lemma_of,
    preposition,
)
from flows.extract.event_titles import Titles, title_lemmas
from flows.nlp.gazetteer import country_of_demonym, places_named
from flows.nlp.person_names import gender_of_person
from flows.records import ArticleEntity, EntityMention, Findings, Quote
from flows.text import fold

DEFINITE = frozenset(
    {"el", "la", "los", "las", "este", "esta", "dicho", "dicha", "ese", "esa", "aquel", "aquella", "al", "del"}
)
BOTH = frozenset({"ambos", "ambas"})

BESIDE = 15
"""How many words from a noun a name can stand that is set beside it."""

BETWEEN = frozenset({",", ")", '"', "”", "»", "’"})
"""What can stand between a name and the "que" that takes it up."""

LATTER = 15
"""How many words back "éste" finds whom it means."""

NEAR = 20
"""How many words from a quote the verb stands that reports it."""

PLURAL_WINDOW = 40
"""How many words back a dropped plural subject is looked for; "asesinaron a un fiscal" is often nobody's deed."""

WINDOW = 120
"""How many words back a pronoun, a title or a dropped subject looks for what it stands for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody whom a phrase stands for."""

    entity_id: str
    text: str
    is_direct: bool = True
    """Whether the phrase itself names it, or a nationality or title does; not a pronoun or a dropped subject."""
    named_id: str | None = None
    """For a country that its capital stands for, the capital."""


class Referents:
    """What the phrases of one article stand for.

    Grows only by countries that the article points at and does not name; ``findings`` holds them.
    """

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self.findings = findings
        self._doc = doc
        self._countries: dict[str, str] = {}
        self._entities = {entity.article_entity_id: entity for entity in findings.entities}
        self._by_name = {entity.name: entity.article_entity_id for entity in findings.entities}
        self._mention_at = dict(_tokens_of(doc, findings.mentions))
        self._starts = [mention.char_start for mention in findings.mentions]
        self._quotes = sorted(findings.quotes, key=lambda quote: quote.char_start)
        self._quote_starts = [quote.char_start for quote in self._quotes]
        self._speakers = dict(_speakers(doc, findings.quotes))
        self._cues = {cue.i: quote for quote in self._quotes for cue in _cue_of(doc, quote)}
        self._titles = Titles(doc, findings)
        self._role_names: list[tuple[int, tuple[str, ...], list[Referent]]] = []
        self._role_names = list(self._find_role_names())
        self._introduced = self._find_introduced()
        self._full_names = {fold(name): entity_id for name, entity_id in self._by_name.items()}
        self._subjects: list[tuple[int, list[Referent], bool]] = []
        self._subject_places: list[int] = []
        for subject in self._find_subjects():  # one by one: "el jefe de ellos" looks back at the subjects before it
            self._subjects.append(subject)
            self._subject_places.append(subject[0])

    def of(self, head: Token) -> list[Referent]:
        """Whom a phrase stands for, by its head; for coordinated phrases all of them."""
        found: dict[str, Referent] = {}
        for each in self._members(head):
            for referent in self._of_one(each):
                found.setdefault(referent.entity_id, referent)
        return list(found.values())

    def doer(self, head: Token) -> list[Referent]:
        """Whom a subject stands for: as ``of``, but a thing does not stand for its owner."""
        return [each for part in self._members(head) for each in (self._of_one(part) if self._can_do(part) else [])]

    def _members(self, head: Token) -> list[Token]:
        """What a phrase coordinates, also names of a list that a parse took for parts of the first: "PP, Vox y CiU"."""
        members = [each for each in conjuncts(head) if not self._is_inside(each, head)]
        first = self._mention_at.get(head.i)
        if len(members) > 1 and first is not None:
            named = [child for child in head.rights if child.dep_ in ("flat", "appos") and child.i in self._mention_at]
            kinds = {child.i: self._mention_at[child.i].mention_type for child in named}
            members += [
                child
                for child in named
                if self._mention_at[child.i] != first
                and (child.dep_ == "flat" or (kinds[child.i] == first.mention_type and child.i < members[-1].i))
            ]
        return members

    def _is_inside(self, member: Token, head: Token) -> bool:
        """Whether what a parse coordinates is the end of a name inside: "la ministra de Trabajo y Seguridad Social"."""
        mention = self._mention_at.get(member.i)
        before = [child for child in head.rights if child.i < member.i and preposition(child) is not None]
        inside = [self._mention_at.get(child.i) for child in before]
        return member.i != head.i and mention is not None and mention in inside

    def _can_do(self, head: Token) -> bool:
        if head.pos_ != "NOUN" or is_doer(head) or self.nationality(head):
            return True
        named = self._of_apposition(head) or self._of_role(head) or self._of_introduced(head)
        return bool(named or self._of_common_noun(head))

    def is_unnamed(self, head: Token) -> bool:
        """Whether a phrase is somebody whom the article does not name: "el árbitro", "los vecinos"."""
        is_noun = is_person(head) and head.i not in self._mention_at
        is_bare = (
            preposition(head) == "de"
            and not has_morph(head, "Number=Plur")
            and not any(child.dep_ == "det" for child in head.lefts)
        )  # "visita de Estado"
        return is_noun and not is_bare and not self.of(head)

    def named(self, token: Token) -> EntityMention | None:
        """The name that a word is part of."""
        return self._mention_at.get(token.i)

    def entity(self, entity_id: str) -> ArticleEntity:
        """The article entity of an id."""
        return self._entities[entity_id]

    def as_party(self, referent: Referent) -> Referent:
        """Somebody as a party to an event: for a capital that stands for a government its country."""
        entity = self._entities[referent.entity_id]
        code = None if entity.is_country or entity.entity_type != "LOC" else _capitals().get(fold(referent.text))
        return (
            referent
            if code is None
            else dataclasses.replace(referent, entity_id=self._country(code), named_id=referent.entity_id)
        )

    def is_mere_place(self, entity_id: str, text: str) -> bool:
        """Whether a name is of a place that is no country and stands for none, as a capital does for its government."""
        entity = self._entities[entity_id]
        return entity.entity_type == "LOC" and not entity.is_country and fold(text) not in _capitals()

    def can_act(self, referent: Referent) -> bool:
        """Whether somebody can be a party to an event: no treaty, prize or product, and no mere city."""
        return self._entities[referent.entity_id].entity_type != "MISC" and not self._is_city(referent.entity_id)

    def is_gathering(self, referent: Referent) -> bool:
        """Whether a name is that of a meeting or forum, which stands for those who meet: "la cumbre del G20".

        Not that of what they meet about: "las negociaciones del Tratado de Libre Comercio".
        """
        entity = self._entities[referent.entity_id]
        return entity.entity_type == "MISC" and entity.name.lower().split()[0] not in word_list("classes")["document"]

    def _is_city(self, entity_id: str) -> bool:
        entity = self._entities[entity_id]
        if entity.entity_type != "LOC" or entity.is_country:
            return False
        places = places_named(entity.name)
        return bool(places) and places[0].kind == "city"

    def nationality(self, adjective: Token) -> Referent | None:
        """The country of an adjective of nationality."""
        code = country_of_demonym(adjective.lower_)
        if code is None and lemma_of(adjective) in _regions():
            region = self._by_name.get(_regions()[lemma_of(adjective)])
            return Referent(region, adjective.text) if region else None
        if code is None or adjective.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB"):
            return None
        return Referent(self._country(code), adjective.text)

    def quote_around(self, token: Token) -> Quote | None:
        """The quote that a word stands in."""
        number = bisect_left(self._quote_starts, token.idx + 1) - 1
        if number >= 0 and token.idx < self._quotes[number].char_end:
            return self._quotes[number]
        return None

    def speaker(self, token: Token) -> list[Referent]:
        """Who says "I" or "we" at a word."""
        quote = self.quote_around(token)
        if quote is None or quote.speaker_entity_id is None:
            return []
        return [Referent(quote.speaker_entity_id, token.text, is_direct=False)]

    def cue_speaker(self, verb: Token) -> list[Referent]:
        """Who utters a quote that a verb reports: '"...", acusó la diputada'."""
        quote = self._cues.get(verb.i)
        if quote is None or quote.speaker_entity_id not in self._entities:
            return []
        return [Referent(quote.speaker_entity_id, quote.speaker_text or verb.text, is_direct=False)]

    def last_subject(self, before: int, number: str | None, *, is_person: bool = False) -> list[Referent]:
        """Whom a dropped subject stands for: the nearest subject before that agrees in number, if it is named.

        Of one in somebody's own words a subject there, or else one outside, who is not the speaker unless the words
        begin with the verb ("«Felicitó a Perú», dice la carta de Gil"); of others none there. With ``is_person`` a
        person, as for "él".
        """
        quote = self.quote_around(self._doc[before]) if self.is_quoted(self._doc[before]) else None
        found = self._nearest_subject(before, number, is_person=is_person, is_quoted=quote is not None)
        if not found and quote is not None:
            found = self._nearest_subject(before, number, is_person=is_person, is_quoted=False)
            is_own = [each.entity_id for each in found] == [quote.speaker_entity_id]
            found = [] if is_own and self._doc[before].idx > quote.char_start else found
        return [Referent(each.entity_id, each.text, is_direct=False) for each in found]

    def _nearest_subject(self, before: int, number: str | None, *, is_person: bool, is_quoted: bool) -> list[Referent]:
        place = bisect_left(self._subject_places, before) - 1
        window = PLURAL_WINDOW if number == "Plur" else WINDOW
        while place >= 0 and before - self._subject_places[place] <= window:
            at, referents, plural = self._subjects[place]
            kinds = {self._entities[each.entity_id].entity_type for each in referents}
            is_of_kind = (number is None or plural == (number == "Plur")) and (not is_person or kinds <= {"PER"})
            if is_of_kind and is_quoted == self.is_quoted(self._doc[at]):
                return referents
            place -= 1
        return []

    def is_quoted(self, token: Token) -> bool:
        """Whether a word stands in somebody's own words."""
        quote = self.quote_around(token)
        return quote is not None and quote.quote_type == "direct"

    def last_named(
        self,
        before: int,
        kinds: Iterable[str],
        *,
        is_country: bool = False,
        count: int = 1,
        words: Iterable[str] = (),
        gender: str | None = None,
    ) -> list[Referent]:
        """The entities of a kind that were named last, the nearest first.

        With one of ``words`` in their name; of persons, none whose first name is of another gender.
        """
        kinds, words = frozenset(kinds), frozenset(words)
        char = self._doc[before].idx
        found: dict[str, Referent] = {}
        for number in range(bisect_left(self._starts, char) - 1, -1, -1):
            mention = self.findings.mentions[number]
            if char - mention.char_start > WINDOW * 8 * count or len(found) == count:
                break
            entity = self._entities[mention.entity_id]
            if words.isdisjoint(entity.name.lower().split()) and words:
                continue
            if gender is not None and gender_of_person(entity.name) not in (None, gender):
                continue
            if entity.entity_type in kinds and (entity.is_country or not is_country):
                found.setdefault(mention.entity_id, Referent(mention.entity_id, mention.text, is_direct=False))
        return list(found.values())

    def last_pair(self, before: int) -> list[Referent]:
        """The two countries, or else the two persons, that were named last before a word."""
        pairs = (
            self.last_named(before, ("LOC",), is_country=True, count=2),
            self.last_named(before, ("PER",), count=2),
        )
        return next((pair for pair in pairs if len(pair) == 2), [])

    def _of_one(self, head: Token) -> list[Referent]:
        mention = self._mention_at.get(head.i)
        if mention is not None:
            return [Referent(mention.entity_id, mention.text)]
        if head.pos_ == "PRON" or head.dep_ == "det" or head.lower_ in BOTH:
            return self._of_apposition(head) or self._of_pronoun(head)
        return (
            self._of_apposition(head)
            or self._of_speaker(head)
            or self._of_identification(head)
            or self._of_pair(head)
            or self._of_title(head)
            or self._of_role(head)
            or self._of_introduced(head)
            or self._of_office(head)
            or self._of_belonging(head)
            or self._of_common_noun(head)
        )

    def _of_apposition(self, head: Token) -> list[Referent]:
        """The name that is set beside a noun: "el presidente ruso, Vladimir Putin"; beside a title a person's."""
        if lemma_of(head) in word_list("referents")["affairs"]:
            return []
        found = []
        aliases = [name for child in head.children if child.lower_ == "alias" for name in child.subtree]
        for child in (*_beside(head), *aliases):
            if child.dep_ in ("appos", "flat", "compound", "nmod") and preposition(child) is None:
                mention = self._mention_at.get(child.i)
                if mention is not None and abs(child.i - head.i) <= BESIDE:
                    found.append(mention)
        if head.dep_ == "appos" and head.head.i in self._mention_at:
            found.append(self._body_beside(head, self._mention_at[head.head.i]))  # "Luis Mora, alcalde que"
        if lemma_of(head) in title_lemmas():
            found.sort(key=lambda mention: mention.mention_type != "PER")
        return [Referent(mention.entity_id, mention.text) for mention in found[:1]]

    def _body_beside(self, noun: Token, mention: EntityMention) -> EntityMention:
        """The name that an apposition is of: the one before it where the one that the parse has cannot be.

        "Ana Gil, portavoz de Iris, una empresa", "Ana Gil, hija de Luis Paz, el jubilado".
        """
        place = noun.left_edge.i - 1
        while place > 0 and self._doc[place].is_punct:
            place -= 1
        near = self._mention_at.get(place)
        if near is None or mention.mention_type != "PER":
            return mention
        is_body = lemma_of(noun) in word_list("referents")["organization"] and near.mention_type == "ORG"
        gender = gender_of_person(self._entities[mention.entity_id].name)
        is_other = gender not in (None, _gender_of_noun(noun) or gender) and near.mention_type == "PER"
        return near if is_body or is_other else mention

    def _of_speaker(self, head: Token) -> list[Referent]:
        """Who a phrase is that a quote is ascribed to: "dijo el docente"."""
        speaker = self._speakers.get(head.i)
        return [Referent(speaker, head.text, is_direct=False)] if speaker in self._entities else []

    def _of_identification(self, head: Token) -> list[Referent]:
        """Whom a clause about a noun names: "los jóvenes fueron identificados como Ana Gil y Luis Paz"."""
        verbs = [*head.children, head.head] if head.dep_ in SUBJECTS else [*head.children]
        verbs = [verb for verb in verbs if lemma_of(verb) in word_list("referents")["naming_verbs"]]
        names = [
            each
            for above in (head, *verbs)
            for phrase in above.rights
            if verbs and any(child.lower_ == "como" for child in phrase.lefts)
            for each in conjuncts(phrase)
        ]
        called = [child for child in head.rights if lemma_of(child) in ("llamado", "apodado")]
        names += [phrase for verb in called for phrase in verb.rights if phrase.i <= verb.i + 2]
        mentions = [self._mention_at[name.i] for name in names if name.i in self._mention_at]
        return [Referent(mention.entity_id, mention.text) for mention in mentions if mention.mention_type == "PER"]

    def _of_pair(self, head: Token) -> list[Referent]:
        lefts = {child.lower_ for child in head.lefts} | {head.lower_}
        counted = any(child.lower_ == "dos" for word in head.lefts for child in (word, *word.children))
        if not (lefts & {"ambos", "ambas"} or (counted and lefts & {"los", "las", "estos", "estas", "esos", "esas"})):
            return []
        lemma = lemma_of(head)
        kinds = word_list("referents")["pair"]
        if lemma in kinds["country"]:
            return self.last_named(head.i, ("LOC",), is_country=True, count=2)
        if lemma in kinds["person"]:
            return self.last_named(head.i, ("PER",), count=2)
        if lemma in kinds["organization"]:
            return self.last_named(head.i, ("ORG",), count=2)
        return []

    def _of_title(self, head: Token) -> list[Referent]:
        """The holder of "el mandatario argentino", if the article has named him; else the country."""
        lemma = lemma_of(head)
        if lemma not in title_lemmas():
            return []
        if has_morph(head, "Number=Plur") or any(child.lower_ in ("un", "una", "varios") for child in head.lefts):
            return self._of_belonging(head)
        if any(child.dep_ == "amod" and _is_of_region(child) and not self.nationality(child) for child in head.rights):
            return []  # "el líder tabasqueño" is not whoever leads
        nations = [self.nationality(child) for child in head.children if child.dep_ in ("amod", "nmod", "flat")]
        code = next((self._entities[nation.entity_id].country_code for nation in nations if nation), None)
        owners = {r.entity_id for slot, inner in arguments(head) if slot == "de" for r in self._of_one(inner)}
        codes = {self._entities[owner].country_code for owner in owners if self._entities[owner].is_country}
        code = code or next(iter(codes), None)
        is_of_body = any(self._entities[owner].entity_type == "ORG" for owner in owners)
        holder = self._titles.holder(lemma, code, head.i, is_exact=is_of_body)
        gender = _gender_of({child.lower_ for child in head.lefts})
        is_other = holder is not None and {gender, gender_of_person(self._entities[holder].name)} == {"Fem", "Masc"}
        return [Referent(holder, head.text)] if holder is not None and not is_other else []

    def _of_role(self, head: Token) -> list[Referent]:
        """Whom "la víctima", "un joven" is, where the article says it near by: of one gender and number."""
        if not is_role(head) and not ({child.lower_ for child in head.lefts} & DEFINITE and head.pos_ == "NOUN"):
            return []
        kind = _kind_of(head)
        known = [(abs(place - head.i), named) for place, of, named in self._role_names if of == kind]
        distance, named = min(known, key=lambda each: each[0], default=(WINDOW, []))
        return [Referent(each.entity_id, head.text, is_direct=False) for each in named] if distance < WINDOW else []

    def _find_role_names(self) -> Iterator[tuple[int, tuple[str, ...], list[Referent]]]:
        for token in self._doc:
            if (
                token.pos_ in ("NOUN", "ADJ")
                and token.i not in self._mention_at
                and (is_role(token) or _has_name(token))
            ):
                named = self._of_identification(token) or self._of_apposition(token)
                if named and all(self._entities[each.entity_id].entity_type == "PER" for each in named):
                    yield token.i, _kind_of(token), named

    def _of_introduced(self, head: Token) -> list[Referent]:
        """The body that was introduced by a noun, where it is one alone: "el grupo Iris ... el grupo"."""
        if not points_back(head) or has_morph(head, "Number=Plur"):
            return []
        known = [named for place, named in self._introduced.get(_kind_of(head), ()) if place < head.i]
        is_one = len({named.entity_id for named in known}) == 1
        return [dataclasses.replace(known[0], text=head.text, is_direct=False)] if is_one else []

    def _find_introduced(self) -> dict[tuple[str, ...], list[tuple[int, Referent]]]:
        found: dict[tuple[str, ...], list[tuple[int, Referent]]] = {}
        bodies = {*word_list("referents")["organization"], *word_list("referents")["bodies"]}
        for token in self._doc:
            if token.pos_ == "NOUN" and lemma_of(token) in bodies and token.i not in self._mention_at:
                named = self._of_apposition(token) if token.dep_ != "appos" else []
                if named and self._entities[named[0].entity_id].entity_type == "ORG":
                    found.setdefault(_kind_of(token), []).append((token.i, named[0]))
        return found

    def _of_office(self, head: Token) -> list[Referent]:
        """The body named before that "el fiscal encargado", "los magistrados" act for."""
        kinds = word_list("referents")["offices"].get(lemma_of(head), [])
        if not kinds or not points_back(head):
            return []
        return next(filter(None, (self.last_named(head.i, ("ORG",), words=[kind]) for kind in kinds)), [])

    def _of_belonging(self, head: Token) -> list[Referent]:
        """Whose it is: "fuerzas rusas", "el gobierno de Nicolás Maduro", "las reformas de Milei"."""
        named = self._of_full_name(head)
        if named or is_private(head):
            return named or self._of_body(head)
        own_name = self._of_body(head) if lemma_of(head) in word_list("referents")["organization"] else []
        if own_name:
            return own_name  # "la guerrilla colombiana del Ejército Popular"
        for child in head.children:
            if child.dep_ in ("amod", "nmod", "flat") and preposition(child) is None:
                nation = self.nationality(child)
                if nation:
                    return [nation, *self._coordinated_nations(child)]
        nation = self.nationality(head)
        is_somebody = any(
            child.lower_ in ("un", "una") or child.dep_ == "nummod" or is_private(child) for child in head.lefts
        )
        if nation and not is_somebody and (head.pos_ == "NOUN" or head.dep_ in SUBJECTS):
            return [nation]
        found: list[Referent] = []
        for slot, inner in arguments(head):
            if slot in ("de", "entre", "contra") and not found and inner.i > head.i:
                found = [
                    referent
                    for each in conjuncts(inner)
                    for referent in (self._of_one(each) if each.i - head.i <= 15 else [])
                ]
        return found

    def _of_full_name(self, head: Token) -> list[Referent]:
        """The body that a noun and the name after it are together: "la policía del Capitolio"."""
        mention = self._mention_at.get(head.i + 2)
        if mention is None or self._doc[head.i + 1].lower_ not in ("de", "del"):
            return []
        known = self._full_names.get(fold(f"{head.text} {self._doc[head.i + 1].text} {mention.text}"))
        return [Referent(known, head.text)] if known else []

    def _of_body(self, head: Token) -> list[Referent]:
        """The body that one of its people stands for: "militantes de Hamás".

        Not by a relative or former member, nor by those whom it employs, teaches or serves: "trabajadores del banco".
        """
        if lemma_of(head).startswith("ex") or is_apart(head):
            return []
        if is_role(head) and not has_morph(head, "Number=Plur") and {child.lower_ for child in head.lefts} & DEFINITE:
            return []  # "el futbolista del Real Madrid" is himself
        owners = [
            each for slot, inner in arguments(head) if slot == "de" and inner.i > head.i for each in self.of(inner)
        ]
        return [each for each in owners if each.is_direct and self._entities[each.entity_id].entity_type == "ORG"]

    def _coordinated_nations(self, adjective: Token) -> list[Referent]:
        nations = [self.nationality(child) for child in adjective.children if child.dep_ == "conj"]
        return [nation for nation in nations if nation]

    def _of_common_noun(self, head: Token) -> list[Referent]:
        """What was named last of the kind of "el partido", "el país", where the noun is definite and bare."""
        words = word_list("referents")
        lemma = lemma_of(head)
        determiners = {child.lower_ for child in head.lefts}
        rights = [child for child in head.rights if child.dep_ not in ("conj", "punct")]
        adjectives = [child.lower_ for child in rights if child.dep_ == "amod"]
        if not determiners & {*DEFINITE} - {"los", "las"} or len(adjectives) < len(rights):
            return []
        if lemma in words["organization"] or lemma in words["bodies"]:
            kinds = [] if lemma in words["any_organization"] else words["bodies"].get(lemma, [lemma])
            found = self.last_named(head.i, ("ORG",), words=adjectives or kinds)
            is_pointed_at = bool(determiners & {"este", "esta", "ese", "esa", "dicho", "dicha"})
            return found or (self.last_named(head.i, ("ORG",), words=kinds) if kinds and is_pointed_at else [])
        if adjectives:
            return []
        if lemma in words["place"]:
            return self.last_named(head.i, ("LOC",), is_country=True)
        if lemma in words["unspecific"] and "ex" not in determiners:
            return self.last_named(head.i, ("PER",), gender=_gender_of(determiners))
        return []

    def _of_pronoun(self, head: Token) -> list[Referent]:
        form = head.lower_
        if form in ("que", "quien", "quienes", "cual", "cuales"):
            clause = head.head
            if head.i and self._doc[head.i - 1].lower_ == "lo":
                return []  # "lo que": the whole clause before
            is_relative = clause.dep_ in ("acl", "acl:relcl", "advcl") or (clause.dep_ == "conj" and form != "que")
            return self._of_antecedent(clause.head, head) if is_relative and clause.head.i < head.i else []
        if form in BOTH:
            return self.last_named(head.i, ("PER",), count=2) or self.last_named(
                head.i, ("LOC",), is_country=True, count=2
            )
        if form in ("él", "ella"):
            is_other = preposition(head) and not any(child.lower_ in ("mismo", "misma") for child in head.rights)
            return self._of_other(head) if is_other else self._of_gender(head, "Fem" if form == "ella" else "Masc")
        if form in ("este", "éste", "ésta") and head.dep_ in SUBJECTS:
            return self._of_latter(head)
        if form in ("ellos", "ellas", "estos", "éstos"):
            return self.last_subject(head.i, "Plur")
        if form in ("yo", "nosotros", "nosotras"):
            return self.speaker(head)
        return []

    def _of_gender(self, pronoun: Token, gender: str) -> list[Referent]:
        """Whom "él" or "ella" is: the last subject, or who else of that gender was named last."""
        found = self.last_subject(pronoun.i, "Sing", is_person=True)
        genders = {gender_of_person(self._entities[each.entity_id].name) for each in found}
        if self.is_quoted(pronoun) or (found and genders <= {None, gender}):
            return found
        return self.last_named(pronoun.i, ("PER",), gender=gender)

    def _of_antecedent(self, noun: Token, relative: Token) -> list[Referent]:
        """Whom "que" stands for: its noun, of "Mora es el juez que" Mora, else the name that it follows."""
        found = self._of_one(self._nearest_member(noun, relative))
        if found or is_person(noun):
            return found or (self._of_subject_of(noun) if any(child.dep_ == "cop" for child in noun.lefts) else [])
        place = relative.i - 1
        while place > relative.sent.start and (self._doc[place].text in BETWEEN or self._doc[place].dep_ == "det"):
            place -= 1
        mention = self._mention_at.get(place)
        if mention is None and is_verb(noun):
            last = self._doc[place]
            before = last.head if last.dep_ == "amod" else last
            return self._of_one(before) if is_doer(before) else []  # "el Gobierno chino, el cual"
        is_somebody = mention is not None and (
            mention.mention_type in ("PER", "ORG") or self._entities[mention.entity_id].is_country
        )
        return [Referent(mention.entity_id, mention.text)] if mention is not None and is_somebody else []

    def _nearest_member(self, noun: Token, relative: Token) -> Token:
        """The last of what a relative clause in the singular could be about: "desde Vox, Mora, que pidió"."""
        if grammatical_number(relative.head) != "Sing":
            return noun
        names = [each for each in conjuncts(noun) if each.i < relative.i and each.i in self._mention_at]
        return names[-1] if names else noun

    def _of_subject_of(self, predicate: Token) -> list[Referent]:
        """Whom a predicate is said of: "Mora es el juez", "Mora, que es el juez"."""
        subjects = [child for child in predicate.lefts if child.dep_ in SUBJECTS and child.pos_ != "PRON"]
        above = [predicate.head] if predicate.dep_ in ("acl", "acl:relcl") else []
        return next(filter(None, map(self._of_one, (*subjects, *above))), [])

    def _of_other(self, head: Token) -> list[Referent]:
        """Whom "con él" is: not who does it, "Mora llamó a Paz y negociará con él" means Paz."""
        last = self.last_subject(head.i, "Sing")
        verb = clause_verb(head)
        if verb is None or any(slot == "subj" and not self.of(phrase) for slot, phrase in arguments(verb)):
            return last
        doers = {each.entity_id for each in last}
        return [each for each in self.last_named(head.i, ("PER",), count=2) if each.entity_id not in doers][:1]

    def _of_latter(self, head: Token) -> list[Referent]:
        """Whom "éste" is: the person named last, if right before; of a quote, within it."""
        quote = self.quote_around(head)
        start = quote.char_start if quote else 0
        places = [
            i for i in range(max(0, head.i - LATTER), head.i) if i in self._mention_at and self._doc[i].idx >= start
        ]
        near = {self._mention_at[i].entity_id for i in places}
        return [each for each in self.last_named(head.i, ("PER",)) if each.entity_id in near]

    def _country(self, code: str) -> str:
        if code not in self._countries:
            self.findings, entity_id = with_country(self.findings, code)
            self._entities.setdefault(entity_id, self.findings.entities[-1])
            self._countries[code] = entity_id
        return self._countries[code]

    def _find_subjects(self) -> Iterator[tuple[int, list[Referent], bool]]:
        for token in self._doc:
            if token.dep_ in SUBJECTS and _is_predicate(token.head) and token.pos_ in ("PROPN", "NOUN", "ADJ"):
                referents = [each for part in conjuncts(token) for each in self._of_subject(part)]
                if referents or self.is_unnamed(token):
                    plural = len(referents) > 1 or has_morph(token, "Number=Plur")
                    yield token.i, referents, plural

    def _of_subject(self, head: Token) -> list[Referent]:
        """Whom a subject names, without looking at subjects before it; only somebody who can act."""
        mention = self._mention_at.get(head.i)
        if mention is not None:
            entity = self._entities[mention.entity_id]
            if entity.entity_type in ("PER", "ORG") or entity.is_country:
                return [Referent(mention.entity_id, mention.text)]
            return []
        return self._of_apposition(head) or self._of_speaker(head) or self._of_title(head)


def _beside(head: Token) -> list[Token]:
    """The words at a phrase's head; those that a parse hangs on the first of a list stand beside its last.

    "el presidente Mora y la premier, Ingrid Berg": the second name is the premier's.
    """
    own = [*head.children]
    later = [child.i for child in own if child.dep_ == "conj"]
    if later:
        return [child for child in own if child.dep_ != "appos" or child.i < later[-1]]
    siblings = [*head.head.children] if head.dep_ == "conj" else []
    last = max((child.i for child in siblings if child.dep_ == "conj"), default=None)
    if last == head.i:
        own += [child for child in siblings if child.dep_ == "appos" and child.i > head.i]
    return own


def points_back(noun: Token) -> bool:
    """Whether a noun points at somebody told before: "el partido", "esta misma empresa"; not "el partido de Mora"."""
    determiners = {child.lower_ for child in noun.lefts}
    return bool(determiners & DEFINITE) and not any(child.dep_ not in ("conj", "punct") for child in noun.rights)


def _gender_of_noun(noun: Token) -> str | None:
    return next(iter(noun.morph.get("Gender", [])), None)


def _is_of_region(adjective: Token) -> bool:
    return lemma_of(adjective).endswith(("eño", "eña", "ense"))


def _speakers(doc: Doc, quotes: Iterable[Quote]) -> Iterator[tuple[int, str]]:
    for quote in quotes:
        if quote.speaker_entity_id and quote.speaker_char_start is not None and quote.speaker_char_end is not None:
            span = doc.char_span(quote.speaker_char_start, quote.speaker_char_end, alignment_mode="expand")
            if span is not None:
                yield span.root.i, quote.speaker_entity_id


def _cue_of(doc: Doc, quote: Quote) -> Iterator[Token]:
    """The verb that reports a quote: the nearest word of that form, after it or else before it."""
    span = doc.char_span(quote.char_start, quote.char_end, alignment_mode="expand")
    if quote.cue is None or span is None:
        return
    form = quote.cue.split()[0]
    around = (*range(span.end, min(len(doc), span.end + NEAR)), *range(span.start - 1, max(-1, span.start - NEAR), -1))
    found = next((doc[i] for i in around if doc[i].text == form), None)
    if found is not None and is_verb(found):
        yield found


def _is_predicate(word: Token) -> bool:
    """Whether a word is what a clause says: a verb, or a noun or adjective with "es", "está"."""
    return is_verb(word) or any(child.dep_ == "cop" for child in word.lefts)


def _gender_of(determiners: set[str]) -> str | None:
    """The gender that the article of a noun tells: "la líder", "el político"."""
    if determiners & {"la", "esta", "esa", "dicha"}:
        return "Fem"
    return "Masc" if determiners & {"el", "al", "del", "este", "ese", "dicho"} else None


def _has_name(noun: Token) -> bool:
    """Whether a name follows a noun of persons: "el diácono Luis Mora", "el animador Luis Mora"."""
    is_of_person = is_person(noun) or lemma_of(noun).endswith(("dor", "dora"))
    return is_of_person and any(
        child.dep_ in ("appos", "flat") and child.i == noun.i + 1 and child.pos_ == "PROPN" for child in noun.rights
    )


def _kind_of(noun: Token) -> tuple[str, ...]:
    """What two phrases for one person have in common: noun, gender and number."""
    return (lemma_of(noun), *noun.morph.get("Gender", []), *noun.morph.get("Number", []))


@cache
def _regions() -> dict[str, str]:
    regions: dict[str, str] = word_list("referents")["regions"]
    return regions


@cache
def _capitals() -> dict[str, str]:
    return {fold(name): code for name, code in word_list("capitals").items()}


def _tokens_of(doc: Doc, mentions: Iterable[EntityMention]) -> Iterator[tuple[int, EntityMention]]:
    for mention in mentions:
        span = doc.char_span(mention.char_start, mention.char_end, alignment_mode="expand")
        if span is not None:
            for token in span:
                yield token.i, mention
