"""One word as the head of a phrase: its forms from the dictionary, else from its ending."""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.languages.ru_endings import CASES
from l10n.languages.ru_letters import like
from l10n.languages.ru_lists import pairs, word_list
from l10n.languages.ru_morphology import Reading, noun_forms, readings
from l10n.languages.ru_nouns import PHRASES, Columns, Head, declined_noun, given_plural
from l10n.model import Gender, Kind


def noun_head(token: str, kind: Kind, gender: Gender, *, every: bool = False) -> tuple[Head, ...]:
    """What a token in the nominative can be as a head, likeliest first; only the first unless ``every``."""
    if not re.search(r"[А-Яа-яЁё]", token):
        return ()
    if token.islower() and _joins(token):
        return ()
    if _is_acronym(token):
        return (_acronym(token),)
    found = _hyphenated(token, kind, gender) if re.search(r"[-‐‑]", token) else _plain(token, kind, gender)
    return found if every else found[:1]


def _joins(token: str) -> bool:
    """A preposition or conjunction; not правда or раз, which are nouns as well."""
    found = readings(token)
    noun = any(r.pos == "NOUN" and r.case == "nom" and r.known for r in found)
    return any(r.pos in ("PREP", "CONJ") for r in found) and not (noun and len(token) > 2)


def _is_acronym(token: str) -> bool:
    letters = re.sub(r"[^А-ЯЁа-яё]", "", token)
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) * 2 > len(letters)


def _acronym(token: str) -> Head:
    low = token.lower()
    still: Columns = dict.fromkeys(CASES, (token,))
    endings = ("", "а", "у", "", "ом", "е")
    declined: Columns = {case: (token + ending,) for case, ending in zip(CASES, endings, strict=True)}
    if low in word_list(PHRASES, "acronym"):
        return Head(declined, "m", False, False, has_plural=False)
    if low in word_list(PHRASES, "acronym-both"):
        both = {case: tuple(dict.fromkeys((*still[case], *declined[case]))) for case in CASES}
        return Head(both, "", False, False, has_plural=False)
    return Head(still, "", False, False, has_plural=False)


def _plain(token: str, kind: Kind, gender: Gender) -> tuple[Head, ...]:
    if token.lower() in pairs(PHRASES, "plurale"):
        return (given_plural(token),)
    if token.lower() in word_list(PHRASES, "distrust"):
        return declined_noun(token, kind)
    if token.lower() in pairs(PHRASES, "gender"):
        return declined_noun(token, kind)
    if token.lower() in word_list(PHRASES, "indeclinable"):
        return (Head(dict.fromkeys(CASES, (token,)), "", False, False, has_plural=False),)
    ranked = sorted(
        (
            (_rank(reading, token, kind), -index)
            for index, reading in enumerate(readings(token))
            if reading.pos == "NOUN" and reading.case == "nom" and (reading.known or _names_people(reading, token))
            if not (token.islower() and _only_a_name(reading))
            if not (reading.plural and reading.gender == "n" and _plural_of_neuter(token, kind))
            and not (kind in (Kind.PLACE, Kind.ORGANIZATION) and _only_a_name(reading))
        ),
        reverse=True,
    )
    heads = tuple(head for _, index in ranked if (head := _from_dictionary(token, -index, kind)) is not None)
    if heads:
        return tuple(_either_stress(token, head) for head in heads)
    known = any(reading.known and not _only_a_name(reading) for reading in readings(token))
    if known and not _plural_of_neuter(token, kind):
        return ()
    if any(reading.adjective and reading.case == "nom" for reading in readings(token)) and kind is not Kind.PLACE:
        return ()
    return tuple(_either_stress(token, head) for head in declined_noun(token, kind))


def _either_stress(token: str, head: Head) -> Head:
    """Шушой beside Шушей: after a sibilant the stress decides, which no spelling of the nominative shows."""
    if token.lower() not in word_list(PHRASES, "stressed"):
        return head
    return replace(head, columns={**head.columns, "ins": (token[:-1] + "ой", token[:-1] + "ей")})


