"""JUnit XML, for CI servers that show tests: a file is a suite, a finding a test case that failed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from l10n.model import Finding, Severity

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Sequence[Finding]) -> str:
    """The XML report; errors and warnings are failures, notes are passed cases with their text as output."""
    root = ElementTree.Element("testsuites", name="l10n check", tests=str(len(findings)), failures=_failures(findings))
    for path, group in groupby(findings, key=lambda f: f.path):
        members = list(group)
        suite = ElementTree.SubElement(
            root, "testsuite", name=path, tests=str(len(members)), failures=_failures(members), errors="0", skipped="0"
        )
        for finding in members:
            _case(suite, finding)
    if not findings:
        suite = ElementTree.SubElement(root, "testsuite", name="l10n check", tests="1", failures="0", errors="0")
        ElementTree.SubElement(suite, "testcase", classname="l10n", name="nothing found")
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _failures(findings: Sequence[Finding]) -> str:
    return str(sum(finding.severity is not Severity.INFO for finding in findings))


def _case(suite: ElementTree.Element, finding: Finding) -> None:
    name = f"{finding.check} line {finding.line}"
    case = ElementTree.SubElement(
        suite, "testcase", classname=_clean(finding.path), name=name, file=_clean(finding.path), line=str(finding.line)
    )
    body = _clean(f"{finding.path}:{finding.line}: {finding.message}\n{finding.source}\n{finding.target}".rstrip())
    if finding.severity is Severity.INFO:
        ElementTree.SubElement(case, "system-out").text = body
    else:
        failure = ElementTree.SubElement(case, "failure", message=_clean(finding.message), type=finding.severity.value)
        failure.text = body


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
