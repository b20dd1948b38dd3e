from pathlib import Path

from flows.read import list_files, read_raw
from flows.records import Article, Reject

RAW = Path(__file__).parents[2] / "raw"


def test_read_raw_gives_the_five_articles_of_the_repository():
    articles = list(read_raw(str(RAW)))
    assert all(isinstance(article, Article) for article in articles)
    assert [article.source_path for article in articles] == [file.path for file in list_files(str(RAW))]
    assert len(articles) == 5


def test_read_raw_keys_the_records_of_a_file_by_id_or_line(tmp_path):
    lines = '{"id": "uno", "text": "Llueve en Lima."}\n\n{"text": "Nieva en Quito."}\n{broken\n'
    (tmp_path / "notas.jsonl").write_text(lines)
    uno, tres, broken = read_raw(str(tmp_path))
    assert (uno.source_path, tres.source_path) == ("notas.jsonl#uno", "notas.jsonl#3")
    assert isinstance(broken, Reject)
    assert (broken.check_name, broken.source_path) == ("broken_json", "notas.jsonl#4")


def test_read_raw_rejects_the_second_article_of_an_id(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text('{"url": "https://faro.example/1", "text": "Llueve."}')
    first, second = read_raw(str(tmp_path))
    assert isinstance(first, Article)
    assert isinstance(second, Reject)
    assert (second.check_name, second.reason) == ("duplicate_id", "a.jsonl#1 is the same article")
