"""What tells that two words of a sentence, however tied by its syntax, are of two deeds: another day, another blow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_MEANWHILE = frozenset({"while", "whereas"})
_AHEAD = frozenset({"threaten", "vow", "pledge", "promise", "warn", "plan"})
_LIKENING = frozenset({"like", "unlike"})
_ONE_BY_ONE = frozenset({"torture", "sexual"})  # what takes its time, done to each in turn


def are_two(parse: Parse, one: Found, other: Found) -> bool:
    """Whether the words around two triggers say that they tell of two deeds."""
    return any(rule(parse, *pair) for rule in _RULES for pair in ((one, other), (other, one)))


def _on_other_days(parse: Parse, one: Found, other: Found) -> bool:
    """ "Six were killed on May 4, | while on May 9 ten were killed |": each clause has a day of its own."""
    above = (parse.tokens[other.head], *parse.ancestors(other.head))
    clause = next((a for a in above if a.is_verb and _is_meanwhile(parse, a)), None)
    if clause is None:
        return False
    below = set(parse.subtree(clause.i))
    if one.head in below:
        return False
    start, end = parse.sentences[parse.sentence(one.head)]
    dates = [t for t in parse.times if t.kind == "date" and start <= t.start < end]
    days = [
        {parse.tokens[i].lower for t in dates if (t.start in below) == inside for i in range(t.start, t.end)}
        for inside in (True, False)
    ]
    return bool(days[0] and days[1]) and days[0] != days[1]


def _is_meanwhile(parse: Parse, verb: Token) -> bool:
    return any(m.lower in _MEANWHILE for m in parse.children(verb.i, "mark", "advmod"))


def _after_another_blow(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Air strikes killed six bakers | after an assault left two guards dead |": the strikes answered the assault."""
    if deed.carrier is None or effect.trigger.effect is None or parse.tokens[deed.head].dep != "nsubj":
        return False
    clause, verb = parse.tokens[deed.carrier], parse.tokens[effect.head]
    if clause.dep != "advcl" or clause.head != verb.i or not verb.is_verb or clause.i < verb.i:
        return False
    opened = {c.lower for i in (clause.i, deed.head) for c in parse.children(i, "mark", "case")}
    return "after" in opened and bool(parse.children(verb.i, "nsubj")) and bool(parse.children(verb.i, "obj"))


def _came_under(parse: Parse, deed: Found, met: Found) -> bool:
    """ "Troops | came under fire | during their raid on a mill": they raided, and others attacked them."""
    return parse.tokens[met.head].lemma.lower() == "come" and deed.head in met.slots.get("during", ())


def _only_announced(parse: Parse, ahead: Found, done: Found) -> bool:
    """ "Threatened to wipe out the rebels | as it bombed a port |": one is a threat, the other a deed."""
    verb, clause = parse.tokens[ahead.head], parse.tokens[done.head]
    if clause.dep != "advcl" or clause.tag not in {"VBD", "VBZ", "VBP"} or verb.tag != "VB":
        return False
    announced = verb.dep in {"xcomp", "ccomp", "advcl"} and parse.tokens[verb.head].lemma.lower() in _AHEAD
    return announced and clause.head in {verb.i, verb.head} and bool(parse.children(clause.i, "nsubj"))


def _likened(parse: Parse, one: Found, other: Found) -> bool:
    """ "In his shelling of mills, | as in the siege | of Kest": another, named for comparison."""
    return _is_likened(parse, other.head) and one.head not in parse.subtree(other.head)


def _is_likened(parse: Parse, noun: int) -> bool:
    """Whether a noun stands behind "like", "unlike" or "as in"."""
    if parse.tokens[noun].is_verb:
        return False
    opened = parse.children(noun, "case", "mark")
    if any(c.lower in _LIKENING for c in opened):
        return True
    as_in = (c for c in opened if c.lower == "as" and c.i + 1 < len(parse.tokens))  # trees hang the "in" on the "as"
    return any(parse.behind(c.i).lower == "in" for c in as_in)


