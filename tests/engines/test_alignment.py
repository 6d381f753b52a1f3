"""Attention between pieces becomes links between words."""

from __future__ import annotations

from l10n.engines.alignment import composed, piece_spans, word_links
from l10n.model import Link


def test_spans_of_pieces() -> None:
    """Pieces are found in the text, ligatures and ellipses that the tokenizer took apart included."""
    assert piece_spans("Baku… now", ["▁Ba", "ku", ".", ".", ".", "▁now"]) == (
        (0, 2),
        (2, 4),
        (4, 5),
        (4, 5),
        (4, 5),
        (6, 9),
    )
    assert piece_spans("a  b", ["▁a", "▁", "b"]) == ((0, 1), (0, 0), (3, 4))


def test_pieces_that_do_not_add_up() -> None:
    """Nothing is claimed where pieces and text differ."""
    assert piece_spans("Baku", ["▁Ba", "<0xC3>"]) is None
    assert piece_spans("Baku is", ["▁Baku"]) is None


def test_links_of_words() -> None:
    """The pieces of a word count together; each target word links to what it attends to."""
    source, target = "Adil Karimli spoke", "Говорил Кяримли"
    source_spans = piece_spans(source, ["▁Adil", "▁Kar", "imli", "▁spoke"])
    target_spans = piece_spans(target, ["▁Говорил", "▁Кяр", "имли"])
    assert source_spans and target_spans
    attention = [[0.0, 0.1, 0.0, 0.9], [0.1, 0.7, 0.2, 0.0], [0.0, 0.1, 0.9, 0.0]]
    links = word_links(source, target, attention, source_spans=source_spans, target_spans=target_spans)
    assert [(source[slice(*k.source)], target[slice(*k.target)]) for k in links] == [
        ("spoke", "Говорил"),
        ("Karimli", "Кяримли"),
    ]
    assert links[1].weight == 0.95


def test_attention_that_says_nothing() -> None:
    """Weights spread thin make no link."""
    text = "a b c d e f g h i j k l m n"
    spans = piece_spans(text, [f"▁{word}" for word in text.split()])
    assert spans
    assert word_links(text, "x", [[0.07] * 14], source_spans=spans, target_spans=[(0, 1)]) == ()


def test_links_through_a_pivot() -> None:
    """Two alignments meet in the words of the middle text."""
    first = (Link((0, 4), (10, 14), 0.8), Link((5, 9), (0, 4), 0.5))
    second = (Link((10, 14), (0, 3), 0.5),)
    assert composed(first, second) == (Link((0, 4), (0, 3), 0.4),)
