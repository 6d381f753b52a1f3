"""English, the source language: the word lists its sentences are told apart by."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class Abbreviation(StrEnum):
    """How an abbreviation with a full stop behaves; see ``data/en-abbreviations.txt``."""

    TITLE = "title"
    NUMBER = "number"
    MONTH = "month"
    INSIDE = "inside"
    FINAL = "final"
    CLOSING = "closing"


_MONTHS = "January February March April May June July August September October November December"
_ZONES = """GMT UTC EST EDT ET CET CEST EET MSK AZT BST PST PDT PT CST CDT CT MST MDT IST JST
Eastern Central Pacific Mountain Greenwich"""
WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
MONTHS = frozenset(_MONTHS.split())
ZONES = frozenset(_ZONES.split())
"""What may stand after a time of day: "5 p.m. GMT", "8 p.m. Eastern"."""


@cache
def abbreviations() -> MappingProxyType[str, Abbreviation]:
    """Abbreviation with its full stop -> how it behaves."""
    return MappingProxyType({row[0]: Abbreviation(row[1]) for row in rows("en-abbreviations.txt")})


@cache
def starters() -> frozenset[str]:
    """Words that begin sentences and seldom names, capitalised."""
    return frozenset(row[0] for row in rows("en-starters.txt"))


@cache
def speech_verbs() -> frozenset[str]:
    """Verbs that attribute a quotation, as they stand after a name."""
    return frozenset(row[0] for row in rows("en-speech.txt"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list; the last column is an attested example. Lines that begin with ``#`` are comments."""
    text = files("l10n.languages").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))
