"""Which names of one article name the same thing, and why."""

import pytest

from flows.extract.entities.clusters.of_names import cluster_names
from flows.extract.entities.clusters.places import locate
from flows.extract.entities.names import name_at


def clusters(text, kind, *forms):
    """The clusters of forms of one type, each where the text has it behind the one before."""
    names, start = [], 0
    for form in forms:
        start = text.index(form, start)
        names.append(name_at(text, start, start + len(form), kind, 1.0))
        start += len(form)
    return cluster_names(text, tuple(names))


def forms(found):
    return sorted(sorted({name.text for name in cluster.names}) for cluster in found)


@pytest.mark.parametrize(
    ("text", "kind", "short", "rule"),
    [
        ("Habló Eva Arce. Luego Arce calló.", "PER", "Arce", "part_of_name"),
        ("Habló Eva Arcega. Luego Arsega calló.", "PER", "Arsega", "misprint"),
        ("Cayó Luis Arce, alias “Bravo”.", "PER", "Bravo", "alias"),
        ("Cayó Luis Arce o “Bravo”.", "PER", "Bravo", "alias"),
        ("El Tribunal de Aguas (TAGUA) falla.", "ORG", "TAGUA", "bracket"),
        ("El Tribunal Andino de Aguas falla. El TAA calla.", "ORG", "TAA", "initials"),
        ("El Tribunal Andino falla. El Andino calla.", "ORG", "Andino", "short_name"),
        ("El Consejo Andino de Aguas falla. El Consejo Andino calla.", "ORG", "Consejo Andino", "short_name"),
        ("La Secretaría de Aguas y Bosques falla. Aguas calla.", "ORG", "Aguas", "short_name"),
    ],
)
def test_cluster_names_joins_a_form_by_its_rule(text, kind, short, rule):
    full = max((form for form in (
        "Eva Arce", "Eva Arcega", "Luis Arce", "Tribunal de Aguas", "Tribunal Andino", "Tribunal Andino de Aguas",
        "Consejo Andino de Aguas", "Secretaría de Aguas y Bosques",
    ) if form in text), key=len)  # fmt: skip
    (cluster,) = clusters(text, kind, full, short)
    assert cluster.joins[short] == (full, rule)


def test_cluster_names_joins_a_name_of_no_clear_type_to_the_longer_one_that_ends_with_it():
    text = "La Casa Rojiza falla. Lo dijo Rojiza."
    full, short = text.index("Casa Rojiza"), text.rindex("Rojiza")
    names = (name_at(text, full, full + 11, "LOC", 1.0), name_at(text, short, short + 6, "MISC", 1.0))
    (cluster,) = cluster_names(text, names)
    assert (cluster.name, cluster.entity_type) == ("Casa Rojiza", "LOC")


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("La Organización Mundial Sanitaria (OMS) calla.", "Organización Mundial Sanitaria", "OMS"),
        ("La Liga Andina de Sanidad (OMS, por sus siglas en inglés) calla.", "Liga Andina de Sanidad", "OMS"),
        ("La Liga Andina de Sanidad (OMS) calla.", "Liga Andina de Sanidad", None),
        (
            "El Comité de la Organización Mundial Sanitaria (OMS) calla.",
            "Comité de la Organización Mundial Sanitaria",
            None,
        ),
    ],
)
def test_cluster_names_joins_a_well_known_acronym_to_what_it_spells(text, full, short):
    found = clusters(text, "ORG", full, "OMS")
    assert [cluster.name for cluster in found] == ([short] if short else [full, "OMS"])


def test_cluster_names_initials_of_a_person_are_that_person():
    (cluster,) = clusters("Habló Eva Paz Olvera. EPO calló.", "PER", "Eva Paz Olvera", "EPO")
    assert cluster.joins["EPO"] == ("Eva Paz Olvera", "initials")


