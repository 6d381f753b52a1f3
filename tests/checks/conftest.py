"""A small project to check: a glossary of four rows, and catalogs written as a translator would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.project import Project

GLOSSARY = """\
term,kind,gender,ru,az,ru.forbidden,az.forbidden,case,note
Anar Karimov,person,m,Анар Керимов,Anar Kərimov,Анар Каримов,Anar Karimov,,
Culture Minister|Minister of Culture,title,,министр культуры,mədəniyyət naziri,,,,
Tajikistan,place,,Таджикистан,Tacikistan,Таджикия,,,
UNESCO,organization,,ЮНЕСКО,YUNESKO,,,,
"""

Entry = tuple[str, str] | tuple[str, str, str]
Writer = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a glossary and no catalogs."""
    (tmp_path / "l10n.toml").write_text('locales = ["ru", "az"]\n', encoding="utf-8")
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    return Project.locate(tmp_path)


@pytest.fixture
def write(project: Project) -> Writer:
    """Writes ``catalogs/<locale>/<slug>.po`` from (source, target) pairs; a third item stands before the entry."""

    def writer(locale: str, slug: str, *entries: Entry) -> Path:
        blocks = [f'msgid ""\nmsgstr "Language: {locale}\\nContent-Type: text/plain; charset=UTF-8\\n"\n']
        for source, target, *before in entries:
            above = "".join(f"{line}\n" for line in before)
            blocks.append(f"{above}msgid {_quoted(source)}\nmsgstr {_quoted(target)}\n")
        path = project.root / "catalogs" / locale / f"{slug}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(blocks), encoding="utf-8")
        return path

    return writer


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
