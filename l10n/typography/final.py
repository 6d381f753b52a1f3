"""The mark at the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.typography.draft import Draft, Edit

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
