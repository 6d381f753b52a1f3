"""`l10n lint`: what a careful sub-editor would ask about, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.checks.names import fold
from l10n.checks.source import lint, lint_document
from l10n.formats import parse
from l10n.model import Finding
from l10n.project import Project

SHARED = Path(__file__).parents[3] / "shared"


def found(*paragraphs: str, name: str = "a.txt") -> list[Finding]:
    return list(lint_document(parse(Path(name), "\n\n".join(paragraphs) + "\n"), name))


def checks(*paragraphs: str) -> list[str]:
    return [finding.check for finding in found(*paragraphs)]


HEADLINE = "Ministers discuss the cooperation of museums"
BODY = (
    "The director of the museum thanked Georgia for the loan. The Georgian side will send forty paintings.",
    "Experts from Georgia arrive next week, the museum said.",
)


def test_a_country_that_only_the_lead_names_is_reported_there() -> None:
    """The country of the lead gives way to another below: the finding stands in the lead and names both."""
    lead = "Azerbaijan and Armenia have agreed on an exchange of paintings, the ministry said on Friday."
    findings = found(HEADLINE, lead, *BODY, "Azerbaijan will pay for the transport.")
    (only,) = [f for f in findings if f.check == "source-lone-place"]
    assert only.line == 3 and "“Armenia”" in only.message and "“Georgia”" in only.message
    assert only.source[slice(*(only.span or (0, 0)))] == "Armenia"


@pytest.mark.parametrize(
    "lead",
    [
        "Azerbaijan and Georgia have agreed on an exchange of paintings, the ministry said on Friday.",
        "Paintings from two countries will be shown together for the first time, the ministry said.",
        "The exchange was agreed upon in Yerevan, the ministry said on Friday, after long talks.",
    ],
)
def test_a_lead_that_the_body_bears_out_is_left_alone(lead: str) -> None:
    """No finding where every country comes back, none is named, or only a city is."""
    assert checks(HEADLINE, lead, *BODY, "Azerbaijan will pay for the transport.") == []


def test_a_country_named_by_its_people_is_named() -> None:
    """An adjective or a capital in the body is enough."""
    lead = "Azerbaijan and Armenia have agreed on an exchange of paintings, the ministry said on Friday."
    assert checks(HEADLINE, lead, *BODY, "Baku pays. The Armenian collection is on display in spring.") == []


def test_an_organization_that_only_the_lead_names_is_reported() -> None:
    """UNICEF above, UNESCO below."""
    lead = "UNICEF will help to restore the mosque, its director said at a meeting in the capital."
    assert checks(HEADLINE, lead, "UNESCO sends experts in May.", "The experts of UNESCO know the place.") == [
        "source-lone-place"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rustam Soli", "Rustam Soly"),
        ("Anar Karimov", "Anar Kerimov"),
        ("Muhammad Mammadov", "Mohammed Mamedov"),
        ("Farid Huseynov", "Farid Huseinov"),
        ("Kenny Miller", "Kenny Miler"),
    ],
)
def test_a_name_in_two_spellings_is_reported(one: str, other: str) -> None:
    """Transliterations of one name and slips of one letter, at the rarer spelling."""
    findings = found(f"{one} opened the talks in the morning.", f"{one} stayed.", f"Later {other} left the room.")
    assert [f.check for f in findings] == ["source-name-variants"]
    assert findings[0].line == 5 and f"“{other}”" in findings[0].message and f"“{one}”" in findings[0].message


def test_a_surname_alone_is_compared_too() -> None:
    """The headline drops the first name and slips."""
    assert checks("Kerimov opens festival", "Minister Anar Karimov opened the festival in Sheki.") == [
        "source-name-variants"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ilham Aliyev and Mehriban Aliyeva came. Heydar Aliyev was remembered.",
        "Wayde Sims died. His father, Wayne Sims, was a player too.",
        "David Johnson led the church. Johnson's father, John Johnson, had built it. The Johnsons moved.",
        "North Korea and South Korea sent teams. New York and New Delhi did not.",
        "Anar Karimov's speech was short. Karimov left.",
        "Tural Guliyev and Vusal Guliyev are brothers.",
    ],
)
def test_different_people_are_no_variants(text: str) -> None:
    """Relatives, feminine surnames, possessives and places are left alone."""
    assert [c for c in checks(text) if c == "source-name-variants"] == []


@pytest.mark.parametrize(("one", "other"), [("Quliyev", "Guliyev"), ("Khalil", "Halil"), ("Aleksandr", "Alexandr")])
def test_transliterations_fold_into_one(one: str, other: str) -> None:
    """What the ways of spelling a name have in common."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Culture Minister Anar Karimov opened the fair.", "Deputy Culture Minister Anar Karimov closed it."),
        ("Ambassador of Tajikistan Rustam Soli came.", "The Ambassador of Turkmenistan Rustam Soli left."),
        ("Minister of Culture Anar Karimov came.", "Minister of Health Anar Karimov left."),
        ("Prime Minister Ali Asadov came.", "Deputy Prime Minister Ali Asadov left."),
    ],
)
def test_titles_that_contradict_each_other_are_reported(one: str, other: str) -> None:
    """A minister is no deputy, and holds one office."""
    assert checks(one, other) == ["source-title-conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("First Deputy Minister of Culture, Acting Culture Minister Anar Karimov came.", "Minister Anar Karimov left."),
        ("Culture Minister Anar Karimov came.", "Minister Karimov left."),
        ("Deputy Minister Vagif Aliyev came.", "Minister Anar Karimov left."),
        ("Ambassador of Tajikistan to Azerbaijan Rustam Soli came.", "Ambassador Rustam Soli left."),
    ],
)
def test_titles_that_agree_are_left_alone(one: str, other: str) -> None:
    """A shorter title, two titles in one apposition, and other people's titles are no conflict."""
    assert checks(one, other) == []


