"""Typography of drafts by the rules of Russian and Azerbaijani newspapers; ~ stands for a no-break space."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.figures import verbatim
from l10n.locate import Working
from l10n.model import Link
from l10n.typography import polish

RUSSIAN = [
    ('"We will go," he said.', '"Мы поедем," сказал он.', "«Мы поедем»,~— сказал он."),
    ('"We will go," he said.', "«Мы поедем,» — сказал он.", "«Мы поедем»,~— сказал он."),
    ('"We will go," he said.', "«Мы поедем», - сказал он.", "«Мы поедем»,~— сказал он."),
    ('"We will go," he said.', "“Мы поедем”, сказал он.", "«Мы поедем»,~— сказал он."),
    ('"We will go," he said.', "«Мы поедем»,~— сказал он.", "«Мы поедем»,~— сказал он."),
    ('"Why?" she asked.', "«Почему?» спросила она.", "«Почему?»~— спросила она."),
    ('He said: "We will go."', 'Он сказал: "Мы поедем."', "Он сказал: «Мы поедем»."),
    ('A "text with "inner" words"', 'Это "текст с "внутренними" словами"', "Это «текст с „внутренними“ словами»"),
    ('He read "War and Peace."', "Он читал “Войну и мир.”", "Он читал «Войну и мир»."),
    (
        "His book, father said, is long.",
        "Его книга «Война», сказал отец, длинна.",
        "Его книга «Война», сказал отец, длинна.",
    ),
    ('"Al Jazeera" reported it.', "«Аль-Джазира» сообщила об этом.", "«Аль-Джазира» сообщила об этом."),
    ("Baku is the capital.", "Баку - это столица .", "Баку~— это столица."),
    ("Baku is the capital", "Баку – столица", "Баку~— столица"),
    ("Group No. 5 has 10-15 people.", "В группе No. 5 10-15 человек", "В группе №~5 10–15 человек."),
    ("In 2019-2020 it grew.", "В 2019-2020 годах рост продолжался.", "В 2019–2020 годах рост продолжался."),
    ("It takes place on May 1-3.", "Он пройдет 1-3 мая.", "Он пройдет 1–3 мая."),
    ("It was a Boeing 737-800.", "Это был Boeing 737-800.", "Это был Boeing 737-800."),
    ("Call 555-12-34.", "Звоните 555-12-34.", "Звоните 555-12-34."),
    ("Is it so?", "Это так.", "Это так?"),
    ("It is so!", "Это так.", "Это так!"),
    ("Ministers meet in Baku", "Министры встречаются в Баку.", "Министры встречаются в Баку"),
    ("Ministers met in Baku.", "Министры встретились в Баку", "Министры встретились в Баку."),
    ("It opened in 1920.", "Открыт в 1920 г.", "Открыт в 1920 г."),
    ("Wait...", "Подождите...", "Подождите..."),
    (
        "See https://example.org/a--b - there.",
        "См. https://example.org/a--b - там.",
        "См. https://example.org/a--b~— там.",
    ),
    ("The 6'2\" man came.", "Пришел человек ростом 6'2\".", "Пришел человек ростом 6'2\"."),
    ("Two spaces (here).", "Два  пробела ( тут ) .", "Два пробела (тут)."),
    ("The hedgehog is here.", "Ёж здесь.", "Ёж здесь."),
    ("A mark without a partner", 'Знак " без пары', 'Знак " без пары'),
]
AZERBAIJANI = [
    ('"We will go," he said.', '"Biz gedəcəyik," dedi.', '"Biz gedəcəyik", – dedi.'),
    ('"We will go," he said.', "“Biz gedəcəyik”, - deyə o bildirib.", '"Biz gedəcəyik", – deyə o bildirib.'),
    ('"We will go," he said.', "«Biz gedəcəyik», deyə nazir bildirib.", '"Biz gedəcəyik", – deyə nazir bildirib.'),
    ('"Why?" she asked.', '"Niyə?" deyə soruşdu.', '"Niyə?" – deyə soruşdu.'),
    ('He read "War".', "O, «Müharibə»ni oxuyub.", 'O, "Müharibə"ni oxuyub.'),
    ('He said: "We go."', 'O dedi: " Biz gedirik ."', 'O dedi: "Biz gedirik".'),
    ('A "text with "inner" words".', "Bu, «daxili «sözlü» mətn»dir.", "Bu, \"daxili 'sözlü' mətn\"dir."),
    ("Baku is the capital", "Bakı — paytaxt", "Bakı – paytaxt"),
    ("Wait...", "Gözləyin…", "Gözləyin..."),
    ("From 10 to 15 people came.", "10-15 nəfər gəldi", "10-15 nəfər gəldi."),
    ("Is it so?", "Bu belədirmi.", "Bu belədirmi?"),
    ('I asked: "Is it so?"', 'Mən "Bu belədirmi?" deyə soruşdum.', 'Mən "Bu belədirmi?" – deyə soruşdum.'),
    ('"We go," he said.', '"Biz gedirik,"-deyə o bildirdi.', '"Biz gedirik", – deyə o bildirdi.'),
]
TABLE = [("ru", *row) for row in RUSSIAN] + [("az", *row) for row in AZERBAIJANI]


@pytest.mark.parametrize(("locale", "source", "draft", "expected"), TABLE)
def test_a_draft_is_set_as_newspapers_set_it(locale: str, source: str, draft: str, expected: str) -> None:
    """Each draft of the table becomes the text beside it, and polishing that changes nothing more."""
    polished = polish(source, Working(draft.replace("~", "\u00a0")), locale)
    assert polished.text.replace("\u00a0", "~") == expected
    assert polish(source, polished, locale) == polished


def test_links_stay_with_their_words() -> None:
    """Marks move, and each word is still linked to its source word."""
    source, target = '"We go," he said.', '"Мы едем ," сказал он.'
    pairs = [("We", "Мы"), ("go", "едем"), ("he", "он"), ("said", "сказал")]
    links = tuple(
        Link((source.rindex(a), source.rindex(a) + len(a)), (target.rindex(b), target.rindex(b) + len(b)), 1.0)
        for a, b in pairs
    )
    polished = polish(source, Working(target, links), "ru")
    assert polished.text == "«Мы едем»,\u00a0— сказал он."
    assert [polished.text[slice(*link.target)] for link in polished.links] == [b for _, b in pairs]


def test_other_languages_stay() -> None:
    """l10n knows no typography of a language it has no grammar of."""
    working = Working('Das - "so".')
    assert polish("It is so.", working, "de") is working


_MARKS = "\" « » “ ” „ , . ! ? … ... - – — -- ( ) a b Да нет сказал dedi 10-15 No. 5 https://a.org/-,-b ' г."
_PIECES = st.sampled_from([*_MARKS.split(), "\u00a0", ""])
_TEXT = st.one_of(
    st.text(max_size=40), st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES, max_size=14).map("".join)
)


@settings(max_examples=200, deadline=None)
@given(_TEXT, _TEXT, st.sampled_from(["ru", "az", "de"]))
def test_any_input_is_polished_once_and_for_all(source: str, draft: str, locale: str) -> None:
    """Nothing raises, a second pass changes nothing, addresses stay, letters and digits stay, links stay inside."""
    links = tuple(Link((0, 1), (n, n + 1), 0.5) for n in range(0, len(draft), 3))
    once = polish(source, Working(draft, links), locale)
    assert polish(source, once, locale).text == once.text
    assert all(0 <= link.target[0] < link.target[1] <= len(once.text) for link in once.links)
    for start, end in verbatim.find(draft):
        assert draft[start:end] in once.text
    if "No" not in draft and "Но" not in draft:
        assert [c for c in once.text if c.isalnum()] == [c for c in draft if c.isalnum()]
