"""The set ``dates``: time expressions in context and their values, against TimeML, scored as TempEval-3 did."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given
from evaluation.scoring import Tally
from whosays.parse import Parse
from whosays.resolving.dates import anchoring

# What joins the two ends of a range.
_JOINT = re.compile(r"\s*(?:[-–—]|\b(?:to|through|until|till|and)\b)\s*(?:the\s+)?")


class Time(msgspec.Struct, frozen=True, order=True):
    """A time expression: its characters, TIMEX3 value and type (DATE, TIME, DURATION, SET)."""

    start: int
    end: int
    value: str
    type: str


class Document(msgspec.Struct, frozen=True):
    """A text with its publication date and gold times."""

    id: str
    text: str
    published: str | None
    times: tuple[Time, ...]


def run(request: Request) -> Result:
    """Scores the times of every document."""
    detect, strict, typed, valued = Tally(), Tally(), Tally(), Tally()
    cases: list[Case] = []
    for path in files(request, "*.tml"):
        document = read(path)
        found = sorted(times_in(document))
        pairs = overlapping(document.times, found)
        sizes = (len(found), len(document.times))
        detect.add(len(pairs), *sizes)
        strict.add(sum((g.start, g.end) == (f.start, f.end) for g, f in pairs), *sizes)
        valued.add(sum(g.value == f.value for g, f in pairs), *sizes)
        typed.add(sum(g.type == f.type for g, f in pairs), *sizes)
        cases.append(_case(document, found, pairs))
    return Result(
        keys={
            "detect_f1": detect.f1,
            "strict_f1": strict.f1,
            "value_f1": valued.f1,  # relaxed F1 times the share of right values comes to this
            "type_f1": typed.f1,
            "gold": detect.gold,
            "found": detect.found,
        },
        cases=tuple(cases),
    )


def overlapping(gold: tuple[Time, ...], found: list[Time]) -> list[tuple[Time, Time]]:
    """One-to-one pairs of times that share characters, in the order of the text."""
    left = list(found)
    pairs = []
    for time in gold:
        hit = next((f for f in left if f.start < time.end and time.start < f.end), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((time, hit))
    return pairs


def read(path: Path) -> Document:
    """A TimeML file: the text element with its times, and the document's creation time."""
    root = ET.parse(path).getroot()
    body = root.find("TEXT")
    if body is None:
        raise EvaluationError(f"{path}: no TEXT element")
    created = root.find("DCT/TIMEX3")
    day = re.match(r"\d{4}-\d\d-\d\d", created.get("value", "")) if created is not None else None
    text, times = "", []
    for piece, timex in _pieces(body, None):
        if timex is not None and piece:
            times.append(Time(len(text), len(text) + len(piece), timex.get("value", ""), timex.get("type", "")))
        text += piece
    return Document(path.stem, text, day[0] if day else None, tuple(sorted(times)))


def _pieces(element: ET.Element, inside: ET.Element | None) -> Iterator[tuple[str, ET.Element | None]]:
    """The text of an element in pieces; a time expression is one piece with its element."""
    if element.tag == "TIMEX3":
        yield "".join(element.itertext()), element
        return
    yield element.text or "", inside
    for child in element:
        yield from _pieces(child, inside)
        yield child.tail or "", inside


def times_in(document: Document) -> Iterator[Time]:
    """Our time expressions with the values that they are resolved to."""
    tools = whosays.tools()
    parsed = whosays.parse(as_given(document.text, published=document.published), tools)
    return times_of(parsed, anchoring.anchors_of(parsed.report, tools.gazetteer.known_until()))


def times_of(parsed: Parse, anchors: anchoring.Anchors) -> Iterator[Time]:
    """The same of a parsed document.

    TimeML has no ranges: "from 1991 to 1997" is two expressions, so a range that we keep as one counts as its two ends.
    """
    for expression, interval in zip(parsed.times, anchoring.resolve_times(parsed, anchors), strict=True):
        span = parsed.span(expression.start, expression.end)
        whole = Time(span.start, span.end, interval.value, interval.kind.upper())
        joint = _JOINT.search(parsed.report.text, span.start + 1, span.end)
        if joint is None or interval.value.count("/") != 1:
            yield whole
            continue
        first, last = interval.value.split("/")
        yield Time(span.start, joint.start(), first, whole.type)
        yield Time(joint.end(), span.end, last, whole.type)


def _case(document: Document, found: list[Time], pairs: list[tuple[Time, Time]]) -> Case:
    right = [(g, f) for g, f in pairs if g.value == f.value and g.type == f.type]
    hit_gold, hit_found = {id(g) for g, _ in right}, {id(f) for _, f in right}

    def shown(times: list[Time]) -> tuple[str, ...]:
        return tuple(f"{document.text[t.start : t.end]} {t.type} {t.value}" for t in times)

    return Case(
        id=document.id,
        verdict=f"{len(right)} of {len(document.times)} right",
        gold=shown([g for g in document.times if id(g) not in hit_gold]),
        found=shown([f for f in found if id(f) not in hit_found]),
    )
