"""Numbers and dates of the source that cannot all be right."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from l10n.checks.article import Article
from l10n.checks.context import quote
from l10n.figures import words as numberwords
from l10n.model import Finding

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "(?P<month>" + "|".join(sorted((m.capitalize() for m in numberwords.MONTHS), key=len, reverse=True)) + r")\.?"
_DATE = rf"(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s+(?P<year>(?:19|20)\d\d))?)"
_DATE_BRITISH = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?)"
_WEEKDAY = "(?P<weekday>" + "|".join(d.capitalize() for d in _DAYS) + ")"
_DATES = tuple(re.compile(rf"\b{d}\b") for d in (_DATE, _DATE_BRITISH))
_DATED_DAYS = tuple(
    re.compile(pattern)
    for d in (_DATE, _DATE_BRITISH)
    for pattern in (rf"\b{_WEEKDAY},?\s+(?:the\s+)?{d}", rf"\b{d},?\s*\(?(?:a\s+)?{_WEEKDAY}\b")
)


def impossible_dates(article: Article) -> Iterator[Finding]:
    """No month has more days than the calendar gives it."""
    for index, paragraph in enumerate(article.paragraphs):
        for match in (m for pattern in _DATES for m in pattern.finditer(paragraph.text)):
            month, day = numberwords.MONTHS[match["month"].lower()], int(match["day"])
            longest = 29 if month == 2 else calendar.monthrange(2001, month)[1]
            if match["year"] and 1 <= day <= longest:
                longest = calendar.monthrange(int(match["year"]), month)[1]
            if not 1 <= day <= longest and day <= 99:
                message = f"{quote(match[0])} is no date: the month has {longest} days. Correct the day or the month."
                yield article.finding("source-numbers", message, paragraph=index, span=match.span())


def weekdays_fit_dates(article: Article) -> Iterator[Finding]:
    """A weekday with its date is right in the year given; without a year, two of them fit each other."""
    without_year: list[tuple[int, re.Match[str]]] = []
    for index, paragraph in enumerate(article.paragraphs):
        for match in (m for pattern in _DATED_DAYS for m in pattern.finditer(paragraph.text)):
            if match["year"] is None:
                without_year.append((index, match))
                continue
            right = _weekday(match, int(match["year"]))
            if right is not None and _DAYS[right] != match["weekday"].lower():
                message = (
                    f"{quote(match[0])}: that date was a {_DAYS[right].capitalize()}. Correct the day or the date."
                )
                yield article.finding("source-numbers", message, paragraph=index, span=match.span())
    if without_year:
        _, first = without_year[0]
        for index, match in without_year[1:]:
            if not any(_both_fit(first, match, year) for year in (2023, 2024)):
                message = (
                    f"{quote(match[0])} and {quote(first[0])} cannot both be right in one year. Correct one of the two."
                )
                yield article.finding("source-numbers", message, paragraph=index, span=match.span())


def _weekday(match: re.Match[str], year: int) -> int | None:
    try:
        return date(year, numberwords.MONTHS[match["month"].lower()], int(match["day"])).weekday()
    except ValueError:
        return None


def _both_fit(one: re.Match[str], other: re.Match[str], year: int) -> bool:
    """The weekdays are as far apart as the dates; a leap year and a common one are tried."""
    first, second = _weekday(one, year), _weekday(other, year)
    if first is None or second is None:
        return True
    said = _DAYS.index(other["weekday"].lower()) - _DAYS.index(one["weekday"].lower())
    return (second - first - said) % 7 == 0


_YEARS = re.compile(r"(?<![\d-])((?:1[5-9]|20)\d\d)\s?(?:[-–]|\bto\b)\s?((?:1[5-9]|20)\d\d)(?![\d-])")


def years_go_forward(article: Article) -> Iterator[Finding]:
    """A stretch of years ends after it begins."""
    for index, paragraph in enumerate(article.paragraphs):
        for match in _YEARS.finditer(paragraph.text):
            context = paragraph.text[max(0, match.start() - 30) : match.start()]
            if int(match[2]) < int(match[1]) and not re.search(r"\$|\b(?:fell|dropped|down|score|price)\b", context):
                message = f"{quote(match[0])} ends before it begins. Correct one of the years."
                yield article.finding("source-numbers", message, paragraph=index, span=match.span())


_COUNTED = re.compile(
    r"\b(?P<count>(?i:two|three|four|five|six|seven|eight|nine|ten))\s+(?:[a-z-]+\s+){0,2}"
    r"(?:people|persons|countries|states|cities|men|women|ministers|members|nations|regions|districts|players|teams|"
    r"finalists|winners|candidates|parties|languages|companies|organizations|writers|artists)\b[^.:;–—]{0,20}"
    r"(?::|\s[-–—])\s(?P<list>[A-Z][^.:;!?()–—]*)(?=[.;!?]|\s[–—-]\s|$)"
)
_ITEM = re.compile(r"[A-Z][\w’'.-]*(?:\s(?:of|the|de|van|al|[A-Z][\w’'.-]*))*")


def counted_lists(article: Article) -> Iterator[Finding]:
    """“Three countries: A, B and C” has as many items as it says."""
    for index, paragraph in enumerate(article.paragraphs):
        for match in _COUNTED.finditer(paragraph.text):
            items = [part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", match["list"]) if part.strip()]
            said = numberwords.value(match["count"].lower(), "en")
            if not all(_ITEM.fullmatch(item) for item in items) or said is None or len(items) < 2:
                continue
            if len(items) != said:
                message = (
                    f"{quote(match['count'])} are announced, {len(items)} are listed. Correct the number or the list."
                )
                yield article.finding("source-numbers", message, paragraph=index, span=match.span("count"))


_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)")
_WHOLE = re.compile(
    r"\b(?:against|undecided|abstained|the rest|the remaining|remaining|did not vote|no opinion)\b", re.I
)


def percentages_of_a_whole(article: Article) -> Iterator[Finding]:
    """For, against and undecided are together not more than all."""
    for index, paragraph in enumerate(article.paragraphs):
        bounds = [start for start, _ in paragraph.sentences] + [len(paragraph.text)]
        for start, end in pairwise(bounds):
            sentence = paragraph.text[start:end]
            shares = list(_PERCENT.finditer(sentence))
            total = sum(float(share[1]) for share in shares)
            compared = re.search(r"\b(?:than|from|up|down|rose|fell|earlier|previous|compared)\b", sentence)
            if len(shares) >= 2 and total > 101 and _WHOLE.search(sentence) and not compared:
                message = f"The percentages of this sentence add up to {total:g}. Correct the one that is wrong."
                span = start + shares[-1].start(), start + shares[-1].end()
                yield article.finding("source-numbers", message, paragraph=index, span=span)
