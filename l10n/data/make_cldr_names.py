"""Writes ``cldr-names.csv``: names of territories, currencies and languages in English, Russian and Azerbaijani.

Run with Babel installed; the names come from the Unicode CLDR (Unicode License v3). A row is kept where all three
locales have a name of their own.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale, __version__

CURRENCIES = "AZN RUB USD EUR GBP TRY GEL KZT UZS TMT KGS TJS AMD UAH BYN IRR CNY JPY INR AED SAR CHF PLN ILS"
LOCALES = ("en", "ru", "az")


def main() -> None:
    english, *others = (Locale.parse(code) for code in LOCALES)
    territories = [
        code
        for code in map(str, english.territories)
        if len(code) == 2 and code.isalpha() and code not in ("ZZ", "XA", "XB")
    ]
    languages = [code for code in map(str, english.languages) if len(code) == 2]
    kinds = (("territory", territories), ("currency", CURRENCIES.split()), ("language", languages))
    tables = {"territory": "territories", "currency": "currencies", "language": "languages"}
    rows: list[tuple[str, ...]] = []
    for kind, codes in kinds:
        for code in sorted(codes):
            names = [str(getattr(locale, tables[kind]).get(code, "")) for locale in (english, *others)]
            if all(names):
                rows.append((kind, code, *names))
    path = Path(__file__).with_name("cldr-names.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# Unicode CLDR through Babel {__version__}, Unicode License v3; written by make_cldr_names.py\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kind", "code", *LOCALES))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
