"""Case forms of titles, organizations, places and common nouns: the head inflects with agreement, its tail stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from l10n.languages.ru_endings import CASES
from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_modifiers import adjectives, agreeing, agrees, is_possessive, modifier, modifies
from l10n.languages.ru_morphology import Reading, readings
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
    if first is None or _stands_short(sentence, first):
        return
    foreign = sentence.tokens[-1].lower() in word_list(PHRASES, "foreign-last")
    if foreign and len(sentence.tokens) > 1 and sentence.tokens[first][:1].isupper():
        return
    run, head = _find_head(sentence, first)
    if head is None and len(sentence.tokens) == 1:
        head = (first, declined_noun(sentence.tokens[first], sentence.kind)[0])
    if head is None:
        return
    index, noun = head
    noun = _as_person(noun) if sentence.kind is Kind.TITLE else noun
    sentence.columns[index] = dict(noun.columns)
    for at in run:
        if at != index:
            sentence.columns[at] = modifier(sentence.tokens[at], noun)
    sentence.plural = noun.has_plural if start == 0 else sentence.plural and noun.has_plural
    if not sentence.plural:
        for columns in sentence.columns.values():
            for case in CASES:
                columns.pop(f"{case}.pl", None)
    _after_head(sentence, index, noun)


def _stands_short(sentence: _Sentence, at: int) -> bool:
    """и. о., врио, замгенсека: a shortened word that has one form."""
    low = sentence.tokens[at].lower()
    if low in word_list(PHRASES, "abbreviation"):
        return True
    if (
        sentence.kind is not Kind.TITLE
        or not low.startswith("зам")
        or any(r.case == "nom" and r.known for r in readings(low))
    ):
        return False
    return any(r.known and r.case == "gen" for r in readings(low[3:]))


def _as_person(noun: Head) -> Head:
    """A title is a person's, whatever else the word means: шейх-уль-ислама, лидера."""
    if noun.animate or noun.gender != "m":
        return noun
    columns = {**noun.columns, "acc": noun.columns["gen"]}
    if noun.has_plural:
        columns["acc.pl"] = columns["gen.pl"]
    return replace(noun, columns=columns, animate=True)


def _find_head(sentence: _Sentence, first: int) -> tuple[list[int], tuple[int, Head] | None]:
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


def _short_for_a_body(sentence: _Sentence, at: int) -> bool:
    """командующий ВМС: an abbreviation is never the head of a title."""
    return sentence.kind is Kind.TITLE and sentence.tokens[at].isupper()


def _named_after(sentence: _Sentence, at: int) -> bool:
    """Воробьёвы of Воробьёвы горы: a place that bears the possessive of a name."""
    following = sentence.word(at + 1)
    return following == at + 2 and sentence.kind is Kind.PLACE and is_possessive(*sentence.tokens[at : at + 3 : 2])


def _adjectival_head(sentence: _Sentence, run: list[int]) -> tuple[list[int], tuple[int, Head] | None]:
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
            animate = animate or (sentence.kind is Kind.ORGANIZATION and reading.plural)  # поддержал Зелёных
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


def _passes(token: str, sentence: _Sentence, at: int) -> bool:
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


def _before_a_last_head(sentence: _Sentence, at: int) -> bool:
    """Капитал of Капитал Банк: English order, only the last word declines."""
    words = [token for token in sentence.tokens[at:] if token.strip()]
    proper = sentence.kind in (Kind.ORGANIZATION, Kind.PLACE) and all(word[:1].isupper() for word in words)
    return proper and len(words) > 1 and words[-1].lower() in word_list(PHRASES, "last-head")


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
        if _nominative_only(sentence, count, after_and="и" in joined[0]):
            _inflect(sentence, count)
        return
    if sentence.kind is Kind.TITLE and (second := _second_office(sentence, after)) is not None:
        _inflect(sentence, second)
    following = sentence.word(after)
    if following is None or not sentence.tokens[after].isspace() or following != after + 1:
        return
    closes = "".join(sentence.tokens[following + 1 :]).startswith(("", " и ")[following < len(sentence.tokens) - 1])
    if closes and any(agrees(r, noun) for r in adjectives(sentence.tokens[following])):
        # папа римский, патриарх Московский и всея Руси
        sentence.columns[following] = modifier(sentence.tokens[following], noun)
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


def _second_office(sentence: _Sentence, start: int) -> int | None:
    """Where a second office begins after the tail of the first: заместитель премьера — министр обороны."""
    for at in range(start + 2, len(sentence.tokens) - 2):
        if sentence.tokens[at] in ("и", *DASHES) and sentence.tokens[at - 1].isspace():
            found = [r for r in readings(sentence.tokens[at + 2]) if r.known]
            only = all(r.case in ("nom", "") for r in found)
            if only and any(r.case == "nom" and not r.plural and r.animate for r in found):
                return at + 2
    return None


def _foreign_word(token: str) -> bool:
    """таймс, пост, джорнэл after a name: a small-lettered word that can only be a nominative ends a foreign title."""
    found = readings(token)
    oblique = any(r.case in ("gen", "dat", "ins", "loc") or r.adjective for r in found)
    return token.islower() and not oblique and all(r.pos == "NOUN" for r in found)


def _nominative_only(sentence: _Sentence, start: int, *, after_and: bool) -> bool:
    """The word can be a nominative; after a dash it must not be a genitive that depends on the head."""
    at = sentence.word(start)
    if at is None:
        return False
    token = sentence.tokens[at]
    found = readings(token)
    if sentence.kind is Kind.PLACE and token[:1].isupper():
        oblique = any(r.known and r.case == "gen" and "Fixd" not in r.grammemes for r in found)
        return not oblique and bool(noun_head(token, sentence.kind, sentence.gender) or adjectives(token))
    cases = {r.case for r in found if r.known or not any(q.known for q in found)}
    return "nom" in cases and (after_and or "gen" not in cases or any("Fixd" in r.grammemes for r in found))


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
