"""Quotation marks, and what stands around quoted words: «...», — сказал он."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.typography.draft import NBSP, Draft, Edit

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
