"""Which words fill which slot of a verb or noun: subject, object, "by", "of" ... over every form a clause takes.

Slots are named as in the ontology. Active, passive, relative, participial, controlled and conjoined verbs all come
out alike, so a trigger says once who acts and who suffers.
"""

from __future__ import annotations

from whosays.coding.words.contact import told_of
from whosays.coding.words.conveyed import whose_aim
from whosays.coding.words.guests import guest
from whosays.coding.words.mentions import case_of
from whosays.coding.words.relatives import SUBJECTS
from whosays.coding.words.understood import counted_before, is_passive, real_filler, understood_subject
from whosays.parse import Parse, Token

_PREPOSITIONS = {
    "onto": "on", "upon": "on", "towards": "to", "toward": "to", "inside": "in", "within": "in", "throughout": "in",
    "across": "in", "alongside": "with", "among": "between", "amongst": "between", "off": "from", "out": "from",
    "outside": "near", "behind": "near", "beside": "near", "opposite": "near", "beneath": "under", "following": "after",
}  # fmt: skip
SIDES = frozenset(
    "front vicinity entrance door gate side back rear basement lobby courtyard facade wall roof engine trunk boot "
    "cabin".split()
)

Slots = dict[str, tuple[int, ...]]


def slot_of_case(word: str) -> str:
    """The slot that a preposition opens."""
    return _PREPOSITIONS.get(word, word)


def slots_of(parse: Parse, i: int) -> Slots:
    """Slot -> the head tokens that fill it (first conjuncts only), for the verb, noun or adjective at ``i``."""
    token = parse.tokens[i]
    found: dict[str, list[int]] = {}
    if token.is_verb:
        _verb(parse, token, found)
    else:
        _noun(parse, token, found)
    return {slot: tuple(dict.fromkeys(heads)) for slot, heads in found.items()}


def _put(found: dict[str, list[int]], slot: str, filler: int | None) -> None:
    if filler is not None:
        found.setdefault(slot, []).append(filler)


