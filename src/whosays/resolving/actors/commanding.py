"""Whose army is told to do something: "Orland's president orders the military to strike" is Orland's military."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.setting import Setting

_FORCES = frozenset({"military", "army", "navy", "force", "forces", "troop", "troops"})
_BIDDING = frozenset({"order", "instruct", "direct", "command", "authorise", "authorize", "tell"})


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
