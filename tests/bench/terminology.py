"""Terms in machine translation: approved forms, cases and chrF with and without the glossary, and the cost of it.

    python tests/bench/terminology.py [--limit 300] [--terms EXTRA.csv] [--package DIR] [--without-marks] [--show]

Reads ../shared/eval (news with references); the glossary is the project's, with more rows from ``--terms``. With an
engine that takes terms in marks, "marked" are its translations before anything is repaired.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics.chrf import CHRF

from l10n import glossary, terminology
from l10n.engines import Engine, Progress, TermMarks, engine
from l10n.languages import language
from l10n.model import Form, Hypothesis, Kind, Syntax, TermMatch, Translation
from l10n.terminology.drafter import Drafter
from l10n.terminology.terms import terms_of

ROOT = Path(__file__).parents[2]
EVAL = ROOT.parent / "shared" / "eval"


def pairs(locale: str) -> list[tuple[str, str]]:
    """English and reference, from both sets."""
    column = {"ru": 2, "az": 3}[locale]
    found = []
    for line in (EVAL / "ntrex-dev.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        found.append((cells[1], cells[column]))
    return found


def forms(terms: glossary.Glossary, match: TermMatch, text: str, locale: str) -> list[Form]:
    concept = match.concept
    return [
        form
        for target in terms.target_for(match, locale)
        for form in language(locale).find(target, text, kind=concept.kind, gender=concept.gender)
    ]


Named = tuple[str, str, tuple[TermMatch, ...]]
"""English, reference, and the terms in the English."""


class Oracle:
    """An engine that knows the reference but misspells its names, and ships no alignment: a good model's mistakes."""

    name = "oracle"

    def __init__(self, known: dict[str, str]) -> None:
        self._known = known

    def signature(self, source: str, target: str) -> str:
        return self.name

    def term_marks(self, source: str, target: str) -> TermMarks | None:
        return None

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        *,
        alternatives: int = 1,
        progress: Progress | None = None,
    ) -> list[Translation]:
        return [Translation(text, (Hypothesis(self._known.get(text, ""), 0.0),)) for text in texts]

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
        return [0.0 for _ in pairs]


VOWELS = str.maketrans("аеиоуыэюяaeiouəıöü", "оиеауиеуаoieoaıeüö")


def misspelled(terms: glossary.Glossary, found: Sequence[TermMatch], reference: str, locale: str) -> str:
    """The reference with the first two thirds of every word of every name respelled; the endings stay."""
    for match in found:
        for form in sorted(forms(terms, match, reference, locale), key=lambda form: -form.start)[:1]:
            words = []
            for word in form.text.split():
                cut = max(1, len(word) * 2 // 3 - 1)
                words.append(word[:1] + word[1:cut].translate(VOWELS) + word[cut:])
            reference = reference[: form.start] + " ".join(words) + reference[form.end :]
    return reference


def oracle(locale: str, terms: glossary.Glossary, *, limit: int, show: bool) -> None:
    """Only the placing and inflecting, apart from the model: proper names that the references hold."""
    proper = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION)
    named = []
    for english, reference in pairs(locale):
        found = tuple(m for m in terms.find(english) if m.concept.kind in proper and forms(terms, m, reference, locale))
        if found:
            named.append((english, reference, found))
    named = named[:limit]
    machine = Oracle({en: misspelled(terms, found, ref, locale) for en, ref, found in named})
    requests = [terminology.Request(en, Syntax.TEXT, found) for en, _, found in named]
    made = terminology.translate(requests, engine=machine, glossary=terms, source="en", target=locale)
    plain = [machine.translate([en], "en", locale)[0].best.text for en, _, _ in named]
    report("misspelt", locale, terms, named, plain, show=False)
    report("repaired", locale, terms, named, [result.text for result in made], show=show)


class WithoutMarks:
    """An engine that takes terms in marks as if it did not."""

    def __init__(self, machine: Engine) -> None:
        self.name, self.signature = machine.name, machine.signature
        self.translate, self.score = machine.translate, machine.score

    def term_marks(self, source: str, target: str) -> TermMarks | None:
        return None


def marked(locale: str, terms: glossary.Glossary, named: Sequence[Named], machine: Engine) -> list[str]:
    """The best translations of the sentences with their terms given in marks."""
    sentences = [(en, terms_of(found, terms, locale)) for en, _, found in named]
    return [made.best.text for made in Drafter(machine, "en", locale).translate(sentences)]


def measure(locale: str, terms: glossary.Glossary, machine: Engine, *, limit: int, show: bool) -> None:
    named = [(en, ref, found) for en, ref in pairs(locale) if (found := terms.find(en))][:limit]
    machine.translate([named[0][0]], "en", locale)
    if machine.term_marks("en", locale):
        report("marked", locale, terms, named, marked(locale, terms, named, machine), show=False)
    start = time.perf_counter()
    plain = [made.best.text for made in machine.translate([en for en, _, _ in named], "en", locale)]
    plain_time = time.perf_counter() - start
    start = time.perf_counter()
    requests = [terminology.Request(en, Syntax.TEXT, found) for en, _, found in named]
    made = [
        result.text
        for result in terminology.translate(requests, engine=machine, glossary=terms, source="en", target=locale)
    ]
    cost = (time.perf_counter() - start) / plain_time
    for label, texts in (("plain", plain), ("glossary", made)):
        report(label, locale, terms, named, texts, show=show and label == "glossary")
    print(f"   cost of terminology: {cost:.2f} times plain translation ({len(named)} segments)")


def report(
    label: str,
    locale: str,
    terms: glossary.Glossary,
    named: Sequence[Named],
    texts: Sequence[str],
    *,
    show: bool,
) -> None:
    occurrences = approved = comparable = same = 0
    for (english, reference, found), text in zip(named, texts, strict=True):
        for match in found:
            own, theirs = forms(terms, match, text, locale), forms(terms, match, reference, locale)
            occurrences += 1
            approved += bool(own)
            if show and not own:
                print(f"MISSING {match.surface}\n  {english}\n  {text}\n  {reference}")
            if own and theirs:
                comparable += 1
                cases = {case for form in theirs for case in form.cases}
                agrees = any(case in cases for form in own for case in form.cases)
                same += agrees
                if show and not agrees:
                    print(f"CASE {match.surface} {own[0].text} / {theirs[0].text}\n  {text}\n  {reference}")
    chrf = CHRF().corpus_score(list(texts), [[reference for _, reference, _ in named]]).score
    print(
        f"{locale} {label:9} approved {approved / occurrences:.1%} of {occurrences}, "
        f"case as in the reference {same / max(comparable, 1):.1%} of {comparable}, chrF {chrf:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--terms", type=Path)
    parser.add_argument("--locale", action="append")
    parser.add_argument("--package", action="append", default=[], help="a package folder, or a pin such as en_ru=1.9")
    parser.add_argument("--without-marks", action="store_true", help="as if the package did not take terms in marks")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--oracle", action="store_true", help="misspelt references instead of the engine")
    args = parser.parse_args()
    if not EVAL.is_dir():
        print("there is no ../shared/eval to measure on")
        return
    files = [*sorted((ROOT / "glossaries").glob("*.csv")), *([args.terms] if args.terms else [])]
    terms = glossary.load(files)
    machine = engine("argos", args.package)
    for locale in args.locale or ("ru", "az"):
        if args.oracle:
            oracle(locale, terms, limit=args.limit, show=args.show)
        else:
            asked = WithoutMarks(machine) if args.without_marks else machine
            measure(locale, terms, asked, limit=args.limit, show=args.show)


if __name__ == "__main__":
    main()
