"""Places where a sentence may end, and what the rules want to know of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from l10n.model import Role

CLOSERS = "\"'”’»)]}›"
OPENERS = "\"'“‘„«([{‹"
_CLOSED = rf"[{re.escape(CLOSERS)}]|(?<=[\"'”’»)\]]) (?=[\"”’»](?:\s|\Z))"
_STOP = re.compile(rf"(?P<stop>[.!?…]+|\.(?: \.)+)(?P<closers>(?:{_CLOSED})*)(?P<gap>\s+)(?=\S)")
_TOKEN = re.compile(r"\S+\Z")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")


@dataclass(frozen=True)
class Candidate:
    """A full stop, question or exclamation mark or ellipsis with white space after it; offsets into ``text``."""

    text: str
    """The clean text of a paragraph."""
    begin: int
    """Where the sentence under the cursor begins."""
    stop: int
    """Where the stop begins."""
    end: int
    """After the closing quotation marks and brackets."""
    follows: int
    """The next character that is not white space."""
    role: Role = Role.BODY

    @cached_property
    def mark(self) -> str:
        """The stop itself: ``.``, ``?!``, ``...``."""
        return self.text[self.stop : self.end].rstrip(CLOSERS + " ")

    @cached_property
    def closers(self) -> str:
        """Quotation marks and brackets that close after the stop."""
        return self.text[self.stop + len(self.mark) : self.end]

    @cached_property
    def before(self) -> str:
        """The word the stop belongs to, with its own stops: ``U.S.``, ``p.m.``, ``Baku.``."""
        limit = max(self.begin, self.stop - 40)
        found = _TOKEN.search(self.text[limit : self.stop + 1])
        return "" if found is None else found.group().lstrip(OPENERS + "-–—")

    @cached_property
    def previous(self) -> str:
        """The word before ``before``."""
        head = self.text[max(self.begin, self.stop - 120) : self.stop + 1]
        words = head.split()
        return words[-2].strip(OPENERS + CLOSERS + ",;:") if len(words) > 1 else ""

    @cached_property
    def after(self) -> str:
        """The word that follows, without opening quotation marks."""
        found = _WORD.search(self.text, self.follows, self.follows + 60)
        return "" if found is None else found.group().removesuffix("'s").removesuffix("’s")

    @cached_property
    def bare_after(self) -> str:
        """The word that follows, without a contraction: ``It`` of ``It's``."""
        return re.split(r"['’.]", self.after, maxsplit=1)[0]

    @cached_property
    def first(self) -> str:
        """The first letter or digit that follows, past quotation marks, brackets and dashes."""
        for char in self.text[self.follows : self.follows + 12]:
            if char.isalnum():
                return char
        return self.text[self.follows]

    @cached_property
    def sentence(self) -> str:
        """The sentence so far, with the stop and what closes; its last six hundred characters."""
        return self.text[max(self.begin, self.end - 600) : self.end]

    @cached_property
    def quoted_after(self) -> bool:
        """An opening quotation mark or bracket follows."""
        return self.text[self.follows] in OPENERS


def candidates(text: str) -> Iterator[tuple[int, int, int]]:
    """(stop, end, follows) of every candidate in a clean text, ascending."""
    for found in _STOP.finditer(text):
        yield found.start("stop"), found.end("closers"), found.end("gap")
