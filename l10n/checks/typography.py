"""Marks, quotation marks, spaces and alphabets: what a proofreader sees without knowing English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.context import Pair, Problem, quote

_CLOSERS = "\"'»”“’)]*_ \u00a0"
_KINDS = {".": ".", "…": "…", "?": "?", "!": "!", ":": ":", ";": ";", ",": ",", "。": "."}
_NAMES = {
    ".": "a full stop",
    "…": "an ellipsis",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    ";": "a semicolon",
    ",": "a comma",
    "": "no mark",
}


def punctuation(pair: Pair) -> Iterator[Problem]:
    """A sentence that ends as a question, an exclamation, a statement or an open headline ends so in translation."""
    there, here = _final(pair.source), _final(pair.target)
    if there == here or {there, here} <= {".", "…"} or {there, here} <= {":", ","} or {there, here} <= {"!", "."}:
        return
    if {there, here} == {"", "."} and (_abbreviation(pair.source) or _abbreviation(pair.target)):
        return
    what = f"the source ends in {_NAMES[there]}, the translation in {_NAMES[here]}"
    yield Problem("punctuation", what, "End it as the source ends")


def _final(text: str) -> str:
    """The kind of the last mark, behind closing quotation marks and brackets."""
    text = text.rstrip(_CLOSERS)
    if text.endswith(("...", "…")):
        return "…"
    if text.endswith(("?!", "!?")):
        return "?"
    return _KINDS.get(text[-1:], "")


_SHORT = re.compile(
    r"(?:^|[\s.(])(?:Inc|Ltd|Co|Corp|Jr|Sr|St|etc|a\.m|p\.m|U\.S|U\.K|U\.N|D\.C|vs|No|г|гг|в|вв|т\.\s?д|т\.\s?п|др|"
    r"пр|руб|коп|тыс|млн|млрд|кв|ул|стр|см|мин|сек|ч|и\.\s?о|s|və s|[A-ZА-ЯƏİÖÜÇŞĞ])\.[\s\"»”]*$"
)


def _abbreviation(text: str) -> bool:
    """Ends in an abbreviation (``Inc.``, ``p.m.``, ``г.``) or has so few words that it is no sentence."""
    return len(text.split()) <= 3 or _SHORT.search(text) is not None


_MARKS = re.compile('["«»“”„]')


def quotes(pair: Pair) -> Iterator[Problem]:
    """Quotation marks are kept, close where they open, and are the language's own."""
    there, here = len(_MARKS.findall(pair.source)), len(_MARKS.findall(pair.target))
    if there >= 2 and here == 0 and not pair.target.lstrip().startswith(("—", "–", "- ")):
        what = "the source quotes, the translation has no quotation marks"
        yield Problem("quotes", what, _own(pair.language))
        return
    if not here:
        return
    if _balanced(pair.source) and not _balanced(pair.target):
        yield Problem("quotes", "a quotation mark of the translation has no partner", "Close or open the quotation")
    if pair.language == "ru" and "«" not in pair.target:
        foreign = next((i for i, c in enumerate(pair.target) if _outer(pair.target, i)), None)
        if foreign is not None and not _measure(pair.target, foreign):
            what = f"the quotation mark {pair.target[foreign]} is not the Russian one"
            yield Problem("quotes", what, "Russian newspapers write «...»", (foreign, foreign + 1))


def _outer(text: str, index: int) -> bool:
    return text[index] in '"“”„' or (
        text[index] == "'" and text[index - 1 : index].strip() == "" and index + 1 < len(text)
    )


def _measure(text: str, index: int) -> bool:
    """``6'2"``: inches."""
    return text[index - 1 : index].isdigit() and "'" in text[max(0, index - 4) : index]


def _own(language: str) -> str:
    return {"ru": "Write «...»", "az": 'Write "..." or «...»'}.get(language, "Add them")


def _balanced(text: str) -> bool:
    """Straight marks are even, guillemets and curly marks open and close alike."""
    if text.count('"') % 2 or text.count("«") != text.count("»"):
        return False
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    return left == right or left + right == low or left == right + low or low + left == right


_SPACING = (
    (re.compile(r"\S(?P<at>[  \u00a0]{2,})\S"), "there are two spaces", "Delete one"),
    (re.compile(r"\w(?P<at>[ \u00a0]+[,;:!?])(?=\s|$)"), "a space stands before a mark", "Delete it"),
    (re.compile(r"[^\W\d](?P<at>[ \u00a0]+\.)(?=\s|$)"), "a space stands before the full stop", "Delete it"),
    (re.compile(r"(?P<at>[«(„] +)\w"), "a space stands after an opening mark", "Delete it"),
    (re.compile(r"\w(?P<at> +[»)])"), "a space stands before a closing mark", "Delete it"),
    (re.compile(r"[^\W\d_]{2}(?P<at>[,;!?])[^\W\d_]{2}"), "the space after the mark is missing", "Add it"),
)

