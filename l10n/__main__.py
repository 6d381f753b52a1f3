"""``python -m l10n`` and the ``l10n`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line; what stops a run becomes one line on stderr and exit status 2."""
    from l10n.commands.main import app
    from l10n.errors import L10nError

    try:
        app()
    except L10nError as error:
        _stop(str(error))
    except KeyboardInterrupt:
        _stop("stopped; every catalog is as it was or completely written")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _stop(f"{where}{(error.strerror or str(error)).lower()}; free space or change permissions, then run it again")


def _stop(line: str) -> None:
    print(line, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
