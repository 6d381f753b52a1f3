"""Quotation marks, dashes, spaces and final marks as Russian and Azerbaijani newspapers set them.

Rules are functions in an ordered tuple; each gives the edits it wants on the text as it is then. Addresses stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from l10n.figures import verbatim
from l10n.figures.english import MONTHS
from l10n.languages import base
from l10n.locate import Working

NBSP = "\u00a0"
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule sees."""

    source: str
    text: str
    lang: str


Rule = Callable[[Draft], Iterable[Edit]]


def polish(source: str, working: Working, locale: str) -> Working:
    """The translation in the target's typography; links keep their words. Polishing twice changes nothing more."""
    lang = base(locale)
    if not working.text.strip() or lang not in ("ru", "az"):
        return working
    for _ in range(4):
        before = working.text
        for rule in RULES:
            edits = sorted(rule(Draft(source, working.text, lang)), reverse=True)
            kept = verbatim.find(working.text)
            for start, end, text in edits:
                if not any(start < right and left < end for left, right in kept):
                    working = _edited(working, start, end, text)
        if working.text == before:
            break
    return working


def _edited(working: Working, start: int, end: int, text: str) -> Working:
    """With some marks changed; a word whose range holds them keeps its link."""
    shift = len(text) - (end - start)

    def moved(place: int) -> int:
        return place if place <= start else place + shift if place >= end else min(place, start + len(text))

    links = []
    for link in working.links:
        left, right = link.target
        span = (left if left < start or left == start < end else moved(left)), moved(right)
        if span[1] > span[0]:
            links.append(replace(link, target=span))
    return Working(working.text[:start] + text + working.text[end:], tuple(links))


_SPACES = (
    (re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)"), " "),
    (re.compile(r"(?<=[\w»”\")])[ \u00a0]+(?=[,;:!?](?:[\s»\"]|$))"), ""),
    (re.compile(r"(?<=[\w»”\")%])[ \u00a0]+(?=\.(?:\s|[»\"]|$))"), ""),
    (re.compile(r"(?<=[«(„])[ \u00a0]+(?=\S)"), ""),
    (re.compile(r"(?<=\S)[ \u00a0]+(?=[»)])"), ""),
)


def single_spaces(draft: Draft) -> Iterator[Edit]:
    """One space between words, none before a mark or inside brackets."""
    done: list[tuple[int, int]] = []
    for pattern, new in _SPACES:
        for match in pattern.finditer(draft.text):
            if match[0] != new and not any(match.start() < e and s < match.end() for s, e in done):
                done.append(match.span())
                yield *match.span(), new
    text = draft.text
    if text != text.strip() and draft.source == draft.source.strip():
        lead, trail = len(text) - len(text.lstrip()), len(text.rstrip())
        if lead:
            yield 0, lead, ""
        if trail < len(text):
            yield trail, len(text), ""


def three_dots(draft: Draft) -> Iterator[Edit]:
    """An ellipsis has three dots."""
    for match in re.finditer(r"\.{4,}|\.(?: \.){2,}" + ("|…" if draft.lang == "az" else ""), draft.text):
        yield *match.span(), "..."


_MARKS = '"«»“”„‟〝〞'
_BEFORE_OPENING = ' \u00a0\t\n([{—–-«„“"/'
_MARK_SETS = {"ru": (("«", "»"), ("„", "“")), "az": (('"', '"'), ("'", "'"))}


def own_quotation_marks(draft: Draft) -> Iterator[Edit]:
    """Russian «» with „“ inside, Azerbaijani "" with '' inside; marks that do not pair off stay as they are."""
    roles = _roles(draft.text)
    if roles is None:
        return
    depth = 0
    for at, opens in roles:
        depth += 1 if opens else 0
        mark = _MARK_SETS[draft.lang][min(depth, 2) - 1][0 if opens else 1]
        depth -= 0 if opens else 1
        if draft.text[at] != mark:
            yield at, at + 1, mark


def _roles(text: str) -> list[tuple[int, bool]] | None:
    """(place, opens) of each double quotation mark; ``None`` where they do not pair off."""
    roles: list[tuple[int, bool]] = []
    depth = 0
    for match in re.finditer(f"[{_MARKS}]", text):
        at, mark = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark == '"' and depth == 0 and before.isdecimal():
            continue  # inches
        if mark in "«„":
            opens = True
        elif mark in "»”":
            opens = False
        elif (before in _BEFORE_OPENING or not before) and (after.isspace() or not after):
            opens = depth == 0
        else:
            opens = not before or before in _BEFORE_OPENING
            if mark == "“" and not opens and depth == 0:
                opens = True
            if opens and before in _MARKS and roles and not roles[-1][1] and depth:
                opens = False
        depth += 1 if opens else -1
        if depth < 0:
            return None
        roles.append((at, opens))
    return roles if depth == 0 else None


