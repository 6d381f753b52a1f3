"""Azerbaijani: casing, script, surnames, reading words, and what holds for every term."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.languages import language
from l10n.languages.az import LANGUAGE, analyse, surname
from l10n.languages.az_letters import LETTERS, fold
from l10n.languages.az_owned import is_owned
from l10n.languages.az_stems import word_list
from l10n.languages.az_suffixes import CASES, GRAMMAR, KEYS, State, key_of, read_chain, tags_of, write_chain
from l10n.languages.az_terms import last_word
from l10n.model import Gender, Kind

KINDS = st.sampled_from(tuple(Kind))
WORDS = st.text(alphabet=[*sorted(LETTERS), "İ", "I", "Ə", "Ş"], min_size=1, max_size=12)
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
ODD = st.text(max_size=24)


def test_language_is_registered() -> None:
    """The locale az, with or without a territory, is this language."""
    assert language("az") is LANGUAGE
    assert language("az-AZ") is LANGUAGE


@pytest.mark.parametrize(
    ("small", "capital"),
    [("ilıq", "İLIQ"), ("işıq", "İŞIQ"), ("ə", "Ə"), ("qızıl", "QIZIL"), ("iran", "İRAN")],
)
def test_casing(small: str, capital: str) -> None:
    """Dotted and dotless i stay apart in both directions."""
    assert LANGUAGE.upper(small) == capital
    assert LANGUAGE.lower(capital) == small


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_casing_round_trip(word: str) -> None:
    """Capitals and back give the small letters again, without combining dots, length unchanged."""
    small = LANGUAGE.lower(word)
    assert LANGUAGE.lower(LANGUAGE.upper(small)) == small
    assert len(small) == len(word)
    assert "\u0307" not in small


def test_decomposed_dot() -> None:
    """What Python's own lower() makes of İ is read as i."""
    assert LANGUAGE.lower("İran".lower()) == "iran"
    assert LANGUAGE.upper("i\u0307ran") == "İRAN"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("baş nazir", "Baş Nazir"),
        ("ırmaq və inək", "Irmaq Və İnək"),
        ("BAKI ŞƏHƏRİ", "Bakı Şəhəri"),
        ("Bakı'nın", "Bakı'nın"),
    ],
)
def test_title_case(text: str, expected: str) -> None:
    """Each word gets a capital, i a dotted one; a text in capitals is made small first."""
    assert LANGUAGE.title_case(text) == expected


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Əlcəzair", True),
        ("Washington Post-un 3-cü səhifəsi", True),
        ("Ваkı", False),
        ("Bakı şәhәri", False),
        ("Əlı" + "\u03bf", False),
        ("", True),
        ("«2026» – 14 %", True),
        ("Ərdoğan".replace("ğ", "g\u0306"), True),
        ("Şarl de Qoll é", False),
    ],
)
def test_right_script(text: str, right: bool) -> None:
    """Only Latin letters of Azerbaijani newspapers pass; Cyrillic ә and other look-alikes do not."""
    assert LANGUAGE.right_script(text) is right


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anar Kərimov", "Kərimov"),
        ("Heydər Əlirza oğlu Əliyev", "Əliyev"),
        ("Əliyev Heydər Əlirza oğlu", "Əliyev"),
        ("Rəcəb Tayyib Ərdoğan", "Ərdoğan"),
        ("Bülbül", "Bülbül"),
        ("", ""),
    ],
)
def test_surname(name: str, expected: str) -> None:
    """The surname is the last word, or the first where a patronymic closes the name."""
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("phrase", "kind", "gender", "keys"),
    [
        ("Karimovun", "person", "m", ("gen",)),
        ("Karimova", "person", "m", ("dat",)),
        ("Karimova", "person", "f", ("nom",)),
        ("Anar Karimovla", "person", "m", ("nom",)),
        ("Aliyevaya", "person", "f", ("dat",)),
        ("Aliyevə", "person", "m", ("dat",)),
        ("Nazirliyinə", "organization", "", ("dat.poss",)),
        ("kultura nazirinin", "title", "", ("gen.poss",)),
        ("BMT-nin", "organization", "", ("gen",)),
        ("Aİ-dən", "organization", "", ("abl",)),
        ("NATO’ya", "organization", "", ("dat",)),
        ("Bakudakı", "place", "", ("loc",)),
        ("Kaspi dənizi", "place", "", ("nom.poss",)),
        ("Kaspi dənizində", "place", "", ("loc.poss",)),
        ("Ruanda", "place", "", ("nom",)),
        ("Ruandada", "place", "", ("loc",)),
        ("Adil Karimlinin", "person", "m", ("gen",)),
        ("Çavuşoğluna", "person", "m", ("dat",)),
        ("...", "term", "", ()),
        ("", "term", "", ()),
    ],
)
def test_cases_of(phrase: str, kind: str, gender: str, keys: tuple[str, ...]) -> None:
    """The case of a wrongly spelled name is read off its ending."""
    assert LANGUAGE.cases_of(phrase, kind=Kind(kind), gender=Gender(gender))[: len(keys)] == keys
    assert bool(LANGUAGE.cases_of(phrase, kind=Kind(kind), gender=Gender(gender))) == bool(keys)


