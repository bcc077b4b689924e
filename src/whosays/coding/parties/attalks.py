"""Who sits at talks of which one side is told, where the verb above or the clause beside them tells the other.

Each rule sees the talks with the parts found so far and yields those that it adds.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, told_by
from whosays.coding.words.mentions import FIGHTERS, case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_MODES = frozenset({None, "meet", "multilateral", "phone"})


def at_talks(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The other side of talks, where no slot of their words holds it and one side at most is told."""
    if found.trigger.event != "CONSULT" or found.trigger.mode not in _MODES or "between" in found.slots:
        return []
    noun = _noun(parse, found)
    told = [h for h, p in parts.items() if p.part in {"actor", "recipient"}]
    if noun is None or sum(parse.tokens[h].dep != "conj" for h in told) > 1:
        return []
    if len(told) > 1:  # "talks | with Orland and Veldia |": one side of several
        return told_by(_OF_LIST, (parse, found, parts, knowledge))
    return told_by(_RULES, (parse, found, parts, knowledge))


def _noun(parse: Parse, found: Found) -> Token | None:
    """The noun of the talks."""
    head = parse.tokens[found.head]
    if not head.is_verb:
        return head
    inside = (parse.tokens[i] for i in found.tokens)
    return next((t for t in inside if t.is_noun and t.dep == "obj"), None)


def _agreed_with(telling: Telling) -> Iterator[int]:
    """ "Agreed | with Orland | to begin a dialogue": with whom it is held."""
    parse, found, _, _ = telling
    noun = _noun(parse, found)
    verb = parse.tokens[noun.head] if noun is not None and noun.dep == "obj" else None
    if noun is None or verb is None or verb.tag != "VB" or verb.dep not in {"xcomp", "advcl"}:
        return
    above = parse.tokens[verb.head]
    if above.lemma.lower() != "agree" or parse.children(noun.i, "nmod:poss"):
        return
    for other in parse.children(above.i, "obl"):
        if case_of(parse, other.i) == "with" and above.i < other.i < verb.i:
            yield other.i


_RESUMING = frozenset({"resume", "begin", "start", "restart", "open", "continue", "reopen"})
_WHEN = frozenset({"when", "once", "before", "after", "until", "if", "as"})
_WANTING = frozenset(
    "demand ask request seek propose present raise free release halt stop declare press insist".split()
)


def _whose_talks_resume(telling: Telling) -> Iterator[int]:
    """ "| The rebels | will demand a truce when talks with the government resume": they will sit there."""
    parse, found, parts, (_, labels) = telling
    noun = parse.tokens[found.head]
    clause = parse.tokens[noun.head]
    if noun.dep != "nsubj" or clause.dep != "advcl" or clause.lemma.lower() not in _RESUMING:
        return
    if parse.children(noun.i, "nmod:poss", "amod:poss") or not all(case_of(parse, h) == "with" for h in parts):
        return
    above = parse.tokens[clause.head]
    opens = any(c.lower in _WHEN for c in parse.children(clause.i, "mark", "advmod"))
    if not parts or not opens or above.lemma.lower() not in _WANTING or is_passive(parse, above.i):
        return
    for subject in parse.children(above.i, "nsubj"):
        fights = subject.lemma.lower() in FIGHTERS or subject.i in parse.armed or subject.lower == "government"
        if fights or labels.get(subject.i) in {"place", "organisation"}:
            yield subject.i


_TELLING = frozenset({"say", "announce", "confirm", "declare", "state"})
_BEING_HELD = _RESUMING | {"take", "hold", "go", "be", "fail", "collapse", "stall", "end"}
_OFFICIALS = frozenset(
    "government negotiator minister president premier official spokesman spokeswoman envoy secretary ministry king "
    "chancellor leader".split()
)


