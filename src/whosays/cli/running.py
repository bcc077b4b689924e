"""Running a command, and what it answers with.

Data goes to standard output, everything else to standard error. Exit codes: 0 all went well; 1 something could not be
read, or nothing was found; 2 wrong use, or something that the message says how to mend.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import typer

from whosays import threads
from whosays.cli import actors, judging, mapping, serving, taking, telling
from whosays.cli.options import app, say
from whosays.errors import WhosaysError

COMMANDS = (taking, telling, actors, mapping, judging, serving)  # importing them is what adds their commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    threads.only_one()
    command = typer.main.get_command(app)
    try:
        code = command.main(arguments, prog_name="whosays", standalone_mode=False)
    except WhosaysError as error:
        return _complain(str(error))
    except (typer.Abort, KeyboardInterrupt):
        return _complain("stopped; what was kept stays kept", 1)
    except BrokenPipeError:
        _forget_output()
        return 0
    except Exception as error:
        shown = getattr(error, "format_message", None)  # click's own errors, of which typer carries its own copy
        if shown is None:
            traceback.print_exc()
            return _complain("this is a fault in Whosays; please report it with the lines above")
        return _complain(f"{shown().rstrip('.')}. See whosays --help")
    return int(code or 0)


def _complain(words: str, code: int = 2) -> int:
    say(f"whosays: {' '.join(words.split())}")
    return code


def _forget_output() -> None:
    """The reader of our output has gone, as ``head`` does: keep the interpreter from complaining about it."""
    import os  # noqa: PLC0415

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
