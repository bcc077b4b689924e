"""The situation report: select, compose, render. Every sentence is foot-noted to the words it rests on."""

from whosays.briefing.compose import MOST, View, compose
from whosays.briefing.page import html
from whosays.briefing.render import FILES, FORMATS, render, render_file
from whosays.briefing.shape import Brief, Note, Paragraph, Period, Section, Sentence
from whosays.briefing.speech import reports_of
from whosays.briefing.trend import Past, past_of

__all__ = [
    "FILES",
    "FORMATS",
    "MOST",
    "Brief",
    "Note",
    "Paragraph",
    "Past",
    "Period",
    "Section",
    "Sentence",
    "View",
    "compose",
    "html",
    "past_of",
    "render",
    "render_file",
    "reports_of",
]