@pytest.mark.parametrize(
    ("term", "phrase", "kind", "expected"),
    [
        ("Anar Kərimov", "Anar Karimovla", "person", "Anar Kərimovla"),
        ("Anar Kərimov", "Anar Karimovdursa", "person", "Anar Kərimovdursa"),
        ("Bakı", "Bakudakı", "place", "Bakıdakı"),
        ("mədəniyyət naziri", "kultura nazirlərinə", "title", "mədəniyyət nazirlərinə"),
        ("Xarici İşlər Nazirliyi", "Xarici Məsələlər Nazirliyindən", "organization", "Xarici İşlər Nazirliyindən"),
        ("Avropa İttifaqı", "Aİ-dən", "organization", "Avropa İttifaqından"),
        ("BMT", "Birləşmiş Millətlərin", "organization", "BMT-nin"),
        ("ABŞ", "Amerika Birləşmiş Ştatlarına", "place", "ABŞ-a"),
        ("NATO", "Atlantika Alyansının", "organization", "NATO-nun"),
        ("Bakı", "–", "place", None),
        ("Bakı", "Baku", "place", "Bakı"),
        ("Laçın", "Lachinda", "place", "Laçında"),
        ("Aşqabad", "Ashgabata", "place", "Aşqabada"),
        ("Tacikistan", "Tajikistanda", "place", "Tacikistanda"),
        ("Türkmənistan", "Türkmürkmü", "place", "Türkmənistan"),
        ("Xəzər dənizi", "Kaspi dənizi", "place", "Xəzər dənizi"),
        ("Rüstəm Sulyoni", "Rustam Solini", "person", "Rüstəm Sulyoni"),
        ("Rüstəm Sulyoni", "Rustam Solinin", "person", "Rüstəm Sulyoninin"),
        ("Sirocəddin Mühriddin", "Sirojiddin Muhriddin", "person", "Sirocəddin Mühriddin"),
        ("Sirocəddin Mühriddin", "Sirojiddin Muhriddinin", "person", "Sirocəddin Mühriddinin"),
        ("Ceyms O’Brayen", "James O’Brienə", "person", "Ceyms O’Brayenə"),
        ("Olaf Şolts", "Olaf Scholtsa", "person", "Olaf Şoltsa"),
        ("xarici işlər naziri", "xarici nazirin", "title", "xarici işlər nazirinin"),
        ("Xarici İşlər Nazirliyi", "Xarici Nazirlik", "organization", "Xarici İşlər Nazirliyi"),
        ("Heydər Əliyev Mərkəzi", "Heydar Aliyev Centerdə", "organization", "Heydər Əliyev Mərkəzində"),
        ("dəhliz", "koridorunda", "term", "dəhlizində"),
        ("Kəlbəcər", "Kelbajarda", "place", "Kəlbəcərdə"),
        ("Füzuli", "Fizulidən", "place", "Füzulidən"),
        ("Zəngəzur dəhlizi", "Zangezur Corridorunda", "place", "Zəngəzur dəhlizində"),
        ("Birləşmiş Ərəb Əmirlikləri", "BƏƏ-də", "place", "Birləşmiş Ərəb Əmirliklərində"),
        ("Qəzza zolağı", "Gaza Stripdə", "place", "Qəzza zolağında"),
        ("Volodimir Zelenski", "Volodymyr Zelenskyinin", "person", "Volodimir Zelenskinin"),
        ("Rəcəb Tayyib Ərdoğan", "Recep Tayyip Erdogan'ın", "person", "Rəcəb Tayyib Ərdoğanın"),
        ("Kir Starmer", "Keir Starmer", "person", "Kir Starmer"),
        ("Abbas Əraqçi", "Abbas Araghchiyə", "person", "Abbas Əraqçiyə"),
        ("Dünya Bankı", "Dünya Bankasına", "organization", "Dünya Bankına"),
        ("Mərkəzi Bank", "Mərkəzi Bankasının", "organization", "Mərkəzi Bankın"),
        ("müdafiə naziri", "müdafiə sekretarının", "title", "müdafiə nazirinin"),
    ],
)
def test_inflect_like(term: str, phrase: str, kind: str, expected: str | None) -> None:
    """A term takes over the whole chain of suffixes of the phrase it replaces."""
    assert LANGUAGE.inflect_like(term, phrase, kind=Kind(kind), gender=Gender.MASCULINE) == expected