def test_cluster_names_a_first_name_is_no_initials():
    assert len(clusters("Habló Elena Vera Arce. Eva calló.", "PER", "Elena Vera Arce", "Eva")) == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Eva Duarte", "Duarte Olmo", "Duarte"], [["Duarte", "Duarte Olmo", "Eva Duarte"]]),
        (["Eva Duarte", "Duarte de Olmo"], [["Duarte de Olmo", "Eva Duarte"]]),
        (["Eva Duarte", "Luis Duarte", "Duarte Olmo"], [["Duarte Olmo"], ["Eva Duarte"], ["Luis Duarte"]]),
        (["Eva Santiago", "Santiago Olmo"], [["Eva Santiago"], ["Santiago Olmo"]]),
        (["Eva Duarte", "Duarte Ana Olmo"], [["Duarte Ana Olmo"], ["Eva Duarte"]]),
        (["Angela Merkel", "Angela Merkel Olmo"], [["Angela Merkel", "Angela Merkel Olmo"]]),
        (["Donald Trump", "Donald Trump Jr"], [["Donald Trump"], ["Donald Trump Jr"]]),
        (["Ana Lázaro Olmo", "Lázaro Olmo"], [["Ana Lázaro Olmo", "Lázaro Olmo"]]),
    ],
)
def test_cluster_names_joins_who_is_named_with_one_surname_and_with_two(names, expected):
    text = ". ".join(names)
    assert forms(clusters(text, "PER", *names)) == expected


def test_cluster_names_joins_a_nickname_in_marks_to_the_surname_behind_it():
    (cluster,) = clusters("Cayó “El Tuerto” Duarte. El Tuerto calló.", "PER", "El Tuerto", "Duarte", "El Tuerto")
    assert (cluster.name, cluster.joins["El Tuerto"]) == ("Duarte", ("Duarte", "alias"))


def test_cluster_names_calls_a_person_by_the_first_name():
    (cluster,) = clusters("Duarte de Olmo calló. Eva Duarte habló.", "PER", "Duarte de Olmo", "Eva Duarte")
    assert cluster.name == "Eva Duarte"


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        ("ORG", ["Corte de los Mares", "Corte de Mares"], 1),
        ("LOC", ["Tierra del Olmo", "Tierra de Olmo"], 1),
        ("MISC", ["Copa de los Mares", "Copa Mares"], 1),
        ("ORG", ["Corte de los Mares", "Corte de los Ríos"], 2),
        ("ORG", ["Universidad Nacional Autónoma de México", "Universidad Nacional"], 1),
        ("ORG", ["Paris Saint-Germain", "Paris Saint Germain"], 1),
        ("ORG", ["Pentágono", "Departamento de Defensa"], 1),
        ("ORG", ["FARC", "Fuerzas Armadas"], 2),
        ("ORG", ["FIFA", "Asociación"], 2),
        ("PER", ["Luis da Xela Tumba", "Luis de Xela"], 1),
        ("LOC", ["Aeropuerto Norte de Xela", "ANX"], 1),
    ],
)
def test_cluster_names_joins_what_only_small_words_or_a_list_part(kind, names, expected):
    assert len(clusters(". ".join(names), kind, *names)) == expected


def test_cluster_names_two_misprints_of_one_name_are_one():
    (cluster,) = clusters("Eva Kimel llegó. Eva Kemel calló.", "PER", "Eva Kimel", "Eva Kemel")
    assert len(cluster.names) == 2


