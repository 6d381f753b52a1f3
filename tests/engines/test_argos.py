"""The real thing, with the shipped packages."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.engines import argos, engine
from l10n.errors import EngineError, PackageError
from l10n.packages import locate
from l10n.packages.store import SHIPPED

TEXTS = (
    "The minister visited Baku.",
    "Azerbaijan and Kazakhstan have signed an agreement on cultural cooperation.",
    "The sides exchanged views on regional security, trade and energy.",
    "PRESIDENT VISITS NATO HEADQUARTERS",
    "2024",
    "",
    "The minister visited Baku.",
)
PINS = tuple(str(path) for path in sorted(SHIPPED.glob("translate-*")))


@pytest.mark.parametrize(
    ("locale", "letters"), [("ru", set("абвгдежзийклмнопрстуфхцчшщъыьэюя")), ("az", set("əıöüğşç"))]
)
def test_article(locale: str, letters: set[str]) -> None:
    """Every text comes back in order, in the target's letters; one without words is copied; progress adds up."""
    steps: list[int] = []
    results = engine("argos", PINS).translate(TEXTS, "en", locale, progress=steps.append)
    assert [result.source for result in results] == list(TEXTS)
    assert [results[4].best.text, results[5].best.text] == ["2024", ""]
    assert results[0] == results[6]
    assert letters & set("".join(result.best.text for result in results).lower())
    assert not any(">>" in hypothesis.text for result in results for hypothesis in result.hypotheses)
    assert all(result.best.score <= 0 for result in results)
    assert sum(steps) == len(TEXTS)


def test_links_name_the_city() -> None:
    """The alignment finds the word that a name became."""
    (result,) = engine("argos", PINS).translate(["The minister visited Baku."], "en", "ru")
    target = next(link.target for link in result.best.links if link.source == (21, 25))
    assert result.best.text[slice(*target)].startswith("Бак")


def test_scores_agree() -> None:
    """The score of a translation is what the model gives the same text when it is asked to score it."""
    machine = engine("argos", PINS)
    results = machine.translate(TEXTS[:3], "en", "ru", alternatives=3)
    pairs = [(result.source, h.text) for result in results for h in result.hypotheses]
    expected = [h.score for result in results for h in result.hypotheses]
    assert all(0 < len({h.text for h in result.hypotheses}) == len(result.hypotheses) <= 3 for result in results)
    assert len(expected) > 3
    assert machine.score(pairs, "en", "ru") == pytest.approx(expected, abs=0.05)
    assert machine.score([("", ""), ("a", "")], "en", "ru") == [0.0, 0.0]


def test_deterministic() -> None:
    """The same text gives the same translation, whatever is translated beside it."""
    machine = engine("argos", PINS)
    together = machine.translate(TEXTS, "en", "az")
    alone = [machine.translate([text], "en", "az")[0] for text in TEXTS[:4]]
    assert [t.best.text for t in together[:4]] == [t.best.text for t in alone]
    assert together == machine.translate(TEXTS, "en", "az")


def test_long_sentence_is_not_cut() -> None:
    """A sentence far beyond the window is translated to its end."""
    clauses = [f"the minister of culture visited city number {n} in the north of the country" for n in range(11, 41)]
    (result,) = engine("argos", PINS).translate(["; ".join(clauses) + "."], "en", "ru")
    found = [n for n in range(11, 41) if str(n) in result.best.text]
    assert len(found) >= 20  # a small model loses one now and then
    assert found[-1] == 40


def test_one_model_for_both_languages(tmp_path: Path) -> None:
    """The two shipped packages have the same weights, on the disk and in memory once, and so do two installed ones
    whose files are the same."""
    (ru,), (az,) = (locate("en", locale, pins=PINS) for locale in ("ru", "az"))
    assert ru.model == az.model
    shutil.copytree(ru.model, tmp_path / "model")
    assert argos._translator(ru.model) is argos._translator(tmp_path / "model")


def test_signature_and_missing_pair() -> None:
    """The signature names packages and settings; a pair without a package says what to run."""
    assert re.fullmatch(r"argos en_ru=\d+\.\d+ beam=4", engine("argos", PINS).signature("en", "ru"))
    with pytest.raises(PackageError, match="l10n models install en_xx"):
        engine("argos").translate(["Hello"], "en", "xx")


def test_marks_of_the_package_that_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine takes the marks that its package declares; through English it takes none."""
    (package,) = (replace(p, term_marks=("⟦", "⟧")) for p in locate("en", "ru", pins=PINS))
    routes = {"ru": (package,), "az": (package, package), "de": (replace(package, term_marks=None),)}
    monkeypatch.setattr(argos, "locate", lambda source, target, pins=(): routes[target])
    assert engine("argos").term_marks("en", "ru") == ("⟦", "⟧")
    assert engine("argos").term_marks("en", "az") is None
    assert engine("argos").term_marks("en", "de") is None


def test_shipped_packages_are_what_they_declare() -> None:
    """They run, and have in their vocabulary the marks that they declare."""
    for locale in ("ru", "az"):
        (package,) = locate("en", locale, pins=PINS)
        argos.check(package)


def test_marks_that_the_vocabulary_lacks() -> None:
    """A package that declares marks its model never saw is refused before it is installed."""
    (package,) = locate("en", "ru", pins=PINS)
    with pytest.raises(EngineError, match="its vocabulary has no ⸨ and no ⸩"):
        argos.check(replace(package, term_marks=("⸨", "⸩")))


def test_model_that_does_not_load(tmp_path: Path) -> None:
    """A broken model is one line."""
    package = next(p for p in locate("en", "ru", pins=PINS))
    (tmp_path / "model").mkdir()
    for file in package.model.iterdir():
        (tmp_path / "model" / file.name).write_bytes(file.read_bytes()[:1000])
    with pytest.raises(EngineError, match="does not run"):
        argos._load(tmp_path / "model")
