-- ¿Qué cargo da cada artículo a cada persona?
-- Which office does each article give each person?

SELECT person.name AS person, role, organization.name AS organization, affiliations.country_code, affiliations.text,
       source_path
FROM affiliations
JOIN articles USING (article_id)
JOIN entities AS person ON person.entity_id = affiliations.person_id
LEFT JOIN entities AS organization ON organization.entity_id = affiliations.organization_id
ORDER BY person, source_path, affiliations.char_start;
