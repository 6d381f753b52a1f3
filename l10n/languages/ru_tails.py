"""What follows the head of a term: where a second nominative or a person's name begins."""

from __future__ import annotations

from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_modifiers import adjectives
from l10n.languages.ru_morphology import readings
from l10n.languages.ru_sentence import Sentence
from l10n.languages.ru_words import noun_head
from l10n.model import Kind

DASHES = frozenset("—–-")


def second_office(sentence: Sentence, start: int) -> int | None:
    """Where a second office begins after the tail of the first: заместитель премьера — министр обороны."""
    for at in range(start + 2, len(sentence.tokens) - 2):
        if sentence.tokens[at] in ("и", *DASHES) and sentence.tokens[at - 1].isspace():
            found = [r for r in readings(sentence.tokens[at + 2]) if r.known]
            only = all(r.case in ("nom", "") for r in found)
            if only and any(r.case == "nom" and not r.plural and r.animate for r in found):
                return at + 2
    return None


def is_foreign_word(token: str) -> bool:
    """таймс, пост, джорнэл after a name: a small-lettered word that can only be a nominative ends a foreign title."""
    found = readings(token)
    oblique = any(r.case in ("gen", "dat", "ins", "loc") or r.adjective for r in found)
    return token.islower() and not oblique and all(r.pos == "NOUN" for r in found)


def is_coordinate(sentence: Sentence, start: int, *, after_and: bool) -> bool:
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


def name_at(sentence: Sentence, start: int) -> int | None:
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
