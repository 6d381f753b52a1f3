"""Where the head of a term stands: after its modifiers and the words of one form that come before it."""

from __future__ import annotations

import re

from l10n.languages.ru_lists import word_list
from l10n.languages.ru_modifiers import adjectives, agreeing, agrees, is_possessive, modifies
from l10n.languages.ru_morphology import Reading, readings
from l10n.languages.ru_nouns import PHRASES, Head, single
from l10n.languages.ru_sentence import Sentence
from l10n.languages.ru_words import noun_head
from l10n.model import Kind


def find_head(sentence: Sentence, first: int) -> tuple[list[int], tuple[int, Head] | None]:
    """The modifiers before the head, and the head: a noun they agree with, else the last modifier itself."""
    run: list[int] = []
    at: int | None = first
    while at is not None:
        token = sentence.tokens[at]
        if token.lower() not in word_list(PHRASES, "still") and (
            adjectives(token) or single(token) or _named_after(sentence, at)
        ):
            run.append(at)
        elif not (_passes(token, sentence, at) and sentence.word(at + 1) is not None):
            break
        at = sentence.word(at + 1)
    if at is not None and not (run and _short_for_a_body(sentence, at)):
        candidates = noun_head(sentence.tokens[at], sentence.kind, sentence.gender, every=True)
        for candidate in candidates:
            if all(modifies(sentence.tokens[i], candidate) for i in run):
                return run, (at, candidate)
    return _adjectival_head(sentence, run)


def _short_for_a_body(sentence: Sentence, at: int) -> bool:
    """командующий ВМС: an abbreviation is never the head of a title."""
    return sentence.kind is Kind.TITLE and sentence.tokens[at].isupper()


def _named_after(sentence: Sentence, at: int) -> bool:
    """Воробьёвы of Воробьёвы горы: a place that bears the possessive of a name."""
    following = sentence.word(at + 1)
    return following == at + 2 and sentence.kind is Kind.PLACE and is_possessive(*sentence.tokens[at : at + 3 : 2])


def _adjectival_head(sentence: Sentence, run: list[int]) -> tuple[list[int], tuple[int, Head] | None]:
    """исполняющий обязанности, уполномоченный по правам человека, Грозный: an adjective or participle is the head."""
    for size in range(len(run), 0, -1):
        index = run[size - 1]
        token = sentence.tokens[index]
        for candidate in noun_head(token, sentence.kind, sentence.gender, every=True):
            if all(any(agrees(r, candidate) for r in adjectives(sentence.tokens[i])) for i in run[: size - 1]):
                return run[:size], (index, candidate)
        for reading in adjectives(token):
            animate = sentence.kind in (Kind.TITLE, Kind.PERSON) or (
                sentence.kind is Kind.TERM and _means_a_person(token, reading)
            )
            animate = animate or (
                sentence.kind is Kind.ORGANIZATION and reading.plural and len(sentence.tokens) == 1
            )  # поддержал Зелёных
            head = Head({}, reading.gender, reading.plural, animate, has_plural=False)
            columns = agreeing(token, head, plural=reading.plural)
            if not columns:
                continue
            if sentence.kind in (Kind.TITLE, Kind.TERM) and not reading.plural:
                plural = agreeing(token, head, plural=True)
                columns.update({f"{case}.pl": texts for case, texts in plural.items()})
                head = Head({}, reading.gender, reading.plural, animate, has_plural=bool(plural))
            return run[:size], (index, Head(columns, head.gender, head.plural, animate, has_plural=head.has_plural))
    return run, None


def _means_a_person(token: str, reading: Reading) -> bool:
    """пострадавший, служащий, раненые; but выходной, наличные."""
    if token.lower() in word_list(PHRASES, "thing"):
        return False
    return reading.gender == "m" or (reading.plural and reading.pos == "PRTF")


def _passes(token: str, sentence: Sentence, at: int) -> bool:
    """Words before the head that have one form: и, an adverb, и. о., a Latin word, a number."""
    low = token.lower()
    if _before_a_last_head(sentence, at):
        return True
    if low in ("и", "или") or token.endswith(".") or low in word_list(PHRASES, "abbreviation"):
        return True
    if not re.search(r"[а-яё]", low):
        return not re.fullmatch(r"[A-Za-z].*", token) or at == 0
    if low in word_list(PHRASES, "still"):
        return True
    found = readings(token)
    if any(r.pos == "NOUN" and r.case == "nom" and r.known and "Fixd" not in r.grammemes for r in found):
        return False
    if all(r.pos in ("ADVB", "PRCL", "CONJ") for r in found[:1]):
        return True
    return _still_part(sentence, at)


def _before_a_last_head(sentence: Sentence, at: int) -> bool:
    """Капитал of Капитал Банк: English order, only the last word declines."""
    words = [token for token in sentence.tokens[at:] if token.strip()]
    proper = sentence.kind in (Kind.ORGANIZATION, Kind.PLACE) and all(word[:1].isupper() for word in words)
    return proper and len(words) > 1 and words[-1].lower() in word_list(PHRASES, "last-head")


def _still_part(sentence: Sentence, at: int) -> bool:
    """Милли of Милли Меджлис: a capitalised word with one form before a capitalised noun in the nominative."""
    following = sentence.word(at + 1)
    if following != at + 2 or sentence.kind not in (Kind.ORGANIZATION, Kind.PLACE):
        return False
    token, after = sentence.tokens[at], sentence.tokens[following]
    if not (token[:1].isupper() and after[:1].isupper()) or token.isupper():
        return False
    if any(reading.known for reading in readings(re.split("[-‐‑]", token)[-1])):
        return False
    return bool(noun_head(after, sentence.kind, sentence.gender))


def stands_short(sentence: Sentence, at: int) -> bool:
    """и. о., врио, замгенсека: a shortened word that has one form."""
    low = sentence.tokens[at].lower()
    if low in word_list(PHRASES, "abbreviation"):
        return True
    body = re.match(r"(?:мин|глав|гос)(?=[а-я]{4})", low)
    if body and sentence.kind is Kind.ORGANIZATION and not any(r.case == "nom" and r.known for r in readings(low)):
        found = [r for r in readings(low[body.end() :]) if r.known]
        nouns = [r for r in found if r.pos == "NOUN" and r.case == "gen"]
        return bool(nouns) and not any(r.case == "nom" and not r.plural for r in found)  # Минпросвещения, Миндоходов
    if (
        sentence.kind is not Kind.TITLE
        or not low.startswith("зам")
        or any(r.case == "nom" and r.known for r in readings(low))
    ):
        return False
    return any(r.known and r.case == "gen" for r in readings(low[3:]))
