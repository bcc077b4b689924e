"""The timeline and the map of a report, drawn once for all its forms as SVG.

Colours stand in the drawing, for forms without styles; a page's own styles win over them.
"""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from whosays.briefing import timeline, worldmap
from whosays.briefing.shape import Brief
from whosays.briefing.timeline import Chart
from whosays.briefing.worldmap import WorldMap

_BAR, _LAND, _MARK, _SOFT = "#6b8bab", "#d8dee4", "#0b57a4", "#57606a"
_RINGS = "A ring stands in the middle of a larger area: only that much is told."
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" viewBox="{box}" role="img" aria-label="{told}">{body}</svg>'
)


class Picture(NamedTuple):
    """A drawing, in which all text is escaped; what it shows in words; and what more there is to say of it."""

    svg: str
    told: str
    caption: str


def drawn(brief: Brief) -> tuple[Picture, ...]:
    """The pictures of a report: those for which there is anything to draw."""
    return (*_timeline(timeline.chart(brief.days)), *_map(worldmap.world_map(brief.spots)))


def _timeline(chart: Chart) -> tuple[Picture, ...]:
    if not chart.bars:
        return ()
    bars = "".join(
        f'<rect x="{b.x}" y="{b.y}" width="{b.width}" height="{b.height}" fill="{_BAR}">{_title(b.told)}</rect>'
        for b in chart.bars
    )
    line = f'<line x1="0" y1="{chart.base}" x2="{chart.width}" y2="{chart.base}" stroke="{_LAND}"/>'
    foot = f'y="{chart.height - 4}" font-size="10" fill="{_SOFT}"'
    days = (
        f'<text x="0" {foot}>{_safe(chart.first)}</text>'
        f'<text x="{chart.width}" {foot} text-anchor="end">{_safe(chart.last)}</text>'
    )
    return (_picture("timeline", f"0 0 {chart.width} {chart.height}", line + bars + days, chart.told),)


def _map(world: WorldMap) -> tuple[Picture, ...]:
    if not world.marks:
        return ()
    wide = f'class="wide" fill="none" stroke="{_MARK}" stroke-width="0.6" stroke-dasharray="1.4 1"'
    full = f'fill="{_MARK}" fill-opacity="0.75"'
    marks = "".join(
        f'<circle cx="{m.x}" cy="{m.y}" r="{m.radius}" {wide if m.wide else full}>{_title(m.told)}</circle>'
        for m in world.marks
    )
    made = _picture("map", world.box, f'<path d="{world.land}" fill="{_LAND}"/>{marks}', world.told)
    rings = any(mark.wide for mark in world.marks)
    return (made._replace(caption=f"{world.told}. {_RINGS}") if rings else made,)


def _picture(kind: str, box: str, body: str, told: str) -> Picture:
    return Picture(_SVG.format(kind=kind, box=box, told=_safe(told), body=body), told, told)


def _title(words: str) -> str:
    return f"<title>{_safe(words)}</title>"


def _safe(words: str) -> str:
    """Words as they may stand in a drawing: no markup, and nothing that XML cannot hold."""
    return escape("".join(c for c in words if c.isprintable()))
