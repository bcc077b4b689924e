"""The ontology: what a word, a noun or an act of speech means. Knowledge is in ``data/ontology``, not here."""

from __future__ import annotations

import functools
from pathlib import Path

from whosays.ontology.events import (
    NAME,
    NUMBER,
    PLACE_NAME,
    THING_EFFECTS,
    EventClass,
    Example,
    LightVerb,
    Mode,
    Ontology,
    Pos,
    Slot,
    Trigger,
    fits,
    matches,
)
from whosays.ontology.loading import DATA_FOLDER, read_ontology
from whosays.ontology.nouns import Noun, NounKind, Nouns
from whosays.ontology.verbal import VerbalCode, VerbalTable
from whosays.records import Act

__all__ = [
    "DATA_FOLDER",
    "NAME",
    "NUMBER",
    "PLACE_NAME",
    "THING_EFFECTS",
    "EventClass",
    "Example",
    "LightVerb",
    "Mode",
    "Noun",
    "NounKind",
    "Nouns",
    "Ontology",
    "Pos",
    "Slot",
    "Trigger",
    "VerbalCode",
    "VerbalTable",
    "fits",
    "load",
    "matches",
    "verbal_code",
]


def load(folder: Path | None = None) -> Ontology:
    """The ontology of ``folder``; without one, that which ships with the package (read once).

    Raises:
        KnowledgeError: a file is missing or wrong; the message names the file and the entry.
    """
    return _shipped() if folder is None else read_ontology(folder)


@functools.cache
def _shipped() -> Ontology:
    return read_ontology(DATA_FOLDER)


def verbal_code(act: Act, content_class: str | None = None, content_mode: str | None = None) -> VerbalCode:
    """The verbal event that a statement amounts to, by the ontology that ships with the package.

    Args:
        act: the statement's act.
        content_class: the PLOVER class of the event that the statement is about, None for none.
        content_mode: that event's mode.
    """
    return _shipped().verbal.code(act, content_class, content_mode)
