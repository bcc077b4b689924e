"""Whom "the two rivals" and "the two leaders" are, where the sentences before name two such and nobody else.

:mod:`whosays.coding.discourse.bothsides` reads it off the words of the deed told last; here the links tell that Kest is
the capital of Orland, and that "he" is Jan Holub.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse, Token
from whosays.records import Actor, Event, Link, Mention, Role
from whosays.resolving.events.onceonly import side_of, sides_of

_REACH = 3  # sentences back
_TWO = 2
_STATES = frozenset("country nation state government neighbour neighbor rival adversary foe ally power capital".split())
_FACING = frozenset({"neighbour", "neighbor", "rival", "foe", "adversary"})  # two, where no number is told
_PEOPLE = frozenset("leader president minister premier man politician statesman official diplomat chancellor".split())
_BEHIND = ("nmod", "acl", "acl:relcl", "conj", "appos")
_MORE = ("nmod", "acl", "acl:relcl", "compound", "nmod:poss", "conj", "appos")


def both_meant(
    parse: Parse,
    events: Sequence[Event],
    mentions: Sequence[Mention],
    links: Mapping[str, Link],
    actors: Sequence[Actor],
) -> tuple[Event, ...]:
    """The events in which words for two have given way to the two whom they mean."""
    by_id = {m.id: m for m in mentions}
    pointing = {i: t for i, m in by_id.items() if (t := _pair_word(parse, m, links)) is not None}
    if not pointing:
        return tuple(events)
    words = {link.target: t for i, t in pointing.items() if (link := links.get(i)) is not None and link.target}
    for mention in mentions:  # "the two countries said | they | would leave"
        link = links.get(mention.id)
        if mention.name.lower() == "they" and link is not None and link.target in words:
            pointing[mention.id] = words[link.target]
    before = _Told(parse, mentions, links, actors)
    return tuple(_with_both(e, pointing, before) for e in events)


def _pair_word(parse: Parse, mention: Mention, links: Mapping[str, Link]) -> Token | None:
    """The noun of "the two rivals" and "both countries", where nothing else says who they are."""
    link = links.get(mention.id)
    if mention.kind != "actor" or (link is not None and link.target and not link.target.startswith("own:")):
        return None
    token = parse.tokens[parse.root_of(*parse.tokens_of(mention.span))]
    owners = parse.children(token.i, "nmod:poss") if token.tag == "NNS" and token.lemma.lower() in _PEOPLE else ()
    if len(owners) == 1 and owners[0].tag == "NNS" and not parse.children(token.i, *_BEHIND):
        token = owners[0]  # "| both countries' | leaders"
    if token.tag != "NNS" or token.lemma.lower() not in _STATES | _PEOPLE or parse.children(token.i, *_MORE):
        return None
    if link is not None and _are_told(link, token):
        return None
    words = {c.lower for c in parse.children(token.i) if c.i < token.i}
    bare = words == {"the"} and token.lemma.lower() in _FACING  # "| The neighbours | signed a pact"
    return token if {"the", "two"} <= words or "both" in words or bare else None


def _are_told(link: Link, noun: Token) -> bool:
    """ "Arrested | two bakers |. | The two men |": those just counted, and not two of the names before them."""
    words = (link.target or "").removeprefix("own:").split()
    other = bool(words) and words[-1] != noun.lower and any(r.rule == "coreference" for r in link.reasons)
    return other and (len(words) > 1 or words[0].rstrip("s") not in _PEOPLE | _STATES)


class _Told:
    """The states and the people that the text tells of, sentence by sentence."""

    def __init__(
        self, parse: Parse, mentions: Sequence[Mention], links: Mapping[str, Link], actors: Sequence[Actor]
    ) -> None:
        self._parse = parse
        self._known = {a.id: a for a in actors}
        self._links = links
        self._sides = sides_of(actors)
        self._told = [(parse.root_of(*parse.tokens_of(m.span)), m) for m in mentions if m.kind == "actor"]

    def two(self, noun: Token) -> tuple[str, ...]:
        """The mentions of the two whom a noun means; none where they are not plain."""
        people = noun.lemma.lower() in _PEOPLE
        here = self._parse.sentence(noun.i)
        whom: dict[str, str | None] = {}
        for sentence in range(here, max(here - _REACH, 0) - 1, -1):
            inside = [(h, m) for h, m in self._told if h < noun.i and self._parse.sentence(h) == sentence]
            for _, mention in sorted(inside, key=lambda told: -told[0]):
                for who, said in self._persons(mention) if people else self._states(mention):
                    whom[who] = whom.get(who) or said
            if len(whom) >= _TWO:
                break
            if whom and not people and any(self._is_unknown_body(m) for _, m in inside):
                return ()  # "the island's parliament ratified a pact with Orland, and | the two countries |"
        if people and not whom and self._are_of_states(noun, here - 1):
            told = [m for h, m in self._told if self._parse.sentence(h) == here - 1]
            whom = dict(pair for mention in reversed(told) for pair in self._states(mention))
        found = [m for m in reversed(whom.values()) if m is not None]
        return tuple(found) if len(found) == len(whom) == _TWO else ()

    def _is_unknown_body(self, mention: Mention) -> bool:
        """Whether a body is told of whose state nobody knows."""
        who = self._meant(mention)
        body = who is not None and who.kind in {"organisation", "government"}
        return body and not self._states(mention)

    def _are_of_states(self, noun: Token, sentence: int) -> bool:
        """ "The ministers of Orland and Veldia met. | The two ministers |": told there by their states alone."""
        if sentence < 0:
            return False
        start, end = self._parse.sentences[sentence]
        same = [t for t in self._parse.tokens[start:end] if t.tag == "NNS" and t.lemma == noun.lemma]
        return len(same) == 1 and bool(self._parse.children(same[0].i, "nmod", "amod", "compound"))

    def _persons(self, mention: Mention) -> list[tuple[str, str | None]]:
        who = self._meant(mention)
        return [(who.id, mention.id)] if who is not None and who.kind == "person" else []

    def _states(self, mention: Mention) -> list[tuple[str, str | None]]:
        who = self._meant(mention)
        if who is None:
            return []
        itself = who.kind in {"state", "government"}
        return [(s, mention.id if itself else None) for s in side_of(who.id, self._sides) if not s.startswith("group:")]

    def _meant(self, mention: Mention) -> Actor | None:
        link = self._links.get(mention.id)
        return self._known.get(link.target or "") if link is not None else None


def _with_both(event: Event, pointing: Mapping[str, Token], before: _Told) -> Event:
    roles: list[Role] = []
    for role in event.roles:
        noun = pointing.get(role.mention or "") if role.part in {"actor", "recipient"} else None
        two = before.two(noun) if noun is not None else ()
        if not two or {r.mention for r in event.roles} & set(two):
            roles.append(role)
            continue
        roles += (msgspec.structs.replace(role, mention=m, number=None) for m in two)
    return msgspec.structs.replace(event, roles=tuple(roles)) if len(roles) != len(event.roles) else event
