"""Findings as text, JSON, GitHub annotations, SARIF and JUnit XML."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from l10n.checks.context import waive_hint
from l10n.model import Finding, Severity
from l10n.report.findings import FORMATS, as_json, render

WRONG = Finding(
    "numbers",
    Severity.ERROR,
    "catalogs/ru/a.po",
    7,
    "The number 27 is missing: 100 %, really." + waive_hint("numbers"),
    "ru",
    "He met 27 guests.",
    "Он встретил 28 гостей.",
    (12, 14),
)
MILD = Finding("length", Severity.INFO, "catalogs/ru/b, c.po", 0, "Unusually short.\nLook again.", "ru", "A\x01b", "А")
FINDINGS = (WRONG, replace(WRONG, line=9, severity=Severity.WARNING), MILD)


def test_json_has_the_contract_keys() -> None:
    """Every finding has the keys of the design, and the summary counts."""
    data = as_json(FINDINGS)
    keys = {"check", "severity", "path", "line", "locale", "source", "target", "message"}
    assert all(keys <= set(row) for row in data["findings"])
    assert data["findings"][0]["span"] == [12, 14]
    assert data["summary"] == {
        "total": 3,
        "error": 1,
        "warning": 1,
        "info": 1,
        "checks": {"length": 1, "numbers": 2},
    }
    assert json.loads(render(FINDINGS, "json")) == data


def test_text_groups_by_file_marks_the_place_and_counts() -> None:
    """One heading per file, the place between >>> and <<<, the way to waive said once, and the last line counts."""
    text = render(FINDINGS, "text", looked_at="2 catalogs")
    assert text.count("catalogs/ru/a.po\n") == 1
    assert "  7: error: The number 27 is missing" in text and "[numbers]" in text
    assert "Он встретил >>>28<<< гостей." in text
    assert text.count("l10n-ignore") == 1
    assert text.endswith("1 error, 1 warning, 1 note in 2 catalogs.\n")
    assert render((), "text", looked_at="2 catalogs") == "Nothing found in 2 catalogs.\n"


def test_github_annotations_are_escaped() -> None:
    """A comma in a path, a percent sign and a line end do not break the workflow command."""
    lines = render(FINDINGS, "github").splitlines()
    assert lines[0].startswith("::error file=catalogs/ru/a.po,line=7,title=numbers%3A A number differs")
    assert "100 %25, really" in lines[0]
    assert lines[1].startswith("::warning ")
    assert lines[2].startswith("::notice file=catalogs/ru/b%2C c.po,line=1,") and lines[2].endswith("%0ALook again.")


def test_sarif_names_rules_places_and_fingerprints() -> None:
    """Version 2.1.0, each result with its rule, level, place, and a fingerprint of its own that no line decides."""
    log = json.loads(render(FINDINGS, "sarif"))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["length", "numbers"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    results = run["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    prints = [result["partialFingerprints"]["l10n/v1"] for result in results]
    assert len(set(prints)) == 3 and prints[0].split(":")[0] == prints[1].split(":")[0]
    place = results[2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "catalogs/ru/b%2C%20c.po" and place["region"]["startLine"] == 1


def test_junit_is_xml_that_counts_failures() -> None:
    """A suite per file, failures for errors and warnings; control characters do not break the XML."""
    root = ElementTree.fromstring(render(FINDINGS, "junit"))
    assert root.attrib["tests"] == "3" and root.attrib["failures"] == "2"
    assert [suite.attrib["name"] for suite in root] == ["catalogs/ru/a.po", "catalogs/ru/b, c.po"]
    assert len(root.findall(".//failure")) == 2 and root.find(".//system-out") is not None
    nothing = ElementTree.fromstring(render((), "junit"))
    assert nothing.attrib["failures"] == "0" and nothing.find(".//testcase") is not None


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_ends_in_a_line_feed(format: str) -> None:
    """Data on stdout ends its last line."""
    assert render(FINDINGS, format).endswith("\n")
