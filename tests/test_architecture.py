"""The house: which room may ask which, and one door per third-party library."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "l10n"

DOORS = {
    "polib": ("l10n.catalog",),
    "filelock": ("l10n.catalog",),
    "typer": ("l10n.commands",),
    "rich": ("l10n.commands",),
    "ctranslate2": ("l10n.engines", "l10n.packages"),
    "argostranslate": ("l10n.packages",),
    "pymorphy3": ("l10n.languages",),
    "ahocorasick": ("l10n.glossary",),
    "markdown_it": ("l10n.formats",),
}
"""A library and the modules (or packages) that may import it. CTranslate2 is also asked by `packages` whether it can
load a package before that is installed."""

STOREYS = (
    ("l10n.commands", "l10n.__main__"),
    ("l10n.pipeline",),
    ("",),  # the stages
    ("l10n.languages",),
    ("l10n.model",),
    ("l10n.errors",),
)
"""From the top floor down; a module imports from its own floor and from below."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def storey(name: str) -> int:
    for number, rooms in enumerate(STOREYS):
        if any(room and inside(name, room) for room in rooms):
            return number
    return 2


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    """Only the modules named may import a third-party library."""
    users = {name for name, tree in modules() for found in imports(tree) if inside(found, library)}
    assert users, f"nothing imports {library}; take it out of the list and of pyproject.toml"
    assert [name for name in sorted(users) if not any(inside(name, door) for door in DOORS[library])] == []


def test_imports_go_down() -> None:
    """commands -> pipeline -> stages -> languages -> model -> errors, never up."""
    upward = [
        f"{name} imports {found}"
        for name, tree in modules()
        for found in imports(tree)
        if inside(found, "l10n") and found != "l10n" and found != "l10n.__version__" and storey(found) < storey(name)
    ]
    assert upward == []


def test_no_training_library_in_the_tool() -> None:
    """Nothing of the training stack is imported by l10n."""
    heavy = ("torch", "stanza", "spacy", "eflomal", "sacrebleu", "starter")
    found = [f"{name}: {lib}" for name, tree in modules() for lib in imports(tree) if lib.split(".")[0] in heavy]
    assert found == []


def test_help_imports_nothing_heavy() -> None:
    """`l10n --help` does not load the engine, the tokenizer, PO files, Argos, or the morphology."""
    code = (
        "import sys\nfrom l10n.commands.main import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'polib', 'argostranslate', 'pymorphy3', 'numpy', 'ahocorasick'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_the_package_itself_is_light() -> None:
    """`import l10n` brings nothing but itself."""
    code = "import sys; before = set(sys.modules); import l10n; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['l10n']"
