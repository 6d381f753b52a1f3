"""Make a machine translation obey the glossary: choose, locate, inflect, stand in, verify.

For each sentence: take the alternative that has most terms right; find what the model wrote for a term it got wrong,
by its spelling or by the alignment; put the glossary's term there in the case of what stood there, the model itself
judging between candidate forms; where nothing can be found, translate again with a well-known name in its place and
swap it back. What still fails is left as the model wrote it, with a doubt for the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from l10n import markup
from l10n.engines import Engine, Progress
from l10n.glossary import Glossary
from l10n.languages import Language, language
from l10n.locate import Range, Spelled, Working, alike, likeness, linked, overlaps
from l10n.model import Form, Hypothesis, Kind, Syntax, TermMatch, Translation
from l10n.standins import stand_ins

ALTERNATIVES = 4
SPELLED_ALIKE = 0.72
"""Least likeness (0..1) at which a stretch is a misspelling of a name: «Каримов» of «Керимов» is 0.86."""
SURE = 0.45
"""Least share of alignment at which the aligned words are taken for a term's translation."""
PROPER = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.KEEP)
"""Kinds whose place in a translation begins with a capital letter, whatever the model wrote."""


@dataclass(frozen=True, slots=True)
class Request:
    """A source text to translate, as its unit has it."""

    source: str
    syntax: Syntax
    matches: tuple[TermMatch, ...] = ()
    """Glossary terms in its clean text (`markup.strip`), with offsets in that text."""


