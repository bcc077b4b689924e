"""Words of talks that tell of none: a yardstick, a ballot put off, where two minds meet."""

from __future__ import annotations

import re

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_YEAR = re.compile(r"1\d{3}|20[0-2]\d")
_BALLOTS = frozenset({"voting", "vote", "election", "ballot", "balloting", "poll", "runoff", "run-off"})
_IN_MIND = frozenset({"area", "point", "issue", "respect", "matter", "subject", "question"})


def is_no_parley(parse: Parse, found: Found) -> bool:
    """Whether a word of talks, or of talks called off, tells of none."""
    event = found.trigger.event
    if event == "CONSULT":
        return (
            _is_yardstick(parse, found)
            or _is_of_one_mind(parse, found)
            or any(
                rule(parse, found)
                for rule in (_is_barred, _is_advice, _is_kept, _is_where_one_speaks, _is_peak, _is_in_public)
            )
        )
    if event == "AGREE":
        return _is_met_for(parse, found)
    return event == "REJECT" and found.trigger.mode == "meet" and _is_ballot(parse, found)


def _is_met_for(parse: Parse, found: Found) -> bool:
    """ "Met in Lima | to negotiate | a truce": what they met for, and no agreement yet."""
    verb = parse.tokens[found.head]
    aim = found.trigger.words[0] == "negotiate" and verb.tag == "VB" and verb.dep in {"advcl", "xcomp"}
    return aim and parse.tokens[verb.head].lemma.lower() in {"meet", "gather", "convene"}


def _is_yardstick(parse: Parse, found: Found) -> bool:
    """ "The first of its kind since | the Lima conference of 1991 |": by which something else is measured."""
    token = parse.tokens[found.head]
    if token.is_verb or found.carrier is not None or case_of(parse, token.i) != "since":
        return False
    return any(_YEAR.fullmatch(parse.tokens[i].text) for i in parse.subtree(token.i))


def _is_of_one_mind(parse: Parse, found: Found) -> bool:
    """ "One of the few areas where the two | meet |": they think alike there, and see nobody."""
    token = parse.tokens[found.head]
    if found.trigger.words != ("meet",) or token.dep != "acl:relcl":
        return False
    where = any(c.lower == "where" for c in parse.children(token.i, "advmod"))
    return where and parse.tokens[token.head].lemma.lower() in _IN_MIND


def _is_peak(parse: Parse, found: Found) -> bool:
    """ "The | climbers | reached the summit at noon": of a hill."""
    token = parse.tokens[found.head]
    if token.lemma.lower() != "summit":
        return False
    doers = parse.children(token.head, "nsubj", "nsubj:pass", "obl:agent")
    return any(c.lemma.lower() in _CLIMBING for c in doers)


_CLIMBING = frozenset({"climber", "mountaineer", "hiker", "alpinist", "sherpa"})


def _is_in_public(parse: Parse, found: Found) -> bool:
    """ "Wants to broaden | the discussion |", "sparked a conversation": what people speak of, and no talks."""
    noun = parse.tokens[found.head]
    talk = noun.lower in {"discussion", "conversation"} and noun.dep in {"obj", "nsubj:pass"}
    between = any(case_of(parse, c.i) == "between" for c in parse.children(noun.i, "nmod"))
    return talk and not between and parse.tokens[noun.head].lemma.lower() in _TURNING


_TURNING = frozenset(
    "broaden widen shift steer shape frame reframe change dominate drive spark fuel prompt provoke ignite trigger "
    "move inform elevate redirect overshadow stifle".split()
)


def _is_barred(parse: Parse, found: Found) -> bool:
    """ "Landed in Orli and were | met | by riot squads", "by a man with a gun": who stands in the way there."""
    verb = parse.tokens[found.head]
    if found.trigger.words[0] != "meet" or verb.tag != "VBN":
        return False
    agents = parse.children(verb.i, "obl:agent")
    held = (c for a in agents for c in parse.children(a.i, "nmod") if case_of(parse, c.i) == "with")
    return any(c.lemma.lower() in _BARRING for c in agents) or any(c.lemma.lower() in _AIMED for c in held)


def _is_advice(parse: Parse, found: Found) -> bool:
    """ "For more bread, | visit | Orli", "Visit the mill": what readers are told to do."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "visit" or verb.tag != "VB" or verb.dep not in {"root", "parataxis", "conj"}:
        return False
    return not parse.children(verb.i, "nsubj", "aux", "mark", "nsubj:pass")


def _is_where_one_speaks(parse: Parse, found: Found) -> bool:
    """ "Spoke at | the Lima Security Conference |": the place of a speech, by its own name."""
    token = parse.tokens[found.head]
    named = token.i in parse.named("organisation") and token.text[:1].isupper()
    if not named or token.lower not in {"conference", "forum"} or case_of(parse, token.i) not in {"at", "to"}:
        return False
    above = parse.tokens[token.head]
    return above.lemma.lower() in _SPEAKING


_SPEAKING = frozenset(
    "speak speech address remark tell say give deliver talk comment warn criticise criticize audience".split()
)


def _is_kept(parse: Parse, found: Found) -> bool:
    """ "A goal that the bakers have pledged | to meet |": kept, and nobody spoken with."""
    verb = parse.tokens[found.head]
    if found.trigger.words != ("meet",):
        return False
    while verb.dep in {"xcomp", "ccomp", "conj"}:
        verb = parse.tokens[verb.head]
    return verb.dep == "acl:relcl" and parse.tokens[verb.head].lemma.lower() in _KEPT


_KEPT = frozenset(
    "goal target deadline standard demand requirement need obligation commitment quota date condition criterion cost "
    "challenge promise pledge bill expectation threshold benchmark".split()
)
_BARRING = frozenset(
    "squad police policeman protester demonstrator crowd mob soldier troop guard fan supporter gunfire "
    "barricade gunman robber burglar".split()
)
_AIMED = frozenset({"gun", "handgun", "pistol", "rifle", "shotgun", "knife", "machete", "axe", "weapon", "bat"})


def _is_ballot(parse: Parse, found: Found) -> bool:
    """ "The last round of | voting |, between Ruiz and Soto, was postponed": nobody was to talk there."""
    heads = found.slots.get("object", ())
    below = (c for h in heads for c in parse.children(h, "nmod", "compound"))
    return any(c.lemma.lower() in _BALLOTS for c in below) or any(parse.tokens[h].lower in _BALLOTS for h in heads)
