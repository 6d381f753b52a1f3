"""Case forms of titles, organizations, places and common nouns: the head inflects with agreement, its tail stays."""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.languages.ru_endings import CASES
from l10n.languages.ru_heads import find_head, stands_short
from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_modifiers import adjectives, agrees, modifier
from l10n.languages.ru_nouns import PHRASES, Head, declined_noun
from l10n.languages.ru_people import Names, people
from l10n.languages.ru_sentence import TOKEN, Sentence
from l10n.languages.ru_tails import DASHES, is_coordinate, is_foreign_word, name_at, second_office
from l10n.model import Gender, Kind

QUOTED = re.compile(r"([«„“\"])([^«»„“”\"]+)([»“”\"])")


def phrase(term: str, kind: Kind, gender: Gender) -> Names:
    """The case forms of a term in the nominative; with the plural where the kind and the head have one."""
    if quoted := QUOTED.fullmatch(term.strip()):
        inner = phrase(quoted[2], kind, gender)
        return {key: tuple(quoted[1] + text + quoted[3] for text in texts) for key, texts in inner.items()}
    sentence = Sentence(TOKEN.findall(term), kind, gender)
    _inflect(sentence, 0)
    return _joined(sentence, keep_yo="ё" in term.lower())


def _joined(sentence: Sentence, *, keep_yo: bool) -> Names:
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


def _inflect(sentence: Sentence, start: int) -> None:
    """Inflect the noun phrase that begins at a token, and what is joined to its head."""
    first = sentence.word(start)
    if first is None or stands_short(sentence, first) or _is_a_route(sentence):
        return
    foreign = sentence.tokens[-1].lower() in word_list(PHRASES, "foreign-last")
    if foreign and len(sentence.tokens) > 1 and sentence.tokens[first][:1].isupper():
        return
    run, head = find_head(sentence, first)
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


def _is_a_route(sentence: Sentence) -> bool:
    """Баку — Тбилиси — Карс: three places in a row have one form."""
    marks = [token for token in sentence.tokens[2:] if token in DASHES]
    return len(marks) > 1 and sentence.tokens[1:2] == [" "] and sentence.tokens[2] in DASHES


def _as_person(noun: Head) -> Head:
    """A title is a person's, whatever else the word means: шейх-уль-ислама, лидера."""
    if noun.animate or noun.gender != "m":
        return noun
    columns = {**noun.columns, "acc": noun.columns["gen"]}
    if noun.has_plural:
        columns["acc.pl"] = columns["gen.pl"]
    return replace(noun, columns=columns, animate=True)


def _after_head(sentence: Sentence, index: int, noun: Head) -> None:
    """What follows the head and inflects with it: и Герцеговина, — Новая Гвинея, город Гянджа, a person's name."""
    after = index + 1
    rest = "".join(sentence.tokens[after:])
    joined = re.match(r"\s+(?:и|[—–-])\s+", rest)
    if joined:
        size, count = 0, after
        while size < joined.end():
            size += len(sentence.tokens[count])
            count += 1
        if is_coordinate(sentence, count, after_and="и" in joined[0]):
            _inflect(sentence, count)
        return
    if sentence.kind is Kind.TITLE and (second := second_office(sentence, after)) is not None:
        _inflect(sentence, second)
    following = sentence.word(after)
    if following is None or not sentence.tokens[after].isspace() or following != after + 1:
        return
    if _closes(sentence, following, noun) and any(agrees(r, noun) for r in adjectives(sentence.tokens[following])):
        # папа римский, патриарх Московский и всея Руси, папа римский Лев XIV
        sentence.columns[following] = modifier(sentence.tokens[following], noun)
        if (named := name_at(sentence, following + 1)) is not None:
            _put_person(sentence, named)
        return
    if sentence.kind is Kind.ORGANIZATION and is_foreign_word(sentence.tokens[following]):
        sentence.columns.clear()
        return
    head = sentence.tokens[index].lower().split("-")[0]
    capital = sentence.tokens[following][:1].isupper()
    if head in word_list(PHRASES, "follows") and capital:
        kind = sentence.kind
        sentence.kind = Kind.PLACE
        _inflect(sentence, following)
        sentence.kind = kind
    elif noun.animate and not noun.plural and (named := name_at(sentence, following)) is not None:
        _put_person(sentence, named)


def _closes(sentence: Sentence, at: int, noun: Head) -> bool:
    """Nothing, и or a person's name comes after a token."""
    rest = "".join(sentence.tokens[at + 1 :])
    named = noun.animate and sentence.tokens[at].lower() not in first_names() and name_at(sentence, at + 1) == at + 2
    return not rest or rest.startswith(" и ") or named


def _put_person(sentence: Sentence, start: int) -> None:
    sentence.plural = False
    for columns in sentence.columns.values():
        for case in CASES:
            columns.pop(f"{case}.pl", None)
    forms = people("".join(sentence.tokens[start:]), sentence.gender)
    del sentence.tokens[start + 1 :]
    sentence.columns[start] = dict(forms)