def _names_people(reading: Reading, token: str) -> bool:
    """хуситы, игиловцы: new words in the plural that a suffix makes people."""
    return reading.plural and reading.animate and bool(re.search(r"(?:ит|ист|овц|евц|анц|ианц)ы$", token.lower()))


def _only_a_name(reading: Reading) -> bool:
    """Остин, Мерседес: the dictionary knows a person, not the place or the firm."""
    return bool(reading.grammemes & {"Name", "Surn", "Patr"})


def _plural_of_neuter(token: str, kind: Kind) -> bool:
    """Тесла, not the plural of тесло: a proper name in -а is a singular."""
    proper = token[:1].isupper() and kind in (Kind.PLACE, Kind.ORGANIZATION) and token[-1:] == "а"
    proper = proper and token.lower() not in word_list(PHRASES, "plural-a")
    found = readings(token)
    plural = any(r.plural and r.gender == "n" and r.case == "nom" for r in found)
    other = any(r.grammemes & {"Geox", "Name", "Orgn"} for r in found)  # Азербайджана of сборная Азербайджана
    return proper and (plural or not other) and all(r.pos == "NOUN" for r in found)


def _rank(reading: Reading, token: str, kind: Kind) -> float:
    """How well a reading fits the kind of the term."""
    tags = reading.grammemes
    low = token.lower()
    rank = reading.score
    rank += 2 * (low in word_list(PHRASES, "being") and reading.animate)
    rank -= 2 * (low in word_list(PHRASES, "lifeless") and reading.animate)
    rank += 2 * (kind is Kind.PLACE and "Geox" in tags) + 2 * (kind is Kind.TITLE and reading.animate)
    rank -= 2 * bool(tags & {"Name", "Surn", "Patr"}) * (kind is not Kind.PERSON)
    rank -= 1 * (kind in (Kind.PLACE, Kind.ORGANIZATION) and reading.animate)
    rank += 3 * (low in pairs(PHRASES, "plural") and pairs(PHRASES, "plural")[low] in _plurals(token, reading))
    rank -= 1 * ("Geox" in tags and token[:1].islower()) + 0.5 * reading.plural
    return rank


def _plurals(token: str, reading: Reading) -> tuple[str, ...]:
    index = readings(token).index(reading)
    return noun_forms((token, index), plural=True).get("nom", ())


def _preferred(token: str, forms: Columns, *, plural: bool) -> Columns:
    """The forms with the one that the newspaper norm prefers first: учителя, Балкан, ущелья."""
    low = token.lower()
    nominative = pairs(PHRASES, "plural").get(low, "") if plural else ""
    wanted = pairs(PHRASES, "genitive").get(low, "") if plural else ""
    model = nominative or (low if low.endswith(("ье", "ья", "ие", "ия")) else "")
    chosen: Columns = {}
    for case, texts in forms.items():
        ranked = sorted(texts, key=lambda text: -_shared(model, text)) if model else texts
        first = wanted if case == "gen" else nominative if case == "nom" else ""
        chosen[case] = tuple(dict.fromkeys((first, *ranked))) if first else tuple(ranked)
    return chosen


