"""Forces of several states told in one phrase: "French and Malian troops", "the armies of Orland and Veldia".

Each of them did it, or suffered it; one mention of all would mean nobody, or only the one that stands last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.parties.owners import is_the_states
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.triggers import labels_of
from whosays.parse import Name, NameLabel, Parse, Token
from whosays.records import Role

_BODIES = frozenset(
    "force troop soldier army navy marine police government military official authority diplomat commando "
    "negotiator delegation policeman".split()
)
_ONE_EACH = frozenset({"army", "navy", "government", "military", "delegation"})
_OF_STATES = frozenset({"government", "army", "regime", "security"})
_OF_ARMIES = frozenset({"special", "armed", "military", "ground", "naval"})
_SHARING = frozenset({"actor", "recipient"})
_PLURAL = frozenset({"NNS", "NNPS"})

Labels = dict[int, NameLabel]


def with_each_army(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The events in which the forces of several states have become one party for every state."""
    labels = labels_of(parse)
    return tuple(_apart(parse, d, book, labels) for d in drafts)


def _apart(parse: Parse, draft: EventDraft, book: Book, labels: Labels) -> EventDraft:
    roles: list[Role] = []
    heads = {book.head(r.mention) for r in draft.event.roles if r.mention is not None}
    for role in draft.event.roles:
        token = parse.tokens[book.head(role.mention)] if role.mention is not None else None
        acting = token is not None and role.part == "actor"
        pair = _dashed(parse, token) if token is not None and acting and token.tag == "NNP" else ()
        pair = _dashed_states(parse, token, labels) if token is not None and acting and not pair else pair
        if pair:
            ids = [book.add("actor", "name", n.start, n.end) for n in pair]
            roles.extend(msgspec.structs.replace(role, mention=m) for m in ids)
        elif token is None or role.part not in _SHARING or not _is_force(parse, token):
            roles.append(role)
        elif not _is_told_apart(parse, token, heads, labels):
            each = tuple(_each(parse, token, book, labels)) if token.tag in _PLURAL else ()
            roles.extend([msgspec.structs.replace(role, mention=m) for m in each] if len(each) > 1 else [role])
    if len(roles) == len(draft.event.roles) and all(a is b for a, b in zip(roles, draft.event.roles, strict=True)):
        return draft
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=tuple(roles)))


def _is_force(parse: Parse, token: Token) -> bool:
    """Forces of a state; or "between | the US | and Orlian sailors", where the article is the state's own."""
    if token.lemma.lower() in _BODIES:
        return True
    states = [c for c in parse.children(token.i, "compound") if is_the_states(c) and parse.children(c.i, "conj")]
    return bool(states) and parse.tokens[states[0].i - 1].lower == "the"


def _dashed(parse: Parse, token: Token) -> tuple[Name, ...]:
    """ "A joint | FBI–DEA | raid": two bodies with a dash between them."""
    for first in parse.children(token.i, "compound"):
        if first.i + 2 == token.i and parse.behind(first.i).tag == "HYPH":
            names = (_name(parse, first), _name(parse, token))
            bodies = tuple(n for n in names if n is not None and n.label == "organisation")
            return bodies if len(set(bodies)) == len(names) else ()
    return ()


def _dashed_states(parse: Parse, token: Token, labels: Labels) -> tuple[Name, ...]:
    """ "A direct | US-Veldian | clash": states with dashes between them, before the noun of a deed."""
    if token.dep not in {"amod", "compound"} or not parse.tokens[token.head].is_noun or not _is_land(labels, token):
        return ()
    several = [token]
    while several[0].i > 1 and parse.tokens[several[0].i - 1].tag == "HYPH":
        before = parse.tokens[several[0].i - 2]
        if not before.text[:1].isupper() or not before.tag.startswith(("JJ", "NNP")):
            return ()
        several.insert(0, before)
    names = tuple(_name(parse, t) or Name(t.i, t.i + 1, "nationality") for t in several)
    return names if len(set(names)) == len(several) > 1 else ()


def _is_told_apart(parse: Parse, token: Token, heads: set[int], labels: Labels) -> bool:
    """ "Orland and US | forces |", where the tree has made three doers of them: the states are told already."""
    before = parse.tokens[token.i - 1]
    bare = not parse.children(token.i, "amod", "compound", "nmod", "det", "nmod:poss")
    joined = before.dep == "conj" and before.head in heads and before.i in heads
    return bare and joined and all(labels.get(i) in {"place", "nationality"} for i in (before.i, before.head))


def _each(parse: Parse, token: Token, book: Book, labels: Labels) -> Iterator[str]:
    """The mentions of the several forces that a noun stands for; none where it stands for one."""
    if parse.children(token.i, "nummod", "conj", "acl:relcl"):
        return
    inner = [
        c
        for c in parse.children(token.i, "compound", "amod")
        if c.i == token.i - 1 and c.lemma.lower() in (_OF_STATES if c.dep == "compound" else _OF_ARMIES)
    ]
    below = (c for t in inner for c in parse.children(t.i, "amod"))  # "Orlian and Kesti | government forces"
    for first in (*parse.children(token.i, "amod", "compound"), *below):
        several = [first, *parse.children(first.i, "conj")]
        names = [
            _in_two_words(parse, t, token) or _name(parse, t) for t in several if _may_own(parse, t, token, labels)
        ]
        found = [n for n in names if n is not None]
        if len(found) > 1 and len(found) == len(several) and found[-1].end in {token.i, *(t.i for t in inner)}:
            for name in found[:-1]:
                yield book.add("actor", "name", name.start, name.end)
            if token.lemma.lower() in _ONE_EACH:  # "the Orlian and | Veldian | navies"
                yield book.add("actor", "name", found[-1].start, found[-1].end)
            else:
                yield book.add("actor", "nominal", found[-1].start, token.i + 1)
            return
    for owner in parse.children(token.i, "nmod"):
        several = [owner, *parse.children(owner.i, "conj")]
        if case_of(parse, owner.i) == "of" and len(several) > 1 and all(_is_state(parse, t) for t in several):
            yield from (book.actor(t.i) for t in several)
            return


def _may_own(parse: Parse, owner: Token, force: Token, labels: Labels) -> bool:
    """ "US and | NATO | forces", "US and | South Korean | forces": whose they may be."""
    if owner.i >= force.i:
        return False
    pact = labels.get(owner.i) == "organisation" and owner.text.isupper()
    group = owner.i in parse.armed  # "| Dawn | and Orlian forces"
    return pact or group or _is_land(labels, owner) or _in_two_words(parse, owner, force) is not None


def _in_two_words(parse: Parse, last: Token, force: Token) -> Name | None:
    """ "US and | South Korean | forces": a state's adjective of two words."""
    if last.i == 0 or parse.tokens[last.i - 1].text not in {"North", "South"} or last.i >= force.i:
        return None
    return Name(last.i - 1, last.i + 1, "nationality") if last.tag == "JJ" and last.text[:1].isupper() else None


def _is_land(labels: Labels, token: Token) -> bool:
    return labels.get(token.i) in {"nationality", "place"} or is_the_states(token)


def _is_state(parse: Parse, token: Token) -> bool:
    name = _name(parse, token)
    return name is not None and name.kind == "state"


def _name(parse: Parse, token: Token) -> Name | None:
    named = next((n for n in parse.names if n.start <= token.i < n.end), None)
    return Name(token.i, token.i + 1, "place", "state") if named is None and is_the_states(token) else named
