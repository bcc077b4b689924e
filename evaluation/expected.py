"""One report held against what must come out of it: every point, and nothing beyond."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from whosays.records import Actor, CodedReport, Dispute, Event, Incident, Place, Span, Statement

Wanted = Mapping[str, Any]  # an expectation, as it stands in a .expected.json file


class Check(msgspec.Struct, frozen=True):
    """One thing that was looked at: the point it belongs to, what it is, and what is wrong (empty: nothing)."""

    point: str
    what: str
    wrong: tuple[str, ...] = ()


class Outcome(msgspec.Struct, frozen=True):
    """What the product made of one report."""

    record: CodedReport
    incidents: tuple[Incident, ...]
    disputes: tuple[Dispute, ...]


def check(outcome: Outcome, expected: Wanted) -> tuple[Check, ...]:
    """Every expectation of a file, in its order."""
    found = [_report(outcome.record, expected.get("report", {}))]
    found += [_same_actor(outcome.record, names) for names in expected.get("same_actor", ())]
    events, event_checks = _complete(outcome.record, expected.get("events", ()), outcome.record.events, _event)
    found += event_checks
    points = {str(w.get("point", i)): e for i, (w, e) in enumerate(events)}
    statements, statement_checks = _complete(
        outcome.record, expected.get("statements", ()), outcome.record.statements, _statement
    )
    found += statement_checks
    found += [_about(w, s, points) for w, s in statements if "about_event_point" in w]
    found += [_incident(outcome, w) for w in expected.get("incidents", ())]
    found += _disputes(outcome, expected.get("disputes", ()))
    found.append(_publisher_silent(outcome.record))
    if expected.get("must_not"):
        found.append(_nothing_beyond(found))
    return tuple(found)


def _nothing_beyond(checks: Sequence[Check]) -> Check:
    """Point 12: neither the outlet's own comment nor anything else makes an event or a statement too much."""
    extra = [w for c in checks for w in c.wrong if w.startswith("too much")]
    return Check("12", "nothing comes from the outlet's own comment", tuple(extra))


# -- helpers on the record ----------------------------------------------------------------------


def plain(text: str) -> str:
    """Words only: case, quotation marks, apostrophe forms and spaces folded, a leading article dropped."""
    folded = re.sub(r"[“”\"]", "", text.replace("’", "'").casefold())
    return re.sub(r"^(the|a|an) ", "", " ".join(folded.split()))


def _ids_of(record: CodedReport, name: str) -> set[str]:
    """The entities that an expected name means: by its own name, or by a mention with these words."""
    wanted = plain(name)
    found = {e.id for e in record.entities if plain(e.name) == wanted}
    for mention in record.mentions:
        entity = record.entity(mention.id)
        if entity is not None and plain(mention.name) == wanted:
            found.add(entity.id)
    return found


def _is(record: CodedReport, mention: str | None, name: Any) -> bool:
    """Whether a mention means the expected one: by entity, or by its own words ("the X's Working Group")."""
    if mention is None:
        return None in _any(name)
    if name is None:
        return False
    if isinstance(name, Mapping):
        return any(_is(record, mention, n) for n in name["any"])
    entity = record.entity(mention)
    own = record.mention(mention)
    by_words = own is not None and f" {plain(own.name)}".endswith(f" {plain(name)}")
    return by_words or (entity is not None and entity.id in _ids_of(record, name))


def _any(value: Any) -> list[Any]:
    return list(value["any"]) if isinstance(value, Mapping) and "any" in value else [value]


def _words(record: CodedReport, spans: Iterable[Span]) -> str:
    return " … ".join(record.report.words(s) for s in spans)


