from types import SimpleNamespace

from flows.records import Article
from tests.bench.quotations import compare

TEXT = '"El muelle cierra hoy", dijo Ana Duarte. "No habrá barcos", añadió.'


def test_compare_counts_what_both_find_and_what_the_other_refuses():
    asked = []

    def theirs(doc):
        asked.append(doc)
        if doc.text != TEXT:
            raise ValueError("an odd number of marks")
        return [SimpleNamespace(content=doc[1:5]), SimpleNamespace(content=doc[8:10])]

    articles = [
        Article(article_id=f"a_{number:016}", source_path=f"{number}.txt", text=text)
        for number, text in enumerate([TEXT, "No hay nada entre comillas."])
    ]
    figures = compare(articles, theirs)
    assert (figures["teletipo_direct_quotes"], figures["textacy_quotes"]) == (2, 2)
    assert figures["textacy_quotes_that_teletipo_has"] == 1
    assert figures["textacy_articles_refused"] == 1
    assert len(asked) == 4
