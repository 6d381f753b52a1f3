"""Dates as the target writes them: «27 сентября 2020 года», "27 sentyabr", "sentyabrın 27-də"."""

from __future__ import annotations

import re

from l10n.figures.english import MONTH, MONTHS, Figure
from l10n.figures.numerals import ending
from l10n.languages import base
from l10n.locate import Range, Working

GENITIVE = {
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "az": [
        "yanvar",
        "fevral",
        "mart",
        "aprel",
        "may",
        "iyun",
        "iyul",
        "avqust",
        "sentyabr",
        "oktyabr",
        "noyabr",
        "dekabr",
    ],
}
"""The month beside a day: Russian in the genitive, Azerbaijani as it is."""
NOMINATIVE = {
    "ru": [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ]
}
_RU_STEMS = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
_SHORT = ("янв", "февр?", "мар", "апр", "мая", "июн", "июл", "авг", "сент?", "окт", "нояб?", "дек")
"""Abbreviations of months before a point."""
_RU_ENDINGS = ("ь|я|ю|ем|е|ь", "ь|я|ю|ем|е", "|а|у|ом|е", "ь|я|ю|ем|е", "й|я|ю|ем|е", *("ь|я|ю|ем|е",) * 2, "|а|у|ом|е")
_AZ_CASE = (
    r"(?:[ıiuü]n(?:d[aə](?:n|k[ıi]\w*)?|[aə]|[ıiuü]n?)?|d[aə](?:n|k[ıi]\w*)?|[aə](?:d[əa]k|c[aə]n?)?|[ıiuü]|d[ıiuü]r)?"
)


def _forms(locale: str) -> list[str]:
    """A pattern for the forms of each month, January first."""
    if locale == "az":
        return [name + _AZ_CASE for name in GENITIVE["az"]]
    endings = [*_RU_ENDINGS, *("ь|я|ю|ем|е",) * 4]
    return [f"{stem}(?:{end})" for stem, end in zip(_RU_STEMS, endings, strict=True)]


_FORMS = {locale: _forms(locale) for locale in ("ru", "az")}
_ANY = {locale: "|".join(f"(?P<m{n}>{form})" for n, form in enumerate(forms, 1)) for locale, forms in _FORMS.items()}
_DAY_MONTH = {
    locale: re.compile(rf"(?<![\d.,:])(?P<day>\d{{1,2}})(?:-?(?:го|е|ого|й))?[ \u00a0]+(?P<month>{any_})\b", re.I)
    for locale, any_ in _ANY.items()
}
_MONTH_DAY = {
    locale: re.compile(
        rf"(?:\b(?P<prep>в|во|на)[ \u00a0]+)?\b(?P<month>{any_})[ \u00a0]+(?P<day>\d{{1,2}})"
        r"(?:-?(?:го|е|ого))?(?![\d%]|[.,:]\d|-\w)"
        r"(?![ \u00a0]+(?:год|г\.|процент|человек|млн|тыс|faiz|nəfər|min\b|milyon))",
        re.I,
    )
    for locale, any_ in _ANY.items()
}
_MONTH_ALONE = {
    locale: re.compile(rf"(?:\b(?P<prep>в|во|на)[ \u00a0]+)?\b(?P<month>{any_})\b", re.I)
    for locale, any_ in _ANY.items()
}
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./]\d{2,4})?(?!\d)")
_ENGLISH = re.compile(
    rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \u00a0]+)?{MONTH}"
    r"(?:[ \u00a0]+(?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|[.,]\d))?"
)


def month_of(match: re.Match[str]) -> int:
    """The number of the month a pattern of this module found."""
    return next(n for n in range(1, 13) if match[f"m{n}"] is not None)


def stated(figure: Figure, text: str, locale: str) -> bool:
    """The target names the month of a date, beside its day if it has one."""
    forms = _FORMS.get(base(locale))
    if forms is None:
        return True
    if any(int(m[2]) == figure.month or int(m[1]) == figure.month for m in _NUMERIC.finditer(text)):
        return True
    short = _SHORT[figure.month - 1] if base(locale) == "ru" else "(?!)"
    return re.search(rf"\b(?:(?:{forms[figure.month - 1]})\b|{short}\.)", text, re.I) is not None


