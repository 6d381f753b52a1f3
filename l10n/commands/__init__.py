"""The command line, one file per verb, which parses, calls the pipeline and renders; only here Typer and Rich are used.

Nothing heavy is imported at the top of these modules: ``l10n --help`` has to be instant.
"""

from __future__ import annotations

import typer

app = typer.Typer(
    name="l10n",
    help="From an English news article to a reviewed Russian and Azerbaijani one, offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
