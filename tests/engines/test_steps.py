"""One pass through a package, with a decoder whose every answer is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from l10n.engines import TermMarks
from l10n.engines.steps import RETRIES, Output, Search, step
from l10n.model import Link


class Scripted:
    """Answers by the script; without an entry with the text in capitals (of Cyrillic letters)."""

    locale = "ru"
    window = 6
    marks: TermMarks | None = ("⟦", "⟧")

    def __init__(self, answers: dict[tuple[str, Search], str] | None = None) -> None:
        self.answers = answers or {}
        self.asked: list[tuple[Search, tuple[str, ...]]] = []

    def length(self, text: str) -> int:
        return len(text.split())

    def rarity(self, word: str) -> tuple[int, ...]:
        return (1, word[0].isupper())

    def run(
        self, texts: Sequence[str], search: Search, *, finished: Callable[[Sequence[int]], None] | None = None
    ) -> list[tuple[Output, ...]]:
        self.asked.append((search, tuple(texts)))
        if finished:
            finished(range(len(texts)))
        spelled = [self.answers.get((text, search), f"«{len(text)} букв»") for text in texts]
        return [(Output(answer, -2.0, 4, (Link((0, 1), (0, 1), 1.0),)),) for answer in spelled]


def test_all_texts_at_once() -> None:
    """One call of the decoder for all texts, windows included; nothing is asked for a text without letters."""
    decoder = Scripted()
    done: list[int] = []
    results = step(
        decoder, ["Talks ended.", "12:30", "One two three four, five six seven eight."], progress=done.append
    )
    assert decoder.asked == [(Search(), ("Talks ended.", "One two three four,", "five six seven eight."))]
    assert [result.best.text for result in results] == ["«12 букв»", "12:30", "«19 букв» «21 букв»"]
    assert sum(done) == 3
    assert results[2].best.score == -0.5
    assert results[2].best.links == (Link((0, 1), (0, 1), 1.0), Link((20, 21), (10, 11), 1.0))


def test_signs_of_a_page() -> None:
    """The model gets straight quotes, the translation keeps the source as it was."""
    decoder = Scripted()
    (result,) = step(decoder, ["“It’s ⟦ «Баку»⟧.”"])
    assert decoder.asked[0][1] == ('"It\'s ⟦ «Баку»⟧."',)
    assert result.source == "“It’s ⟦ «Баку»⟧.”"


def test_headline_in_capitals() -> None:
    """The model gets sentence case, the translation keeps the source as it was."""
    decoder = Scripted()
    (result,) = step(decoder, ["NATO SIGNS LARGE DEALS"])
    assert decoder.asked[0][1] == ("NATO signs large deals",)
    assert result.source == "NATO SIGNS LARGE DEALS"


def test_retry_heals() -> None:
    """A doubtful translation is tried again with other settings, alone, and the healed one has no doubt."""
    text = "The talks ended."
    decoder = Scripted({(text, Search()): "шаг шаг шаг", (text, RETRIES[0]): "Переговоры завершились."})
    _, result = step(decoder, ["All is well.", text])
    assert result.best.text == "Переговоры завершились."
    assert result.doubts == ()
    assert [texts for _, texts in decoder.asked] == [("All is well.", text), (text,)]


def test_what_no_retry_heals_is_doubted() -> None:
    """The first of equally bad translations stays, and the reviewer is told."""
    text = "The talks ended."
    decoder = Scripted({(text, Search()): "шаг шаг шаг"} | {(text, search): "да да да" for search in RETRIES})
    (result,) = step(decoder, [text])
    assert result.best.text == "шаг шаг шаг"
    assert result.doubts == ("the engine repeated itself: шаг",)
    assert len(decoder.asked) == 1 + len(RETRIES)


def test_what_is_given_stays_as_it_is() -> None:
    """A given term is neither parted nor lower-cased nor taken for a copy, also in a long headline."""
    text = "TALKS OF ⟦Совет по делам ООН, НАТО и ЕС⟧ AND THE OTHERS ARE ENDING"
    decoder = Scripted()
    step(decoder, [text])
    (sources,) = [texts for _, texts in decoder.asked]
    assert " ".join(sources) == "Talks of ⟦Совет по делам ООН, НАТО и ЕС⟧ and the others are ending"
    assert len(sources) > 1
    given = Scripted({("⟦nazir⟧ left", search): "nazir getdi" for search in (Search(), *RETRIES)})
    assert step(given, ["⟦nazir⟧ left"])[0].doubts == ()
    given.marks = None
    assert step(given, ["⟦nazir⟧ left"])[0].doubts == ("copied from the source: nazir",)
