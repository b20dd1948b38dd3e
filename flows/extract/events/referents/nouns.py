"""Whom a common noun stands for: "el mandatario argentino", "las fuerzas rusas", "los dos líderes", "el partido"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_apart, is_doer, is_of_region, is_person, is_private, is_role
from flows.extract.events.referents.appositions import name_beside, names_given
from flows.extract.events.referents.dropped_subjects import DroppedSubjects
from flows.extract.events.referents.introductions import Introductions
from flows.extract.events.referents.names import WINDOW, Names, Reading, Referent
from flows.extract.events.referents.offices import Offices
from flows.extract.events.referents.speech import Speech
from flows.extract.events.referents.titles import Titles, is_former, office_at, title_lemmas
from flows.extract.events.syntax import (
    BOTH,
    DEFINITE,
    NOMINAL,
    SUBJECTS,
    arguments,
    clause_verb,
    conjuncts,
    has_morph,
    is_verb,
    lemma_of,
    participle_form,
    points_back,
    preposition,
)
from flows.nlp.person_names import gender_of_person
from flows.text import fold

CIRCUMSTANCES = frozenset({"por", "tras", "durante", "desde", "ante", "según", "mediante", "sobre"})
"""Prepositions of why, when and how something is done, whatever a parse hangs them on."""

PEOPLE_BACK = 3
"""How many people back "el expresidente" is looked for: the last named may be the president."""

REGIONALS_BACK = 12
"""How many people back "el limeño" is looked for: who is called so is whom the article is about."""

STATE = frozenset({"gobierno", "oficina", "régimen", "administración"})
"""Nouns of what acts for a country, besides those of its bodies."""


class Nouns:
    """What the common nouns of one article stand for, given what its phrases do: all of a list, and one member."""

    def __init__(
        self, doc: Doc, names: Names, speech: Speech, dropped: DroppedSubjects, of: Reading, of_one: Reading
    ) -> None:
        self._doc = doc
        self._names = names
        self._speech = speech
        self._dropped = dropped
        self._of = of
        self._of_one = of_one
        self._titles = Titles(doc, names.findings)
        self._introductions = Introductions(doc, names)
        self._offices = Offices(doc, names)
        self._full_names = {fold(entity.name): entity.article_entity_id for entity in names.findings.entities}

    def of(self, head: Token) -> list[Referent]:
        """Whom a noun stands for that no name is set beside."""
        if _is_past_or_own_chief(head):
            return names_given(head, self._names) or self.title(head)
        return (
            names_given(head, self._names)
            or self._of_pair(head)
            or self.title(head)
            or self._introductions.person(head)
            or self._introductions.body(head)
            or self._of_own(head)
            or self._of_office(head)
            or self._of_belonging(head)
            or self._of_leaders(head)
            or self._of_common_noun(head)
        )

    def title(self, head: Token) -> list[Referent]:
        """The holder of "el mandatario argentino", if the article has named him; else the country."""
        lemma = lemma_of(head)
        if lemma not in title_lemmas():
            return []
        beside = self._titles.beside(head)
        if beside is not None:
            return [Referent(beside, head.text)]
        if _is_past_or_own_chief(head):
            return []
        if has_morph(head, "Number=Plur") or any(child.lower_ in ("un", "una", "varios") for child in head.lefts):
            return self._of_belonging(head)
        if any(
            child.dep_ == "amod" and is_of_region(child) and not self._names.nationality(child) for child in head.rights
        ):
            return []  # "el líder tabasqueño" is not whoever leads
        nations = [self._names.nationality(child) for child in head.children if child.dep_ in ("amod", "nmod", "flat")]
        code = next((self._names.entity(nation.entity_id).country_code for nation in nations if nation), None)
        owners = {r.entity_id for slot, inner in arguments(head) if slot == "de" for r in self._of_one(inner)}
        codes = {self._names.entity(owner).country_code for owner in owners if self._names.entity(owner).is_country}
        code = code or next(iter(codes), None)
        is_of_body = any(self._names.entity(owner).entity_type == "ORG" for owner in owners)
        usual = office_at(head)
        is_exact = is_of_body and usual != "presidente"  # "el titular del Ejecutivo" may be called "el mandatario" too
        holder = self._titles.holder(usual, code, head.i, is_exact=is_exact)
        gender = _gender_of({child.lower_ for child in head.lefts})
        is_other = holder is not None and {gender, gender_of_person(self._names.entity(holder).name)} == {"Fem", "Masc"}
        return [Referent(holder, head.text)] if holder is not None and not is_other else []

    def can_do(self, head: Token) -> bool:
        """Whether a phrase is of somebody who can do something, not a thing of somebody's: "el plan de Mora"."""
        if head.pos_ != "NOUN" or self._names.named(head) or is_doer(head) or self._names.nationality(head):
            return True
        named = name_beside(head, self._names) or self._introductions.person(head) or self._introductions.body(head)
        return bool(named or self._of_common_noun(head))

    def _of_pair(self, head: Token) -> list[Referent]:
        lefts = {child.lower_ for child in head.lefts} | {head.lower_}
        counted = any(child.lower_ == "dos" for word in head.lefts for child in (word, *word.children))
        lemma = lemma_of(head)
        kinds = word_list("referents")["pair"]
        if not (lefts & BOTH or (counted and lefts & {"los", "las", "estos", "estas", "esos", "esas"})):
            return self._just_named(head) if lemma in word_list("referents")["two_just_named"] else []
        if lemma in kinds["country"]:
            return self._names.last_named(head.i, ("LOC",), is_country=True, count=2)
        if lemma in kinds["person"]:
            return self._names.last_named(head.i, ("PER",), count=2)
        if lemma in kinds["organization"]:
            return self._names.last_named(head.i, ("ORG",), count=2)
        return []

    def _just_named(self, head: Token) -> list[Referent]:
        """The two people of the sentence before whom a bare plural takes up: "Paz recibió a Mora. Los líderes"."""
        if not points_back(head) or not has_morph(head, "Number=Plur") or head.sent.start == 0:
            return []
        before = self._doc[head.sent.start - 1].sent
        people = self._names.last_named(head.i, ("PER",), count=3)
        mentions = {
            self._names.mention_at[i].entity_id
            for i in range(max(before.start, head.i - WINDOW), head.i)
            if i in self._names.mention_at
        }
        here = [each for each in people if each.entity_id in mentions]
        return here if len(here) == 2 else []

    def _of_office(self, head: Token) -> list[Referent]:
        """The body named before that "el fiscal encargado", "los agentes que lo detuvieron" act for."""
        kinds = word_list("referents")["offices"].get(lemma_of(head), [])
        if not kinds or not (points_back(head) or _are_told_of(head)):
            return []
        return next(filter(None, (self._names.last_named(head.i, ("ORG",), words=[kind]) for kind in kinds)), [])

    def _of_belonging(self, head: Token) -> list[Referent]:
        """Whose it is: "fuerzas rusas", "el gobierno de Nicolás Maduro", "las reformas de Milei"."""
        named = self._of_full_name(head)
        if named or is_private(head) or is_apart(head):
            return named or self._of_body(head)
        own_name = self._of_body(head) if lemma_of(head) in word_list("referents")["organization"] else []
        if own_name:
            return own_name  # "la guerrilla colombiana del Ejército Popular"
        for child in head.children:
            if child.dep_ in ("amod", "nmod", "flat") and preposition(child) is None:
                nation = self._names.nationality(child)
                if nation:
                    return [nation, *self._coordinated_nations(child)]
        nation = self._names.nationality(head)
        is_somebody = _is_one_person(head) or any(
            child.lower_ in ("un", "una") or child.dep_ == "nummod" or is_private(child) for child in head.lefts
        )
        is_counterpart = any(lemma_of(child) in word_list("referents")["counterparts"] for child in head.lefts)
        if nation and not is_somebody and (head.pos_ == "NOUN" or head.dep_ in SUBJECTS or is_counterpart):
            return [nation]
        offices = self._offices.owners(head)
        if offices is not None:
            return offices
        owners = self._owners(head)
        if lemma_of(head) in word_list("referents")["authorities"]:
            return [replace(each, is_governed=True) for each in owners]
        return owners

    def _owners(self, head: Token) -> list[Referent]:
        """Those whom "de" joins to a noun: "las reformas de Milei", "los países miembros de la UE"."""
        members = [child for child in head.rights if lemma_of(child) == "miembro"]
        for slot, inner in (each for noun in (head, *members) for each in arguments(noun)):
            is_rank = inner.text == "Estado" and is_person(head)  # "el secretario de Estado"
            is_whose = slot in ("de", "entre", "contra") or (slot == "en" and self._is_of_country(head, inner))
            if is_whose and inner.i > head.i and not is_rank:
                near = [each for each in conjuncts(inner) if each.i - head.i <= 15]
                found = [referent for each in near for referent in self._of_one(each)]
                if found:
                    return found
                if is_apart(inner):
                    return []  # "cientos de empleados de Iris", of which a parse hung the second on the first
        return []

    def _is_of_country(self, head: Token, place: Token) -> bool:
        """Whether a country that authorities or a judge are in is theirs: "las autoridades en Perú"."""
        words, mention = word_list("referents"), self._names.named(place)
        is_in_office = lemma_of(head) in words["authorities"] or lemma_of(head) in words["offices"]
        return is_in_office and mention is not None and self._names.entity(mention.entity_id).is_country

    def _of_own(self, head: Token) -> list[Referent]:
        """Who "su Gobierno", "su país" is of whoever speaks or acts: "el canciller de Perú dijo que su país votará"."""
        is_own = any(child.lower_ in ("su", "nuestro", "nuestra") for child in head.lefts)
        if not is_own or lemma_of(head) not in word_list("referents")["own_state"]:
            return []
        owner = self._who_tells(head)
        if owner is None or self._names.entity(owner.entity_id).is_country:
            return [owner] if owner is not None else []
        code = self._titles.country(owner.entity_id)
        if code is None:
            return []
        own = self._names.country(code)
        is_clear = preposition(head) == "por" or any(child.lower_ in ("propio", "propia") for child in head.children)
        is_other = not is_clear and self._is_after_other_country(head, own)
        return [] if is_other else [Referent(own, head.text, is_direct=False)]

    def _is_after_other_country(self, head: Token, own: str) -> bool:
        """Whether "su" may be of another country that its sentence names: "criticó a Perú porque su gobierno"."""
        words = self._doc[max(head.sent.start, head.i - WINDOW) : head.i]
        told = map(self._names.named, words)
        countries = {each.entity_id for each in told if each and self._names.entity(each.entity_id).is_country}
        return bool(countries - {own})

    def _who_tells(self, head: Token) -> Referent | None:
        """Who says or does that in which "su país" stands, if it is one: the speaker, or the subject of the clause."""
        said = self._speech.speaker(head)
        if said:
            return said[0]
        verb = clause_verb(head)
        if verb is not None and head.dep_ in SUBJECTS:
            verb = clause_verb(verb.head) if verb.dep_ == "ccomp" else None
        subjects = [phrase for slot, phrase in arguments(verb) if slot == "subj"] if verb is not None else []
        found = [each for phrase in subjects if not phrase.is_ancestor(head) for each in self._of(phrase)]
        return found[0] if len(found) == 1 else None

    def _of_leaders(self, head: Token) -> list[Referent]:
        """Who leads or makes up a delegation that has no other name: "la comisión encabezada por Mora"."""
        leading = [child for child in head.rights if participle_form(child) in word_list("referents")["leaders"]]
        led = [phrase for participle in leading for slot, phrase in arguments(participle) if slot == "por"]
        return [each for phrase in led for each in self._of(phrase) if self._names.is_person(each)]

    def _of_full_name(self, head: Token) -> list[Referent]:
        """The body that a noun and the name after it are together: "la policía del Capitolio"."""
        mention = self._names.mention_at.get(head.i + 2)
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
        inside = [inner for slot, inner in arguments(head) if slot == "de" and inner.i > head.i]
        return [each for inner in inside for each in self._of(inner) if each.is_direct and self._is_body(each, inner)]

    def _is_body(self, referent: Referent, phrase: Token) -> bool:
        """Whether somebody is a body, or a country by one of its: "el ministerio de Defensa ruso"."""
        entity = self._names.entity(referent.entity_id)
        is_of_state = lemma_of(phrase) in {*word_list("referents")["bodies"], *STATE} and phrase.pos_ == "NOUN"
        return entity.entity_type == "ORG" or (entity.is_country and is_of_state)

    def _coordinated_nations(self, adjective: Token) -> list[Referent]:
        nations = [self._names.nationality(child) for child in adjective.children if child.dep_ == "conj"]
        return [nation for nation in nations if nation]

    def _of_common_noun(self, head: Token) -> list[Referent]:
        """What was named last of the kind of "el partido", "el país", where the noun is definite and bare."""
        words = word_list("referents")
        lemma = lemma_of(head)
        determiners = {child.lower_ for child in head.lefts}
        rights = [child for child in head.rights if child.dep_ not in ("conj", "punct") and not _is_stray(child)]
        adjectives = [child.lower_ for child in rights if child.dep_ == "amod"]
        if not determiners & {*DEFINITE} - {"los", "las"} or len(adjectives) < len(rights):
            return []
        if lemma in words["organization"] or lemma in words["bodies"]:
            kinds = [] if lemma in words["any_organization"] else words["bodies"].get(lemma, [lemma])
            found = self._names.last_named(head.i, ("ORG",), words=adjectives or kinds)
            is_pointed_at = bool(determiners & {"este", "esta", "ese", "esa", "dicho", "dicha"})
            return found or (self._names.last_named(head.i, ("ORG",), words=kinds) if kinds and is_pointed_at else [])
        if any(self._names.nationality(child) is None for child in rights if child.dep_ == "amod"):
            return []
        if lemma in words["place"] and not adjectives:
            return self._names.last_named(head.i, ("LOC",), is_country=True)
        is_by_origin = _is_one_person(head) and (
            self._names.nationality(head) or (is_of_region(head) and not is_private(head))
        )
        if (lemma in words["unspecific"] and "ex" not in determiners) or is_by_origin:
            back = REGIONALS_BACK if is_by_origin and not self._names.nationality(head) else PEOPLE_BACK
            people = self._names.last_named(head.i, ("PER",), gender=_gender_of(determiners), count=back)
            others = self._doers_beside(head)
            people = [each for each in people if each.entity_id not in others]
            if is_by_origin:
                return self._names.most_named(people)
            may_be = [each for each in people if not (is_former(lemma) and self._titles.is_in_office(each.entity_id))]
            if head.dep_ in SUBJECTS:  # "Paz llamó a Mora. El republicano pidió"
                last = {each.entity_id for each in self._dropped.last(head.i, "Sing", is_person=True)}
                may_be.sort(key=lambda each: each.entity_id not in last)
            return may_be[:1]
        return []

    def _doers_beside(self, noun: Token) -> set[str]:
        """Who does what is done to somebody, and so is not meant by him: "el fiscal Luis Mora denunció al político"."""
        verb = noun.head
        if noun.dep_ in SUBJECTS or not is_verb(verb):
            return set()
        subjects = [phrase for slot, phrase in arguments(verb) if slot == "subj"]
        named = [name_beside(each, self._names) for each in subjects if self._names.named(each) is None]
        named += [self._names.of_mention(mention) for each in subjects if (mention := self._names.named(each))]
        return {each.entity_id for group in named for each in group}


