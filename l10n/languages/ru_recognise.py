"""Finding the forms of a term in running text, and reading the case off a phrase."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.languages.ru_endings import CASES
from l10n.languages.ru_letters import key_of, plain
from l10n.languages.ru_lists import word_list
from l10n.languages.ru_morphology import readings
from l10n.languages.ru_names import guess_gender, shows_gender
from l10n.languages.ru_people import Names, people
from l10n.languages.ru_phrases import phrase
from l10n.model import Form, Gender, Kind

LIKELY = ("nom", "gen", "acc", "ins", "loc", "dat")
"""Cases by how often names and titles stand in them in news; the order of the keys of an ambiguous form."""
LIKELY_PLACE = ("nom", "loc", "gen", "acc", "ins", "dat")
SUPPLETIVE = frozenset(("человек", "год", "ребенок"))
"""Words some of whose forms begin otherwise: люди, лет, дети."""
_LOCATIVE_BEFORE = re.compile(r"(?:^| )(?:о|об|в|на|при|[а-я-]+[ео]м) $")
_SPACED = re.compile(r"(?<=\b\w\.)\s+(?=\w\.)")
_TIGHT = re.compile(r"(?<=\b\w\.)(?=\w)")
DASHES = "-–—−"
_ONE_DASH = dict.fromkeys(map(ord, DASHES), "-")
LEFT_PARTS = ("экс-",)
RIGHT_PARTS = re.compile(r"-(?:то|таки|ка|младш|старш)")


@lru_cache(maxsize=65536)
def paradigm(term: str, kind: Kind, gender: Gender) -> Names:
    """Every form of a nominative term by key, the one to write first."""
    if not term.strip() or kind is Kind.KEEP:
        return dict.fromkeys(CASES, (term,))
    named = kind is Kind.PERSON and not _has_title(term)
    forms = people(term, gender) if named else phrase(term, kind, gender)
    return {**forms, "nom": (term,)}


def _has_title(term: str) -> bool:
    """королева Елизавета II, папа Франциск: a common noun comes first."""
    first = term.split()[0]
    if first.lower() in word_list("ru-names.txt", "honorific"):
        return len(term.split()) > 1
    return (
        len(term.split()) > 1
        and first.islower()
        and first.replace("-", "").isalpha()
        and first[:3] not in ("аль", "эль")
        and len(first.replace("-", "")) > 3
        and first not in ("дель", "делла")
    )


@lru_cache(maxsize=65536)
def index_of(term: str, kind: Kind, gender: Gender) -> dict[str, tuple[str, ...]]:
    """The forms of a term as texts are compared (see ``plain``), with the keys each can stand for, likeliest first."""
    found: dict[str, list[str]] = {}
    entries = list(paradigm(term, kind, gender).items())
    if kind is Kind.PERSON and not gender and not shows_gender(term):
        other = Gender.MASCULINE if guess_gender(term) is Gender.FEMININE else Gender.FEMININE
        entries += paradigm(term, kind, other).items()
    for key, texts in entries:
        for text in texts:
            for variant in _written(text, kind):
                keys = found.setdefault(key_of(variant), [])
                if key not in keys:
                    keys.append(key)
    order = LIKELY_PLACE if kind is Kind.PLACE else LIKELY
    return {
        form: tuple(sorted(keys, key=lambda key: (key.endswith(".pl"), order.index(key.split(".")[0]))))
        for form, keys in found.items()
    }


def _written(form: str, kind: Kind) -> tuple[str, ...]:
    """The ways a form is written: as it is, initials with and without a space, a name with the surname first."""
    ways = [form]
    if "." in form:
        ways += [_SPACED.sub("", form), _TIGHT.sub(" ", form)]
    if kind is Kind.PERSON and (turned := _turned(form)):
        ways.append(turned)
    return tuple(ways)


def _turned(name: str) -> str:
    """Керимов Анар: the surname first, as in lists."""
    words = name.split()
    return f"{words[-1]} {' '.join(words[:-1])}" if len(words) in (2, 3) else ""


@lru_cache(maxsize=65536)
def anchor(term: str) -> str:
    """What every form of the term contains, as texts are compared: a quick test before the forms are made."""
    word = max(key_of(term).split(), key=len, default="")
    if word in SUPPLETIVE:
        return ""
    word = max(re.split(r"[-\"'.]", word), key=len)
    return word[: max(2, min(len(word) - 4, 6))] if len(word) > 4 else word[:1]


def locative(term: str, preposition: str, kind: Kind, gender: Gender) -> str:
    """The locative after a preposition: Крыму after в and на, Крыме after о."""
    texts = paradigm(term, kind, gender)["loc"]
    if preposition.lower() in ("в", "во", "на"):
        words = term.lower().split()
        if kind is Kind.PLACE and words[-1] == "край" and len(words) > 1:
            return texts[0]  # в Краснодарском крае, but в родном краю
        for text in texts[1:]:
            pairs = zip(words, text.lower().split(), strict=False)
            if any(word in word_list("ru-phrases.txt", "locative") and form[-1:] in "ую" for word, form in pairs):
                return text
    return texts[0]


def find(term: str, text: str, kind: Kind, gender: Gender) -> tuple[Form, ...]:
    """Every occurrence of a form of the term, ascending, the longest where two begin together; whole words only."""
    where = plain(text)
    if not term.strip() or anchor(term) not in where.text:
        return ()
    dashed = any(mark in term for mark in DASHES)
    line = where.text.translate(_ONE_DASH) if dashed else where.text
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    for form, keys in index_of(term, kind, gender).items():
        form = form.translate(_ONE_DASH) if dashed else form
        start = line.find(form)
        while start >= 0:
            end = start + len(form)
            if _whole(line, start, end) or (kind in (Kind.TITLE, Kind.TERM) and _apposed(line, start, end, keys)):
                spans.append((start, -end, keys))
            start = line.find(form, start + 1)
    found: list[Form] = []
    last = 0
    for start, negative, keys in sorted(spans):
        if start < last:
            continue
        left, right = where.span(start, -negative)
        surface = text[left:right]
        if _capitals(term, surface, kind) and not _is_preposition(where.text, start, surface):
            found.append(Form(left, right, surface, _by_preposition(where.text, start, keys)))
            last = -negative
    return tuple(found)


def _whole(text: str, start: int, end: int, *, left: bool = True) -> bool:
    """No letter or digit touches the span; a hyphen only with экс-, -то and the like."""
    before, after = text[start - 1 : start] if left else "", text[end : end + 1]
    if before.isalnum() or after.isalnum() or before == "_" or after == "_":
        return False
    if before == "-" and text[start - 2 : start - 1].isalnum() and not text[:start].endswith(LEFT_PARTS):
        return False
    return not (after == "-" and text[end + 1 : end + 2].isalnum() and not RIGHT_PARTS.match(text, end))


_PART_BEFORE = re.compile(r"(?<![\w-])([а-я]+)-$")


def _apposed(text: str, start: int, end: int, keys: tuple[str, ...]) -> bool:
    """президенту in гостю-президенту: a person's name for the same person, in the same case, comes before."""
    part = _PART_BEFORE.search(text, max(0, start - 24), start)
    if not part or part[1] in word_list("ru-phrases.txt", "prefix") or not _whole(text, start + 1, end, left=False):
        return False
    cases = {key[:3] for key in keys}
    return any(r.known and r.pos == "NOUN" and r.animate and r.case in cases for r in readings(part[1]))


