"""What stands round a name that only a body has: "*Xela*, empresa que", "dueño de *Xela*"."""

import re

from flows.extract.entities.names import Name
from flows.nlp.gazetteer import country_of_demonym, places_named
from flows.nlp.person_names import is_first_name

IS_BODY = re.compile(
    r",? (?:\([A-ZÁÉÍÓÚÑ][\w-]{1,9}\),? )?(?:(?:una?|la|el) )?"
    r"(?:sociedad|empresa|compañía|firma|filial|consultora|constructora|startup|operadora|aseguradora|aerolínea|"
    r"organización|ONG|asociación|fundación|plataforma|federación|agencia|productora|editorial|cooperativa|entidad)"
    r"(?: [a-zñáéíóú]+)? (?:que|del?|con|dedicada|especializada|dueña|propietaria|encargada|responsable|creada)\b"
)
"""What stands behind a body's name: "Xela Norte, empresa que"."""
HEADED = re.compile(
    r"\b(?:consejer[oa] delegad[oa]|CEO|gerente(?: general)?|(?:co)?fundadora?|dueñ[oa]s?|propietari[oa]s?|"
    r"accionistas?|acciones|directiv[oa]s?|filial|sucursal|empleados|clientes|plantilla) de \Z"
)
"""Whom and what only a body has."""
BAND = re.compile(
    r"\b(?:banda|miembros?|integrantes?|cabecillas?|líder|jefe|brazo|integrar|grupo|pandilla|sicarios|facción|organización)"
    r"(?: [a-zñáéíóú]+)?(?: de)? [“«\"]?Los [^,.]{3,30}\Z"
)
"""A gang's name: "cabecilla de *Los Xelos*"."""
THE_COMPANY = re.compile(r"\b[Ll]a (?P<demonym>[a-zñáéíóúü]+) \Z")
"""What stands before a company whose noun is left out: "la china Xela"."""
OWNED = re.compile(r",? (?:\(|propiedad|dueña|filial|matriz|fabricante|que cotiza)")


def is_told_to_be_body(text: str, name: Name, before: str, kind: str) -> bool:
    """Whether what stands round a name says that it is a body: "*Xela*, empresa que", "dueño de *Xela*"."""
    if IS_BODY.match(text, name.char_end):
        return True
    if kind == "PER" and " " not in name.text and HEADED.search(before) and not is_first_name(name.text):
        return True
    if kind == "LOC" and not places_named(name.text) and (HEADED.search(before) or BAND.search(f"{before}{name.text}")):
        return True
    elided = THE_COMPANY.search(before)
    is_company = elided is not None and country_of_demonym(elided["demonym"]) is not None
    return is_company and " " not in name.text and OWNED.match(text, name.char_end) is not None
