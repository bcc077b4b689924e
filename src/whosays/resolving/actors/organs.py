"""Which organs a report about one country leaves to it, and which are somebody else's for sure or maybe.

"The police", "government troops" are the country's; "pro-government fighters" and "local forces" are others.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.coreference import Met, back
from whosays.resolving.actors.nations import told_of
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.spokenfor import state_of

HOME_SECRETARIES = frozenset({"GBR", "IND"})
_ORGANS = frozenset({"ministry", "force", "government", "person", "organisation"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ALONGSIDE = frozenset({"local", "allied", "proxy", "partner", "friendly", "foreign", "rival"})
_RULING = frozenset({"government", "regime"})
_FORCES = frozenset({"forces", "troops", "soldiers", "army"})
_REACH = 2  # sentences back that "government troops" may point


def kinds_owned(first: str, *, name: bool) -> frozenset[str]:
    """The kinds of organ that may be the dominant country's: all with "the", else only forces ("police said")."""
    if name:
        return frozenset({"ministry"})
    if first in {"government", "authorities", "regime"}:  # "against | government | plans", "| authorities | hang three"
        return frozenset({"government", "force"})
    return _ORGANS if first in _DEFINITE else frozenset({"force"})


def is_of_others(parse: Parse, one: Asked, owner: str, setting: Setting) -> bool:
    """ "Training | local | forces" of whom else; "the | home secretary |" in a report about another state."""
    words = parse.tokens[one.start : one.end]
    lower = {t.lower for t in words}
    abroad = owner not in HOME_SECRETARIES and "home secretary" in one.mention.name.lower()
    troops = words[-1].lower in {"forces", "troops", "soldiers"}  # "local police" are the country's
    beside = words[-1].lower == "fighters" and bool(lower & {"pro", "pro-government", "pro-regime"})
    fire_or_police = words[-1].lower == "force" and lower <= {"the", "force"}
    falls_on_it = _falls_on_the_only_state(parse, one)
    sent = troops and _are_sent_there(parse, one)
    sent = sent or _stands_between(parse, one, owner, setting)
    return abroad or beside or fire_or_police or falls_on_it or sent or (troops and bool(lower & _ALONGSIDE))


_BETWEEN = frozenset({"broker", "mediate", "facilitate", "host", "sponsor"})


def _stands_between(parse: Parse, one: Asked, owner: str, setting: Setting) -> bool:
    """ "Talks between | the government | and rebels, brokered by Veldia": not the government of the go-between."""
    start, end = parse.sentences[parse.sentence(one.head)]
    verbs = [t for t in parse.tokens[start:end] if t.lemma.lower() in _BETWEEN]
    between = {c.i for v in verbs for c in parse.children(v.i, "nsubj", "obl:agent")}
    if not between or one.head in between:
        return False
    named = (n for n in parse.names if parse.root_of(n.start, n.end) in between)
    listed = (setting.gazetteer.actors_named(parse.text(n.start, n.end), setting.on) for n in named)
    return any(c.actor_id == owner for hits in listed for c in hits)


_WITHDRAWING = frozenset({"withdraw", "withdrawal", "pull", "pullout", "remove", "drawdown"})
_SENDING = frozenset("send deploy redeploy dispatch despatch order mass amass station deployment dispatch".split())


def _are_sent_there(parse: Parse, one: Asked) -> bool:
    """ "Will send 900 | troops | to Orland", "massed | troops | on the border with Orland": whosever, not Orland's."""
    token = parse.tokens[one.head]
    above = parse.tokens[token.head]
    if token.dep == "nsubj" and above.lemma.lower() in {"arrive", "land"}:  # "| troops | arrived in Orland"
        return any("in" in _cases(parse, t) for t in parse.children(above.i, "obl"))
    if token.dep not in {"obj", "nmod", "nsubj:pass"} or above.lemma.lower() not in _SENDING | _WITHDRAWING:
        return False
    named = any(c.tag.startswith("NNP") for c in parse.children(above.i, "nsubj"))  # "NATO will send 900 in Orland"
    thither = {"to", "into", "in"} if named else {"to", "into"}
    if above.lemma.lower() in _WITHDRAWING:  # "a withdrawal of 900 | troops | from Orland", "pull troops out of Orland"
        thither = {"from", "of", "out"}
    phrases = (*parse.children(above.i, "obl", "nmod"), *parse.children(token.i, "obl", "nmod"))
    ends = {t.i for t in phrases if _cases(parse, t) & thither}
    borders = [t for t in phrases if t.lemma.lower() in {"border", "frontier"}]
    ends |= {c.i for t in borders for c in parse.children(t.i, "nmod") if "with" in _cases(parse, c)}
    return any(n.kind == "state" and n.start <= i < n.end for n in parse.names for i in ends)


