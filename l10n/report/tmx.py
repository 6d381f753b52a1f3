"""TMX 1.4b, the exchange format of translation memories: OmegaT, Weblate and every CAT tool read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from l10n import __version__
from l10n.errors import ExchangeError
from l10n.languages import base

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One source text and its translation; ``origin`` is the catalog it was reviewed in."""

    source: str
    target: str
    origin: str = ""


def render(pairs: Iterable[Pair], *, source: str, target: str) -> str:
    """The TMX text of reviewed pairs of one language pair."""
    root = ElementTree.Element("tmx", version="1.4")
    ElementTree.SubElement(
        root,
        "header",
        {
            "creationtool": "l10n",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "gettext PO",
            "adminlang": "en",
            "srclang": _tag(source),
            "datatype": "plaintext",
        },
    )
    body = ElementTree.SubElement(root, "body")
    for pair in pairs:
        unit = ElementTree.SubElement(body, "tu")
        if pair.origin:
            ElementTree.SubElement(unit, "prop", type="x-origin").text = _clean(pair.origin)
        for code, text in ((source, pair.source), (target, pair.target)):
            variant = ElementTree.SubElement(unit, "tuv", {_LANG: _tag(code)})
            ElementTree.SubElement(variant, "seg").text = _clean(text)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _tag(code: str) -> str:
    """The language tag of a locale: ``az-Latn`` for ``az_Latn``."""
    return code.replace("_", "-")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def read(path: Path, *, source: str, target: str) -> tuple[Pair, ...]:
    """The pairs of a language pair in a TMX file; a region (``az-AZ``) is passed over. Raises ExchangeError."""
    try:
        text = path.read_bytes()
    except OSError as error:
        raise ExchangeError(f"cannot be read ({(error.strerror or str(error)).lower()})", path=path) from error
    if b"<!ENTITY" in text:
        raise ExchangeError("declares XML entities, which TMX does not need; export it again without them", path=path)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ExchangeError("not valid XML here; export the file again", path=path, line=error.position[0]) from error
    if root.tag != "tmx":
        raise ExchangeError(f"not TMX but <{root.tag}>; export the memory as TMX 1.4", path=path)
    return tuple(_pairs(root, source, target))


def _pairs(root: ElementTree.Element, source: str, target: str) -> Iterator[Pair]:
    for unit in root.iter("tu"):
        texts: dict[str, str] = {}
        for variant in unit.iter("tuv"):
            code = variant.get(_LANG) or variant.get("lang") or ""
            seg = variant.find("seg")
            if seg is not None:
                texts.setdefault(base(code), "".join(seg.itertext()))
        first, second = texts.get(base(source)), texts.get(base(target))
        if first and second:
            origin = next((p.text or "" for p in unit.findall("prop") if p.get("type") == "x-origin"), "")
            yield Pair(first, second, origin)
