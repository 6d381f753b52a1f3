"""Capitals: a model may write «Организация объединенных Наций» for the Объединенных that it was given, and a term of
the glossary may have come to stand first in its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.languages import Language
from l10n.locate import Working
from l10n.model import PROPER
from l10n.terminology.terms import Grammar, Job

_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"[^\w]*([^\W\d_][\w'’]*)")
"""The first word of a text that begins with a word."""


def capitalise(job: Job, grammar: Grammar) -> None:
    """Gives the words of approved names the capitals of the glossary; none is taken away. The text keeps its length."""
    text = job.working.text
    for term in job.terms:
        if term.match.concept.kind in PROPER:
            for form in grammar.found(term, text):
                written = text[form.start : form.end]
                options = (with_capitals(written, target, grammar.language) for target in term.targets)
                new = next((option for option in options if option != written), written)
                text = text[: form.start] + new + text[form.end :]
    job.working = replace(job.working, text=text)


def with_capitals(written: str, target: str, language: Language) -> str:
    """A form with a capital on each word that has one in the citation form; as it is where the words do not pair."""
    words, wanted = list(_WORD.finditer(written)), _WORD.findall(target)
    if len(words) != len(wanted):
        return written
    for word, model in zip(words, wanted, strict=True):
        first = word.group()[0]
        capital = language.upper(first)
        if model[0].isupper() and first != capital and language.lower(model[0]) == first and len(capital) == 1:
            written = written[: word.start()] + capital + written[word.start() + 1 :]
    return written


def first_capital(source: str, working: Working, language: Language) -> Working:
    """A sentence begins with a capital where its source does; eBay and iPhone are written as they are."""
    own, theirs = _FIRST.match(working.text), _FIRST.match(source)
    if own is None or theirs is None or not theirs[1][0].isupper() or not own[1].islower():
        return working
    at, capital = own.start(1), language.upper(own[1][0])
    return replace(working, text=working.text[:at] + capital + working.text[at + 1 :]) if len(capital) == 1 else working
