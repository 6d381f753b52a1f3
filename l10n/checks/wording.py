"""What stands in the translation as words: left in English, said twice, negated or not, too short or too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.context import Pair, Problem, quote

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z]{2}")
_FUNCTION = re.compile(
    "the|of|and|to|that|with|for|from|by|this|his|her|their|was|were|is|are|has|have|had|which|who|will|would|been|it|"
    "its|they|not|but|or|as|at|an|be|said|after|before|into|about|between|during"
)


def untranslated(pair: Pair) -> Iterator[Problem]:
    """Prose is not left in English, neither all of it nor a run of words."""
    if pair.language == "ru" and not _LATIN.search(pair.target):
        return
    if len(set(pair.target.lower().split()) & set(pair.source.lower().split())) < 2:
        return
    source = [w.lower() for w in _WORD.findall(pair.source)]
    prose = [w for w in _WORD.findall(pair.source) if w.islower() and len(w) > 2]
    if pair.target == pair.source:
        if len(prose) >= 2:
            yield Problem("untranslated", "the translation is the English text itself", "Translate it")
        return
    if run := _copied(pair.target, source):
        start, end = run
        what = f"{quote(pair.target[start:end])} was left in English"
        yield Problem("untranslated", what, "Translate it, or put a name into the glossary as kind keep", run)


def _copied(target: str, source: list[str]) -> tuple[int, int] | None:
    """The longest run of words taken over from the source in which two are plain lower-case English."""
    trigrams = set(zip(source, source[1:], source[2:], strict=False))
    words = list(_WORD.finditer(target))
    lows = [m[0].lower() for m in words]
    best: tuple[int, int] | None = None
    index = 0
    while index + 2 < len(words):
        end = index
        while end + 2 < len(words) and (lows[end], lows[end + 1], lows[end + 2]) in trigrams:
            end += 1
        if end > index:
            run = words[index : end + 2]
            plain = [m[0] for m in run if m[0].islower() and not _address(target, m)]
            if len(plain) >= 2 and any(len(w) > 3 or _FUNCTION.fullmatch(w) for w in plain):
                span = run[0].start(), run[-1].end()
                best = span if best is None or span[1] - span[0] > best[1] - best[0] else best
            index = end
        index += 1
    return best


def _address(text: str, match: re.Match[str]) -> bool:
    """A part of an e-mail or web address."""
    return (
        text[match.start() - 1 : match.start()] in ("@", "/") or re.match(r"[@/]|\.\w", text[match.end() :]) is not None
    )


_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+(?:\s[^\W\d_]+){0,3})\s+\1(?![\w-])", re.I)
_REDUPLICATED = re.compile("tez|yavaş|bir|az|cür|dəfə|sıra|dalğa|addım|gün|ağır|uzun|qat|iki|sağ|xırda|borc")
"""Azerbaijani doubles words for emphasis (yavaş yavaş, sıra sıra), spelled with a hyphen in newspapers, not always."""


def repetition(pair: Pair) -> Iterator[Problem]:
    """No word or phrase stands twice running, and none comes back again and again, unless it does in the source."""
    words = pair.target.replace("İ", "i").lower().split()
    again = len(words) - len(set(words))
    if not again:
        return
    match = _DOUBLED.search(pair.target) if _repeats(words) else None
    if match and not _emphatic(match) and not _DOUBLED.search(pair.source):
        what = f"{quote(match[0], pair.locale)} is said twice"
        yield Problem("repetition", what, "Delete one", match.span())
        return
    if again >= 4 and (span := _loop(pair.target)) and not _loop(pair.source):
        what = f"{quote(pair.target[span[0] : span[1]], pair.locale)} comes back several times"
        yield Problem("repetition", what, "Delete the repetition", span)


def _repeats(words: list[str]) -> bool:
    """A word comes back within four words, which is what a doubled phrase needs."""
    return any(words[i] in words[i + 1 : i + 5] for i in range(len(words) - 1))


def _emphatic(match: re.Match[str]) -> bool:
    """A word doubled on purpose, or a name that is one (Бадалов Бадалов)."""
    name = match[1][:1].isupper() and len(match[1].split()) == 1 and match[0][-len(match[1]) :][:1].isupper()
    return name or _REDUPLICATED.fullmatch(match[1].lower()) is not None


def _loop(text: str) -> tuple[int, int] | None:
    """A run of five words that occurs twice, or one word of four letters that occurs five times."""
    words = list(_WORD.finditer(text.replace("İ", "i").lower()))
    seen: dict[tuple[str, ...], int] = {}
    for index in range(len(words) - 4):
        gram = tuple(m[0] for m in words[index : index + 5])
        if gram in seen and index - seen[gram] >= 5:
            return words[index].start(), min(words[index + 4].end(), len(text))
        seen.setdefault(gram, index)
    counts: dict[str, list[re.Match[str]]] = {}
    for match in words:
        if len(match[0]) > 3:
            counts.setdefault(match[0], []).append(match)
    often = next((found for found in counts.values() if len(found) >= 5), None)
    return (often[-1].start(), min(often[-1].end(), len(text))) if often else None


_EN_NOT = re.compile(
    r"\b(?:not|never|cannot|neither|nobody|nothing|none|nowhere|without|no(?!\.|\s*\d)|nor)\b|n[’']t\b|"
    r"\b(?:has|have|had|is|are|was|were) yet to\b",
    re.I,
)
_NO_NEGATION = re.compile(
    r"\b(?:more often than not|not (?:only|least|far|so much))\b|"
    r"\bno (?:less|fewer|more|later|earlier|longer|sooner|matter)\b|"
    r"\bnothing (?:but|more than)\b|^\W*no,|\bn[’']t seem",
    re.I,
)
_EN_NEGATIVE = re.compile(
    r"\b(?:fail|lack|refus|den(?:y|ied|ies)|unable|unlikely|prevent|absen|miss|avoid|hardly|barely|scarcely|few|little|"
    r"only|just|until|unless|less|fewer|reject|ban|bar|stop|except|beyond|rather|despite|regardless|independent|"
    r"against|impossible|innocent|block|free|short|still|yet|reluctant|halt|rule[sd]? out|instead|ignor|oppos|mere|"
    r"too|hard|difficult|immediate|soon|least|more than|far from|outside|other than|neglect|overlook|remain|unknown|"
    r"anonymous|missing|incomplete|in(?:valid|sufficient|adequate|complete|different|dispens|evitab|escap|separab)|"
    r"un\w+|non\w*|dis\w+|il?legal|mis\w+|\w+less)",
    re.I,
)
_RU_NOT = re.compile(
    r"\b(?:не(?!дел|скольк|котор|когда|го\b|е\b|й\b|м\b|му\b|фт|б[оа]\b|бом\b|вест|сли\b|мец|мк|обход)\w*|ни|"
    r"нет\w*|без\w*|бес(?!ед)\w+|отсутств\w*|нельзя|отказ\w*|лиш\w+|запре\w+|едва|вряд|прекра\w+|исключ\w+|"
    r"перестал\w*|кроме|помимо|отриц\w+|против\w*|больше|вне|анти\w+|только|менее|предсто\w+|впереди|мало)\b",
    re.I,
)
_NOT_AT_ALL = re.compile(r"\b(?:тем не менее|не только|не менее|не более)\b", re.I)
_RU_PARTICLE = re.compile(
    r"\bне\s+(?!только|менее|более|раз|исключ|раньше|ранее|т\w{1,3}\b|позднее|позже|ниже|меньше|больше|прочь|мо\w+ не)",
    re.I,
)
_AZ_NOT = re.compile(
    r"\b(?:deyil(?!ir|ib|ən)\w*|yox(?!la)\w*|heç\w*|nə|xeyr|qeyri\w*|istisna\w*|imtina\w*|əks(?!ər|əriy)\w*|inkar\w*|"
    r"çətin\w*|bilmə\w*|qadağa\w*|əvəzinə|məhrum\w*|kənar\w*|rədd\w*|əvvəl|yalnız|başqa|qarşı|fərqli\w*|"
    r"xaricində\w*|əsla|az|gec|anti\w+|dayan\w+|bi(?:xəbər|ganə|tərəf)\w*|na(?:məlum|razı|tamam|haqq|qis)\w*)\b"
    r"|\w+s[ıiuü]z\w*|\bhələ\b.*m[aə]l[ıi]"
    r"|\b(?!məmur|təmir|dəmir|kömür)\w{2,}m[ıiuü]r\w*"
    r"|\b(?!nümay|məhkəmə|tamam|sərmay|yumurta)\w{2,}m(?:ay\w*|əy(?:ə bil|ib|ən|ək|əcə|ərə|əsi|in\b)\w*|[aə]z(?!i)\w*|"
    r"aram|ərəm|ad[ıa]\w*|əd[iə]\w*|[aə]s[ıi]n(?:l[aə]r)?\b|asa\w*|əsə\w*|ama\w*|amı\w*|əmə\w*|əmi\w*|[aə](?=[\"”».,!]))",
    re.I,
)
"""The verb negates with -ma/-mə before its ending, the noun of every verb (-ma, -maq, -ması) is written alike: endings
that only the noun has are left out. A word of the pattern in a sentence that denies nothing would hide a lost
negation: of the references and the authored corpus one such sentence in seven has one, in Russian one in nine."""


def negation(pair: Pair) -> Iterator[Problem]:
    """“Not”, “never”, “no” have an answer in the translation; a bare «не» has a reason in the source."""
    patterns = {"ru": _RU_NOT, "az": _AZ_NOT}
    pattern = patterns.get(pair.language)
    if pattern is None:
        return
    said = _EN_NOT.search(pair.source)
    if said:
        if not pattern.search(_NOT_AT_ALL.sub("", pair.target)) and not _NO_NEGATION.search(pair.source):
            what = f"the source says {quote(said[0])}, and the translation has no negation"
            yield Problem("negation", what, "Compare the meaning")
        return
    here = _RU_PARTICLE.search(pair.target) if pair.language == "ru" else None
    if here and not _EN_NEGATIVE.search(pair.source):
        what = f"the translation negates ({quote(_around(pair.target, here), 'ru')}), the source does not"
        yield Problem("negation", what, "Compare the meaning", here.span())


def _around(text: str, match: re.Match[str]) -> str:
    return " ".join(text[match.start() :].split()[:2])


_RATIOS = ((40, 0.42, 2.3), (80, 0.55, 1.75), (140, 0.62, 1.55), (10**9, 0.66, 1.45))
"""By characters of the source: what 999 of 1,000 Russian and Azerbaijani news sentences keep to, and a little more."""


def length(pair: Pair) -> Iterator[Problem]:
    """The translation is about as long as the source; the longer the text, the closer."""
    there, here = len(pair.source), len(pair.target)
    if there < 15:
        return
    low, high = next((low, high) for limit, low, high in _RATIOS if there < limit)
    if pair.language not in ("ru", "az"):
        low, high = min(low, 0.45), max(high, 2.2)
    if here < there * low:
        yield Problem("length", f"the translation has {here} characters, the source {there}", "Look for missing text")
    elif here > there * high:
        yield Problem("length", f"the translation has {here} characters, the source {there}", "Look for invented text")
