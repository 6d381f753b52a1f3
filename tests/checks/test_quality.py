"""A translation against its source without a glossary: what is reported, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.checks import doubts
from l10n.checks.context import pair
from l10n.checks.quality import problems
from l10n.model import Severity, Syntax


def found(source: str, target: str, locale: str = "ru", syntax: Syntax = Syntax.TEXT) -> list[str]:
    return sorted({problem.check for problem in problems(pair(source, target, locale, syntax=syntax))})


RIGHT = [
    ("ru", "The budget grew by 1,250 manats.", "Бюджет вырос на 1 250 манатов."),
    ("ru", "The budget grew by 1,250 manats.", "Бюджет вырос на 1\u00a0250 манатов."),
    ("ru", "Inflation was 5.7 percent.", "Инфляция составила 5,7 процента."),
    ("ru", "They need $2.8bn.", "Им нужно 2,8 млрд долларов."),
    ("ru", "The cost rose from 3 to 5 million dollars.", "Стоимость выросла с 3 до 5 млн долларов."),
    ("ru", "Some 640,000 people came.", "Пришли около 640 тысяч человек."),
    ("ru", "Of 1,738,000 contracts, half are new.", "Из 1 млн 738 тыс. договоров половина новые."),
    ("ru", "The train leaves at 3 p.m. today.", "Поезд отправляется сегодня в 15:00."),
    ("ru", "It closed at 7.45pm on Friday.", "В пятницу он закрылся в 19:45."),
    ("ru", "The team won 2-1 in the 89th minute.", "Команда выиграла 2:1 на 89-й минуте."),
    ("ru", "He was born in the 1980s.", "Он родился в 80-е годы."),
    ("ru", "It was 95 degrees in the shade.", "В тени было 35 градусов."),
    ("ru", "It opens at 9 a.m.", "Открытие в 9:00."),
    ("ru", "A 19th century house burned down.", "Сгорел дом XIX века."),
    ("ru", "He has 3 sons and two daughters.", "У него трое сыновей и 2 дочери."),
    ("ru", "Over the past 24 hours it rained.", "За последние сутки шел дождь."),
    ("ru", "The poet died at 84.", "Поэт скончался на 85-м году жизни."),
    ("ru", "It lies 40 miles from the sea.", "Он находится в 64 километрах от моря."),
    ("ru", "On October 5, 2021 they met.", "Они встретились 05.10.2021."),
    ("ru", "The war lasted from 2014-15.", "Война шла в 2014–2015 годах."),
    ("az", "Inflation was 5.7 percent.", "İnflyasiya 5,7 faiz təşkil edib."),
    ("az", "The budget grew by 1,250,000 manats.", "Büdcə 1 milyon 250 min manat artıb."),
    ("az", "Three of the 12 ministers stayed.", "On iki nazirdən 3-ü qalıb."),
    ("ru", "We do not agree with this.", "Мы с этим не согласны."),
    ("az", "We do not agree with this.", "Biz bununla razı deyilik."),
    ("az", "They did not come to the meeting.", "Onlar görüşə gəlmədilər."),
    ("ru", '"We are ready," he said.', "«Мы готовы», – сказал он."),
    ("az", '"We are ready," he said.', '"Biz hazırıq", – deyə o bildirib.'),
    ("ru", '"We are ready," he said.', "— Мы готовы, — сказал он."),
    (
        "ru",
        "Write to press@example.org or visit https://example.org/a.",
        "Пишите на press@example.org, https://example.org/a.",
    ),
    ("ru", "Prices rose by 100%s of cases", "Цены выросли в 100%s случаев"),
    ("ru", "The IT company YouTube grew", "IT-компания YouTube выросла"),
    ("az", "They went slowly.", "Onlar yavaş yavaş getdilər."),
    ("ru", "The New York Times and BBC News", "The New York Times и BBC News"),
]


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_a_right_translation_is_left_alone(locale: str, source: str, target: str) -> None:
    """The conventions of the target language, number words and converted measures are no mistakes."""
    assert found(source, target, locale) == []


WRONG = [
    ("numbers", "ru", "The budget grew by 1,250 manats.", "Бюджет вырос на 1 520 манатов."),
    ("numbers", "ru", "The budget grew by 1,250 manats.", "Бюджет вырос на 1,250 маната."),
    ("numbers", "ru", "Inflation was 5.7 percent.", "Инфляция составила 57 процентов."),
    ("numbers", "ru", "They need $2.8bn.", "Им нужно 2,8 млн долларов."),
    ("numbers", "ru", "Fourteen people died in 2016.", "В 2016 году погибли 15 человек."),
    ("numbers", "ru", "They won 25-18, 25-21.", "Они победили 35:18, 25:21."),
    ("numbers", "ru", "Water boils at 91 degrees Celsius here.", "Вода кипит здесь при 92 градусах."),
    ("negation", "ru", "Nobody was hurt in the fire.", "Никто при пожаре пострадал."),
    ("punctuation", "ru", "It will open next year.", "Он откроется в будущем году"),
    ("numbers", "az", "They met on Wednesday.", "Onlar çərşənbə axşamı görüşdülər."),
    ("numbers", "ru", "They met on Wednesday.", "Они встретились во вторник."),
    ("numbers", "ru", "The train leaves at 3 p.m. today.", "Поезд отправляется сегодня в 13:00."),
    ("numbers", "az", "The meeting is on May 15.", "Görüş mayın 16-da olacaq."),
    ("numbers", "az", "The team won 2-1 at home.", "Komanda evdə 3:1 hesabı ilə qalib gəlib."),
    ("placeholders", "ru", "Hello, {name}, welcome here.", "Здравствуйте, {имя}, добро пожаловать."),
    ("placeholders", "ru", "Your %s is ready today.", "Ваш заказ сегодня готов."),
    ("placeholders", "ru", "The minister left for home.", "Министр __TERM1__ уехал домой."),
    ("placeholders", "az", "Write to press@example.org today.", "Bu gün pres@example.org ünvanına yazın."),
    ("placeholders", "ru", "Follow @example_news for more.", "Подробности: @example_newz."),
    ("mixed-script", "ru", "The minister is here.", "Миниcтр здесь."),
    ("mixed-script", "ru", "He came with a friend.", "Он пришел c другом."),
    ("mixed-script", "az", "The city is beautiful.", "Şəhәr gözəldir."),
    ("mixed-script", "az", "The city is beautiful.", "Şəhər красивый."),
    ("untranslated", "ru", "The talks were held in secret.", "The talks were held in secret."),
    ("untranslated", "az", "The talks were held in secret.", "Danışıqlar were held in secret keçirildi."),
    ("negation", "ru", "The president did not sign the law.", "Президент подписал закон."),
    ("negation", "ru", "The president signed the law today.", "Президент сегодня не подписал закон."),
    ("negation", "az", "The president did not sign the law.", "Prezident qanunu imzaladı."),
    ("negation", "az", "The document has yet to be signed.", "Sənəd hələ imzalanıb."),
    ("negation", "az", "The minister did not comment.", "Nazir görüşmə barədə məlumatı şərh etməsini bildirib."),
    ("negation", "az", "The two sides could not agree.", "Tərəflər razılığa gəlməyə başlayıb, məmur deyib."),
    ("negation", "ru", "The two sides could not agree.", "За несколько недель стороны договорились о нефти."),
    ("punctuation", "ru", "Is the president ready to sign?", "Президент готов подписать."),
    ("punctuation", "ru", "Parliament passes the new budget", "Парламент принял новый бюджет."),
    ("quotes", "ru", '"We are ready," he said.', "«Мы готовы, – сказал он."),
    ("quotes", "ru", '"We are ready," he said.', "Мы готовы, сказал он."),
    ("quotes", "ru", '"We are ready," he said.', '"Мы готовы", – сказал он.'),
    ("spacing", "ru", "He came and went.", "Он пришел  и ушел."),
    ("spacing", "ru", "He came, and he went.", "Он пришел , и ушел."),
    ("spacing", "az", "He came, and he went.", "O gəldi,sonra getdi."),
    ("repetition", "ru", "He spoke about the budget.", "Он говорил о о бюджете."),
    ("repetition", "az", "He spoke about the budget.", "O, büdcə haqqında büdcə haqqında danışdı."),
    (
        "length",
        "ru",
        "The committee adopted a long list of recommendations on the protection of monuments in the region.",
        "Комитет принял список.",
    ),
]


@pytest.mark.parametrize(("check", "locale", "source", "target"), WRONG)
def test_a_seeded_mistake_is_found(check: str, locale: str, source: str, target: str) -> None:
    """Each kind of mistake is reported under its own name."""
    assert check in found(source, target, locale)


def test_markup_is_compared_by_its_marks() -> None:
    """A lost, added or changed mark is reported, an equal one is not."""
    source = "Read [the report](https://example.org/r) **today**."
    assert found(source, "Читайте [доклад](https://example.org/r) **сегодня**.", syntax=Syntax.MARKDOWN) == []
    assert "markup" in found(source, "Читайте [доклад](https://example.org/r) сегодня.", syntax=Syntax.MARKDOWN)
    assert "markup" in found(source, "Читайте [доклад](https://example.org/q) **сегодня**.", syntax=Syntax.MARKDOWN)
    html = 'See <a href="x.html">this page</a> now.'
    assert found(html, 'См. <a href="x.html">эту страницу</a> сейчас.', syntax=Syntax.HTML) == []
    assert "markup" in found(html, "См. <b>эту страницу</b> сейчас.", syntax=Syntax.HTML)


def test_the_look_alike_letter_is_named_and_marked() -> None:
    """The message names the letter, its script and its twin; the span is that letter."""
    subject = pair("The minister is here.", "Миниcтр здесь.", "ru")
    problem = next(p for p in problems(subject) if p.check == "mixed-script")
    assert "Latin (U+0063)" in problem.what and "U+0441" in problem.what
    assert problem.span is not None and subject.target[slice(*problem.span)] == "c"


def test_an_english_decimal_is_explained() -> None:
    """A thousands comma taken over from English is a wrong number in Russian, and the message says how to write it."""
    problem = next(iter(problems(pair("It cost 1,250 manats.", "Это стоило 1,250 маната.", "ru"))))
    assert "decimal mark" in problem.what and "1 250" in problem.fix


def test_a_number_that_was_only_added_is_a_warning() -> None:
    """A year that the translator wrote out is less grave than a number that was lost."""
    problem = next(iter(problems(pair("He came last year.", "Он приехал в 2019 году.", "ru"))))
    assert problem.severity is Severity.WARNING


def test_doubts_are_plain_clauses() -> None:
    """A machine's draft gets its doubts in words, a good one none."""
    assert doubts("He did not come on May 5.", "Он не приехал 5 мая.", "ru") == ()
    said = doubts("He did not come on May 5.", "Он приехал 6 мая.", "ru")
    assert any("negation" in doubt for doubt in said)
    assert doubts("He came.", " ", "ru") == ("the engine gave no text",)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["ru", "az", "de"]))
def test_no_text_breaks_a_check(source: str, target: str, locale: str) -> None:
    """Whatever the texts, the checks answer, and each span lies in the target."""
    for problem in problems(pair(source, target, locale)):
        if problem.span is not None:
            start, end = problem.span
            assert 0 <= start <= end <= len(target)
