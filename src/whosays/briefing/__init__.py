"""The situation report: select, compose, render. Every sentence is foot-noted to the words it rests on."""

from whosays.briefing.compose import MOST, compose
from whosays.briefing.render import FORMATS, render
from whosays.briefing.shape import Brief, Note, Paragraph, Period, Section, Sentence
from whosays.briefing.speech import reports_of

__all__ = [
    "FORMATS",
    "MOST",
    "Brief",
    "Note",
    "Paragraph",
    "Period",
    "Section",
    "Sentence",
    "compose",
    "render",
    "reports_of",
]
