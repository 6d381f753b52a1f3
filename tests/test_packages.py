"""Argos packages: the choice among them, downloads, and installing that never leaves half a package."""

from __future__ import annotations

import json
import shutil
import stat
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from l10n.engines.argos import check
from l10n.errors import PackageError
from l10n.packages import Installed, Quality, index, installed, locate
from l10n.packages.install import install_file, remove
from l10n.packages.store import SHIPPED, argos_settings

EN_RU = next(SHIPPED.glob("translate-en_ru-*"))
OURS = json.loads((EN_RU / "metadata.json").read_text(encoding="utf-8"))["package_version"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Argos's package folder, empty; its downloads go beside it."""
    packages = tmp_path / "argos" / "packages"
    packages.mkdir(parents=True)
    monkeypatch.setattr(argos_settings(), "package_data_dir", packages)
    monkeypatch.setattr(argos_settings(), "package_dirs", [packages])
    monkeypatch.setattr(argos_settings(), "downloads_dir", tmp_path / "downloads")
    monkeypatch.delenv("L10N_ARGOS_INDEX", raising=False)
    return packages


def put(folder: Path, pair: str, version: str, **more: object) -> Path:
    """A package folder that looks whole (nothing loads its model)."""
    source, target = pair.split("_")
    path = folder / f"translate-{pair}-{version.replace('.', '_')}"
    (path / "model").mkdir(parents=True)
    (path / "model" / "model.bin").write_bytes(b"weights")
    (path / "sentencepiece.model").write_bytes(b"pieces")
    metadata = {"package_version": version, "from_code": source, "to_code": target, **more}
    (path / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return path


def archive(tmp_path: Path, version: str = "1.9", *, leave_out: str = "", model: bytes | None = None) -> Path:
    """An .argosmodel file made of the shipped package."""
    file = tmp_path / "made.argosmodel"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(EN_RU.rglob("*")):
            name = path.relative_to(EN_RU).as_posix()
            if not path.is_file() or name == leave_out:
                continue
            data = path.read_bytes()
            if name == "metadata.json":
                data = json.dumps({**json.loads(data), "package_version": version}).encode()
            if name == "model/model.bin" and model is not None:
                data = model
            packed.writestr(f"en_ru/{name}", data)
    return file


def names(folder: Path) -> list[str]:
    """What is in the package folder, and nothing may be left beside it."""
    assert [path.name for path in folder.parent.iterdir()] == ["packages"]
    return sorted(path.name for path in folder.iterdir())


# the choice


def test_shipped_without_any_other() -> None:
    """A fresh clone has a starter package for both languages."""
    for locale in ("ru", "az", "az-Latn", "ru_RU"):
        (package,) = locate("en", locale)
        assert (package.shipped, package.quality, package.problem) == (True, Quality.STARTER, "")


def test_shipped_ones_are_whole_and_small() -> None:
    """Argos Translate itself could use either folder; together they are at most 30 MB, weights counted once."""
    from argostranslate.package import Package

    files: dict[Path, int] = {}
    for folder in SHIPPED.iterdir():
        package = Package(folder)
        assert package.tokenizer.encode("Baku is a city.")
        assert (folder / "model" / "model.bin").stat().st_size > 1_000_000
        files |= {file.resolve(): file.stat().st_size for file in [*folder.iterdir(), *(folder / "model").iterdir()]}
    assert sum(size for file, size in files.items() if file.is_file()) < 30_000_000


def test_full_before_shipped_and_newer_before_older(folder: Path) -> None:
    """A full package goes before the shipped one; among several the highest version, by number and not by letter."""
    put(folder, "en_ru", "1.9")
    put(folder, "en_ru", "1.10")
    assert [package.version for package in installed() if package.pair == "en_ru"] == ["1.10", "1.9", OURS]
    assert locate("en", "ru")[0].version == "1.10"


def test_pin(folder: Path) -> None:
    """A pin by version, quality or path goes before all; one that is not there stops the run and says what is."""
    put(folder, "en_ru", "1.9")
    other = put(folder.parent / "elsewhere", "en_ru", "7.0")
    assert locate("en", "ru", pins=["en_ru=starter"])[0].shipped
    assert locate("en", "ru", pins=[f"en_az={OURS}", "en_ru=1.9"])[0].version == "1.9"
    assert locate("en", "ru", pins=[str(other)])[0].path == other
    assert locate("en", "az", pins=["en_ru=starter"])[0].pair == "en_az"
    with pytest.raises(PackageError, match=rf"en_ru=3 is pinned but not installed \(there is 1.9, {OURS}\)"):
        locate("en", "ru", pins=["en_ru=3"])
    with pytest.raises(PackageError, match=r"nowhere: pinned, but there is no metadata\.json"):
        locate("en", "ru", pins=["nowhere"])


def test_through_english(folder: Path) -> None:
    """Two packages in a row where there is none for the pair; the one that is missing is named."""
    with pytest.raises(PackageError, match=r"no package translates tr to az; run l10n models install tr_en$"):
        locate("tr", "az")
    put(folder, "tr_en", "1.5")
    assert [package.pair for package in locate("tr", "az")] == ["tr_en", "en_az"]


def test_broken_packages_are_listed_and_not_used(folder: Path) -> None:
    """A folder without metadata or model has a problem; sentence splitters and scratch folders are no packages."""
    (folder / "half").mkdir()
    shutil.rmtree(put(folder, "en_ru", "2.0") / "model")
    put(folder, "en_az", "3.0", type="sbd")
    (folder / ".l10n-x").mkdir()
    found = {package.path.name: package.problem for package in installed() if not package.shipped}
    assert found == {"half": "there is no metadata.json", "translate-en_ru-2_0": "there is no model/model.bin"}
    assert locate("en", "ru")[0].shipped


def test_model_of_another_package(folder: Path) -> None:
    """A package without a model of its own uses that of the package beside it that it names; where that is gone, it
    says so, and the next best is used. A model of its own goes before."""
    lender = put(folder, "en_ru", "1.9")
    borrower = put(folder, "en_az", "1.9", l10n_model_of=lender.name)
    assert locate("en", "az")[0].model == borrower / "model"
    shutil.rmtree(borrower / "model")
    assert locate("en", "az")[0].path == borrower
    assert locate("en", "az")[0].model == lender / "model"
    lender.rename(folder / "elsewhere")
    (package,) = (p for p in installed() if p.path == borrower)
    assert package.problem == "its model is that of translate-en_ru-1_9, which is not beside it"
    assert locate("en", "az")[0].shipped


def test_model_of_a_package_beside_it_only(folder: Path) -> None:
    """A name with a path in it cannot reach another folder."""
    outside = put(folder.parent / "elsewhere", "en_ru", "1.9")
    shutil.rmtree(put(folder, "en_az", "1.9", l10n_model_of=f"../../elsewhere/{outside.name}") / "model")
    assert locate("en", "az")[0].shipped


NO_MARKS = "term_marks must be two"


@pytest.mark.parametrize(
    ("declared", "problem"),
    [
        (None, ""),
        (["⟦", "⟧"], ""),
        *((wrong, NO_MARKS) for wrong in ([], ["⟦"], ["⟦", "⟦"], ["⟦⟦", "⟧⟧"], [1, 2], "⟦⟧", {"⟦": "⟧"})),
        *((wrong, NO_MARKS) for wrong in (["(", ")"], ["a", "b"], ["«", "»"], ["\ufe35", "⟧"])),
    ],
)
def test_term_marks(folder: Path, declared: object, problem: str) -> None:
    """The marks that a package takes; one that declares what can be no pair of marks is not used."""
    put(folder, "en_ru", "1.9", term_marks=declared)
    (package,) = (package for package in installed() if not package.shipped)
    assert package.term_marks == (tuple(declared) if isinstance(declared, list) and not problem else None)
    assert problem in package.problem and bool(problem) == bool(package.problem)


# installing


def test_install_and_remove(folder: Path, tmp_path: Path) -> None:
    """A package is installed from a file, used, replaced by another version, and removed; nothing is left over."""
    package = install_file(archive(tmp_path, "1.9"), check=check)
    assert names(folder) == ["translate-en_ru-1_9"]
    assert locate("en", "ru") == (package,)
    install_file(archive(tmp_path, "1.10"), check=check)
    assert names(folder) == ["translate-en_ru-1_10"]
    install_file(archive(tmp_path, "1.10"), check=check)
    assert [removed.version for removed in remove("en_ru")] == ["1.10"]
    assert names(folder) == []


def test_shipped_stays() -> None:
    """A shipped package cannot be removed, and the message says so."""
    with pytest.raises(PackageError, match="shipped with l10n and cannot be removed"):
        remove("en_ru")
    with pytest.raises(PackageError, match="no package de_fr is installed"):
        remove("de_fr")


def member(name: str, data: bytes = b"x", mode: int = 0) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info, data


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (member("../outside"), "reaches outside its folder"),
        (member("/etc/outside"), "reaches outside its folder"),
        (member("en_ru/..\\..\\outside"), "reaches outside its folder"),
        (member("C:/outside"), "reaches outside its folder"),
        (member("en_ru/link", b"/etc/passwd", stat.S_IFLNK | 0o777), "holds a link or device"),
        (member("en_ru/bomb", bytes(60_000_000)), "would unpack to"),
    ],
)
def test_unsafe_archives(folder: Path, tmp_path: Path, extra: tuple[zipfile.ZipInfo, bytes], reason: str) -> None:
    """An archive that reaches outside, links or explodes is refused before a byte is written."""
    file = tmp_path / "unsafe.argosmodel"
    with zipfile.ZipFile(file, "w") as packed:
        packed.write(EN_RU / "metadata.json", "en_ru/metadata.json")
        packed.writestr(*extra)
    with pytest.raises(PackageError, match=f"unsafe.argosmodel: .*{reason}"):
        install_file(file, check=check)
    assert names(folder) == []
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize(
    ("leave_out", "model", "reason"),
    [
        ("metadata.json", None, "there is no metadata.json"),
        ("model/model.bin", None, "there is no model/model.bin"),
        ("sentencepiece.model", None, "there is no sentencepiece.model"),
        ("model/shared_vocabulary.json", None, "does not work"),
        ("", b"", "does not work"),
        ("", b"not a model at all", "does not work"),
        ("", (EN_RU / "model" / "model.bin").read_bytes()[:100_000], "does not work"),
    ],
)
def test_unusable_packages(folder: Path, tmp_path: Path, leave_out: str, model: bytes | None, reason: str) -> None:
    """What CTranslate2 cannot run is refused, and the package that was there stays."""
    before = put(folder, "en_ru", "1.9")
    with pytest.raises(PackageError, match=reason):
        install_file(archive(tmp_path, "1.9", leave_out=leave_out, model=model), check=check)
    assert (before / "model" / "model.bin").read_bytes() == b"weights"
    assert names(folder) == [before.name]


