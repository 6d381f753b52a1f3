"""A new project: what `l10n init` writes. Nothing that exists is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from l10n.errors import ProjectError

SETTINGS = """\
# Settings of this l10n project; every line is optional.
source = "en"
locales = ["ru", "az"]
engine = "argos"

# Argos packages to be preferred: "en_ru=1.9" (a version), "en_ru=starter" (the small ones that come with l10n),
# or the path of a package folder. Without it the best installed package is used.
# packages = ["en_ru=1.9"]

[paths]
articles = "articles"
catalogs = "catalogs"
glossaries = "glossaries"
output = "translated"

# Severity of a check in this project: error, warning, info or off.
# [check.severity]
# length = "off"

# A finding that is right as it is, in a file that cannot hold a comment:
# [[check.waive]]
# check = "source-lone-place"
# path = "articles/x.txt"
# reason = "the lead names the country of the press agency"
"""

_HEADER = "term,kind,gender,ru,az,ru.forbidden,az.forbidden,case,note\n"

CI = """\
# GitHub Actions: l10n check on every push and pull request, findings as annotations.
# Put the repository that your newsroom has l10n in where it says YOUR-ORGANIZATION.
name: l10n
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/checkout@v4
        with: {repository: YOUR-ORGANIZATION/l10n, path: .l10n}
      - uses: actions/setup-python@v5
        with: {python-version: "3.11"}
      - run: make -C .l10n setup PYTHON=python3
      - run: .l10n/.venv/bin/l10n check --format github
"""

PRE_COMMIT = """\
# pre-commit: l10n check on the catalogs and glossaries of a commit.
repos:
  - repo: local
    hooks:
      - id: l10n-check
        name: l10n check
        entry: l10n check
        language: system
        files: \\.(po|csv)$
"""

FILES = {
    "l10n.toml": SETTINGS,
    "glossaries/people.csv": _HEADER,
    "glossaries/titles.csv": _HEADER,
    "glossaries/places.csv": _HEADER,
    "glossaries/organizations.csv": _HEADER,
    "articles/.gitkeep": "",
    "catalogs/.gitkeep": "",
    ".github/workflows/l10n.yml": CI,
    ".pre-commit-config.yaml": PRE_COMMIT,
}


def start(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Makes the files of a project; yields each with whether it is new."""
    for name, text in FILES.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            if path.is_dir() or not path.parent.is_dir():
                raise ProjectError("a folder or file of that name is in the way; move it", path=path) from None
            yield path, False
        except OSError as error:
            reason = f"cannot be made ({(error.strerror or str(error)).lower()}); choose a folder you may write in"
            raise ProjectError(reason, path=path) from error
        else:
            yield path, True
