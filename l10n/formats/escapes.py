"""The value of a raw slice of a file, and the way back: what to write so that the file stays well-formed."""

from __future__ import annotations

import re
from html import unescape

from l10n.formats import inline
from l10n.formats.tags import INLINE
from l10n.model import Syntax

_REFERENCED = Syntax.ATTRIBUTE
_HARD_BREAK = re.compile(r"(?: {2,}|\\)(?:\r\n|[\n\r])[ \t>]*")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])\s*")
_BLOCK_MARK = re.compile(
    r"(?P<mark>#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_*]{3,}(?=\s*$)|=+(?=\s*$)|~{3,}|`{3,}|\[(?=[^\[\]]+\]:)"
    r"|<(?=[!?]|/?(?!(?:" + "|".join(sorted(INLINE)) + r")\b)[A-Za-z][\w-]*(?:[\s/>]|$)))"
)
_NUMBER_MARK = re.compile(r"(?P<number>\d{1,9})(?P<mark>[.)])(?=\s|$)")
_PLAIN_START = re.compile(r"[\-?:](?=\s|$)|[,\[\]{}#&*!|>'\"%@`]")
_PLAIN_OTHER = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+.\d][\d_,.:eExX+\-a-fA-F]*|\.inf|\.nan|\d{4}-\d\d?-\d\d?.*|=|<<)", re.I
)
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_BARE_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def decode(raw: str, syntax: Syntax) -> str:
    """The text that a raw slice stands for: references of attributes and quoting of front matter are resolved; in
    text, Markdown and HTML it is the slice itself, marks and all."""
    if syntax is Syntax.ATTRIBUTE:
        return inline.REFERENCE.sub(lambda found: unescape(found[0]), raw)
    if syntax in (Syntax.YAML_SINGLE, Syntax.YAML_DOUBLE):
        return inline.plain(raw, syntax)[0]
    return raw


def escape(target: str, raw: str, syntax: Syntax) -> str:
    """What to write in place of ``raw`` for a translation; ``raw`` itself where the translation is its value."""
    if target == decode(raw, syntax):
        return raw
    target = target.strip()
    if syntax is Syntax.MARKDOWN:
        return _markdown(target, raw)
    target = _LINE_END.sub(" ", target)
    if syntax is Syntax.TEXT:
        return re.sub(r"\A-(?=\s)", "–", target) if not raw.startswith("-") else target
    if syntax is Syntax.ATTRIBUTE:
        return _attribute(target, raw)
    if syntax is Syntax.YAML_SINGLE:
        return _printable(target).replace("'", "''")
    if syntax is Syntax.YAML_DOUBLE:
        return _double_quoted(target)
    return _yaml_plain(target) if syntax is Syntax.YAML_PLAIN else target


def _markdown(target: str, raw: str) -> str:
    """No line break but a hard one, no block mark at the start, no bare pipe in what may be a table cell."""
    kept = [found.span() for found in _HARD_BREAK.finditer(target)] if _HARD_BREAK.search(raw) else []
    parts, at = [], 0
    for start, end in [*kept, (len(target), len(target))]:
        parts.append(_LINE_END.sub(" ", target[at:start]) + target[start:end])
        at = end
    text = "".join(parts)
    for pattern in (_BLOCK_MARK, _NUMBER_MARK):
        found = pattern.match(text)
        stood = pattern.match(raw)  # then it does not stand at the start of a line
        if found is not None and (stood is None or stood.group() != found.group()):
            text = text[: found.start("mark")] + "\\" + text[found.start("mark") :]
    if not _BARE_PIPE.search(_CODE_SPAN.sub("", raw)):
        text = _escape_pipes(text)
    return text


def _escape_pipes(text: str) -> str:
    """Bare pipes as references: over a ``---`` line even an escaped one makes a table of a heading."""
    parts, at = [], 0
    for code in [*(found.span() for found in _CODE_SPAN.finditer(text)), (len(text), len(text))]:
        parts.append(_BARE_PIPE.sub(r"\1&#124;", text[at : code[0]]) + text[slice(*code)])
        at = code[1]
    return "".join(parts)


def _attribute(target: str, raw: str) -> str:
    """References for what would end the value; a quotation mark that already stood there cannot be the delimiter."""
    text = target.replace("&", "&amp;").replace("<", "&lt;")
    if '"' not in raw:
        text = text.replace('"', "&quot;")
    if "'" not in raw:
        text = text.replace("'", "&#39;")
    return text


def _printable(text: str) -> str:
    """Without the control characters that YAML does not allow; tabs are spaces."""
    return "".join(" " if char == "\t" else char for char in text if char == "\t" or _is_printable(char))


def _is_printable(char: str) -> bool:
    return char.isprintable() or char in "\u00a0\u202f\u2009\u200b\u00ad"


def _double_quoted(text: str) -> str:
    return _printable(text).replace("\\", "\\\\").replace('"', '\\"')


def _yaml_plain(target: str) -> str:
    """The scalar as it is where YAML reads it back the same, in double quotes elsewhere."""
    unsafe = (
        not target
        or target != target.strip()
        or target != _printable(target)
        or _PLAIN_START.match(target)
        or _PLAIN_OTHER.fullmatch(target)
        or re.search(r":(?=\s|$)|\s#", target)
        or target in ("---", "...")
    )
    return f'"{_double_quoted(target)}"' if unsafe else target
