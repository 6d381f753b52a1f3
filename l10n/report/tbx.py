"""Glossaries as TBX: written as TBX-Basic in DCA style (ISO 30042:2019), read also as MARTIF (TBX version 2).

| glossary | TBX-Basic |
|---|---|
| kind | ``descrip subjectField`` of the concept |
| gender | ``termNote grammaticalGender`` of the preferred English term |
| preferred, admitted, forbidden | ``termNote administrativeStatus``: preferred-, admitted-, deprecatedTerm-admn-sts |
| case = exact | ``admin projectSubset`` of the preferred English term: ``case=exact`` |
| note, waivers | ``note`` of the concept |
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from l10n.errors import ExchangeError
from l10n.model import Concept, Gender, Kind, Status, Term

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Glossary written by l10n</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = """    </body>
  </text>
</tbx>
"""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITTEN = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}
_FORBIDDEN = ("deprecated", "superseded", "obsolete", "forbidden", "notrecommended")
_GENDERS = {Gender.MASCULINE: "masculine", Gender.FEMININE: "feminine"}


def write_tbx(concepts: Iterable[Concept]) -> str:
    """A TBX-Basic file, an entry per concept in the order given; ``read_tbx`` gives the same concepts back."""
    pieces = [_HEAD]
    for index, concept in enumerate(concepts):
        pieces.append(f'      <conceptEntry id="c{index + 1}">\n')
        pieces.append(f'        <descrip type="subjectField">{concept.kind}</descrip>\n')
        if concept.note:
            pieces.append(f"        <note>{_text(concept.note)}</note>\n")
        for locale in dict.fromkeys(t.locale for t in concept.terms):
            pieces.append(f"        <langSec xml:lang={quoteattr(locale)}>\n")
            for term in concept.terms:
                if term.locale == locale:
                    pieces += _term_lines(concept, term)
            pieces.append("        </langSec>\n")
        pieces.append("      </conceptEntry>\n")
    return "".join((*pieces, _TAIL))


def _term_lines(concept: Concept, term: Term) -> Iterator[str]:
    yield "          <termSec>\n"
    yield f"            <term>{_text(term.text)}</term>\n"
    yield '            <termNote type="partOfSpeech">noun</termNote>\n'
    yield f'            <termNote type="administrativeStatus">{_WRITTEN[term.status]}</termNote>\n'
    if term is concept.terms[0]:
        if concept.gender in _GENDERS:
            yield f'            <termNote type="grammaticalGender">{_GENDERS[concept.gender]}</termNote>\n'
        if concept.exact:
            yield '            <admin type="projectSubset">case=exact</admin>\n'
    yield "          </termSec>\n"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


@dataclass(frozen=True, slots=True)
class _Section:
    """One term of an entry, as it stands in the file."""

    text: str
    locale: str
    status: str
    gender: str
    exact: bool
    kept: bool


def read_tbx(path: Path) -> tuple[Concept, ...]:
    """The concepts of a TBX file, in its order; entries without an English term are left out.

    Of several terms without a status the first is preferred, the others are admitted. ExchangeError where the file
    is not TBX.
    """
    try:
        root = ET.parse(path).getroot()
    except OSError as error:
        raise ExchangeError(f"cannot be read: {error.strerror or error}", path=path) from None
    except (ET.ParseError, ValueError) as error:
        line = error.position[0] if isinstance(error, ET.ParseError) else None
        raise ExchangeError(
            f"not well-formed XML ({error}); export it again from its tool", path=path, line=line
        ) from None
    if _name(root) not in ("tbx", "martif"):
        raise ExchangeError(f"not a TBX file: its root element is <{_name(root)}>, not <tbx> or <martif>", path=path)
    entries = (e for e in root.iter() if _name(e) in ("conceptEntry", "termEntry"))
    return tuple(concept for entry in entries if (concept := _concept(entry)) is not None)


def _concept(entry: ET.Element) -> Concept | None:
    sections = [s for language in entry if _name(language) in ("langSec", "langSet") for s in _sections(language)]
    english = [s for s in sections if s.locale == "en"]
    if not english:
        return None
    subject = next((_content(e).lower() for e in entry.iter() if e.get("type") == "subjectField"), "")
    kind = Kind(subject) if subject in list(Kind) else Kind.KEEP if english[0].kept else Kind.TERM
    terms: list[Term] = []
    for locale in dict.fromkeys(s.locale for s in (*english, *sections)):
        if kind is not Kind.KEEP or locale == "en" or subject == Kind.KEEP:
            terms += _ranked([s for s in sections if s.locale == locale])
    gender = next((g for g, word in _GENDERS.items() if any(s.gender == word for s in english)), Gender.NONE)
    notes = [_paragraphs(e) for e in entry if _name(e) in ("note", "descrip") and e.get("type") != "subjectField"]
    if subject and subject not in list(Kind):
        notes.append(subject)
    first = next((t.text for t in terms if t.locale == "en" and t.status is not Status.FORBIDDEN), None)
    if first is None:
        return None
    exact = any(s.exact for s in english)
    return Concept(first, kind, gender, tuple(terms), "; ".join(filter(None, notes)), exact)


def _sections(language: ET.Element) -> Iterator[_Section]:
    locale = (language.get(_LANG) or language.get("lang") or "").replace("_", "-")
    locale = "en" if locale.lower().split("-")[0] == "en" else locale
    for part in language.iter():
        if _name(part) not in ("termSec", "tig", "ntig"):
            continue
        notes = {e.get("type", ""): _content(e) for e in part.iter() if _name(e) in ("termNote", "admin")}
        text = next((_content(e) for e in part.iter() if _name(e) == "term"), "")
        if text and locale:
            yield _Section(
                text,
                locale,
                notes.get("administrativeStatus", "").lower(),
                notes.get("grammaticalGender", ""),
                notes.get("projectSubset") == "case=exact",
                notes.get("translationNote", "").lower() == "no",
            )


def _ranked(sections: list[_Section]) -> list[Term]:
    """The terms of one locale: preferred first, each status given; one preferred term at most."""
    used = [s for s in sections if not s.status.startswith(_FORBIDDEN)]
    used.sort(key=lambda s: not s.status.startswith("preferred"))
    terms = [Term(s.text, s.locale, Status.ADMITTED if i else Status.PREFERRED) for i, s in enumerate(used)]
    return terms + [Term(s.text, s.locale, Status.FORBIDDEN) for s in sections if s.status.startswith(_FORBIDDEN)]


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _content(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _paragraphs(element: ET.Element) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(element.itertext())).strip()
