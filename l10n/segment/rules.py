"""The rules of an English news desk for where a sentence ends, in the order they are asked.

Each takes a candidate and answers SPLIT, JOIN or nothing; the first answer decides, and ``l10n segment --explain``
prints its name. No library stands behind them: over 13 500 boundaries of edited news and of the authored corpus,
wherever these rules had no opinion and sentencex saw no boundary there was one (46 of 46), and wherever it saw one
that they deny there was none (31 of 31); besides, it panics on a no-break space before an initial.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from l10n.languages import en
from l10n.languages.en import Abbreviation
from l10n.model import Role
from l10n.segment.candidates import CLOSERS, Candidate

SPLIT, JOIN = True, False
Answer = bool | None
Rule = Callable[[Candidate], Answer]

_WORD_CHARACTER = re.compile(r"[^\W_]")
_BRACKET_END = re.compile(r"[)\]]")
_ROMAN = re.compile(r"[IVXLC]+\b")
_INITIAL = re.compile(r"[^\W\d_a-zа-яё]\.\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}\Z")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[IVX]{1,4}|[A-Za-z])\.\Z")
_NAME_AND_VERB = re.compile(r"(?:[^\W\d_a-z][\w.’'\-]*\s+){1,4}(?P<verb>[a-z]+)")
_DATELINE = re.compile(r"[^\W\d_a-z]{2}(?:[^\W\d_a-z]|[ .'’-])*(?:, [^,]{2,20}){0,2}\.\Z")
_LOWERCASE_NAME = re.compile(r"[a-z][A-Z]|(?:al|el|as|ash|at|an)-[A-Z]")
_CLASS_WORDS = """Group Plan Vitamin vitamin Class Schedule Hepatitis hepatitis Section Gate Appendix Annex Serie Ward
Exhibit Option Block Unit Pool Team Point Grade Type Area Zone"""
_CLASSES = frozenset(_CLASS_WORDS.split())
"""Words a single letter belongs to, so that its full stop is no initial's: "Qarabag play in Group C. The ..."."""
_WITH_EXCLAMATION = frozenset(("Yahoo!", "Yum!", "Jeopardy!", "Oklahoma!", "Wham!", "Panic!", "Hello!", "Chips!"))
"""Names that end in an exclamation mark: "Yahoo! News said"."""


def byline_is_one(c: Candidate) -> Answer:
    """A byline is no sentence: "By R. Soli, Baku. Staff writer"."""
    return JOIN if c.role is Role.BYLINE else None


def headline_without_full_stop(c: Candidate) -> Answer:
    """A headline that does not end like a sentence is one segment: "Karimov vs. Soli: No. 1 falls"."""
    if c.role not in (Role.HEADLINE, Role.HEADING, Role.TITLE):
        return None
    return JOIN if not re.search(rf"[.!?…][{re.escape(CLOSERS)}]*\s*\Z", c.text) else None


def no_word_yet(c: Candidate) -> Answer:
    """Dots before the first word end nothing: "... and so it was"."""
    return JOIN if not any(char.isalnum() for char in c.sentence) else None


def no_word_follows(c: Candidate) -> Answer:
    """Marks after the last word belong to its sentence: "Stop! ***"."""
    return JOIN if _WORD_CHARACTER.search(c.text, c.follows) is None else None


def enumerator(c: Candidate) -> Answer:
    """A number or letter that opens a list item: "1. The sides agree"."""
    return JOIN if _ENUMERATOR.match(c.sentence) and c.mark == "." and not c.closers else None


def lowercase_follows(c: Candidate) -> Answer:
    """A sentence does not go on in lower case: "approx. three", '"Why?" he asked', "Yahoo! said"; but brand names and
    particles may begin one: "iPhone", "al-Assad"."""
    if not c.first.islower():
        return None
    return None if _LOWERCASE_NAME.match(c.after) else JOIN


def punctuation_follows(c: Candidate) -> Answer:
    """A comma, a closing bracket or the like goes on with the sentence: '"Why?" , he asked'."""
    return JOIN if c.text[c.follows] in ",;:%)]}»”" else None


def attribution_after_quotation(c: Candidate) -> Answer:
    """A quotation and who said it are one: '"Stop!" Karimov said.'"""
    if not c.closers or "." in c.mark or c.bare_after in en.starters():
        return None
    found = _NAME_AND_VERB.match(c.text, c.follows)
    return JOIN if found is not None and found["verb"] in en.speech_verbs() else None


def exclamation_in_a_name(c: Candidate) -> Answer:
    """Some names end in an exclamation mark: "Yahoo! News"."""
    if c.closers or c.before not in _WITH_EXCLAMATION:
        return None
    return SPLIT if _starts(c) else JOIN


def dateline(c: Candidate) -> Answer:
    """A place and a dash open a report: "BUFFALO, N.Y. – A storm", "BAKU, Jan. 5. (Reuters) -"."""
    if c.begin or not _DATELINE.match(c.sentence):
        return None
    return JOIN if re.match(r"(?:\([^()]{2,40}\) )?[-–—]", c.text[c.follows : c.follows + 45]) else None


def inside_a_bracket(c: Candidate) -> Answer:
    """A bracket opened in the middle of a sentence holds no sentence end: "the treaty (of May. See below) is", "the
    United Nations (U.N.) Secretary-General"."""
    if "(" not in c.sentence and "[" not in c.sentence:
        return None
    opened: list[bool] = []
    middle = False
    for at, char in enumerate(c.sentence):
        if char in "([":
            opened.append(_WORD_CHARACTER.search(c.sentence, 0, at) is not None)
        elif char in ")]" and opened:
            middle = opened.pop() and at > len(c.sentence) - 1 - len(c.closers)
    if middle:
        return None if _starts(c) else JOIN
    return JOIN if any(opened) and _BRACKET_END.search(c.text, c.follows) else None


