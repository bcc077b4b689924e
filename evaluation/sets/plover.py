"""The set ``plover``: events of short texts against rows of source, target and class.

Both sides are counted as rows of an event table: a deed or a derived verbal event gives a row for each actor and
recipient. What happens between parties is listed by some sets once and by others in both directions, so a row and
its mirror image (same class, source and target swapped) count as one row without direction, in gold and found alike.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

import msgspec
import yaml

import whosays
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, common, share
from whosays import Tools, gazetteer, ontology
from whosays.records import Actor, Code, CodedReport
from whosays.views import Party, event_rows

_HOUSE = Path(__file__).resolve().parent.parent
_CAMEO, _WEIS = _HOUSE / "cameo.yaml", _HOUSE / "weis.yaml"
# Where a deed has no recipient, its parties are told of as doing it with one another.
_BETWEEN = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
_NOBODY = frozenset({"", "---", "###"})
_PART = 3  # an actor code is made of parts of three letters
_MARKS = frozenset("~-/")


class Who(msgspec.Struct, frozen=True, order=True):
    """An actor as its code tells: the country, body or group, and the sector."""

    owner: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "".join((*self.owner, *self.sector)) or "---"


class Row(msgspec.Struct, frozen=True, order=True):
    """Who did what to whom; ``mutual`` rows have no direction."""

    source: Who
    target: Who
    type: str
    mutual: bool = False

    def __str__(self) -> str:
        return f"{self.source} {'<>' if self.mutual else '>'} {self.target} {self.type}"


class Coded(msgspec.Struct, frozen=True):
    """A text of the set, with its gold rows and how many were left out."""

    id: str
    text: str
    date: str | None
    rows: tuple[Row, ...]
    no_cameo: int
    no_class: int
    older: tuple[str, ...] | None = None  # the classes by WEIS, where the text says that it mixes WEIS in


class Scores(msgspec.Struct):
    """The counts of a file, or of all."""

    type: Tally = msgspec.field(default_factory=Tally)
    weis: Tally = msgspec.field(default_factory=Tally)
    quad: Tally = msgspec.field(default_factory=Tally)
    pair: Tally = msgspec.field(default_factory=Tally)
    country: Tally = msgspec.field(default_factory=Tally)
    exact: int = 0
    texts: int = 0
    no_cameo: int = 0
    no_class: int = 0

    def count(self, coded: Coded, found: Sequence[Row]) -> None:
        """Counts a text in."""
        gold, sizes = coded.rows, (len(found), len(coded.rows))
        quads = {name: entry.quad for name, entry in ontology.load().classes.items()}
        self.type.add(common((r.type for r in gold), (r.type for r in found)), *sizes)
        if coded.older is not None:
            self.weis.add(common(coded.older, (r.type for r in found)), len(found), len(coded.older))
        self.quad.add(common((quads[r.type] for r in gold), (quads[r.type] for r in found)), *sizes)
        self.pair.add(matched(gold, found, lambda party: party), *sizes)
        self.country.add(matched(gold, found, lambda party: party.owner), *sizes)
        self.exact += wholly_right(gold, found)
        self.texts += 1
        self.no_cameo += coded.no_cameo
        self.no_class += coded.no_class

    def keys(self, prefix: str = "") -> dict[str, Number]:
        """The scores under their fixed names."""
        told: dict[str, Number] = {
            "type_p": self.type.p,
            "type_r": self.type.r,
            "type_f1": self.type.f1,
            "quad_f1": self.quad.f1,
            "pair_f1": self.pair.f1,
            "pair_country_f1": self.country.f1,
            "exact": share(self.exact, self.texts),
            "texts": self.texts,
            "gold": self.type.gold,
            "found": self.type.found,
            "no_cameo": self.no_cameo,
            "no_class": self.no_class,
        }
        if self.weis.gold:
            told |= {"weis_type_p": self.weis.p, "weis_type_r": self.weis.r, "weis_type_f1": self.weis.f1}
        return {f"{prefix}{key}": value for key, value in told.items()}


def run(request: Request) -> Result:
    """Scores the events of every text."""
    found_files = files(request, "*.jsonl")
    tools = _tools(request.dictionary)
    total = Scores()
    per_file: dict[str, Number] = {}
    cases: list[Case] = []
    for path in found_files:
        scores = Scores()
        for coded in read(path):
            _, record = stages(as_given(coded.text, published=coded.date), tools)
            found = rows_of(record, coded.date)
            scores.count(coded, found)
            total.count(coded, found)
            cases.append(_case(coded, found))
        if len(found_files) > 1:
            per_file |= scores.keys(f"{path.stem}.")
    mapping = {"cameo": _classes(), "weis": _classes(_WEIS)}
    return Result(keys=total.keys() | per_file, cases=tuple(cases), notes=mapping)


def _case(coded: Coded, found: Sequence[Row]) -> Case:
    types = common((r.type for r in coded.rows), (r.type for r in found))
    exact = wholly_right(coded.rows, found)
    return Case(
        id=coded.id,
        verdict="exact" if exact else f"types {types} of {len(coded.rows)} wanted, {len(found)} found",
        gold=tuple(map(str, coded.rows)),
        found=tuple(map(str, found)),
    )


def wholly_right(gold: Sequence[Row], found: Sequence[Row]) -> bool:
    """Whether a text is wholly right: every row found, with both parties, and none beyond."""
    return len(gold) == len(found) == matched(gold, found, lambda who: who)


def matched(gold: Sequence[Row], found: Sequence[Row], seen_as: Callable[[Who], object]) -> int:
    """How many rows agree one-to-one in class and parties; direction does not matter where either is mutual."""
    rest, left = list(gold), sorted(found)
    for directed in (True, False):  # the pairs that agree in direction first, so that they are not used up
        for row in list(rest):
            hit = next((f for f in left if _agree(row, f, seen_as, directed)), None)
            if hit is not None:
                left.remove(hit)
                rest.remove(row)
    return len(gold) - len(rest)


def _agree(one: Row, two: Row, seen_as: Callable[[Who], object], directed: bool) -> bool:
    if one.type != two.type:
        return False
    straight = (seen_as(one.source), seen_as(one.target)) == (seen_as(two.source), seen_as(two.target))
    if directed or straight:
        return straight
    crossed = (seen_as(one.source), seen_as(one.target)) == (seen_as(two.target), seen_as(two.source))
    return crossed and (one.mutual or two.mutual)


# -- gold ---------------------------------------------------------------------------------------


def read(path: Path) -> Iterator[Coded]:
    """The texts of a JSON Lines file."""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not text.strip():
            continue
        try:
            raw = json.loads(text)
            yield _coded(raw["id"], raw["text"], raw.get("date"), raw["events"])
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(
                f"{path}, line {number}: not {{id, date, text, events: [{{source, target, code}}]}} ({error!r})"
            ) from error


def _coded(identity: str, text: str, date: str | None, events: Sequence[dict[str, str]]) -> Coded:
    rows: list[Row] = []
    no_cameo = no_class = 0
    for event in events:
        try:
            kind = class_of(str(event["code"]))
        except KeyError:
            no_cameo += 1
            continue
        if kind is None:
            no_class += 1
            continue
        rows.append(Row(who(event.get("source") or ""), who(event.get("target") or ""), kind))
    return Coded(str(identity), text, _iso(date), tuple(merged(rows)), no_cameo, no_class, _older(events))


def _older(events: Sequence[dict[str, str]]) -> tuple[str, ...] | None:
    """The classes of a text whose numbers are said to be WEIS in part, read as WEIS wherever WEIS has the number."""
    if events and not any("WEIS" in event.get("ontology", "") for event in events):
        return None
    rows: list[Row] = []
    for event in events:
        try:
            kind = class_of(str(event["code"]), _WEIS)
        except KeyError:
            continue
        if kind is not None:
            rows.append(Row(who(event.get("source") or ""), who(event.get("target") or ""), kind))
    return tuple(row.type for row in merged(rows))


def _iso(date: str | None) -> str | None:
    digits = "".join(c for c in (date or "")[:10] if c.isdigit())
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 else None


@functools.cache
def _classes(table: Path = _CAMEO) -> dict[str, str | None]:
    return msgspec.convert(yaml.safe_load(table.read_text(encoding="utf-8")), dict[str, str | None])


def class_of(code: str, scheme: Path = _CAMEO) -> str | None:
    """The PLOVER class that a class name or a number of a scheme stands for, None for plain statements (01).

    Numbers of four digits are CAMEO's whatever the scheme.

    Raises:
        KeyError: it is neither.
    """
    if code.upper() in ontology.load().classes:
        return code.upper()
    table = _classes(_CAMEO if len(code) > _PART else scheme)
    digits = code if code.isdigit() and 2 <= len(code) <= 4 else ""
    prefix = next((digits[:n] for n in range(len(digits), 1, -1) if digits[:n] in table), None)
    if prefix is None:
        raise KeyError(code)
    return table[prefix]


def who(code: str) -> Who:
    """The parts of an actor code: ``ARNGOV`` is owner ``ARN``, sector ``GOV``; a name (in quotes) is its words."""
    joined = code.replace(" ", "")
    if code.startswith('"') or any(c.islower() for c in joined):
        return Who(owner=(gazetteer.normalise(code.strip('"')),))
    code = joined
    pieces = [code[at : at + _PART] for at in range(0, len(code), _PART)]
    return _who(p for p in pieces if p not in _NOBODY and not set(p) <= _MARKS)


def _who(codes: Iterable[str]) -> Who:
    told = sorted(set(codes))
    sectors = _sectors()
    return Who(tuple(c for c in told if c not in sectors), tuple(c for c in told if c in sectors))


@functools.cache
def _sectors() -> frozenset[str]:
    from whosays.ontology.nouns import SECTORS  # noqa: PLC0415 - only this set needs them

    # The kinds of bodies stand in the place of a country: IGO, NGO, MNC and the like are owners.
    return SECTORS - {"IGO", "NGO", "MNC", "UNO", "EUR", "ISM", "IMG"}


# -- found --------------------------------------------------------------------------------------


def _tools(dictionary: Path | None) -> Tools:
    tools = whosays.tools()
    if dictionary is None:
        return tools
    lists = gazetteer.load_petrarch(dictionary)
    return msgspec.structs.replace(tools, gazetteer=tools.gazetteer.with_lists(lists.actors, lists.agents))


def rows_of(record: CodedReport, date: str | None) -> list[Row]:
    """Our events and verbal events as rows, mirror images as one."""
    coded = event_rows(record)
    return merged(row for one in coded for row in _rows(record, one.type, one.actors, one.recipients, date))


def _rows(
    record: CodedReport, kind: str, acting: Sequence[Party], suffering: Sequence[Party], date: str | None
) -> list[Row]:
    sources, targets = ([_party(record, p, date) for p in side] for side in (acting, suffering))
    if not targets and len(sources) > 1 and kind in _BETWEEN:
        return [Row(a, b, kind, True) for a, b in combinations(sources, 2)]
    return [Row(a, b, kind) for a, b in product(sources or [Who()], targets or [Who()])]


def _party(record: CodedReport, party: Party, date: str | None) -> Who:
    entity = record.entity(party.mention)
    if isinstance(entity, Actor) and entity.codes:
        held = [c.code for c in entity.codes if _holds(c, date)]
        return _who(piece for code in held for piece in _pieces(code))
    if entity is not None and not isinstance(entity, Actor) and entity.country:
        return Who(owner=(entity.country,))
    return Who(owner=(gazetteer.normalise(party.name),))


def _pieces(code: str) -> list[str]:
    return [code[at : at + _PART] for at in range(0, len(code), _PART)]


def _holds(code: Code, date: str | None) -> bool:
    return date is None or ((code.start is None or code.start <= date) and (code.end is None or date < code.end))


def merged(rows: Iterable[Row]) -> list[Row]:
    """The rows with each pair of mirror images made one row without direction."""
    done: list[Row] = []
    for row in rows:
        image = Row(row.target, row.source, row.type)
        mirror = next((d for d in done if d == image), None)
        if mirror is None or row.source == row.target:
            done.append(row)
            continue
        done[done.index(mirror)] = Row(min(row.source, row.target), max(row.source, row.target), row.type, True)
    return done
