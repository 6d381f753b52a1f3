"""Every check by its stable id: how grave it is, what it means, how to mend it; SARIF quotes these."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Rule:
    """A check as its reader knows it."""

    id: str
    severity: Severity
    """The default; ``[check.severity]`` in the settings overrides it."""
    title: str
    help: str


RULES: tuple[Rule, ...] = (
    Rule(
        "catalog-syntax",
        ERROR,
        "The PO file cannot be read",
        "Open the file at the line named, repair the entry (quotes, keywords, encoding), and run the check again.",
    ),
    Rule(
        "glossary-term",
        ERROR,
        "A protected term is missing from the translation",
        "Write the glossary's target term, in whatever case form the sentence needs.",
    ),
    Rule(
        "glossary-forbidden",
        ERROR,
        "The translation uses a variant that the glossary forbids",
        "Replace the variant by the preferred term in the same case form.",
    ),
    Rule(
        "glossary-case",
        WARNING,
        "A protected term stands in a case that the preposition before it does not take",
        "Write the term in the case named.",
    ),
    Rule("glossary-duplicate", ERROR, "One concept has two rows", "Join the two rows of the glossary into one."),
    Rule(
        "glossary-conflict",
        ERROR,
        "One English term has two preferred targets",
        "Keep one preferred target; put the other after `|` or into the forbidden column.",
    ),
    Rule("glossary-script", ERROR, "A glossary term has letters of another script", "Retype the letters named."),
    Rule(
        "glossary-missing-target",
        WARNING,
        "A concept has no target in a locale of the project",
        "Fill in the column of that locale.",
    ),
    Rule("glossary-unreachable", WARNING, "A term can never be found", "Remove it, or the longer term that hides it."),
    Rule(
        "glossary-value", ERROR, "A cell has a value that is not known", "Use one of the values that the message lists."
    ),
    Rule(
        "glossary-gender", WARNING, "A person has no gender", "Write m or f; the case forms of the name depend on it."
    ),
    Rule("glossary-spacing", WARNING, "A cell has odd spaces or an empty alternative", "Write plain single spaces."),
    Rule("glossary-waiver", ERROR, "A waiver in a note has no reason", "Write [waive check-id: why] into the note."),
    Rule("glossary-column", WARNING, "The glossary has an unknown column", "Correct the name in the header row."),
    Rule("numbers", ERROR, "A number differs from the source", "Give the same number as the source."),
    Rule(
        "placeholders",
        ERROR,
        "A placeholder, address or account name was lost or changed",
        "Copy it from the source, letter by letter.",
    ),
    Rule("markup", ERROR, "Markup was lost, added or is unbalanced", "Use the same tags and marks as the source."),
    Rule(
        "mixed-script",
        ERROR,
        "Latin and Cyrillic letters are mixed in one word",
        "Retype the word with one keyboard layout; look-alike letters break search and hyphenation.",
    ),
    Rule(
        "inconsistent",
        WARNING,
        "One text or name is translated in two ways",
        "Choose one wording and use it in every place.",
    ),
    Rule("untranslated", WARNING, "Text was left in English", "Translate it."),
    Rule("negation", INFO, "A negation may have been lost or added", "Compare the meaning of the two sentences."),
    Rule("punctuation", WARNING, "The sentence ends in another mark than the source", "Use the source's final mark."),
    Rule(
        "quotes",
        WARNING,
        "Quotation marks are lost, unbalanced or not the language's own",
        'Russian: «...» with „...“ inside. Azerbaijani: "..." or «...».',
    ),
    Rule("spacing", WARNING, "A space is doubled, missing or stands before a mark", "Correct the spacing."),
    Rule("repetition", WARNING, "A word or phrase is repeated", "Delete the repetition."),
    Rule("length", INFO, "The translation is unusually short or long", "Look for missing or invented text."),
    Rule("unreviewed", ERROR, "The unit is not reviewed", "Review the unit and remove its fuzzy mark."),
    Rule("stale", WARNING, "Article and catalog do not agree", "Run `l10n translate` on the article."),
    Rule(
        "waiver-reason",
        WARNING,
        "An l10n-ignore has no reason or names an unknown check",
        "Write `l10n-ignore: check-id - why it is right here`.",
    ),
    Rule("waiver-unused", INFO, "An l10n-ignore has nothing to waive", "Delete it."),
    Rule(
        "source-name-variants",
        WARNING,
        "A person's name is spelled in two ways",
        "Find out the right spelling and use it throughout the article.",
    ),
    Rule(
        "source-lone-place",
        WARNING,
        "The headline or lead names a country or organization of which the article does not speak",
        "Correct the lead, or the body.",
    ),
    Rule(
        "source-title-conflict",
        WARNING,
        "One person has two titles that contradict each other",
        "Find out the right title and use it throughout the article.",
    ),
    Rule("source-quotes", WARNING, "A quotation mark does not close", "Add the missing mark."),
    Rule("source-numbers", WARNING, "Numbers or dates contradict each other", "Correct the one that is wrong."),
)

_BY_ID = {rule.id: rule for rule in RULES}


def rule(check: str) -> Rule:
    """The rule of a check id; for one that is not listed (a glossary's own), a plain warning of that name."""
    return _BY_ID.get(check) or Rule(check, WARNING, check.replace("-", " "), "See the message.")


def known(check: str) -> bool:
    return check in _BY_ID or check.startswith(("glossary-", "waiver-"))


ORDER = (Severity.INFO, Severity.WARNING, Severity.ERROR)
"""Ascending gravity."""


def lower(severity: Severity) -> Severity:
    """One step less grave; info stays info."""
    return ORDER[max(0, ORDER.index(severity) - 1)]


def at_least(severity: Severity, threshold: Severity) -> bool:
    return ORDER.index(severity) >= ORDER.index(threshold)
