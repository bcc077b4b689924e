"""A situation report as one HTML file that needs nothing else; a desk may bring a template of its own."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import jinja2

from whosays.briefing import timeline, worldmap
from whosays.briefing.pictures import drawn
from whosays.briefing.shape import Brief
from whosays.briefing.text import counted, note_text, nothing
from whosays.briefing.wording import say_day
from whosays.errors import SettingsError


def html(brief: Brief, template: Path | None = None) -> str:
    """The report as a page. Every value is escaped, whatever the template.

    Args:
        brief: the report.
        template: a Jinja2 template to use instead of ``data/briefing/brief.html.j2``; it is given ``brief``,
            ``counted``, ``empty``, ``notes`` (number to text), ``pictures`` (each with ``svg``, ``told`` and
            ``caption``), ``chart`` and ``map`` to draw others, and the filter ``day``.

    Raises:
        SettingsError: the template cannot be read or is wrong.
    """
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["day"] = say_day
    try:
        page = environment.from_string(_source(template))
        return page.render(
            brief=brief,
            counted=counted(brief.counts),
            empty=nothing(brief),
            notes={note.number: note_text(note) for note in brief.notes},
            pictures=drawn(brief),
            chart=timeline.chart(brief.days),
            map=worldmap.world_map(brief.spots),
        )
    except (OSError, UnicodeDecodeError, jinja2.TemplateError) as error:
        raise SettingsError(f"the template {template} cannot be used: {error}") from error


def _source(template: Path | None) -> str:
    if template is not None:
        return template.read_text(encoding="utf-8")
    return (resources.files("whosays") / "data" / "briefing" / "brief.html.j2").read_text(encoding="utf-8")
