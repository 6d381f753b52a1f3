"""Speed of the main job beside Argos Translate's own, with the same packages, on this machine, in turn.

    python tests/bench/translate.py [--repeat 3] [--articles 1 13] [--argos-python PYTHON]

Each contestant is a fresh process, timed from its start to its end, and translates into Russian and Azerbaijani:

- ``command``: ``l10n translate``, all of it: segments, glossary, memory, catalogs written;
- ``engine``: the segments of the articles through ``engine("argos")``;
- ``bare``: the shortest script over CTranslate2 that does the same, which is the most that can be had;
- ``argos``: the same text through ``argostranslate.translate``, splitting sentences with our splitter, since its own is
  downloaded at run time. ``--argos-python`` names an interpreter that has Argos Translate as it installs itself (with
  stanza, spacy and torch); without it empty modules stand in for those, which spares it seconds of imports.

The lowest of the repetitions counts, and what is printed are the ratios: of wall seconds, which is what an editor
waits but is distorted where other work runs on the machine, and of processor seconds, which hardly is.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from l10n.packages import installed

ROOT = Path(__file__).parents[2]
LOCALES = ("ru", "az")

ENGINE = """
import json, sys
from pathlib import Path
from l10n.engines import engine
from l10n.formats import read
from l10n.segment import segments
texts = [s.source for path in sys.argv[1:] for s in segments(read(Path(path)))]
for locale in ("ru", "az"):
    print(json.dumps([t.best.text for t in engine("argos").translate(texts, "en", locale)], ensure_ascii=False))
"""

BARE = """
import json, os, sys
from pathlib import Path
import ctranslate2, sentencepiece
from l10n.formats import read
from l10n.segment import segments
texts = [s.source for path in sys.argv[1:] for s in segments(read(Path(path)))]
for locale in ("ru", "az"):
    package = next(Path(os.environ["ARGOS_PACKAGES_DIR"]).glob(f"translate-en_{locale}-*"))
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    model = ctranslate2.Translator(str(package / "model"), compute_type="int8", inter_threads=2, intra_threads=1)
    prefix = [[f">>{locale}<<"]] * len(texts)
    done = model.translate_batch(
        pieces.encode(texts, out_type=str), prefix, beam_size=4, max_batch_size=1024, batch_type="tokens"
    )
    print(json.dumps([pieces.decode(d.hypotheses[0][1:]) for d in done], ensure_ascii=False))
"""

ARGOS = """
import json, sys, types
from importlib.util import find_spec
for name, members in {"stanza": (), "spacy": (), "minisbd": ("SBDetect", "models")}.items():
    if find_spec(name) is None:
        module = sys.modules[name] = types.ModuleType(name)
        for member in members:
            setattr(module, member, types.SimpleNamespace())
import argostranslate.translate as argos
from l10n.segment import sentences
class Ours:
    def __init__(self, package): ...
    def split_sentences(self, text): return sentences(text)
argos.MiniSBDSentencizer = Ours
for locale in ("ru", "az"):
    for path in sys.argv[1:]:
        text = open(path, encoding="utf-8").read()
        print(json.dumps(argos.translate(text, "en", locale), ensure_ascii=False))
"""

COMMAND = """
import sys
from l10n.__main__ import main
sys.argv[1:1] = ["translate"]
main()
"""

CONTESTANTS = {"command": COMMAND, "engine": ENGINE, "bare": BARE, "argos": ARGOS}


def sample(folder: Path, count: int) -> list[Path]:
    """Articles of 15 sentences: real ones where there are any beside the repository, else the sample articles dealt
    out, so that no sentence comes twice."""
    from l10n.formats import read
    from l10n.segment import segments

    real = sorted((ROOT.parent / "shared" / "articles").glob("*.txt"))
    own = sorted(path for path in (ROOT / "articles").iterdir() if path.is_file())
    texts = dict.fromkeys(s.source for path in (*real, *own) for s in segments(read(path)) if len(s.source) > 40)
    pool = iter(texts)
    paths = []
    for number in range(count):
        path = folder / f"article-{number:02}.txt"
        chosen = list(islice(pool, 15))
        if len(chosen) < 15:
            raise SystemExit(f"there are sentences for {number} articles of 15 only")
        path.write_text("\n\n".join(" ".join(chosen[i : i + 3]) for i in range(0, 15, 3)) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def timed(
    script: str, articles: list[Path], project: Path, packages: Path, *, python: str = sys.executable
) -> tuple[float, float]:
    """Wall and processor seconds of a fresh process from start to end, in a project without catalogs."""
    shutil.rmtree(project / "catalogs", ignore_errors=True)
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(packages), "PYTHONPATH": str(ROOT)}
    command = [python, "-W", "ignore", "-c", script, *map(str, articles)]
    start, used = time.perf_counter(), _processor_seconds()
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - start, _processor_seconds() - used
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return seconds


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--articles", type=int, nargs="+", default=[1, 13])
    parser.add_argument("--argos-python", default=sys.executable)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "project"
        (project / "articles").mkdir(parents=True)
        (project / "l10n.toml").write_text('locales = ["ru", "az"]\n', encoding="utf-8")
        shutil.copytree(ROOT / "glossaries", project / "glossaries", dirs_exist_ok=True)
        packages = Path(scratch) / "packages"
        for package in filter(lambda each: each.shipped, installed()):
            # whole, as another program needs it
            for folder in (package.lender or package.path, package.path):
                shutil.copytree(folder, packages / package.path.name, dirs_exist_ok=True)
        articles = sample(project / "articles", max(arguments.articles))
        for count in arguments.articles:
            runs: dict[str, list[tuple[float, float]]] = {name: [] for name in CONTESTANTS}
            for _ in range(arguments.repeat):
                for name, script in CONTESTANTS.items():
                    python = arguments.argos_python if name == "argos" else sys.executable
                    runs[name].append(timed(script, articles[:count], project, packages, python=python))
            report(count, {name: tuple(map(min, zip(*times, strict=True))) for name, times in runs.items()})


def report(count: int, best: dict[str, tuple[float, ...]]) -> None:
    """A line per contestant: its seconds, and how many times longer Argos Translate takes."""
    for name, (wall, processor) in best.items():
        ratios = [theirs / ours for theirs, ours in zip(best["argos"], best[name], strict=True)]
        print(
            f"{count:2} articles  {name:8} {wall:6.2f} s, processor {processor:6.2f} s: "
            f"{ratios[0]:5.1f} times as fast, {ratios[1]:5.1f} by processor time",
            flush=True,
        )


if __name__ == "__main__":
    main()
