"""What a statement is about: the events in its content, as what they stand there, and what that makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Protocol

import msgspec

from whosays.coding.factuality.bidden import or_else
from whosays.coding.sifting.answeredfor import is_what_is_claimed
from whosays.coding.statements.answered import (
    answering,
    denied_statement,
    denying_deed,
    is_pointer,
    names_deed,
    of_number,
    replying,
)
from whosays.coding.statements.byway import is_by_the_way
from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.nested import is_aside, of_others
from whosays.coding.statements.owning import claims_deed, denies_deed
from whosays.coding.statements.pointing import pointed_at
from whosays.coding.statements.propositions import Occurrence, befallen, core_of, propositions_of, toll_value
from whosays.coding.words.mentions import Book, case_of
from whosays.parse import Parse
from whosays.records import (
    Act,
    Effect,
    EventStatus,
    Holds,
    Interval,
    Proposition,
    Span,
    Statement,
    Target,
    statement_id,
)

_AS: dict[Act, str] = {
    "deny": "denied", "claim": "claimed", "blame": "blamed", "accuse": "accused", "demand": "demanded",
    "call": "demanded", "threaten": "threatened", "promise": "promised", "agree": "promised", "predict": "predicted",
    "warn": "warned", "condemn": "condemned", "praise": "praised", "refuse": "refused", "concern": "feared",
    "condole": "mourned", "apologise": "regretted",
}  # fmt: skip
# What an act makes of a deed that its content names as such; past deeds keep their own status.
_MAKES: dict[Act, EventStatus] = {
    "deny": "negated", "demand": "demanded", "call": "demanded", "threaten": "threatened", "promise": "planned",
    "agree": "planned", "refuse": "negated", "warn": "hypothetical", "predict": "hypothetical",
}  # fmt: skip
_TIMELESS = frozenset({"deny", "demand", "call"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

__all__ = ["EventHint", "Linked", "Occurrence", "link_statements"]


class EventHint(msgspec.Struct, frozen=True):
    """What a statement makes of an event in its content: its status, where nothing else tells of the event."""

    event: str
    status: EventStatus
    statement: str


class Linked(msgspec.Struct, frozen=True):
    """The statements with what they are about, and what they make of the events in their contents."""

    statements: tuple[Statement, ...]
    hints: tuple[EventHint, ...]


class Figure(Protocol):
    """A figure that a statement gives for an event that its own words do not tell."""

    @property
    def draft(self) -> int:
        """The statement, by its place among the drafts."""

    @property
    def event(self) -> str:
        """The event's id."""

    @property
    def effect(self) -> Effect:
        """What it counts."""

    @property
    def low(self) -> int | None:
        """The lowest number."""

    @property
    def holds(self) -> Holds:
        """Whether the statement holds it true."""

    @property
    def span(self) -> Span:
        """The number's words."""


def link_statements(
    drafts: Sequence[Draft], events: Sequence[Occurrence], parse: Parse, book: Book, figures: Sequence[Figure] = ()
) -> Linked:
    """Statements from drafts: ``about`` and ``propositions`` filled in, in the order of the text.

    Args:
        drafts: from :func:`find_statements`.
        events: every event of the report with its trigger's tokens.
        parse: the report.
        book: keeps the mentions of subjects and places.
        figures: what the statements count that their own words do not tell of.
    """
    statements: dict[str, Statement] = {}
    hints: list[EventHint] = []
    ids: list[str] = []
    deeds: list[Occurrence | None] = []
    recalled: dict[str, int] = {}
    denials = [d for d in drafts if d.act == "deny"]
    standing = [not any(_is_denied(parse, d, o) for d in denials) for o in events]
    for number, found in enumerate(drafts):
        within = [found.holds(o.head) for o in events]
        inside = tuple(compress(events, within))
        told = tuple(o for o, here, stands in zip(events, within, standing, strict=True) if here or stands)
        others = of_others(parse, book, found, drafts)
        passing = [d for d in others if is_aside(parse, found, d)]
        inside = tuple(o for o in inside if not any(d.holds(o.head) for d in passing))
        draft = claims_deed(parse, book, denies_deed(parse, book, found, inside), inside)
        pointed = pointed_at(parse, draft, told, inside, recalled)
        if pointed is not None and draft.act == "deny" and is_pointer(parse, draft):
            meant = denied_statement(parse, drafts, number, book)
            charge = statements[ids[meant]] if meant is not None and meant < number else None
            pointed = None if charge is not None and _is_of_else(charge, drafts[meant or 0], pointed) else pointed
        recalled |= {} if pointed is None else {pointed.event.id: parse.sentence(draft.cue_token)}
        their_word = frozenset(o.event.id for o in inside if any(d.holds(o.head) for d in others))
        statement = _statement(parse, draft, inside if pointed is None else (*inside, pointed), their_word, book)
        statement = _counting(statement, number, figures)
        ids.append(statement.id)
        deeds.append(pointed)
        if statement.id not in statements:
            statements[statement.id] = statement
            hints.extend(_hints(parse, draft, inside, statement.id))
    for number, draft in enumerate(drafts):
        meant = denied_statement(parse, drafts, number, book)
        deed = deeds[number]
        one = statements[ids[number]]
        if meant is not None and drafts[meant].asks:
            question = msgspec.structs.replace(drafts[meant], act="assert", asks=False)
            inside = tuple(o for o in events if question.holds(o.head))
            held = propositions_of(parse, question, inside, _without_mark(parse, question), book)
            statements[one.id] = replying(one, statements[ids[meant]], held)
            hints.extend(_settled(parse, question, draft, inside, one.id))
        elif meant is not None:
            statements[one.id] = answering(one, statements[ids[meant]], book, number=of_number(parse, draft))
            said = drafts[meant]
            if draft.holds(said.cue_token):  # "denied a report that quoted officials as saying | that he was shot |"
                inside = tuple(o for o in events if said.holds(o.head))
                hints.extend(_hints(parse, msgspec.structs.replace(said, act="deny"), inside, one.id))
        elif draft.act != "deny" or draft.status == "negated":
            continue  # "neither confirmed | nor denied | the raid": denies nothing
        elif deed is not None and (is_pointer(parse, draft) or names_deed(parse, draft)):
            statements[one.id] = denying_deed(one, deed, book)
    return Linked(tuple(statements.values()), tuple(hints))