def written(figure: Figure, locale: str) -> str:
    """The date in the target's order: «5 января 2025 года», "5 yanvar 2025-ci il", «май 2020 года»."""
    lang = base(locale)
    if lang == "ru":
        month = (GENITIVE if figure.day else NOMINATIVE)["ru"][figure.month - 1]
        year = f" {figure.year} года" if figure.year else ""
        return f"{figure.day} {month}{year}" if figure.day else f"{month}{year}"
    month = GENITIVE["az"][figure.month - 1]
    if figure.day:
        return f"{figure.day} {month}" + (f" {_year(figure.year)} il" if figure.year else "")
    return f"{_year(figure.year)} ilin {month}ı" if figure.month == 0 else f"{month} {figure.year}".strip()


def _year(year: int) -> str:
    return f"{year}-{ending(str(year), 'ci')}"


def repaired(dates: tuple[Figure, ...], working: Working, locale: str) -> Working:
    """The translation with its dates in the target's order, month names in the target's language and small letters."""
    lang = base(locale)
    if lang not in _FORMS or not dates:
        return working
    for step in (_translated, _lowered, _reordered, _without_comma, _once, _right_month, _with_day, _with_year):
        for figure in dates:
            working = step(figure, working, lang)
    return working


def _translated(figure: Figure, working: Working, lang: str) -> Working:
    """A month the model left in English."""
    for match in _ENGLISH.finditer(working.text):
        day = int(match["day"] or match["after"] or 0)
        if MONTHS.index(match["month"][:3].lower()) + 1 != figure.month or day not in (0, figure.day):
            continue
        if match["month"].lower().rstrip(".") in GENITIVE[lang] or (not day and match["month"] in ("May", "March")):
            continue
        month = GENITIVE[lang][figure.month - 1]
        return working.replaced(match.span(), f"{day} {month}" if day else month, figure.at)
    return working


def _lowered(figure: Figure, working: Working, lang: str) -> Working:
    """Months are common nouns."""
    for match in _DAY_MONTH[lang].finditer(working.text):
        start, end = match.span("month")
        if month_of(match) == figure.month and match["month"][0].isupper() and int(match["day"]) == figure.day:
            month = match["month"][0].lower() + match["month"][1:]
            return working.replaced((start, end), month.lower() if match["month"].isupper() else month, figure.at)
    return working


def _reordered(figure: Figure, working: Working, lang: str) -> Working:
    """English order: «сентября 27», "Sentyabr 27"."""
    if not figure.day or _has(figure, working.text, lang):
        return working
    for match in _MONTH_DAY[lang].finditer(working.text):
        if month_of(match) != figure.month or int(match["day"]) != figure.day:
            continue
        genitive = lang == "az" and re.search(r"[ıiuü]n$", match["month"]) and match["month"].lower() not in ("iyun",)
        if not genitive:
            return working.replaced(match.span(), f"{figure.day} {GENITIVE[lang][figure.month - 1]}", figure.at)
    return working


def _has(figure: Figure, text: str, lang: str) -> bool:
    found = any(month_of(m) == figure.month and int(m["day"]) == figure.day for m in _DAY_MONTH[lang].finditer(text))
    if found or any({int(m[1]), int(m[2])} == {figure.day, figure.month} for m in _NUMERIC.finditer(text)):
        return True
    form = _FORMS[lang][figure.month - 1]
    return lang == "az" and re.search(rf"\b{form}[ \u00a0]+{figure.day}-\w", text, re.I) is not None


def _without_comma(figure: Figure, working: Working, lang: str) -> Working:
    """The English comma between day and year: «27 сентября, 2026 года»."""
    if not figure.day or not figure.year:
        return working
    form = _FORMS[lang][figure.month - 1]
    match = re.search(
        rf"(?<!\d){figure.day}[ \u00a0]+(?:{form})(?P<comma>,)[ \u00a0]+{figure.year}(?!\d)", working.text, re.I
    )
    return working.replaced(match.span("comma"), "") if match else working


