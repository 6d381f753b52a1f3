"""YAML front matter: title, description and the like are prose; every other key is copied through."""

from __future__ import annotations

import re

from l10n.model import Role, Span, Syntax

_BLOCK = re.compile(r"---[ \t]*(?:\r\n|[\n\r])(?P<body>(?:.*(?:\r\n|[\n\r]))*?)(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*(?:\r\n|[\n\r])(?:.*(?:\r\n|[\n\r]))*?\+\+\+[ \t]*(?=[\r\n]|\Z)")
_ENTRY = re.compile(
    r"^(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*))?"
    r"(?P<more>(?:(?:\r\n|[\n\r])(?:[ \t]+[^\r\n]*|(?=[\r\n])))*)",
    re.MULTILINE,
)
_KEYS = {
    "title": Role.TITLE,
    "subtitle": Role.TITLE,
    "description": Role.DESCRIPTION,
    "summary": Role.DESCRIPTION,
}
_LANGUAGE = re.compile(
    r"^(?:lang|language|locale)[ \t]*:[ \t]+[\"']?(?P<value>[A-Za-z][\w-]*)[\"']?[ \t]*\r?$", re.MULTILINE
)
_SINGLE = re.compile(r"'(?P<body>(?:[^']|'')*)'[ \t]*(?:#.*)?\Z")
_DOUBLE = re.compile(r'"(?P<body>(?:[^"\\]|\\.)*)"[ \t]*(?:#.*)?\Z', re.DOTALL)
_SCALAR = re.compile(r"(?P<style>[|>])[+\-\d]*[ \t]*(?:#.*)?\Z")
_PLAIN = re.compile(r"(?P<body>[^\s\-?:,\[\]{}#&*!|>'\"%@`~].*?|[-?:](?=\S).*?)[ \t]*(?:[ \t]#.*)?\Z", re.DOTALL)
_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r])[ \t]*")


def end(text: str) -> int:
    """Where the front matter ends, 0 where there is none."""
    found = _BLOCK.match(text) or _TOML.match(text)
    return 0 if found is None else found.end()


def spans(text: str) -> list[Span]:
    """The prose values of the front matter, ascending."""
    block = _BLOCK.match(text)
    if block is None:
        return []
    found = []
    for entry in _ENTRY.finditer(text, block.start("body"), block.end("body")):
        role = _KEYS.get(entry["key"].lower())
        if role is not None:
            found.extend(_entry(text, entry, role))
    return found


def declared(text: str) -> list[tuple[int, int]]:
    """Where it names the language of the text."""
    block = _BLOCK.match(text)
    return [found.span("value") for found in _LANGUAGE.finditer(text, *block.span("body"))] if block else []


def _entry(text: str, entry: re.Match[str], role: Role) -> list[Span]:
    start = entry.start("value") if entry["value"] is not None else entry.end("more")
    scalar = _SCALAR.match(entry["value"] or "")
    if scalar is not None:
        return _block_scalar(text, entry.span("more"), role, folded=scalar["style"] == ">")
    value = text[start : entry.end("more")].rstrip()
    for syntax, pattern in ((Syntax.YAML_SINGLE, _SINGLE), (Syntax.YAML_DOUBLE, _DOUBLE), (Syntax.YAML_PLAIN, _PLAIN)):
        found = pattern.match(value)
        if found is None:
            continue
        body = found["body"]
        first = start + found.start("body") + len(body) - len(body.lstrip())
        return _span(text, first, start + found.start("body") + len(body.rstrip()), role, syntax)
    return []


def _block_scalar(text: str, lines: tuple[int, int], role: Role, *, folded: bool) -> list[Span]:
    """A folded scalar is one paragraph, where it has no blank line; of a literal one each line is."""
    pieces = [found.span() for found in re.compile(r"[^\s][^\r\n]*").finditer(text, *lines)]
    body = text[pieces[0][0] : pieces[-1][1]] if pieces else ""
    if folded and pieces and not re.search(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)", body):
        pieces = [(pieces[0][0], pieces[-1][1])]
    return [span for start, stop in pieces for span in _span(text, start, stop, role, Syntax.TEXT)]


def _span(text: str, start: int, stop: int, role: Role, syntax: Syntax) -> list[Span]:
    stop = start + len(text[start:stop].rstrip())
    body = text[start:stop]
    blank_line = re.search(r"(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])", body.replace("\r\n", "\n"))
    if blank_line or not any(char.isalnum() for char in body):
        return []
    breaks = tuple(found.span() for found in _BREAK.finditer(text, start, stop))
    return [Span(start, stop, role, syntax, breaks)]
