"""Case forms of titles, organizations, places and common nouns: the head inflects with agreement, its tail stays."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.languages.ru_endings import CASES
from l10n.languages.ru_letters import like
from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_morphology import Reading, adjective_forms, readings
from l10n.languages.ru_nouns import Columns, Head, declined_noun, single
from l10n.languages.ru_people import Names, people
from l10n.languages.ru_words import noun_head
from l10n.model import Gender, Kind

TOKEN = re.compile(r"[^\W_]+(?:[-‐‑.'’][^\W_]+)*\.?|\s+|.")
PHRASES = "ru-phrases.txt"
DASHES = frozenset("—–-")
QUOTED = re.compile(r"([«„“\"])([^«»„“”\"]+)([»“”\"])")


@dataclass(slots=True)
class _Sentence:
    """The tokens of a term, and what has been decided of each so far."""

    tokens: list[str]
    kind: Kind
    gender: Gender
    columns: dict[int, Columns]
    """By token index: forms by case key; a token that is missing stays as it is."""
    plural: bool = False
    """The columns hold plural keys as well."""

    def word(self, index: int) -> int | None:
        """The index of the first word at or after a token."""
        return next((i for i in range(index, len(self.tokens)) if self.tokens[i][:1].isalnum()), None)


def phrase(term: str, kind: Kind, gender: Gender) -> Names:
    """The case forms of a term in the nominative; with the plural where the kind and the head have one."""
    if quoted := QUOTED.fullmatch(term.strip()):
        inner = phrase(quoted[2], kind, gender)
        return {key: tuple(quoted[1] + text + quoted[3] for text in texts) for key, texts in inner.items()}
    sentence = _Sentence(TOKEN.findall(term), kind, gender, {})
    _inflect(sentence, 0)
    return _joined(sentence, keep_yo="ё" in term.lower())


def _joined(sentence: _Sentence, *, keep_yo: bool) -> Names:
    keys = [*CASES, *(f"{case}.pl" for case in CASES)] if sentence.plural else list(CASES)
    forms: Names = {}
    for key in keys:
        texts = [""]
        for index, token in enumerate(sentence.tokens):
            words = sentence.columns[index].get(key, (token,)) if index in sentence.columns else (token,)
            texts = [text + word for word in words for text in texts][:12]
        if not keep_yo:
            texts = [text.replace("ё", "е").replace("Ё", "Е") for text in texts]
        forms[key] = tuple(dict.fromkeys(texts))
    return forms


def _inflect(sentence: _Sentence, start: int) -> None:
    """Inflect the noun phrase that begins at a token, and what is joined to its head."""
    first = sentence.word(start)
    if first is None or sentence.tokens[first].lower() in word_list(PHRASES, "abbreviation"):
        return
    run, head = _find_head(sentence, first)
    if head is None and len(sentence.tokens) == 1:
        head = (first, declined_noun(sentence.tokens[first], sentence.kind)[0])
    if head is None:
        return
    index, noun = head
    _put(sentence, index, noun.columns)
    for at in run:
        if at != index:
            _put_modifier(sentence, at, noun)
    sentence.plural = noun.has_plural if start == 0 else sentence.plural and noun.has_plural
    if not sentence.plural:
        for columns in sentence.columns.values():
            for case in CASES:
                columns.pop(f"{case}.pl", None)
    _after_head(sentence, index, noun)


def _put(sentence: _Sentence, index: int, columns: Columns) -> None:
    sentence.columns[index] = dict(columns)


def _put_modifier(sentence: _Sentence, index: int, noun: Head) -> None:
    """An adjective, participle or ordinal in the gender, number and case of the head."""
    token = sentence.tokens[index]
    columns = single(token) or _agreeing(token, noun, plural=noun.plural)
    if noun.has_plural and not noun.plural:
        columns.update({f"{case}.pl": texts for case, texts in _agreeing(token, noun, plural=True).items()})
    sentence.columns[index] = columns


def _agreeing(token: str, noun: Head, *, plural: bool) -> Columns:
    prefix, word = _adjective_core(token)
    for index, reading in enumerate(readings(word)):
        if _agrees(reading, noun):
            forms = adjective_forms(
                (word, index), gender=noun.gender or reading.gender, plural=plural, animate=noun.animate
            )
            return {case: tuple(prefix + like(word, form) for form in texts) for case, texts in forms.items()}
    return {}


def _adjective_core(token: str) -> tuple[str, str]:
    """44-дневная -> (44-, дневная); северо-восточная stays whole for the dictionary."""
    numbered = re.match(r"\d+[-‐‑]", token)
    if numbered and len(token) - numbered.end() > 2:
        return token[: numbered.end()], token[numbered.end() :]
    return "", token


def _adjectives(token: str) -> tuple[Reading, ...]:
    """The readings of a token as an adjective in the nominative."""
    word = _adjective_core(token)[1]
    return tuple(r for r in readings(word) if r.adjective and r.case == "nom" and (r.known or _looks_adjective(word)))


def _looks_adjective(word: str) -> bool:
    return bool(re.search(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$", word.lower()))


def _agrees(reading: Reading, noun: Head) -> bool:
    if not reading.adjective or reading.case != "nom" or reading.plural != noun.plural:
        return False
    return noun.plural or not noun.gender or reading.gender == noun.gender


def _find_head(sentence: _Sentence, first: int) -> tuple[list[int], tuple[int, Head] | None]:
    """The modifiers before the head, and the head: a noun they agree with, else the last modifier itself."""
    run: list[int] = []
    at: int | None = first
    while at is not None:
        token = sentence.tokens[at]
        if token.lower() not in word_list(PHRASES, "still") and (_adjectives(token) or single(token)):
            run.append(at)
        elif not (_passes(token, sentence, at) and sentence.word(at + 1) is not None):
            break
        at = sentence.word(at + 1)
    if at is not None and (noun := noun_head(sentence.tokens[at], sentence.kind, sentence.gender)):
        candidates = noun_head(sentence.tokens[at], sentence.kind, sentence.gender, every=True)
        for candidate in candidates:
            if all(
                single(sentence.tokens[i]) or any(_agrees(r, candidate) for r in _adjectives(sentence.tokens[i]))
                for i in run
            ):
                return run, (at, candidate)
        if not run:
            return run, (at, noun[0])
    return _adjectival_head(sentence, run)


def _adjectival_head(sentence: _Sentence, run: list[int]) -> tuple[list[int], tuple[int, Head] | None]:
    """исполняющий обязанности, уполномоченный по правам человека, Грозный: an adjective or participle is the head."""
    for size in range(len(run), 0, -1):
        index = run[size - 1]
        token = sentence.tokens[index]
        for candidate in noun_head(token, sentence.kind, sentence.gender, every=True):
            if all(any(_agrees(r, candidate) for r in _adjectives(sentence.tokens[i])) for i in run[: size - 1]):
                return run[:size], (index, candidate)
        for reading in _adjectives(token):
            animate = sentence.kind in (Kind.TITLE, Kind.PERSON)
            head = Head({}, reading.gender, reading.plural, animate, has_plural=False)
            columns = _agreeing(token, head, plural=reading.plural)
            if not columns:
                continue
            if sentence.kind in (Kind.TITLE, Kind.TERM) and not reading.plural:
                plural = _agreeing(token, head, plural=True)
                columns.update({f"{case}.pl": texts for case, texts in plural.items()})
                head = Head({}, reading.gender, reading.plural, animate, has_plural=bool(plural))
            return run[:size], (index, Head(columns, head.gender, head.plural, animate, has_plural=head.has_plural))
    return run, None


def _passes(token: str, sentence: _Sentence, at: int) -> bool:
    """Words before the head that have one form: и, an adverb, и. о., a Latin word, a number."""
    low = token.lower()
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


def _still_part(sentence: _Sentence, at: int) -> bool:
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


def _after_head(sentence: _Sentence, index: int, noun: Head) -> None:
    """What follows the head and inflects with it: и Герцеговина, — Новая Гвинея, город Гянджа, a person's name."""
    after = index + 1
    rest = "".join(sentence.tokens[after:])
    joined = re.match(r"\s+(?:и|[—–-])\s+", rest)
    if joined:
        size, count = 0, after
        while size < joined.end():
            size += len(sentence.tokens[count])
            count += 1
        if _nominative_only(sentence, count):
            _inflect(sentence, count)
        return
    following = sentence.word(after)
    if following is None or not sentence.tokens[after].isspace() or following != after + 1:
        return
    closes = "".join(sentence.tokens[following + 1 :]).startswith(("", " и ")[following < len(sentence.tokens) - 1])
    if closes and any(_agrees(r, noun) for r in _adjectives(sentence.tokens[following])):
        _put_modifier(sentence, following, noun)  # папа римский, патриарх Московский и всея Руси
        return
    if sentence.kind is Kind.ORGANIZATION and _foreign_word(sentence.tokens[following]):
        sentence.columns.clear()
        return
    head = sentence.tokens[index].lower()
    capital = sentence.tokens[following][:1].isupper()
    if head in word_list(PHRASES, "follows") and capital:
        kind = sentence.kind
        sentence.kind = Kind.PLACE
        _inflect(sentence, following)
        sentence.kind = kind
    elif noun.animate and not noun.plural and (named := _name_at(sentence, following)) is not None:
        _put_person(sentence, named)