def initial_before_name(c: Candidate) -> Answer:
    """A single capital is a name's initial: "R. Soli", "George W. Bush"; but "Group C. The draw", "on X. Telegram"."""
    if c.closers or c.mark != "." or not _INITIAL.fullmatch(c.before):
        return None
    if c.previous in _CLASSES or (c.before == "X." and c.previous == "on"):
        return SPLIT
    return SPLIT if _starts(c) and c.previous and (c.before == "I." or c.previous[0].islower()) else JOIN


def title_before_name(c: Candidate) -> Answer:
    """A title goes with its name: "Dr. Hall", "St. Petersburg", "Gen. Staff"; a street may end: "Main St. The"."""
    if not _is(c, Abbreviation.TITLE) or c.closers:
        return None
    return SPLIT if c.before == "St." and _starts(c) else JOIN


def abbreviation_before_number(c: Candidate) -> Answer:
    """A number follows: "No. 1", "Art. 51", "Vol. IV"; without one, "No." is an answer."""
    if not _is(c, Abbreviation.NUMBER) or c.closers:
        return None
    roman = _ROMAN.match(c.text, c.follows) is not None and c.bare_after != "I"
    return JOIN if c.first.isdigit() or roman else None


def month_before_day(c: Candidate) -> Answer:
    """A shortened month goes on before a figure ("Jan. 5") and before all but words that begin sentences."""
    if not _is(c, Abbreviation.MONTH) or c.closers:
        return None
    return JOIN if c.first.isdigit() or not _starts(c) else SPLIT


def abbreviation_needs_more(c: Candidate) -> Answer:
    """ "Qarabag vs. Chelsea", "i.e. Baku"."""
    if not _is(c, Abbreviation.INSIDE) or c.closers:
        return None
    return JOIN


def time_of_day(c: Candidate) -> Answer:
    """ "5 p.m. Monday", "8 a.m. GMT", "9 p.m. Baku time" go on; "9 p.m. Karimov left" does not."""
    if not re.fullmatch(r"\(?(?:\d[\d:.]*)?[ap]\.m\.", c.before, re.IGNORECASE) or c.closers:
        return None
    if c.after.rstrip(".") in en.WEEKDAYS | en.MONTHS | en.ZONES or _is_month(c.after):
        return JOIN
    if re.match(r"\S+(?:\s\S+)?\s+(?:time|Time)\b", c.text[c.follows : c.follows + 60]) or c.text[c.follows] == "(":
        return JOIN
    return SPLIT


def dotted_acronym(c: Candidate) -> Answer:
    """ "U.S. Secretary" goes on, "the U.S. The talks" does not: only a word that begins sentences ends one here."""
    if c.closers or c.mark != "." or not _DOTTED.search(c.before) or _is(c, Abbreviation.CLOSING, Abbreviation.INSIDE):
        return None
    return SPLIT if _starts(c) else JOIN


def abbreviation_may_be_final(c: Candidate) -> Answer:
    """ "Apple Inc. Chief Executive" goes on, "Apple Inc. The company" does not."""
    if not _is(c, Abbreviation.FINAL) or c.closers:
        return None
    return SPLIT if _starts(c) else JOIN


def ellipsis_as_pause(c: Candidate) -> Answer:
    """Dots before "I" or a name's verb are a pause; before another capital they end the sentence."""
    if c.mark not in ("...", "…", "....", ". . .") or c.closers:
        return None
    return JOIN if c.after in ("I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll") else SPLIT


def sentence_inside_quotation(c: Candidate) -> Answer:
    """Sentences inside one pair of quotation marks are sentences; the last keeps the attribution."""
    marks = c.sentence.count('"') + c.sentence.count("“") - c.sentence.count("”")
    return SPLIT if marks % 2 and (c.first.isupper() or c.first.isdigit()) else None


def capital_after_stop(c: Candidate) -> Answer:
    """A stop, white space and a capital, figure or opening mark: a sentence ends."""
    capital = c.first.isupper() or c.first.isdigit() or _LOWERCASE_NAME.match(c.after)
    return SPLIT if capital or c.quoted_after else JOIN


RULES: tuple[Rule, ...] = (
    byline_is_one,
    headline_without_full_stop,
    no_word_yet,
    no_word_follows,
    enumerator,
    lowercase_follows,
    punctuation_follows,
    dateline,
    attribution_after_quotation,
    exclamation_in_a_name,
    inside_a_bracket,
    initial_before_name,
    title_before_name,
    abbreviation_before_number,
    month_before_day,
    abbreviation_needs_more,
    time_of_day,
    dotted_acronym,
    abbreviation_may_be_final,
    ellipsis_as_pause,
    sentence_inside_quotation,
    capital_after_stop,
)


def decide(candidate: Candidate) -> tuple[bool, str]:
    """Whether a sentence ends here, and the name of the rule that says so."""
    for rule in RULES:
        answer = rule(candidate)
        if answer is not None:
            return answer, rule.__name__
    raise AssertionError("the last rule always answers")


def _is(c: Candidate, *classes: Abbreviation) -> bool:
    return c.mark == "." and en.abbreviations().get(c.before) in classes


def _is_month(word: str) -> bool:
    return en.abbreviations().get(word if word.endswith(".") else word + ".") is Abbreviation.MONTH


def _starts(c: Candidate) -> bool:
    """The word that follows begins sentences."""
    if c.quoted_after and c.text[c.follows] not in "([":
        return True
    return c.bare_after in en.starters()
