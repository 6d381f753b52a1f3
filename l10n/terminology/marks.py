"""Terms given to the model: where an engine takes marks, the approved target stands for a term in what it is asked.

``⟦ Анар Керимов⟧ met the head of ⟦ Министерство культуры⟧.``: the model puts the term into its translation, in the form
that the sentence asks for (target-lemma annotation: Bergmanis and Pinnis 2021). Marks go in and none comes out; those
that are the article's own are square brackets for the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.engines import TermMarks
from l10n.languages import Language
from l10n.locate import Range
from l10n.model import Hypothesis
from l10n.terminology.rewriting import Rewritten, rewrite
from l10n.terminology.terms import Term

_BRACKETS = ("[", "]")
"""For an article's own marks: one character each, so that offsets stay, and known to every model."""


def given(clean: str, terms: Sequence[Term], *, marks: TermMarks, language: Language) -> Rewritten:
    """The text with the target of each term that can be given, in marks, in the term's place.

    The rest is left to the model and to what comes after it. A target in another script (``Azernews`` in Russian) is no
    word to inflect, and no model has seen one in marks.
    """
    hidden = clean.translate(str.maketrans("".join(marks), "".join(_BRACKETS)))
    whole = sorted((term for term in terms if not _in_compound(clean, term.at)), key=lambda term: term.match.start)
    targets = ((term.at, target) for term in whole if (target := _citation(term)))
    able = ((at, target) for at, target in targets if language.right_script(target) and not set(marks) & set(target))
    return rewrite(hidden, ((at, f"{marks[0]} {target}{marks[1]}") for at, target in _apart(able)))


def _in_compound(clean: str, at: Range) -> bool:
    """``Baku-based``, ``pro-Baku``: a part of a word, which the target language forms in its own way."""
    return bool(re.search(r"\w[-‐‑]$", clean[: at[0]]) or re.match(r"[-‐‑]\w", clean[at[1] :]))


def _apart(swaps: Iterable[tuple[Range, str]]) -> Iterator[tuple[Range, str]]:
    """Without those that overlap one before."""
    done = 0
    for at, target in swaps:
        if at[0] >= done:
            yield at, target
            done = at[1]


def _citation(term: Term) -> str | None:
    """The target to give for an occurrence: in the nominative and the number of the English, an abbreviation for an
    abbreviation. None for a plural that the language cannot form."""
    concept, surface, target = term.match.concept, term.match.surface, term.targets[0]
    if term.plural and any(t.text == target for t in concept.terms):
        return None
    if any(t.text == surface for t in concept.targets("en")) and _abbreviated(surface):
        return next(filter(_abbreviated, term.targets), target)
    return target


def _abbreviated(text: str) -> bool:
    """``UN``, ``ЕАЭС``, and not a name in a headline of capitals."""
    return len(text) > 1 and text.isupper() and not any(map(str.isspace, text))


def taken(hypothesis: Hypothesis, clean: str, asked: Rewritten, *, marks: TermMarks, language: Language) -> Hypothesis:
    """A translation of what was asked as one of the clean text: no mark that is not the article's own, a capital where
    a given term begins the sentence, links in the clean text."""
    bare = _without(hypothesis, marks)
    text = _with_own(bare.text, clean, marks)
    if asked.places and not any(map(str.isalnum, clean[: asked.places[0][0][0]])):
        text = _begun(text, clean, language)
    return asked.of_source(replace(bare, text=text))


def _without(hypothesis: Hypothesis, marks: TermMarks) -> Hypothesis:
    """Without marks and the blanks that only stood around them; links move along."""
    text = hypothesis.text
    if not any(mark in text for mark in marks):
        return hypothesis
    opening, closing = map(re.escape, marks)
    either = f"[{opening}{closing}]"
    scraps = re.compile(rf"(?:(?<=\s)|^)(?:{either}\s*)+|\s*(?:{either}\s*)+$|{either}+")
    pieces: list[str] = []
    kept = [0]
    """Characters of the result before each place of the text."""
    done = 0
    for match in scraps.finditer(text):
        new = " " if marks[0] in match[0] and _between_words(text, match.span()) else ""
        pieces += [text[done : match.start()], new]
        kept += range(kept[-1] + 1, kept[-1] + 1 + match.start() - done)
        kept += [kept[-1] + len(new)] * (match.end() - match.start())
        done = match.end()
    kept += range(kept[-1] + 1, kept[-1] + 1 + len(text) - done)
    moved = (replace(link, target=(kept[link.target[0]], kept[link.target[1]])) for link in hypothesis.links)
    links = tuple(link for link in moved if link.target[0] < link.target[1])
    return replace(hypothesis, text="".join([*pieces, text[done:]]), links=links)


def _between_words(text: str, at: Range) -> bool:
    return text[at[0] - 1 : at[0]].isalnum() and text[at[1] : at[1] + 1].isalnum()


def _with_own(text: str, clean: str, marks: TermMarks) -> str:
    """The article's own marks back for the brackets that stood for them; brackets where the model lost one."""
    if not any(mark in clean for mark in marks):
        return text
    own = [char for char in clean if char in (*marks, *_BRACKETS)]
    places = [place for place, char in enumerate(text) if char in _BRACKETS]
    if [_BRACKETS[char in (marks[1], _BRACKETS[1])] for char in own] != [text[place] for place in places]:
        return text
    chars = list(text)
    for place, char in zip(places, own, strict=True):
        chars[place] = char
    return "".join(chars)


def _begun(text: str, clean: str, language: Language) -> str:
    """With a capital as the source has one; titles and common nouns are given in small letters."""
    first = re.search(r"[^\W\d_]", clean)
    own = re.match(r"[^\w]*([^\W\d_])", text)
    if not (first and first[0].isupper() and own and own[1].islower()):
        return text
    capital = language.upper(own[1])
    return text[: own.start(1)] + capital + text[own.end(1) :] if len(capital) == 1 else text