def _verb(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    passive = is_passive(parse, token.i)
    gifts = (c for c in parse.children(token.i, "obj", "xcomp") if c.dep == "obj" or c.is_noun)
    given = passive and token.lemma.lower() in _GIVING and any(gifts)
    for child in parse.children(token.i):
        if child.i > token.i and child.dep in SUBJECTS and child.lower in _EACH:
            _each(parse, child, found)
        elif child.dep == "obj" and passive and not given and _is_fine(parse, child):
            continue  # "was jailed and fined | two million |": how much
        elif child.dep == "nsubj:outer" and parse.children(token.i, "nsubj"):
            continue  # "| One | is that rebels planned it": the rebels did
        elif child.dep in {"nsubj:pass", "obj", *SUBJECTS}:
            aiming = whose_aim(parse, token) if child.dep == "nsubj:outer" else None
            filler = real_filler(parse, token.i, child) if aiming is None else aiming
            _put(found, _core(child, passive=passive, given=given), filler)
        elif child.dep == "iobj":
            _put(found, "iobj", child.i)
        elif child.dep == "obl:agent":
            _put(found, "subject", child.i)
        elif child.dep in {"obl", "nmod"} or (child.dep == "xcomp" and child.is_noun and case_of(parse, child.i)):
            _oblique(parse, token, child, found, passive=passive)  # also "ordered him | into custody"
    _beside_first(parse, token, found, passive=passive)
    counted = counted_before(parse, token)
    if counted is not None and passive and "object" not in found:
        _put(found, "object", counted)
    side = "object" if passive else "subject"
    if side not in found:
        _put(found, side, understood_subject(parse, token.i))
    if passive and "subject" not in found:
        _put(found, "subject", _nested_agent(parse, token))
    elif not passive and "object" not in found:
        _shared_object(parse, token, found)
        _of_bare_clause(parse, token, found)


def _of_bare_clause(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    """ "The baker | they kidnapped": what a clause tells of that has no word for it."""
    if "object" not in found:
        _put(found, "object", told_of(parse, token))


def _is_charge(parse: Parse, child: Token) -> bool:
    """ "Charged him | with stealing | a boat": what he is charged with is a clause."""
    with_it = child.tag == "VBG" and any(m.lower == "with" for m in parse.children(child.i, "mark", "case"))
    return with_it and child.dep != "obl" and not parse.children(child.i, "nsubj", "nsubj:pass")


def _is_fine(parse: Parse, child: Token) -> bool:
    """Whether the object of "fined" is an amount."""
    counts = any(c.tag in {"CD", "$"} for c in (child, *parse.children(child.i)))
    return counts and parse.tokens[child.head].lemma.lower() == "fine"


def _core(child: Token, *, passive: bool, given: bool) -> str:
    if child.dep == "obj":
        return "object"
    if given:  # "the king | was granted asylum": to him
        return "iobj"
    return "object" if passive or child.dep == "nsubj:pass" else "subject"


def _beside_first(parse: Parse, token: Token, found: dict[str, list[int]], *, passive: bool) -> None:
    """What trees hang on a neighbour: "arrested and | charged him | with fraud", "found | Ana Ruiz guilty"."""
    for charge in (c for c in parse.children(token.i) if token.lemma.lower() == "charge" and _is_charge(parse, c)):
        _put(found, "with", charge.i)
    first = parse.tokens[token.head]
    if token.dep == "conj" and first.i == token.i - 2 and parse.tokens[token.i - 1].dep == "cc" and first.is_verb:
        for child in parse.children(first.i, "obl"):
            if child.i > token.i and case_of(parse, child.i) == "with":
                _oblique(parse, token, child, found, passive=passive)
    if passive or "object" in found:
        return
    verdicts = (c for c in parse.children(token.i, "ccomp") if c.lower == "guilty" and not parse.children(c.i, "cop"))
    for state in (*parse.children(token.i, "xcomp"), *verdicts):  # "found | six bakers guilty |", taken for a clause
        for owner in parse.children(state.i, "nmod:poss") if state.lower == "guilty" else ():
            _put(found, "object", owner.i)  # "found | her | guilty", taken for whose
        if state.tag == "JJ":
            for child in parse.children(state.i, "nsubj"):
                _put(found, "object", child.i)


# Verbs with two objects: of their passives the subject is who gets something.
_GIVING = frozenset("give grant award offer hand send lend deny refuse pay promise accord issue".split())
_EACH = frozenset({"one", "another", "first"})


def _each(parse: Parse, first: Token, found: dict[str, list[int]]) -> None:
    """ "Two bombs went off, | one at the park and another at a bank": the places of each."""
    for one in (first, *parse.children(first.i, "conj")):
        for child in parse.children(one.i, "nmod", "obl"):
            _put(found, slot_of_case(case_of(parse, child.i)), child.i)


_WHY = frozenset({"for", "over", "after", "on"})
_WORKS = frozenset(
    "statement report film book song article letter speech decision plan proposal attack raid arrest capture trial "
    "conviction detention deportation extradition request visit appeal".split()
)


_RULING = frozenset({"order", "rule", "decree", "direct", "instruct"})


def _nested_agent(parse: Parse, verb: Token) -> int | None:
    """ "Jailed for her views | by the regime", "shot dead | by masked men": the agent, hung on the words between."""
    if verb.dep == "ccomp" and parse.tokens[verb.head].lemma.lower() in _RULING:
        rulers = parse.children(verb.head, "nsubj")  # "a court ordered that they be released"
        return rulers[0].i if rulers and not is_passive(parse, verb.head) else None
    for child in parse.children(verb.i, "xcomp"):
        for agent in parse.children(child.i, "obl:agent"):
            return agent.i
        if child.lower == "guilty":  # "was found guilty | of bribery | by a court"
            held = [c for o in parse.children(child.i, "obl") for c in (o, *parse.children(o.i, "nmod"))]
            told = [c.i for c in held if case_of(parse, c.i) == "by"]
            if told:
                return told[0]
    beside = [parse.tokens[verb.head]] if verb.dep == "conj" else []
    for other in (*beside, *parse.children(verb.i, "conj")):  # "were expelled | and killed by the militia"
        agents = [a.i for a in parse.children(other.i, "obl:agent") if a.i > max(verb.i, other.i)]
        own = parse.children(max(other.i, verb.i), "nsubj", "nsubj:pass", "aux:pass")
        undone = other.i > verb.i and other.lemma.lower() in _UNDOING and verb.lemma.lower() not in _UNDOING
        if undone:
            continue  # "was jailed in May and released | by a court |": who let him go had not jailed him
        if agents and other.tag == "VBN" and not own:  # "were sent | and were stopped by the militia": two who act
            return agents[0]
    for child in parse.children(verb.i, "obl", "nmod"):
        where = child.tag.startswith("NNP") and case_of(parse, child.i) in {"to", "in", "at", "near", "from"}
        where = where or (case_of(parse, child.i) == "from" and child.lemma.lower() in _TAKEN_FROM)
        why = case_of(parse, child.i) in _WHY or where  # "was sent to the Gulf | by Veldia"
        if not why or child.lemma.lower() in _WORKS or child.i < verb.i:
            continue
        for agent in parse.children(child.i, "nmod"):
            if case_of(parse, agent.i) == "by":
                return agent.i
    return _in_hands_of(parse, verb)


_TAKEN_FROM = frozenset("camp house home village farm hotel office school church compound bus car street".split())
_UNDOING = frozenset("release free acquit pardon clear reinstate rescue ransom bail exonerate lift reopen".split())
# Who has somebody in his hands does to him what is told next.
_OVERPOWERING = frozenset(
    "chase pursue surround corner encircle intercept track hunt stop catch overpower subdue disarm drag round capture "
    "seize take beat torture question interrogate confront ambush trap find locate discover spot hold detain "
    "abduct kidnap snatch".split()
)
_CARRIED_OFF = frozenset({"abduct", "kidnap", "snatch"})


def _in_hands_of(parse: Parse, verb: Token) -> int | None:
    """ "Was chased | by police | and shot dead"."""
    first = parse.tokens[verb.head]
    if verb.dep != "conj" or first.lemma.lower() not in _OVERPOWERING or not first.i < verb.i:
        return None
    own = parse.children(verb.i, "nsubj", "nsubj:pass", "obl:agent")
    agent = next(iter(parse.children(first.i, "obl:agent")), None)
    if own or agent is None:
        return None
    if first.lemma.lower() in _CARRIED_OFF and verb.lemma.lower() in _UNDOING:
        return None  # "was abducted by the Front | and later freed |": others may have done that
    bystanders = verb.lemma.lower() in {"arrest", "detain"} and agent.lemma.lower() in _BYSTANDERS
    return None if bystanders else agent.i  # "was overpowered by | travellers | and arrested": not by them


_BYSTANDERS = frozenset(
    "traveller traveler passenger passer-by passerby bystander resident neighbour neighbor customer worshipper "
    "villager driver student teacher crowd onlooker shopper guest pedestrian".split()
)


def _oblique(parse: Parse, token: Token, child: Token, found: dict[str, list[int]], *, passive: bool) -> None:
    cases = [c.lower for c in parse.children(child.i, "case") if c.i < child.i]
    particle = len(cases) == 2 and cases[0] in {"over", "back"} and cases[1] == "to"  # "handed them | over to | Orli"
    slot = "to" if particle else slot_of_case(case_of(parse, child.i))
    slot, child = _beside(parse, slot, child)
    if slot == "by" and passive:
        slot = "subject"
    numbers = [n for n in parse.children(child.i, "nummod") if parse.children(n.i, "conj")]
    if slot == "between" and numbers and not parse.children(token.i, "obj"):
        slot = "object"  # "killed between eight and ten soldiers"
    if child.lower in _BESIDE_IT.get(slot, ()) and not parse.children(child.i, "det", "nmod:poss", "amod"):
        return  # "struck a van | on patrol", "closed its consulate | in response to the raid"
    if slot:
        _put(found, slot, real_filler(parse, token.i, child))


_BESIDE_IT = {
    "on": frozenset({"patrol", "duty", "leave", "foot", "guard", "alert"}),
    "in": frozenset({"response", "retaliation", "return", "exchange", "reply", "revenge", "reprisal"}),
}
_BIDDING = frozenset({"order", "decree", "ruling", "directive", "decision", "command"})


def _beside(parse: Parse, slot: str, child: Token) -> tuple[str, Token]:
    """ "in front of the bank", "at the gate of the camp": near the thing itself."""
    inner = [c for c in parse.children(child.i, "nmod") if case_of(parse, c.i) == "of"]
    if slot == "in" and child.lower == "direction" and inner:  # "fired | in the direction of the crowd"
        return "at", inner[0]
    if slot == "at" and child.lower == "hands" and inner:  # "killed | at the hands of the rebels"
        return "by", inner[0]
    if slot in {"by", "on"} and child.lemma.lower() in _BIDDING and inner:  # "was held | by order of the court"
        return "by", inner[0]
    if slot in {"in", "at", "near", "on"} and child.lemma.lower() in SIDES and inner:
        return "near", inner[0]
    return slot, child


def _shared_object(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    """ "attacked and looted the village" hangs the object on one verb only; the earlier verb shares a later one's."""
    first = parse.tokens[token.head]
    between = parse.tokens[first.i + 1 : token.i - 1]
    held = [t for t in between if t.dep in {"xcomp", "compound:prt"} or (t.dep == "advmod" and t.lower in _PARTICLES)]
    close = token.i - len(held) == first.i + 2  # "tied | up | and shot him", "holding | captive | and beheading"
    if token.dep == "conj" and close and parse.tokens[token.i - 1].dep == "cc" and first.is_verb:
        for child in parse.children(first.i, "obj"):  # "shot and | arrested him", with the object on the first
            if child.i > token.i and not parse.children(token.i, "obj", "ccomp", "xcomp"):
                _put(found, "object", child.i)
    _put(found, "object", _object_of_row(parse, first, token) if "object" not in found else None)
    others = [c for c in parse.children(first.i, "conj") if c.i > token.i] if token.dep == "conj" else []
    for later in others:  # "beat, | tortured |, and killed nine men": all three of them
        if later.is_verb and first.is_verb and _in_one_row(parse, first.i, later) and "object" not in found:
            for child in parse.children(later.i, "obj"):
                _put(found, "object", child.i)
    for later in parse.children(token.i, "conj"):
        if not later.is_verb or parse.children(token.i, "obj"):
            continue
        beside = parse.tokens[later.i - 1].dep == "cc" and later.i == token.i + 2  # "arrested and charged him"
        beside = beside or _in_one_row(parse, token.i, later)
        through = _left_open(parse, token.i, later)
        if through and through not in found:  # "crack down | on | and arrest nine marchers"
            for child in parse.children(later.i, "obj"):
                _put(found, through, child.i)
        if beside or token.dep == "conj":
            for child in parse.children(later.i, "obj"):
                _put(found, "object", child.i)


_PARTICLES = frozenset({"over", "down", "up"})  # "ran | over | and wounded them"


def _left_open(parse: Parse, first: int, later: Token) -> str:
    """ "Crack down | on | and arrest them": the slot of a preposition whose noun is that of the next verb."""
    between = parse.tokens[first + 1 : later.i]
    open_at = len(between) - 2
    if open_at < 0 or between[-1].dep != "cc" or between[open_at].tag not in {"IN", "RP"}:
        return ""
    plain = all(t.tag in {"RP", "RB", "IN"} for t in between[:-1])
    return slot_of_case(between[open_at].lower) if plain and between[open_at].lower in _OPEN else ""


_OPEN = frozenset({"on", "against", "with"})


def _object_of_row(parse: Parse, first: Token, token: Token) -> int | None:
    """ "Seized, beat and | stabbed | a man", with the man on the first."""
    row = [c for c in parse.children(first.i, "conj") if c.is_verb]
    if (
        token.dep != "conj"
        or not first.is_verb
        or not row
        or not _in_one_row(parse, first.i, row[-1])
        or parse.children(token.i, "ccomp", "xcomp")
    ):
        return None
    return next((c.i for c in parse.children(first.i, "obj") if c.i > row[-1].i), None)


def _in_one_row(parse: Parse, first: int, last: Token) -> bool:
    """ "| Jailed |, beat, and | shot | nine men": nothing but verbs of one form between the two."""
    between = parse.tokens[first + 1 : last.i]
    alike = all(t.dep in {"punct", "cc", "advmod"} or (t.dep == "conj" and t.is_verb) for t in between)
    return alike and parse.tokens[first].tag == last.tag and any(t.dep == "cc" for t in between)


def _noun(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    for child in parse.children(token.i):
        if child.dep in {"nmod", "obl", "obl:agent"}:
            slot, filler = _beside(parse, slot_of_case(case_of(parse, child.i)), child)
            if slot and not (slot == "by" and _is_gathering(parse, token, child)):
                _put(found, slot, filler.i)
        elif child.dep == "nmod:poss":
            _put(found, "poss", _whose(parse, token, child))
        elif child.dep in {"compound", "nmod:desc", "flat"} and child.i < token.i:
            _put(found, "compound", child.i)
        elif child.dep == "amod":
            _put(found, "amod", child.i)
        elif child.dep == "nsubj" and parse.children(token.i, "cop"):
            _put(found, "subject", real_filler(parse, token.i, child))  # "the king, | who | is on a visit to Orli"
    if "of" not in found:
        _put(found, "of", _aimed_at(parse, token))
    if "by" not in found:
        _put(found, "by", _perpetrator(parse, token))
    if "by" not in found:
        _put(found, "by", guest(parse, token))
    if "between" not in found:
        _put(found, "between", _parties_behind(parse, token))
    if token.tag.startswith("JJ") and "subject" not in found:
        _put(found, "subject", _predicated_of(parse, token))


def _is_gathering(parse: Parse, noun: Token, whose: Token) -> bool:
    """ "An explosion at a rally | by the Front |": whose rally it is."""
    by = next((c for c in parse.children(whose.i, "case") if c.lower == "by"), None)
    held = parse.tokens[by.i - 1] if by is not None else noun
    return noun.lemma.lower() in BLASTS and held.i > noun.i and held.lemma.lower() in GATHERINGS


BLASTS = frozenset({"explosion", "blast"})
GATHERINGS = frozenset("rally march meeting gathering ceremony demonstration protest conference celebration".split())


def _whose(parse: Parse, noun: Token, owner: Token) -> int:
    """ "The officials | whose crackdown began": the owner that a relative clause describes."""
    clause = next((a for a in (noun, *parse.ancestors(noun.i)) if a.dep == "acl:relcl"), None)
    if owner.tag == "WP$" and clause is None and owner.i > 1 and parse.tokens[owner.i - 1].text == ",":
        before = next((n for n in parse.names if n.end == owner.i - 1 and n.label != "time"), None)
        return owner.i if before is None else parse.root_of(before.start, before.end)  # whatever the tree makes of it
    return clause.head if owner.tag == "WP$" and clause is not None and clause.head < owner.i else owner.i


def _perpetrator(parse: Parse, token: Token) -> int | None:
    """ "Jan Holub, the perpetrator of | the attack": who is said to have done it."""
    above = parse.tokens[token.head]
    if token.dep != "nmod" or above.lemma.lower() not in {"perpetrator", "mastermind"}:
        return None
    return above.head if above.dep == "appos" else None


def _parties_behind(parse: Parse, token: Token) -> int | None:
    """ "Talks are under way in Orli | between the two sides |": hung on what is said of the talks."""
    above = parse.tokens[token.head]
    if not token.dep.startswith("nsubj") or above.lower not in {"way", "underway"}:
        return None
    told = list(parse.children(above.i, "nmod", "obl"))
    told += [c for t in told for c in parse.children(t.i, "nmod")]
    return next((c.i for c in told if case_of(parse, c.i) == "between"), None)


_AIMS = frozenset({"target", "object", "victim", "scene"})


def _aimed_at(parse: Parse, token: Token) -> int | None:
    """ "The home was the target of | an attack": whom or what a deed is said to have been aimed at."""
    above = parse.tokens[token.head]
    if token.dep != "nmod" or above.lemma.lower() not in _AIMS or not parse.children(above.i, "cop"):
        return None
    subjects = parse.children(above.i, "nsubj")
    return real_filler(parse, above.i, subjects[0]) if subjects else None


def _predicated_of(parse: Parse, token: Token) -> int | None:
    """Whom an adjective is said of: "left five people | dead", "was found | dead", "the dead | soldiers"."""
    governor = parse.tokens[token.head]
    if token.dep == "xcomp" and governor.is_verb:
        for number in parse.children(token.i, "nummod"):
            return number.i  # "left | six | dead": trees hang a bare number on the adjective
        told = parse.children(governor.i, "obj", "nsubj:pass")
        told = told or tuple(
            c for c in parse.children(governor.i, "obl:unmarked") if c.i > governor.i
        )  # no "Friday left"
        told = told or parse.children(governor.i, "nsubj")
        return told[0].i if told else None
    if token.dep == "acl:relcl":  # "the hall, which was | unscathed"
        told = parse.children(token.i, "nsubj", "nsubj:pass")
        return real_filler(parse, token.i, told[0]) if told else None
    if token.dep == "amod" and (parse.children(governor.i, "nummod") or governor.i < token.i):
        return governor.i
    return None
