"""Well-known names of the same kind and gender, which any news model translates, in place of one it does not know."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model import Gender, Kind

PEOPLE = {
    Gender.MASCULINE: (
        ("Vladimir Putin", {"ru": "Владимир Путин", "az": "Vladimir Putin"}),
        ("Ilham Aliyev", {"ru": "Ильхам Алиев", "az": "İlham Əliyev"}),
        ("Sergei Ivanov", {"ru": "Сергей Иванов", "az": "Sergey İvanov"}),
    ),
    Gender.FEMININE: (
        ("Maria Petrova", {"ru": "Мария Петрова", "az": "Mariya Petrova"}),
        ("Maria Zakharova", {"ru": "Мария Захарова", "az": "Mariya Zaxarova"}),
    ),
}
SURNAMES = {
    Gender.MASCULINE: (
        ("Putin", {"ru": "Путин", "az": "Putin"}),
        ("Ivanov", {"ru": "Иванов", "az": "İvanov"}),
    ),
    Gender.FEMININE: (("Zakharova", {"ru": "Захарова", "az": "Zaxarova"}),),
}
OTHERS = {
    Kind.PLACE: (
        ("Russia", {"ru": "Россия", "az": "Rusiya"}),
        ("Moscow", {"ru": "Москва", "az": "Moskva"}),
        ("Germany", {"ru": "Германия", "az": "Almaniya"}),
    ),
    Kind.ORGANIZATION: (
        ("the European Union", {"ru": "Европейский союз", "az": "Avropa İttifaqı"}),
        ("the World Bank", {"ru": "Всемирный банк", "az": "Dünya Bankı"}),
    ),
    Kind.TITLE: (
        ("president", {"ru": "президент", "az": "prezident"}),
        ("minister", {"ru": "министр", "az": "nazir"}),
    ),
}

StandIn = tuple[str, str]
"""The English stand-in, and its target in the nominative."""


def stand_ins(
    kind: Kind, gender: Gender, locale: str, *, surname: bool, text: str, avoid: Iterable[str] = ()
) -> list[StandIn]:
    """Stand-ins for a name in a text, best first; none that the text speaks of itself. Empty where there are none."""
    if kind is Kind.PERSON:
        table = (SURNAMES if surname else PEOPLE)[gender or Gender.MASCULINE]
    else:
        table = OTHERS.get(kind, ())
    lowered = text.casefold()
    avoid = set(avoid)
    return [
        (english, targets[locale])
        for english, targets in table
        if locale in targets
        and english not in avoid
        and not any(word in lowered for word in english.casefold().removeprefix("the ").split())
    ]