@pytest.mark.parametrize(
    ("text", "names", "short", "full"),
    [
        ("Habló Luis Barrena Soto. Barrena Soto calló.", ("Luis Barrena Soto", "Barrena Soto"), "Barrena Soto",
         "Luis Barrena Soto"),
        ("Eva Arce llegó. Eva Arce habló con Luis Arce. Luego Arce se fue.",
         ("Eva Arce", "Eva Arce", "Luis Arce", "Arce"), "Arce", "Eva Arce"),
        ("Eva Arce llegó con su marido, Luis Arce. Luego Arce habló.", ("Eva Arce", "Luis Arce", "Arce"), "Arce",
         "Eva Arce"),
        ("Eva Arce llegó. Luis Arce, padre de ella, calló. Arce habló.", ("Eva Arce", "Luis Arce", "Arce"), "Arce",
         "Eva Arce"),
        ("Eva Arce llegó. El hermano de Arce, Luis Arce, calló. Luis Arce se fue. Luego habló Arce.",
         ("Eva Arce", "Luis Arce", "Luis Arce", "Arce"), "Arce", "Eva Arce"),
        ("Luis Arce, su hija de dos años y Eva Arce, hija de él, llegaron. Eva Arce calló. Arce habló.",
         ("Luis Arce", "Eva Arce", "Eva Arce", "Arce"), "Arce", "Luis Arce"),
        ("Eva Arce llegó. Luis Arce calló. Luego Arce habló.", ("Eva Arce", "Luis Arce", "Arce"), "Arce", "Luis Arce"),
    ],
)  # fmt: skip
def test_cluster_names_surname_is_of_whom_the_article_tells_most_then_of_the_nearest(text, names, short, full):
    (cluster,) = [found for found in clusters(text, "PER", *names) if short in found.joins]
    assert cluster.joins[short].full_form == full


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Ganará Eva Arce o Luis Vera.", "PER", ("Eva Arce", "Luis Vera")),
        ("Roberto calló. Roberta calló.", "PER", ("Roberto", "Roberta")),
        ("Habló Omar Arce. Omar Arce Jr. calló.", "PER", ("Omar Arce", "Omar Arce Jr")),
        ("La Oficina del Agua de la Corte Andina falla. La Corte Andina calla.", "ORG",
         ("Oficina del Agua de la Corte Andina", "Corte Andina")),
        ("Sale el Xelaphone 12. El Xelaphone 12 Max cuesta más.", "MISC", ("Xelaphone 12", "Xelaphone 12 Max")),
        ("El Departamento de Salud Andina de la Universidad de Aguas falla. Salud calla.", "ORG",
         ("Departamento de Salud Andina de la Universidad de Aguas", "Salud")),
        ("El Comité de Festejos de Salud falla. Salud calla.", "ORG", ("Comité de Festejos de Salud", "Salud")),
    ],
)  # fmt: skip
def test_cluster_names_keeps_two_apart(text, kind, names):
    assert forms(clusters(text, kind, *names)) == sorted([name] for name in names)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [("Morelos", "region", "Morelos"), ("Manhattan", "city", "Manhattan"), ("Bogotá", "city", "Bogotá D.C")],
)
def test_locate_takes_what_is_called_so_before_what_is_also_known_so(name, kind, expected):
    country = {"Morelos": "México", "Manhattan": "Estados Unidos", "Bogotá": "Colombia"}[name]
    text = f"{country}: {name}"
    _, place = locate(text, clusters(text, "LOC", country, name), None)
    assert place is not None
    assert (place.kind, place.name) == (kind, expected)


def test_cluster_names_full_name_is_not_that_of_a_relative_told_of_later():
    text = "Juan Rulto calló. Juan Carlos Rulto, hijo del escritor, habló."
    assert len(clusters(text, "PER", "Juan Rulto", "Juan Carlos Rulto")) == 2
    told_first = "Juan Carlos Rulto, hijo del escritor, habló. Juan Rulto calló."
    assert len(clusters(told_first, "PER", "Juan Carlos Rulto", "Juan Rulto")) == 1


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        (
            "La Sala Civil del Tribunal Andino de Aguas (TAA) falla. El Tribunal Andino de Aguas calla.",
            ["Sala Civil del Tribunal Andino de Aguas", "TAA", "Tribunal Andino de Aguas"],
            [["Sala Civil del Tribunal Andino de Aguas"], ["TAA", "Tribunal Andino de Aguas"]],
        ),
        (
            "La Sala Civil del Tribunal Andino de Aguas (TAA) falla.",
            ["Sala Civil del Tribunal Andino de Aguas", "TAA"],
            [["Sala Civil del Tribunal Andino de Aguas"], ["TAA"]],
        ),
        (
            "La Oficina Nacional Única falla. La ONU calla.",
            ["Oficina Nacional Única", "ONU"],
            [["ONU"], ["Oficina Nacional Única"]],
        ),
        ("La Unión General Tumbaca falla. La UGT calla.", ["Unión General Tumbaca", "UGT"], None),
        ("La Cámara de Diputados vota. Diputados calla.", ["Cámara de Diputados", "Diputados"], None),
        ("La Cámara de Diputados vota. La Cámara baja calla.", ["Cámara de Diputados", "Cámara baja"], None),
        ("El Senado vota. La Cámara Alta calla.", ["Senado", "Cámara Alta"], None),
        ("El Senado vota. La Cámara Baja calla.", ["Senado", "Cámara Baja"], [["Cámara Baja"], ["Senado"]]),
        (
            "La Cámara de Comercio vota. Comercio calla.",
            ["Cámara de Comercio", "Comercio"],
            [["Comercio"], ["Cámara de Comercio"]],
        ),
    ],
)
def test_cluster_names_tells_what_letters_and_members_are_of(text, named, expected):
    assert forms(clusters(text, "ORG", *named)) == (expected or [sorted(named)])