def _complete(
    record: CodedReport, wanted: Sequence[Wanted], found: Sequence[Any], compare: Any
) -> tuple[list[tuple[Wanted, Any]], list[Check]]:
    """Pairs each expectation with the record that misses least of it; what is left over is too much."""
    pairs: list[tuple[Wanted, Any]] = []
    checks: list[Check] = []
    left = list(found)
    for want in wanted:
        compared = ((compare(record, want, r), i) for i, r in enumerate(left))
        ranked = sorted(compared, key=lambda p: (_is_other(p[0]), len(p[0]), p[1]))
        label = f"{want.get('type') or want.get('act')}: {want.get('evidence') or want.get('content') or ''}"
        if not ranked or _is_other(ranked[0][0]):
            checks.append(Check(str(want.get("point", "-")), label, ("not found",)))
            continue
        wrong, at = ranked[0]
        pairs.append((want, left.pop(at)))
        checks.append(Check(str(want.get("point", "-")), label, tuple(wrong)))
    for extra in left:
        checks.append(Check("-", "nothing beyond what is expected", (f"too much: {describe(record, extra)}",)))
    return pairs, checks


def _is_other(wrong: Sequence[str]) -> bool:
    """Whether the record is not even an answer to the expectation."""
    return any(w.startswith("!") for w in wrong)


def describe(record: CodedReport, found: Any) -> str:
    """An event or statement in one line."""
    if isinstance(found, Event):
        roles = ", ".join(f"{r.part}={_name(record, r.mention)}[{r.basis}]" for r in found.roles)
        tolls = ", ".join(f"{t.effect} {t.count.low}-{t.count.high}" for t in found.tolls)
        where = _name(record, found.place)
        return (
            f"{found.type}/{found.mode} {found.status} ({roles}) at {where} when {found.when.start} "
            f"{found.when.basis} [{tolls}] “{_words(record, found.evidence)}”"
        )
    if isinstance(found, Statement):
        props = ", ".join(
            f"{p.kind}:{_name(record, p.subject)}@{_name(record, p.place)}={p.holds}" for p in found.propositions
        )
        return (
            f"{found.act} {found.status} by {_name(record, found.speaker)} "
            f"via {[_name(record, r) for r in found.relay]} "
            f"“{record.report.words(found.cue)}”: “{_words(record, found.content)}” {found.quoted} "
            f"when {found.when.start} {found.when.basis} about {[(a.as_, a.target) for a in found.about]} [{props}]"
        )
    return repr(found)


def _name(record: CodedReport, mention: str | None) -> str:
    if mention is None:
        return "-"
    own, entity = record.mention(mention), record.entity(mention)
    return f"{own.name if own else '?'}→{entity.id if entity else '?'}"


# -- the comparisons ----------------------------------------------------------------------------


def _report(record: CodedReport, want: Wanted) -> Check:
    wrong = [
        f"{field} is {getattr(record.report, field)!r}, not {value!r}"
        for field, value in want.items()
        if getattr(record.report, field) != value
    ]
    return Check("1", "the report's own fields", tuple(wrong))


def _same_actor(record: CodedReport, names: Sequence[str]) -> Check:
    each = {name: _ids_of(record, name) for name in names}
    missing = [f"nobody is called “{n}”" for n, ids in each.items() if not ids]
    shared = set.intersection(*each.values()) if each else set()
    wrong = missing or ([] if shared else [f"not one actor: {each}"])
    return Check("2", f"one actor: {', '.join(names)}", tuple(wrong))


