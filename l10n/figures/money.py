"""Sums of money: $5 bn -> «5 млрд долларов», "5 milyard dollar"."""

from __future__ import annotations

import re

from l10n.figures import numerals
from l10n.figures.english import Figure
from l10n.languages import base
from l10n.locate import Working

CURRENCIES: dict[str, tuple[tuple[str, str, str], str, str]] = {
    "USD": (("доллар", "доллара", "долларов"), "dollar", "$"),
    "EUR": (("евро", "евро", "евро"), "avro", "€"),
    "GBP": (("фунт", "фунта", "фунтов"), "funt sterlinq", "£"),
    "AZN": (("манат", "маната", "манатов"), "manat", "₼"),
    "RUB": (("рубль", "рубля", "рублей"), "rubl", "₽"),
    "TRY": (("лира", "лиры", "лир"), "lirə", "₺"),
    "INR": (("рупия", "рупии", "рупий"), "rupi", "₹"),
    "UAH": (("гривна", "гривны", "гривен"), "qrivna", "₴"),
    "GEL": (("лари", "лари", "лари"), "lari", "₾"),
    "KZT": (("тенге", "тенге", "тенге"), "tenge", "₸"),
    "JPY": (("иена", "иены", "иен"), "yen", "¥"),
    "CNY": (("юань", "юаня", "юаней"), "yuan", "¥"),
}
"""ISO code -> Russian forms after 1, 2 and 5; Azerbaijani word; sign."""
STEMS = {
    "USD": "доллар|долл|dollar|USD",
    "EUR": "евро|avro|EUR",
    "GBP": "фунт|funt|GBP",
    "AZN": "манат|manat|AZN",
    "RUB": "рубл|руб|rubl|RUB",
    "TRY": "лир|lirə|TRY",
    "INR": "рупи|rupi|INR",
    "UAH": "грив|qrivna|UAH",
    "GEL": "лари|lari|GEL",
    "KZT": "тенге|tenge|KZT",
    "JPY": "иен|йен|yen|iyen|JPY",
    "CNY": "юан|yuan|CNY",
}
_GENITIVE = re.compile(
    r"(?:около|до|от|из|без|более|менее|свыше|больше|меньше|порядка|стоимостью|размером|сумму)[ \u00a0]+$", re.I
)
_SCALE = (
    r"(?:[ \u00a0]?(?P<scale>тыс(?:яч\w*|\.)?|млн\.?|миллион\w*|млрд\.?|миллиард\w*|трлн\.?|триллион\w*|min|mln\.?|"
    r"milyon\w*|mlrd\.?|milyard\w*|trln\.?|trilyon\w*|thousand|million|billion|trillion|bn|mn|tn|[kmb](?!\w)))?"
)
_NUMBER = r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*)"
_LATIN_SCALE = {"k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "b": 10**9, "bn": 10**9}
_LATIN_SCALE |= {"billion": 10**9, "tn": 10**12, "trillion": 10**12}


def named(unit: str, text: str) -> bool:
    """The target names a currency by word, sign or code; true of a currency that l10n has no word for."""
    if unit not in CURRENCIES:
        return True
    return CURRENCIES[unit][2] in text or re.search(rf"\b(?:{STEMS[unit]})", text, re.I) is not None


def word(unit: str, number: str, locale: str, *, scaled: bool, before: str = "") -> str:
    """The currency behind a number: 1 доллар, 2 доллара, 5 млн долларов, более 2 долларов, 5 dollar."""
    forms, azerbaijani, _ = CURRENCIES[unit]
    if base(locale) == "az":
        return azerbaijani
    if scaled:
        return forms[2]
    form = numerals.plural(number, forms)
    return forms[2] if _GENITIVE.search(before) and form == forms[1] and "," not in number else form


def written(figure: Figure, locale: str) -> str:
    """The sum as the target's newspapers write it."""
    number = numerals.written(figure.number, locale)
    scale = numerals.SCALES[base(locale)].get(figure.scale, "")
    unit = word(figure.unit, number, locale, scaled=bool(scale))
    return f"{number} {scale} {unit}" if scale else f"{number} {unit}"


def repaired(sums: tuple[Figure, ...], working: Working, locale: str) -> Working:
    """The translation with the currency as a word behind the sum, where it stands as a sign."""
    lang = base(locale)
    if lang not in ("ru", "az"):
        return working
    for figure in sums:
        if figure.unit in CURRENCIES:
            working = _worded(figure, working, lang)
    return working


def _worded(figure: Figure, working: Working, lang: str) -> Working:
    """``$5 bn``, ``$ 5 млрд``, ``5 млрд $``: the sign becomes the word behind number and scale."""
    sign = re.escape(CURRENCIES[figure.unit][2])
    named_too = rf"(?P<named>[ \u00a0]+(?:{STEMS[figure.unit]})\w*)?"
    before = re.compile(rf"(?:US|США|A|C)?{sign}[ \u00a0]?{_NUMBER}{_SCALE}{named_too}", re.I)
    after = re.compile(rf"(?<![\d.,:]){_NUMBER}{_SCALE}(?P<named>)[ \u00a0]?{sign}", re.I)
    match = before.search(working.text) or after.search(working.text)
    if match is None:
        return working
    number, end = match["number"], match.end()
    if number == figure.number or re.fullmatch(r"\d+\.\d{1,2}", number):
        number = numerals.written(number, lang)
    scale, ending = _scale(match["scale"] or "", lang)
    suffix = re.match(r"-(\w+)", working.text[end:]) if lang == "az" and not scale else None
    if suffix and numerals.is_case(suffix[1]):
        end, ending = end + len(suffix[0]), suffix[1]
    unit = word(figure.unit, number, lang, scaled=bool(scale), before=working.text[: match.start()])
    unit = (match["named"] or "").strip() or (numerals.suffixed(unit, ending) if lang == "az" else unit)
    stop = "." if match.end("scale") == end and match[0].endswith(".") and _ends(working.text[end:]) else ""
    text = f"{number} {scale} {unit}" if scale else f"{number} {unit}"
    return working.replaced((match.start(), end), text + stop, figure.at)


def _ends(after: str) -> bool:
    """A sentence ends here, so that the point of an abbreviation was its full stop too."""
    return re.match(r"[»\"”]?(?:$|[ \u00a0]+[^\W\d_a-zа-яёəığöüşç])", after) is not None


def _scale(scale: str, lang: str) -> tuple[str, str]:
    """The scale as the target writes it, and the Azerbaijani case ending it bore."""
    value = _LATIN_SCALE.get(scale.lower())
    if value:
        return numerals.SCALES[lang][value], ""
    if lang == "az" and (match := re.fullmatch(r"(milyon|milyard|trilyon)(\w*)", scale)):
        return match[1], match[2]
    return re.sub(r"^(млн|млрд|трлн|mln|mlrd|trln)\.$", r"\1", scale), ""
