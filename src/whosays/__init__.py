"""What happened, and who says so: an evidence-linked record of events and statements from news reports.

Five verbs - ``read``, ``parse``, ``code``, ``resolve``, ``merge`` - and the nouns of the record. In three lines::

    import whosays
    record = whosays.code(whosays.read("report.html"))
    print([whosays.actors(record, event) for event in record.events])

Every name is loaded when it is first asked for, so the import itself costs nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whosays.codec import decode, encode, schema
    from whosays.errors import (
        KnowledgeError,
        MissingPackageError,
        NotFoundError,
        RecordError,
        SettingsError,
        StoreError,
        UnreadableError,
        WhosaysError,
    )
    from whosays.exporting.frames import arrow_table
    from whosays.parse import Coded, Parse
    from whosays.pipeline import Tools, code_reports, code_reports_on, load_tools
    from whosays.reading import read, read_all, read_text
    from whosays.records import (
        Actor,
        CodedReport,
        Dispute,
        Event,
        Failure,
        Incident,
        Interval,
        Judgement,
        Link,
        Mention,
        Place,
        Report,
        Span,
        Statement,
        Story,
    )
    from whosays.verbs import code, merge, parse, resolve, stories, tools
    from whosays.views import (
        actors,
        candidates,
        deaths,
        event_rows,
        injuries,
        leading_event,
        leading_incident,
        recipients,
        told_by,
        verbal_events,
    )

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Coded",
    "CodedReport",
    "Dispute",
    "Event",
    "Failure",
    "Incident",
    "Interval",
    "Judgement",
    "KnowledgeError",
    "Link",
    "Mention",
    "MissingPackageError",
    "NotFoundError",
    "Parse",
    "Place",
    "RecordError",
    "Report",
    "SettingsError",
    "Span",
    "Statement",
    "StoreError",
    "Story",
    "Tools",
    "UnreadableError",
    "WhosaysError",
    "actors",
    "arrow_table",
    "candidates",
    "code",
    "code_reports",
    "code_reports_on",
    "deaths",
    "decode",
    "encode",
    "event_rows",
    "injuries",
    "leading_event",
    "leading_incident",
    "load_tools",
    "merge",
    "parse",
    "read",
    "read_all",
    "read_text",
    "recipients",
    "resolve",
    "schema",
    "stories",
    "told_by",
    "tools",
    "verbal_events",
]

_ROOMS: dict[str, str] = {
    **dict.fromkeys(("read", "read_all", "read_text"), "reading"),
    **dict.fromkeys(("code", "merge", "parse", "resolve", "stories", "tools"), "verbs"),
    **dict.fromkeys(("Tools", "code_reports", "code_reports_on", "load_tools"), "pipeline"),
    **dict.fromkeys(("actors", "deaths", "event_rows", "injuries", "leading_event", "leading_incident"), "views"),
    **dict.fromkeys(("candidates", "recipients", "told_by", "verbal_events"), "views"),
    **dict.fromkeys(("decode", "encode", "schema"), "codec"),
    "arrow_table": "exporting.frames",
    **dict.fromkeys(("Coded", "Parse"), "parse"),
    **dict.fromkeys((name for name in __all__ if name.endswith("Error")), "errors"),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"whosays has no {name!r}; it has: {', '.join(__all__)}")
    found: object = getattr(importlib.import_module(f"whosays.{_ROOMS.get(name, 'records')}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


class _FrontDoor(ModuleType):
    """The package as a module on which ``parse`` stays the verb.

    ``whosays/parse.py`` holds the tables of a parsed report, and importing a module binds its name on its package;
    ``from whosays.parse import Parse`` does not need that binding, and the verb does.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "parse" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor


def _show_in_notebooks() -> None:
    """Inside a running IPython, let records show themselves."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is not None:
        notebook = importlib.import_module("whosays.notebook")
        notebook.register(shell.display_formatter.formatters["text/html"])


_show_in_notebooks()
