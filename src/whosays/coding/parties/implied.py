"""Who is understood to do what a clause tells, from the words over it: "refused | a request to free | the cooks".

Only where no slot of the deed's words tells a doer.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.factuality.bidden import bidder, or_else
from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.understood import is_passive, own_subject
from whosays.parse import Parse, Token

_ASKED = frozenset({"demand", "request", "call", "appeal", "plea", "pressure", "order", "ultimatum", "invitation"})
_ANSWERING = frozenset(
    "reject refuse rebuff ignore dismiss resist heed defy accept grant obey spurn meet receive face".split()
)
_ADDRESSED = frozenset({"for", "on", "to"})


def implied(telling: Telling) -> Iterator[int]:
    """The subject that a clause without one takes from the words that it hangs on."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    if not has_part(parts, "actor"):
        yield from _who_threatens(parse, verb)
        yield from _of_which_it_is_part(parse, verb)
    if verb.tag not in {"VB", "VBG"} or verb.dep not in {"acl", "advcl", "xcomp"} or has_part(parts, "actor"):
        return
    if is_passive(parse, verb.i):
        return
    above = parse.tokens[verb.head]
    if verb.dep == "xcomp":
        yield from _who_favours(telling, verb, above)
        return
    if verb.tag == "VB" and verb.dep == "acl":
        yield from _who_is_asked(parse, verb, above)
    elif verb.tag == "VBG" and verb.dep == "acl":
        yield from _beside_it(parse, verb, above)
    elif verb.tag == "VBG":
        yield from _beside_being(parse, verb, above)


def _who_threatens(parse: Parse, told: Token) -> Iterator[int]:
    """ "| The rebels | gave them a day to leave or | be shot |", "or face | an attack |": who set the day."""
    verb = told if told.is_verb else parse.tokens[told.head]
    if or_else(parse, verb) is None:
        return
    above = bidder(parse, parse.tokens[verb.head])
    if above is not None and not is_passive(parse, above.i):
        yield from slots_of(parse, above.i).get("subject", ())


_DRIVES = frozenset("crackdown campaign offensive operation sweep clampdown purge raid assault".split())


def _of_which_it_is_part(parse: Parse, drive: Token) -> Iterator[int]:
    """ "| Peru | deports nine bakers as part of | a crackdown on bread |": whoever does the part does the whole."""
    part = parse.tokens[drive.head]
    verb = parse.tokens[part.head]
    if drive.lemma.lower() not in _DRIVES or part.lower != "part" or case_of(parse, part.i) != "as":
        return
    if verb.is_verb and parse.children(verb.i, "obj") and not is_passive(parse, verb.i):
        yield from slots_of(parse, verb.i).get("subject", ())


def _who_favours(telling: Telling, verb: Token, above: Token) -> Iterator[int]:
    """ "| Peru | favours | imposing | sanctions on them": a state that does would impose them."""
    parse, found, _, (_, labels) = telling
    if verb.tag != "VBG" or above.lemma.lower() not in {"favor", "favour"} or found.trigger.event != "SANCTION":
        return
    yield from (h for h in slots_of(parse, above.i).get("subject", ()) if labels.get(h) in {"place", "organisation"})


_LIFTING = frozenset("lift ease suspend drop extend renew remove tighten end relax waive scrap prolong".split())
_LAID = frozenset({"impose", "introduce", "levy"})


def lifted_by(telling: Telling) -> Iterator[int]:
    """ "| Peru | lifted a ban | imposed | in May": whoever lifts it had laid it, where nobody else did."""
    parse, found, parts, _ = telling
    laid = parse.tokens[found.head]
    if laid.dep != "acl" or laid.tag != "VBN" or laid.lemma.lower() not in _LAID or has_part(parts, "actor"):
        return
    ban = parse.tokens[laid.head]
    lifting = parse.tokens[ban.head]
    if ban.dep != "obj" or lifting.lemma.lower() not in _LIFTING or is_passive(parse, lifting.i):
        return
    if not any(case_of(parse, c.i) == "by" for c in parse.children(laid.i)):
        yield from slots_of(parse, lifting.i).get("subject", ())


def _who_is_asked(parse: Parse, verb: Token, demand: Token) -> Iterator[int]:
    """ "| Peru | rejected a demand to | lift | the ban": of whoever answers it was asked."""
    answer = parse.tokens[demand.head]
    if demand.lemma.lower() not in _ASKED or demand.dep != "obj" or answer.lemma.lower() not in _ANSWERING:
        return
    if not any(m.lower == "to" for m in parse.children(verb.i, "mark")) or is_passive(parse, answer.i):
        return
    if not any(case_of(parse, c.i) in _ADDRESSED and c.i < verb.i for c in parse.children(demand.i, "nmod")):
        yield from slots_of(parse, answer.i).get("subject", ())


def _beside_it(parse: Parse, verb: Token, addition: Token) -> Iterator[int]:
    """ "In addition to | visiting | the camp, | the king | met them": he did both."""
    main = parse.tokens[addition.head]
    if addition.lower != "addition" or addition.dep != "obl" or not main.is_verb:
        return
    if any(m.lower == "to" for m in parse.children(verb.i, "mark", "case")) and not is_passive(parse, main.i):
        yield from slots_of(parse, main.i).get("subject", ())


def _beside_being(parse: Parse, verb: Token, state: Token) -> Iterator[int]:
    """ "| Peru | is responsible for abuses, regularly | jailing | cooks": what somebody is who does it."""
    if state.is_verb or not parse.children(state.i, "cop") or state.i > verb.i:
        return
    first = min(parse.subtree(verb.i))
    apart = "," in {parse.tokens[first].text, parse.tokens[first - 1].text}
    marks = {m.lower for m in parse.children(verb.i, "mark")}
    since = bool(marks & _SINCE) and parse.children(state.i, "case")  # "has been in hiding since | shooting | a judge"
    if ((apart and not marks) or since) and not parse.children(verb.i, "nsubj"):
        subject = own_subject(parse, state.i)
        if subject is not None and parse.tokens[subject].lower not in {"it", "there", "this"}:
            yield subject


_SINCE = frozenset({"since", "after", "for"})