@pytest.mark.parametrize(
    ("word", "stem", "tags"),
    [
        ("çörəyin", "çörək", ("gen",)),
        ("otağımızdakılardan", "otaq", ("poss1p", "loc", "that", "pl", "abl")),
        ("nazirləridir", "nazir", ("pl", "poss3", "is")),
        ("BMT-dəki", "bmt", ("loc", "that")),
        ("BAKIDA", "bakı", ("loc",)),
        ("təşkilatınkı", "təşkilat", ("gen", "that")),
    ],
)
def test_analyse(word: str, stem: str, tags: tuple[str, ...]) -> None:
    """The right stem and chain is among the readings of a word."""
    assert (stem, tags) in [(reading.stem, reading.tags) for reading in analyse(word)]


@pytest.mark.parametrize(
    ("term", "kind"),
    [("Səməd Vurğun", "person"), ("Devlət Baxçalı", "person"), ("Hüseyn Cavid", "person"), ("Oksford", "place"),
     ("Xocənd", "place"), ("Barselona", "place"), ("Kür", "place"), ("Hörmüz boğazı", "place"), ("Kreml", "title"),
     ("aparıcı", "title"), ("yeni daşıyıcı", "term"), ("bəhs", "term"), ("ailə üzvləri", "term")],
)  # fmt: skip
def test_inflect_like_itself(term: str, kind: str) -> None:
    """A phrase that is a case form of the term already stays as it is."""
    forms = LANGUAGE.forms(term, kind=Kind(kind))
    for case in CASES:
        assert LANGUAGE.inflect_like(term, forms[case], kind=Kind(kind), gender=Gender.MASCULINE) == forms[case]