def _is_of_else(charge: Statement, told: Draft, deed: Occurrence) -> bool:
    """ "Gunmen killed nine. Ruiz accused guards of looking on. They denied | it |": that they looked on."""
    later = told.cue_token > deed.head and not told.holds(deed.head)
    return charge.act == "accuse" and later and all(t.target != deed.event.id for t in charge.about)


def _is_denied(parse: Parse, draft: Draft, occurrence: Occurrence) -> bool:
    """Whether an event is told in a denial alone: "denied shelling it"; not so "any role in | the attack |"."""
    head = occurrence.head
    return draft.holds(head) and not (_is_given(parse, head) and is_what_is_claimed(parse, parse.tokens[head]))


def _statement(
    parse: Parse, draft: Draft, inside: tuple[Occurrence, ...], their_word: frozenset[str], book: Book
) -> Statement:
    cue = parse.span(*draft.cue)
    content = tuple(parse.span(*r) for r in draft.content)
    name = _AS.get(draft.act, "content")
    beside = {o.event.id for o in inside if is_by_the_way(parse, draft.act, draft.content_head, o.head)}
    meant = tuple(o for o in inside if o.event.id not in beside | their_word)
    return Statement(
        id=statement_id(cue, draft.act, content),
        act=draft.act,
        status=draft.status,
        speaker=draft.speaker,
        relay=draft.relay,
        cue=cue,
        content=content,
        quoted=draft.quoted,
        certainty=draft.certainty,
        about=tuple(Target(target=o.event.id, as_=_as_what(parse, o, name, beside)) for o in inside),
        propositions=propositions_of(parse, draft, meant, content, book),
        addressee=draft.addressee,
        when=Interval(span=parse.span(*draft.when)) if draft.when else Interval(),
        confidence=draft.confidence,
        made_by=draft.made_by,
    )


def _as_what(parse: Parse, told: Occurrence, name: str, beside: set[str]) -> str:
    if told.event.id in beside:
        return "content"
    return or_else(parse, parse.tokens[told.head]) or name  # "told them to pay | or be shot |": no demand


def _counting(statement: Statement, number: int, figures: Sequence[Figure]) -> Statement:
    """The statement with the figures that it gives for deeds told elsewhere, and without those that others give."""
    own = [f for f in figures if f.draft == number]
    theirs = {f.span for f in figures} - {f.span for f in own}
    told = tuple(p for p in statement.propositions if p.kind != "toll" or not theirs.intersection(p.spans))
    known = [s for p in told if p.kind == "toll" for s in p.spans]
    held = tuple(
        Proposition(kind="toll", event=f.event, value=toll_value(f.effect, f.low), holds=f.holds, spans=(f.span,))
        for f in own
        if not any(s.overlaps(f.span) for s in known)
    )
    if held:
        told = tuple(p for p in told if p.kind != "other")
    meant = {t.target for t in statement.about}
    how = _AS.get(statement.act, "content")
    about = tuple(Target(target=e, as_=how) for e in dict.fromkeys(f.event for f in own) if e not in meant)
    return msgspec.structs.replace(statement, about=(*statement.about, *about), propositions=(*told, *held))


