"""Forms that the text itself joins: "Tribunal Supremo (TS)", "Luis Vera, alias 'Bravo'", "“Lobo” Vera"."""

import re
from itertools import pairwise

from flows.extract.entities.forms.abbreviations import abbreviates, initials, spells
from flows.extract.entities.forms.same import Owners, form_key, group_key, is_known
from flows.extract.entities.names import Name
from flows.extract.entities.types.nicknames import ALIAS, is_in_marks_before
from flows.text import fold

OF = re.compile(r" del?(?: (?:la|los|las))? (?=[A-ZÁÉÍÓÚÑ])")
BY_ITS_LETTERS = re.compile(r",? (?:por|según) su(?:s)? (?:siglas|acrónimo|iniciales)\b")
"""What says of an acronym that it is one, also of a name in another language."""


def joined_in_text(text: str, names: tuple[Name, ...]) -> Owners:
    """Forms that the text itself joins: "Tribunal Supremo (TS)", "Luis Vera, alias 'Bravo'", "“Lobo” Vera"."""
    owner: Owners = {}
    forms = {group_key(name) for name in names}
    for first, second in pairwise(names):
        between = text[first.char_end : second.char_start]
        one, other = group_key(first), group_key(second)
        if one == other or first.mention_type != second.mention_type:
            continue
        by_letters = BY_ITS_LETTERS.match(text, second.char_end) is not None
        closed = by_letters or text[second.char_end : second.char_end + 1] == ")"
        if is_known(second.text):
            if between == " (" and closed and not is_known(first.text) and (by_letters or _is_spelt_out(first, second)):
                owner.setdefault(one, (other, "bracket"))
        elif between == " (" and closed and first.mention_type != "PER" and abbreviates(second.text, first.text):
            meant = _end_meant(first.text, second.text)
            if meant is None or meant in forms:
                owner.setdefault(other, (meant or one, "bracket"))
        elif between == " (" and closed and abbreviates(first.text, second.text):
            owner.setdefault(one, (other, "bracket"))
        elif first.mention_type == "PER" and ALIAS.fullmatch(between):
            owner.setdefault(other, (one, "alias"))
        elif first.mention_type == "PER" and is_in_marks_before(text, first, second):
            owner.setdefault(one, (other, "alias"))
    return owner


def _end_meant(full: str, short: str) -> str | None:
    """The body at a name's end that an acronym is of: "Sala Civil del *Tribunal Andino de Aguas* (TAA)"."""
    if fold(short) in initials(fold(full)):
        return None
    ends = (form_key(full[of.end() :]) for of in OF.finditer(full))
    return next((end for end in ends if fold(short) in initials(end)), None)


def _is_spelt_out(full: Name, short: Name) -> bool:
    """Whether a well-known acronym stands for the words before it: "Organización Mundial de la Salud (*OMS*)"."""
    if full.mention_type == "PER" or " " in short.text or " " not in full.text:
        return False
    if fold(short.text)[0] != fold(full.text)[0]:
        return False  # "Comité de la Unión Africana (UA)" is not the UA
    return spells(short.text, full.text)