def _is_past_or_own_chief(noun: Token) -> bool:
    """Whether a title is said to be held no more, or is of whoever one works for: "su anterior jefe"."""
    lefts = {child.lower_ for child in noun.lefts}
    is_own_chief = bool(lefts & {"su", "sus", "mi"}) and lemma_of(noun) in ("jefe", "jefa")
    return is_own_chief or any(lemma_of(child) in word_list("referents")["past_holders"] for child in noun.children)


def _is_one_person(noun: Token) -> bool:
    """Whether a noun stands alone for one person: "el peruano"; not "los peruanos", "el Gobierno ruso y el peruano"."""
    is_definite = any(child.lower_ in ("el", "la", "al", "del") for child in noun.lefts)
    is_of_list = noun.dep_ == "conj" or any(child.dep_ == "cc" for child in noun.lefts) or _follows_and(noun)
    is_noun = noun.pos_ == "NOUN" or (noun.pos_ == "ADJ" and noun.dep_ in SUBJECTS)
    return is_definite and is_noun and has_morph(noun, "Number=Sing") and not is_of_list


def _follows_and(noun: Token) -> bool:
    start = noun.left_edge.i
    return start > noun.sent.start and noun.doc[start - 1].dep_ == "cc"


def _are_told_of(noun: Token) -> bool:
    """Whether nothing but what they did says who several people are: "los agentes", "los agentes que lo detuvieron"."""
    is_plural = has_morph(noun, "Number=Plur") and any(child.lower_ in DEFINITE for child in noun.lefts)
    return is_plural and all(child.dep_ in ("acl", "acl:relcl", "conj", "punct") for child in noun.rights)


def _is_stray(phrase: Token) -> bool:
    """Whether a phrase at a noun is the verb's, and does not say which one is meant: "acusó al senador por robo".

    Or only tells more of who is meant: "la peruana, autora de".
    """
    place = phrase.left_edge.i
    if phrase.dep_ == "appos" and place and phrase.doc[place - 1].text == ",":
        return True
    if preposition(phrase) == "de" and lemma_of(phrase.head.head) in word_list("referents")["charging_verbs"]:
        return phrase.pos_ == "NOUN" and phrase.left_edge.i + 1 == phrase.i  # "acusó al senador de robo"
    return phrase.pos_ in NOMINAL and preposition(phrase) in CIRCUMSTANCES


def _gender_of(determiners: set[str]) -> str | None:
    """The gender that the article of a noun tells: "la líder", "el político"."""
    if determiners & {"la", "esta", "esa", "dicha"}:
        return "Fem"
    return "Masc" if determiners & {"el", "al", "del", "este", "ese", "dicho"} else None
