"""Whether the last word of a term carries the third-person possessive: «Nazirliyi», «naziri»; not «Bakı», «enerji».

A close vowel at the end may be the ending (bank-ı) or the word's own (qapı). Word lists and the shape of the word
decide; where they are silent, the words before it do: a noun before it makes a compound, which needs the ending.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from l10n.languages.az_letters import NARROW, VOWELS, last_vowel
from l10n.languages.az_stems import bare_head, word_list
from l10n.model import Kind

_POSSESSIVE_ENDS = ("liyi", "lığı", "luğu", "lüyü", "ları", "ləri", "istanı", "ıstanı", "ası", "əsi", "osu")
"""What closes possessive heads and hardly any bare name: Krallığı, Ştatları, Ərəbistanı, Respublikası."""
_ENDING = re.compile(r"(?:[aıoueəiöü]s[ıiuü]|l(?:iyi|ığı|uğu|üyü)|l[aə]r[ıi])$")
_AGENT = re.compile(r".{2,}(?:ıcı|ici|ucu|ücü)")
_DEVERBAL = re.compile(r".{2,}(?:ıntı|inti|untu|üntü|[ıiuü][lr]t[ıiuü])")
_WITH = re.compile(r".{2,}[^\Waıoueəiöül](?:lı|li|lu|lü)")
_ADJECTIVE = re.compile(
    r".{2,}(?:sız|siz|suz|süz|ıncı|inci|uncu|üncü|dakı|dəki|lı|li|lu|lü|m[ıiuü]ş|[ıiuü][ln](?:an|ən))|\d.*"
)
_GENITIVE = re.compile(r".[aıoueəiöü]n[ıiuü]n$|.l(?:arın|ərin)$")


@lru_cache(maxsize=65536)
def is_owned(small: str, kind: Kind, before: tuple[str, ...], *, capital: bool) -> bool:
    """Whether a word in small letters, after the words of the term before it, carries the possessive."""
    lone = not before
    if small.endswith(("oğlu", "qızı")) and (len(small) > 4 or not lone):
        return True
    if kind is Kind.PERSON or len(small) < 3 or small[-1] not in "ıiuü":
        return False
    if small in word_list("narrow-stems") or (kind is not Kind.PLACE and small in word_list("nouns")):
        return kind is Kind.TERM and _is_two_words(small) and _compound(before)
    if kind is Kind.PLACE:
        headed = small in word_list("place-heads") or small.endswith(_POSSESSIVE_ENDS) or _is_two_words(small)
        return not lone and (not capital or headed)
    if before and _GENITIVE.search(before[-1]) and not _out_of_harmony(small):  # vərəqinin altı
        return True
    if small in word_list("owned-words") or (not lone and small in word_list("place-heads")):
        return True
    if any(rule(small) for rule in _OWN_VOWEL):
        return False
    if lone:
        headed = kind in (Kind.TITLE, Kind.ORGANIZATION) and len(small) > 4 and _is_known(bare_head(small))
        return headed or small.endswith(_POSSESSIVE_ENDS[:6]) or _solid(small)
    return (
        kind is not Kind.TERM or _is_known(bare_head(small)) or _ENDING.search(small) is not None or _compound(before)
    )


def is_guess(small: str, kind: Kind, before: tuple[str, ...]) -> bool:
    """Neither list nor shape says whose the last vowel is: both readings of the word are taken in a text."""
    return (
        bool(before)
        and kind not in (Kind.PERSON, Kind.PLACE)
        and len(small) > 2
        and small[-1] in "ıiuü"
        and not any(small in word_list(name) for name in ("narrow-stems", "nouns", "owned-words", "place-heads"))
        and not any(rule(small) for rule in _OWN_VOWEL)
        and not _is_known(bare_head(small))
        and _ENDING.search(small) is None
    )


def _out_of_harmony(word: str) -> bool:
    """vadi, mövzu, siyasi, müddəi: the ending would follow the vowel before it, and would not stand on a vowel."""
    return word[-2] in VOWELS or NARROW[last_vowel(word[:-1])] != word[-1]


def _agent_of_a_trade(word: str) -> bool:
    """balıqçı, neftçi; not saçı, maçı."""
    return word[-2] == "ç" and word[:-1] not in word_list("ch-nouns")


def _agent_of_a_verb(word: str) -> bool:
    """daşıyıcı, göstərici; not kərpici."""
    return _AGENT.fullmatch(word) is not None and not _is_known(word[:-1])


def _result_of_a_verb(word: str) -> bool:
    """qazıntı, görüntü, gurultu; not labirinti, pultu."""
    return _DEVERBAL.fullmatch(word) is not None and not _is_known(word[:-1])


def _having_or_coming_from(word: str) -> bool:
    """qarabağlı, iranlı, moskvalı; not ağlı, fəsli, ansamblı."""
    if word.endswith(("lı", "li", "lu", "lü")) and word[:-2] in word_list("known-names"):
        return True
    return _WITH.fullmatch(word) is not None and not _is_known(bare_head(word))


_OWN_VOWEL: tuple[Callable[[str], bool], ...] = (
    _out_of_harmony,
    _agent_of_a_trade,
    _agent_of_a_verb,
    _result_of_a_verb,
    _having_or_coming_from,
)
"""Words whose last vowel is their own, by their shape."""


def _is_known(word: str) -> bool:
    last = word.rpartition("-")[2]  # vitse-prezident
    return any(last in word_list(name) for name in ("nouns", "s-nouns", "vowel-drop", "narrow-stems"))


def _is_two_words(word: str) -> bool:
    """ayı, qarı, iti: a noun, or the possessive of ay, qar, it."""
    return not _out_of_harmony(word) and bare_head(word) in word_list("nouns")


def _compound(before: tuple[str, ...]) -> bool:
    """A noun is among the words before: «neft quyusu»; not so in «yeni X»."""
    return not all(map(is_adjective, before))


def is_adjective(word: str) -> bool:
    """A word in small letters that qualifies a noun without making a compound of the two: yeni, milli, ikinci, odlu."""
    if word in word_list("adjectives"):
        return True
    noun = word in word_list("nouns") or word in word_list("known-names")  # meydan, Xocalı
    return not noun and _ADJECTIVE.fullmatch(word) is not None


def _solid(small: str) -> bool:
    """A compound written solid on a known head: quşəppəyi."""
    return any(small.endswith(head) and len(small) > len(head) + 1 for head in word_list("solid-heads"))
