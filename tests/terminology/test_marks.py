"""Terms given in marks, with engines that do with the marks whatever engines do."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import glossary, terminology
from l10n.glossary import Glossary
from l10n.languages import language
from l10n.model import Hypothesis, Link, Syntax, Translation
from l10n.terminology import marks
from l10n.terminology.rewriting import rewrite
from l10n.terminology.terms import terms_of
from tests.terminology.conftest import Fake, obey, saying

MARKS = ("⟦", "⟧")

MORE = """term,kind,gender,ru,az
Anar Karimov,person,m,Анар Керимов,Anar Kərimov
Culture Minister,title,,министр культуры,mədəniyyət naziri
Minister of Culture of France,title,,министр культуры Франции,Fransanın mədəniyyət naziri
minister,title,,министр,nazir
Baku,place,,Баку,Bakı
Dushanbe,place,,Душанбе,Düşənbə
France,place,,Франция,Fransa
Eurasian Economic Union|EAEU,organization,,Евразийский экономический союз|ЕАЭС,Avrasiya İqtisadi İttifaqı
GDP,term,,ВВП,ÜDM
Odd Name,term,,⟦странное⟧ имя,qəribə ad
Azernews,keep,,,
United Nations|UN,organization,,ООН,Birləşmiş Millətlər Təşkilatı|BMT
"""


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("glossaries") / "more.csv"
    path.write_text(MORE, encoding="utf-8")
    return glossary.load([path])


# what is given


@pytest.mark.parametrize(
    ("locale", "source", "asked"),
    [
        ("ru", "Culture Minister Anar Karimov left.", "⟦ министр культуры⟧ ⟦ Анар Керимов⟧ left."),
        ("az", "Karimov's visit to Baku", "⟦ Kərimov⟧'s visit to ⟦ Bakı⟧"),
        ("ru", "“Baku,” he said. Baku’s day", "“⟦ Баку⟧,” he said. ⟦ Баку⟧’s day"),
        ("ru", "The Minister of Culture of France", "The ⟦ министр культуры Франции⟧"),
        ("ru", "ANAR KARIMOV'S VISIT ENDS", "⟦ Анар Керимов⟧'S VISIT ENDS"),
        ("ru", "the EAEU and the Eurasian Economic Union", "the ⟦ ЕАЭС⟧ and the ⟦ Евразийский экономический союз⟧"),
        ("az", "the EAEU", "the ⟦ Avrasiya İqtisadi İttifaqı⟧"),
        ("ru", "Ministers came", "⟦ министры⟧ came"),
        ("az", "Ministers came", "⟦ nazirlər⟧ came"),
        ("az", "Three ministers", "Three ⟦ nazirlər⟧"),
        ("ru", "Azernews of Baku", "Azernews of ⟦ Баку⟧"),
        ("az", "the UN in Baku", "the ⟦ BMT⟧ in ⟦ Bakı⟧"),
        ("ru", "GDPs of all", "GDPs of all"),
        ("ru", "Baku-based, pro-Baku, Baku-Dushanbe", "Baku-based, pro-Baku, Baku-Dushanbe"),
        ("ru", "Baku - Dushanbe", "⟦ Баку⟧ - ⟦ Душанбе⟧"),
        ("ru", "Odd Name of ⟦Baku⟧ and ⟦x", "Odd Name of [⟦ Баку⟧] and [x"),
    ],
)
def test_the_target_stands_for_the_term(more: Glossary, locale: str, source: str, asked: str) -> None:
    """Name, title and place each in marks of its own, as the glossary writes them; what is no word of its own, cannot
    be put in the plural or is in another script is left to the model, and the article's own marks are brackets."""
    engine = Fake(saying("…"), marks=MARKS)
    obey(more, engine, source, locale)
    assert engine.asked[0] == asked


