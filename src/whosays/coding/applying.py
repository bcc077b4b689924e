"""What words make of deeds: a claim adds who claims it, a demand makes it demanded, a report names its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.coding.factuality.around import BY_WORD
from whosays.coding.factuality.keptword import is_word_kept
from whosays.coding.factuality.lasting import is_left_off
from whosays.coding.parties.mouthpieces import in_whose_name
from whosays.coding.parties.nobodies import is_date
from whosays.coding.statements import EventHint
from whosays.coding.statements.alleged import as_alleged, is_mutual, is_traded, sides_of, with_alleged
from whosays.coding.statements.byway import is_known_by
from whosays.coding.words.counting import is_figure
from whosays.coding.words.mentions import Book
from whosays.coding.words.parts import FIGHTING
from whosays.ontology import Nouns
from whosays.parse import Token
from whosays.records import Event, Role, RoleBasis, Span, Statement, Toll

_AUTHORITIES = frozenset({"GOV", "COP", "MIL", "JUD", "LEG", "SPY"})
# "Promised not to attack" is no plan of an attack.
_STAYING = frozenset(
    {("hypothetical", "planned"), ("planned", "negated"), ("hypothetical", "negated"), ("demanded", "negated")}
)
_RELAYING = frozenset({"assert", "report", "confirm", "claim"})


def apply_words(
    events: Sequence[Event], statements: Sequence[Statement], hints: Sequence[EventHint], book: Book, nouns: Nouns
) -> tuple[Event, ...]:
    """The events with what the statements about them add: sources of values, responsible parties, statuses."""
    status = {h.event: h.status for h in hints}
    about: dict[str, list[tuple[Statement, str]]] = {}
    for statement in statements:
        for target in statement.about:
            about.setdefault(target.target, []).append((statement, target.as_))
    return tuple(_applied(e, about.get(e.id, ()), status, book, nouns) for e in events)


def _applied(
    event: Event,
    told: Sequence[tuple[Statement, str]],
    status: Mapping[str, str],
    book: Book,
    nouns: Nouns,
) -> Event:
    sources = [s for s, how in told if how == "content" and s.act in _RELAYING and s.status != "negated"]
    claims = [s for s, how in told if how == "claimed" and s.status != "negated"]  # "claimed to have killed 90"
    for statement in sorted([*sources, *claims], key=lambda s: sum(c.end - c.start for c in s.content)):
        event = _counted(event, statement, book)
    for statement, how in told:
        if statement in sources and not _only_counts(event, statement):
            event = _sourced(event, statement, book)
        elif how in {"claimed", "blamed", "accused"} and statement.status != "negated":
            event = _held(event, statement, how, book, nouns)
        if statement.status != "negated":
            event = with_alleged(event, statement, how, _accusing(statement, book, nouns), book)
    given = status.get(event.id)
    denials = [span for s, how in told if how == "denied" for span in s.content]
    held = any(
        _holds(s, how) and (_is_charge(s, book) or not _is_inside(s, denials)) for s, how in told if not _only_asks(s)
    )
    held = held or any(how == "denied" and _is_told_before(event, s, book) for s, how in told)
    disputed = given == "negated" and held  # "said they had taken it, which the army denied": told, and denied
    if held and denials and (given == "negated" or event.status == "happened"):
        event = _disputed(event, told, denials, (book, nouns))
    stays = (given, event.status) in _STAYING or (given == "demanded" and _is_by_order(event, book))
    stays = stays or ((given, event.status) == ("demanded", "ongoing") and is_left_off(book.parse, _head(event, book)))
    stays = stays or (given == "planned" and is_word_kept(book.parse, _head(event, book)))
    if given is not None and not disputed and not stays:
        event = msgspec.structs.replace(event, status=given)
    for statement, how in told:
        if how == "denied" and statement.status != "negated":
            event = _uncounted(_cleared(event, statement, book), statement, book)
    return event


def _accusing(statement: Statement, book: Book, nouns: Nouns) -> RoleBasis:
    if statement.speaker is None and statement.act == "blame" and statement.certainty != "certain":
        return "suspected"  # "suspicion fell on the rebels"
    if statement.act == "blame" and statement.certainty == "possible":
        return "suspected"  # "police said the Front may be responsible"
    return "accused-by-authorities" if _is_authority(statement, book, nouns) else "accused"


def _disputed(
    event: Event, told: Sequence[tuple[Statement, str]], denials: Sequence[Span], known: tuple[Book, Nouns]
) -> Event:
    """ "Said that | the army | had shot nine, which the army denied": one side's word against another's."""
    for statement, how in told:
        said = how == "content" and statement.act in _RELAYING and statement.status != "negated"
        if said and event.type == "ASSAULT" and not _is_inside(statement, denials):
            event = as_alleged(event, statement, _accusing(statement, *known), known[0])
    return event


def _head(event: Event, book: Book) -> Token:
    return book.parse.tokens[book.parse.root_of(*book.parse.tokens_of(event.trigger))]


def _is_told_before(event: Event, denial: Statement, book: Book) -> bool:
    """ "Rebels | shelled | the town, which they deny": the report tells it first, and then who denies it."""
    if event.status not in {"happened", "ongoing"} or denial.cue is None or denial.cue.start < event.trigger.end:
        return False
    parse, head = book.parse, _head(event, book)
    cue = parse.tokens[parse.root_of(*parse.tokens_of(denial.cue))]
    if not head.is_verb or parse.sentence(head.i) != parse.sentence(cue.i):
        return False
    finite = head.tag in {"VBD", "VBZ", "VBP"} or parse.children(head.i, "aux", "aux:pass")
    tellers = parse.children(head.head, "nsubj") if head.dep == "ccomp" else ()
    if (head.dep == "acl" and parse.tokens[head.head].is_noun) or any(t.lemma.lower() in _HEARSAY for t in tellers):
        return False  # "reports that they | shelled | the town, which they deny"
    behind = cue.dep in {"acl:relcl", "advcl:relcl"} and cue.i not in {a.i for a in parse.ancestors(head.i)}
    return bool(finite) and behind


_HEARSAY = frozenset({"report", "rumour", "rumor", "claim", "allegation", "speculation", "story"})


def _is_by_order(event: Event, book: Book) -> bool:
    """ "The minister ordered that her passport be | cancelled |": done with the order, as its clause says."""
    head = _head(event, book)
    return event.status == "happened" and event.type in {"COERCE", "SANCTION"} and head.lemma.lower() in BY_WORD


def _holds(statement: Statement, how: str) -> bool:
    """Whether somebody says that the deed was done: of whoever did it, or of somebody accused."""
    told = how in {"accused", "blamed"} or (how == "content" and statement.act in _RELAYING)
    return told and statement.status != "negated"


def _is_charge(statement: Statement, book: Book) -> bool:
    """ "Orland | accuses | Veldia of hiding them, which Veldia denies": said, whatever the denial covers."""
    token = book.parse.tokens[book.parse.root_of(*book.parse.tokens_of(statement.cue))]
    return statement.act in {"accuse", "blame"} and statement.speaker is not None and token.tag in _FINITE


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _only_asks(statement: Statement) -> bool:
    """ "Asked whether they had shelled the town": nobody has said so."""
    return bool(statement.propositions) and all(p.holds == "unknown" for p in statement.propositions)


def _is_inside(statement: Statement, spans: Sequence[Span]) -> bool:
    """ "Dismissed | reports that he had been shot": told by nobody but those whom the denial speaks of."""
    return statement.cue is not None and any(s.covers(statement.cue) for s in spans)


def _counted(event: Event, statement: Statement, book: Book) -> Event:
    """The event with the figures that stand in a statement's own words as its own."""
    tolls = (
        msgspec.structs.replace(t, statement=statement.id) if _says(statement, t, book) else t for t in event.tolls
    )
    return msgspec.structs.replace(event, tolls=tuple(tolls))


