"""What is only talked of, worked for or fixed for a day: "talks on forming", "a summit that opens on Monday".

Clause rules see the deed's verb and the word above it, noun rules the deed's noun; each gives a status, or None where
it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.factuality.denying import is_negated
from whosays.coding.factuality.governing import infinitive
from whosays.coding.words.mentions import case_of
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_WORKING = frozenset({"work", "move", "strive", "head", "push", "proceed", "progress", "step", "effort"})
_ASKING = frozenset({"contact", "approach", "consult", "inquire", "speak", "confer", "negotiate", "discuss", "decide"})
_UNSURE = frozenset({"unlikely", "improbable", "doubtful", "inconceivable", "possible", "conceivable"})
_MAYBES = frozenset({"possibility", "likelihood", "probability", "chance", "prospect", "theory", "hypothesis"})
_DISMISSING = frozenset({"dismiss", "reject", "exclude", "discount", "deny"})


def _worked_towards(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Must work toward | arresting the men |", "bent on taking the town": not done yet."""
    if holder.tag != "VBG" or holder.dep not in {"advcl", "acl", "xcomp"}:
        return None
    marks = {m.lower for m in parse.children(holder.i, "mark", "case")}
    if above.lower in {"bent", "intent"} and "on" in marks:
        return "planned"
    return "planned" if marks & {"toward", "towards"} and above.lemma.lower() in _WORKING else None


