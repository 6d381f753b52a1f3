"""The SentencePiece model that both languages and English share."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from sentencepiece import SentencePieceProcessor, SentencePieceTrainer

from starter import marks
from starter.corpus import LOCALES, Triple

SIZE = 8_000
LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÇƏĞİÖŞÜçəğıöşüé"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
    "0123456789.,:;!?()[]{}<>/\\|_-–—+=*#@&%$€£°^'\"«»„“”‘’…№"
)
"""Characters that get a piece however rare they are: 0.3 had none for Ц and Ю, parentheses and the pound sign, and
wrote whatever English word stood near in their place."""

TAGS = tuple(f">>{locale}<<" for locale in LOCALES)
"""Target tags, Argos's `target_prefix`; pieces of their own, which never occur inside text."""


def learn(triples: Iterable[Triple], path: Path, *, size: int = SIZE) -> None:
    """Write a unigram model of `size` pieces, learned from all three columns, to `path`."""
    lines = (text for triple in triples for text in (triple.source, triple.ru, triple.az))
    model = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=size,
        character_coverage=0.9998,
        required_chars=LETTERS,
        pad_id=0,
        unk_id=1,
        bos_id=2,
        eos_id=3,
        user_defined_symbols=[*TAGS, marks.OPEN, marks.CLOSE],
        normalization_rule_name="nmt_nfkc",
        num_threads=2,
        minloglevel=2,
    )
    path.write_bytes(model.getvalue())


def load(path: Path) -> SentencePieceProcessor:
    """The model at `path`."""
    return SentencePieceProcessor(model_file=str(path))
