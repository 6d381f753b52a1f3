"""The figures of an English source: dates, times, sums, shares, scores, codes, and plain numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from l10n.figures import verbatim

Range = tuple[int, int]


class Kind(StrEnum):
    VERBATIM = "verbatim"
    CODE = "code"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    PERCENT = "percent"
    SCORE = "score"
    ORDINAL = "ordinal"
    DECADE = "decade"
    WEEKDAY = "weekday"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the source and how English writes it."""

    kind: Kind
    start: int
    end: int
    text: str
    number: str = ""
    """The digits as English writes them: ``1,200.5``."""
    scale: int = 1
    """1000 for thousand, 10**6 for million ..."""
    unit: str = ""
    """Currency of a sum, ISO code; the unit or word behind a number is not part of the figure."""
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int = 0
    """0 is Monday."""
    clock: tuple[int, int] | None = None
    """Hour 0..23 and minute of a time."""
    half: str = ""
    """``a`` or ``p`` of a 12-hour time; ``evening`` or ``night`` behind a weekday."""

    @property
    def at(self) -> Range:
        return self.start, self.end


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|\b))"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s*[ap]\.?m\b)"
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d%]|[.,]\d)"
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPAN = rf"(?:{NUMBER})(?:[-–](?:{NUMBER}))?"
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_SCALE = r"(?:[\s\u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|bn|mn|tn|[kmb])\b)"
_SPELLED_SCALE = r"(?:[\s\u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|bn|mn|tn)\b)"
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₼": "AZN", "₽": "RUB", "₺": "TRY", "₹": "INR", "₴": "UAH", "₾": "GEL"}
_CURRENCIES = {
    r"(?:US |U\.S\. )?dollars?|USD": "USD",
    r"euros?|EUR": "EUR",
    r"pounds sterling|GBP": "GBP",
    r"(?:Azerbaijani )?manats?|AZN": "AZN",
    r"r(?:o)?ubles?|RUB": "RUB",
    r"(?:Turkish )?liras?|TRY": "TRY",
    r"rupees?|INR": "INR",
    r"yen|JPY": "JPY",
    r"yuan|CNY": "CNY",
    r"hryvnias?|UAH": "UAH",
    r"laris?|GEL": "GEL",
    r"tenge|KZT": "KZT",
}
_CODE_OF = [(re.compile(pattern, re.I), code) for pattern, code in _CURRENCIES.items()]

_DATES = (
    rf"\b{MONTH}\s+{_DAY}(?:\s?,?\s+{_YEAR})?",
    rf"(?<![\d.,:])\b{_DAY}(?:\s+of)?\s+{MONTH}(?:\s?,?\s+{_YEAR})?",
    rf"\b{MONTH}\s?,?\s+(?:of\s+)?{_YEAR}",
)
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    *((Kind.DATE, re.compile(pattern)) for pattern in _DATES),
    (
        Kind.TIME,
        re.compile(
            r"(?<![\d.,:])(?<!:\s)(?P<hour>1[0-2]|0?[0-9])(?:(?:\s?:\s?|\.)(?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\.|\.?m\b)",
            re.I,
        ),
    ),
    (Kind.TIME, re.compile(r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])")),
    (
        Kind.MONEY,
        re.compile(rf"(?:\b(?:US|A|C|NZ|HK|AU|CA))?(?P<sign>[$€£₼₽₺₹₴₾])\s?(?P<number>{_SPAN})(?!\d){_SCALE}?", re.I),
    ),
    (
        Kind.MONEY,
        re.compile(rf"(?<![\d.,])(?P<number>{NUMBER}){_SPELLED_SCALE}?[\s-](?P<word>{'|'.join(_CURRENCIES)})\b", re.I),
    ),
    (Kind.PERCENT, re.compile(rf"(?<![\d.,])(?P<number>{NUMBER})[\s-]?(?:%|(?:percent|per cent|pct|pc)\b)", re.I)),
    (Kind.CODE, re.compile(r"(?<![\w-])[^\W\d_]{1,6}-?\d{1,4}[^\W\d_]{0,2}(?![\w])")),
    (
        Kind.SCORE,
        re.compile(r"(?<![\d.,:/\w-])(?P<home>\d{1,3})\s?[-–]\s?(?P<away>\d{1,3})(?![\d%]|[.,:/-]\d|-?[^\W\d_])"),
    ),
    (Kind.DECADE, re.compile(r"(?<![\d.,])(?P<number>(?:1[0-9]|20)?\d0)['’]?s\b")),
    (Kind.ORDINAL, re.compile(r"(?<![\d.,])(?P<number>\d+|\d{1,3}(?:,\d{3})+)(?:st|nd|rd|th)\b")),
    (Kind.NUMBER, re.compile(rf"(?P<number>{NUMBER})(?!\d){_SPELLED_SCALE}?", re.I)),
    (Kind.WEEKDAY, re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:s|['’]s)?\b(?= (?P<half>evening|night)s?\b)?")),
)
_DAY_OF_NAME = re.compile(r"\b(?:Black|Good|Bloody|Ash|Palm|Holy|Easter|Cyber|Super|Fat|Shrove|Whit|Sheffield) $")
"""Days that are part of a name: Black Friday, Sheffield Wednesday."""
_TIME_BEFORE = re.compile(
    r"\b(?:on|last|next|this|coming|until|till|since|by|from|every|each|of|late|early|and|to|for|between) $",
    re.IGNORECASE,
)
_GAME = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beats|beaten|lead|leads|led|leading|los[et]|losing|loss|defeat(?:ed)?|draw|drew|"
    r"drawn|victory|score[sd]?|scoring|goal|goals|match|game|set|sets|half-?time|trail(?:ed|ing)?|down|up|tie|"
    r"aggregate|final|triumph|thrash(?:ed|ing)?|over|aet|equali[sz]ed?)\b",
    re.I,
)
_COUNTED = re.compile(
    r"\s*(?:years?|months?|weeks?|days?|hours?|minutes?|people|per|percent|%|inch|feet|miles?|km|kg|m\b|cm|degrees?|"
    r"million|billion|thousand|times|points? (?:of|per)|lb|foot)",
    re.I,
)
_VOTE = re.compile(r"\s*(?:vote|votes|ruling|decision|majority|party)\b", re.I)


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Figure, ...]:
    """The figures of an English text, ascending; none overlaps another. Numbers in words are not among them."""
    figures: list[Figure] = [Figure(Kind.VERBATIM, start, end, text[start:end]) for start, end in verbatim.find(text)]
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in figures):
                continue
            figure = _figure(kind, match)
            if figure is not None:
                figures.append(figure)
    return tuple(sorted(figures, key=lambda f: f.start))