def _once(figure: Figure, working: Working, lang: str) -> Working:
    """A month or date said twice running: «в сентябре 16 сентября», «5 июля 5 июля»."""
    if not figure.day:
        return working
    form = _FORMS[lang][figure.month - 1]
    date = rf"{figure.day}[ \u00a0]+(?:{form})\b"
    twice = re.compile(rf"(?<!\d )\b(?:(?:в|во|на|с)[ \u00a0]+)?(?:{form}|{date})[ \u00a0]+(?={date})", re.I)
    match = twice.search(working.text)
    return working.replaced(match.span(), "") if match else working


def _right_month(figure: Figure, working: Working, lang: str) -> Working:
    """The right day with a month that the source does not have: the only date with that day."""
    if not figure.day or stated(figure, working.text, lang):
        return working
    found = [m for m in _DAY_MONTH[lang].finditer(working.text) if int(m["day"]) == figure.day]
    if len(found) != 1:
        return working
    old = found[0]["month"]
    month = GENITIVE[lang][figure.month - 1]
    if lang == "az" and old.lower() not in GENITIVE["az"]:
        return working  # the case ending may not fit the other month; a doubt says so
    return working.replaced(found[0].span("month"), month, figure.at)


def _with_day(figure: Figure, working: Working, lang: str) -> Working:
    """The day put back before a month that stands alone: «в сентябре» -> «27 сентября»."""
    if not figure.day or _has(figure, working.text, lang) or re.search(rf"(?<!\d){figure.day}(?!\d)", working.text):
        return working
    alone = [
        m
        for m in _MONTH_ALONE[lang].finditer(working.text)
        if month_of(m) == figure.month and not re.search(r"\d[ \u00a0]$", working.text[: m.start("month")])
    ]
    if len(alone) != 1 or re.match(r"[ \u00a0]*\d{1,2}(?!\d|:\d)", working.text[alone[0].end() :]):
        return working
    match, month = alone[0], GENITIVE[lang][figure.month - 1]
    if lang == "ru":
        return working.replaced(match.span(), f"{figure.day} {month}", figure.at)
    suffix = match["month"][len(month) :]
    if re.fullmatch(r"[ıiuü]n", suffix):
        day = f"{match['month']} {figure.day}-{ending(str(figure.day), 'də')}"
        return working.replaced(match.span("month"), day, figure.at)
    if not suffix:
        return working.replaced(match.span("month"), f"{figure.day} {month}", figure.at)
    if re.fullmatch(r"d[aə]n?", suffix):
        day = f"{_genitive(month)} {figure.day}-{ending(str(figure.day), suffix)}"
        return working.replaced(match.span("month"), day, figure.at)
    return working


def _genitive(month: str) -> str:
    vowel = next(c for c in reversed(month) if c in "aıoueəiöü")
    return month + {"a": "ın", "o": "un", "u": "un", "e": "in", "i": "in"}.get(vowel, "in")


def _with_year(figure: Figure, working: Working, lang: str) -> Working:
    """The year put back behind the month it dates."""
    if not figure.year or re.search(rf"(?<!\d){figure.year}(?!\d)", working.text):
        return working
    if re.search(rf"(?<!\d){figure.year % 100:02d}(?!\d)", working.text):
        return working
    months = [m for m in _MONTH_ALONE[lang].finditer(working.text) if month_of(m) == figure.month]
    if len(months) != 1 or re.match(r"[ \u00a0]+(?:\d|год|этого|прошлого|того|il)", working.text[months[0].end() :]):
        return working
    if lang == "ru":
        end = months[0].end()
        return working.replaced((end, end), f" {figure.year} года", figure.at)
    start = months[0].start("month")
    if day := re.search(r"(?<![\d.,:])\d{1,2}[ \u00a0]$", working.text[:start]):
        start = day.start()
    if re.search(r"\d[ \u00a0]$|il[ıi]?n?[ \u00a0]$", working.text[:start]):
        return working
    return working.replaced((start, start), f"{_year(figure.year)} il ", figure.at)


def places(figure: Figure, text: str, locale: str) -> list[Range]:
    """Where the target writes the date of a figure, beside its day."""
    lang = base(locale)
    if lang not in _FORMS or not figure.day:
        return []
    return [
        m.span() for m in _DAY_MONTH[lang].finditer(text) if month_of(m) == figure.month and int(m["day"]) == figure.day
    ]