def _who_tells_of_them(telling: Telling) -> Iterator[int]:
    """ "| Orland | says a round of talks with Veldia will take place in May": with it they will be held."""
    parse, found, parts, (_, labels) = telling
    noun = parse.tokens[found.head]
    spanned = noun.dep == "nmod" and case_of(parse, noun.i) == "of" and parse.tokens[noun.head].lemma.lower() == "round"
    noun = parse.tokens[noun.head] if spanned else noun
    clause = parse.tokens[noun.head]
    above = parse.tokens[clause.head]
    if noun.dep not in {"nsubj", "nsubj:pass"} or clause.dep != "ccomp" or clause.lemma.lower() not in _BEING_HELD:
        return
    alone = bool(parts) and all(case_of(parse, h) == "with" or parse.tokens[h].dep == "conj" for h in parts)
    if not alone or parse.children(noun.i, "nmod:poss") or above.lemma.lower() not in _TELLING:
        return
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    for sayer in parse.children(above.i, "nsubj"):
        if sayer.i in states or sayer.lemma.lower() in _OFFICIALS or labels.get(sayer.i) == "person":
            yield sayer.i


_WISHES = frozenset({"interest", "idea", "possibility", "prospect", "hope", "notion", "readiness", "willingness"})
_VOICING = frozenset({"express", "show", "reject", "dismiss", "voice", "signal", "float", "indicate", "oppose", "have"})


def _who_wants_them(telling: Telling) -> Iterator[int]:
    """ "| Orland | expressed interest in holding talks with Veldia", "| he | rejected the idea of talks with her"."""
    parse, found, parts, _ = telling
    head = parse.tokens[found.head]
    noun = head if head.is_noun else _noun(parse, found)
    verb = head if head.is_verb else parse.tokens[head.head]
    holding = verb.tag == "VBG" and verb.dep in {"acl", "advcl"}
    wish = parse.tokens[verb.head] if holding else parse.tokens[head.head]
    direct = head.dep == "nmod" and case_of(parse, head.i) in {"of", "in"}
    above = parse.tokens[wish.head]
    if noun is None or not (holding or direct) or wish.lemma.lower() not in _WISHES or wish.dep != "obj":
        return
    with_one = bool(parts) and all(case_of(parse, h) == "with" or parse.tokens[h].dep == "conj" for h in parts)
    if with_one and above.lemma.lower() in _VOICING and not is_passive(parse, above.i):
        yield from (c.i for c in parse.children(above.i, "nsubj"))


_PLANNED = frozenset({"plan", "preparation", "proposal", "date", "agenda", "arrangement"})
_ANNOUNCING = frozenset({"announce", "make", "unveil", "confirm", "set", "discuss", "have", "finalise", "finalize"})


def _who_plans_it(telling: Telling) -> Iterator[int]:
    """ "| Ruiz | announced plans for a summit with Holub": who makes the plans will be there."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    plan = parse.tokens[noun.head]
    verb = parse.tokens[plan.head]
    with_one = bool(parts) and all(case_of(parse, h) == "with" for h in parts)
    planned = noun.dep == "nmod" and plan.dep == "obj" and plan.lemma.lower() in _PLANNED
    planned = planned and case_of(parse, noun.i) == "for" and not parse.children(plan.i, "nmod:poss")
    if with_one and planned and verb.lemma.lower() in _ANNOUNCING and not is_passive(parse, verb.i):
        yield from (c.i for c in parse.children(verb.i, "nsubj"))


_GOING = frozenset({"attend", "join"})


def _met_at_summit(telling: Telling) -> Iterator[int]:
    """ "Will attend the summit for talks | with Holub |": whom he meets there."""
    parse, found, _, _ = telling
    noun = _noun(parse, found)
    verb = parse.tokens[noun.head] if noun is not None and noun.dep == "obj" else None
    if noun is None or verb is None or verb.lemma.lower() not in _GOING or "with" in found.slots:
        return
    for aim in (*parse.children(verb.i, "obl"), *parse.children(noun.i, "nmod")):
        if aim.lemma.lower() in {"talk", "talks", "meeting"} and case_of(parse, aim.i) == "for":
            yield from (c.i for c in parse.children(aim.i, "nmod") if case_of(parse, c.i) == "with")


_CALLING = frozenset({"summon", "invite", "call", "convene", "bring"})


def _called_to_it(telling: Telling) -> Iterator[int]:
    """ "Ruiz summoned | the council | to a meeting", "invited him for talks": who called and who was called."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    cases = {"to", "for"} if verb.lemma.lower() == "invite" else {"to"}
    called = noun.dep == "obl" and case_of(parse, noun.i) in cases and verb.lemma.lower() in _CALLING
    with_one = all(case_of(parse, h) == "with" for h in parts)
    if called and with_one and not is_passive(parse, verb.i):
        yield from (c.i for c in parse.children(verb.i, "nsubj", "obj"))


