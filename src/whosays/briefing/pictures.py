"""The timeline and the map as SVG files of their own, for forms that take pictures and no templates."""

from __future__ import annotations

from html import escape

from whosays.briefing.timeline import Chart
from whosays.briefing.worldmap import WorldMap

_BAR, _LAND, _MARK, _SOFT = "#6b8bab", "#d8dee4", "#0b57a4", "#57606a"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'


def timeline_svg(chart: Chart) -> str:
    """The bar chart as a picture; empty where there is nothing to draw."""
    if not chart.bars:
        return ""
    bars = "".join(
        f'<rect x="{b.x}" y="{b.y}" width="{b.width}" height="{b.height}" fill="{_BAR}"/>' for b in chart.bars
    )
    line = f'<line x1="0" y1="{chart.base}" x2="{chart.width}" y2="{chart.base}" stroke="{_LAND}"/>'
    foot = f'y="{chart.height - 4}" font-size="10" fill="{_SOFT}"'
    days = (
        f'<text x="0" {foot}>{escape(chart.first)}</text>'
        f'<text x="{chart.width}" {foot} text-anchor="end">{escape(chart.last)}</text>'
    )
    return _SVG.format(box=f"0 0 {chart.width} {chart.height}", body=line + bars + days)


def map_svg(world: WorldMap) -> str:
    """The map as a picture; empty where there is nothing to draw."""
    if not world.marks:
        return ""
    wide = f'fill="none" stroke="{_MARK}" stroke-width="0.6" stroke-dasharray="1.4 1"'
    full = f'fill="{_MARK}" fill-opacity="0.75"'
    marks = "".join(f'<circle cx="{m.x}" cy="{m.y}" r="{m.radius}" {wide if m.wide else full}/>' for m in world.marks)
    return _SVG.format(box=world.box, body=f'<path d="{world.land}" fill="{_LAND}"/>{marks}')
