"""Which name a phrase is: "la alcaldesa *Ana Ruiz*", but none that only complements it: "el vecino de *Ana Ruiz*"."""

import re

from flows.extract.quotes.lexicon.speaker_nouns import DEMONYM, SpeakerNoun, own_words, platforms, speaker_noun
from flows.extract.quotes.phrases.sources import EMPHATIC
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.person_roles import PersonRoles
from flows.records import EntityMention
from flows.text import fold

RELATIVE = re.compile(r"(?i)\b(?:que|quien(?:es)?|cuy[oa]s?)\b")
"""What begins a clause about whom a phrase names, with others in it: "el instituto que dirige Ana Ruiz"."""
OBLIQUE = frozenset(["de", "del", "en", "para", "por", "con", "a", "al"])
LIST_JOINTS = frozenset([",", "y", "e", ", y", ", e"])


class PhraseNames:
    """The names in an article's phrases."""

    def __init__(self, names: NamesInArticle, roles: PersonRoles) -> None:
        self._names = names
        self._text = names.text
        self._roles = roles

    def head(self, start: int, end: int, noun: SpeakerNoun | None) -> EntityMention | None:
        """The name that a phrase is or is apposed to; of a document, who wrote it."""
        relative = RELATIVE.search(self._text, start + 1, end)
        inside = self._names.within(start, relative.start() if relative else end)
        if not inside:
            return self._name_set_off(start, end) if relative else None
        free = self._free(inside, start)
        if free and self._begins_with_name(free[0], start) and (noun is None or free[0].mention_type != "MISC"):
            return free[0]
        if noun is None:
            return self._person(free, None)
        if noun.kind == "organization":
            return self._person(free, None) or next(iter(free), None)
        if noun.kind == "document":
            return self._person(free, None) or self._author(inside, noun)
        return self._person(free, noun.gender) or self._of_another_type(free, start)

    def _name_set_off(self, start: int, end: int) -> EntityMention | None:
        """The person whose name ends a phrase after a comma: "una madre que acompañó la marcha, *Lorena Díaz*"."""
        last = next(reversed(self._names.within(start, end)), None)
        is_person = last is not None and last.mention_type == "PER" and last.char_end >= end
        return last if last is not None and is_person and self._text[start : last.char_start].endswith(", ") else None

    def is_complement(self, mention: EntityMention, start: int) -> bool:
        """Tell a name after a preposition: "el vecino de Ana Ruiz"."""
        if mention.char_start <= start:
            return False
        before = self._text[start : mention.char_start].lower().split()
        if before and before[-1] in ("el", "la", "los", "las") and len(before) > 1:
            before = before[:-1]
        return bool(before) and before[-1] in OBLIQUE

    def is_beside(self, mention: EntityMention, start: int, end: int) -> bool:
        """Tell who has a part beside the subject: "con *Ruiz*", "tras ver a su colega, *Ruiz*, el alcalde dijo"."""
        return self.is_complement(mention, start) or self._text[mention.char_end : end].strip() == ","

    def _begins_with_name(self, mention: EntityMention, start: int) -> bool:
        """Tell "la CEPAL" and "la propia CEPAL"."""
        before = self._text[start : mention.char_start].lower().split()
        return mention.char_start <= start + 4 or (len(before) > 1 and EMPHATIC.issuperset(before[1:]))

    def _author(self, inside: tuple[EntityMention, ...], noun: SpeakerNoun) -> EntityMention | None:
        types = ("ORG", "PER") if noun.lemma in own_words() else ("ORG",)
        return next((m for m in inside if m.mention_type in types and fold(m.text) not in platforms()), None)

    def _person(self, free: list[EntityMention], gender: str | None) -> EntityMention | None:
        persons = (m for m in free if m.mention_type == "PER" and self._roles.agrees(m.entity_id, gender))
        return next(persons, None)

    def _of_another_type(self, free: list[EntityMention], start: int) -> EntityMention | None:
        """The name of "la enfermera Lili", and of the body in "el chileno Banco del Sur", whatever type it has."""
        if not free or free[0].mention_type == "LOC":
            return None
        word = self._text[start : free[0].char_start].lower().split()[-1:]
        title = speaker_noun(word[0]) if word else None
        is_title = title is not None and title.kind == "person"
        return free[0] if title and is_title and (free[0].mention_type == "MISC" or title.lemma == DEMONYM) else None

    def _free(self, inside: tuple[EntityMention, ...], start: int) -> list[EntityMention]:
        """The names that complement nothing, nor go on a list that does: "los equipos del Lugo, *Eibar* y *Elche*".

        A person's name goes on none of others: "el asesor de Ruiz y *Paz*", but "el asesor de Economía, Ana Paz".
        """
        free: list[EntityMention] = []
        listed_until, listed_type = 0, ""
        for mention in inside:
            joint = self._text[listed_until : mention.char_start].strip() if listed_until else None
            is_alike = mention.mention_type != "PER" or (listed_type == "PER" and joint in ("y", "e"))
            if self.is_complement(mention, start) or (joint in LIST_JOINTS and is_alike):
                listed_until, listed_type = mention.char_end, mention.mention_type
            else:
                free.append(mention)
        return free