def no_space_inside_quotation_marks(draft: Draft) -> Iterator[Edit]:
    """A straight mark stands at its words: " so " -> "so"."""
    if draft.lang != "az":
        return
    for at, opens in _roles(draft.text) or ():
        if opens and (space := re.compile(r"[ \u00a0]+(?=\S)").match(draft.text, at + 1)):
            yield *space.span(), ""
        if not opens and (found := re.search(r"(?<=\S)[ \u00a0]+$", draft.text[:at])):
            yield *found.span(), ""


_GAME = re.compile(r"(?<![\w.,:/–-])(\d{1,4})-(\d{1,4})(?![\d%]|-\d|[.,:/]\d)")


def dashes(draft: Draft) -> Iterator[Edit]:
    """Russian — with a no-break space before it, Azerbaijani – between spaces."""
    dash = "—" if draft.lang == "ru" else "–"
    before = NBSP if draft.lang == "ru" else " "
    for match in re.finditer(r"(?<=\S)[ \u00a0]+(?:--?|[–—])[ \u00a0]+(?=\S)", draft.text):
        if match[0] != f"{before}{dash} " and not _sum(draft.text, match):
            yield *match.span(), f"{before}{dash} "
    for match in re.finditer(r"(?<=[^\W\d_])(?:--|—)(?=[^\W\d_])", draft.text):
        yield *match.span(), f"{before}{dash} "
    for match in re.finditer(r"^(?:-|–|—)[ \u00a0]+(?=[^\W\d_«\"„])", draft.text):
        if match[0] != f"{dash} ":
            yield *match.span(), f"{dash} "


def _sum(text: str, match: re.Match[str]) -> bool:
    """Between two numbers the mark may be a minus, a score or a range; it stays."""
    return text[match.start() - 1].isdecimal() and text[match.end()].isdecimal()


def ranges_with_a_short_dash(draft: Draft) -> Iterator[Edit]:
    """Russian 10–15, 2019–2020; not names (737-800), telephone numbers or what falls."""
    if draft.lang != "ru":
        return
    for match in _GAME.finditer(draft.text):
        first, second = match[1], match[2]
        plain = len(first) == len(second) or (len(second) - len(first) == 1 and len(second) <= 3)
        before = re.search(rf"([A-Z][\w.]*)[ -]{first}[-–]{second}", draft.source)
        named = before is not None and before[1][:3].lower() not in MONTHS
        if plain and int(first) < int(second) and not first.startswith("0") and (not named or len(first) == 4):
            yield match.end(1), match.start(2), "–"


def number_sign(draft: Draft) -> Iterator[Edit]:
    """No. 5 -> № 5."""
    for match in re.finditer(r"\b(?:No|Nos|Но)\.[ \u00a0]?(?=\d)|\bNo[ \u00a0](?=\d)|№ (?=\d)", draft.text):
        yield *match.span(), f"№{NBSP}"


_SAYS = {
    "ru": (
        r"(?:сказал|заявил|отметил|добавил|подчеркнул|сообщил|пояснил|рассказал|написал|признал|ответил|спросил|пообещал|"
        r"предупредил|напомнил|объяснил|указал|заметил|подтвердил|призвал|воскликнул|продолжил|заключил)(?:а|о|и)?|"
        r"говорит|говорится|говорил[аи]?|считает|пишет|передает|цитирует|приводит|утверждает|полагает|сказано"
    ),
    "az": (
        r"de(?:yə|di|yib|yir|dilər|yiblər)|bildir(?:ib|di|ir)|söylə(?:di|yib|yir)|vurğula(?:yıb|dı)|yaz(?:ıb|dı)|"
        r"(?:qeyd|əlavə|ifadə) (?:edib|etdi)"
    ),
}
_WORDS_OF_SAYING = {
    lang: re.compile(
        r"(?P<in>[,.]?)(?P<close>[»\"])(?P<out>[,.]?)(?P<gap>[ \u00a0]*(?:[-–—]+[ \u00a0]*)?)"
        rf"(?=(?:{says})\b)"
    )
    for lang, says in _SAYS.items()
}


