"""What parties do with one another, in the present of headlines and below other words: "agrees to form a coalition"."""

from __future__ import annotations

from whosays.ontology import Trigger
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_NEWS = frozenset({"AID", "COOPERATE", "CONSULT", "RETREAT"})
# What somebody is to do: who fails to do it has left it undone, and tried nothing.
_DUTIES = frozenset({"RETREAT", "CONCEDE", "COOPERATE", "AID", "SUPPORT", "COERCE", "ACCUSE", "SANCTION"})
_CALLS = frozenset({"demand", "call", "request", "appeal", "ultimatum", "plea"})
_JOURNEYS = frozenset({"visit", "travel", "fly", "arrive", "meet", "gather"})
# Verbs that in the present tense tell of what goes on for long: "provides aid to the camps".
_STANDING = frozenset("provide give supply feed shelter help assist fund finance cooperate".split())


def as_dealing(parse: Parse, status: EventStatus, told: tuple[Trigger, Token], wording: Wording) -> EventStatus:
    """The status of talks, pacts and help, where their words tell more than tense and mood do."""
    trigger, verb = told
    if status == "hypothetical" and trigger.event in {"SUPPORT", "AGREE", "CONSULT"} and _is_errand(parse, verb):
        return "planned"
    if status == "planned" and trigger.event == "AGREE" and _is_agreed(parse, verb):
        return "happened"
    if status == "planned" and trigger.words[0] == "give" and trigger.event == "THREATEN" and _is_given(parse, verb):
        return "happened"
    if status == "habitual" and trigger.event in _NEWS and _is_news(parse, verb, wording):
        return "happened"
    if status == "hypothetical" and _is_demanded(parse, verb):
        return "demanded"
    if status == "attempted" and trigger.event in _DUTIES and _is_omitted(parse, verb):
        return "negated"
    if status == "attempted" and verb.dep == "acl" and parse.tokens[verb.head].lemma.lower() in _CALLS:
        return "demanded"  # "failed to meet demands | to release them"
    if status == "ongoing" and trigger.event in {"CONSULT", "COOPERATE"} and _is_held(parse, verb):
        return "happened"
    if status == "happened" and trigger.event == "CONSULT" and _is_ahead(parse, verb):
        return "planned"
    return status


def _is_errand(parse: Parse, verb: Token) -> bool:
    """ "Visits Orli | to sign a treaty": what a journey is for is meant to be done there."""
    if verb.tag != "VB" or not any(c.lower == "to" for c in parse.children(verb.i, "mark")):
        return False
    above = parse.tokens[verb.head]
    while verb.dep == "conj" and above.tag == "VB":  # "visits Orli to attend a fair and | to meet the king"
        verb, above = above, parse.tokens[above.head]
    if above.dep == "advcl" and above.tag == "VBN" and parse.tokens[above.head].lemma.lower() in _JOURNEYS:
        above = parse.tokens[above.head]  # "visits Orli for the first time since being elected | to meet the king"
    return verb.dep in {"advcl", "xcomp"} and above.lemma.lower() in _JOURNEYS


def _is_given(parse: Parse, verb: Token) -> bool:
    """ "Gives Orland a deadline of Friday": it is given now, whatever day it sets."""
    return verb.tag in {"VBZ", "VBP", "VBD"} and verb.dep == "root" and not parse.children(verb.i, "aux")


def _is_demanded(parse: Parse, word: Token) -> bool:
    """ "Summoned the envoy to demand | the release of Ana Ruiz": who comes or calls to demand it does demand it."""
    own = word.lemma.lower() == "demand"
    demand = word if own else parse.tokens[word.head]
    done = next((a for a in parse.ancestors(demand.i) if a.is_verb), demand)
    aim = demand.tag == "VB" and demand.dep in {"advcl", "acl"} and demand.lemma.lower() == "demand"
    told = done.tag in {"VBD", "VBZ", "VBP", "VBN"} and not any(c.tag == "MD" for c in parse.children(done.i, "aux"))
    return aim and told and (own or word.dep in {"obj", "ccomp"})


def _is_omitted(parse: Parse, verb: Token) -> bool:
    """ "Failed | to release two women": what it was to do and did not do, and no attempt."""
    return verb.tag == "VB" and verb.dep == "xcomp" and parse.tokens[verb.head].lemma.lower() == "fail"


def _is_ahead(parse: Parse, noun: Token) -> bool:
    """ "Hopes to reach a deal | at the Orli summit |", "should speak at Monday's meeting": it is still to be held."""
    if not noun.is_noun or noun.dep not in {"obl", "nmod"} or parse.case(noun.i) not in {"at", "during"}:
        return False
    if parse.children(noun.i, "acl", "acl:relcl"):
        return False
    above = parse.tokens[noun.head]
    verb = parse.tokens[above.head] if noun.dep == "nmod" and above.dep == "obj" else above
    aux = {c.lemma.lower() for c in parse.children(verb.i, "aux")}
    modal = any(c.tag == "MD" and c.lower not in {"could", "would"} for c in parse.children(verb.i, "aux"))
    hoped = verb.tag == "VB" and verb.dep == "xcomp" and parse.tokens[verb.head].lemma.lower() in _HOPING
    return (modal or hoped) and "have" not in aux


_HOPING = frozenset({"hope", "expect", "plan", "intend", "aim", "prepare"})


def _is_held(parse: Parse, verb: Token) -> bool:
    """ "Holds a meeting", "hosts talks": the present of a headline, told after the deed."""
    return verb.tag in {"VBZ", "VBP"} and verb.lemma.lower() in {"hold", "host"} and not parse.children(verb.i, "aux")


def _is_agreed(parse: Parse, verb: Token) -> bool:
    """ "Agreed | to form a coalition": who agrees to come to terms has come to terms."""
    above = parse.tokens[verb.head]
    done = above.lemma.lower() == "agree" and above.tag in {"VBD", "VBZ", "VBP", "VBN"} and verb.dep == "xcomp"
    return done and not any(c.tag == "MD" for c in parse.children(above.i, "aux"))


def _is_news(parse: Parse, verb: Token, wording: Wording) -> bool:
    """ "Orland | sends peacekeepers to Veldia": a state's deed in a main clause, told in the headline's tense."""
    if verb.tag not in {"VBZ", "VBP"} or verb.dep != "root" or verb.lemma.lower() in _STANDING:
        return False
    subjects = parse.children(verb.i, "nsubj")
    beside = {c.lemma.lower() for c in parse.children(verb.i, "advmod", "obl:unmarked")}
    named = any(t.tag.startswith("NNP") for s in subjects for t in (s, *parse.children(s.i, "conj", "appos")))
    return named and not beside & wording.status.habits
