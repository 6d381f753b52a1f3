"""Days of the week: «в среду», "çərşənbə günü". One that became another day is a wrong fact like a wrong date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.figures.english import Figure
from l10n.languages import base, language
from l10n.languages.az_letters import lower
from l10n.locate import Range, Working, word_before

RU = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
"""Monday first."""
_RU_ANY = (
    "понедельни[кч]",
    "вторни[кч]",
    r"сред(?:а|ы|е|у|ой|ам|ами|ах)\b",
    "четверг",
    "пятни[цч]",
    "суббот",
    "воскрес(?:ень|ени|н)",
)
"""How a word for the day begins, adjectives included («субботний»); среда with its endings: other words begin so."""
_DAYTIME = frozenset(("утром", "днем", "вечером", "ночью", "утро", "день", "вечер", "ночь"))

AZ = ("bazar ertəsi", "çərşənbə axşamı", "çərşənbə günü", "cümə axşamı", "cümə günü", "şənbə günü", "bazar günü")
"""Monday first, as the adverb: on Monday."""
_AZ_BARE = ("bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə", "bazar")
_HEADS = {"ertəsi": ("", "nin", "nə", "ni", "ndə", "ndən"), "axşamı": ("", "nın", "na", "nı", "nda", "ndan")}
_HEADS |= {"günü": ("", "nün", "nə", "nü", "ndə", "ndən")}
"""The case suffixes behind the head of a day's name, in one order."""
_AZ_DAY = re.compile(
    r"\b(?P<name>bazar[ \u00a0]ertə(?:si|ləri)|(?:çərşənbə|cümə)[ \u00a0]axşam(?:lar)?ı|"
    r"çərşənbə|cümə|şənbə|bazar(?=[ \u00a0]gün))"
    r"(?P<end>\w*)(?P<day>[ \u00a0]gün(?:lər)?[iü](?P<case>\w*))?",
    re.IGNORECASE,
)
_NOVRUZ = re.compile(
    r"\b(?:(?:ilaxır|axır|dörd|su|od|yel|torpaq)[ \u00a0](?P<holiday>çərşənbə)|(?P<feast>çərşənbə)(?:si|lər))",
    re.IGNORECASE,
)
"""The four Tuesdays before Novruz are called by the name of Wednesday."""
_SUNDAY = re.compile(r"\bbazar(?:ı|ın|a|da|dan)?\b(?![ \u00a0]ertəsi)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A day of the week that a translation names."""

    day: int
    at: Range
    form: str
    """What stands there and can be written for another day as well: the key of a Russian case, an Azerbaijani suffix's
    place in its row; empty where nothing can be said."""


def named(figure: Figure, text: str, locale: str) -> bool:
    """The target speaks of the day: of Sunday night also as «в ночь на понедельник», of Wednesday evening also as
    "çərşənbə axşamı", which is Tuesday elsewhere, and of the Tuesdays of Novruz as "çərşənbə"."""
    lang = base(locale)
    if lang == "ru":
        night = figure.half == "night" and re.search(rf"\bночь на {_RU_ANY[(figure.weekday + 1) % 7]}", text)
        return bool(night) or re.search(rf"\b{_RU_ANY[figure.weekday]}", text, re.IGNORECASE) is not None
    if lang == "az":
        days = {figure.weekday, *((_evening_of(figure.weekday),) if figure.half else ())}
        if figure.half == "night" and "keçən gecə" in text:
            days.add((figure.weekday + 1) % 7)
        spoken = any(place.day in days for place in _places(text, lang))
        return spoken or (figure.weekday == 6 and _SUNDAY.search(text) is not None)
    return True


def _evening_of(day: int) -> int:
    """The day that is called in Azerbaijani what the evening of this day is: Tuesday for Wednesday."""
    name = f"{_AZ_BARE[day]} axşamı"
    return _AZ_BARE.index(name) if name in _AZ_BARE else day


def written(figure: Figure, locale: str) -> str:
    """The day as a term: «среда», "çərşənbə günü"."""
    return RU[figure.weekday] if base(locale) == "ru" else AZ[figure.weekday]


def repaired(weekdays: tuple[Figure, ...], working: Working, locale: str) -> Working:
    """The translation with the right day where one day of the source is missing and one that it does not have stands
    there, in a form that can be written for the right one."""
    lang = base(locale)
    meant = {figure.weekday for figure in weekdays}
    missing = [figure for figure in weekdays if not named(figure, working.text, locale)]
    other = [place for place in _places(working.text, lang) if place.day not in meant]
    if len({figure.weekday for figure in missing}) != 1 or len(other) != 1 or not other[0].form:
        return working
    put = _put_ru if lang == "ru" else _put_az
    return put(other[0], missing[0], working)


def surplus(weekdays: tuple[Figure, ...], text: str, locale: str) -> tuple[Range, ...]:
    """Where the target names days that the source does not; nowhere beside a night or an evening, which belong to
    another day in each language."""
    if not weekdays or any(figure.half for figure in weekdays):
        return ()
    meant = {figure.weekday for figure in weekdays}
    return tuple(place.at for place in _places(text, base(locale)) if place.day not in meant)


def _places(text: str, lang: str) -> list[_Place]:
    return list({"ru": _places_ru, "az": _places_az}.get(lang, lambda _: [])(text))


def _places_ru(text: str) -> list[_Place]:
    found = []
    for match in re.finditer(r"\b[А-Яа-яё]+\b", text):
        day = next((n for n, stem in enumerate(_RU_ANY) if re.match(stem, match[0], re.IGNORECASE)), None)
        if day is None:
            continue
        form = _case_ru(match[0].lower(), day, word_before(text, match.start()).lower())
        if day == RU.index("среда") and not form:
            continue  # the environment as well
        found.append(_Place(day, match.span(), form))
    return found


def _case_ru(word: str, day: int, before: str) -> str:
    """Known behind a preposition, which leaves one case for a form, or behind a time of day."""
    grammar = language("ru")
    cases = grammar.cases if before in _DAYTIME else grammar.governed(before)
    if before not in ("о", "об"):
        cases = tuple(case for case in cases if case != "loc")  # «в среде ученых» is no Wednesday
    forms = grammar.forms(RU[day])
    return next((case for case in cases if forms[case] == word), "")


def _put_ru(place: _Place, figure: Figure, working: Working) -> Working:
    """The right day in the case of the wrong one, with the preposition's vowel: во вторник, со среды."""
    grammar = language("ru")
    (start, end), form = place.at, grammar.forms(RU[figure.weekday])[place.form]
    before = word_before(working.text, start)
    agreed = grammar.agree_preposition(before, form)
    working = working.replaced((start, end), form, figure.at)
    at = working.text.rindex(before, 0, start) if before else start
    return working.replaced((at, at + len(before)), agreed) if agreed != before else working


def _places_az(text: str) -> list[_Place]:
    feasts = {match.start("holiday") if match["holiday"] else match.start("feast") for match in _NOVRUZ.finditer(text)}
    found = [_Place(1, (start, start + len("çərşənbə")), "") for start in sorted(feasts)]
    for match in _AZ_DAY.finditer(text):
        if match.start() in feasts:
            continue
        name = re.sub("lar(?=ı$)", "", lower(match["name"].replace("\u00a0", " "))).replace("ertələri", "ertəsi")
        many = re.search("l[aə]r[iı]", match[0], re.IGNORECASE)
        day, head = _AZ_BARE.index(name), name.rpartition(" ")[2]
        suffixes, suffix = _HEADS.get(head), match["end"]
        if match["day"]:
            suffixes, suffix = (_HEADS["günü"], match["case"]) if not match["end"] else (None, "")
        form = str(suffixes.index(suffix)) if suffixes and suffix in suffixes and not many else ""
        found.append(_Place(day, match.span(), form))
    return found


def _put_az(place: _Place, figure: Figure, working: Working) -> Working:
    """The right day with the case suffix of the wrong one."""
    name = AZ[figure.weekday]
    text = name + _HEADS[name.rpartition(" ")[2]][int(place.form)]
    if working.text[place.at[0]].isupper():
        text = text[0].upper() + text[1:]
    return working.replaced(place.at, text, figure.at)
