"""Which country a person is of: that of the roles that the articles give it."""

import duckdb


def add_countries_of_people(con: duckdb.DuckDBPyConnection) -> None:
    """Give a person the country that more than half of its roles with a country are of: "el presidente ruso" is of RU.

    Reads ``affiliations`` (its ``person_id`` already an entity's). Fills ``country_code`` in ``entity_facts``, where a
    newsroom's own list has not told it.
    """
    con.execute(
        """
        UPDATE entity_facts SET country_code = held.country_code
        FROM (
            SELECT person_id, country_code
            FROM affiliations WHERE country_code IS NOT NULL
            GROUP BY person_id, country_code
            QUALIFY 2 * count(*) > sum(count(*)) OVER (PARTITION BY person_id)
        ) AS held
        WHERE entity_id = person_id AND entity_type = 'PER' AND entity_facts.country_code IS NULL
        """
    )
