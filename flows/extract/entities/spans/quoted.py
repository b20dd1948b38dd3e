"""Words in quotation marks that belong to a name: "Francisco “Lobo” Vera", "Ana “la Flaca”", "Hospital “Eva Arce”"."""

import re
from collections.abc import Iterable, Iterator

from flows.extract.entities.names import Name, name_at
from flows.extract.entities.words import head_type

CAPITALISED = r"[A-ZÁÉÍÓÚÑÜ][\w’.-]*"
NICKNAME = re.compile(rf" [\"“«'‘](?:(?i:el|la|los|las) {CAPITALISED}|{CAPITALISED})(?: {CAPITALISED})?[\"”»'’](?!\w)")
WITH_ARTICLE = re.compile(r" .(?i:el|la|los|las) ")
CALLED_AFTER = re.compile(rf" [\"“«]{CAPITALISED}(?: (?:de |del |la |y )*{CAPITALISED}){{1,4}}[\"”»](?!\w)")


def with_quoted(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """Find names with what in marks belongs to them.

    A nickname belongs to a person's name where an article or a surname says that it is one: what else stands in marks
    behind a name may be what the person said.
    """
    names = list(found)
    starts = {name.char_start: name for name in names if name.mention_type != "MISC"}
    for name in names:
        if name.own is not None:
            continue
        if name.mention_type == "PER":
            nickname = NICKNAME.match(text, name.char_end)
            surname = starts.get(nickname.end() + 1) if nickname else None
            if nickname and surname and text[nickname.end()] == " ":
                yield name_at(text, name.char_start, surname.char_end, "PER", 0.8)
            elif nickname and WITH_ARTICLE.match(nickname.group()):
                yield name_at(text, name.char_start, nickname.end(), "PER", 0.8)
        elif head_type(name.text):
            after = CALLED_AFTER.match(text, name.char_end)
            if after:
                yield name_at(text, name.char_start, after.end(), name.mention_type, 0.8)