def _hints(parse: Parse, draft: Draft, inside: tuple[Occurrence, ...], statement: str) -> list[EventHint]:
    status = "planned" if draft.intends else "hypothetical" if draft.asks else _MAKES.get(draft.act)
    if draft.act == "claim" and draft.status == "negated":
        status = "happened"  # "did not claim the strike": the strike is no less a fact
    elif draft.status == "negated":
        return _left_open(parse, draft, inside, statement)
    if status is None or (draft.act == "deny" and parse.tokens[draft.cue_token].lemma == "plead"):
        return []  # "pleaded not guilty to murdering a judge": murdered he was
    if status == "demanded" and any(_is_granted(parse, i) for i in range(*draft.cue)):
        status = "planned"
    if draft.own and draft.act == "deny":  # "its men had not carried out the bombing": somebody did
        theirs = [o for o in inside if _is_given(parse, o.head)]
        if theirs:
            return [EventHint(o.event.id, "happened", statement) for o in theirs]
    core = set(core_of(parse, draft.content_head))
    deed = befallen(parse, draft.content_head)
    found = [EventHint(o.event.id, "negated", statement) for o in inside if draft.act == "deny" and o.head == deed]
    carried = _carried(parse, core) if draft.act == "deny" else frozenset()
    for occurrence in inside:
        if not (occurrence.head in core | carried or core & set(occurrence.tokens)):
            continue
        if draft.act == "warn" and _is_now(parse, occurrence.head):
            continue
        given = status != "happened" and _is_given(parse, occurrence.head)
        given = given or (draft.act in {"deny", "refuse"} and _is_owned(parse, occurrence.head))
        if given or (draft.act not in _TIMELESS and _is_past(parse, occurrence.head)):
            continue
        found.append(EventHint(occurrence.event.id, or_else(parse, parse.tokens[occurrence.head]) or status, statement))
    return found


def _left_open(parse: Parse, draft: Draft, inside: tuple[Occurrence, ...], statement: str) -> list[EventHint]:
    """ "Neither confirmed nor denied that it had sunk the boat": nobody says that it has, or has not."""
    verb = parse.tokens[draft.cue_token]
    first = parse.tokens[verb.head]
    nor = any(c.lower in {"nor", "or"} for c in parse.children(verb.i, "cc"))
    if draft.act != "deny" or verb.dep != "conj" or not nor or first.lemma.lower() != "confirm":
        return []
    core = set(core_of(parse, draft.content_head))
    open_ = (o for o in inside if o.head in core and not _is_given(parse, o.head))
    return [EventHint(o.event.id, "hypothetical", statement) for o in open_]


def _without_mark(parse: Parse, question: Draft) -> tuple[Span, ...]:
    """ "Whether | they had fled |"."""
    first = question.content[0][0]
    opens = parse.tokens[first].lower in {"if", "whether"}
    return tuple(parse.span(a + (opens and a == first), b) for a, b in question.content)


def _settled(
    parse: Parse, question: Draft, answer: Draft, inside: tuple[Occurrence, ...], statement: str
) -> list[EventHint]:
    """What yes or no makes of the deeds that were asked about: of what is past, that it was, or was not."""
    if answer.act == "deny":
        return _hints(parse, msgspec.structs.replace(question, act="deny"), inside, statement)
    core = set(core_of(parse, question.content_head))
    told = (o for o in inside if o.head in core and _is_past(parse, o.head))
    return [EventHint(o.event.id, "happened", statement) for o in told]


def _is_granted(parse: Parse, cue: int) -> bool:
    """ "Accepts Orland's | request | to send guards": it will be done."""
    noun = parse.tokens[cue]
    above = parse.tokens[noun.head].lemma.lower()
    return noun.dep == "obj" and noun.lemma.lower() == "request" and above in {"accept", "grant", "approve"}


def _carried(parse: Parse, core: set[int]) -> frozenset[int]:
    """ "Denied that troops had carried out | raids |": the nouns of deeds that a light verb carries."""
    light = (i for i in core if parse.tokens[i].lemma.lower() in _LIGHT)
    return frozenset(c.i for i in light for c in parse.children(i, "obj"))


_LIGHT = frozenset({"carry", "conduct", "launch", "commit", "perpetrate", "stage", "mount"})


def _is_now(parse: Parse, head: int) -> bool:
    """ "Warned that Orland | is sending | arms to rebels": it does so now."""
    token = parse.tokens[head]
    beside = {c.lower for c in parse.children(head, "aux")}
    return token.tag == "VBG" and bool(beside & {"is", "are", "'s", "’s", "'re", "’re"})


def _is_given(parse: Parse, head: int) -> bool:
    """ "denied carrying out the attack": a definite deed did happen; only the part in it is denied."""
    token = parse.tokens[head]
    return token.is_noun and any(c.lower in _DEFINITE for c in parse.children(head, "det"))


def _is_owned(parse: Parse, head: int) -> bool:
    """ "His rejection of | Orland's sanctions |": those there are, all the same; not so "denied its raid"."""
    owners = parse.children(head, "nmod:poss")
    noun = parse.tokens[head]
    if noun.lemma.lower() in _SUFFERED and case_of(parse, head) == "for":
        return bool(owners)  # "blamed the group for | his assassination |, which it denies": he was killed
    return noun.is_noun and any(not c.tag.startswith("PRP") for c in owners)


_SUFFERED = frozenset({"assassination", "murder", "death", "abduction", "kidnapping", "disappearance"})


def _is_past(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    if token.tag == "VBD":
        return True
    return any(c.lemma == "have" or c.lower in {"was", "were"} for c in parse.children(head, "aux", "aux:pass"))