def _asked_about(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Is contacting its allies about | suspending aid |", "will look into reopening its embassy"."""
    if holder.tag != "VBG" or holder.dep not in {"advcl", "acl"} or not above.is_verb:
        return None
    marks = {m.lower for m in parse.children(holder.i, "mark", "case")}
    about = above.lemma.lower() in _ASKING and bool(marks & {"about", "on", "over"})
    looked = above.lemma.lower() == "look" and bool(marks & {"into", "at"})
    return "hypothetical" if about or looked else None


def _unsure(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "It is unlikely that the jet | was shot down |", "dismissed the possibility that he had been seized"."""
    if holder.dep in {"csubj", "ccomp"} and above.lower in _UNSURE and parse.children(above.i, "cop"):
        return "hypothetical"
    that = any(m.lower == "that" for m in parse.children(holder.i, "mark"))
    if not that or holder.dep not in {"acl", "ccomp"} or not above.is_noun or above.lemma.lower() not in _MAYBES:
        return None
    verb = parse.tokens[above.head]
    out = verb.lemma.lower() == "rule" and any(c.lower == "out" for c in parse.children(verb.i, "compound:prt"))
    gone = above.dep == "obj" and (out or verb.lemma.lower() in _DISMISSING) and not is_negated(parse, verb, wording)
    return "negated" if gone else "hypothetical"


def _not_meant(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "This does not mean that ties | are broken |"."""
    meant = holder.dep == "ccomp" and above.lemma.lower() in {"mean", "imply", "signify"} and above.is_verb
    return "negated" if meant and is_negated(parse, above, wording) else None


_HOPING = frozenset(
    {"hope", "expect", "plan", "due", "set", "schedule", "ready", "intend", "promise", "agree", "slate"}
)


_CONFERRING = frozenset({"consult", "meet", "confer", "talk", "speak", "discuss", "negotiate", "visit"})


def _once_conferred(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Will decide after | consulting the council |"."""
    after = holder.tag == "VBG" and any(m.lower == "after" for m in parse.children(holder.i, "mark"))
    will = any(c.lower in {"will", "'ll", "’ll"} for c in parse.children(above.i, "aux"))
    return "planned" if after and will and holder.lemma.lower() in _CONFERRING else None


def _notorious(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Are notorious for | kidnapping children |"."""
    for_it = holder.tag == "VBG" and any(m.lower == "for" for m in parse.children(holder.i, "mark"))
    return "habitual" if for_it and above.lower in {"notorious", "infamous"} else None


def _among_those(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Will be among those | handed over |"."""
    if holder.tag != "VBN" or holder.dep not in {"acl", "advcl"} or parse.children(holder.i, "aux", "aux:pass"):
        return None
    if above.lower != "those" or case_of(parse, above.i) != "among":
        return None
    around = (above, parse.tokens[above.head])
    return "planned" if any(c.lower == "will" for t in around for c in parse.children(t.i, "aux")) else None


def _so_that(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Should act so that Orland | hands them over |": what is to come of it."""
    if holder.dep != "advcl" or holder.tag not in {"VBZ", "VBP"} or parse.children(holder.i, "aux"):
        return None
    marks = [m for m in parse.children(holder.i, "mark", "advmod") if m.lower == "so"]
    that = any(parse.tokens[m.i + 1].lower == "that" for m in marks)
    return "hypothetical" if that and above.tag in {"VB", "VBP"} and above.i < holder.i else None


def _in_scenarios(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "The scenarios include | rebels blowing up a dam |"."""
    held = above.lemma.lower() in {"include", "involve", "envisage"} and holder.tag == "VBG" and holder.i > above.i
    told = any(c.lemma.lower() in {"scenario", "threat", "option"} for c in parse.children(above.i, "nsubj"))
    return "hypothetical" if held and told else None


def _when_it_comes(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Is expected to ask for troops | when he meets the king |": the meeting is as far off as the asking."""
    if holder.dep != "advcl" or holder.tag not in {"VBZ", "VBP"} or parse.children(holder.i, "aux", "aux:pass"):
        return None
    when = any(m.lower in {"when", "as soon", "once"} for m in parse.children(holder.i, "mark", "advmod"))
    hoping = parse.tokens[above.head]
    hoped = infinitive(parse, above) and (hoping.lemma.lower() in _HOPING or _would(parse, hoping))
    return "planned" if when and hoped and not is_negated(parse, hoping, wording) else None


def _would(parse: Parse, token: Token) -> bool:
    """ "| Would be in a position | to succeed him"."""
    around = (token, parse.tokens[token.head])
    return any(c.lower in {"would", "will", "'ll", "’ll"} for t in around for c in parse.children(t.i, "aux"))


def not_before(parse: Parse, verb: Token) -> bool:
    """ "The pact will not be signed | until June 10 |": then it will."""
    if not any(c.lower in {"will", "'ll", "’ll", "wo"} for c in parse.children(verb.i, "aux")):
        return False
    if not any(c.lower in {"not", "n't", "n’t"} for c in parse.children(verb.i, "advmod")):
        return False
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    return any(
        case_of(parse, c.i) in {"until", "till", "before"} and times & {c.i, c.i - 1}
        for c in parse.children(verb.i, "obl", "obl:unmarked")
    )


_CHOICES = frozenset({"date", "deadline", "timetable", "timeline", "plan", "proposal", "schedule", "roadmap"})


def _dated_for(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Set a March date for | lifting the ban |"."""
    mark = next((m for m in parse.children(holder.i, "mark") if m.lower == "for"), None)
    if mark is None or holder.tag != "VBG" or mark.i != holder.i - 1 or holder.dep not in {"advcl", "acl"}:
        return None
    before = (above, parse.tokens[mark.i - 1], *parse.children(above.i, "obj", "obl"))
    return "planned" if any(t.i == mark.i - 1 and t.lemma.lower() in _CHOICES for t in before) else None


CLAUSES: tuple[Callable[[Parse, Token, Token, Wording], EventStatus | None], ...] = (
    _worked_towards,
    _asked_about,
    _unsure,
    _not_meant,
    _dated_for,
    _when_it_comes,
    _once_conferred,
    _notorious,
    _among_those,
    _so_that,
    _in_scenarios,
)


_GATHERINGS = frozenset(
    "summit meeting conference talk session congress ceremony negotiation visit trip tour forum gathering".split()
)
_OPENING = frozenset({"begin", "start", "open", "convene"})


def _only_spoken_of(parse: Parse, noun: Token) -> EventStatus | None:
    """ "The issue of | a dialogue | with the rebels", "closer to starting a dialogue": not held so far."""
    above = parse.tokens[noun.head]
    if noun.lemma.lower() not in {"dialogue", "negotiation", "talk"}:
        return None
    if noun.dep == "nmod" and above.lemma.lower() in {"issue", "question", "idea", "topic"}:
        return "hypothetical" if case_of(parse, noun.i) == "of" else None
    if noun.dep != "obj" or above.lemma.lower() not in {"start", "begin", "open", "build", "accept"}:
        return None
    if above.lemma.lower() == "accept":
        return "negated" if parse.tokens[above.head].lemma.lower() in {"refuse", "decline"} else None
    over = parse.tokens[above.head]
    steps = infinitive(parse, above) and over.lemma.lower() in {"step", "action", "take"}
    closer = above.tag == "VBG" and over.lower in {"closer", "close", "near", "nearer"}
    return "hypothetical" if steps or closer else None


def _no_hand_in(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Had nothing to do with | the kidnapping |": whoever had, it was done."""
    verb = parse.tokens[noun.head]
    the = any(c.lower in {"the", "this", "that"} for c in parse.children(noun.i, "det"))
    done = verb.lemma.lower() == "do" and infinitive(parse, verb) and case_of(parse, noun.i) == "with"
    return "happened" if the and done and noun.dep == "obl" else None


def _opens_on(parse: Parse, noun: Token) -> EventStatus | None:
    """ "During | a summit | that begins on Sunday": told in the present, with its day."""
    if noun.lemma.lower() not in _GATHERINGS:
        return None
    for clause in parse.children(noun.i, "acl:relcl"):
        now = clause.tag in {"VBZ", "VBP"} and clause.lemma.lower() in _OPENING
        if now and not parse.children(clause.i, "aux", "mark") and is_dated(parse, clause):
            return "planned"
    return None


def is_dated(parse: Parse, verb: Token) -> bool:
    """Whether a day or hour, and no year gone by, stands with a verb: "begins | on Sunday |"."""
    told = {i for c in parse.children(verb.i, "obl", "obl:unmarked", "advmod", "obj") for i in (c.i, c.i - 1)}
    for time in parse.times:
        if time.kind not in {"date", "time"} or not told & set(range(time.start, time.end)):
            continue
        if time.year is None and (time.shift or 0) >= 0 and time.unit not in {"year", "month"}:
            return True
    return False


_HINGING = frozenset({"depend", "hinge", "contingent", "conditional", "dependent", "condition", "predicate"})


def _hung_on(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Aid that is contingent on | the release of them |", "could lead to | their release |"."""
    above = parse.tokens[noun.head]
    if noun.dep not in {"obl", "nmod"}:
        return None
    case = case_of(parse, noun.i)
    if case in {"on", "upon"} and above.lemma.lower() in _HINGING:
        return "hypothetical"
    if case not in {"to", "in"} or above.lemma.lower() not in {"lead", "result"} or not above.is_verb:
        return None
    could = any(c.lower in {"could", "would", "may", "might", "can"} for c in parse.children(above.i, "aux"))
    return "hypothetical" if could else None


def _depends(parse: Parse, noun: Token) -> EventStatus | None:
    """ "| Recognition of the council | depends on a settlement"."""
    verb = parse.tokens[noun.head]
    now = verb.tag in {"VBZ", "VBP"} and verb.lemma.lower() in {"depend", "hinge"}
    outcome = noun.tag == "NN" and noun.lemma.lower() in _OUTCOMES
    return "hypothetical" if noun.dep == "nsubj" and now and outcome else None


_OUTCOMES = frozenset(
    "recognition release withdrawal ceasefire truce pullout extradition restoration resumption lifting removal return "
    "deployment normalisation normalization opening reopening expulsion dialogue".split()
)
_PACTS = frozenset({"agreement", "deal", "accord", "pact", "treaty", "memorandum"})


def _to_be_signed(parse: Parse, noun: Token) -> EventStatus | None:
    """ "An agreement is to be signed on | the restoration of ties |": no nearer than the agreement."""
    if noun.dep == "conj" and parse.tokens[noun.head].is_noun:
        return _to_be_signed(parse, parse.tokens[noun.head]) if noun.lemma.lower() in _OUTCOMES else None
    if noun.lemma.lower() not in _OUTCOMES or case_of(parse, noun.i) not in {"on", "for", "about", "over"}:
        return None
    above = parse.tokens[noun.head]
    pact = above if above.lemma.lower() in _PACTS else None
    verb = parse.tokens[above.head] if pact is not None else above
    if pact is None:
        told = parse.children(above.i, "nsubj:pass", "obj", "nsubj")
        held = [c for t in told for c in (t, parse.tokens[t.head])]
        pact = next((c for c in held if c.lemma.lower() in _PACTS), None)
    if pact is None:
        top = parse.tokens[verb.head] if verb.is_verb else verb
        told = parse.children(top.i, "nsubj:pass", "nsubj")
        pact = next((c for c in told if c.lemma.lower() in _PACTS), None)
    ahead = verb.is_verb and (infinitive(parse, verb) or any(c.lower == "will" for c in parse.children(verb.i, "aux")))
    return "planned" if pact is not None and ahead else None


def _going_for(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Will be in Kest next week for | talks | with the king"."""
    verb = parse.tokens[noun.head]
    if noun.lemma.lower() not in _GATHERINGS or noun.dep not in {"obl", "nmod"} or case_of(parse, noun.i) != "for":
        return None
    will = any(c.lower in {"will", "'ll", "’ll"} for c in parse.children(verb.i, "aux"))
    return "planned" if will and not any(c.lower == "not" for c in parse.children(verb.i, "advmod")) else None


_IN_THE_WAY = frozenset({"disrupt", "block", "derail", "sabotage", "obstruct", "hinder", "impede", "prevent"})
_MOVES = frozenset({"withdrawal", "pullout", "evacuation", "visit", "trip", "summit", "meeting", "deployment"})


def _stood_in_the_way(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Tried to disrupt | Orland's withdrawal |": what they tried is not to withdraw, and it is still to come."""
    verb = parse.tokens[noun.head]
    owned = bool(parse.children(noun.i, "nmod:poss")) and noun.dep == "obj" and noun.lemma.lower() in _MOVES
    return "planned" if owned and verb.lemma.lower() in _IN_THE_WAY and infinitive(parse, verb) else None


def _to_start(parse: Parse, noun: Token) -> EventStatus | None:
    """ "From joining | a strike set to begin on Monday |"."""
    for clause in parse.children(noun.i, "acl"):
        if clause.lower in {"set", "due", "scheduled", "expected", "slated"}:
            begun = (c for c in parse.children(clause.i, "xcomp", "advcl", "ccomp") if c.tag == "VB")
            if any(c.lemma.lower() in _OPENING for c in begun):
                return "planned"
    return None


def _asked_in(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Called on Sunday in an interview for | a withdrawal of the troops |"."""
    if noun.dep not in {"nmod", "obl"} or case_of(parse, noun.i) != "for" or noun.lemma.lower() not in _OUTCOMES:
        return None
    verb = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    if verb is None or verb.lemma.lower() != "call" or parse.children(verb.i, "obj", "xcomp"):
        return None
    return "demanded" if verb.i < noun.i else None


def is_fixed(parse: Parse, noun: Token) -> bool:
    """Whether a deed lies ahead whatever others, told beside it, try to do about it."""
    return _stood_in_the_way(parse, noun) is not None or _to_start(parse, noun) is not None


def bargained(parse: Parse, clause: Token, wording: Wording) -> EventStatus | None:
    """What a clause's own word makes of its price: "ceased the war in exchange for | talks |" ceases no talks."""
    asked = wording.governor(clause.lemma.lower())
    offered = any(v.lemma.lower() == "offer" for v in (clause, parse.tokens[clause.head]))
    return "demanded" if offered and asked in {None, "negated"} else None if asked == "negated" else asked


def voted_down(parse: Parse, noun: Token) -> bool:
    """ "Voted against | the proposed inquiry |"."""
    against = noun.dep == "obl" and case_of(parse, noun.i) == "against"
    return against and parse.tokens[noun.head].lemma.lower() == "vote"


def is_yet_to_be(parse: Parse, first: Token) -> bool:
    """ "Would be | the first state | to recognise it", "will become the first": so far none has."""
    verbs = [first, parse.tokens[first.head]] if first.dep in {"xcomp", "obj", "nmod"} else [first]
    becoming = [v for v in verbs if parse.children(v.i, "cop") or v.lemma.lower() == "become"]
    return any(c.lower in {"will", "would", "could"} for v in becoming for c in parse.children(v.i, "aux"))


NOUNS: tuple[Callable[[Parse, Token], EventStatus | None], ...] = (
    _only_spoken_of, _no_hand_in,
    _opens_on, _hung_on, _depends, _to_be_signed, _going_for, _stood_in_the_way, _to_start, _asked_in,
)  # fmt: skip