def _cases(parse: Parse, token: Token) -> set[str]:
    return {c.lower for c in parse.children(token.i, "case")}


_ONTO = frozenset({"on", "against", "from", "to", "at", "of", "for"})
_UNFRIENDLY = frozenset(
    "impose sanction expel attack bomb invade ban condemn threaten accuse sever recall sue strike shell warn blame "
    "denounce summon".split()
)


def _falls_on_the_only_state(parse: Parse, one: Asked) -> bool:
    """ "| The government | imposed sanctions on Orland": whosever it is, it is not Orland's own."""
    token = parse.tokens[one.head]
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma.lower() not in _UNFRIENDLY:
        return False
    states = [n for n in parse.names if n.kind == "state" or n.label == "nationality"]
    below = {i for c in parse.children(verb.i, "obj", "obl") for i in parse.subtree(c.i)}
    fallen = [parse.root_of(n.start, n.end) for n in states if n.start in below and n.start > verb.i]
    abroad = verb.lemma.lower() in {"expel", "summon"}  # "| The junta | has expelled Orlish troops"
    cased = all(
        parse.tokens[i].dep == "obj"
        or any(c.lower in _ONTO for c in parse.children(i, "case"))
        or (abroad and (parse.tokens[i].dep, parse.tokens[parse.tokens[i].head].dep) == ("amod", "obj"))
        for i in fallen
    )
    return bool(fallen) and cased and all(n.start >= verb.i for n in states)


def may_be_anothers(parse: Parse, one: Asked, owner: str, setting: Setting) -> bool:
    """ "Turkish tanks rolled. | Soldiers | closed the road": bare soldiers, where another nation is told of nearest."""
    for sentence in back(parse, one.head, 1):
        first, last = parse.sentences[sentence]
        capitals = (t.text for t in parse.tokens[first : min(last, one.start)] if t.text[:1].isupper())
        told = {s for w in capitals if (s := setting.gazetteer.state_of_adjective(w)) is not None}
        if told:
            return owner not in told
    return False


def names_organ(parse: Parse, one: Asked) -> str | None:
    """ "A | regime | airstrike": the word alone, as the article is the strike's; None elsewhere."""
    token = parse.tokens[one.head]
    alone = all(t.i == token.i or t.dep == "det" for t in parse.tokens[one.start : one.end])
    behind = parse.behind(one.head) if one.head + 1 < len(parse.tokens) else token
    naming = token.dep == "compound" or (one.end == behind.i and behind.tag in {"NN", "NNS"})
    return token.lower if alone and naming and token.lower in _RULING else None


def ruling_told(parse: Parse, one: Asked, told: Sequence[Met], setting: Setting) -> str | None:
    """The state of the only government told of just before: "Orland's government ... | government troops |".

    Or the only one that the report calls so anywhere: "Orlian government troops", "the Ruiz regime".
    """
    words = {t.lower for t in parse.tokens[one.start : one.end]}
    ruling = words & _RULING
    if not ruling or words - _RULING - {"the", "a", "forces", "troops", "soldiers", "army"}:
        return None
    so_called = _so_called(parse, ruling, setting)
    if len(so_called) == 1:
        return so_called.pop()
    near = tuple(back(parse, one.head, _REACH))
    met = [m for m in told if m.head < one.head and parse.sentence(m.head) in near and m.actor.kind == "government"]
    met = [m for m in met if ruling & m.words]
    governments = {s for m in met if (s := state_of(m.actor, setting)) is not None}
    others = {s for n in near for s in told_of(parse, n, setting)} - governments
    return governments.pop() if len(governments) == 1 and not others else None


def _so_called(parse: Parse, ruling: set[str], setting: Setting) -> set[str]:
    """The states whose governments have soldiers or are a regime in this report."""
    found = set()
    for token in parse.tokens:
        forces = token.lower in _FORCES and bool({c.lower for c in parse.children(token.i, "compound")} & ruling)
        if not forces and not (token.lower == "regime" and "regime" in ruling):
            continue
        for child in parse.children(token.i, "amod", "compound", "nmod:poss", "nmod"):
            found |= {_state_of(parse, child, setting)}
    return {s for s in found if s is not None}


def _state_of(parse: Parse, word: Token, setting: Setting) -> str | None:
    state = setting.gazetteer.state_of_adjective(word.text)
    name = next((n for n in parse.names if n.start <= word.i < n.end), None)
    if state is not None or name is None:
        return state
    listed = setting.gazetteer.actors_named(parse.text(name.start, name.end), setting.on)
    meant = [c.actor_id for c in listed if c.strength == "strong"]
    actor = setting.gazetteer.actor(meant[0]) if len(meant) == 1 else None
    return state_of(actor, setting) if actor is not None else None
