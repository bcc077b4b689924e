"""Who did what the next sentence only tells the outcome of: "Gunmen entered the village. Twelve people were killed."

Only where the sentence before has one armed subject that comes as no friend does, tells of no other attack, and the
outcome names no place, day or cause of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.discourse.toldon import FROM_AFAR, THE, actors_of, again, of_the_victims
from whosays.coding.events import EventDraft
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import Book, case_of, conjuncts
from whosays.coding.words.relatives import SUBJECTS
from whosays.coding.words.triggers import labels_of
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import Event, Role, RoleBasis, RoleKind

_MOVES = frozenset(
    "enter storm raid attack assault ambush overrun invade burst descend break swoop surround besiege target strike "
    "hit bomb shell infiltrate arrive ride advance march open search".split()
)
_SEARCHING = frozenset("raid storm search enter surround burst break swoop descend arrive intercept stop".split())
_GUARDIANS = frozenset({"COP", "MIL", "SPY"})
_ALIKE = frozenset({"UAF", "REB", "PRM", "CRM"})
_FELL = frozenset({"die", "perish"})
_SAID = frozenset({"say", "report", "add", "confirm", "state"})
_OWN_CAUSE = frozenset({"in", "by", "from", "during", "after", "following", "when", "as", "of", "amid"})
_ANEW = frozenset("other another separately elsewhere earlier meanwhile also later accident police".split())
_BY_BOTH = frozenset("clash confrontation fighting battle shootout gunfight firefight skirmish combat war".split())
_FAR = 2  # sentences
_HARM = frozenset({"killed", "wounded", "captured"})


def with_doers(
    parse: Parse, drafts: Sequence[EventDraft], knowledge: tuple[Ontology, Wording], book: Book
) -> tuple[EventDraft, ...]:
    """The events with those who are told to have come just before; the mentions are kept in ``book``."""
    found: list[EventDraft] = []
    for draft in drafts:
        doers: tuple[int, ...] = ()
        if _is_harm(draft.event):
            doers = _of_toll(parse, draft, knowledge[0])
        if not doers and _is_outcome(parse, draft.event, draft.head):
            doers = _doers(parse, draft, drafts, knowledge[0], book)
        doers = doers or again(parse, draft, drafts, book) or of_the_victims(parse, draft, drafts, book)
        if doers and _are_captives(parse, draft, book):
            doers = ()  # "Guards stormed the plant. Nine | hostages | died": at whose hands, is not told
        found.append(_with(parse, draft, doers, knowledge, book) if doers else draft)
    return tuple(found)


def _are_captives(parse: Parse, draft: EventDraft, book: Book) -> bool:
    harmed = [book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None]
    return any(parse.tokens[h].lemma.lower() in {"hostage", "captive"} for h in harmed)


def _is_harm(event: Event) -> bool:
    """Whether somebody is told to have been killed, wounded or taken, by nobody and nothing that is named."""
    if event.status != "happened" or any(r.part in {"actor", "instrument", "target"} for r in event.roles):
        return False
    effects = {r.effect for r in event.roles if r.part == "recipient"}
    harmed = event.type == "ASSAULT" and event.mode in {None, "abduct"} and bool(effects & _HARM)
    return harmed or (event.type == "COERCE" and "arrested" in effects)


def _is_outcome(parse: Parse, event: Event, head: int) -> bool:
    """ "Twelve people were killed.", "Three men were arrested.": the sentence is about what became of them."""
    token = parse.tokens[head]
    if not _is_harm(event) or not token.is_verb:
        return False
    while token.dep == "conj" and parse.tokens[token.head].is_verb:
        token = parse.tokens[token.head]
    said = token.dep == "ccomp" and parse.tokens[token.head].lemma.lower() in _SAID
    return (token.dep == "root" or said) and (is_passive(parse, head) or token.lemma.lower() in _FELL)


def _doers(
    parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], ontology: Ontology, book: Book
) -> tuple[int, ...]:
    sentence = parse.sentence(draft.head)
    pointed = _pointed_at(parse, draft, drafts, ontology, book)
    if pointed or sentence == 0 or _has_own_cause(parse, draft, ontology):
        return pointed
    before = [d for d in drafts if parse.sentence(d.head) == sentence - 1 and d.event.type in {"ASSAULT", "PROTEST"}]
    if draft.event.type == "ASSAULT" and before:
        return _from_afar(parse, draft, before, book) or _of_those(parse, draft, before, book)
    if _tells_where_or_when(parse, draft.head):
        return ()
    start, end = parse.sentences[sentence - 1]
    root = next((t for t in parse.tokens[start:end] if t.dep == "root"), None)
    verbs = [] if root is None else [root, *(c for c in parse.children(root.i, "conj") if c.is_verb)]
    moves = _MOVES if draft.event.type == "ASSAULT" else _SEARCHING
    if root is None or not any(v.lemma.lower() in moves and _happened(parse, v) for v in verbs):
        return ()
    subjects = parse.children(root.i, *SUBJECTS)
    heads = conjuncts(parse, subjects[0].i) if len(subjects) == 1 else ()
    victims = [book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None]
    fit = all(_comes_armed(parse, h, draft.event.type, ontology) for h in heads)
    return tuple(heads) if fit and not any(_may_be_same(parse, v, h, ontology) for v in victims for h in heads) else ()


def _of_toll(parse: Parse, draft: EventDraft, ontology: Ontology) -> tuple[int, ...]:
    """ "The toll from | Orland's | strikes rises to 46 killed": whose strikes they are is who killed them."""
    words = [t for t in parse.around(draft.head) if t.lemma.lower() == "toll" and t.i < draft.head]
    tolls = [t for t in words if t.dep in SUBJECTS]
    causes = [c for t in tolls for c in parse.children(t.i, "nmod") if case_of(parse, c.i) in {"from", "of", "in"}]
    deeds = [c for c in causes if any(t.event == "ASSAULT" for t in ontology.triggers(c.lemma.lower(), "noun"))]
    if draft.event.type != "ASSAULT" or len(deeds) != 1:
        return ()
    labels, times = labels_of(parse), {i for t in parse.times for i in range(t.start, t.end)}
    owners = [c.i for c in parse.children(deeds[0].i, "nmod:poss", "amod", "compound") if c.i not in times]
    owners += [c.i for c in parse.children(deeds[0].i, "nmod") if case_of(parse, c.i) == "by"]
    return tuple(i for i in owners if labels.get(i) in {"nationality", "organisation", "place"})


def _from_afar(parse: Parse, draft: EventDraft, before: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "Orland launched drones at Veldia overnight. Two people were killed in Kest.": one assault from the air."""
    event = before[0].event
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    onto = [r for r in event.roles if r.part in {"recipient", "target"} and r.mention is not None]
    broad = bool(onto) and all(book.head(r.mention or "") in states for r in onto)
    if len(before) != 1 or event.mode not in FROM_AFAR or event.status != "happened" or not broad:
        return ()
    if not _tells_where_or_when(parse, draft.head):
        return ()  # a bare toll is joined to the assault itself
    return tuple(book.head(r.mention) for r in event.roles if r.part == "actor" and r.mention is not None)