def _foreign_word(token: str) -> bool:
    """таймс, пост, джорнэл after a name: a small-lettered word that can only be a nominative ends a foreign title."""
    found = readings(token)
    oblique = any(r.case in ("gen", "dat", "ins", "loc") or r.adjective for r in found)
    return token.islower() and not oblique and all(r.pos == "NOUN" for r in found)


def _nominative_only(sentence: _Sentence, start: int) -> bool:
    """The word can be a nominative and cannot be a genitive that depends on the head."""
    at = sentence.word(start)
    if at is None:
        return False
    token = sentence.tokens[at]
    found = readings(token)
    if sentence.kind is Kind.PLACE and token[:1].isupper():
        oblique = any(r.known and r.case == "gen" and "Fixd" not in r.grammemes for r in found)
        return not oblique and bool(noun_head(token, sentence.kind, sentence.gender) or _adjectives(token))
    cases = {r.case for r in found if r.known or not any(q.known for q in found)}
    return "nom" in cases and ("gen" not in cases or any("Fixd" in r.grammemes for r in found))


def _name_at(sentence: _Sentence, start: int) -> int | None:
    """Where a person's name in the nominative ends the term: президент Азербайджана Ильхам Алиев."""
    for index in range(start, len(sentence.tokens)):
        words = [token for token in sentence.tokens[index:] if token.strip()]
        particles = word_list("ru-names.txt", "particle")
        if not sentence.tokens[index][:1].isupper() or not all(w[:1].isupper() or w in particles for w in words):
            continue
        found = readings(words[0])
        named = any("Name" in r.grammemes and r.case == "nom" for r in found if r.known)
        if words[0].lower() in first_names() or named:
            return index if len(words) > 1 or sentence.kind is Kind.PERSON else None
        if sentence.kind is Kind.PERSON and not any(r.case == "gen" and r.known for r in found):
            return index
    return None


def _put_person(sentence: _Sentence, start: int) -> None:
    forms = people("".join(sentence.tokens[start:]), sentence.gender)
    del sentence.tokens[start + 1 :]
    sentence.columns[start] = dict(forms)