def _each_in_turn(parse: Parse, one: Found, other: Found) -> bool:
    """ "Accused of torturing a cook | and murdering his sons |": to others, and not by the same act."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if not (first.is_verb and second.is_verb) or second.dep != "conj" or second.head != first.i:
        return False
    objects = [parse.children(t.i, "obj") for t in (first, second)]
    if not objects[0] or not objects[1] or objects[1][0].tag == "PRP":
        return False
    return one.trigger.mode in _ONE_BY_ONE and other.trigger.mode != one.trigger.mode


def _taken_besides(parse: Parse, one: Found, other: Found) -> bool:
    """ "Known for attacking villagers | and kidnapping children |": done to others, and another time."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if "abduct" not in {one.trigger.mode, other.trigger.mode} or one.trigger.mode == other.trigger.mode:
        return False
    if not (first.is_verb and second.is_verb) or second.dep != "conj" or second.head != first.i:
        return False
    objects = [parse.children(t.i, "obj") for t in (first, second)]
    if not objects[0] or not objects[1] or objects[0][0].i == objects[1][0].i:
        return False
    return all(o.tag == "NNS" and not parse.children(o.i, "nummod", "det") for o, *_ in objects)


def _killed_in_answer(parse: Parse, harm: Found, first: Found) -> bool:
    """ "Six were killed by Orlian troops | after a convoy was bombed |": the troops bombed no convoy."""
    verb, clause = parse.tokens[harm.head], parse.tokens[first.head]
    if (
        clause.dep != "advcl"
        or clause.head != verb.i
        or not (is_passive(parse, verb.i) and is_passive(parse, clause.i))
    ):
        return False
    if not any(m.lower == "after" for m in parse.children(clause.i, "mark")):
        return False
    by = parse.children(verb.i, "obl:agent")
    hit = parse.children(clause.i, "nsubj:pass")
    told = bool(by) and by[0].lemma.lower() not in _MEANS and not parse.children(clause.i, "obl:agent")
    return told and bool(hit) and not any(h.tag.startswith("PRP") or _is_own(parse, h) for h in hit)


def _the_latest_of_them(parse: Parse, many: Found, last: Found) -> bool:
    """ "Millers were killed three times, | most recently when Holub was shot |": one of them, told by itself."""
    clause = parse.tokens[last.head]
    if clause.dep not in {"advcl", "advcl:relcl", "acl:relcl"} or last.head not in parse.subtree(many.head):
        return False
    between = [t.lower for t in parse.tokens[many.head : last.head]]
    latest = any(a == "most" and b == "recently" for a, b in pairwise(between)) or "lately" in between
    return latest and bool(parse.children(clause.i, "nsubj", "nsubj:pass"))


def _during_another(parse: Parse, harm: Found, fight: Found) -> bool:
    """ "Were convicted of | killing six cooks | during an ambush by the Front": each has a doer of its own."""
    told = fight.head in harm.slots.get("during", ()) and bool(fight.slots.get("by"))
    doers = {h for s in ("subject", "by") for h in harm.slots.get(s, ())}
    held = parse.tokens[harm.head].tag == "VBG"  # of a killing that is the only deed of its clause
    return told and held and bool(doers) and not doers & set(fight.slots["by"])


def _shot_back(parse: Parse, met: Found, answer: Found) -> bool:
    """ "Troops | came under fire | and shot | back |": two sides shot, each at the other."""
    first, second = parse.tokens[met.head], parse.tokens[answer.head]
    if second.dep != "conj" or second.head != first.i or not second.is_verb:
        return False
    back = any(c.lower == "back" for c in parse.children(second.i, "advmod", "compound:prt"))
    suffered = first.lemma.lower() == "come" or is_passive(parse, first.i)
    return suffered and back and not parse.children(second.i, "nsubj:pass", "aux:pass")


def _after_they_came(parse: Parse, answer: Found, first: Found) -> bool:
    """ "| The army killed nine rebels after rebels attacked | a post": it answered them."""
    verb, clause = parse.tokens[answer.head], parse.tokens[first.head]
    if clause.dep != "advcl" or clause.head != verb.i or not verb.is_verb or is_passive(parse, verb.i):
        return False
    if not any(m.lower == "after" for m in parse.children(clause.i, "mark")):
        return False
    if is_passive(parse, clause.i):  # "Orland killed six rebels after | its troops | were attacked": by others
        hit = any(_is_own(parse, c) for c in parse.children(clause.i, "nsubj:pass"))
        return hit and bool(parse.children(verb.i, "nsubj"))
    sides = [[c for c in parse.children(t.i, "nsubj") if c.tag.startswith("NN")] for t in (verb, clause)]
    people = answer.trigger.effect is not None and bool(parse.children(verb.i, "obj"))
    many = any(c.tag == "NNS" or c.lower == "police" for c in sides[0])
    if people and many and any(c.lower in {"he", "she"} for c in parse.children(clause.i, "nsubj")):
        return True  # "police shot a man after | he | attacked a mill"
    they = [c for c in parse.children(clause.i, "nsubj") if c.lower == "they" or _is_theirs(parse, c)]
    one = any(c.tag in {"NN", "NNP"} for c in sides[0])
    if people and they and one and any(c.tag == "NNS" for c in parse.children(verb.i, "obj")):
        return True  # "the army killed six rebels after | they | attacked a mill"
    if any(_is_own(parse, c) for c in parse.children(clause.i, "nsubj")):
        return False  # "Orland killed six cooks after | its tanks | opened fire": by that
    told = bool(sides[1]) and (bool(sides[0]) or any(c.tag == "PRP" for c in parse.children(verb.i, "nsubj")))
    return people and told and sides[1][0].lemma.lower() not in _MEANS