def _says(statement: Statement, toll: Toll, book: Book) -> bool:
    told = toll.statement is None and any(span.covers(toll.span) for span in statement.content)
    return told and not is_known_by(book.parse, toll.span, statement.content)


def _only_counts(event: Event, statement: Statement) -> bool:
    """ "Doctors | put the toll at 15 |": the figure is theirs, and nothing else that is told of the deed."""
    if any(span.covers(event.trigger) for span in statement.content):
        return False
    return any(p.kind == "toll" and p.event == event.id for p in statement.propositions)


def _sourced(event: Event, statement: Statement, book: Book) -> Event:
    """Values that rest on somebody's word name the statement; the innermost source is kept."""

    def rests(toll: Toll) -> bool:
        return toll.statement is None and not is_known_by(book.parse, toll.span, statement.content)

    return msgspec.structs.replace(
        event,
        roles=tuple(r if r.statement else msgspec.structs.replace(r, statement=statement.id) for r in event.roles),
        tolls=tuple(msgspec.structs.replace(t, statement=statement.id) if rests(t) else t for t in event.tolls),
    )


def _held(event: Event, statement: Statement, how: str, book: Book, nouns: Nouns) -> Event:
    """The parties that claim the deed, or are blamed for it ("the army and the rebels"), become its actors."""
    if how == "accused" and _only_describes(event, book):
        return event
    if _is_wrong(statement, book):
        wronged = {p.subject for p in statement.propositions if p.kind == "responsible"}
        roles = tuple(r for r in event.roles if r.part != "actor" or r.mention not in wronged)
        return msgspec.structs.replace(event, roles=roles)
    if how != "claimed" and _is_for_letting(statement, book):
        return event
    if how == "claimed" and statement.speaker is not None:
        speaker = book.head(statement.speaker)
        body = in_whose_name(book.parse, speaker)
        claimant = statement.speaker if body == speaker else book.actor(body)
        return _held_by(event, statement, how, (claimant, "claimed"), book)
    basis = _accusing(statement, book, nouns)
    held = [p.subject for p in statement.propositions if p.kind == "responsible" and p.subject is not None]
    if not held and statement.speaker is not None and is_traded(statement, book):
        return _with_either(event, statement, statement.speaker, basis, book)
    for party in dict.fromkeys(reversed(held)):  # each stands before the one added before it
        event = _held_by(event, statement, how, (party, basis), book)
    return event


