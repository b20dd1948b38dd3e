"""Brands, and what is none."""

from flows.extract import extract
from flows.records import Article


def test_what_came_or_is_a_country_is_no_brand(nlp):
    text = "Ayer vino Quispe al club. Quispe ganó. Probó la salsa India. India compró vacunas."
    article = Article(article_id="a_1", source_path="a.txt", text=text)
    kinds = {mention.text: mention.mention_type for mention in extract(nlp(text), article).mentions}
    assert kinds == {"Quispe": "PER", "India": "LOC"}
