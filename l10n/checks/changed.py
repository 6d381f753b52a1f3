"""Which files changed since a revision; asks git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from l10n.errors import ProjectError


def changed_since(revision: str, root: Path) -> frozenset[Path]:
    """Absolute paths that differ from a revision, new and untracked files included, deleted ones not."""
    if revision.startswith("-"):
        raise ProjectError(f"--since needs a revision, {revision!r} looks like an option")
    top = Path(_git(root, "rev-parse", "--show-toplevel")[0])
    names = _git(root, "diff", "--name-only", "--diff-filter=d", "-z", revision, "--", ".")
    names += [(root.relative_to(top) / n).as_posix() for n in _git(root, "ls-files", "-o", "--exclude-standard", "-z")]
    return frozenset(top / name for name in names)


def _git(root: Path, *arguments: str) -> list[str]:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ProjectError("--since needs git, which is not installed; check without --since") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise ProjectError(f"--since asked git, which said: {said}; name a revision of this repository")
    text = done.stdout.decode("utf-8", "surrogateescape")
    return [name for name in text.split("\0" if "-z" in arguments else "\n") if name]
