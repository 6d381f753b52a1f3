"""The numbers of a source and of its translation held against each other by value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.figures import times, verbatim
from l10n.figures.english import Kind, find, kinds
from l10n.figures.measures import converted
from l10n.figures.values import Quantity, digits_of_source, digits_of_target, in_words, met
from l10n.languages import base
from l10n.locate import Range, overlaps


@dataclass(frozen=True, slots=True)
class Account:
    """The figures of both texts held against each other."""

    missing: tuple[Quantity, ...]
    """Numbers of the source that no figure of the target is worth."""
    surplus: tuple[Quantity, ...]
    """Numbers of the target that no figure of the source is worth."""
    doubled: tuple[Quantity, ...]
    """Numbers that the target has more often than the source."""


def account(source: str, target: str, locale: str) -> Account:
    """Compares by value. Addresses and file names are left out; they are compared to the letter."""
    lang = base(locale)
    there, here = of_source(source), of_target(source, target, lang)
    said, meant = in_words(source, "en"), in_words(target, lang)
    told = [f.at for f in kinds(find(source), Kind.TIME) if times.in_words(f, target)]
    missing = tuple(
        q
        for q in there
        if not met(q, here)
        and not met(q, meant)
        and not _apart(q, there, here)
        and not any(overlaps(at, (q.start, q.end)) for at in told)
    )
    surplus = tuple(q for q in here if not met(q, there) and not met(q, said))
    measured = tuple(q for q in surplus if any(converted(lost, source, [q]) for lost in missing))
    missing = tuple(q for q in missing if not converted(q, source, measured))
    surplus = tuple(q for q in surplus if q not in measured)
    doubled = tuple(
        q for q in _again(here) if not is_half(q, target) and times_in(q, here) > times_in(q, there) + times_in(q, said)
    )
    return Account(missing, surplus, doubled)


def of_source(source: str) -> list[Quantity]:
    """The numbers an English text writes in digits, without those inside addresses and names of files."""
    kept = verbatim.find(source)
    return [q for q in digits_of_source(source) if not any(overlaps((q.start, q.end), at) for at in kept)]


def of_target(source: str, target: str, lang: str) -> list[Quantity]:
    """The numbers a translation writes in digits, without those inside what it has to the letter from the source."""
    kept: list[Range] = []
    for start, end in verbatim.find(source):
        at = target.find(source[start:end])
        if at >= 0:
            kept.append((at, at + end - start))
    return [q for q in digits_of_target(target, lang) if not any(overlaps((q.start, q.end), at) for at in kept)]


def _apart(quantity: Quantity, there: list[Quantity], here: list[Quantity]) -> bool:
    """A telephone number or code whose groups of digits stand joined or parted otherwise."""
    digits = re.sub(r"\D", "", quantity.text)
    if len(digits) < 3 or "," in quantity.text or "." in quantity.text:
        return False
    joined = "".join(re.sub(r"\D", "", q.text) for q in here)
    neighbours = [
        q
        for q in there
        if q is not quantity and 0 <= min(abs(q.start - quantity.end), abs(quantity.start - q.end)) <= 2
    ]
    return bool(neighbours) and digits in joined


def _again(here: list[Quantity]) -> list[Quantity]:
    return [q for n, q in enumerate(here) if any(q.text == other.text for other in here[:n]) and len(q.text) > 1]


def is_half(quantity: Quantity, text: str) -> bool:
    """Hours, minutes or goals: digits beside a colon."""
    return re.search(r"\d:$", text[: quantity.start]) is not None or re.match(r":\d", text[quantity.end :]) is not None


def times_in(quantity: Quantity, others: list[Quantity]) -> int:
    """How many of the others are worth the same."""
    return sum(1 for other in others if not quantity.values.isdisjoint(other.values))


def missing(source: str, target: str, locale: str) -> tuple[Quantity, ...]:
    """Numbers of the source that the target lacks, a conversion to metric units being no lack."""
    return account(source, target, locale).missing