def _is_own(parse: Parse, noun: Token) -> bool:
    """ "| Its | tanks": they are of a party that was told before."""
    return any(c.lower in {"its", "their"} for c in parse.children(noun.i, "nmod:poss"))


def _is_theirs(parse: Parse, noun: Token) -> bool:
    return any(c.lower == "their" for c in parse.children(noun.i, "nmod:poss"))


_SPANS = frozenset({"hour", "day", "week", "month", "year"})


def _some_time_after_another(parse: Parse, deed: Found, first: Found) -> bool:
    """ "The killing came | a day after another | judge was shot": that was an earlier deed."""
    clause = parse.tokens[first.head]
    while clause.dep == "conj" and parse.tokens[clause.head].is_verb:
        clause = parse.tokens[clause.head]
    after = next((m.i for m in parse.children(clause.i, "mark") if m.lower == "after"), None)
    if after is None or clause.dep != "advcl" or deed.head in parse.subtree(clause.i):
        return False
    hit = parse.children(clause.i, "nsubj:pass", "obj")
    if any(d.lower == "another" for n in hit for d in parse.children(n.i, "det")):
        return True
    spanned = parse.tokens[after - 1].lemma.lower() in _SPANS
    plain = bool(hit) and not any(n.tag.startswith("PRP") for n in hit)
    return spanned and plain and deed.trigger.event == "ASSAULT" and not parse.tokens[deed.head].is_verb


def _after_an_attempt(parse: Parse, harm: Found, attempt: Found) -> bool:
    """ "The murder of six cooks | following an attempt | on the king's life": nobody dies of an attempt."""
    words = {parse.tokens[i].lower for i in attempt.tokens}
    if "attempt" not in words or harm.trigger.effect != "killed":
        return False
    noun = parse.tokens[attempt.head]
    noun = parse.tokens[noun.head] if noun.dep == "compound" else noun
    return bool({c.lower for c in parse.children(noun.i, "case")} & {"following", "after"})


_HIMSELF = frozenset({"him", "her", "them", "himself", "herself", "themselves"})


def _fell_after_his_own(parse: Parse, harm: Found, first: Found) -> bool:
    """ "| A sentry | was killed after | he | had shot at his comrades": at whose hands, is not told."""
    verb, clause = parse.tokens[harm.head], parse.tokens[first.head]
    if clause.dep != "advcl" or clause.head != verb.i or not is_passive(parse, verb.i) or is_passive(parse, clause.i):
        return False
    if not any(m.lower == "after" for m in parse.children(clause.i, "mark")):
        return False
    hit, doers = parse.children(verb.i, "nsubj:pass"), parse.children(clause.i, "nsubj")
    if parse.children(verb.i, "obl:agent"):
        return False  # "cooks were killed by gunmen after | they | stormed a mill": the gunmen did
    if not hit or not doers or any(parse.tokens[i].lower in _HIMSELF for i in parse.subtree(clause.i)):
        return False
    return doers[0].lower in ({"they"} if hit[0].tag in {"NNS", "NNPS"} else {"he", "she"})


_MEANS = frozenset("bomb grenade drone jet missile rocket shell explosion blast car truck mine device bomber".split())

_RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _on_other_days, _after_another_blow, _came_under, _only_announced, _likened, _each_in_turn,
    _the_latest_of_them, _during_another, _shot_back, _after_they_came, _some_time_after_another, _after_an_attempt,
    _fell_after_his_own, _taken_besides, _killed_in_answer,
)  # fmt: skip