def _is_wrong(statement: Statement, book: Book) -> bool:
    """ "Was | wrongly | accused of the bombing": who says so says that he did not do it."""
    root = book.parse.root_of(*book.parse.tokens_of(statement.cue))
    return any(c.lower in _WRONGLY for c in book.parse.children(root, "advmod"))


_WRONGLY = frozenset({"wrongly", "falsely", "wrongfully", "mistakenly", "unjustly", "erroneously"})


_LETTING = frozenset({"allow", "let", "permit", "enable", "tolerate"})


def _is_for_letting(statement: Statement, book: Book) -> bool:
    """ "Blamed Orland for | allowing | Veldia to wage its campaign": Orland is not said to have waged it."""
    parse = book.parse
    roots = (parse.root_of(*parse.tokens_of(span)) for span in statement.content)
    return any(parse.tokens[r].lemma.lower() in _LETTING and parse.children(r, "obj", "ccomp") for r in roots)


def _held_by(event: Event, statement: Statement, how: str, held: tuple[str | None, RoleBasis], book: Book) -> Event:
    """The event with one more party that becomes an actor on somebody's word alone."""
    party, role_basis = held
    if party is None or is_date(book.parse, book.head(party)):  # "suspect | last month |'s raids were theirs"
        return event
    if event.trigger.start <= book.parse.tokens[book.head(party)].start < event.trigger.end:
        return event  # "blamed | the offensive | against the town": the deed itself
    if how != "claimed" and is_mutual(party, statement, book):
        return _with_either(event, statement, party, role_basis, book)
    if how != "claimed" and party != statement.speaker:  # "is accused | by its rivals | of the raid": not theirs
        event = msgspec.structs.replace(event, roles=tuple(r for r in event.roles if not _is_accuser(r, statement)))
    if how != "claimed" and any(_is_own_doing(r, statement, book) for r in event.roles):
        return event
    known = [r for r in event.roles if r.mention == party]
    if how == "accused" and not known and any(r.part == "actor" and r.kind != "thing" for r in event.roles):
        return event  # told with its own doer: no part of what the party is accused of
    if how == "claimed" and not known:  # "said it had shelled the camp": "it" is the speaker
        known = [r for r in event.roles if r.part == "actor" and _is_pronoun(r, statement, book)]
        party = known[0].mention if known else party
    if how == "claimed" and not known:  # "a Front leader said the Front had done it": his own
        known = [r for r in event.roles if r.part == "actor" and _speaks_for(statement, r, book)]
        party = known[0].mention if known else party
    if known:
        # Named in the same clause only because the words say so: "accused X of bombing Y".
        roles = tuple(_answering(r, role_basis, statement, how) if r.mention == party else r for r in event.roles)
    else:
        role = Role(mention=party, part="actor", kind="organisation", basis=role_basis, statement=statement.id)
        roles = (role, *(r for r in event.roles if not _is_kind(r, book)))
    return msgspec.structs.replace(event, roles=roles)


def _is_accuser(role: Role, statement: Statement) -> bool:
    return _is_bare_doer(role) and role.mention is not None and role.mention == statement.speaker


def _is_own_doing(role: Role, statement: Statement, book: Book) -> bool:
    """ "Orland launches strikes. Its minister holds Veldia responsible for the attacks": for others than its own."""
    if role.part != "actor" or role.mention is None or statement.speaker is None or not _is_bare_doer(role):
        return False
    doer, speaker = book.parse.tokens[book.head(role.mention)], book.head(statement.speaker)
    around = [book.parse.tokens[i] for i in book.parse.subtree(speaker)]
    same = any(t.text[:1].isupper() and len(t.text) > 3 and t.text[:4] == doer.text[:4] for t in around)
    return doer.dep == "nsubj" and same


