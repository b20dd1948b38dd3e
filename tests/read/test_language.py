import pytest

from flows.read.language import detect_language

CATALAN = [
    "El preu del pa ha pujat aquest dilluns a tots els forns de la ciutat, segons ha explicat el gremi de flequers.",
    "El govern ha anunciat avui que les escoles no tancaran abans de l'estiu. La consellera ho ha dit aquest matí.",
    "Els Mossos d'Esquadra han detingut dues persones a Girona per un robatori amb força en un domicili.",
    "L'Ajuntament de Barcelona farà obres al carrer durant tres mesos i els veïns es queixen del soroll.",
    "La pluja deixa més de cent litres a les comarques de Ponent",
]
GALICIAN = [
    "O prezo do pan subiu este luns en todas as panadarías da cidade, segundo explicou o gremio de panadeiros.",
    "O goberno anunciou hoxe que as escolas non pecharán antes do verán. A conselleira díxoo esta mañá na radio.",
    "A Garda Civil detivo dúas persoas en Lugo por un roubo con forza nunha vivenda do centro da vila.",
    "O concello fará obras na rúa durante tres meses e os veciños quéixanse do ruído das máquinas.",
    "A choiva deixa máis de cen litros nas comarcas da montaña",
]
PORTUGUESE = [
    "O preço do pão subiu nesta segunda-feira em todas as padarias da cidade, segundo o sindicato dos padeiros.",
    "O governo anunciou hoje que as escolas não vão fechar antes do verão. A ministra falou de manhã na rádio.",
    "A Polícia Federal prendeu duas pessoas em São Paulo por um roubo em uma residência do centro.",
    "A prefeitura fará obras na rua durante três meses e os moradores reclamam do barulho das máquinas.",
    "A chuva deixa mais de cem litros nas regiões da serra",
]
SPANISH = [
    "Sube el pan",
    "Goles, mates y risas en Porto Alegre",
    "Messi, Neymar, Mbappé",
    "Boca 2, River 1",
    "El Barça ficha a Joan Puig, del Girona, hasta 2027",
    "La Xunta de Galicia y la Generalitat de Catalunya firman un convenio con Lisboa",
    "Lula da Silva viaja a São Paulo",
    "Nueva York amanece en blanco",
    "El «software» de Microsoft y el «hardware» de Apple suben de precio este lunes",
]


@pytest.mark.parametrize(
    ("code", "text"),
    [(code, text) for code, texts in {"ca": CATALAN, "gl": GALICIAN, "pt": PORTUGUESE}.items() for text in texts],
)
def test_detect_language_tells_the_neighbours_from_spanish(code, text):
    assert detect_language(text) == code


@pytest.mark.parametrize("text", SPANISH)
def test_detect_language_does_not_misjudge_short_texts(text):
    assert detect_language(text) == "es"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The price of bread went up on Monday in every bakery of the town, the guild said."),
        ("fr", "Le prix du pain a augmenté lundi dans toutes les boulangeries de la ville."),
        ("ru", "Цена на хлеб выросла в понедельник"),
        ("zh", "周一面包价格上涨"),
    ],
)
def test_detect_language_names_others(code, text):
    assert detect_language(text) == code


def test_detect_language_keeps_a_mixed_article_where_spanish_dominates():
    spanish = "El precio del pan subió este lunes en todas las panaderías de la ciudad, según el gremio de panaderos. "
    catalan = CATALAN[0] + " "
    assert detect_language(spanish * 20 + catalan * 10) == "es"
    assert detect_language(spanish * 10 + catalan * 20) == "ca"


def test_detect_language_gives_none_without_words():
    assert detect_language("12.345 – 67 %") is None