def _event(record: CodedReport, want: Wanted, event: Event) -> list[str]:
    """What is wrong with an event as an answer to an expectation; a leading "!" means that it is another event."""
    wrong: list[str] = []
    if event.type not in _any(want["type"]):
        return [f"!type {event.type}"]
    if "evidence" in want and not any(_touches(record.report.words(s), want["evidence"]) for s in event.evidence):
        return ["!evidence"]
    if "mode" in want and event.mode not in _any(want["mode"]):
        wrong.append(f"mode is {event.mode}")
    if "status" in want and event.status not in _any(want["status"]):
        wrong.append(f"status is {event.status}")
    wrong += _roles(record, want.get("actors", ()), event, "actor")
    wrong += _roles(record, want.get("recipients", ()), event, "recipient")
    if "place" in want:
        wrong += _place(record, want["place"], event.place)
    if "when" in want:
        wrong += _interval(want["when"], event.when)
    for effect in ("killed", "wounded", "arrested", "captured", "missing", "displaced"):
        if effect in want:
            wrong += _toll(event, effect, want[effect])
    if "attendance_on_the_word_of" in want:
        sources = {r.statement for r in event.roles if r.statement}
        speakers = [s.speaker for s in record.statements if s.id in sources]
        if not any(_is(record, s, want["attendance_on_the_word_of"]) for s in speakers):
            wrong.append("no role rests on the word of " + str(want["attendance_on_the_word_of"]))
    return wrong


def _touches(one: str, two: str) -> bool:
    a, b = plain(one), plain(two)
    return a in b or b in a or len(set(a.split()) & set(b.split())) >= 0.6 * len(set(b.split()))


def _roles(record: CodedReport, names: Sequence[Any], event: Event, part: str) -> list[str]:
    parts = {"actor": {"actor", "participant"}, "recipient": {"recipient", "target"}}[part]
    roles = [r for r in event.roles if r.part in parts]
    wrong = []
    for name in names:
        basis = name.get("basis") if isinstance(name, Mapping) else None
        who = name["name"] if isinstance(name, Mapping) and "name" in name else name
        held = [r for r in roles if _is(record, r.mention, who)]
        if not held:
            wrong.append(f"{part} {who} is missing")
        elif basis and all(r.basis != basis for r in held):
            wrong.append(f"{part} {who} has basis {held[0].basis}")
    return wrong


def _place(record: CodedReport, name: str, mention: str | None) -> list[str]:
    entity = record.entity(mention)
    if isinstance(entity, Place) and plain(entity.name) == plain(name):
        return []
    return [] if _is(record, mention, name) else [f"place is {_name(record, mention)}"]


def _interval(want: Wanted, when: Any) -> list[str]:
    return [
        f"when.{field} is {getattr(when, field)}"
        for field, value in want.items()
        if getattr(when, field) not in _any(value)
    ]


def _toll(event: Event, effect: str, want: Wanted) -> list[str]:
    counts = [t.count for t in event.tolls if t.effect == effect]
    allowed = want.get("any", [want])  # None: untold is as good
    if any(a is not None and all(getattr(c, k) == v for k, v in a.items()) for c in counts for a in allowed):
        return []
    if not counts and None in allowed:
        return []
    return [f"{effect}: {[(c.low, c.high) for c in counts]}, not {dict(want)}"]


def _statement(record: CodedReport, want: Wanted, statement: Statement) -> list[str]:
    wrong: list[str] = []
    if statement.act not in _any(want["act"]):
        return [f"!act {statement.act}"]
    said = plain(_words(record, statement.content))
    if "content" in want and plain(want["content"]) not in said:
        return [f"!content {said}"]
    if "speaker" in want and not _is(record, statement.speaker, want["speaker"]):
        wrong.append(f"speaker is {_name(record, statement.speaker)}")
    if "relay" in want and not any(_is(record, r, want["relay"]) for r in statement.relay):
        wrong.append(f"relay is {[_name(record, r) for r in statement.relay]}")
    for field in ("status", "quoted", "certainty"):
        if field in want and getattr(statement, field) not in _any(want[field]):
            wrong.append(f"{field} is {getattr(statement, field)}")
    if "when" in want:
        wrong += _interval(want["when"], statement.when)
    if "proposition" in want and not any(_proposes(record, want["proposition"], p) for p in statement.propositions):
        wrong.append(
            f"propositions are {[(p.kind, p.holds, _name(record, p.subject)) for p in statement.propositions]}"
        )
    return wrong