@pytest.mark.parametrize("content", [b"", b"<html>not found</html>", b"PK\x03\x04 cut off"])
def test_not_an_archive(folder: Path, tmp_path: Path, content: bytes) -> None:
    """What is not a zip archive is named as such; so are a missing file and a folder."""
    file = tmp_path / "page.argosmodel"
    file.write_bytes(content)
    with pytest.raises(PackageError, match=r"not a readable \.argosmodel file"):
        install_file(file, check=check)
    with pytest.raises(PackageError, match="there is no such file"):
        install_file(tmp_path / "none.argosmodel", check=check)
    with pytest.raises(PackageError, match=r"a folder, not an \.argosmodel file"):
        install_file(tmp_path, check=check)
    assert names(folder) == []


def test_damaged_archive(folder: Path, tmp_path: Path) -> None:
    """A byte that flipped on the way is noticed."""
    file = archive(tmp_path)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(PackageError, match=r"not a readable \.argosmodel file"):
        install_file(file, check=check)
    assert names(folder) == []


def test_disk_full(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while the package moves to its place brings the one before back."""
    before = put(folder, "en_ru", "1.9")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name == "unpacked":
            raise OSError(28, "No space left on device", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PackageError, match="the disk is full; nothing was changed"):
        install_file(archive(tmp_path, "1.9"), check=lambda _: None)
    assert (before / "model" / "model.bin").read_bytes() == b"weights"
    assert names(folder) == [before.name]


# downloads


@dataclass
class Site:
    """A web server on this machine: files by path, and how it misbehaves."""

    files: dict[str, bytes] = field(default_factory=dict)
    cut: int = 0
    """Requests whose connection breaks after half of the answer."""
    ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range")
            served.asked.append((self.path, wanted))
            data = served.files.get(self.path)
            if data is None:
                self.send_error(404)
                return
            start = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted and served.ranges else 0
            if start >= len(data) > 0:
                self.send_error(416)
                return
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            body = data[start:]
            if served.cut:
                served.cut -= 1
                body = body[: len(body) // 2]
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        server.shutdown()
        thread.join()


def entry(pair: str, version: str, *links: str) -> dict[str, object]:
    source, target = pair.split("_")
    return {"from_code": source, "to_code": target, "package_version": version, "links": list(links)}


DATA = bytes(range(256)) * 2000


def test_newest_of_the_index(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest version with a web link; its links may be relative, ipfs is left out; the index may come from the
    environment."""
    entries = [entry("en_ru", "1.10", "ipfs://x", "new.argosmodel"), entry("en_ru", "1.9", "old.argosmodel")]
    entries += [entry("en_ru", "2.0", "ipfs://y"), {**entry("en_ru", "3.0", "x"), "type": "sbd"}]
    site.files["/index.json"] = json.dumps(entries).encode()
    monkeypatch.setenv("L10N_ARGOS_INDEX", f"{site.url}/index.json")
    assert index.find("en_ru") == index.Available("en_ru", "1.10", (f"{site.url}/new.argosmodel",))
    with pytest.raises(PackageError, match="the index has no package en_xx; it has en_ru"):
        index.find("en_xx")


def test_index_that_cannot_be_read(site: Site) -> None:
    """Each failure is one line, and offline users learn about files."""
    site.files |= {"/page": b"<html>", "/object": b"{}"}
    for path, reason in (("/page", "is not JSON"), ("/object", "not a list"), ("/none", "answered 404")):
        with pytest.raises(PackageError, match=reason):
            index.find("en_ru", url=site.url + path)
    with pytest.raises(PackageError, match=r"cannot be reached .*l10n models install FILE.argosmodel"):
        index.find("en_ru", url="http://127.0.0.1:9/index.json")
    with pytest.raises(PackageError, match="not an http or https address"):
        index.find("en_ru", url="file:///index.json")


def test_download(site: Site) -> None:
    """The file arrives whole, with its progress, and no part is left."""
    site.files["/a"] = DATA
    seen: list[tuple[int, int]] = []
    file = index.download(index.Available("en_ru", "1.9", (f"{site.url}/a",)), progress=lambda *s: seen.append(s))
    assert file.read_bytes() == DATA
    assert seen[-1] == (len(DATA), len(DATA))
    assert [path.name for path in file.parent.iterdir()] == ["translate-en_ru-1_9.argosmodel"]


@pytest.mark.parametrize("ranges", [True, False])
def test_cut_connection_is_continued(site: Site, tmp_path: Path, ranges: bool) -> None:
    """After a break the rest is fetched; a server that cannot continue gives the whole once more."""
    site.files["/a"], site.cut, site.ranges = DATA, 1, ranges
    file = index.fetch(f"{site.url}/a", tmp_path / "a")
    assert file.read_bytes() == DATA
    assert site.asked == [("/a", None), ("/a", f"bytes={len(DATA) // 2}-")]


def test_continued_by_a_later_run(site: Site, tmp_path: Path) -> None:
    """What came before the connection was lost for good is kept for the next run."""
    site.files["/a"], site.cut = DATA, index.ATTEMPTS
    with pytest.raises(PackageError, match=r"/a: cannot be fetched .*run it again to continue"):
        index.fetch(f"{site.url}/a", tmp_path / "a")
    assert not (tmp_path / "a").exists()
    have = (tmp_path / "a.part").stat().st_size
    assert have > len(DATA) / 2
    assert index.fetch(f"{site.url}/a", tmp_path / "a").read_bytes() == DATA
    assert site.asked[-1] == ("/a", f"bytes={have}-")


def test_part_of_another_file(site: Site, tmp_path: Path) -> None:
    """A part longer than the file is thrown away and the file fetched anew."""
    site.files["/a"] = b"short"
    (tmp_path / "a.part").write_bytes(DATA)
    assert index.fetch(f"{site.url}/a", tmp_path / "a").read_bytes() == b"short"


def test_next_link(site: Site) -> None:
    """A dead link is passed over for the next; where all are dead each is named."""
    site.files["/b"] = DATA
    links = (f"{site.url}/a", f"{site.url}/b")
    assert index.download(index.Available("en_ru", "1.9", links)).read_bytes() == DATA
    with pytest.raises(PackageError, match="/a: the server answered 404"):
        index.download(index.Available("en_ru", "1.9", links[:1]))


def test_installed_type() -> None:
    """Packages are values: the same folder read twice is the same package."""
    first, second = (next(p for p in installed() if p.path == EN_RU) for _ in range(2))
    assert isinstance(first, Installed)
    assert first == second
    assert first.size > 5_000_000
