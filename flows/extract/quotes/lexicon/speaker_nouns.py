"""Common nouns that name somebody who speaks, and which of them may stand for one another (``data/speakers.yml``)."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from flows.extract.quotes.lexicon.cues import plural, word_list
from flows.nlp.gazetteer import country_of_demonym
from flows.text import fold

DEMONYM = "demonym"
"""The lemma of every noun for somebody of a country: "el salvadoreño"."""
DEFINITE = frozenset(["el", "la", "los", "las", "este", "esta", "dicho", "dicha", "ese", "esa"])
"""What may stand before a noun that takes somebody up."""
RANKS = ("sub", "vice", "co")
AGENT_ENDINGS = ("dor", "dora", "ista", "ólogo", "óloga", "ógrafo", "ógrafa")


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """What a noun that names a speaker says of it."""

    lemma: str
    kind: str
    """person, organization or document"""
    gender: str | None
    is_plural: bool

    @property
    def is_one_person(self) -> bool:
        """Whether it names one person: "la alcaldesa", not "los vecinos" or "el club"."""
        return self.kind == "person" and not self.is_plural


@cache
def speaker_nouns() -> dict[str, SpeakerNoun]:
    """Every written form of a noun that names a speaker, lower case."""
    data = word_list("speakers.yml")
    found: dict[str, SpeakerNoun] = {}
    for kind in ("documents", "organizations"):
        for noun in data[kind]:
            for is_plural, text in ((False, noun), (True, plural(noun))):
                found[text] = SpeakerNoun(noun, kind[:-1], None, is_plural)
    for noun in [*data["persons"], *data["regional"], *(noun for line in data["roles"] for noun in line)]:
        for text, gender in _genders(noun):
            if text == noun or text not in found:  # "la consultora" is rather a firm than somebody
                found[text] = SpeakerNoun(noun, "person", gender, False)
                found[plural(text)] = SpeakerNoun(noun, "person", gender, True)
            former = f"ex{text}"
            found.setdefault(former, SpeakerNoun(f"ex{noun}", "person", gender, False))
            found.setdefault(plural(former), SpeakerNoun(f"ex{noun}", "person", gender, True))
    return found


@lru_cache(maxsize=8192)
def speaker_noun(word: str) -> SpeakerNoun | None:
    """Look a written form up; a noun of an agent that is not listed is one by its ending.

    Every word of a sentence is asked several times over, so the last few thousand are kept.

    >>> speaker_noun("conocedores")
    SpeakerNoun(lemma='conocedor', kind='person', gender='m', is_plural=True)
    >>> speaker_noun("ex-alcaldesa")
    SpeakerNoun(lemma='exalcalde', kind='person', gender='f', is_plural=False)
    """
    known = speaker_nouns().get(word) or speaker_nouns().get(word.replace("ex-", "ex", 1)) or _deputy(word)
    if known is not None:
        return known
    first, hyphen, second = word.partition("-")
    if hyphen and first in speaker_nouns() and second in speaker_nouns():  # "la directora-presidenta"
        return speaker_nouns()[first]
    if country_of_demonym(word) is not None:
        return SpeakerNoun(DEMONYM, "person", {"a": "f", "o": "m"}.get(word.removesuffix("s")[-1:]), word[-1] == "s")
    singular = word.removesuffix("es") if word.endswith("res") else word.removesuffix("s")
    if singular.endswith(AGENT_ENDINGS) and singular not in word_list("speakers.yml")["no_speakers"]:
        return SpeakerNoun(_masculine(singular), "person", None, word != singular)
    return None


def _deputy(word: str) -> SpeakerNoun | None:
    """Look up whom somebody stands below or beside: "subdelegado", "vicealcaldesa", "co-fundador"."""
    for rank in RANKS:
        superior = speaker_nouns().get(word.removeprefix(rank).removeprefix("-")) if word.startswith(rank) else None
        if superior is not None and superior.kind == "person":
            return replace(superior, lemma=rank + superior.lemma)
    return None


def _masculine(agent: str) -> str:
    """Give the masculine of a noun with an ending of agents.

    >>> _masculine("micóloga"), _masculine("pianista")
    ('micólogo', 'pianista')
    """
    return (
        agent.removesuffix("a") + "o"
        if agent.endswith(("óloga", "ógrafa"))
        else agent.removesuffix("a" * agent.endswith("dora"))
    )


@cache
def interchangeable() -> dict[str, frozenset[str]]:
    """For each role, the roles that a later phrase may use for it, itself included."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in word_list("speakers.yml")["roles"]:
        for noun in line:
            found[noun].update(line)
    return {noun: frozenset(others) for noun, others in found.items()}


def other_words(role: str) -> frozenset[str]:
    """Give the roles that a later phrase may call so: of "exfuncionario" also "exministro" and "exsecretario"."""
    former = interchangeable().get(role.removeprefix("ex"), frozenset()) if role.startswith("ex") else frozenset()
    if role.endswith("ólogo") and role not in interchangeable():  # "el cardiólogo" is "la doctora" of before
        return interchangeable()["experto"] | {role}
    return interchangeable().get(role, frozenset()) | {role} | {f"ex{other}" for other in former}