def test_quotation_marks_close() -> None:
    """An open quotation is reported where it opens; one over several paragraphs may open again at each."""
    assert checks('"We are ready, he said.', "They left.") == ["source-quotes"]
    assert checks('We are ready," he said.', "They left.") == ["source-quotes"]
    assert checks('He said: "We are ready.', '"We have worked for years.', '"Now we begin."', "They left.") == []
    assert checks('"We are ready," he said. "Now we begin."', "The board is 6'2\" long.") == []
    assert checks("“We are ready,” he said.", "«So are we», she said.") == []


def test_an_open_quotation_is_seen_though_the_next_paragraph_quotes() -> None:
    """“..., he said” inside a quotation means that it should have been closed."""
    findings = found('"We are ready, he said on Monday.', '"We are glad," she added.')
    assert [(f.check, f.line) for f in findings] == [("source-quotes", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday, September 27, 2020.",
        "The fair opens on September 31.",
        "The fair opened on February 29, 2023.",
        "He was mayor from 2015 to 2011.",
        "Three countries: Georgia, Turkey, Iran and Iraq. All signed.",
        "Some 60 percent voted for the plan and 45 percent against.",
    ],
)
def test_numbers_that_cannot_be_right_are_reported(text: str) -> None:
    """Weekdays, days of the month, years, lists and shares that contradict each other."""
    assert checks(text) == ["source-numbers"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Sunday, September 27, 2020.",
        "They met on Monday, May 3, and again on Wednesday, May 5.",
        "The fair opened on February 29, 2024.",
        "He was mayor from 2011 to 2015, and the fair ran in 2019-20.",
        "Three countries: Georgia, Turkey and Iran. All signed.",
        "Exports rose 60 percent against 55 percent a year earlier.",
        "Contact 0800 555 111 quoting log 247 of 30th September.",
    ],
)
def test_numbers_that_agree_are_left_alone(text: str) -> None:
    """What can be right is not questioned."""
    assert checks(text) == []


def test_weekdays_without_a_year_are_compared_with_each_other() -> None:
    """Monday the third and Tuesday the fifth are not of one year."""
    assert checks("They met on Monday, May 3, and again on Tuesday, May 5.") == ["source-numbers"]


def test_an_article_waives_with_a_reason(tmp_path: Path) -> None:
    """A comment in Markdown, an entry of the settings for a text file; both say why."""
    wrong = "The fair opens on September 31."
    comment = "<!-- l10n-ignore: source-numbers - a joke of the author's -->"
    assert found(comment, wrong, name="a.md") == []
    bare = comment.replace(" - a joke of the author's", "")
    assert {f.check for f in found(bare, wrong, name="a.md")} == {"waiver-reason", "source-numbers"}
    (tmp_path / "l10n.toml").write_text(
        '[[check.waive]]\ncheck = "source-numbers"\npath = "*.txt"\nreason = "a joke"\n', encoding="utf-8"
    )
    article = tmp_path / "a.txt"
    article.write_text(wrong, encoding="utf-8")
    assert lint(Project.locate(tmp_path), [article]) == ()


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="no shared folder")
def test_the_real_articles_have_two_mistakes() -> None:
    """The lead that names the wrong country, and a quotation that nobody opens; nothing else in thirteen articles."""
    project = Project(SHARED)
    findings = lint(project, sorted((SHARED / "articles").glob("*.txt")))
    assert [(f.check, Path(f.path).stem, f.line) for f in findings] == [
        ("source-lone-place", "azernews-culture", 9),
        ("source-quotes", "ntrex-12-newsweek-51338", 21),
    ]
    assert "“Turkmenistan”" in findings[0].message and "“Tajikistan”" in findings[0].message