def _proposes(record: CodedReport, want: Wanted, proposition: Any) -> bool:
    if "subject" in want and not _is(record, proposition.subject, want["subject"]):
        return False
    return all(getattr(proposition, k) in _any(v) for k, v in want.items() if k != "subject")


def _about(want: Wanted, statement: Statement, points: Mapping[str, Event]) -> Check:
    event = points.get(str(want["about_event_point"]))
    fine = event is not None and any(t.target == event.id for t in statement.about)
    wrong = () if fine else (f"it is about {[t.target for t in statement.about]}",)
    return Check(
        str(want.get("point", "-")), f"{want['act']} is about the event of point {want['about_event_point']}", wrong
    )


def _incident(outcome: Outcome, want: Wanted) -> Check:
    record = outcome.record
    homes = [_incidents_at(outcome, words) for words in want["one"]]
    shared = set.intersection(*homes) if homes else set()
    wrong = [f"“{w}” stands for no incident" for w, h in zip(want["one"], homes, strict=True) if not h]
    if not wrong and len(shared) != 1:
        wrong.append(f"not one incident: {homes}")
    for held in want.get("responsibility", ()):
        told = [r for i in outcome.incidents if i.id in shared for r in i.responsibility]
        if not any(r.act == held["act"] and r.party in _ids_of(record, held["party"]) for r in told):
            wrong.append(f"responsibility is {[(r.party, r.act) for r in told]}")
    return Check(str(want.get("point", "-")), f"one incident: {', '.join(want['one'])}", tuple(wrong))


def _incidents_at(outcome: Outcome, words: str) -> set[str]:
    """The incidents for which these words of the text stand: by a trigger in them, or by a link."""
    text = outcome.record.report.text
    at = text.find(words)
    if at < 0:
        at = text.replace("’", "'").find(words.replace("’", "'"))
    span = Span(report=outcome.record.report.id, start=max(at, 0), end=max(at, 0) + len(words))
    events = {e.id for e in outcome.record.events if span.overlaps(e.trigger)}
    for mention in outcome.record.mentions:
        link = outcome.record.link(mention.id) if mention.kind == "event" and span.overlaps(mention.span) else None
        if link is not None and link.target is not None:
            events.add(link.target)
    return {i.id for i in outcome.incidents if events & set(i.events)}


def _disputes(outcome: Outcome, wanted: Sequence[Wanted]) -> list[Check]:
    checks = []
    left = list(outcome.disputes)
    for want in wanted:
        found = next((d for d in left if not _dispute_wrong(outcome.record, want, d)), None)
        wrong: tuple[str, ...] = ()
        if found is None:
            shown = [[(p.party, p.holds) for p in d.positions] for d in left]
            wrong = (f"no dispute has these sides; there are {shown}",)
        else:
            left.remove(found)
        checks.append(Check(str(want.get("point", "-")), f"dispute: {want['about']}", wrong))
    checks += [Check("-", "no other dispute", (f"too much: {d.about}",)) for d in left]
    return checks


def _dispute_wrong(record: CodedReport, want: Wanted, dispute: Dispute) -> list[str]:
    sides = {holds: {p.party for p in dispute.positions if p.holds == holds} for holds in ("true", "false")}
    wrong = [n for n in want["for"] if not _ids_of(record, n) & sides["true"]]
    wrong += [n for n in want["against"] if not _ids_of(record, n) & sides["false"]]
    return wrong


def _publisher_silent(record: CodedReport) -> Check:
    """The publisher is nobody in its own report."""
    name = plain(record.report.publisher or "")
    speakers = [s.speaker for s in record.statements] + [r.mention for e in record.events for r in e.roles]
    acting = [m for m in speakers if m is not None and name and isinstance(record.entity(m), Actor)]
    wrong = [_name(record, m) for m in acting if plain((record.mention(m) or record.mentions[0]).name) == name]
    return Check("1", "the publisher neither acts nor speaks", tuple(wrong))
