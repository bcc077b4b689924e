"""A page's record as HTML. Templates hold no logic beyond showing; all text is escaped, for it comes from strangers."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request

from whosays.store import Store
from whosays.web import wordings
from whosays.web.asked import View
from whosays.web.room import Room

TEMPLATES = Path(__file__).parent / "templates"
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


@functools.cache
def environment() -> Environment:
    """The templates, with the words and addresses that they use."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        day=wordings.day,
        capital=wordings.capital,
        in_path=wordings.in_path,
        safe_address=wordings.safe_address,
        marked=marked,
        thousands=lambda n: f"{n:,}",
        squeeze=lambda words: " ".join(words.split()),
    )
    made.globals.update(
        deed=wordings.deed,
        deeds=wordings.deeds,
        span_of=wordings.span_of,
        in_query=wordings.in_query,
        precision_words=wordings.PRECISION_WORDS,
        conflict_words=wordings.CONFLICT_WORDS,
        status_words=wordings.STATUS_WORDS,
    )
    return made


@functools.cache
def prepare() -> None:
    """Compile every template, so that no visitor waits for it."""
    for name in environment().list_templates():
        environment().get_template(name)


def marked(snippet: str) -> Markup:
    """A search result's text with the words found, which stand in brackets, as marked text."""
    parts = _BRACKETED.split(snippet)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def page(template: str, view: View, request: Request, opened: Store, room: Room) -> str:
    """The HTML of a page."""
    jobs = room.worker.jobs()
    return (
        environment()
        .get_template(template)
        .render(
            view=view,
            here=request.url.path,
            address=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            twin=request.scope["whosays.twin"] + (f"?{request.url.query}" if request.url.query else ""),
            form_key=room.form_key,
            overview=opened.screens.overview(),
            at_work=[job for job in jobs if job.state in ("waiting", "running")],
        )
    )


def trouble(title: str, words: str, room: Room) -> str:
    """The HTML of a page that says what went wrong and what to do."""
    return (
        environment()
        .get_template("trouble.html")
        .render(
            title=title, words=words, here="", address="/", twin=None, form_key=room.form_key, overview=None, at_work=[]
        )
    )
