"""The set ``rows``: event rows that a person judged, and what has become of them.

``evaluation/gold/verdicts.csv`` holds verdicts on the rows of news texts, without the texts: a text is known by the
digest of its words, a row by the digest of what was judged on it (class, status, who plays which part and whom the
words mean). A row that still comes out as it was judged keeps its verdict; one that comes out otherwise waits for one.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.lines import news_lines
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.scoring import share
from whosays import Failure
from whosays.records import Actor, CodedReport, Event, Report, Role

VERDICTS = Path(__file__).resolve().parent.parent / "gold" / "verdicts.csv"
_STEPS = (30, 40, 50, 60, 70)  # of confidence, in hundredths
_COUNTED = ("right", "wrong", "right, gone", "wrong, gone", "not judged", "texts", "judged texts")
_PATTERNS = ("*.md", "*.csv", "*.jsonl", "*.txt", "*.html")


class Verdict(msgspec.Struct, frozen=True):
    """What a person said of a row: are class, roles and status right; ``doubtful``: another reader might differ."""

    text: str
    row: str
    nth: int
    type: bool
    roles: bool
    status: bool
    doubtful: bool

    @property
    def right(self) -> bool:
        """Whether all three are right."""
        return self.type and self.roles and self.status


def run(request: Request) -> Result:
    """Codes every text and sets the verdicts there are beside its rows; without any, the rows are there to be read."""
    known = by_text(verdicts(VERDICTS))
    tools = whosays.tools()
    counts: Counter[str] = Counter()
    cases: list[Case] = []
    sure: list[tuple[float, bool]] = []
    for report in reports(files(request, *_PATTERNS)):
        judged = known.get(digest(report.text), {})
        record = whosays.code(report, tools)
        told = list(_judged(record, judged))
        counts.update(verdict for verdict, _ in told)
        sure += [(event.confidence, judged[key].right) for key, event in keyed(record) if key in judged]
        counts["texts"] += 1
        counts["judged texts"] += bool(judged)
        found = tuple(f"{verdict}: {words}" for verdict, words in told)
        cases.append(Case(id=digest(report.text), verdict=f"{len(told)} rows", gold=(report.text,), found=found))
    if not cases:
        raise EvaluationError("no data: none of the files holds a text that can be read")
    keys: dict[str, Number] = {
        "kept_right": share(counts["right"], counts["right"] + counts["right, gone"]),
        "wrong_gone": share(counts["wrong, gone"], counts["wrong"] + counts["wrong, gone"]),
        "judged_right": share(counts["right"], counts["right"] + counts["wrong"]),
        **_by_sureness(sure),
        **{name.replace(", ", "_").replace(" ", "_"): counts[name] for name in _COUNTED},
    }
    return Result(keys=keys, cases=tuple(cases))


def reports(found: Sequence[Path]) -> Iterator[Report]:
    """The texts of the files: of daily lists (``*.md``) every point is one."""
    for path in found:
        if path.suffix == ".md":
            yield from news_lines(path)
        else:
            yield from (item for item in whosays.read_all([path]) if not isinstance(item, Failure))


def verdicts(path: Path) -> tuple[Verdict, ...]:
    """The verdicts of a file.

    Raises:
        EvaluationError: a line is no verdict.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        try:
            return tuple(
                msgspec.convert({**line, "type": line["class"]}, Verdict, strict=False)
                for line in csv.DictReader(lines)
            )
        except (msgspec.ValidationError, KeyError) as error:
            raise EvaluationError(f"{path.name}: {error}") from error


def by_text(given: Sequence[Verdict]) -> dict[str, dict[tuple[str, int], Verdict]]:
    """The verdicts of each text, by row and by which of the rows with this digest it is."""
    found: dict[str, dict[tuple[str, int], Verdict]] = {}
    for verdict in given:
        found.setdefault(verdict.text, {})[verdict.row, verdict.nth] = verdict
    return found


def keyed(record: CodedReport) -> Iterator[tuple[tuple[str, int], Event]]:
    """The events of a record with their digests, each with its place among those of the same digest."""
    seen: Counter[str] = Counter()
    for event in record.events:
        key = digest(row(record, event))
        yield (key, seen[key]), event
        seen[key] += 1


def row(record: CodedReport, event: Event) -> str:
    """What is judged on a row, in one line: class, status, and who plays which part."""
    told = sorted(f"{role.part}: {_who(record, role)}" for role in event.roles)
    return f"{event.type} {event.status} | {'; '.join(told)}"


def digest(words: str) -> str:
    """The digest that words are known by: 12 hex digits of SHA-1."""
    return hashlib.sha1(words.encode(), usedforsecurity=False).hexdigest()[:12]


def _who(record: CodedReport, role: Role) -> str:
    mention = record.mention(role.mention)
    if mention is None:
        return "nobody named"
    link = next((k for k in record.links if k.mention == mention.id), None)
    meant = record.entity(link.target) if link is not None else None
    return f"{mention.name} = {meant.name}" if isinstance(meant, Actor) else mention.name


def _judged(record: CodedReport, judged: Mapping[tuple[str, int], Verdict]) -> Iterator[tuple[str, str]]:
    """The rows of a record with what was said of them, then the judged rows that do not come out any more."""
    left = dict(judged)
    for key, event in keyed(record):
        verdict = left.pop(key, None)
        yield "not judged" if verdict is None else _said(verdict), row(record, event)
    for (words, _), verdict in left.items():
        yield f"{_said(verdict)}, gone", words


def _by_sureness(sure: Sequence[tuple[float, bool]]) -> dict[str, Number]:
    """Of the judged rows from each confidence on: the share that is right, and the share of all rows that they are."""
    keys: dict[str, Number] = {}
    for least in _STEPS:
        kept = [right for confidence, right in sure if confidence * 100 >= least]
        keys |= {f"right_from_{least}": share(sum(kept), len(kept)), f"rows_from_{least}": share(len(kept), len(sure))}
    return keys


def _said(verdict: Verdict) -> str:
    return "right" if verdict.right else "wrong"
