"""Whose army is told to do something: "Orland's president orders the military to strike" is Orland's military."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.clausesof import asked_in
from whosays.resolving.actors.coreference import Met
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.spokenfor import state_of

_FORCES = frozenset({"military", "army", "navy", "force", "forces", "troop", "troops"})
_BIDDING = frozenset({"order", "instruct", "direct", "command", "authorise", "authorize", "tell"})


_MOVING = frozenset("send withdraw deploy pull redeploy move remove place put station mass dispatch bring".split())
_PLANS = frozenset("decision plan move order promise threat vow pledge bid announcement".split())


def moved_by(parse: Parse, one: Asked, told: Sequence[Met], setting: Setting) -> str | None:
    """The state that moves soldiers of whom no more is told, and so its own: "Ruiz decided to withdraw | troops |"."""
    token = parse.tokens[one.head]
    bare = not parse.children(token.i, "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "conj")
    if token.dep != "obj" or token.lower not in {"troops", "forces", "soldiers"} or not bare:
        return None
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _MOVING:
        return None
    asked: list[Token] = []
    while verb.dep in {"xcomp", "conj", "advcl"} and not parse.children(verb.i, "nsubj") and verb.head != verb.i:
        above = parse.tokens[verb.head]
        asked = asked_in(parse, above, verb)
        if asked or verb.dep == "advcl":
            break
        verb = above
    doers = asked or parse.children(verb.i, "nsubj")
    noun = parse.tokens[verb.head]
    if not doers and verb.dep == "acl" and noun.lemma.lower() in _PLANS:  # "Orland's plan to withdraw | troops |"
        doers = parse.children(noun.i, "nmod:poss", "compound", "amod")
    states = {s for d in doers if (s := _state(parse, d, told, setting)) is not None}
    return states.pop() if len(states) == 1 else None


def _state(parse: Parse, doer: Token, told: Sequence[Met], setting: Setting) -> str | None:
    met = next((m for m in told if m.head == doer.i), None)
    if met is not None:
        return state_of(met.actor, setting)
    name = next((n for n in parse.names if n.kind == "state" and n.start <= doer.i < n.end), None)
    words = parse.text(name.start, name.end) if name is not None else ""
    found = {c.actor_id for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"}
    return found.pop() if len(found) == 1 else setting.gazetteer.state_of_adjective(doer.text)


def commanded_by(parse: Parse, one: Asked, setting: Setting) -> str | None:
    """The state whose leader or organ gives its own forces an order; None for other mentions."""
    token = parse.tokens[one.head]
    if token.dep != "obj" or token.lemma.lower() not in _FORCES or parse.children(token.i, "amod", "compound", "nmod"):
        return None
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _BIDDING or not parse.children(verb.i, "xcomp"):
        return None
    inside = [i for c in parse.children(verb.i, "nsubj") for i in parse.subtree(c.i) if i < verb.i]
    states = {setting.gazetteer.state_of_adjective(parse.tokens[i].text) for i in inside} - {None}
    for name in parse.names:
        if name.kind == "state" and name.start in inside:
            words = parse.text(name.start, name.end)
            states |= {c.actor_id for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"}
    return states.pop() if len(states) == 1 else None