def _figure(kind: Kind, match: re.Match[str]) -> Figure | None:
    groups = match.groupdict()
    common = (match.start(), match.end(), match[0])
    if kind is Kind.DATE:
        day, month = int(groups.get("day") or 0), MONTHS.index(groups["month"][:3].lower()) + 1
        if day > 31 or (groups.get("day") and not day):
            return None
        return Figure(kind, *common, day=day, month=month, year=int(groups.get("year") or 0))
    if kind is Kind.TIME:
        hour, half = int(groups["hour"]), (groups.get("half") or "").lower()
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        return Figure(kind, *common, clock=(hour, int(groups.get("minute") or 0)), half=half)
    if kind is Kind.SCORE and not _is_score(match):
        return None
    if kind is Kind.WEEKDAY:
        day = WEEKDAYS.index(groups["weekday"])
        return Figure(kind, *common, weekday=day, half=groups["half"] or "") if _is_day(match) else None
    unit = ""
    if kind is Kind.MONEY:
        unit = SIGNS.get(groups.get("sign") or "") or next(
            (code for pattern, code in _CODE_OF if pattern.fullmatch(groups.get("word") or "")), ""
        )
    scale = SCALES.get((groups.get("scale") or "").lower(), 1)
    return Figure(kind, *common, number=groups.get("number") or "", scale=scale, unit=unit)


def _is_score(match: re.Match[str]) -> bool:
    """Two counts with a hyphen are a score where a game is spoken of and no counted noun follows."""
    text = match.string
    if _COUNTED.match(text, match.end()) or _VOTE.match(text, match.end()) or text[match.start() - 1 :][:1] in "$€£":
        return False
    if int(match["home"]) > 199 or int(match["away"]) > 199:
        return False
    around = text[max(0, match.start() - 60) : match.start()] + " " + text[match.end() : match.end() + 40]
    return _GAME.search(around) is not None


def _is_day(match: re.Match[str]) -> bool:
    """A day, and not part of a name that a capital word completes: the Sunday Times."""
    if _DAY_OF_NAME.search(match.string[: match.start()]):
        return False
    named = re.match(r" [A-Z]\w", match.string[match.end() :])
    return named is None or _TIME_BEFORE.search(match.string[: match.start()]) is not None


def kinds(figures: tuple[Figure, ...], kind: Kind) -> tuple[Figure, ...]:
    """Those of one kind, ascending."""
    return tuple(figure for figure in figures if figure.kind is kind)
