"""How Russian and Azerbaijani newspapers write numbers, and the words that depend on a number."""

from __future__ import annotations

import re

from l10n.languages import base

NBSP = "\u00a0"
_TOKEN = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")


def written(number: str, locale: str) -> str:
    """An English number in the target's convention: ``71,300.5`` -> ``71 300,5``, ``1,200`` -> ``1200``.

    The space is a no-break one; newspapers keep four digits closed. What is no plain number comes back as it is.
    """
    if base(locale) not in ("ru", "az"):
        return number
    if re.fullmatch(rf"{_TOKEN.pattern}[-–]{_TOKEN.pattern}", number):
        return re.sub(_TOKEN, lambda match: written(match[0], locale), number)
    match = _TOKEN.fullmatch(number)
    if match is None:
        return number
    whole = match[1].replace(",", "")
    if "," in match[1] and len(whole) > 4:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", NBSP, whole)
    return f"{whole},{match[2]}" if match[2] else whole


SCALES = {
    "ru": {1_000: "тыс.", 10**6: "млн", 10**9: "млрд", 10**12: "трлн"},
    "az": {1_000: "min", 10**6: "milyon", 10**9: "milyard", 10**12: "trilyon"},
}


def plural(number: str, forms: tuple[str, str, str]) -> str:
    """The form of a counted noun after digits: 21 год, 2 года, 5 лет; after a fraction as after 2: 1,5 года."""
    digits = re.sub(r"[\s\u00a0\u202f]", "", number)
    if "," in digits or "." in digits:
        return forms[1]
    last, tens = digits[-1:], digits[-2:-1]
    if tens == "1" or last in "056789" or not last.isdecimal():
        return forms[2]
    return forms[0] if last == "1" else forms[1]


COUNTED: tuple[tuple[str, str, str], ...] = (
    ("год", "года", "лет"),
    ("день", "дня", "дней"),
    ("неделя", "недели", "недель"),
    ("месяц", "месяца", "месяцев"),
    ("час", "часа", "часов"),
    ("минута", "минуты", "минут"),
    ("секунда", "секунды", "секунд"),
    ("раз", "раза", "раз"),
    ("человек", "человека", "человек"),
    ("процент", "процента", "процентов"),
    ("тысяча", "тысячи", "тысяч"),
    ("миллион", "миллиона", "миллионов"),
    ("миллиард", "миллиарда", "миллиардов"),
    ("доллар", "доллара", "долларов"),
    ("рубль", "рубля", "рублей"),
    ("манат", "маната", "манатов"),
    ("фунт", "фунта", "фунтов"),
    ("метр", "метра", "метров"),
    ("километр", "километра", "километров"),
    ("балл", "балла", "баллов"),
    ("место", "места", "мест"),
    ("страна", "страны", "стран"),
    ("гол", "гола", "голов"),
    ("матч", "матча", "матчей"),
    ("очко", "очка", "очков"),
)
_GENITIVE = re.compile(
    r"(?:около|до|от|из|без|более|менее|свыше|больше|меньше|порядка|с|со|после|для|старше|младше|выше|ниже)\s+$", re.I
)


def counted(before: str, old: str, new: str, noun: str) -> str:
    """The noun behind a number that was replaced, in the form the new number asks for, where the old one decided it."""
    for forms in COUNTED:
        if noun == plural(old, forms) and not (_GENITIVE.search(before) and noun == forms[2]):
            return plural(new, forms)
    return noun


def counted_as(number: str, noun: str) -> str:
    """A counted noun in the form its number asks for, where it stands in one of the three: 5 + доллар -> долларов."""
    return next((plural(number, forms) for forms in COUNTED if noun in forms), noun)


_UNITS = {1: "bir", 2: "iki", 3: "üç", 4: "dörd", 5: "beş", 6: "altı", 7: "yeddi", 8: "səkkiz", 9: "doqquz"}
_TENS = {1: "on", 2: "iyirmi", 3: "otuz", 4: "qırx", 5: "əlli", 6: "altmış", 7: "yetmiş", 8: "səksən", 9: "doxsan"}
_VOWELS = "aıoueəiöü"
_NARROW = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}
_SUFFIX = re.compile(
    r"l[ıiuü][kq]|(?P<ordinal>[ıiuü]?nc[ıiuü]|c[ıiuü])|(?P<case>d[aə]n?|n?[ıiuü]n|[yn]?[aə]|[yns]?[ıiuü](?:n(?:d[aə]n?|[aə]|[ıiuü]n?))?)"
)


def spoken(number: str) -> str:
    """The last word of an Azerbaijani number as it is read: 27 -> yeddi, 1990 -> doxsan, 2000 -> min."""
    digits = re.sub(r"[\s\u00a0\u202f]", "", number).split(",")[-1].split(":")[-1]
    digits = "".join(str(int(d)) for d in digits if d.isdecimal())
    if not digits or not digits.strip("0"):
        return "sıfır"
    stripped = digits.rstrip("0")
    zeros = len(digits) - len(stripped)
    if zeros == 0:
        return _UNITS[int(digits[-1])]
    if zeros == 1:
        return _TENS[int(stripped[-1])]
    if zeros == 2:
        return "yüz"
    return "min" if zeros < 6 else "milyon" if zeros < 9 else "milyard"


def ending(number: str, suffix: str) -> str:
    """An Azerbaijani suffix in the vowels and with the joining consonant a number asks for: 5-də, 6-da, 3-cü, 6-nın."""
    return _fitted(spoken(number), suffix)


def suffixed(word: str, suffix: str) -> str:
    """An Azerbaijani word with a case suffix taken from another one: dollar + ə -> dollara."""
    return word + _fitted(word, suffix)


def is_case(suffix: str) -> bool:
    """The suffix is one of an Azerbaijani case, not of an ordinal."""
    match = _SUFFIX.fullmatch(suffix)
    return match is not None and match["case"] is not None


def _fitted(word: str, suffix: str) -> str:
    match = _SUFFIX.fullmatch(suffix)
    if match is None:
        return suffix
    last = next((c for c in reversed(word) if c in _VOWELS), "i")
    joined = word[-1] in _VOWELS
    narrow, wide = _NARROW[last], "a" if last in "aıou" else "ə"
    if match["ordinal"]:
        return f"c{narrow}"
    if re.fullmatch(r"l[ıiuü][kq]", suffix):
        return f"l{narrow}{'q' if last in 'aıou' else 'k'}"
    if suffix in ("ın", "in", "un", "ün", "nın", "nin", "nun", "nün"):
        return f"n{narrow}n" if joined else f"{narrow}n"
    if suffix in ("a", "ə", "ya", "yə"):
        return f"y{wide}" if joined else wide
    if suffix in ("ı", "i", "u", "ü", "nı", "ni", "nu", "nü"):
        return f"n{narrow}" if joined else narrow
    return re.sub("[ıiuü]", narrow, re.sub("[aə]", wide, suffix))
