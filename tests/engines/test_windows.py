"""Long texts are parted at clause boundaries."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.engines.marks import marked
from l10n.engines.windows import windows


def words(text: str) -> int:
    return len(text.split())


def parts(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in windows(text, words, limit)]


def test_short_text_is_whole() -> None:
    """What fits is not touched."""
    assert parts("The talks, he said, went well; nothing was signed.", 9) == [
        "The talks, he said, went well; nothing was signed."
    ]


def test_semicolon_before_comma() -> None:
    """The strongest boundary is taken first."""
    text = "The minister arrived in Baku, met the press; the talks began at noon, in Shusha"
    assert parts(text, 8) == ["The minister arrived in Baku, met the press;", "the talks began at noon, in Shusha"]


def test_conjunction_opens_the_next_part() -> None:
    """A clause keeps its conjunction."""
    text = "Prices rose in the capital and the bank raised its rate for the third time"
    assert parts(text, 10) == ["Prices rose in the capital", "and the bank raised its rate for the third time"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab ,;:.–\n", max_size=200), st.integers(1, 12))
def test_nothing_is_lost(text: str, limit: int) -> None:
    """Every character that is not a blank is in exactly one window, and every window of several words fits."""
    slices = windows(text, words, limit)
    assert "".join("".join(text[start:end].split()) for start, end in slices) == "".join(text.split())
    assert all(words(text[start:end]) <= max(1, limit) for start, end in slices)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab ,;⟦⟧", max_size=200), st.integers(1, 12))
def test_what_is_given_stays_whole(text: str, limit: int) -> None:
    """No window begins or ends inside a stretch given in the target language, however long that is."""
    whole = marked(text, ("⟦", "⟧"))
    slices = windows(text, words, limit, whole=whole)
    assert all(sum(start <= a and b <= end for start, end in slices) == 1 for a, b in whole)
    assert "".join("".join(text[a:b].split()) for a, b in slices) == "".join(text.split())