def _shared(first: str, second: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _from_dictionary(token: str, index: int, kind: Kind) -> Head | None:
    reading = readings(token)[index]
    key = (token, index)
    forms = _preferred(token, noun_forms(key, plural=reading.plural), plural=reading.plural)
    if not forms:
        return None
    columns = {case: tuple(like(token, text) for text in texts) for case, texts in forms.items()}
    columns["nom"] = (token,)
    animate = reading.animate and (kind not in (Kind.PLACE, Kind.ORGANIZATION) or reading.plural)
    if reading.animate and not animate and (reading.plural or columns["acc"] == columns["gen"]):
        columns["acc"] = (token,)
    has_plural = False
    unique = reading.grammemes & {"Geox", "Name", "Surn", "Patr"}
    if not reading.plural and kind in (Kind.TITLE, Kind.TERM) and not unique:
        plural = _preferred(token, noun_forms(key, plural=True), plural=True)
        has_plural = bool(plural) and (reading.animate or "Sgtm" not in reading.grammemes)
        if has_plural:
            columns.update({f"{case}.pl": tuple(like(token, text) for text in texts) for case, texts in plural.items()})
    gender = "" if reading.plural or "Ms-f" in reading.grammemes else reading.gender
    return Head(columns, gender, reading.plural, animate, has_plural=has_plural)


def _hyphenated(token: str, kind: Kind, gender: Gender) -> tuple[Head, ...]:
    """Hyphenated heads: the first part before на, both parts of an apposition, else the last part."""
    pieces = re.split(r"([-‐‑])", token)
    words = pieces[::2]
    low = [word.lower() for word in words]
    if len(words) > 2 and low[1] in ("на", "над", "под", "в"):
        return _with_pieces(pieces, {0}, kind, gender)
    known = (
        _plain(token, kind, gender)
        if any(r.known and r.pos == "NOUN" and r.case == "nom" for r in readings(token))
        else ()
    )
    if known and (known[0].inflects or "Fixd" in readings(token)[0].grammemes):
        return known
    if re.match(r"д['’]", low[-1]):
        return _with_pieces(pieces, {2 * (len(words) - 1)}, kind, gender)
    if not re.search(r"[а-яё]", low[-1]) or low[-1].isdigit():
        return _with_pieces(pieces, {0}, kind, gender)
    last = 2 * (len(words) - 1)
    joined = low[0] in word_list(PHRASES, "prefix") or low[-1] in word_list(PHRASES, "suffix")
    if len(words) == 2 and not joined and _both_decline(words, kind):
        return _with_pieces(pieces, {0, last}, kind, gender)
    return _with_pieces(pieces, {last}, kind, gender)


def _both_decline(words: list[str], kind: Kind) -> bool:
    """член-корреспондент, страна-участница, Каменск-Уральский; not Алма-Ата, Нью-Йорк, Гусь-Хрустальный."""
    first = [r for r in readings(words[0]) if r.known and r.pos == "NOUN" and r.case == "nom"]
    if words[0][:1].isupper() and words[1][:1].isupper():
        return (
            words[0].lower() != "гусь"
            and bool(re.search(r"(?:ский|цкий|ный)$", words[1].lower()))
            and bool(re.search(r"[бвгджзклмнпрст]ь?$", words[0].lower()))
        )
    return bool(first) and "Fixd" not in first[0].grammemes


def _with_pieces(pieces: list[str], inflected: set[int], kind: Kind, gender: Gender) -> tuple[Head, ...]:
    heads: dict[int, Head] = {}
    for index in inflected:
        found = noun_head(pieces[index], kind, gender)
        if not found:
            adjective = declined_noun(pieces[index], kind) if kind is Kind.PLACE else ()
            if not adjective:
                return ()
            found = adjective
        heads[index] = found[0]
    main = heads[max(heads)] if len(heads) == 1 else heads[0]
    keys = [key for key in main.columns if all(key in head.columns for head in heads.values())]
    columns: Columns = {}
    last = max(heads)
    for key in keys:
        texts = [""]
        for index, piece in enumerate(pieces):
            words = heads[index].columns[key] if index in heads else (piece,)
            words = words if index == last else words[:1]
            texts = [text + word for word in words for text in texts][:4]
        columns[key] = tuple(texts)
    if len(heads) > 1 and not main.animate:
        for number in ("", ".pl"):  # города-побратимы, the accusative too: the first part is no living being
            if f"nom{number}" in columns and main.columns[f"acc{number}"] == main.columns[f"nom{number}"]:
                columns[f"acc{number}"] = columns[f"nom{number}"]
    has_plural = all(head.has_plural for head in heads.values())
    return (Head(columns, main.gender, main.plural, main.animate, has_plural=has_plural),)
