"""A person's name spelled in two ways, and titles of one person that contradict each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.checks.article import Article, Name
from l10n.checks.context import quote
from l10n.checks.vocabulary import HEADS, MODIFIERS, countries
from l10n.model import Finding

_FOLDS = (
    (r"shch|sch", "sh"),
    (r"tch", "ch"),
    (r"dzh|zh", "j"),
    (r"kh", "h"),
    (r"gh|q", "g"),
    (r"ph", "f"),
    (r"ck", "k"),
    (r"x", "ks"),
    (r"c(?=[aouklrt]|$)", "k"),
    (r"ts|tz", "c"),
    (r"w", "v"),
    (r"ff$", "v"),
    (r"th", "t"),
)


def fold(word: str) -> str:
    """What the spellings of one name have in common: Karimov and Kerimov, Soli and Soly, Huseynov and Huseinov."""
    text = unicodedata.normalize("NFKD", word.replace("ə", "a").replace("Ə", "A").replace("ı", "i").lower())
    text = "".join(c for c in text if c.isalpha() and not unicodedata.combining(c))
    for pattern, replacement in _FOLDS:
        text = re.sub(pattern, replacement, text)
    text = re.sub(r"[aeiouyj]+", _vowels, text)
    return re.sub(r"(.)\1+", r"\1", text)


def _vowels(match: re.Match[str]) -> str:
    """One class for a run of vowels: a/e, o/u, or i/y where it has nothing else."""
    run = match[0]
    if run == "j":
        return "j"
    classes = [("A" if c in "ae" else "O" if c in "ou" else "I") for c in run]
    strong = [c for c in classes if c != "I"]
    return strong[-1] if strong else "I"


def name_variants(article: Article) -> Iterator[Finding]:
    """A person is spelled alike throughout the article."""
    full = [name for name in article.names if len(name.words) >= 2]
    counts = Counter(name.words for name in full)
    reported: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for name in full:
        for other in counts:
            pair = (min(name.words, other), max(name.words, other))
            if pair in reported or not _same_person(name.words, other):
                continue
            reported.add(pair)
            rarer, usual = _rank(pair, counts, full)
            place = next(n for n in full if n.words == rarer)
            yield _variant(article, place, rarer, usual, full)
    yield from _lone_surnames(article, full)


def _rank(
    pair: tuple[tuple[str, ...], tuple[str, ...]], counts: Counter[tuple[str, ...]], full: Sequence[Name]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rarer spelling and the usual one; on a tie the later is the rarer."""
    order = [name.words for name in full]
    rarer = min(pair, key=lambda words: (counts[words], -order.index(words)))
    return rarer, pair[0] if rarer == pair[1] else pair[1]


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Names of as many words of which exactly one differs, and only in its spelling."""
    if len(one) != len(other) or one == other:
        return False
    different = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a.lower() != b.lower()]
    if len(different) != 1:
        return len(different) > 1 and all(fold(one[i]) == fold(other[i]) for i in different)
    a, b = one[different[0]], other[different[0]]
    if min(len(a), len(b)) < 3 or _inflected(a, b):
        return False
    surname = different[0] == len(one) - 1
    return fold(a) == fold(b) or (surname and min(len(a), len(b)) >= 5 and _one_letter(a, b))


def _inflected(a: str, b: str) -> bool:
    """A plural, a feminine, an adjective: Aliyev and Aliyeva, Johnson and Johnsons."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in ("s", "es", "a", "n", "an", "ian", "ism", "ist", "na")


def _one_letter(a: str, b: str) -> bool:
    """One letter is other, more or less, or two have changed places."""
    from rapidfuzz.distance import OSA

    return a[0] == b[0] and OSA.distance(a.lower(), b.lower(), score_cutoff=1) == 1


def _variant(
    article: Article, place: Name, rarer: tuple[str, ...], usual: tuple[str, ...], full: Sequence[Name]
) -> Finding:
    where = next(article.paragraphs[n.paragraph].line(n.start) for n in full if n.words == usual)
    message = (
        f"{quote(' '.join(rarer))} here is {quote(' '.join(usual))} in line {where}. "
        "If they are one person, use one spelling; find out which is right."
    )
    return article.finding("source-name-variants", message, paragraph=place.paragraph, span=(place.start, place.end))