def test_terms_that_overlap(more: Glossary) -> None:
    """Of two matches that share words the first is given; nothing is doubled or lost."""
    source = "in Baku today"
    (match,) = more.find(source)
    terms = terms_of([match, match], more, "ru")
    assert marks.given(source, terms, marks=MARKS, language=language("ru")).text == "in ⟦ Баку⟧ today"


# what comes back


def test_one_translation_is_enough(terms: Glossary) -> None:
    """Where the given terms arrive, the engine is asked once."""
    engine = Fake(saying("Анар Керимов посетил Францию и Таджикистан"), marks=MARKS)
    result = obey(terms, engine, "Anar Karimov visited France and Tajikistan")
    assert (result.text, result.doubts) == ("Анар Керимов посетил Францию и Таджикистан", ())
    assert engine.asked == ["⟦ Анар Керимов⟧ visited ⟦ Франция⟧ and ⟦ Таджикистан⟧"]


def test_the_plain_translation_where_it_is_better(terms: Glossary) -> None:
    """A term that was given and did not arrive may arrive unaided; what was right with marks stays."""

    def says(text: str) -> Sequence[Hypothesis]:
        return [Hypothesis("Переговоры" if "⟦" in text else "Переговоры с Анаром Керимовым", -0.5)]

    engine = Fake(says, marks=MARKS)
    result = obey(terms, engine, "Talks with Anar Karimov")
    assert (result.text, result.doubts) == ("Переговоры с Анаром Керимовым", ())
    assert engine.asked == ["Talks with ⟦ Анар Керимов⟧", "Talks with Anar Karimov"]
    swapped = Fake(lambda text: says(text.replace("⟦", "") if "⟦" in text else f"⟦{text}"), marks=MARKS)
    assert obey(terms, swapped, "Talks with Anar Karimov").text == "Переговоры с Анаром Керимовым"
    assert swapped.asked == ["Talks with ⟦ Анар Керимов⟧"]


def test_a_doubtful_translation_is_no_reason_to_keep_the_marks(terms: Glossary) -> None:
    """A translation that has the term and says it again and again gives way to a plain one that does not."""

    class Stuttering(Fake):
        def translate(self, texts: Sequence[str], source: str, target: str, **more: object) -> list[Translation]:
            self.asked += texts
            return [
                Translation(
                    text, (Hypothesis("Визит Керимова Керимова Керимова", -0.5),), ("the engine repeated itself",)
                )
                if "⟦" in text
                else Translation(text, (Hypothesis("Визит Керимова", -0.5),))
                for text in texts
            ]

    result = obey(terms, Stuttering(saying(""), marks=MARKS), "Karimov's visit")
    assert (result.text, result.doubts) == ("Визит Керимова", ())


def test_a_misspelt_name_is_respelt_all_the_same(terms: Glossary) -> None:
    """What did not arrive goes the way of every other translation; its forms are judged against what was asked."""
    judged: list[str] = []

    class Judging(Fake):
        def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
            judged.extend(asked for asked, _ in pairs)
            return super().score(pairs, source, target)

    engine = Judging(saying("Визит Анара Каримова"), likes="Визит Анара Керимова", marks=MARKS)
    assert obey(terms, engine, "Anar Karimov's visit").text == "Визит Анара Керимова"
    assert set(judged) <= {"⟦ Анар Керимов⟧'s visit"}


@pytest.mark.parametrize(
    ("locale", "draft", "expected"),
    [
        ("ru", "министр культуры ушёл", "Министр культуры ушёл"),
        ("ru", "«министр культуры» ушёл", "«Министр культуры» ушёл"),
        ("ru", "И министр культуры ушёл", "И министр культуры ушёл"),
        ("az", "mədəniyyət naziri getdi", "Mədəniyyət naziri getdi"),
    ],
)
def test_a_sentence_begins_with_a_capital(terms: Glossary, locale: str, draft: str, expected: str) -> None:
    """A title is given in small letters, also where it begins the sentence."""
    assert obey(terms, Fake(saying(draft), marks=MARKS), "Culture Minister left", locale).text == expected


