"""Which country a person is of, by the roles that invented articles give it."""

import dataclasses

import duckdb
import pytest

from flows.extract.shard import write_shard
from flows.records import Affiliation
from flows.resolve.assemble import resolve
from flows.resolve.entity_offices import add_countries_of_people
from tests.publish.explorer.telling import tell


def countries(roles, country=None, kind="PER"):
    """The country of a thing ``e`` after its roles in ``roles``, a list of their countries."""
    with duckdb.connect() as con:
        con.execute("CREATE TABLE entity_facts (entity_id VARCHAR, entity_type VARCHAR, country_code VARCHAR)")
        con.execute("INSERT INTO entity_facts VALUES ('e', $1, $2), ('other', 'PER', NULL)", [kind, country])
        con.execute("CREATE TABLE affiliations (person_id VARCHAR, country_code VARCHAR)")
        con.executemany("INSERT INTO affiliations VALUES ('e', $1)", [[code] for code in roles])
        add_countries_of_people(con)
        assert con.sql("SELECT country_code FROM entity_facts WHERE entity_id = 'other'").fetchone() == (None,)
        (found,) = con.sql("SELECT country_code FROM entity_facts WHERE entity_id = 'e'").fetchone() or ()
        return found


@pytest.mark.parametrize(
    ("roles", "country"),
    [
        (["CL"], "CL"),
        (["CL", None, None], "CL"),
        (["CL", "CL", "PE"], "CL"),
        (["CL", "PE"], None),
        ([None], None),
    ],
)
def test_a_person_is_of_the_country_that_most_of_its_roles_are_of(roles, country):
    assert countries(roles) == country


def test_a_newsroom_s_own_list_goes_before_the_roles():
    assert countries(["CL"], country="PE") == "PE"


def test_a_body_has_no_country_by_a_role():
    assert countries(["CL"], kind="ORG") is None


def test_an_event_is_of_the_countries_of_who_takes_part(tmp_path):
    minister, _ = tell()
    (mention, *_) = [one for one in minister.mentions if one.mention_type == "PER"]
    role = Affiliation(
        affiliation_id="f_1",
        article_id=minister.article.article_id,
        person_id=mention.entity_id,
        role="ministra",
        organization_id=None,
        country_code="CL",
        char_start=mention.char_start,
        char_end=mention.char_end,
        text=mention.text,
    )
    told = dataclasses.replace(minister, affiliations=(role,))
    write_shard([told.article], [told], [], tmp_path / "shard")
    with duckdb.connect() as con:
        resolve(con, [tmp_path / "shard"])
        assert con.sql("SELECT country_code FROM entities WHERE name = 'Ana Ríos'").fetchall() == [("CL",)]
        assert con.sql("SELECT country_codes FROM events").fetchall() == [(["CL"],)]