_SUSPECT = re.compile(r"[ \u00a0](?:[ \u00a0]|[,;:!?.»)])|[«(„] |[,;!?][^\W\d_]")
"""What one of the patterns needs, in one pass: most texts have none."""


def spacing(pair: Pair) -> Iterator[Problem]:
    """Single spaces, none before a mark, one after it."""
    for pattern, what, fix in _SPACING if _SUSPECT.search(pair.target) else ():
        match = pattern.search(pair.target)
        if match and not pattern.search(pair.source) and not _in_address(pair.target, match.start()):
            around = pair.target[max(0, match.start() - 12) : match.end() + 12]
            yield Problem("spacing", f"{what}: {quote(around, pair.locale)}", fix, match.span("at"))
    if pair.target != pair.target.strip() and pair.source == pair.source.strip():
        yield Problem("spacing", "the translation begins or ends with a space", "Delete it")


def _in_address(text: str, index: int) -> bool:
    word = text[text.rfind(" ", 0, index) + 1 :].split(" ", 1)[0]
    return "://" in word or word.startswith("www.") or "@" in word


_LOOKALIKES = dict(zip("аеорсухкАВЕКМНОРСТУХіІјЈһәӘөӨ", "aeopcyxkABEKMHOPCTYXiIjJhəƏöÖ", strict=True))
_LATIN_LOOKALIKES = {latin: cyrillic for cyrillic, latin in _LOOKALIKES.items() if latin.isascii()}
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z\u00c0-\u024f\u0259\u018f]")


def mixed_script(pair: Pair) -> Iterator[Problem]:
    """No word mixes Latin and Cyrillic letters, and none is typed in look-alike letters of the other script."""
    if pair.language not in ("ru", "az"):
        return
    own, foreign = (_CYRILLIC, _LATIN) if pair.language == "ru" else (_LATIN, _CYRILLIC)
    if not foreign.search(pair.target):
        return
    kept = set(_LETTERS.findall(pair.source))
    for match in _LETTERS.finditer(pair.target):
        word = match[0]
        if not foreign.search(word) or word in kept:
            continue
        if own.search(word):
            yield _mixed(word, match.start(), pair, foreign, own)
        elif pair.language == "ru" and len(word) == 1 and word in "aocykABCOKYT" and _alone(pair.target, match):
            yield Problem("mixed-script", _letter(word, "the one-letter word"), "Retype it in Cyrillic", match.span())
        elif pair.language == "az":
            what = f"{quote(word, pair.locale)} is written in Cyrillic letters"
            yield Problem("mixed-script", what, "Write it in the Azerbaijani alphabet", match.span())


def _mixed(word: str, start: int, pair: Pair, foreign: re.Pattern[str], own: re.Pattern[str]) -> Problem:
    """The minority letters are the wrong ones; on a tie those foreign to the language."""
    strangers, natives = foreign.findall(word), own.findall(word)
    wrong = foreign if len(strangers) <= len(natives) else own
    match = wrong.search(word)
    assert match is not None  # the caller found letters of both scripts
    at = start + match.start()
    what = _letter(match[0], f"in {quote(word, pair.locale)} the letter")
    script = "Cyrillic" if wrong is _LATIN else "Latin"
    return Problem("mixed-script", what, f"Retype it in {script}", (at, at + 1))


def _letter(letter: str, where: str) -> str:
    script = "Cyrillic" if _CYRILLIC.match(letter) else "Latin"
    other = "Latin" if script == "Cyrillic" else "Cyrillic"
    twin = _LOOKALIKES.get(letter) or _LATIN_LOOKALIKES.get(letter)
    likeness = f", which looks like {other} {twin} (U+{ord(twin):04X})" if twin else ""
    return f"{where} {letter} is {script} (U+{ord(letter):04X}){likeness}"


def _alone(text: str, match: re.Match[str]) -> bool:
    """A word of its own beside a Cyrillic word: a preposition or conjunction in the wrong layout."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    apart = before[-1:] in ("", " ", "\u00a0", "«", "(") and after[:1] in ("", " ", "\u00a0")
    return apart and bool(_CYRILLIC.match(after[1:]) or _CYRILLIC.match(before[:1]))
