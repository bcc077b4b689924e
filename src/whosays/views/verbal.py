"""*Verbal events*: the rows that a PLOVER or CAMEO user expects for words.

They are made out of the statements when asked for and never stored.
"""

from __future__ import annotations

import msgspec

from whosays import ontology
from whosays.records import Act, CodedReport, Event, Interval, Mention, Statement
from whosays.views.parties import Party, actors, each_party, party, recipients

_DONE = ("made", "repeated", "habitual")
_BIDDING: tuple[Act, ...] = ("demand", "call")
_PLEDGING: tuple[Act, ...] = ("threaten", "promise")
_AHEAD = ("planned", "threatened")
_FOR_SOMEBODY = ("AID", "COOPERATE", "SUPPORT")  # "agreed to sell | Orland | arms"
_STRIKING = ("ACCUSE", "ASSAULT", "COERCE", "SANCTION")
_UNTOLD = ("those", "them", "anyone", "anybody")
_AGAINST_THE_DOER: tuple[Act, ...] = ("accuse", "blame", "condemn", "praise")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What every row of an event table tells beside its class: codes, parties, time and place."""

    mode: str | None
    cameo: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: Interval
    place: str | None


class VerbalEvent(Row, frozen=True, kw_only=True):
    """Words as a row of an event table: a statement with its PLOVER class (None: CAMEO only) and CAMEO code."""

    statement: str
    type: str | None
    verbal: bool = True


def verbal_events(record: CodedReport) -> tuple[VerbalEvent, ...]:
    """The report's statements as rows of an event table, by act and by the class of what they are about.

    A question holds nothing, and of a plan or wish no words are told: neither is a row.
    """
    events = {event.id: event for event in record.events}
    return tuple(_verbal(record, s, events) for s in record.statements if s.status in _DONE and _is_said(s))


def _is_said(statement: Statement) -> bool:
    held = statement.propositions
    asked = bool(held) and all(p.holds == "unknown" for p in held)
    meant = (
        statement.act == "assert"
        and bool(held)
        and all(p.kind == "intends" and p.subject == statement.speaker for p in held)
    )
    return not (asked or meant)


def _verbal(record: CodedReport, statement: Statement, events: dict[str, Event]) -> VerbalEvent:
    about = (t for t in statement.about if t.target in events)
    if statement.act == "refuse":  # "will not lift the siege until | they disarm |": of that nothing is refused
        about = (t for t in about if t.as_ != "content")
    content = next((events[t.target] for t in about), None)
    code = ontology.verbal_code(statement.act, content.type if content else None, content.mode if content else None)
    return VerbalEvent(
        statement=statement.id,
        type=code.plover,
        mode=code.mode,
        cameo=code.cameo,
        actors=each_party(record, statement.speaker),
        recipients=_spoken_at(record, statement, content),
        when=statement.when,
        place=statement.place,
    )


def _spoken_at(record: CodedReport, statement: Statement, content: Event | None) -> tuple[Party, ...]:
    """Who the words are aimed at: the addressee, else who is held responsible, else who did what is judged."""
    addressees = _others(record, statement, each_party(record, statement.addressee))
    if addressees:
        return addressees
    if statement.act in _BIDDING and content is not None and content.status == "demanded":
        return _others(record, statement, bidden(record, content))
    refused = statement.act == "refuse" and content is not None and content.status == "negated"
    agreed = statement.act == "agree" and content is not None and content.type in _FOR_SOMEBODY
    pledged = (statement.act in _PLEDGING or agreed) and content is not None and content.status in _AHEAD
    if content is not None and (pledged or refused):
        # "threatened to raid | Orland |'s port"; "will not lift the ban on | tea |"
        whole = tuple(r for r in content.roles if r.part != "target" and r.kind != "thing")
        struck = _others(record, statement, recipients(record, msgspec.structs.replace(content, roles=whole)))
        return tuple(who for who in struck if who.name.lower() not in _UNTOLD)
    held = [party(record, p.subject) for p in statement.propositions if p.kind == "responsible"]
    if statement.act in _AGAINST_THE_DOER:
        if content is not None and _is_by_the_way(statement, content):
            content = None
        found = tuple(who for who in held if who and who.mention != statement.speaker)
        # "welcomed | his resignation |": that he goes, and not him
        going = content is not None and (content.status == "demanded" or content.mode == "resign")
        bid = statement.act == "praise" and going
        return found or _others(record, statement, actors(record, content) if content and not bid else ())
    return ()


def bidden(record: CodedReport, deed: Event) -> tuple[Party, ...]:
    """Of whom a deed is demanded; else whom it would strike ("called for sanctions on | Orland |")."""
    doers = tuple(r for r in deed.roles if r.part != "participant")  # "demanded that | the premier | resign"
    told = actors(record, msgspec.structs.replace(deed, roles=doers))
    return told or (recipients(record, deed) if deed.type in _STRIKING else ())


def _is_by_the_way(statement: Statement, content: Event) -> bool:
    """ "Charges that he led a gang | that killed nine |": the charge is of the leading, and not against the gang."""
    return any(t.target == content.id and t.as_ == "content" for t in statement.about)


def _others(record: CodedReport, statement: Statement, doers: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Norway welcomed the talks with Sweden": whoever speaks does not speak at himself."""
    own = {who.entity or who.mention for who in each_party(record, statement.speaker)}
    speaker = record.mention(statement.speaker)
    found = (who for who in doers if (who.entity or who.mention) not in own)
    # "| Norway's envoy | to the League": fewer of the words that name the speaker are no second person
    return tuple(who for who in found if not (speaker and (m := record.mention(who.mention)) and _begins(speaker, m)))


def _begins(whole: Mention, words: Mention) -> bool:
    return words.span.start == whole.span.start and words.span.end <= whole.span.end