def _of_those(parse: Parse, draft: EventDraft, before: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "The army killed 40 villagers. Six of them were killed in Kest": some of those whom it killed."""
    victims = [book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None]
    whole = [c for v in victims for c in parse.children(v, "nmod") if case_of(parse, c.i) == "of"]
    pointing = any(c.lower in {"them", "these", "those"} for w in whole for c in (w, *parse.children(w.i, "det")))
    effects = {r.effect for r in before[-1].event.roles if r.part == "recipient"}
    same = effects & {r.effect for r in draft.event.roles if r.part == "recipient"}
    if len(victims) != 1 or len(before) != 1 or not pointing or not same:
        return ()
    return actors_of(before[-1], book)


def _pointed_at(
    parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], ontology: Ontology, book: Book
) -> tuple[int, ...]:
    """ "Orland began an air campaign. ... 60 people were killed in the attacks": in those just told of."""
    if draft.event.type != "ASSAULT":
        return ()
    near = [c for c in parse.children(draft.head, "obl") if case_of(parse, c.i) in {"in", "during", "by", "from"}]
    deeds = [c for c in near if any(t.event == "ASSAULT" for t in ontology.triggers(c.lemma.lower(), "noun"))]
    deeds = [c for c in deeds if c.lemma.lower() not in _BY_BOTH]
    bare = [c for c in deeds if {k.lower for k in parse.children(c.i) if k.i < c.i} - {"in", "during", "by"} <= THE]
    bare = [c for c in bare if any(k.lower in THE for k in parse.children(c.i, "det"))]
    here = parse.sentence(draft.head)
    told = [d for d in drafts if d.head < draft.head and d.event.type == "ASSAULT" and d.event.status == "happened"]
    told = [d for d in told if here - parse.sentence(d.head) <= _FAR]
    if len(bare) != 1 or len(told) != 1 or parse.children(bare[0].i, "nmod", "acl", "acl:relcl"):
        return ()
    return () if _are_of_one_side(draft, told[0], book, ontology, parse) else actors_of(told[0], book)


def _are_of_one_side(draft: EventDraft, told: EventDraft, book: Book, ontology: Ontology, parse: Parse) -> bool:
    """ "The army killed nine rebels. Two soldiers died in the operation": its own, and not by its hand."""
    victims = [book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None]
    sectors = [
        {ontology.nouns.sector_of(parse.tokens[i].lemma.lower()) for i in heads} & _GUARDIANS
        for heads in (victims, actors_of(told, book))
    ]
    forces = any(parse.tokens[i].lower in {"forces", "troops", "it", "they"} for i in actors_of(told, book))
    return bool(sectors[0] & sectors[1]) or (forces and bool(sectors[0]))


def _has_own_cause(parse: Parse, draft: EventDraft, ontology: Ontology) -> bool:
    if any(t.lower in _ANEW for t in parse.around(draft.head) if t.dep != "nsubj" or t.lower != "police"):
        return True
    verb = parse.tokens[draft.head]
    while verb.dep == "conj" and parse.tokens[verb.head].is_verb:
        verb = parse.tokens[verb.head]
    for head in {draft.head, verb.i}:
        for child in parse.children(head, "obl", "advcl", "obl:agent"):
            if child.dep == "advcl" or (
                case_of(parse, child.i) in _OWN_CAUSE
                and (ontology.triggers(child.lemma.lower(), "noun") or ontology.nouns.kind_of(child.lower) == "event")
            ):
                return True
    return False


def _tells_where_or_when(parse: Parse, head: int) -> bool:
    start, end = parse.sentences[parse.sentence(head)]
    placed = any(n.label == "place" and start <= n.start < end for n in parse.names)
    return placed or any(t.kind in {"date", "time"} and start <= t.start < end for t in parse.times)


def _happened(parse: Parse, verb: Token) -> bool:
    unreal = any(c.tag == "MD" for c in parse.children(verb.i, "aux"))
    return not unreal and not any(c.lower in {"not", "n't", "never"} for c in parse.children(verb.i, "advmod"))


def _comes_armed(parse: Parse, head: int, event: str, ontology: Ontology) -> bool:
    token = parse.tokens[head]
    noun = ontology.nouns.longest(parse.words_to(head, 3))
    sector = noun.sector if noun is not None else None
    if event == "COERCE":
        return sector in _GUARDIANS
    borne = any(c.lower in {"armed", "masked"} for c in parse.children(head, "amod"))
    own = noun is not None and ontology.nouns.is_armed(token.lemma.lower())
    return head in parse.armed or own or (borne and token.tag == "NNS")


def _may_be_same(parse: Parse, victim: int, doer: int, ontology: Ontology) -> bool:
    """ "Rebels attacked the post. Six fighters were killed": some of those who came."""
    words = [parse.tokens[i].lemma.lower() for i in (victim, doer)]
    return words[0] == words[1] or ontology.nouns.sector_of(words[0]) in _ALIKE


def _with(
    parse: Parse, draft: EventDraft, doers: Sequence[int], knowledge: tuple[Ontology, Wording], book: Book
) -> EventDraft:
    ontology, wording = knowledge
    labels = labels_of(parse)
    roles: list[Role] = []
    for head in doers:
        doubted = any(c.lower in wording.status.doubted for c in parse.children(head, "amod"))
        basis: RoleBasis = "suspected" if doubted else "fact"
        kind: RoleKind = "person" if kind_of(parse, head, ontology, labels) == "person" else "organisation"
        roles.append(Role(mention=book.actor(head), part="actor", kind=kind, basis=basis))
    event = msgspec.structs.replace(draft.event, roles=(*roles, *draft.event.roles))
    return msgspec.structs.replace(draft, event=event)
