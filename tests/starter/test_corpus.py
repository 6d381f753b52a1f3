"""The corpus is read whole, cleaned, and split the same way for ever."""

import lzma
from pathlib import Path

import pytest

from starter.corpus import Pair, Triple, clean, fingerprint, held_back, read_open, read_triples, split, usable

STARTER = Path(__file__).parents[2] / "starter"


def triple(source: str) -> Triple:
    """A triple of which only the English side matters."""
    return Triple(source, "строка", "sətir", "theme")


def test_reads_three_columns_and_the_theme(tmp_path: Path) -> None:
    """Every line becomes a triple that knows its file."""
    (tmp_path / "news2.tsv").write_text("One  line\tОдна строка\tBir sətir\n", encoding="utf-8")
    assert read_triples(tmp_path) == [Triple("One line", "Одна строка", "Bir sətir", "news2")]


def test_names_file_and_line_of_a_bad_row(tmp_path: Path) -> None:
    """A row without three columns stops the reading, with its place."""
    (tmp_path / "news.tsv").write_text("a\tб\tc\na\tб\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"news\.tsv:2"):
        read_triples(tmp_path)


def test_open_pairs_take_their_locale_from_the_name(tmp_path: Path) -> None:
    """`NAME.en-az.tsv.xz` holds Azerbaijani; unusable lines are dropped."""
    path = tmp_path / "ui.en-az.tsv.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write("Save video\tVideonu saxla\nOK\tOK\nbroken line\n")
    assert list(read_open(path)) == [Pair("Save video", "Videonu saxla", "az")]


def test_open_russian_is_written_as_newspapers_write(tmp_path: Path) -> None:
    """е for ё, as in the authored lines: two spellings of one word would be two words to learn."""
    path = tmp_path / "prose.en-ru.tsv.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write("She is still here.\tОна ещё здесь.\nThe fir tree.\tЁлка.\n")
    assert [pair.target for pair in read_open(path)] == ["Она еще здесь.", "Елка."]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (Pair("A house.", "Дом.", "ru"), True),
        (Pair("A house.", "Ev.", "az"), True),
        (Pair("A house.", "A house.", "az"), False),
        (Pair("A house.", "Дом.", "az"), False),
        (Pair("A house.", "Ev.", "ru"), False),
        (Pair("A house.", "", "ru"), False),
        (Pair("short", "слишком длинный перевод для такого слова", "ru"), False),
    ],
)
def test_usable(pair: Pair, expected: bool) -> None:
    """Both sides, comparable length, the right script."""
    assert usable(pair) is expected


def test_clean_leaves_single_spaces() -> None:
    """Tabs, non-breaking and double spaces become one space."""
    assert clean(" a\u00a0 b\t c ") == "a b c"


def test_near_duplicates_share_a_fingerprint() -> None:
    """Digits, case and punctuation do not tell two lines apart."""
    assert fingerprint("On May 12, 40 people came.") == fingerprint("on may 3 7 people came")


def test_held_back_is_a_property_of_the_line() -> None:
    """The share is about what was asked, and a line keeps its side when numbers change."""
    lines = [f"Line {word} number" for word in (chr(97 + i % 26) * (1 + i // 26) for i in range(2000))]
    assert 0.05 < sum(held_back(line, share=0.1) for line in lines) / len(lines) < 0.15
    assert all(held_back(f"{line} 12", share=0.1) == held_back(f"{line} 3", share=0.1) for line in lines)


def test_split_drops_near_repeats_of_held_back_lines() -> None:
    """A training line that shares four fifths of its words with a held-back line is in neither part."""
    words = [f"word{chr(97 + i)}" for i in range(20)]
    held = next(line for i in range(5000) if held_back(line := " ".join(words) + " " + "x" * i))
    near = held + " extra"
    train, back = split([triple(held), triple(near), triple("Something else entirely.")])
    assert [each.source for each in back] == ([held, near] if held_back(near) else [held])
    assert [each.source for each in train] == ["Something else entirely."]


def test_the_committed_corpus_is_sound() -> None:
    """Three columns everywhere, the right scripts, and no held-out line among the training lines."""
    triples = read_triples(STARTER / "corpus")
    train, held = split(triples)
    fresh = read_triples(STARTER / "heldout")
    assert len(triples) > 30_000
    assert 200 < len(held) < 2_000
    trained = {fingerprint(each.source) for each in train}
    assert not trained & {fingerprint(each.source) for each in (*held, *fresh)}
    assert not [each.source for each in triples if any("\u0400" <= letter <= "\u04ff" for letter in each.az)]


@pytest.mark.shared
def test_no_line_of_an_evaluation_set_is_trained_on() -> None:
    """No twelve words in a row are shared with the reference sets or the acceptance articles."""
    shared = STARTER.parents[1] / "shared"
    if not shared.is_dir():
        pytest.skip("there is no ../shared")
    reference: set[tuple[str, ...]] = set()
    for path in (*sorted((shared / "eval").glob("*.tsv")), *sorted((shared / "articles").glob("*.txt"))):
        column = 1 if path.name.startswith("ntrex-dev") else 0
        for line in path.read_text(encoding="utf-8").splitlines():
            reference |= twelve_words([*line.split("\t"), ""][column])
    assert reference
    triples = read_triples(STARTER / "corpus")
    assert not [each.source for each in triples if twelve_words(each.source) & reference]


def twelve_words(text: str) -> set[tuple[str, ...]]:
    """Every twelve words in a row, lower case."""
    words = fingerprint(text).split()
    return {tuple(words[start : start + 12]) for start in range(len(words) - 11)}