def words_of_saying(draft: Draft) -> Iterator[Edit]:
    """«...», — сказал он: comma outside, dash; after ? and ! the dash alone."""
    dash = f"{NBSP}— " if draft.lang == "ru" else " – "
    closing = {at for at, opens in _roles(draft.text) or () if not opens}
    for match in _WORDS_OF_SAYING[draft.lang].finditer(draft.text):
        if match.start("close") not in closing:
            continue
        inside, speech = draft.text[match.start() - 1], _quoted(draft.text, match.start("close"))
        if not match["gap"].strip() and not match["in"] and not _is_speech(draft, speech):
            continue
        if not match["in"] and not match["out"] and inside not in "?!…" and len(speech.split()) < 3:
            continue  # a quoted name: «Аль-Джазира» сообщила
        if inside.isspace() or not match["gap"]:
            continue
        comma = "" if inside in "?!…" else ","
        new = f"{match['close']}{comma}{dash}"
        if match[0] != new and (speech[:1].isupper() or match["in"] or match["out"]):
            yield *match.span(), new


def _quoted(text: str, close: int) -> str:
    opening = max(text.rfind(mark, 0, close) for mark in '«"')
    return text[opening + 1 : close]


def _is_speech(draft: Draft, speech: str) -> bool:
    """It opens a sentence, or the source quotes with the comma inside, as English does: not the title of a book."""
    before = draft.text[: draft.text.find(speech)].rstrip('«"„ \u00a0')
    return not before or before[-1] in ".:!?…—–" or re.search(r"[,?!][\"”]", draft.source) is not None


def marks_outside_quotation_marks(draft: Draft) -> Iterator[Edit]:
    """Comma and full stop follow the closing mark: ...», ...»."""
    for at, opens in _roles(draft.text) or ():
        if opens or at < 2 or draft.text[at - 1] not in ",." or draft.text[at - 2] in ".,?!…":
            continue
        after = draft.text[at + 1 : at + 2]
        if draft.text[at - 1] == "." and re.search(r"(?<!\w)[^\W\d_]{1,4}\.$", draft.text[:at]) and after:
            continue  # an abbreviation
        mark = "" if after in (",", ".", ";", ":", "!", "?") and after else draft.text[at - 1]
        yield at - 1, at + 1, draft.text[at] + mark


_CLOSERS = "\"'»”“’)]"
_STOPS = {".": ".", "?": "?", "!": "!", ":": ":", "…": "..."}


def final_mark(draft: Draft) -> Iterator[Edit]:
    """A question stays one, an exclamation too; a headline without a full stop gets none, a sentence gets its own."""
    there, here = _final(draft.source), _final(draft.text)
    text = draft.text.rstrip()
    if there == here or {there, here} <= {".", "…"} or there not in ("", *_STOPS) or here not in ("", *_STOPS):
        return
    if there == "." and _abbreviated(draft.source):
        return
    if there in "?!" and there and re.search(rf"[{there}][{re.escape(_CLOSERS)}]", text):
        return  # what the source quotes last, the target quotes earlier: "Niyə?" deyə soruşdum.
    inner = len(text.rstrip(_CLOSERS))
    if there == "":
        if here == "." and not _abbreviated(draft.text):
            yield inner - 1, inner, ""
        return
    if here:
        yield inner - (3 if text[:inner].endswith("...") else 1), inner, _STOPS[there]
    elif text[inner - 1 : inner].isalnum() or text[inner - 1 : inner] in "%°":
        at = inner if there in "?!" and text[inner:].strip(")]") else len(text)
        yield at, at, _STOPS[there]


def _final(text: str) -> str:
    """The kind of the last mark, behind closing marks."""
    text = text.rstrip(_CLOSERS + " \u00a0\n\t")
    if text.endswith(("...", "…")):
        return "…"
    if text.endswith(("?!", "!?", "?..", "!..")):
        return "?!"
    last = text[-1:]
    return last if last and not last.isalnum() and last not in "%°$€£+*#/_" else ""


_ABBREVIATIONS = re.compile(
    r"(?<!\w)(?:(?:[^\W\d_]\.[ \u00a0]?)*[^\W\d_]|"
    r"Inc|Corp|Ltd|Co|Jr|Sr|St|Ave|Rd|etc|No|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|vs|approx|dept|est|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"гг|тыс|млн|млрд|руб|долл|коп|им|ул|др|пр|стр|обл|тел|мин|сек|чел|"
    r"min|man|mln|mlrd|küç|tel|nəf)\.$"
)
"""Words that end in a point of their own: after them it is not known whether the sentence ended too."""


def _abbreviated(text: str) -> bool:
    return _ABBREVIATIONS.search(text.rstrip(_CLOSERS + " \u00a0\n\t")) is not None


RULES: tuple[Rule, ...] = (
    single_spaces,
    three_dots,
    own_quotation_marks,
    no_space_inside_quotation_marks,
    number_sign,
    words_of_saying,
    marks_outside_quotation_marks,
    dashes,
    ranges_with_a_short_dash,
    final_mark,
)
