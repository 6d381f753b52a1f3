"""A country or organization that only the headline or lead names, while the article speaks of another of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from l10n.checks.article import Article
from l10n.checks.context import quote
from l10n.checks.vocabulary import Gazetteer, Mention, countries, organizations
from l10n.model import Finding


def lone_places(article: Article) -> Iterator[Finding]:
    """Every country that the top names comes back below, unless no other country takes its place there."""
    yield from _lone(article, countries(), "country")


def lone_organizations(article: Article, known: tuple[str, ...] = ()) -> Iterator[Finding]:
    """The same of organizations; ``known`` are a glossary's own, the names of each joined by ``|``."""
    yield from _lone(article, organizations(known), "organization")


def _lone(article: Article, gazetteer: Gazetteer, what: str) -> Iterator[Finding]:
    mentions = [gazetteer.mentions(paragraph.text) for paragraph in article.paragraphs]
    above = [(i, m) for i in article.top for m in mentions[i] if not m.by_capital]
    below = [m for i, found in enumerate(mentions) if i not in article.top for m in found]
    spoken_of = {mention.name for mention in below}
    announced = {mention.name for _, mention in above}
    reported: set[str] = set()
    for paragraph, mention in above:
        if mention.name in spoken_of or mention.name in reported:
            continue
        other = _instead(mention, below, announced, gazetteer)
        if other:
            reported.add(mention.name)
            name, times = other
            message = (
                f"{quote(mention.name)} is named only here, while the rest of the article speaks of {quote(name)} "
                f"({times} times) and never of {quote(mention.name)}. Check which {what} is meant and correct it."
            )
            span = mention.start, mention.end
            yield article.finding("source-lone-place", message, paragraph=paragraph, span=span)


def _instead(
    mention: Mention, below: list[Mention], announced: set[str], gazetteer: Gazetteer
) -> tuple[str, int] | None:
    """The one of the same kind that the body names most, at least twice by its name, though the top does not."""
    kind = gazetteer.kinds.get(mention.name)
    if kind == "":
        return None
    counts = Counter(
        m.name for m in below if m.by_name and m.name not in announced and gazetteer.kinds.get(m.name) == kind
    )
    name, times = next(iter(counts.most_common(1)), ("", 0))
    return (name, times) if times >= 2 else None
