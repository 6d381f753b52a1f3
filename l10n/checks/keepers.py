"""What is copied, not translated: placeholders, addresses, account names, file names; and markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.checks.context import Pair, Problem, quote
from l10n.model import Mark, MarkKind, Severity, Syntax

_URL = r"(?:https?://|www\.)[^\s<>\"'«»“”‘’()\[\]]+"
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PLACEHOLDERS = re.compile(
    rf"(?P<url>{_URL})"
    rf"|(?P<email>{_EMAIL})"
    r"|(?P<account>(?<![\w@])@\w{2,})"
    r"|(?P<slot>\$?\{\{?[\w.:!-]*\}\}?|%\(\w+\)[sdif]|(?<![\d%])%(?:\d\$)?[sdif](?!\w)|__[A-Za-z0-9]+__|⟦[^⟧]*⟧|⟨[^⟩]*⟩)"
    r"|(?P<file>(?<![\w./@])[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|jpe?g|png|gif|svg|mp[34]|zip|txt|html?|json|xml)\b)"
)
_NAMES = {
    "url": "web address",
    "email": "e-mail address",
    "account": "account name",
    "slot": "placeholder",
    "file": "file name",
}
_MAYBE = re.compile(r"[@{/⟦⟨]|%[\d(sdif]|__|www|\.[a-z]{2,4}\b")


def placeholders(pair: Pair) -> Iterator[Problem]:
    """Placeholders, addresses, account and file names stand in the translation letter by letter, and no other."""
    if not (_MAYBE.search(pair.raw_source) or _MAYBE.search(pair.raw_target)):
        return
    there, here = _kept(pair.raw_source), _kept(pair.raw_target)
    lost = there - here
    added = here - there
    for kind, text in lost:
        severity = Severity.WARNING if kind == "url" and _same_site(text, [t for k, t in added if k == "url"]) else None
        what = f"the {_NAMES[kind]} {quote(text)} is missing from the translation"
        yield Problem("placeholders", what, "Copy it from the source, letter by letter", None, severity)
    for kind, text in added:
        if kind == "slot" and not any(k == "slot" for k, _ in lost):
            at = pair.target.find(text)
            span = (at, at + len(text)) if at >= 0 else None
            yield Problem("placeholders", f"the translation has {quote(text)}, which the source does not", "", span)


def _kept(text: str) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for match in _PLACEHOLDERS.finditer(text):
        kind = match.lastgroup or "slot"
        found[kind, match[0].rstrip(".,;:!?") if kind in ("url", "email") else match[0]] += 1
    return found


def _same_site(url: str, others: list[str]) -> bool:
    """The page in another language: ``en.example.org/a`` and ``ru.example.org/a`` end in the same domain."""

    def domain(address: str) -> str:
        host = re.sub(r"^https?://", "", address).split("/")[0].lower()
        return ".".join(host.split(".")[-2:])

    return any(domain(url) == domain(other) for other in others)


_TRANSLATED_ATTRIBUTE = re.compile(
    r"\s(?:title|alt|lang|aria-label|hreflang)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.I
)


def markup(pair: Pair) -> Iterator[Problem]:
    """The tags and marks of the source are those of the translation, each opened and closed."""
    if pair.syntax in (Syntax.TEXT, Syntax.ATTRIBUTE):
        return
    from l10n.formats import inline

    marks = inline.marks(pair.raw_target, pair.syntax)
    there = Counter(_normal(m, pair.raw_source) for m in inline.marks(pair.raw_source, pair.syntax))
    here = Counter(_normal(m, pair.raw_target) for m in marks)
    lost, added = list((there - here).elements()), list((here - there).elements())
    if lost and added:
        what = f"the markup {_list(lost)} of the source became {_list(added)}"
        yield Problem("markup", what, "Use the marks of the source")
    elif lost:
        yield Problem("markup", f"the markup {_list(lost)} is missing from the translation", "Put it where it belongs")
    elif added:
        yield Problem(
            "markup", f"the translation has the markup {_list(added)}, which the source does not", "Remove it"
        )
    else:
        yield from _order(marks, pair.raw_target)


def _order(marks: tuple[Mark, ...], text: str) -> Iterator[Problem]:
    opened: set[int] = set()
    for mark in marks:
        if mark.kind is MarkKind.OPEN:
            opened.add(mark.pair)
        elif mark.kind is MarkKind.CLOSE and mark.pair not in opened:
            what = f"the markup {quote(text[mark.start : mark.end])} closes what is not open"
            yield Problem("markup", what, "Put the opening mark before it")


def _normal(mark: Mark, text: str) -> str:
    piece = " ".join(text[mark.start : mark.end].split())
    if piece.startswith("<"):
        return _TRANSLATED_ATTRIBUTE.sub("", piece).lower()
    return piece.replace("_", "*") if set(piece) <= {"_", "*"} else piece


def _list(pieces: list[str]) -> str:
    return ", ".join(quote(piece) for piece in dict.fromkeys(pieces))
