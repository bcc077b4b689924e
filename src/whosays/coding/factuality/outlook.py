"""What else a clause makes of a deed: put off to a day, worked for, done at last, the price of what is only offered."""

from __future__ import annotations

from whosays.coding.factuality.awaited import well_planned
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_PUTTING_OFF = frozenset({"delay", "postpone", "defer", "adjourn", "reschedule", "push", "put", "move"})
_TO_WHEN = frozenset({"until", "till", "to"})
_PRICE = frozenset({"exchange", "return"})
_GATHERINGS = frozenset({"meeting", "visit", "talk", "summit", "trip", "session", "conference", "negotiation"})
_BLOWS = frozenset(
    "attack bombing invasion assault raid operation killing murder massacre kidnapping strike coup".split()
)
_MARCHING = frozenset("march marched rally rallied gather gathered demonstrate demonstrated turn turned".split())
_MOST = frozenset({"most", "many", "few"})
_BEGUN = frozenset({"did", "was", "were"})


def bound_for(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Is on his way to Orli for | talks": they lie ahead."""
    way = parse.tokens[noun.head]
    on_way = way.lower == "due" or (way.lower == "way" and case_of(parse, way.i) == "on")
    if not on_way or case_of(parse, noun.i) != "for":
        return None
    return "planned" if parse.children(way.i, "cop") else None


def uninvolved(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Orland was not involved in | an attack |", "had no part in": not by whoever is spoken of."""
    above = parse.tokens[noun.head]
    if noun.dep not in {"obl", "nmod"} or case_of(parse, noun.i) != "in":
        return None
    not_in = above.lower == "involved" and any(c.lower in _NOT for c in parse.children(above.i, "advmod"))
    no_part = above.lemma.lower() in _SHARES and any(c.lower == "no" for c in parse.children(above.i, "det"))
    return "negated" if not_in or no_part else None


_WAYS = frozenset({"ground", "groundwork", "way", "stage", "path", "foundation", "basis", "door", "road"})
_DOORS = frozenset({"door", "path", "way", "road"})
_OPENING = frozenset({"lay", "pave", "set", "clear", "prepare", "open", "create"})


def prepared_for(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Pave the way for | occupying the town |", "opened the door to | his extradition |": it is not done by that."""
    laid = governor if governor.is_verb else parse.tokens[governor.head]
    way = [c for c in parse.children(laid.i, "obj") if c.lemma.lower() in _WAYS and laid.i < c.i < current.i]
    above = way[0].i if way else None
    if above is None or laid.lemma.lower() not in _OPENING or governor.i not in {laid.i, above}:
        return None
    marks = {c.lower for c in parse.children(current.i, "mark", "case")}
    to_come = "for" in marks or (way[0].lemma.lower() in _DOORS and "to" in marks and current.is_noun)
    return "hypothetical" if to_come else None


_NOT = frozenset({"not", "n't", "n’t", "never"})
_SHARES = frozenset({"part", "role", "hand", "involvement"})


def of_what_would_be(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Would be the first target of | a Veldian attack |": one that nobody has seen."""
    above = parse.tokens[noun.head]
    if noun.dep != "nmod" or case_of(parse, noun.i) != "of" or not parse.children(above.i, "cop"):
        return None
    modal = any(c.lower in {"would", "could", "might"} for c in parse.children(above.i, "aux"))
    return "hypothetical" if modal and any(c.lower in {"a", "an"} for c in parse.children(noun.i, "det")) else None


_STATES = frozenset("custody detention confinement trial strike investigation siege curfew lockdown blockade".split())


def in_state(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Nine clerks are | on strike |", "the cook is not | in custody |": how it stands with somebody now."""
    beings = {c.lower for c in parse.children(noun.i, "cop")}
    if not beings or noun.lemma.lower() not in _STATES or case_of(parse, noun.i) not in {"in", "on", "under"}:
        return None
    if any(c.lower in {"not", "n't", "n’t", "never", "longer"} for c in parse.children(noun.i, "advmod")):
        return "negated"
    if any(c.lower in {"if", "unless", "whether"} for c in parse.children(noun.i, "mark")):
        return "hypothetical"
    has = any(c.lower in {"has", "have", "'ve", "’ve"} for c in parse.children(noun.i, "aux"))
    has = has or any(c.lower in {"now", "currently", "still"} for c in parse.children(noun.i, "advmod"))
    return "ongoing" if beings & {"is", "are", "'s", "’s", "'re", "’re", "am"} or has else None


_CALLING = frozenset({"call", "declare", "announce", "schedule", "plan", "set", "organise", "organize"})
_GATHERINGS = frozenset("strike protest demonstration rally march walkout vigil sit-in stoppage shutdown".split())


def called_for(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Called | a strike | for Thursday": whoever calls it for a day does not hold it yet."""
    verb = parse.tokens[noun.head]
    if verb.lemma.lower() == "call" and noun.dep == "obj" and noun.lemma.lower() in {"meeting", "summit", "session"}:
        return "planned"  # "called | an emergency meeting |"
    if noun.lemma.lower() not in _GATHERINGS or verb.lemma.lower() not in _CALLING or noun.dep not in _CALLED:
        return None
    below = (*parse.children(noun.i, "nmod", "nmod:unmarked"), *parse.children(verb.i, "obl", "obl:unmarked"))
    days = [c.i for c in below if case_of(parse, c.i) == "for" and c.i > noun.i]
    dated = [t for t in parse.times if t.kind == "date" and any(t.start <= i < t.end for i in days)]
    return "planned" if dated else None


_CALLED = frozenset({"obj", "nsubj:pass"})
_DEVOTED = frozenset({"dedicate", "devote"})
_TALKING = frozenset({"tweet", "talk", "joke", "muse", "fantasise", "fantasize", "dream", "think"})


def only_talked_of(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Tweeted about | firing missiles at Orland": nobody says that he did."""
    above = parse.tokens[verb.head]
    if verb.tag == "VBG" and above.tag == "VBN" and above.lemma.lower() in _DEVOTED and above.dep in {"acl", "amod"}:
        return "hypothetical"  # "a body dedicated to | investigating the raid |": what it is for
    if verb.tag == "VBG" and _is_at_issue(parse, verb):
        return "hypothetical"
    if verb.tag != "VBG" or above.lemma.lower() not in _TALKING:
        return None
    if parse.children(verb.i, "aux", "aux:pass", "nsubj"):
        return None
    return "hypothetical" if any(c.lower == "about" for c in parse.children(verb.i, "mark", "case")) else None


def _is_at_issue(parse: Parse, verb: Token) -> bool:
    """ "To end a standoff on | handing over | the town", "is upbeat about | signing | it": what is thought of."""
    marks = [c for c in parse.children(verb.i, "mark", "case") if c.lower in {"on", "over", "about"}]
    if not marks or marks[0].i != verb.i - 1:
        return False
    above = (parse.tokens[marks[0].i - 1], parse.tokens[verb.head], *parse.children(verb.head, "obj"))
    return any(t.lemma.lower() in _ISSUES for t in above if marks[0].i - 3 <= t.i < marks[0].i)


_ISSUES = frozenset(
    """standoff stand-off dispute disagreement deadlock impasse discussion debate negotiation talk talks dialogue
    pessimism optimism misgiving doubt hesitation scepticism skepticism reservation qualm enthusiasm pessimistic
    optimistic upbeat sceptical skeptical hopeful wary hesitant enthusiastic""".split()
)


def is_wished(parse: Parse, verb: Token) -> bool:
    """ "Asks that the thieves | be tried | at once": a bare "be" is a wish, and no report."""
    if verb.tag != "VBN" or not any(c.lower == "be" for c in parse.children(verb.i, "aux:pass")):
        return False
    if parse.children(verb.i, "aux") or any(c.lower == "to" for c in parse.children(verb.i, "mark")):
        return False
    that = any(c.lower == "that" for c in parse.children(verb.i, "mark"))
    return that and bool(parse.children(verb.i, "nsubj:pass", "nsubj"))


def is_wanted(parse: Parse, verb: Token) -> bool:
    """ "Would rather have the men | tried | at home", "would like to see them | freed |": so far a wish."""
    if verb.tag != "VBN" or verb.dep not in {"acl", "xcomp", "ccomp"}:
        return False
    above = parse.tokens[verb.head]
    having = parse.tokens[above.head] if above.is_noun and above.dep == "obj" else above
    if having.tag != "VB" or having.lemma.lower() not in {"have", "see"}:
        return False
    told = {c.lower for c in parse.children(having.i, "aux", "advmod", "mark")}
    liking = parse.tokens[having.head]
    likes = having.dep == "xcomp" and liking.lemma.lower() in {"like", "want", "love", "prefer", "wish", "hope"}
    return {"would", "rather"} <= told or likes


def on_the_march(parse: Parse, verb: Token) -> bool:
    """ "Thousands march to | protest the siege": who goes out into the street to protest does so."""
    if _is_out_to(parse, verb):
        return True
    before = parse.tokens[max(verb.i - 2, 0)]
    going = verb.i > 1 and parse.tokens[verb.i - 1].lower == "to" and before.lower in _MARCHING
    return going and verb.lemma.lower() in {"protest", "denounce"} and before.tag != "VB"


_BY_WHICH = frozenset(
    "block barricade occupy burn gather rally march demonstrate assemble strike fast camp throng flood walk set "
    "blockade torch chant wave hoist stage boycott".split()
)


def _is_out_to(parse: Parse, verb: Token) -> bool:
    """ "Block a road | to protest | a law", "burnt flags to denounce it": what they do is the protest."""
    above = parse.tokens[verb.head]
    to = any(m.lower == "to" for m in parse.children(verb.i, "mark"))
    done = above.tag in {"VBD", "VBZ", "VBP", "VBG"} and not parse.children(above.i, "aux", "mark")
    if not to or not done or verb.lemma.lower() not in {"protest", "denounce"}:
        return False
    return above.lemma.lower() in _BY_WHICH or _do_many(parse, above, verb)


_IN_NUMBERS = frozenset({"dozen", "hundred", "thousand", "score", "crowd", "group", "people", "resident", "villager"})
_BY_ACTS = frozenset(
    "circle surround drive ride sit lie stand shout honk sing wear carry paint lock chain dump hurl throw tear beat "
    "bang light leave crowd pack swarm fill line encircle cycle walk hold block clog jam shave strip".split()
)


def _do_many(parse: Parse, above: Token, verb: Token) -> bool:
    """ "Dozens of drivers circled the palace | to protest | a tax": many do what is seen and heard, in the street."""
    if verb.dep != "advcl" or above.lemma.lower() not in _BY_ACTS:
        return False
    who = parse.children(above.i, "nsubj")
    return any(w.tag in {"NNS", "NNPS"} or w.lemma.lower() in _IN_NUMBERS for w in who)


def goes_on(parse: Parse, verb: Token) -> bool:
    """ "Provided the rebels stop | killing farmers": they do it now."""
    above = parse.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "xcomp" or above.lemma.lower() not in {"stop", "cease", "halt", "quit"}:
        return False
    return any(c.lower in {"provided", "providing", "if", "unless"} for c in parse.children(above.i, "mark"))


def unconfirmed(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Did not confirm | the meeting": nobody knows."""
    denied = any(c.lower in {"not", "n't", "n’t", "never"} for c in parse.children(governor.i, "advmod"))
    asked = current.is_noun and current.dep == "obj" and governor.lemma.lower() == "confirm"
    return "hypothetical" if asked and denied else None


def was_made(parse: Parse, noun: Token, verb: Token) -> bool:
    """ "The man who planned | the attack": it was made, as against "a man who planned an attack"."""
    if well_planned(parse, noun, verb):
        return True
    clauses = (parse.tokens[i] for i in parse.subtree(noun.i) if parse.tokens[i].dep == "acl:relcl")
    done = any(_is_past(parse, c) and c.lemma.lower() in {"kill", "wound", "injure"} for c in clauses)
    past = verb.tag == "VBD" or any(c.lower == "had" for c in parse.children(verb.i, "aux"))
    begun = any(c.tag == "VBN" and c.lower in _CARRIED for c in parse.children(noun.i, "acl"))
    if begun and noun.dep == "obj" and verb.lemma.lower() in {"plan", "plot", "prepare"} and verb.tag != "VB":
        return True  # "were preparing the offensive | launched on Saturday |"
    helped = parse.tokens[verb.head]
    if verb.tag == "VB" and verb.dep == "xcomp" and helped.tag == "VBD" and helped.lemma.lower() == "help":
        verb = helped if noun.dep == "obj" and verb.lemma.lower() in {"plan", "plot", "prepare"} else verb
        if verb is helped and _is_blow(parse, noun):
            return True  # "those who helped plan | the bombings of three hotels |"
    if done and past and noun.dep == "obj" and verb.lemma.lower() in {"plan", "plot"}:
        return True  # "planned the attack on the mill | that killed nine |"
    if verb.tag == "VBG" and verb.lemma.lower() in {"plan", "plot"} and noun.dep == "obj" and _is_known(parse, noun):
        return True  # "is accused of plotting | the May 7 attacks |"
    told = verb.tag == "VBD" and verb.dep == "acl:relcl" and verb.lemma.lower() in {"plan", "plot", "prepare"}
    the = any(c.lower in {"the", "that", "this", "these", "those"} for c in parse.children(noun.i, "det"))
    return told and the and noun.dep == "obj" and noun.lemma.lower() in _BLOWS


_CARRIED = frozenset({"launched", "carried", "staged", "unleashed", "begun"})


def _is_blow(parse: Parse, noun: Token) -> bool:
    the = any(c.lower in {"the", "these", "this"} for c in parse.children(noun.i, "det"))
    return the and noun.lemma.lower() in _BLOWS


def _is_known(parse: Parse, noun: Token) -> bool:
    """ "The | 2015 | attacks", "the bombing | that killed nine |": called by its day or its dead, it was done."""
    the = any(c.lower == "the" for c in parse.children(noun.i, "det"))
    below = set(parse.subtree(noun.i))
    dated = any(t.kind == "date" and t.start in below and t.end <= noun.i for t in parse.times)
    clauses = parse.children(noun.i, "acl:relcl")
    return the and (dated or any(c.tag == "VBD" and c.lemma.lower() in {"kill", "wound", "injure"} for c in clauses))


def put_off(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "The trial | was delayed until Sunday": it is due then, and not called off."""
    if governor.lemma.lower() not in _PUTTING_OFF or not current.is_noun or current.dep not in {"obj", "nsubj:pass"}:
        return None
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    when = [c for c in parse.children(governor.i, "obl", "nmod") if case_of(parse, c.i) in _TO_WHEN]
    return "planned" if any(times & set(parse.subtree(c.i)) for c in when) else None


def worked_for(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Are working | to free the two": tried, and not done yet."""
    plain = current.tag == "VB" and current.dep in {"xcomp", "advcl"}
    to = any(c.lower == "to" for c in parse.children(current.i, "mark"))
    if plain and to and governor.is_verb and governor.lemma.lower() in {"work", "struggle"}:
        return "attempted"
    fought = governor.is_noun and governor.lemma.lower() in _STRUGGLES and current.dep == "acl"
    return "attempted" if fought and to and current.tag == "VB" else None


_STRUGGLES = frozenset({"campaign", "fight", "battle", "struggle"})  # "the campaign | to drive them from the valley"


def at_last(parse: Parse, verb: Token) -> bool:
    """ "Did not recognise it | until 1954": then it did; "will not sign until they leave" tells of nothing done."""
    if not any(c.lower in _BEGUN for c in parse.children(verb.i, "aux", "aux:pass")):
        return False
    if any(c.tag == "MD" or c.lower in {"being", "been"} for c in parse.children(verb.i, "aux")):
        return False
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    for child in parse.children(verb.i, "obl", "obl:unmarked", "advcl"):
        until = any(c.lower in {"until", "till"} for c in parse.children(child.i, "case", "mark"))
        if until and child.dep == "advcl" and _is_past(parse, child):
            return True
        if until and child.dep != "advcl" and times & set(parse.subtree(child.i)):
            return True
    return False


def _is_past(parse: Parse, verb: Token) -> bool:
    beside = {c.lower for c in parse.children(verb.i, "aux:pass", "aux")}
    return verb.tag == "VBD" or bool(beside & {"was", "were", "had"})


def before_it(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Spoke a week | before he | makes his visit": what is told in the present after a past lies ahead."""
    if verb.dep != "advcl" or not any(c.lower == "before" for c in parse.children(verb.i, "mark")):
        return None
    passive = verb.tag == "VBN" and any(c.lower in {"is", "are"} for c in parse.children(verb.i, "aux:pass"))
    above = parse.tokens[verb.head]
    if above.tag == "VBG" and above.dep == "advcl":  # "ratified it, clearing the way | before she joins"
        above = parse.tokens[above.head]
    told = above.tag == "VBD" or any(c.lower in {"has", "have"} for c in parse.children(above.i, "aux"))
    told = told or (above.lemma.lower() == "come" and above.tag in {"VBZ", "VBP"})  # "his words come as she prepares"
    return "planned" if told and (passive or verb.tag in {"VBZ", "VBP"}) else None


def in_question(parse: Parse, noun: Token, called: Token) -> EventStatus | None:
    """ "A meeting between them | would be the first": nobody says that it will be; "ties will not be possible"."""
    if noun.dep not in {"nsubj", "csubj"} or not parse.children(called.i, "cop"):
        return None
    modal = {c.lower for c in parse.children(called.i, "aux") if c.tag == "MD"}
    if called.lower in {"possible", "impossible"}:
        return "hypothetical"
    gathering = noun.lemma.lower() in _GATHERINGS and "would" in modal
    return "hypothetical" if gathering and not _is_timed(parse, noun) else None


def _is_timed(parse: Parse, noun: Token) -> bool:
    below = set(parse.subtree(noun.i))
    return any(t.start in below for t in parse.times if t.kind in {"date", "time"})


def is_price(parse: Parse, noun: Token) -> bool:
    """Whether a noun stands behind "in exchange for", "in return for"; also "for peace and | their release |"."""
    first = parse.tokens[noun.head]
    while noun.dep == "conj" and first.is_noun and first.dep == "nmod":
        if is_price(parse, first):
            return True
        first = parse.tokens[first.head]
    for case in parse.children(noun.i, "case"):
        before = parse.tokens[max(case.i - 2, 0) : case.i]
        if case.lower == "for" and [t.lower for t in before][:1] == ["in"] and before[-1].lower in _PRICE:
            return True
    return False


# What is only offered, asked for or thought of has no price paid for it.
_ASKED: dict[EventStatus, EventStatus] = {
    "planned": "demanded",
    "demanded": "demanded",
    "threatened": "demanded",
    "hypothetical": "demanded",
    "attempted": "demanded",
    "negated": "negated",
}


_PACTS = frozenset({"deal", "agreement", "accord", "pact", "bargain", "arrangement"})


def as_price(parse: Parse, clause: Token, given: EventStatus) -> EventStatus:
    """What the price in a clause is, by the status of what is given for it; both sides "agree to send him for" it."""
    above = parse.tokens[clause.head]
    agreed = clause.dep == "xcomp" and above.lemma.lower() in {"agree", "decide"}
    if clause.dep == "acl" and above.lemma.lower() in _PACTS and given != "negated":
        return "planned"  # "a deal to empty the town in exchange for | the release of prisoners"
    return "planned" if agreed and given == "planned" else _ASKED.get(given, "happened")


def as_most(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Most hostages | are released unharmed": how it goes as a rule."""
    now = verb.tag == "VBN" and any(c.lower in {"is", "are"} for c in parse.children(verb.i, "aux:pass"))
    if not now or parse.children(verb.i, "aux"):
        return None
    told = parse.children(verb.i, "nsubj:pass")
    many = any(c.lower in _MOST for t in told if t.tag == "NNS" for c in parse.children(t.i, "amod", "det"))
    start, end = parse.sentences[parse.sentence(verb.i)]
    dated = any(start <= t.start < end for t in parse.times if t.kind in {"date", "time"})
    return "habitual" if many and not dated else None
