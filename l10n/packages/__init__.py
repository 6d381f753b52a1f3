"""Argos packages: which there are, which one translates a pair, install and remove.

A package is a folder with ``metadata.json``, a CTranslate2 ``model/`` and a ``sentencepiece.model`` (or ``bpe.model``).
They lie in Argos Translate's own folders, so that both programs share them, and in ``l10n/data/packages``, which is
shipped with l10n. Only here argostranslate is imported, and of it nothing that needs stanza, spacy or torch. The parts
that fetch and unpack are in ``index`` and ``install``, which a translation does not import.
"""

from __future__ import annotations

from l10n.packages.store import Installed, Quality, installed, locate

__all__ = ["Installed", "Quality", "installed", "locate"]
