"""The newsroom's own list of names."""

import pytest

from flows.errors import ConfigError
from flows.nlp.gazetteer import is_country_code
from flows.nlp.known_names import known_names, load_people

HEADER = "name,aliases,type,country,wikidata_id\n"


def test_load_people_reads_aliases_and_defaults(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(HEADER + "Ana Duarte,A. Duarte | la Duarte,,PE,\n", encoding="utf-8")
    (known,) = load_people(path)
    assert known.names == ("Ana Duarte", "A. Duarte", "la Duarte")
    assert (known.entity_type, known.country_code, known.wikidata_id) == ("PER", "PE", None)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,type\nAna,PER\n", "lacks the column"),
        (HEADER + "Ana,,HUMAN,,\n", "HUMAN"),
        (HEADER + "Ana,,PER,Perú,\n", "Perú"),
        (HEADER + ",,PER,,\n", "line 2: name is empty"),
    ],
)
def test_load_people_refuses_what_it_cannot_mean(tmp_path, content, message):
    path = tmp_path / "people.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_people(path)


def test_load_people_missing_file(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_people(tmp_path / "none.csv")


def test_known_names_no_name_means_two_things():
    names = [name for known in known_names() for name in known.names]
    assert len(names) == len(set(names))


def test_known_names_tell_of_a_person_of_public_life_the_country():
    (leader,) = (known for known in known_names() if known.name == "Angela Merkel")
    assert (leader.entity_type, leader.country_code) == ("PER", "DE")


def test_known_names_have_persons_of_a_country_by_full_names_and_the_country_by_its_code():
    of_countries = [known for known in known_names() if known.country_code]
    assert [known.name for known in of_countries if known.entity_type != "PER" or " " not in known.name] == []
    assert [known.name for known in of_countries if not is_country_code(known.country_code or "")] == []