@pytest.mark.parametrize(
    ("word", "before", "owned"),
    [
        ("mərkəzi", ("heydər", "əliyev"), True), ("enerji", ("bərpa", "olunan"), False), ("siyahı", ("qara",), False),
        ("qazıntı", ("yeni",), False), ("labirinti", ("bağ",), True), ("daşıyıcı", ("yeni",), False),
        ("kərpici", ("divar",), True), ("iranlı", ("iki",), False), ("ağlı", ("insan",), True),
        ("ansamblı", ("rəqs",), True), ("sxuru", ("yeni",), False), ("sxuru", ("xalq",), True), ("sxuru", (), False),
        ("soyqırımı", (), True),
    ],
)  # fmt: skip
def test_close_vowel_at_the_end(word: str, before: tuple[str, ...], owned: bool) -> None:
    """A close vowel at the end is the possessive or the word's own, by list, shape and the words before it."""
    assert is_owned(word, Kind.TERM, before, capital=False) is owned


@given(PHRASES, KINDS)
@settings(max_examples=80, deadline=None)
def test_find_reads_what_forms_writes(term: str, kind: Kind) -> None:
    """Every generated form is found whole in a sentence, and its key is among those it can stand for."""
    for key, form in LANGUAGE.forms(term, kind=kind).items():
        found = LANGUAGE.find(term, f"Dünən {form}, sonra.", kind=kind)
        assert [hit.text for hit in found][:1] == [form]
        assert key in found[0].cases


@given(ODD, ODD, KINDS)
@settings(max_examples=200, deadline=None)
def test_odd_input_never_raises(term: str, text: str, kind: Kind) -> None:
    """Whatever the term and the text, there is an answer, and what is found lies in the text."""
    assert set(CASES) <= set(LANGUAGE.forms(term, kind=kind))
    for hit in LANGUAGE.find(term, text + term, kind=kind):
        assert (text + term)[hit.start : hit.end] == hit.text
    LANGUAGE.cases_of(text, kind=kind)
    LANGUAGE.inflect_like(term, text, kind=kind)
    LANGUAGE.right_script(text)
    LANGUAGE.title_case(text)
    analyse(text)


def test_decomposed_text() -> None:
    """A term is found in decomposed text, at its places there."""
    text = unicodedata.normalize("NFD", "Dünən Gürcüstanın səfiri gəldi; İranın səfiri də.")
    for term, form in (("Gürcüstan", "Gürcüstanın"), ("İran", "İranın")):
        (hit,) = LANGUAGE.find(term, text, kind=Kind.PLACE)
        assert unicodedata.normalize("NFC", hit.text) == form
        assert text[hit.start : hit.end] == hit.text


@given(ODD)
@settings(max_examples=200, deadline=None)
def test_fold_keeps_places(text: str) -> None:
    """Each folded character knows where it stood."""
    small, places = fold(text)
    assert len(small) == (len(text) if places is None else len(places) - 1)


def test_grammar_reads_what_it_writes() -> None:
    """Each form key survives writing and reading, for open and closed stems of every vowel."""
    for stem in ("ata", "ad", "qapı", "qız", "radio", "yol", "su-ru", "quş", "nənə", "əl", "lale", "ev", "iki", "il"):
        sound = last_word(stem, Kind.TERM).stems[0].sound
        for key in KEYS:
            letters = write_chain(tags_of(key), sound, State.STEM)
            assert key in {key_of(tags) for tags in read_chain(letters, sound, State.STEM)}


def test_grammar_names_each_suffix_once_per_state() -> None:
    """After one state a tag means one suffix, save the short forms that are read but not written."""
    for state in State:
        tags = [suffix.tag for suffix in GRAMMAR if state in suffix.after]
        assert {tag for tag in tags if tags.count(tag) > 1} <= {"with"}


@pytest.mark.parametrize(
    "name",
    ["vowel-drop", "hard", "soft", "s-nouns", "ch-nouns", "solid-heads", "owned-words", "narrow-stems", "abbreviations",
     "foreign", "known-names", "nouns", "place-heads", "compound-firsts", "compound-seconds", "adjectives",
     "glide", "units"],
)  # fmt: skip
def test_word_lists_have_examples(name: str) -> None:
    """Every entry of a word list is in small letters and carries an attested form."""
    for word, rest in word_list(name).items():
        assert word == LANGUAGE.lower(word)
        assert rest