def _is_preposition(text: str, start: int, surface: str) -> bool:
    """после is a form of посол only where a preposition or an adjective in the locative stands before it."""
    return surface.lower() == "после" and not _LOCATIVE_BEFORE.search(text, max(0, start - 24), start)


def _capitals(term: str, surface: str, kind: Kind) -> bool:
    """A proper name keeps its capital; an abbreviation keeps its capitals. Anything may stand in capitals."""
    model, found = term.strip('«»"„“” '), surface.strip('«»"„“” ')
    if not model[:1].isupper():
        return True
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters) and len(model.split()) == 1:
        return found[:2].isupper()
    if kind is Kind.PERSON or len(model.split()) == 1:
        return found[:1].isupper()
    if kind is Kind.PLACE or _is_only_a_name(model):
        return found != found.lower()
    return True


def _is_only_a_name(model: str) -> bool:
    """Белый дом, Красный Крест: in small letters a house that is white; министерство обороны stays itself."""
    words = model.split()
    return any(word[:1].isupper() for word in words[1:2]) or (
        len(words) == 2 and words[0].lower() in word_list("ru-phrases.txt", "plain-adjective")
    )


PREPOSITIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("без", "для", "до", "из", "от", "у", "около", "после", "против", "среди", "кроме"), ("gen",)),
    **dict.fromkeys(("из-за", "из-под", "со стороны", "изо", "ото"), ("gen",)),
    **dict.fromkeys(("к", "ко", "благодаря", "согласно", "вопреки"), ("dat",)),
    "по": ("dat", "loc"),
    **dict.fromkeys(("про", "через", "сквозь"), ("acc",)),
    **dict.fromkeys(("над", "перед", "между", "надо"), ("ins",)),
    **dict.fromkeys(("с", "со"), ("ins", "gen")),
    **dict.fromkeys(("за", "под"), ("ins", "acc")),
    **dict.fromkeys(("о", "об", "обо", "при"), ("loc",)),
    **dict.fromkeys(("в", "во", "на"), ("loc", "acc")),
}
"""Cases a preposition governs, the commoner first."""
_WORD_BEFORE = re.compile(r"([а-я-]+) [\"«(]?$")


def _by_preposition(text: str, start: int, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of an ambiguous form, those first that the preposition before it governs."""
    if len(keys) < 2:
        return keys
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    governed = PREPOSITIONS.get(before[1], ()) if before else ()
    return tuple(
        sorted(
            keys, key=lambda key: governed.index(key[:3]) if key[:3] in governed else len(governed) + keys.index(key)
        )
    )
