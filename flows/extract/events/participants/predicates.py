"""One trigger as it is read: its word, what its entry says of who takes part, and whom the article's phrases mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.of_verbs import Subjects
from flows.extract.events.syntax import is_passive
from flows.extract.events.triggers.light_verbs import light_verb

PartiesOf = Callable[[Token, Entry], tuple[Sequence[Referent], Sequence[Referent]]]
"""Who does and who receives an event inside the phrase of another."""


@dataclass(frozen=True)
class Predicate:
    """A trigger for which those are looked for who have one role in it."""

    token: Token
    entry: Entry
    referents: Referents
    trigger_of: Callable[[Token], Entry | None]
    """The reading of a word that is itself a trigger."""
    parties_of: PartiesOf
    role: str = "actor"

    @property
    def names(self) -> Names:
        """Whom the article names."""
        return self.referents.names

    @cached_property
    def subjects(self) -> Subjects:
        """The subjects of its verbs."""
        return Subjects(self.referents)

    @property
    def event_type(self) -> str:
        """The PLOVER type that the trigger is read as."""
        return self.entry.event_type

    @property
    def is_verb(self) -> bool:
        """Whether it is read as a verb or participle, not as a noun."""
        return self.entry.part_of_speech != "noun"

    @cached_property
    def is_passive(self) -> bool:
        """Whether it is a verb in the passive: "fue acusado por"."""
        return self.entry.part_of_speech == "verb" and is_passive(self.token)

    @property
    def is_transitive(self) -> bool:
        """Whether it is done to its object, and no "se" is asked of it."""
        conditions = dict(self.entry.conditions).keys()
        return self.entry.frame.recipient[:1] == ("obj",) and not {"se", "without_se"} & conditions

    @property
    def is_dative(self) -> bool:
        """Whether it is done to whom "a" or "le" says: "pidió ayuda a Perú"."""
        return self.entry.frame.recipient[:1] == ("a",)

    @property
    def is_visit(self) -> bool:
        """Whether somebody goes somewhere by it."""
        return self.entry.mode == "visit"

    @property
    def is_trust(self) -> bool:
        """Whether "en" says in whom one trusts: "la confianza en Mora"."""
        return self.entry.frame.recipient[:1] == ("en",)

    @property
    def is_joint(self) -> bool:
        """Whether all its parties do it together."""
        return self.entry.frame.joint

    @property
    def is_personal(self) -> bool:
        """Whether only a person can have it or undergo it: "su renuncia", "su detención"."""
        return "poss" in self.entry.frame.recipient or self.entry.family == "resign"

    @property
    def is_done_to_person(self) -> bool:
        """Whether only people undergo it: "fue asesinado", "fue detenido"."""
        return self.entry.family == "kill" or self.entry.mode == "arrest"

    @property
    def is_charge(self) -> bool:
        """Whether somebody is charged or investigated by it."""
        return self.entry.mode in ("allege", "investigate")

    @cached_property
    def light_verb(self) -> tuple[Token, bool] | None:
        """The verb that a noun does its work with, as of ``light_verb``."""
        return light_verb(self.token, is_joint=self.is_joint, is_charge=self.is_charge)