@dataclass(frozen=True, slots=True)
class Result:
    """A machine translation with its marks, and what a reviewer should look at."""

    text: str
    score: float
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Job:
    """One sentence on its way."""

    clean: str
    terms: tuple[_Term, ...]
    translation: Translation
    working: Working
    score: float
    failed: list[_Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Term:
    """One occurrence of a concept in the source, and what is approved for it."""

    match: TermMatch
    targets: tuple[str, ...]
    surname: bool

    @property
    def at(self) -> Range:
        return self.match.start, self.match.end


class _Grammar:
    """What a locale's grammar says of approved terms."""

    def __init__(self, grammar: Language) -> None:
        self.language = grammar

    def found(self, term: _Term, text: str) -> tuple[Form, ...]:
        """Every approved form of a term in a text, by position, longest first where they overlap."""
        concept = term.match.concept
        forms = [
            form
            for target in term.targets
            for form in self.language.find(target, text, kind=concept.kind, gender=concept.gender)
        ]
        chosen: list[Form] = []
        for form in sorted(forms, key=lambda form: form.start - form.end):
            if not any(overlaps((form.start, form.end), (other.start, other.end)) for other in chosen):
                chosen.append(form)
        return tuple(sorted(chosen, key=lambda form: form.start))

    def forms(self, term: _Term, target: str) -> dict[str, str]:
        """The forms of an approved target by case key, in the number the target stands in."""
        concept = term.match.concept
        if concept.kind is Kind.KEEP:
            return {"nom": target}
        found = self.language.forms(target, kind=concept.kind, gender=concept.gender)
        return {key: form for key, form in found.items() if key in self.language.cases} or {"nom": target}

    def like(self, term: _Term, target: str, phrase: str) -> str | None:
        """The target with the suffixes of a phrase that stands where it should."""
        concept = term.match.concept
        if concept.kind is Kind.KEEP:
            return target
        return self.language.inflect_like(target, phrase, kind=concept.kind, gender=concept.gender)


def translate(
    requests: Sequence[Request],
    *,
    engine: Engine,
    glossary: Glossary,
    source: str,
    target: str,
    progress: Progress | None = None,
) -> list[Result]:
    """One result per request, in order; all of them go to the engine in one call."""
    grammar = _Grammar(language(target))
    stripped = [markup.strip(request.source, request.syntax) for request in requests]
    terms = [_terms(request.matches, glossary, target) for request in requests]
    composed = [_byline(each.text, own, target) for each, own in zip(stripped, terms, strict=True)]
    asked = ALTERNATIVES if any(terms) else 1
    texts = [each.text for each, ready in zip(stripped, composed, strict=True) if ready is None]
    made = iter(engine.translate(texts, source, target, alternatives=asked, progress=progress))
    jobs = [
        _choose(each.text, own, ready or next(made), grammar)
        for each, own, ready in zip(stripped, terms, composed, strict=True)
    ]
    _repair(jobs, grammar, _Judge(engine, source, target))
    _stand_in(jobs, grammar, engine=engine, locales=(source, target))
    for job in jobs:
        _appose(job, grammar)
    return [_result(each, job, grammar) for each, job in zip(stripped, jobs, strict=True)]


_AND = {"ru": " и ", "az": " və "}


def _byline(clean: str, terms: Sequence[_Term], locale: str) -> Translation | None:
    """A line of nothing but "By" and names of the glossary: the names alone, as newspapers of both languages sign."""
    if not clean.startswith("By ") or not terms:
        return None
    pieces, done = [], len("By ")
    for term in terms:
        between = clean[done : term.match.start]
        pieces += [_AND.get(locale, between) if between == " and " else between, term.targets[0]]
        done = term.match.end
        if between.strip(" ,") not in ("", "and"):
            return None
    text = "".join(pieces)
    return Translation(clean, (Hypothesis(text, 0.0),)) if not clean[done:].strip() else None


def _terms(matches: Sequence[TermMatch], glossary: Glossary, locale: str) -> tuple[_Term, ...]:
    terms = (_Term(m, glossary.target_for(m, locale), glossary.is_surname(m)) for m in matches)
    return tuple(term for term in terms if term.targets)


def _choose(clean: str, terms: tuple[_Term, ...], translation: Translation, grammar: _Grammar) -> _Job:
    """The alternative in which most terms are approved; the model's own order decides between equals."""

    def wrong(hypothesis: Hypothesis) -> int:
        return len(_missing(terms, hypothesis.text, grammar))

    best = min(translation.hypotheses, key=wrong) if terms else translation.best
    return _Job(clean, terms, translation, Working(best.text, best.links), best.score)


def _missing(terms: Sequence[_Term], text: str, grammar: _Grammar) -> list[_Term]:
    """The occurrences that have no approved form of their own in the text."""
    missing = []
    used: list[Range] = []
    for term in sorted(terms, key=lambda term: term.match.start - term.match.end):
        free = [f for f in grammar.found(term, text) if not any(overlaps((f.start, f.end), u) for u in used)]
        if free:
            used.append((free[0].start, free[0].end))
        else:
            missing.append(term)
    return sorted(missing, key=lambda term: term.match.start)


class _Judge:
    """Which of several texts the model finds likeliest for a source."""

    def __init__(self, engine: Engine, source: str, target: str) -> None:
        self._engine, self._locales = engine, (source, target)

    def best(self, questions: Sequence[tuple[str, Sequence[str]]]) -> list[int]:
        """For each (source, candidates) the index of the likeliest candidate; all are asked in one call."""
        pairs = [(source, text) for source, texts in questions if len(texts) > 1 for text in texts]
        scores = iter(self._engine.score(pairs, *self._locales) if pairs else ())
        chosen = []
        for _, texts in questions:
            own = [next(scores) for _ in texts] if len(texts) > 1 else [0.0]
            chosen.append(own.index(max(own)))
        return chosen


def _repair(jobs: Sequence[_Job], grammar: _Grammar, judge: _Judge) -> None:
    """Puts approved forms where the model wrote something else, one term of every sentence at a time."""
    open_terms = [_missing(job.terms, job.working.text, grammar) for job in jobs]
    while any(open_terms):
        questions: list[tuple[_Job, list[Working]]] = []
        for job, missing in zip(jobs, open_terms, strict=True):
            if missing:
                term = missing.pop(0)
                candidates = _candidates(job, term, grammar)
                if candidates:
                    questions.append((job, candidates))
                else:
                    job.failed.append(term)
        chosen = judge.best([(job.clean, [each.text for each in texts]) for job, texts in questions])
        for (job, candidates), number in zip(questions, chosen, strict=True):
            job.working = candidates[number]


def _candidates(job: _Job, term: _Term, grammar: _Grammar) -> list[Working]:
    """The sentence with the term in each form it may take where the model wrote something else for it."""
    place = _place(job, term, grammar)
    if place is None:
        return []
    span, wanted = place
    return [_put(job.working, span, form, term, grammar) for form in wanted]


def _place(job: _Job, term: _Term, grammar: _Grammar) -> tuple[Range, tuple[str, ...]] | None:
    """Where the term's place in the translation is, and the forms it can take there, likeliest first."""
    text, kind = job.working.text, term.match.concept.kind
    taken = [(f.start, f.end) for other in job.terms if other is not term for f in grammar.found(other, text)]
    aligned = linked(text, job.working.links, term.at, taken)
    spelled = _spelled(text, term, grammar, taken=taken, near=aligned[0] if aligned else None)
    if spelled is not None:
        return spelled
    if aligned is None or aligned[1] < SURE:
        return None
    span = aligned[0]
    if kind in PROPER and not text[span[0]].isupper():
        return None
    preferred = term.targets[0]
    like = grammar.like(term, preferred, text[span[0] : span[1]])
    forms = grammar.forms(term, preferred).values()
    return span, tuple(dict.fromkeys((*([like] if like else ()), *forms)))


def _spelled(
    text: str, term: _Term, grammar: _Grammar, *, taken: Sequence[Range], near: Range | None
) -> tuple[Range, tuple[str, ...]] | None:
    """The stretch that is a misspelling of an approved target, and the forms of that target it can stand for."""
    best: tuple[Spelled, str] | None = None
    for target in term.targets:
        proper = term.match.concept.kind in PROPER
        spelled = alike(text, grammar.forms(term, target).values(), taken=taken, near=near, proper=proper)
        if spelled and spelled.likeness >= SPELLED_ALIKE and (best is None or spelled.likeness > best[0].likeness):
            best = spelled, target
    if best is None:
        return None
    spelled, target = best
    stretch = text[spelled.at[0] : spelled.at[1]]
    like = grammar.like(term, target, stretch)
    if like and likeness(stretch, like) > max(likeness(stretch, form) for form in spelled.forms):
        return spelled.at, tuple(dict.fromkeys((like, *spelled.forms)))  # no case but a suffix: Vaşinqtonla
    return spelled.at, spelled.forms


def _put(working: Working, span: Range, form: str, term: _Term, grammar: _Grammar) -> Working:
    """The translation with a form in place: capital where a sentence begins, the preposition before it adapted."""
    before = working.text[: span[0]].rstrip()
    starts = not before.strip("«\"“„'—–- ") or before.endswith((".", "!", "?"))
    text = form[:1].upper() + form[1:] if starts else form
    result = working.replaced(span, text, term.at)
    agree = getattr(grammar.language, "agree_preposition", None)
    word = before.rsplit(None, 1)[-1:] if agree else []
    if word and span[0] - len(before) == 1:
        adapted = agree(word[0], text) if agree else word[0]
        if adapted != word[0]:
            result = result.replaced((len(before) - len(word[0]), len(before)), adapted)
    return result


def _stand_in(jobs: Sequence[_Job], grammar: _Grammar, *, engine: Engine, locales: tuple[str, str]) -> None:
    """Translates sentences again with a known name for each term that could not be placed."""
    asked: list[tuple[_Job, str, list[tuple[_Term, str]]]] = []
    for job in jobs:
        if job.failed:
            text, swaps = _with_stand_ins(job, locales[1])
            if swaps:
                asked.append((job, text, swaps))
    if not asked:
        return
    made = engine.translate([text for _, text, _ in asked], *locales, alternatives=1)
    for (job, _, swaps), translation in zip(asked, made, strict=True):
        _swap_back(job, translation.best, swaps, grammar)


def _with_stand_ins(job: _Job, locale: str) -> tuple[str, list[tuple[_Term, str]]]:
    text = job.clean
    swaps: list[tuple[_Term, str]] = []
    used: list[str] = []
    for term in sorted(job.failed, key=lambda term: -term.match.start):
        concept = term.match.concept
        options = stand_ins(concept.kind, concept.gender, locale, surname=term.surname, text=job.clean, avoid=used)
        if options:
            english, target = options[0]
            used.append(english)
            text = text[: term.match.start] + english + text[term.match.start + len(term.match.surface) :]
            swaps.append((term, target))
    return text, swaps


def _swap_back(job: _Job, best: Hypothesis, swaps: Iterable[tuple[_Term, str]], grammar: _Grammar) -> None:
    """Takes the new translation if every stand-in is found in it and no other term is lost."""
    working = Working(best.text)
    for term, target in swaps:
        concept = term.match.concept
        found = grammar.language.find(target, working.text, kind=concept.kind, gender=concept.gender)
        if not found:
            return
        forms = grammar.forms(term, term.targets[0])
        form = grammar.like(term, term.targets[0], found[0].text)
        form = form or next((forms[case] for case in found[0].cases if case in forms), term.targets[0])
        working = _put(working, (found[0].start, found[0].end), form, term, grammar)
    before = len(_missing(job.terms, job.working.text, grammar))
    if len(_missing(job.terms, working.text, grammar)) < before:
        job.working, job.score, job.failed = working, best.score, []


def _appose(job: _Job, grammar: _Grammar) -> None:
    """Puts a title the model dropped before the name it belongs to, or a name behind its title."""
    for term in _missing(job.terms, job.working.text, grammar):
        for title, name in _appositions(job):
            if term is title and (found := grammar.found(name, job.working.text)):
                forms = grammar.forms(title, title.targets[0])
                # Russian titles agree with the name; before an Azerbaijani name they stand in the nominative
                cases = found[0].cases if grammar.language.code == "ru" else ()
                form = next((forms[case] for case in cases if case in forms), title.targets[0])
                at = found[0].start, found[0].start
                job.working = _put(job.working, at, f"{form} ", title, grammar)
            elif term is name and (found := grammar.found(title, job.working.text)):
                cases = found[0].cases
                forms = grammar.forms(name, name.targets[0])
                form = next((forms[case] for case in cases if case in forms), name.targets[0])
                start, end = found[0].start, found[0].end
                if grammar.language.code == "ru":
                    job.working = job.working.replaced((end, end), f" {form}", name.at)
                else:
                    job.working = _put(job.working, (start, end), f"{title.targets[0]} {form}", title, grammar)


def _appositions(job: _Job) -> list[tuple[_Term, _Term]]:
    """Titles of a sentence with the name that directly follows each."""
    in_order = sorted(job.terms, key=lambda term: term.match.start)
    return [
        (one, other)
        for one, other in pairwise(in_order)
        if one.match.concept.kind is Kind.TITLE
        and other.match.concept.kind is Kind.PERSON
        and not job.clean[one.match.end : other.match.start].strip(" ,")
    ]


def _result(stripped: markup.Stripped, job: _Job, grammar: _Grammar) -> Result:
    doubts = [
        f"term missing: {term.match.surface} -> {' | '.join(term.targets)}"
        for term in _missing(job.terms, job.working.text, grammar)
    ]
    text, misplaced = markup.restore(stripped, job.working.text, job.working.links)
    return Result(text, job.score, tuple(dict.fromkeys((*job.translation.doubts, *doubts, *misplaced))))
