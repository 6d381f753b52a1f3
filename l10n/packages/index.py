"""The package index and downloads from it; the only part of l10n that uses a network, and only when asked to."""

from __future__ import annotations

import http.client
import json
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from l10n import __version__
from l10n.errors import PackageError
from l10n.packages.store import argos_settings

Progress = Callable[[int, int], None]
"""Called with the bytes that are there and the bytes there will be (0 where the server does not say)."""

TIMEOUT = 30
CHUNK = 1 << 16
ATTEMPTS = 3
"""Times a cut connection is taken up again within one run."""


@dataclass(frozen=True, slots=True)
class Available:
    """A package of the index."""

    pair: str
    version: str
    links: tuple[str, ...]
    """Only http and https; the index also has ipfs ones."""


def index_url(url: str | None = None) -> str:
    """Where the index is: the argument, else ``L10N_ARGOS_INDEX``, else what Argos Translate is set to."""
    return url or os.environ.get("L10N_ARGOS_INDEX") or str(argos_settings().remote_package_index)


def find(pair: str, *, url: str | None = None) -> Available:
    """The newest package of a pair (``en_ru``) in the index. Raises PackageError where there is none."""
    where = index_url(url)
    entries = [entry for entry in _read_index(where) if entry.get("type", "translate") == "translate"]
    found = [
        Available(pair, str(entry.get("package_version", "0")), _links(entry, where))
        for entry in entries
        if _pair(entry) == pair
    ]
    found = sorted((package for package in found if package.links), key=lambda p: _numbers(p.version))
    if not found:
        known = sorted({_pair(entry) for entry in entries} - {""})
        some = f"; it has {', '.join(known[:8])}{' ...' if len(known) > 8 else ''}" if known else ""
        raise PackageError(f"the index has no package {pair}{some}", path=where)
    return found[-1]


def download(package: Available, *, progress: Progress | None = None) -> Path:
    """Fetches a package into Argos's download folder and returns the file; takes up where an earlier run stopped.

    Raises PackageError where no link gives a complete file.
    """
    folder = Path(argos_settings().downloads_dir)
    file = folder / f"translate-{package.pair}-{package.version.replace('.', '_')}.argosmodel"
    reasons = []
    for link in package.links:
        try:
            return fetch(link, file, progress=progress)
        except PackageError as error:
            reasons.append(str(error))
    raise PackageError("; ".join(reasons))


def fetch(url: str, file: Path, *, progress: Progress | None = None) -> Path:
    """Downloads to ``file`` by way of ``file.part``, which is kept where the connection breaks and then continued."""
    part = file.with_name(file.name + ".part")
    for attempt in range(1, ATTEMPTS + 1):
        try:
            _receive(url, part, progress)
            part.replace(file)
            return file
        except urllib.error.HTTPError as error:
            if error.code == 416:
                part.unlink(missing_ok=True)
                continue
            raise PackageError(f"the server answered {error.code} {error.reason}", path=url) from None
        except (http.client.HTTPException, ConnectionError, TimeoutError, urllib.error.URLError) as error:
            if attempt == ATTEMPTS:
                reason = getattr(error, "reason", None) or error
                raise PackageError(f"cannot be fetched ({reason}); run it again to continue", path=url) from None
        except OSError as error:
            raise PackageError(f"cannot be written ({error.strerror})", path=part) from None
    raise PackageError("the server does not give the file", path=url)


def _receive(url: str, part: Path, progress: Progress | None) -> None:
    """One request: the rest of the file, or all of it where the server does not continue."""
    have = part.stat().st_size if part.exists() else 0
    part.parent.mkdir(parents=True, exist_ok=True)
    with urllib.request.urlopen(_request(url, have), timeout=TIMEOUT) as response:
        continues = response.status == 206 and f"bytes {have}-" in (response.headers.get("Content-Range") or "")
        have = have if continues else 0
        length = int(response.headers.get("Content-Length") or 0)
        total = have + length if length else 0
        with part.open("ab" if continues else "wb") as out:
            while chunk := response.read(CHUNK):
                out.write(chunk)
                have += len(chunk)
                if progress:
                    progress(have, total)
    if total and have != total:
        raise ConnectionError(f"{have:,} of {total:,} bytes came")


def _request(url: str, have: int = 0) -> urllib.request.Request:
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise PackageError("not an http or https address", path=url)
    headers = {"User-Agent": f"l10n/{__version__}", **({"Range": f"bytes={have}-"} if have else {})}
    return urllib.request.Request(url, headers=headers)


def _read_index(url: str) -> list[dict[str, Any]]:
    try:
        with urllib.request.urlopen(_request(url), timeout=TIMEOUT) as response:
            entries = json.loads(response.read())
    except urllib.error.HTTPError as error:
        raise PackageError(f"the package index answered {error.code} {error.reason}", path=url) from None
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise PackageError(
            f"the package index cannot be reached ({reason}); a package file can be installed offline: "
            "l10n models install FILE.argosmodel",
            path=url,
        ) from None
    except ValueError:
        raise PackageError("the package index is not JSON", path=url) from None
    if not isinstance(entries, list):
        raise PackageError("the package index is not a list", path=url)
    return [entry for entry in entries if isinstance(entry, dict)]


def _pair(entry: dict[str, Any]) -> str:
    source, target = entry.get("from_code"), entry.get("to_code")
    return f"{source}_{target}" if source and target else ""


def _links(entry: dict[str, Any], where: str) -> tuple[str, ...]:
    links = [urllib.parse.urljoin(where, str(link)) for link in entry.get("links") or ()]
    return tuple(link for link in links if urllib.parse.urlsplit(link).scheme in ("http", "https"))


def _numbers(version: str) -> list[int]:
    return [int(number) if number.isdigit() else 0 for number in version.split(".")]
