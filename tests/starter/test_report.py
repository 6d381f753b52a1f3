"""An evaluation becomes a table that says how it was made."""

import pytest

pytest.importorskip("sacrebleu")
pytest.importorskip("ctranslate2")
pytest.importorskip("sentencepiece")

from starter.evaluate import ReferenceSet, Score, subset
from starter.report import markdown

OUTPUTS = ("Bir pişik.", "At.")


def score() -> Score:
    """What a package that copies its reference once in two reaches."""
    on = ReferenceSet("fresh", "az", ("A cat.", "A dog."), ("Bir pişik.", "Bir it."))
    return Score(
        "translate-en_az-0_2", on, 61.5, 30.25, 0.5, ("chrf-signature", "bleu-signature"), ("Bir pişik.", "At.")
    )


def test_the_table_names_set_package_and_signature() -> None:
    """One row a score, both signatures once, samples best first."""
    text = markdown([score(), score()])
    assert text.count("| fresh en-az | 2 | translate-en_az-0_2 | 61.5 | 30.2 | 4 |") == 2
    assert text.count("`chrf-signature`") == text.count("`bleu-signature`") == 1
    assert text.index("chrF 100: A cat.") < text.index("A dog.")


def test_a_subset_is_evenly_spread() -> None:
    """Lines are taken from the whole set, source and reference together."""
    lines = tuple(map(str, range(10)))
    part = subset(ReferenceSet("x", "ru", lines, lines), 3)
    assert part.sources == part.references == ("0", "3", "6")
