"""Which names of one article name the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from flows.extract.entities.clusters.fuller_forms import form_index, fuller_form
from flows.extract.entities.clusters.joined_in_text import joined_in_text
from flows.extract.entities.clusters.relatives import relatives_told
from flows.extract.entities.forms.same import Owners, group_key
from flows.extract.entities.names import Name
from flows.nlp.known_names import Known, known_name
from flows.nlp.person_names import is_first_name


class Join(NamedTuple):
    """Why a form stands for a fuller one: that form as the text has it, and the rule (``FORM_RULES``)."""

    full_form: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Names of one thing, in the order of the text, and the joins of its forms."""

    names: tuple[Name, ...]
    joins: Mapping[str, Join] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """A well-known form, else the fullest, no alias, the earliest of several. Countries have theirs without it."""
        aliases = {form for form, join in self.joins.items() if join.rule == "alias"}

        def rank(name: Name) -> tuple[bool, bool, bool, int, int, int]:
            is_known = known_name(name.text) is not None
            return (is_known, name.text not in aliases, *_fullness(name), -name.char_start)

        best = max(self.names, key=rank)
        name = " ".join(best.text.split())
        return f"familia {name}" if best.is_named_after and best.mention_type == "PER" else name

    @property
    def entity_type(self) -> str:
        """The type of its fullest form."""
        return max(self.names, key=lambda name: (*_fullness(name), -name.char_start)).mention_type

    @property
    def is_named_after(self) -> bool:
        """It is called after a person or town, and is neither."""
        return all(name.is_named_after for name in self.names)

    @property
    def apart(self) -> str | None:
        """What tells it from another thing that the article calls so (``Name.apart``)."""
        return next((name.apart for name in self.names if name.apart), None)

    @property
    def own(self) -> Known | None:
        """What the newsroom's own list says that it is."""
        return next((name.own for name in self.names if name.own), None)


def _fullness(name: Name) -> tuple[bool, int, int]:
    """A person's first name tells more than a second surname: "Eva Duarte" before "Duarte de Ochoa"."""
    parts = name.text.split()
    has_first_name = name.mention_type == "PER" and len(parts) > 1 and is_first_name(parts[0])
    return has_first_name, len(parts), 0 if name.text.isupper() else len(name.text)


def cluster_names(text: str, names: tuple[Name, ...]) -> tuple[Cluster, ...]:
    """Group an article's names by what they name.

    The same words name the same thing. A shorter name joins the fuller one before it: a surname its full name, an
    acronym its expansion, a nickname the name that "alias" joins it to, "Consejo de Seguridad" the one "de la ONU".
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(group_key(name), []).append(name)
    owner = _own_forms(names) | joined_in_text(text, names)
    index = form_index(groups)
    relatives = relatives_told(text, names)
    for form in groups:
        fuller = fuller_form(form, groups, index, relatives)
        if fuller is not None and _root(fuller[0], owner) != form:  # of two misprints each is near the other
            owner.setdefault(form, fuller)
    found: dict[str, list[str]] = {}
    for form in groups:
        found.setdefault(_root(form, owner), []).append(form)
    clusters = [_cluster(forms, groups, owner) for forms in found.values()]
    return tuple(sorted(clusters, key=lambda cluster: cluster.names[0].char_start))


def _own_forms(names: tuple[Name, ...]) -> Owners:
    """Forms that the newsroom's own list says to name one thing, and the first of them."""
    first: dict[str, str] = {}
    return {
        form: (first[name.own.name], "own_list")
        for name in names
        if name.own and first.setdefault(name.own.name, form := group_key(name)) != form
    }


def _root(form: str, owner: Owners) -> str:
    seen = {form}
    while form in owner and owner[form][0] not in seen:
        form = owner[form][0]
        seen.add(form)
    return form


def _cluster(forms: list[str], groups: dict[str, list[Name]], owner: Owners) -> Cluster:
    names = sorted((name for form in forms for name in groups[form]), key=lambda name: name.char_start)
    joins: dict[str, Join] = {}
    for form in forms:
        if form in owner:
            fuller, rule = owner[form]
            join = Join(" ".join(groups[fuller][0].text.split()), rule)
            joins |= {name.text: join for name in groups[form]}
    return Cluster(names=tuple(names), joins=joins)