def test_dotted_capital(tmp_path: Path) -> None:
    """Azerbaijani i has a dot in the capital too."""
    path = tmp_path / "one.csv"
    path.write_text("term,kind,az\nbusinessman,title,iş adamı\n", encoding="utf-8")
    assert obey(glossary.load([path]), Fake(saying("iş adamı getdi"), marks=MARKS), "Businessman left", "az").text == (
        "İş adamı getdi"
    )


def test_links_are_in_the_clean_text(terms: Glossary) -> None:
    """Every character of a given term and of its marks is the term of the article: markup goes around its words, and
    what stands behind it keeps its own."""
    source = "We met <b>Anar Karimov</b> <i>yesterday</i>"
    asked, draft = "We met ⟦ Анар Керимов⟧ yesterday", "Вчера мы встретились с Анаром Керимовым"
    links = [
        ("⟦", "Анаром"),
        ("Анар", "Анаром"),
        ("Керимов", "Керимовым"),
        ("yesterday", "Вчера"),
        ("met", "встретились"),
    ]
    says = saying(draft, *links, source=asked)
    request = terminology.Request(source, Syntax.HTML, terms.find("We met Anar Karimov yesterday"))
    engine = Fake(says, marks=MARKS)
    (result,) = terminology.translate([request], engine=engine, glossary=terms, source="en", target="ru")
    assert engine.asked == [asked]
    assert result.text == "<i>Вчера</i> мы встретились с <b>Анаром Керимовым</b>"
    assert result.doubts == ()


@given(st.text(max_size=30), st.data())
def test_every_place_has_its_origin(source: str, data: st.DataObject) -> None:
    """A character outside the swaps is found where it was, one inside is the whole stretch."""
    cuts = data.draw(st.lists(st.integers(0, len(source)), max_size=6, unique=True).map(sorted))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    swaps = [(span, data.draw(st.text(min_size=1, max_size=5))) for span in spans]
    rewritten = rewrite(source, swaps)
    own = [stretch for _, stretch in rewritten.places]
    assert [rewritten.text[a:b] for a, b in own] == [text for _, text in swaps]
    for place in range(len(rewritten.text)):
        origin = rewritten.origin((place, place + 1))
        inside = [span for span, (a, b) in zip(spans, own, strict=True) if a <= place < b]
        assert origin == inside[0] if inside else source[slice(*origin)] == rewritten.text[place]


# no mark gets out


def clean(text: str, *links: tuple[str, str]) -> Hypothesis:
    """What is kept of a translation that holds marks."""
    (hypothesis,) = saying(text, *links, source=text)(text)
    return marks._without(hypothesis, MARKS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦ Анар Керимов⟧ ушёл", "Анар Керимов ушёл"),
        ("с ⟦ Анар Керимов⟧ым", "с Анар Керимовым"),
        ("⟦ Анар ⟧ ушёл ⟧", "Анар ушёл"),
        ("⟦⟦ Анар⟧⟧ ⟧⟦ ушёл", "Анар ушёл"),
        ("глава⟦ Анар⟧.", "глава Анар."),
        ("⟧⟦", ""),
        ("нет", "нет"),
    ],
)
def test_marks_are_taken_out(text: str, expected: str) -> None:
    """With the blanks that only stood around them; words neither run together nor fall apart."""
    assert clean(text).text == expected