@cache
def own_words() -> frozenset[str]:
    """Nouns of documents that are the words of whom they are of: "la versión de Ana Ruiz"."""
    return frozenset(word_list("speakers.yml")["own_words"])


@cache
def platforms() -> frozenset[str]:
    """Names of what carries the words of others, folded: "un mensaje de WhatsApp" is not WhatsApp's."""
    return frozenset(word_list("speakers.yml")["platforms"])


@cache
def reckonings() -> frozenset[str]:
    """Nouns of what the last speaker reckons: "sus cálculos"."""
    return frozenset(word_list("speakers.yml")["reckonings"])


@cache
def messages() -> frozenset[str]:
    """Nouns of texts that somebody sends or publishes: "concluye el mensaje" tells what its writer says."""
    return frozenset(word_list("speakers.yml")["messages"])


@cache
def generic_bodies() -> frozenset[str]:
    """Nouns by which a later phrase takes up an organization: "la entidad"."""
    return frozenset(word_list("speakers.yml")["bodies"]) | body_kinds()


@cache
def body_kinds() -> frozenset[str]:
    """Nouns that take up only bodies of one kind, which are called nothing else: "la televisora"."""
    return frozenset(word_list("speakers.yml")["body_kinds"])


@cache
def bodies_by_name() -> frozenset[str]:
    """Nouns of organizations, folded, as they stand in names: "Organización de Estados"."""
    return frozenset(fold(noun) for noun in word_list("speakers.yml")["organizations"])


@cache
def _body_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in word_list("speakers.yml")["body_roles"]:
        for noun in line:
            found[noun].update(fold(other) for other in line)
    return {noun: frozenset(others) for noun, others in found.items()}


def interchangeable_bodies(noun: str) -> frozenset[str]:
    """Give the words, folded, by which a body that a noun names may be called too: "la corte", "el tribunal"."""
    return _body_words().get(noun, frozenset({fold(noun)}))


@cache
def callings() -> frozenset[str]:
    """Nouns for what many in one article may be: "el experto" is rather who speaks than who was so called before."""
    return frozenset(word_list("speakers.yml")["callings"])


@cache
def regional() -> frozenset[str]:
    """Nouns for somebody of a region or a city, which are no roles: "el tabasqueño"."""
    return frozenset(word_list("speakers.yml")["regional"])


@cache
def politicians() -> frozenset[str]:
    """What persons in politics are presented as."""
    lists = word_list("speakers.yml")
    return frozenset([*lists["offices"], *lists["politicians"]])


def is_of_politics(noun: str) -> bool:
    """Tell another word for a politician: "el dirigente", "el uribista"; not an office ("el ministro")."""
    is_listed = noun in speaker_nouns()
    return noun in word_list("speakers.yml")["politicians"] or (noun.endswith("ista") and not is_listed)


@cache
def portfolios() -> dict[str, str]:
    """What else a minister is called, by a word of what they are minister of, folded."""
    return dict(word_list("speakers.yml")["portfolios"])


@cache
def named_by_part() -> frozenset[str]:
    """Nouns for the part that somebody has in what is told: "el testigo" is not just anybody who was named."""
    return frozenset(word_list("speakers.yml")["parts"])


@cache
def speaking_bodies() -> frozenset[str]:
    """Nouns of bodies whose people speak unnamed: "dijeron en el ministerio"."""
    return frozenset(word_list("speakers.yml")["speaking_bodies"])


def is_movement(word: str) -> bool:
    """Tell what a movement is called: "el peronismo", but not "el turismo"."""
    return word.endswith("ismo") and word not in word_list("speakers.yml")["no_movements"]


def is_person_in_feminine(word: str) -> bool:
    """Tell what is somebody only in the feminine: "la modelo", but not "el modelo"."""
    return word in word_list("speakers.yml")["persons_in_feminine"]


def _genders(noun: str) -> tuple[tuple[str, str | None], ...]:
    """Give the forms of a noun for a person with their gender.

    >>> _genders("ministro"), _genders("alcalde")
    ((('ministro', 'm'), ('ministra', 'f')), (('alcalde', None), ('alcaldesa', 'f')))
    """
    feminine = word_list("speakers.yml")["feminines"].get(noun)
    if feminine is not None:
        return (noun, None), (feminine, "f")
    if noun.endswith("o"):
        return (noun, "m"), (noun[:-1] + "a", "f")
    if noun.endswith(("dor", "tor", "sor", "or")):
        return (noun, "m"), (noun + "a", "f")
    if noun.endswith(("nte", "fe", "z")):
        return (noun, None), (noun[:-1] + "a" if noun.endswith("e") else noun + "a", "f")
    return ((noun, None),)