def _lone_surnames(article: Article, full: Sequence[Name]) -> Iterator[Finding]:
    """A surname alone that is nearly the surname of a person named in full."""
    surnames = {name.words[-1]: name for name in full if len(name.words[-1]) >= 5}
    known = {word for name in full for word in name.words}
    reported: set[str] = set()
    for name in article.names:
        if len(name.words) != 1 or name.words[0] in known or name.words[0] in reported or len(name.words[0]) < 5:
            continue
        word = name.words[0]
        for surname, person in surnames.items():
            if _inflected(word, surname) or not (
                fold(word) == fold(surname) or (min(len(word), len(surname)) >= 7 and _one_letter(word, surname))
            ):
                continue
            reported.add(word)
            where = article.paragraphs[person.paragraph].line(person.start)
            message = (
                f"{quote(word)} here is {quote(person.text)} in line {where}. "
                "If they are one person, use one spelling; find out which is right."
            )
            span = name.start, name.end
            yield article.finding("source-name-variants", message, paragraph=name.paragraph, span=span)
            break


@dataclass(frozen=True, slots=True)
class Title:
    """An office: ``First Deputy Minister of Culture`` is minister, deputy, {culture}."""

    text: str
    head: str
    deputy: bool
    field: frozenset[str]


_HEADS = "|".join(sorted(HEADS, key=len, reverse=True))
_OFFICE = re.compile(
    rf"(?P<before>(?:(?:[A-Z][\w’'-]+|{'|'.join(sorted(MODIFIERS))})[ -])*)(?P<head>(?i:{_HEADS}))\b(?: [Gg]eneral)?"
    r"(?P<after>(?: (?:of|for|to) (?:the )?[A-Z][\w’'-]+(?:(?: and)? (?:[A-Z][\w’'-]+))*)*)"
)


def title_conflicts(article: Article) -> Iterator[Finding]:
    """A person's titles agree: no minister is a deputy minister elsewhere, nor the minister of something else."""
    offices: dict[str, list[tuple[Name, tuple[Title, ...]]]] = defaultdict(list)
    surnames = {name.words[-1]: name.text for name in article.names if len(name.words) >= 2}
    for name in article.names:
        titles = _titles(article.paragraphs[name.paragraph].text, name)
        if titles:
            offices[surnames.get(name.words[-1], name.text)].append((name, titles))
    for person, mentions in offices.items():
        for index, (name, titles) in enumerate(mentions):
            clash = next((c for _, earlier in mentions[:index] if (c := _clash(earlier, titles))), None)
            if clash:
                earlier_title, title = clash
                message = (
                    f"{quote(person)} is {quote(title.text)} here and {quote(earlier_title.text)} earlier. "
                    "Find out the right title and use it throughout."
                )
                span = name.start, name.end
                yield article.finding("source-title-conflict", message, paragraph=name.paragraph, span=span)
                break


def _titles(text: str, name: Name) -> tuple[Title, ...]:
    """The offices right before the name, joined by commas or “and”, and the one right behind it."""
    found: list[Title] = []
    end = name.start
    for match in reversed(list(_OFFICE.finditer(text[: name.start]))):
        if text[match.end() : end].strip(" ,") not in ("", "and"):
            break
        found.append(_title(match))
        end = match.start()
    behind = re.compile(r",? (?:the |who is )?").match(text, name.end)
    if behind and text[name.end : name.end + 1] == ",":
        match_behind = _OFFICE.match(text, behind.end())
        if match_behind:
            found.append(_title(match_behind))
    return tuple(found)


def _title(match: re.Match[str]) -> Title:
    before = re.findall(r"[\w’']+", match["before"])
    modifiers = {word.lower() for word in before}
    after = re.findall(r"[A-Z][\w’']+", match["after"])
    head = match["head"].lower()
    words = [word for word in (*before, *after) if word.lower() not in MODIFIERS]
    own = frozenset(w.lower() for w in words if head in ("ambassador", "consul") or w not in countries().words)
    if head in ("ambassador", "consul"):
        own = frozenset(w.lower() for w in re.findall(r"(?<=of )(?:the )?([A-Z][\w’']+)", match["after"]))
    if "prime" in modifiers:
        head = "prime minister"
    return Title(match[0].strip(), head, bool(modifiers & {"deputy", "vice"}), own - {"the"})


def _clash(earlier: tuple[Title, ...], later: tuple[Title, ...]) -> tuple[Title, Title] | None:
    """Two titles of one office of which no reading agrees."""
    for title in later:
        same = [other for other in earlier if other.head == title.head]
        if not same or any(title.head == t.head and _agree(other, t) for other in same for t in later):
            continue
        return same[0], title
    return None


def _agree(one: Title, other: Title) -> bool:
    return one.deputy == other.deputy and (not one.field or not other.field or bool(one.field & other.field))
