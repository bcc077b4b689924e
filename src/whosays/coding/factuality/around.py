"""What the sentence around a deed says of its time and truth: a goal, an aside, every week, what goes on just now.

Clause rules see the deed's verb and the word above it, noun rules the deed's noun; each gives a status, or None where
it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.factuality.denying import is_negated, modal_of
from whosays.coding.factuality.governing import infinitive
from whosays.coding.words.mentions import case_of
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_ASIDE = 12  # tokens that an aside may have
_STEPS = frozenset("step stage move phase priority goal aim task objective ambition idea plan mission".split())
_GOALS = _STEPS | frozenset({"duty", "dream", "intention", "challenge", "job", "responsibility"})
_BEGINNING = frozenset({"start", "begin", "launch", "resume"})
_SEEING = frozenset({"see", "watch", "witness"})
_FLYING = frozenset("aircraft jet plane warplane bomber helicopter gunship drone fighter-jet".split())
_PROVING = frozenset({"prove", "show", "establish", "demonstrate"})
_ENSURING = frozenset({"ensure", "guarantee"})
BY_WORD = frozenset({"revoke", "cancel", "annul", "rescind"})
_TURNS = frozenset(
    "offensive attack assault victory campaign advance fall capture success coup war collapse breakthrough".split()
)
_NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re"})


def _if_aside(parse: Parse, holder: Token, _above: Token, _wording: Wording) -> EventStatus | None:
    """ "What happens | if, as many expect, | the rebels attack": the aside cuts the condition from its clause."""
    told = parse.children(holder.i, "nsubj", "nsubj:pass")
    if holder.tag not in {"VBP", "VBZ", "VBN"} or not told:
        return None
    start = min(parse.subtree(told[0].i))
    if start < 3 or parse.tokens[start - 1].text != ",":
        return None
    for k in range(start - 2, max(start - _ASIDE, 0), -1):
        if parse.tokens[k].text == ",":
            return "hypothetical" if parse.tokens[k - 1].lower in {"if", "unless"} else None
    return None


def _said_to_go_on(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Said | it was investigating | the raid": it goes on as this is said."""
    told = holder.dep == "ccomp" and above.tag in {"VBD", "VBZ"} and above.lemma.lower() in {"say", "announce", "add"}
    going = any(c.lower in {"was", "were", "is", "are"} for c in parse.children(holder.i, "aux"))
    return "ongoing" if told and going and holder.lower in {"investigating", "probing", "searching"} else None


