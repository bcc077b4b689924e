"""What people read out of public-domain news where the program had left something open, and how far it agrees today.

``readings/*.csv`` hold offsets and answers, no text; a text is known by the digest of its words:

- ``parties.csv``: an event that had nobody who did it (``doer``) or to whom or what it was done (``done``), and where
  its own sentence tells who that is: offsets of words, joined with "+"; "-" where it tells nobody;
- ``open.csv``: the same where all of the text was read for it (see ``openparts.py``, which learns from both);
- ``tellings.csv``: two triggers of one class, and whether they tell one deed; ``was``: whether they were joined then;
- ``links.csv``: the words of a party that meant nobody known, and where the text first names whom they mean, or "-";
- ``linked.csv``: the words of a party that meant somebody (a digest of the id), and whether they rightly did.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.running import as_given, stages
from evaluation.sets.rows import digest
from training.news import texts
from whosays.records import CodedReport, Event

FOLDER = Path(__file__).parent / "readings"
_PARTS = {"doer": {"actor"}, "done": {"recipient", "target"}}
Rows = Mapping[str, Sequence[Mapping[str, str]]]  # what was read, by the digest of its text


def measured(folder: Path, paths: Mapping[str, str]) -> str:
    """How far the record of every text agrees with what was read, a line for each kind of reading."""
    parties, tellings, links, linked = (_rows(name) for name in ("parties", "tellings", "links", "linked"))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts(folder, paths):
        key = digest(text)
        if not any(key in known for known in (parties, tellings, links, linked)):
            continue
        _, record = stages(as_given(text))
        for row in parties.get(key, ()):
            counts[row["part"]][_party(record, row)] += 1
        for row in tellings.get(key, ()):
            counts[f"tellings, {row['was']} then"][_telling(record, row)] += 1
        for row in links.get(key, ()):
            counts["words that meant nobody"][_link(record, row)] += 1
        for row in linked.get(key, ()):
            counts["words that meant somebody"][_kept(record, row)] += 1
    return "\n".join(
        f"{name}: " + ", ".join(f"{what} {number}" for what, number in sorted(found.items()))
        for name, found in sorted(counts.items())
    )


def _rows(name: str) -> Rows:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            found[line["text"]].append(line)
    return found


def _party(record: CodedReport, row: Mapping[str, str]) -> str:
    event = _event(record, int(row["start"]))
    told = [int(at) for at in row["who"].split("+") if at != "-"]
    if event is None:
        return "event gone"
    mentions = {m.id: m.span for m in record.mentions}
    spans = [mentions[r.mention] for r in event.roles if r.part in _PARTS[row["part"]] and r.mention in mentions]
    if not spans:
        return "told and open" if told else "untold and open"
    if any(span.start <= at < span.end for span in spans for at in told):
        return "told and found"
    return "told and wrong" if told else "untold and filled"


def _event(record: CodedReport, start: int) -> Event | None:
    """The event of which a trigger begins there: its own, or that of a telling that was joined to it."""
    for event in record.events:
        if event.trigger.start == start:
            return event
    joined = {m.id for m in record.mentions if m.kind == "event" and m.span.start == start}
    kept = {link.target for link in record.links if link.mention in joined}
    return next((event for event in record.events if event.id in kept), None)


def _telling(record: CodedReport, row: Mapping[str, str]) -> str:
    first, again = (_event(record, int(row[at])) for at in ("first", "again"))
    if first is None or again is None:
        return "event gone"
    same = "same" if row["same"] == "1" else "different"
    return f"{same} and {'joined' if first.id == again.id else 'apart'}"


def _link(record: CodedReport, row: Mapping[str, str]) -> str:
    start, end = int(row["start"]), int(row["end"])
    meant = [int(at) for at in row["meant"].split("+") if at != "-"]
    words = next((m for m in record.mentions if (m.span.start, m.span.end) == (start, end)), None)
    if words is None:
        return "words gone"
    whom = {link.mention: link.target for link in record.links}
    target = whom.get(words.id)
    named = [whom.get(m.id) for m in record.mentions if m.span.start in meant and m.kind != "event"]
    alone = target is None or [m for m, t in whom.items() if t == target] == [words.id]
    if target is not None and target in named:
        return "meant and linked"
    if alone:
        return "meant and open" if meant else "nobody meant and open"
    return "meant and wrong" if meant else "nobody meant and linked"


def _kept(record: CodedReport, row: Mapping[str, str]) -> str:
    span = (int(row["start"]), int(row["end"]))
    words = next((m.id for m in record.mentions if (m.span.start, m.span.end) == span), None)
    target = next((link.target for link in record.links if link.mention == words), None)
    same = target is not None and hashlib.sha256(target.encode()).hexdigest().startswith(row["whom"])
    return f"{'right' if row['right'] == '1' else 'wrong'} and {'kept' if same else 'changed'}"