def test_links_move_along_when_marks_are_taken_out() -> None:
    """Links of marks go, links of words stay with their words."""
    hypothesis = clean("⟦ Анар⟧ ушёл ⟦ домой", ("⟦", "⟦"), ("Анар", "Анар"), ("ушёл", "ушёл"), ("домой", "домой"))
    assert [hypothesis.text[slice(*link.target)] for link in hypothesis.links] == ["Анар", "ушёл", "домой"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Здравствуйте, [имя], и [Баку]", "Здравствуйте, ⟦имя⟧, и [Баку]"),
        ("Здравствуйте, имя, и [Баку]", "Здравствуйте, имя, и [Баку]"),
        ("Здравствуйте, ⟦имя⟧, и Баку", "Здравствуйте, имя, и Баку"),
        ("[Баку, [имя], и]", "[Баку, [имя], и]"),
    ],
)
def test_an_article_keeps_its_own_marks(more: Glossary, draft: str, expected: str) -> None:
    """The model sees brackets for them; where it keeps all of those they are marks again, in their places."""
    engine = Fake(saying(draft), marks=MARKS)
    assert obey(more, engine, "Hello, ⟦name⟧, and [Baku]").text == expected
    assert engine.asked[0] == "Hello, [name], and [⟦ Баку⟧]"


def test_marks_are_text_to_any_other_engine(more: Glossary) -> None:
    """An engine without the ability is asked the clean text, and the article's marks pass."""
    engine = Fake(saying("Привет, ⟦имя⟧ из Баку"))
    assert obey(more, engine, "Hello, ⟦name⟧ of Baku").text == "Привет, ⟦имя⟧ из Баку"
    assert engine.asked == ["Hello, ⟦name⟧ of Baku"]


SENTENCES = st.sampled_from(
    [
        "Anar Karimov met the Culture Minister of France.",
        "Karimov's and Laman Ismayilova's <b>Tajikistan</b> left the European Union.",
        "CULTURE MINISTER ANAR KARIMOV LEAVES FRANCE",
        "The talks went on for three long days, and the Culture Minister of France then left for Tajikistan.",
        "Nothing is given here.",
    ]
)
PIECES = st.sampled_from(
    ["⟦", "⟧", "⟦⟧", "⟧ ⟦", " ", "Анар", "Керимова", "Путин", "Франции", "министр", "x⟦ y", ".", "«", "["]
)


@given(
    SENTENCES,
    st.sampled_from(["echo", "drop", "double", "shuffle", "invent"]),
    st.lists(PIECES, max_size=12),
    st.integers(),
)
@settings(max_examples=200, deadline=None)
def test_no_mark_reaches_an_output(terms: Glossary, source: str, habit: str, pieces: list[str], seed: int) -> None:
    """Whatever the engine does with the marks, and whether it was given any or not."""

    def says(text: str) -> list[Hypothesis]:
        words = re.findall(r"⟦|⟧|\s+|[^\s⟦⟧]+", text)
        if habit == "drop":
            words = [word for word in words if word != "⟧"]
        if habit == "double":
            words = [word for word in words for _ in range(1 + (word in MARKS))]
        if habit == "shuffle":
            random.Random(seed).shuffle(words)
        said = "".join(pieces if habit == "invent" else [*words, *pieces[:2]])
        places = [match.span() for match in re.finditer(r"\S+", said)]
        asked = [match.span() for match in re.finditer(r"\S+", text)]
        links = tuple(Link(one, other, 0.9) for one, other in zip(asked, places, strict=False))
        return [Hypothesis(said, -0.5, links), Hypothesis(said[::-1], -0.6)]

    request = terminology.Request(source, Syntax.HTML, terms.find(re.sub("<[^>]+>", "", source)))
    for locale in ("ru", "az"):
        engine = Fake(says, marks=MARKS)
        (result,) = terminology.translate([request], engine=engine, glossary=terms, source="en", target=locale)
        assert not set(MARKS) & set(result.text)


@given(st.text(alphabet="⟦⟧[] BakuAnrKimov'-.", max_size=50), st.text(alphabet="⟦⟧[] Бакун.", max_size=50))
@settings(max_examples=200, deadline=None)
def test_any_input(more: Glossary, source: str, draft: str) -> None:
    """Whatever marks an article and a draft hold, there are never more in the result than the article has."""
    result = obey(more, Fake(saying(draft), marks=MARKS), source)
    for mark in MARKS:
        assert result.text.count(mark) <= source.count(mark)
