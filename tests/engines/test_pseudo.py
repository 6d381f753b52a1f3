"""The engine that needs no model."""

from __future__ import annotations

from l10n.engines import engine

TEXT = "The minister met Ilham Aliyev in Baku on 9 May; see https://example.org/a_b or mail press@example.org."


def test_spelled_in_the_target_script() -> None:
    """Common words change, names, numbers, addresses and the length stay."""
    (translation,) = engine("pseudo").translate([TEXT], "en", "ru")
    best = translation.best.text
    assert len(best) == len(TEXT)
    assert best.startswith("Тхе министер мет Ilham Aliyev ин Baku он 9 May; сее https://example.org/a_b ор маил")
    assert "press@example.org." in best


def test_links_one_to_one() -> None:
    """Every word is linked to the word in its place."""
    (translation,) = engine("pseudo").translate(["Gas prices rose."], "en", "az")
    assert [link.source for link in translation.best.links] == [(0, 3), (4, 10), (11, 15), (15, 16)]
    assert all(link.source == link.target for link in translation.best.links)


def test_protocol() -> None:
    """As many alternatives as asked for, best first; progress adds up; an empty text stays empty."""
    steps: list[int] = []
    results = engine("pseudo").translate(["one", "", "two"], "en", "fr", alternatives=3, progress=steps.append)
    assert [result.source for result in results] == ["one", "", "two"]
    assert [h.score for h in results[0].hypotheses] == [0.0, -1.0, -2.0]
    assert len({h.text for h in results[0].hypotheses}) == 3
    assert results[1].best.text == ""
    assert sum(steps) == 3
    assert engine("pseudo").score([("a", "b")], "en", "ru") == [0.0]
