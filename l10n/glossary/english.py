"""What the finder knows of English: how words are compared, how a noun phrase makes its plural, what a surname is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2043\ufe63\uff0d"
"""Inside a character class of a pattern."""
APOSTROPHES = "'\u2019\u2018\u02bc\u02b9\u00b4\uff07"
IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width characters: invisible, and so no part of a word."""

_PLAIN = {"ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}


@cache
def fold(character: str) -> str:
    """A character as it is compared: lower case, without accents (``Erdoğan`` is ``Erdogan``), ``""`` if invisible."""
    if character in IGNORED:
        return ""
    if character in APOSTROPHES:
        return "'"
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(_PLAIN.get(c, c) for c in letters)


_JOINT = re.compile(rf"(?<=\w)[{IGNORED}]*[{HYPHENS}][{IGNORED}]*(?:[ \t]*\r?\n[ \t]*)?(?=\w)|\s+")


def normalise(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the offset in ``text`` it came from.

    Any run of white space, and any hyphen between two word characters, reads as one space.
    """
    if text.isascii():
        return _normalise_ascii(text)
    out: list[str] = []
    offsets: list[int] = []
    position = 0
    for joint in _JOINT.finditer(text):
        _fold_into(out, offsets, text, position, joint.start())
        out.append(" ")
        offsets.append(joint.start())
        position = joint.end()
    _fold_into(out, offsets, text, position, len(text))
    return "".join(out), offsets


def _normalise_ascii(text: str) -> tuple[str, list[int]]:
    lowered = text.lower()
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for joint in _JOINT.finditer(text):
        start, end = joint.span()
        pieces.append(lowered[position:start])
        pieces.append(" ")
        offsets.extend(range(position, start + 1))
        position = end
    pieces.append(lowered[position:])
    offsets.extend(range(position, len(text)))
    return "".join(pieces), offsets


def _fold_into(out: list[str], offsets: list[int], text: str, start: int, end: int) -> None:
    for index in range(start, end):
        folded = fold(text[index])
        out.extend(folded)
        offsets.extend([index] * len(folded))


_PLAIN_TERM = re.compile(r"[\w.,'&/]+(?: [\w.,'&/]+)*", re.ASCII)
"""Most terms: what ``normalise`` and ``spelled`` leave as it is, but for capitals."""


def key(term: str) -> str:
    """A term as it is looked for in normalised text."""
    return term.lower() if _PLAIN_TERM.fullmatch(term) else normalise(term)[0].strip()


def spelled(text: str) -> str:
    """A term as case-sensitive matching compares it: letters as written, spaces, hyphens and apostrophes alike."""
    if _PLAIN_TERM.fullmatch(text):
        return text
    text = _JOINT.sub(" ", unicodedata.normalize("NFC", text))
    return "".join("'" if c in APOSTROPHES else c for c in text if c not in IGNORED).strip()


# --- plurals -----------------------------------------------------------------------------------------------------

_IRREGULAR = {"man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet",
              "wife": "wives", "life": "lives", "half": "halves", "knife": "knives", "crisis": "crises",
              "basis": "bases", "thesis": "theses", "hero": "heroes", "veto": "vetoes", "embargo": "embargoes",
              "criterion": "criteria", "phenomenon": "phenomena"}  # fmt: skip
_UNUSUAL = (*_IRREGULAR, "s", "x", "z", "ch", "sh", "y")
_TAIL = words("of in for to at on with by from under without against between and")
"""The head noun stands before the first of these: Minister of Culture, Commissioner for Human Rights."""
_POSTPOSED = words("general elect designate extraordinary plenipotentiary emeritus militant")
"""Adjectives that English puts after the noun: Secretaries-General, Ambassadors Extraordinary."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def plurals(term: str) -> tuple[str, ...]:
    """The plurals of an English noun phrase: ``Minister of Culture`` gives ``Ministers of Culture``."""
    words = list(_WORD.finditer(term))
    if not words:
        return ()
    stop = next((i for i, word in enumerate(words) if i and word.group().lower() in _TAIL), len(words))
    last = head = stop - 1
    while head > 0 and words[head].group().lower() in _POSTPOSED:
        head -= 1
    heads = (head,) if head == last else (head, last)
    return tuple(p for h in heads if (p := _with_plural(term, words[h])))


def _with_plural(term: str, word: re.Match[str]) -> str:
    plural = _plural_word(word.group())
    return f"{term[: word.start()]}{plural}{term[word.end() :]}" if plural else ""


def _plural_word(word: str) -> str:
    low = word.lower()
    if not low.endswith(_UNUSUAL) and not low[-1].isdigit():
        return word + "s"
    if low[-1].isdigit() or (low.endswith("s") and not low.endswith(("ss", "us")) and not word.isupper()):
        return ""  # already a plural (sanctions, affairs), or not a word
    for singular, plural in _IRREGULAR.items():
        if low.endswith(singular) and (low == singular or singular in ("man", "woman", "person", "child", "wife")):
            return "" if low.endswith("human") else word[: len(word) - len(singular) + 1] + plural[1:]
    if low.endswith("y") and len(low) > 1 and low[-2] not in "aeiou" and not word.isupper():
        return word[:-1] + "ies"
    return word + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s")


# --- people ------------------------------------------------------------------------------------------------------

_PARTICLES = words("von van der den de di da del della du la le dos al el bin ibn ben ter zu")
_GENERATION = words("jr sr ii iii iv")
PATRONYMIC = words("oglu oglou ogly qizi gizi kizi kyzy oğlu qızı оглы оглу кызы гызы")
_FAMILY_FIRST = words("xi hu wang zhang deng mao yoon moon ban nguyen pham tran")
"""Families named before the person: "Xi said" is Xi Jinping."""


def surname(name: str) -> tuple[int, int] | None:
    """Which words of a personal name are its surname, as a slice of ``name.split()``; ``None`` where it has none."""
    words = [word.strip(".,").lower() for word in name.split()]
    end = len(words)
    while end > 1 and words[end - 1] in _GENERATION:
        end -= 1
    if end < 2:
        return None
    if words[0] in _FAMILY_FIRST:
        return 0, 1
    if words[end - 1] in PATRONYMIC:
        return (0, 1) if end > 2 else None
    start = end - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return start, end


FUNCTION_WORDS = words(
    """a about according after all although am among an and any are as at be because been before both but by can did
    do during each even every everyone few for from had has have he her here him his how however i if in instead into
    is it its just last later like many may me meanwhile more most my neither next no nor not now of off on once one
    only or our out over per several she should since so some still such than that the their them then there these
    they this those though through thus to today together tomorrow too tonight two under until up upon us was we were
    what when where whether which while who whom whose why will with within without would yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday earlier"""
)
"""Words that stand with a capital only because a sentence begins with them."""

TITLES = words(
    """mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess pope president vice minister
    prime deputy premier chancellor chairman chairwoman chairperson chair chief head director secretary general
    speaker senator governor mayor ambassador envoy commissioner commander colonel major captain lieutenant sergeant
    admiral marshal judge justice prosecutor attorney inspector mp mep academician rector coach captain spokesman
    spokeswoman spokesperson leader comrade sheikh emir sultan imam bishop archbishop patriarch representative
    officer"""
)
"""Words that stand before a surname without being part of the name."""
