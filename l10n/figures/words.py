"""Number words of three languages as (pattern, value); they excuse a digit, they never accuse by themselves."""

from __future__ import annotations

import re

Table = tuple[tuple[str, float], ...]

EN: Table = (
    ("zero|nil|midnight", 0),
    ("one|first|once|single|a", 1),
    ("two|second|twice|both|couple|pair|double[ds]?|twin|bilateral|twofold|biennial|duo", 2),
    ("three|third|thirds|thrice|triple[ds]?|trilateral|trio|threefold", 3),
    ("four|fourth|quarters?|quarterly|fourfold|quartet", 4),
    ("five|fifth|fifths", 5),
    ("six|sixth", 6),
    ("seven|seventh", 7),
    ("eight|eighth", 8),
    ("nine|ninth", 9),
    ("ten|tenth|tenths|decades?|tenfold", 10),
    ("eleven|eleventh", 11),
    ("twelve|twelfth|dozens?|noon", 12),
    ("thirteen|thirteenth", 13),
    ("fourteen|fourteenth|fortnight", 14),
    ("fifteen|fifteenth", 15),
    ("sixteen|sixteenth", 16),
    ("seventeen|seventeenth", 17),
    ("eighteen|eighteenth", 18),
    ("nineteen|nineteenth", 19),
    ("twenty|twentieth|twenties", 20),
    ("thirty|thirtieth|thirties", 30),
    ("forty|fortieth|forties", 40),
    ("fifty|fiftieth|fifties|half", 50),
    ("sixty|sixtieth|sixties", 60),
    ("seventy|seventieth|seventies", 70),
    ("eighty|eightieth|eighties", 80),
    ("ninety|ninetieth|nineties", 90),
    ("hundreds?|hundredth|century|centuries", 100),
    ("thousands?|thousandth|millennium", 1_000),
    ("millions?", 1_000_000),
    ("billions?", 1_000_000_000),
    ("trillions?", 1_000_000_000_000),
)

RU: Table = (
    (r"двести|двухсот\w*|двухстах|двумст\w+", 200),
    (r"триста|трехсот\w*|трехстах|тремст\w+", 300),
    (r"четыреста|четырехсот\w*|четырехстах|четырьмяст\w+", 400),
    (r"пятьсот|пятисот\w*|пятистах|пятьюст\w+", 500),
    (r"шестьсот|шестисот\w*|шестистах|шестьюст\w+", 600),
    (r"семьсот|семисот\w*|семистах|семьюст\w+", 700),
    (r"восемьсот|восьмисот\w*|восьмистах|восемьюст\w+|восьмьюст\w+", 800),
    (r"девятьсот|девятисот\w*|девятистах|девятьюст\w+", 900),
    (r"нол[ья]\w{0,2}|нул\w+", 0),
    (r"один|одн(?:а|о|у|и|ого|ому|ой|им|их|ими|ом)|перв\w+|един\w+|однажды|часу?", 1),
    (r"полтор[аы]|полутор\w*", 1.5),
    (
        r"дв(?:а|е|ух|ум|умя|ое|оих|оим|оими|ойн\w+|ажды)|дву[хс]?\w+|об[аеои]\w{0,3}|втор\w+|вдвое\w*|удво\w+|пар[аыеу]",
        2,
    ),
    (r"тр(?:и|ех|ем|емя|ое|оих|ойк\w+|ойн\w+|ижды)|трех\w+|трет\w+|втрое|утро[ие]\w+", 3),
    (r"четыр(?:е|ех|ем|ьмя)|четырех\w+|четвер\w+|вчетверо", 4),
    (r"пят(?:ь|и|ью|ый|ая|ое|ого|ой|ому|ую|ом|ые|ых|ым|ыми)|пятер\w+|пяти(?!дес|сот|сто)\w+|впятеро", 5),
    (r"шест(?:ь|и|ью|ой|ая|ое|ого|ому|ую|ом|ые|ых|ым|ыми)|шестер\w+|шести(?!дес|сот|сто)\w+", 6),
    (r"сем(?:ь|и|ью)|седьм\w+|семер\w+|семи(?!дес|сот|сто)\w+", 7),
    (r"восем(?:ь|ью)|вос[ье]м(?:и|ой|ая|ое|ого|ому|ую|ом|ые|ых|ым|ыми)|восьми(?!дес|сот|сто)\w+", 8),
    (r"девят(?:ь|и|ью|ый|ая|ое|ого|ой|ому|ую|ом|ые|ых|ым|ыми)|девяти(?!сот|сто)\w+", 9),
    (r"десят(?:ь|и|ью|ый|ая|ое|ого|ой|ому|ую|ом|ые|ых|ым|ыми)|десятк\w+|десяти\w+|десятилет\w+", 10),
    (r"одиннадцат\w+", 11),
    (r"двенадцат\w+|дюжин\w+|полдень|полудн\w+", 12),
    (r"тринадцат\w+", 13),
    (r"четырнадцат\w+", 14),
    (r"пятнадцат\w+", 15),
    (r"шестнадцат\w+", 16),
    (r"семнадцат\w+", 17),
    (r"восемнадцат\w+", 18),
    (r"девятнадцат\w+", 19),
    (r"двадцат\w+", 20),
    (r"сут(?:ки|ок|кам|ками|ках)|круглосуточн\w+", 24),
    (r"тридцат\w+", 30),
    (r"сорок\w*", 40),
    (r"пятьдесят|пят(?:и|ью)десят\w*|половин\w+", 50),
    (r"шестьдесят|шест(?:и|ью)десят\w*", 60),
    (r"семьдесят|сем(?:и|ью)десят\w*", 70),
    (r"восемьдесят|вос[ье]м(?:и|ью)десят\w*", 80),
    (r"девяност\w+", 90),
    (r"сто|ста|сотн\w+|сот\w{0,2}|столет\w+|век\w{0,3}", 100),
    (r"тыс|тысяч\w*", 1_000),
    (r"млн|миллион\w*", 1_000_000),
    (r"млрд|миллиард\w*", 1_000_000_000),
    (r"трлн|триллион\w*", 1_000_000_000_000),
)

