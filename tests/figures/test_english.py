"""The figures of English sentences."""

from __future__ import annotations

import pytest

from l10n.figures.english import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sept. 27, 2020, it rose 4.5%.", ["date:Sept. 27, 2020", "percent:4.5%"]),
        ("The 27th of May and 3 March 2024", ["date:27th of May", "date:3 March 2024"]),
        ("In May 2020 it may rain", ["date:May 2020"]),
        ("At 5:30 p.m. and 17:45", ["time:5:30 p.m.", "time:17:45"]),
        ("They won 4-2 and aged 4-6 years", ["score:4-2", "number:4", "number:6"]),
        ("A $5 bn deal, €3.2m more", ["money:$5 bn", "money:€3.2m"]),
        ("5 million manats for 3 million people", ["money:5 million manats", "number:3 million"]),
        ("The G20 saw an Su-35 and COVID-19", ["code:G20", "code:Su-35", "code:COVID-19"]),
        ("In the 1990s he came 3rd", ["decade:1990s", "ordinal:3rd"]),
        (
            "See https://example.org/a_1, or a@example.org.",
            ["verbatim:https://example.org/a_1", "verbatim:a@example.org"],
        ),
        (
            "@baku_news shared report_2.pdf with #Baku",
            ["verbatim:@baku_news", "verbatim:report_2.pdf", "verbatim:#Baku"],
        ),
        ("About 71,300 of 80 came", ["number:71,300", "number:80"]),
        ("Seven came on a train", []),
        ("Seven came on Monday, reports the Sunday Times", ["weekday:Monday"]),
    ],
)
def test_each_figure_has_its_kind(text: str, expected: list[str]) -> None:
    """Longest first, none inside another; numbers in words are not figures."""
    assert [f"{figure.kind}:{figure.text}" for figure in find(text)] == expected


def test_parts_of_figures() -> None:
    """Days, clocks, scales and currencies are read."""
    date, time, money = find("By Jan. 5, 2025, at 12:15 a.m. it had $3.4bn.")
    assert (date.day, date.month, date.year) == (5, 1, 2025)
    assert time.clock == (0, 15)
    assert (money.number, money.scale, money.unit) == ("3.4", 10**9, "USD")
