"""Typographic signs of web pages in the plain form that models are trained on; as long as before."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.engines.alignment import Span

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u2010\u2011\u2012–—\u2015\u2212", "-"),
    }
)
"""Read in drafts of a page with “curly” quotes: the starter model took them for brackets, ’s for a word of its own. It
is trained on text in this form (``starter/corpus.py``)."""


def plain(text: str, given: Sequence[Span] = ()) -> str:
    """The text with straight quotes, simple blanks, hyphens for dashes; what is given in the target language stays."""
    simple = text.translate(_PLAIN)
    for start, end in given:
        simple = simple[:start] + text[start:end] + simple[end:]
    return simple
