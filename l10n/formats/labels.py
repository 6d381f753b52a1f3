"""Markdown links that are their own labels: ``[survey]``, defined once as ``[survey]: https://...``."""

from __future__ import annotations

import re

_OWN = re.compile(r"`+[^`]*`+|\\.|(?<!\])\[(?P<text>[^\[\]]+)\](?:\[\](?![\[(])|(?![\[(]))")
"""A link whose text may be its label; what stands in code or behind a backslash is none."""


def label(text: str) -> str:
    """A label as labels are compared."""
    return " ".join(text.split()).lower()


def explicit(source: str, labels: frozenset[str]) -> str:
    """A sentence in which a link that is its own label has it written out, so that its words can be translated:
    ``[survey]`` and ``[survey][]`` become ``[survey][survey]``."""
    if not labels or "[" not in source:
        return source
    return _OWN.sub(lambda match: _written_out(match, labels), source)


def _written_out(match: re.Match[str], labels: frozenset[str]) -> str:
    own = match["text"]
    return f"[{own}][{own}]" if own is not None and label(own) in labels else match.group()