def _to_help_them(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Troops arrived to help the police | take back | the town": what they came for."""
    aim = above.lemma.lower() == "help" and above.tag == "VB" and above.dep in {"advcl", "acl", "xcomp"}
    aim = aim and any(m.lower == "to" for m in parse.children(above.i, "mark"))
    return "planned" if aim and holder.tag == "VB" and holder.dep in {"xcomp", "ccomp"} else None


def _left_to(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Would not see him, leaving the envoy | to hold talks with a deputy | instead": so he did."""
    instead = any(c.lower == "instead" for c in parse.children(holder.i, "advmod"))
    if holder.dep not in {"xcomp", "advcl"} or above.lower != "leaving" or not instead:
        return None
    return "happened" if parse.tokens[above.head].tag == "VBD" else None


def _when_it_starts(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Where do we go | when they start | their blitz?": they have not."""
    when = any(c.lower == "when" for c in parse.children(holder.i, "advmod", "mark"))
    now = holder.tag in {"VBP", "VBZ"} and holder.lemma.lower() in _BEGINNING and holder.dep == "advcl"
    asked = any(c.lower in {"where", "what", "how"} for v in (above, parse.tokens[above.head])
                for c in (v, *parse.children(v.i, "advmod", "obj")))  # fmt: skip
    return "planned" if when and now and asked and above.tag in {"VB", "VBP", "VBZ"} else None


def _all_but(parse: Parse, holder: Token, _above: Token, _wording: Wording) -> EventStatus | None:
    """ "| All but | declared war": short of it."""
    before = [t.lower for t in parse.tokens[max(holder.i - 2, 0) : holder.i]]
    return "negated" if before == ["all", "but"] else None


def _seen_now(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "We are seeing mills | attacked |", "are seeing farmers being killed"."""
    above = parse.tokens[above.head] if above.is_noun and above.dep == "obj" and holder.dep == "acl" else above
    seeing = above.lower in {"seeing", "watching", "witnessing"} and holder.tag in {"VBN", "VBG"}
    if not seeing or holder.dep not in {"advcl", "xcomp", "ccomp", "acl"}:
        return None
    return "ongoing" if {c.lower for c in parse.children(above.i, "aux")} & _NOW else None


def _let_by_it(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "The offensive allowed the army | to tighten | its siege": what came of it was done."""
    if holder.dep != "xcomp" or above.lemma.lower() not in {"allow", "enable"} or above.tag != "VBD":
        return None
    told = parse.children(above.i, "nsubj")
    came = any(c.lemma.lower() in _TURNS for c in told) and not is_negated(parse, above, wording)
    return "happened" if came and infinitive(parse, holder) else None


def _as_a_goal(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "| Crushing the guild | is a priority", "the next step is | holding a summit |"."""
    if holder.tag != "VBG":
        return None
    called = holder.dep == "csubj" and above.lemma.lower() in _GOALS and bool(parse.children(above.i, "cop"))
    told = parse.children(holder.i, "nsubj", "nsubj:outer")
    is_it = any(c.lower in {"is", "was"} for c in parse.children(holder.i, "aux", "cop"))
    step = is_it and any(c.lemma.lower() in _STEPS and c.tag == "NN" for c in told)
    return "planned" if called or step else None


def _during_which(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Would raid homes, | during which | they robbed bakers": as often as they raided."""
    during = any(
        c.lower == "which" and case_of(parse, c.i) in {"during", "in"} for c in parse.children(holder.i, "obl")
    )
    if not during or holder.dep not in {"advcl", "acl:relcl", "acl"}:
        return None
    verbs = [v for v in (above, *parse.ancestors(above.i)) if v.is_verb]
    return "habitual" if any(modal_of(parse, v, wording) == "habitual" for v in verbs) else None


def _for_use(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Are used | for carrying out attacks |": what for, and not which."""
    for_it = holder.tag == "VBG" and any(m.lower == "for" for m in parse.children(holder.i, "mark"))
    used = above.lower == "used" and {c.lower for c in parse.children(above.i, "aux:pass")} & {"is", "are", "be"}
    return "hypothetical" if for_it and used else None


def _made_sure(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "To ensure that the guilty | are tried |": they are to be."""
    if holder.dep != "ccomp" or above.lemma.lower() not in _ENSURING or above.tag != "VB":
        return None
    ahead = infinitive(parse, above) or modal_of(parse, above, wording) is not None
    now = holder.tag in {"VBZ", "VBP"} or {c.lower for c in parse.children(holder.i, "aux:pass", "aux")} & _NOW
    return "hypothetical" if ahead and now and not is_negated(parse, holder, wording) else None


def _was_supposed(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Was supposed | to have been deported |": and was not."""
    perfect = any(c.lower == "have" for c in parse.children(holder.i, "aux"))
    past = any(c.lower in {"was", "were"} for c in parse.children(above.i, "aux:pass", "cop"))
    return "planned" if holder.dep == "xcomp" and above.lower == "supposed" and perfect and past else None


def _to_be_proved(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Had to prove that they | used force |": whether they did is what was asked."""
    if holder.dep != "ccomp" or above.lemma.lower() not in _PROVING or above.tag != "VB":
        return None
    obliged = parse.tokens[above.head].lemma.lower() in {"have", "need", "require"} and above.dep == "xcomp"
    return "hypothetical" if obliged or modal_of(parse, above, wording) is not None else None


def _flown_to(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Has sent in aircraft | to bomb | the province": what aircraft are sent for they do."""
    sent = above.lemma.lower() == "send" and above.tag in {"VBD", "VBN"} and holder.dep in {"advcl", "xcomp"}
    if not sent or not infinitive(parse, holder) or modal_of(parse, above, wording) is not None:
        return None
    flown = any(c.lemma.lower() in _FLYING for c in parse.children(above.i, "obj", "obl", "nsubj:pass"))
    return "happened" if flown and holder.lemma.lower() in _BLOWS and not is_negated(parse, above, wording) else None


_BLOWS = frozenset({"attack", "bomb", "strike", "hit", "pound", "bombard", "strafe", "target"})


def _ordered_done(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "The minister ordered that her passport | be cancelled |": with his order it is."""
    if above.lemma.lower() != "order" or above.tag != "VBD" or holder.lemma.lower() not in BY_WORD:
        return None
    passive = holder.tag == "VBN" and any(c.lower == "be" for c in parse.children(holder.i, "aux:pass"))
    told = holder.dep in {"ccomp", "xcomp"} and passive and not is_negated(parse, above, wording)
    return "happened" if told and not is_negated(parse, holder, wording) else None


def _as_they_ask(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Urges Orland to agree to sanctions, | including cutting off its tea |": asked for, too."""
    if holder.tag != "VBG" or not any(m.lower == "including" for m in parse.children(holder.i, "mark")):
        return None
    asking = parse.tokens[above.head]
    asked = above.dep == "xcomp" and asking.is_verb and wording.governor(asking.lemma.lower()) == "demanded"
    return "demanded" if asked else None


def _yet_to_say(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Has yet to announce that it | has taken the town |": whether it has is open."""
    had = parse.tokens[above.head]
    said = holder.dep == "ccomp" and above.lemma.lower() in {"announce", "confirm", "say", "admit", "declare"}
    yet = had.lemma.lower() in {"have", "be"} and any(c.lower == "yet" for c in parse.children(had.i, "advmod"))
    return "hypothetical" if said and above.dep == "xcomp" and yet else None


_PRESSING = frozenset("pressure force coerce bully talk push cajole blackmail lure drag provoke trick press".split())


def _not_pressed(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Will not be pressured | into recognising | the isle": it does not."""
    into = holder.tag == "VBG" and any(c.lower == "into" for c in parse.children(holder.i, "mark", "case"))
    pressed = into and above.lemma.lower() in _PRESSING
    return "negated" if pressed and is_negated(parse, above, wording) else None


def _time_given(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Gave the king two days | to free | the bakers": that is what they want of him."""
    giving = above if above.is_verb else parse.tokens[above.head]
    if holder.dep not in {"xcomp", "advcl", "acl"} or giving.lemma.lower() != "give" or not infinitive(parse, holder):
        return None
    times = (c for c in parse.children(giving.i, "obj", "obl:unmarked", "iobj") if c.i < holder.i)
    spans = any(c.lemma.lower() in _SPANS and parse.children(c.i, "nummod") for c in times)
    return "demanded" if spans and giving.tag in {"VBD", "VBZ", "VBN", "VBP"} else None


_SPANS = frozenset({"hour", "day", "week", "month", "minute"})


CLAUSES: tuple[Callable[[Parse, Token, Token, Wording], EventStatus | None], ...] = (
    _if_aside, _left_to, _when_it_starts, _all_but, _seen_now, _let_by_it, _as_a_goal, _during_which, _for_use,
    _made_sure, _was_supposed, _to_be_proved, _flown_to, _ordered_done, _as_they_ask,
    _yet_to_say, _not_pressed, _time_given, _to_help_them, _said_to_go_on,
)  # fmt: skip

AT_ROOT = (_if_aside, _all_but, _as_a_goal)


_GOINGS = frozenset({"withdrawal", "pullout", "drawdown", "pull-out"})


_BODIES = frozenset(
    """court treaty agreement deal pact accord body union bloc convention organisation alliance community council
    league""".split()
)


def _is_of_body(parse: Parse, noun: Token) -> bool:
    """ "Announce their withdrawal | from the court |": with the word they leave it."""
    around = (*parse.children(noun.i, "nmod"), *parse.children(noun.head, "obl"))
    left = [c for c in around if case_of(parse, c.i) == "from"]
    bodies = {i for n in parse.names if n.label == "organisation" for i in range(n.start, n.end)}
    places = parse.named("place")
    named = any(c.tag.startswith("NNP") and c.i not in places for c in left)
    return named or any(c.lemma.lower() in _BODIES or c.i in bodies for c in left)


def _announced(parse: Parse, noun: Token) -> EventStatus | None:
    """ "The pullout from Orli, | announced | in May", "has announced | a rapid withdrawal |"."""
    if noun.lemma.lower() not in _GOINGS or _is_of_body(parse, noun):
        return None
    above = parse.tokens[noun.head]
    if noun.dep == "obj" and above.lemma.lower() == "announce":
        the = {c.lower for c in parse.children(noun.i, "det")} & {"the", "this", "that"}
        return None if the else "planned"
    held = [noun.i, above.i] if noun.dep == "nmod" and case_of(parse, noun.i) == "of" and above.is_noun else [noun.i]
    told = any(c.lower == "announced" and c.tag == "VBN" for i in held for c in parse.children(i, "acl"))
    return "planned" if told else None


def _angered_by(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Would be furious about | slaughter in Kest |"."""
    mood = parse.tokens[noun.head]
    if noun.dep != "obl" or mood.tag != "JJ" or case_of(parse, noun.i) not in {"about", "over", "at"}:
        return None
    would = any(c.lower in {"would", "will", "could"} for c in parse.children(mood.i, "aux"))
    return "hypothetical" if would and not parse.children(noun.i, "det", "nmod:poss") else None


def _every_week(parse: Parse, noun: Token) -> EventStatus | None:
    """ "There are | killings every week | carried out by guards"."""
    regular = any(t.kind == "set" and t.start == noun.i + 1 for t in parse.times)
    return "habitual" if regular and noun.tag == "NNS" else None


def _insisted_on(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Insisted on | the removal of the king |"."""
    asked = noun.dep == "obl" and parse.tokens[noun.head].lemma.lower() == "insist"
    return "demanded" if asked and case_of(parse, noun.i) in {"on", "upon"} else None


_STATES = frozenset({"blockade", "siege", "curfew", "occupation", "bombardment", "embargo", "barrage"})
_LIVING = frozenset({"live", "suffer", "trap", "remain", "languish", "struggle"})


def _lived_under(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Are living under | a blockade |", "are trapped in | daily raids |", "is in | retreat |"."""
    if noun.lemma.lower() == "retreat" and case_of(parse, noun.i) == "in":
        return "ongoing" if {c.lower for c in parse.children(noun.i, "cop")} & _NOW else None
    verb = parse.tokens[noun.head]
    if noun.lemma.lower() not in _STATES or noun.dep != "obl" or verb.lemma.lower() not in _LIVING:
        return None
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass")}
    now = verb.tag in {"VBZ", "VBP"} or bool(beside & _NOW)
    return "ongoing" if now and case_of(parse, noun.i) in {"under", "in"} else None


_CALLS = frozenset({"conversation", "call", "phonecall"})


def _decided_at(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Decided to withdraw | during a conversation | with the king": that was held, whatever is to follow."""
    verb = parse.tokens[noun.head]
    if noun.lemma.lower() not in _CALLS or noun.dep != "obl" or case_of(parse, noun.i) not in {"during", "in", "after"}:
        return None
    above = parse.tokens[verb.head]
    over = parse.tokens[above.head] if above.is_noun else above
    told = infinitive(parse, verb) and over.tag in {"VBD", "VBN"} and verb.dep in {"xcomp", "acl"}
    return "happened" if told and any(c.lower in {"a", "an"} for c in parse.children(noun.i, "det")) else None


_STRIKES = frozenset({"strike", "airstrike", "bombing", "raid", "attack", "launch"})


def _long_ordered(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Ordered | a missile strike on a mill | last April": carried out since."""
    verb = parse.tokens[noun.head]
    if noun.dep != "obj" or verb.lemma.lower() != "order" or verb.tag != "VBD" or noun.lemma.lower() not in _STRIKES:
        return None
    below = {i for c in parse.children(verb.i, "obl", "obl:unmarked") for i in (c.i, c.i - 1)}
    then = int((parse.report.published or "9999")[:4])
    past = (t for t in parse.times if below & set(range(t.start, t.end)) and (t.month or t.year or t.unit == "year"))
    return "happened" if any((t.shift or 0) < 0 or (t.year or then) < then for t in past) else None


_GATHERINGS = frozenset({"summit", "conference", "meeting", "session", "talk", "gathering", "event"})
_COMING_TO = frozenset({"leave", "cut", "chair", "address"})


def _to_be_attended(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Will leave | the Kest summit | early": it lies ahead with the leaving."""
    verb = parse.tokens[noun.head]
    if noun.dep != "obj" or noun.lemma.lower() not in _GATHERINGS or verb.lemma.lower() not in _COMING_TO:
        return None
    if any(c.lower in {"not", "n't", "n’t", "never"} for c in parse.children(verb.i, "advmod")):
        return None
    return "planned" if any(c.lower in {"will", "'ll", "’ll"} for c in parse.children(verb.i, "aux")) else None


def _kept_up(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Continued | its occupation | of the isle", "as | the assault | continued": it goes on, as with "shelling"."""
    verb = parse.tokens[noun.head]
    if noun.dep == "nsubj" and verb.lower == "continued" and verb.tag == "VBD":
        return "ongoing" if not parse.children(verb.i, "obj", "xcomp", "advcl") else None
    kept = noun.dep == "obj" and verb.lemma.lower() == "continue" and verb.tag in {"VBD", "VBZ", "VBP", "VBG"}
    return "ongoing" if kept and parse.children(noun.i, "nmod:poss") else None


def _comes_after(parse: Parse, noun: Token) -> EventStatus | None:
    """ "| The attack | comes a day after gunmen shot a baker": it is told of now, and is no habit."""
    verb = parse.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lower not in {"comes", "follows"} or noun.tag not in {"NN", "NNP"}:
        return None
    later = any(
        m.lower == "after" for c in parse.children(verb.i, "advcl", "obl") for m in parse.children(c.i, "mark", "case")
    )
    return "happened" if later or verb.lower == "follows" else None


def _on_its_eve(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Speaking on the eve of | a meeting with the king |": still to come."""
    above = parse.tokens[noun.head]
    eve = noun.dep == "nmod" and above.lower == "eve" and case_of(parse, noun.i) == "of"
    held = eve and noun.lemma.lower() in _GATHERINGS | {"visit", "trip", "election"}
    return "planned" if held and not any(_is_year(t.text) for t in parse.around(noun.i)) else None


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


NOUNS: tuple[Callable[[Parse, Token], EventStatus | None], ...] = (
    _announced, _angered_by, _every_week, _insisted_on, _lived_under, _decided_at, _long_ordered,
    _to_be_attended, _kept_up, _comes_after, _on_its_eve,
)  # fmt: skip