_TAIL = r"\w{0,7}"
AZ: Table = (
    (rf"sıfır{_TAIL}", 0),
    (r"bir(?:i|inci\w*|inə|ini|inin|ində|indən|dən|ə|lik\w*|tərəfli)?|ilk|tək", 1),
    (rf"iki{_TAIL}|hər ikisi|cüt{_TAIL}|yarım", 2),
    (rf"üç{_TAIL}", 3),
    (rf"dörd{_TAIL}|rüb{_TAIL}", 4),
    (rf"beş{_TAIL}", 5),
    (r"altı(?!m)\w{0,7}", 6),
    (rf"yeddi{_TAIL}", 7),
    (rf"səkkiz{_TAIL}", 8),
    (rf"doqquz{_TAIL}", 9),
    (r"on|onuncu\w*|ona|onu|onun|ondan|onda|onluq\w*|onillik\w*|onlarla", 10),
    (rf"iyirmi{_TAIL}", 20),
    (rf"sutka{_TAIL}", 24),
    (rf"otuz{_TAIL}", 30),
    (rf"qırx{_TAIL}", 40),
    (rf"əlli{_TAIL}|yarı\w{{0,4}}", 50),
    (rf"altmış{_TAIL}", 60),
    (rf"yetmiş{_TAIL}", 70),
    (rf"səksən{_TAIL}", 80),
    (rf"doxsan{_TAIL}", 90),
    (rf"yüz{_TAIL}|əsr{_TAIL}", 100),
    (r"min|minlər\w*|mini|minə|mindən|minin|mindir|minlik|minədək", 1_000),
    (rf"mln|milyon{_TAIL}", 1_000_000),
    (rf"mlrd|milyard{_TAIL}", 1_000_000_000),
    (rf"trln|trilyon{_TAIL}", 1_000_000_000_000),
)

TABLES: dict[str, Table] = {"en": EN, "ru": RU, "az": AZ}


def _compile(table: Table) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<v{i}>{pattern})" for i, (pattern, _) in enumerate(table)))


_COMPILED: dict[str, re.Pattern[str]] = {}
_CACHE: dict[tuple[str, str], float | None] = {}


def value(word: str, language: str) -> float | None:
    """What a lower-case word counts, ``None`` for other words; ordinals and compounds count as their number."""
    key = word, language
    if key not in _CACHE:
        if language not in _COMPILED:
            _COMPILED[language] = _compile(TABLES.get(language, ()) or (("(?!)", 0),))
        match = _COMPILED[language].fullmatch(word)
        _CACHE[key] = _compound(word) if language == "ru" else None
        if match and _CACHE[key] is None:
            _CACHE[key] = TABLES[language][int((match.lastgroup or "v0")[1:])][1]
    return _CACHE[key]


_TENS = ("двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти", "девяносто")
_UNITS = ("одно", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти")
_COMPOUND = re.compile(
    f"({'|'.join(_TENS)})({'|'.join(_UNITS)})?(?:лет|годич|днев|процент|метр|тысяч|миллион|сантиметр)\\w+"
)


def _compound(word: str) -> float | None:
    """Шестидесятисемилетний, двадцатипроцентный."""
    match = _COMPOUND.fullmatch(word)
    if match is None:
        return None
    return 10 * (_TENS.index(match[1]) + 2) + (_UNITS.index(match[2]) + 1 if match[2] else 0)


def total(values: list[float]) -> float:
    """A run of number words as one number: 87 from 80, 7; 2 300 000 from 2, 1e6, 300, 1e3."""
    done, current = 0.0, 0.0
    for item in values:
        if item >= 1_000:
            done += max(current, 1) * item
            current = 0.0
        elif item == 100 and 0 < current < 10:
            current *= 100
        else:
            current += item
    return done + current


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
