"""How long `l10n check` takes: a project of 1,000 concepts and N catalogs of 30 units, checked cold, and its growth.

    python tests/bench/check.py [CATALOGS ...]     default: 100 200 400

Each size is checked by a fresh process; printed are the wall seconds, and seconds per catalog beyond the first size.
"""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

from l10n.languages import language
from l10n.model import Gender, Kind

FIRST = (
    ("Anar", "Анар", "Anar"),
    ("Rashid", "Рашид", "Rəşid"),
    ("Elchin", "Эльчин", "Elçin"),
    ("Tural", "Турал", "Tural"),
    ("Farid", "Фарид", "Fərid"),
    ("Kamran", "Кямран", "Kamran"),
    ("Orkhan", "Орхан", "Orxan"),
    ("Samir", "Самир", "Samir"),
    ("Vugar", "Вугар", "Vüqar"),
    ("Zaur", "Заур", "Zaur"),
)
SURNAMES = (
    ("Karimov", "Керимов", "Kərimov"),
    ("Huseynov", "Гусейнов", "Hüseynov"),
    ("Mammadov", "Мамедов", "Məmmədov"),
    ("Aliyev", "Алиев", "Əliyev"),
    ("Guliyev", "Гулиев", "Quliyev"),
    ("Hasanov", "Гасанов", "Həsənov"),
    ("Rzayev", "Рзаев", "Rzayev"),
    ("Jafarov", "Джафаров", "Cəfərov"),
    ("Ismayilov", "Исмаилов", "İsmayılov"),
    ("Babayev", "Бабаев", "Babayev"),
)
MIDDLE = ("A.", "B.", "D.", "F.", "G.", "K.", "L.", "M.", "N.", "R.")
SENTENCES = (
    (
        "{0} met with a delegation of {1} lawmakers in Baku on Monday.",
        "{nom} встретился в Баку в понедельник с делегацией из {1} депутатов.",
        "{nom} bazar ertəsi Bakıda {1} nəfərlik deputat heyəti ilə görüşüb.",
    ),
    (
        'The journalists asked {0} about the "Silk Road" project, which costs {1} million dollars.',
        "Журналисты спросили {acc} о проекте «Шелковый путь» стоимостью {1} млн долларов.",
        'Jurnalistlər {1} milyon dollarlıq "İpək yolu" layihəsi barədə {abl} soruşublar.',
    ),
    (
        "The exhibition that opened in October shows {1} works that were not known before, {0} said.",
        "На выставке, открывшейся в октябре, показано {1} работ, которые прежде не были известны, сообщил {nom}.",
        "Oktyabrda açılan sərgidə əvvəllər məlum olmayan {1} əsər nümayiş etdirilir, – deyə {nom} bildirib.",
    ),
)


def people() -> list[tuple[str, str, str]]:
    """1,000 names in three languages."""
    rows = []
    for (first, last), initial in product(product(FIRST, SURNAMES), MIDDLE):
        ru_initial = dict(zip(MIDDLE, (f"{letter}." for letter in "АБДФГКЛМНР"), strict=True))[initial]
        rows.append(
            (
                f"{first[0]} {initial} {last[0]}",
                f"{first[1]} {ru_initial} {last[1]}",
                f"{first[2]} {initial} {last[2]}",
            )
        )
    return rows


def build(root: Path, catalogs: int, names: list[tuple[str, str, str]]) -> None:
    """A project with so many catalogs, half of them Russian, in which the glossary is kept to."""
    (root / "l10n.toml").write_text('locales = ["ru", "az"]\n', encoding="utf-8")
    (root / "glossaries").mkdir()
    with (root / "glossaries" / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("term", "kind", "gender", "ru", "az"))
        writer.writerows((en, "person", "m", ru, az) for en, ru, az in names)
    forms = {
        locale: [
            language(locale).forms(name[column], kind=Kind.PERSON, gender=Gender.MASCULINE) for name in names[:200]
        ]
        for column, locale in ((1, "ru"), (2, "az"))
    }
    for number in range(catalogs // 2):
        article = [[(number * 7 + i) % 200, 13 + (number * 31 + i) % 80, i % len(SENTENCES)] for i in range(30)]
        (root / "articles").mkdir(exist_ok=True)
        english = [SENTENCES[s][0].format(names[n][0], count) for n, count, s in article]
        (root / "articles" / f"news-{number}.txt").write_text("\n\n".join(english) + "\n", encoding="utf-8")
        for column, locale in ((1, "ru"), (2, "az")):
            entries = [f'msgid ""\nmsgstr "Language: {locale}\\nContent-Type: text/plain; charset=UTF-8\\n"\n']
            for i, (n, count, s) in enumerate(article):
                target = SENTENCES[s][column].format("", count, **forms[locale][n])
                entries.append(
                    f"#. glossary: {names[n][0]} -> {names[n][column]}\n#: articles/news-{number}.txt:{2 * i + 1}\n"
                    f"msgid {quoted(english[i])}\nmsgstr {quoted(target)}\n"
                )
            path = root / "catalogs" / locale / f"news-{number}.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(entries), encoding="utf-8")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def timed(root: Path) -> tuple[float, float, str]:
    """Wall seconds, CPU seconds of all its processes, and the last line it said."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "l10n", "check"], cwd=root, capture_output=True, text=True, check=False
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, (done.stdout.strip().split("\n") or [""])[-1] + done.stderr[-300:]


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or [100, 200, 400]
    start = time.process_time()
    sum(range(10**7)) + len([None for _ in range(10**7)])
    loop = time.process_time() - start
    print(f"this machine now: {loop:.2f} s CPU for a plain loop, {len(os.sched_getaffinity(0))} cores")
    names = people()
    first: tuple[int, float] | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder), size, names)
            runs = [timed(Path(folder)) for _ in range(3 if size <= 400 else 1)]
        best, cpu, said = min(runs)
        growth = "" if first is None else f", {1000 * (best - first[1]) / (size - first[0]):.1f} ms per further catalog"
        first = first or (size, best)
        print(f"{size} catalogs, {size * 30} units: {best:.2f} s wall, {cpu:.2f} s CPU{growth}   [{said}]")


if __name__ == "__main__":
    main()
