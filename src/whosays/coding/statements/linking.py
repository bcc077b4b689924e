"""What a statement is about: the events in its content, as what they stand there, and what that makes of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.statements.answered import answering, denied_statement, denying_deed, is_pointer, of_number
from whosays.coding.statements.byway import is_by_the_way
from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.nested import is_aside, of_others
from whosays.coding.statements.owning import denies_deed
from whosays.coding.statements.pointing import pointed_at
from whosays.coding.statements.propositions import Occurrence, befallen, core_of, propositions_of
from whosays.coding.words.mentions import Book
from whosays.parse import Parse
from whosays.records import Act, EventStatus, Interval, Statement, Target, statement_id

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


def link_statements(drafts: Sequence[Draft], events: Sequence[Occurrence], parse: Parse, book: Book) -> Linked:
    """Statements from drafts: ``about`` and ``propositions`` filled in, in the order of the text.

    Args:
        drafts: from :func:`find_statements`.
        events: every event of the report with its trigger's tokens.
        parse: the report.
        book: keeps the mentions of subjects and places.
    """
    statements: dict[str, Statement] = {}
    hints: list[EventHint] = []
    ids: list[str] = []
    deeds: list[Occurrence | None] = []
    for found in drafts:
        inside = tuple(o for o in events if found.holds(o.head))
        told = tuple(o for o in events if o in inside or not any(d.act == "deny" and d.holds(o.head) for d in drafts))
        others = of_others(parse, book, found, drafts)
        passing = [d for d in others if is_aside(parse, found, d)]
        inside = tuple(o for o in inside if not any(d.holds(o.head) for d in passing))
        draft = denies_deed(parse, book, found, inside)
        pointed = pointed_at(parse, draft, told, inside)
        their_word = frozenset(o.event.id for o in inside if any(d.holds(o.head) for d in others))
        statement = _statement(parse, draft, inside if pointed is None else (*inside, pointed), their_word, book)
        ids.append(statement.id)
        deeds.append(pointed)
        if statement.id not in statements:
            statements[statement.id] = statement
            hints.extend(_hints(parse, draft, inside, statement.id))
    for number, draft in enumerate(drafts):
        meant = denied_statement(parse, drafts, number)
        deed = deeds[number]
        one = statements[ids[number]]
        if meant is not None:
            statements[one.id] = answering(one, statements[ids[meant]], book, number=of_number(parse, draft))
        elif draft.act == "deny" and deed is not None and is_pointer(parse, draft):
            statements[one.id] = denying_deed(one, deed, book)
    return Linked(tuple(statements.values()), tuple(hints))


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
        about=tuple(Target(target=o.event.id, as_="content" if o.event.id in beside else name) for o in inside),
        propositions=propositions_of(parse, draft, meant, content, book),
        addressee=draft.addressee,
        when=Interval(span=parse.span(*draft.when)) if draft.when else Interval(),
        confidence=draft.confidence,
        made_by=draft.made_by,
    )


def _hints(parse: Parse, draft: Draft, inside: tuple[Occurrence, ...], statement: str) -> list[EventHint]:
    status = "planned" if draft.intends else "hypothetical" if draft.asks else _MAKES.get(draft.act)
    if draft.act == "claim" and draft.status == "negated":
        status = "happened"  # "did not claim the strike": the strike is no less a fact
    elif draft.status == "negated":
        return []
    if status is None:
        return []
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
        found.append(EventHint(occurrence.event.id, status, statement))
    return found


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
    return parse.tokens[head].is_noun and any(not c.tag.startswith("PRP") for c in owners)


def _is_past(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    if token.tag == "VBD":
        return True
    return any(c.lemma == "have" or c.lower in {"was", "were"} for c in parse.children(head, "aux", "aux:pass"))
