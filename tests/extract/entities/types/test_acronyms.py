"""Acronyms that are bodies, and those that are persons."""

from flows.extract.entities.types.acronyms import acronyms, expanded
from tests.extract.entities.types.typed_names import named


def test_acronyms_are_no_persons_but_for_known_ones():
    text = "JNQ, XVII y AMLO con doña EPV"
    found, types = named(text, {"JNQ": "PER", "XVII": "PER", "AMLO": "PER", "EPV": "PER"})
    assert acronyms(text, found, types) == {"jnq": "ORG"}


def test_acronyms_may_be_the_initials_of_a_person():
    text = "Eva Paz Olvera, EPO, JNQ y Jota"
    found, types = named(text, {"Eva Paz Olvera": "PER", "EPO": "ORG", "JNQ": "ORG"})
    assert acronyms(text, found, types) == {"epo": "PER"}


def test_expanded_gives_an_airport_its_letters_but_a_town_no_agency():
    text = "Aeropuerto Norte de Xela (ANX). San Pedro Xela (AQV)"
    found, types = named(text, {"Aeropuerto Norte de Xela": "LOC", "ANX": "ORG", "San Pedro Xela": "LOC", "AQV": "ORG"})
    assert expanded(text, found, types) == {"anx": "LOC"}