def _with_either(event: Event, statement: Statement, party: str, basis: RoleBasis, book: Book) -> Event:
    """ "The army and the rebels | blame each other": either is held to have done it; of "both sides" nobody is."""
    both = sides_of(statement, book)
    either = (Role(mention=m, part="actor", kind="organisation", basis=basis, statement=statement.id) for m in both)
    rest = (r for r in event.roles if r.part != "actor" or r.mention not in {*both, party})
    return msgspec.structs.replace(event, roles=(*either, *rest))


def _answering(role: Role, basis: RoleBasis, statement: Statement, how: str) -> Role:
    """ "Blamed the attack on | the rebels": they did it, whatever "an attack on" means elsewhere."""
    part = "actor" if how == "blamed" and role.part == "recipient" else role.part
    effect = None if part != role.part else role.effect
    return msgspec.structs.replace(role, part=part, effect=effect, basis=basis, statement=statement.id)


def _cleared(event: Event, statement: Statement, book: Book) -> Event:
    """ "Said that the group had not carried out the attack": the attack stands, but nobody is said to have done it."""
    denied = any(p.kind == "responsible" and p.holds == "false" for p in statement.propositions)
    inside = any(span.covers(event.trigger) for span in statement.content)
    if not denied or not inside or event.status not in {"happened", "ongoing"}:
        return event
    theirs = {statement.speaker}  # "denied carrying out the attack": the speaker is understood to be its doer
    roles = tuple(
        r for r in event.roles if not (_is_bare_doer(r) and (r.mention in theirs or _is_within(r, statement, book)))
    )
    return msgspec.structs.replace(event, roles=roles)


def _uncounted(event: Event, statement: Statement, book: Book) -> Event:
    """ "Denied | that nine had died | in the raid": a figure that is told only to be denied is nobody's."""
    denied = {s for p in statement.propositions if p.kind == "toll" and p.holds == "false" for s in p.spans}
    own = any(p.kind == "responsible" for p in statement.propositions)
    if own or event.status not in {"happened", "ongoing"}:
        return event
    inside = [
        t for t in event.tolls if _says(statement, t, book) and t.span in denied and is_figure(book.parse, t.span)
    ]
    return msgspec.structs.replace(event, tolls=tuple(t for t in event.tolls if t not in inside))


def _is_bare_doer(role: Role) -> bool:
    return role.part == "actor" and role.basis == "fact" and role.statement is None


def _is_within(role: Role, statement: Statement, book: Book) -> bool:
    """Whether a party stands in what is said."""
    start = book.parse.tokens[book.head(role.mention)].start if role.mention is not None else -1
    return any(span.start <= start < span.end for span in statement.content)


def _only_describes(event: Event, book: Book) -> bool:
    """ "Accused them of wanting a state in lands | freed from the rebels": not what they are accused of."""
    token = next((t for t in book.parse.tokens if t.start == event.trigger.start), None)
    if token is not None and any(_is_later(book, a.i) for a in (token, *book.parse.ancestors(token.i))):
        return True  # "accused them of threats | after they reported on the arrest of the mayor"
    return token is not None and token.dep in {"acl", "acl:relcl"} and token.tag == "VBN"


def _is_later(book: Book, i: int) -> bool:
    token = book.parse.tokens[i]
    marks = {m.lower for m in book.parse.children(i, "mark")}
    return token.dep == "advcl" and token.tag in {"VBD", "VBN"} and bool(marks & {"after", "when", "since"})


def _is_pronoun(role: Role, statement: Statement, book: Book) -> bool:
    """Whether a party is a pronoun in what is said."""
    if role.mention is None:
        return False
    token = book.parse.tokens[book.head(role.mention)]
    inside = any(s.start <= token.start < s.end for s in statement.content)
    return token.tag == "PRP" and inside


def _is_kind(role: Role, book: Book) -> bool:
    """ "Claimed a | militant | attack": of what kind they are, where who they are is told."""
    if role.part != "actor" or role.mention is None:
        return False
    token = book.parse.tokens[book.head(role.mention)]
    return token.dep == "amod" and token.lower in FIGHTING


def _speaks_for(statement: Statement, role: Role, book: Book) -> bool:
    """ "A | Front | leader", "a spokesman for the Front": whether a doer is named in the words for who claims it."""
    if statement.speaker is None or role.mention is None:
        return False
    doer, speaker = book.parse.tokens[book.head(role.mention)], book.head(statement.speaker)
    below = book.parse.children(speaker, "compound", "nmod", "nmod:poss", "amod")
    return doer.tag.startswith("NNP") and any(c.lower == doer.lower for c in below)


def _is_authority(statement: Statement, book: Book, nouns: Nouns) -> bool:
    if statement.speaker is None:
        return False
    head = book.parse.tokens[book.head(statement.speaker)]
    return nouns.sector_of(head.lemma.lower()) in _AUTHORITIES
