"""The set ``toponyms``: places on the map, against LGL, TR-News and GeoVirus."""

from __future__ import annotations

import math
import re
import statistics
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, share
from whosays.records import CodedReport, Place

_NEAR_KM = 161.0
_EARTH_KM = 6371.0
Point = tuple[float, float]


class Toponym(msgspec.Struct, frozen=True, order=True):
    """A place name in a text: its characters, where it lies (if that is known), whether it is a demonym."""

    start: int
    end: int
    at: Point | None = None
    demonym: bool = False


class Article(msgspec.Struct, frozen=True):
    """A text with its gold toponyms."""

    id: str
    text: str
    published: str | None
    places: tuple[Toponym, ...]


class Counted(msgspec.Struct):
    """The tallies of a file, or of all."""

    detect: Tally = msgspec.field(default_factory=Tally)
    nodem: Tally = msgspec.field(default_factory=Tally)
    placed: int = 0  # gold places with coordinates
    known: int = 0  # of these detected
    distances: list[float] = msgspec.field(default_factory=list)  # of these with coordinates from us

    def keys(self, prefix: str = "") -> dict[str, Number]:
        """The scores under their fixed names."""
        near = sum(d <= _NEAR_KM for d in self.distances)
        return {
            f"{prefix}detect_p": self.detect.p,
            f"{prefix}detect_r": self.detect.r,
            f"{prefix}detect_f1": self.detect.f1,
            f"{prefix}detect_f1_nodem": self.nodem.f1,
            f"{prefix}acc161": share(near, self.known),
            f"{prefix}recall161": share(near, self.placed),
            f"{prefix}median_km": statistics.median(self.distances) if self.distances else 0.0,
            f"{prefix}gold": self.detect.gold,
            f"{prefix}found": self.detect.found,
        }


def run(request: Request) -> Result:
    """Scores the places of every article."""
    found = files(request, "*.xml")
    counts = {path.stem.lower(): Counted() for path in found}
    total = Counted()
    cases: list[Case] = []
    tools = whosays.tools()
    for path in found:
        for article in articles(path):
            _, record = stages(as_given(article.text, published=article.published), tools)
            ours = places_in(record, tools)
            cases.append(count(article, ours, total))
            if len(found) > 1:
                count(article, ours, counts[path.stem.lower()])
    keys = total.keys()
    if len(found) > 1:
        for name, counted in counts.items():
            keys |= counted.keys(f"{name}.")
    return Result(keys=keys, cases=tuple(cases))


def count(article: Article, ours: Sequence[Toponym], counted: Counted) -> Case:
    """Counts one article in."""
    pairs = overlapping(article.places, ours)
    counted.detect.add(len(pairs), len(ours), len(article.places))
    names = [t for t in ours if not t.demonym]
    counted.nodem.add(len(overlapping(article.places, names)), len(names), len(article.places))
    counted.placed += sum(t.at is not None for t in article.places)
    far: list[str] = []
    for gold, found in pairs:
        if gold.at is None:
            continue
        counted.known += 1
        if found.at is not None:
            distance = kilometres(gold.at, found.at)
            counted.distances.append(distance)
            if distance > _NEAR_KM:
                far.append(f"{article.text[gold.start : gold.end]} {distance:.0f} km off")
    hit_gold, hit_found = {g for g, _ in pairs}, {f for _, f in pairs}
    return Case(
        id=article.id,
        verdict=f"{len(pairs)} of {len(article.places)} found, {len(far)} far off",
        gold=tuple(article.text[t.start : t.end] for t in article.places if t not in hit_gold),
        found=(*(f"too much: {article.text[t.start : t.end]}" for t in ours if t not in hit_found), *far),
    )


def overlapping(gold: Sequence[Toponym], found: Sequence[Toponym]) -> list[tuple[Toponym, Toponym]]:
    """One-to-one pairs of places that share characters, in the order of the text."""
    left = list(found)
    pairs = []
    for place in gold:
        hit = next((f for f in left if f.start < place.end and place.start < f.end), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((place, hit))
    return pairs


def kilometres(one: Point, two: Point) -> float:
    """The great-circle distance of two points in degrees of latitude and longitude."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (one, two))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def places_in(record: CodedReport, tools: whosays.Tools) -> list[Toponym]:
    """Every mention with a place reading: what is linked to a place, and what carries one (demonyms, metonyms)."""
    by_id = {e.id: e for e in record.entities if isinstance(e, Place)}
    found: dict[tuple[int, int], Toponym] = {}
    for mention in record.mentions:
        if mention.kind == "place" and mention.form != "name":
            continue  # "the city" is no toponym
        link = record.link(mention.id)
        entity = record.entity(mention.id)
        carried = by_id.get(link.place or "") if link else None
        place = entity if isinstance(entity, Place) else carried
        if place is None and not (mention.kind == "place" and mention.form == "name"):
            continue
        at = (place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None
        demonym = mention.kind != "place" or tools.gazetteer.state_of_adjective(mention.name) is not None
        found.setdefault(
            (mention.span.start, mention.span.end), Toponym(mention.span.start, mention.span.end, at, demonym)
        )
    return sorted(found.values(), key=lambda t: (t.start, t.end))


# -- the files ----------------------------------------------------------------------------------


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file in one of the three shapes."""
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        raise EvaluationError(f"{path}: not XML ({error})") from error
    for number, element in enumerate(root.iter("article"), 1):
        text = element.findtext("text") or ""
        named = element.get("docid") or str(number)
        day = re.match(r"\d{4}-\d\d-\d\d", element.findtext("dltime") or "")
        places = (_toponym(t, text) for t in (*element.iter("toponym"), *element.iter("location")))
        told = tuple(sorted(p for p in places if p is not None))
        yield Article(f"{path.stem}:{named}", text, day[0] if day else None, told)


def _toponym(element: ET.Element, text: str) -> Toponym | None:
    """A place of LGL and TR-News (``toponym``) or of GeoVirus (``location``, whose offsets count from 1)."""
    first = 1 if element.tag == "location" else 0
    start, end = (int(element.findtext(tag) or "-1") - first for tag in ("start", "end"))
    if start < 0 or end > len(text):
        return None
    inner = element.find("gaztag")
    lat, lon = ((element if inner is None else inner).findtext(tag) for tag in ("lat", "lon"))
    return Toponym(start, end, (float(lat), float(lon)) if lat and lon else None)