def _had_by(telling: Telling) -> Iterator[int]:
    """ "A meeting | he | had with | Holub |", "talks held by | the premier | with the king": who sat there."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    for clause in parse.children(noun.i, "acl:relcl", "acl"):
        subjects = parse.children(clause.i, "nsubj")
        agents = parse.children(clause.i, "obl:agent")
        if clause.lemma.lower() == "have" and subjects and not parse.children(clause.i, "obj", "aux", "xcomp", "ccomp"):
            ahead = noun.dep == "obl" and any(c.i > noun.i for c in parse.children(noun.head, "nsubj"))
            skipped = {
                "that",
                "which",
                "who",
                *(("he", "she", "they") if ahead else ()),
            }  # "in a talk | he | had, Ruiz"
            yield from (c.i for c in subjects if c.lower not in skipped)
            yield from (c.i for c in parse.children(clause.i, "obl") if case_of(parse, c.i) == "with")
        if clause.lemma.lower() in {"hold", "have"} and clause.tag == "VBN" and agents:
            yield agents[0].i
            yield from (c.i for c in parse.children(agents[0].i, "nmod") if case_of(parse, c.i) == "with")


_FAULTING = frozenset(
    "criticise criticize condemn rebuke reprimand denounce slam pillory fault scold attack lambast censure".split()
)
_FIRE = frozenset({"fire", "criticism", "attack", "pressure", "scrutiny"})


def _faulted_for_it(telling: Telling) -> Iterator[int]:
    """ "| The minister | came under fire for a meeting with Holub", "was criticised over it": who is faulted."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    with_one = bool(parts) and all(case_of(parse, h) == "with" for h in parts)
    if not with_one or noun.dep != "obl" or case_of(parse, noun.i) not in {"for", "over"}:
        return
    if parse.children(noun.i, "nmod:poss"):
        return
    fire = verb if verb.lower in _FIRE else next((c for c in parse.children(verb.i, "obl") if c.lower in _FIRE), None)
    if fire is not None and case_of(parse, fire.i) == "under":
        yield from (c.i for c in parse.children(verb.i, "nsubj"))
    elif verb.lemma.lower() in _FAULTING:
        told = "nsubj:pass" if is_passive(parse, verb.i) else "obj"
        yield from (c.i for c in parse.children(verb.i, told))
    elif verb.lemma.lower() in {"apologise", "apologize"}:
        yield from (c.i for c in parse.children(verb.i, "nsubj"))


_PROMPTING = frozenset({"prompt", "trigger", "inspire", "cause", "bring", "precede"})
_DECISIONS = frozenset({"decision", "move", "announcement", "step", "offer", "choice", "change"})


def _who_decided_after(telling: Telling) -> Iterator[int]:
    """ "| Ruiz's | decision follows a call with Holub", "was prompted by a call with Holub": she spoke to him."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    with_one = bool(parts) and all(case_of(parse, h) == "with" for h in parts)
    after = noun.dep == "obj" and verb.lemma.lower() == "follow"
    prompted = noun.dep == "obl:agent" and verb.lemma.lower() in _PROMPTING
    if not with_one or not (after or prompted) or parse.children(noun.i, "nmod:poss"):
        return
    for decision in parse.children(verb.i, "nsubj", "nsubj:pass"):
        if decision.lemma.lower() in _DECISIONS:
            yield from (c.i for c in parse.children(decision.i, "nmod:poss"))


_OF_LIST: tuple[Rule, ...] = (
    (_who_tells_of_them, "with", "actor"),
    (_who_wants_them, "with", "actor"),
)
_RULES: tuple[Rule, ...] = (
    (_who_decided_after, "with", "actor"),
    (_had_by, "with", "actor"),
    (_faulted_for_it, "with", "actor"),
    (_agreed_with, "with", "actor"),
    (_whose_talks_resume, "with", "actor"),
    (_who_plans_it, "with", "actor"),
    *_OF_LIST,
    (_met_at_summit, "with", "actor"),
    (_called_to_it, "with", "actor"),
)
