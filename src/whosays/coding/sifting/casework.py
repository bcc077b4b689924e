"""Words of police and courts that tell of no deed: who is unfit for trial, a smell looked into, papers in a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import EFFECT, Found
from whosays.parse import Parse, Token

_ABLE = frozenset({"competent", "incompetent", "fit", "unfit", "able", "unable", "well", "competency", "fitness"})
_SENSED = frozenset("odor odour smell stench noise sound bang commotion light scent clatter knocking alarm".split())
_PAPERS = frozenset("affidavit motion document paper brief report notice complaint record transcript".split())
_WEIGHING = frozenset({"consider", "suspect", "weigh", "eye", "exclude", "rule", "probe", "examine", "call"})
_CRIMES = frozenset({"arson", "sabotage", "suicide", "homicide", "murder", "theft", "terrorism"})
_TELLING = frozenset(
    "name identity family relative photo photograph picture funeral parent widow body face list".split()
)
_GUARDS = frozenset({"officer", "policeman", "policewoman", "deputy", "guard", "patrolman", "constable"})
_FEW = frozenset({"a", "an", "one", "two", "three", "another"})
_BEING = frozenset({"being", "person", "human", "man", "soul"})


def is_casework(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether a word of the police or of a court tells there of no arrest, no charge, no sentence and no crime."""
    return any(rule(parse, found, parts) for rule in _RULES)


_TAKEN = frozenset("kidnap abduct capture seize take arrest detain round".split())
_CAPTIVES = frozenset({"prisoner", "detainee", "inmate", "captive", "hostage"})


def _is_taken_already(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Two clerks were kidnapped and | held | in a cell", "prisoners | held | in jails": no deed beside the first."""
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    if found.trigger.mode != "arrest" or verb.lemma.lower() != "hold" or verb.head == verb.i:
        return False
    beside = verb.dep == "conj" and above.lemma.lower() in _TAKEN and not parse.children(verb.i, "nsubj:pass")
    return beside or (
        verb.dep == "acl" and above.lemma.lower() in _CAPTIVES and not parse.children(verb.i, "obl:agent")
    )


def _is_fit_for_trial(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Found unfit | to stand trial |": whether he may be tried, and no trial."""
    verb = parse.tokens[found.head]
    able = parse.tokens[verb.head]
    trial = found.trigger.event == "ACCUSE" and "trial" in {parse.tokens[i].lower for i in found.tokens}
    return trial and verb.tag == "VB" and able.i < verb.i and able.lower in _ABLE


_LAWSUIT = frozenset("deposition depositions oath lawsuit lawsuits subpoena subpoenaed plaintiff plaintiffs".split())


def _is_heard_under_oath(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Asked the judge to let it | depose | the secretary" where a lawsuit is told of: a witness, and no king."""
    if parse.tokens[found.head].lemma.lower() != "depose":
        return False
    return any(t.lower in _LAWSUIT for t in parse.tokens)


def _is_led_by_judge(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The judge | who led the trial |": who he is, and not that anybody is tried."""
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    leading = noun.dep in {"obj", "obl"} and verb.lemma.lower() in {"lead", "preside", "oversee", "hear", "handle"}
    return leading and noun.lemma.lower() == "trial" and verb.dep in {"acl:relcl", "acl"}


def _is_smelt(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Went in | to investigate | the smell": nobody is suspected of anything."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "investigate" or not verb.is_verb:
        return False
    return any(c.lemma.lower() in _SENSED for c in parse.children(verb.i, "obj", "nsubj:pass"))


def _is_paper_in_case(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The affidavit | filed in the case |", "filed a motion in the case": a paper of a case that is told of."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "ACCUSE" or verb.lemma.lower() != "file" or not verb.is_verb:
        return False
    below = [c for c in parse.children(verb.i, "obl", "obj", "nmod") if c.lemma.lower() == "case"]
    return any(case_of(parse, c.i) == "in" for c in below)


def _is_weighed(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Officials are considering | arson |", "did not rule out | sabotage": what it may have been."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    bare = token.lemma.lower() in _CRIMES and not parse.children(token.i, "det", "nmod", "nummod", "nmod:poss")
    return bare and not token.is_verb and token.dep == "obj" and verb.lemma.lower() in _WEIGHING


def _was_last_time(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The last time that a court | hanged a baker |": how seldom it does."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    time = parse.tokens[verb.head]
    if verb.dep not in {"acl:relcl", "acl"} or time.lower != "time":
        return False
    return any(c.lower == "last" for c in parse.children(time.i, "amod"))


def _is_of_known_dead(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The families of the bakers | killed | were silent": of whom was told before."""
    verb = parse.tokens[found.head]
    noun = parse.tokens[verb.head]
    if found.trigger.event not in {"ASSAULT", EFFECT} or verb.dep != "acl" or verb.tag != "VBN":
        return False
    if any(p.head != noun.i for p in parts) or parse.children(verb.i, "obl", "obl:agent", "advcl", "obl:unmarked"):
        return False
    the = any(c.lower in {"the", "those"} for c in (noun, *parse.children(noun.i, "det")))
    return the and noun.dep == "nmod" and parse.tokens[noun.head].lemma.lower() in _TELLING


def _is_post(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Two officers were | stationed | on Mill Street when they heard it": a beat, and no forces that move."""
    if (
        found.trigger.event != "MOBILIZE"
        or found.trigger.words[0] != "station"
        or any(p.part == "actor" for p in parts)
    ):
        return False
    posted = [parse.tokens[p.head] for p in parts]
    return bool(posted) and all(_is_guard(parse, t) for t in posted)


def _is_guard(parse: Parse, token: Token) -> bool:
    few = any(c.lower in _FEW for c in parse.children(token.i, "det", "nummod"))
    return token.lemma.lower() in _GUARDS and (few or token.tag == "NN")


def _is_to_anybody(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "It takes nerve | to kill another human being |": whoever it may be."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or verb.tag not in {"VB", "VBG"} or parse.children(verb.i, "aux"):
        return False
    hurt = [parse.tokens[p.head] for p in parts if p.part == "recipient"]
    return bool(hurt) and all(
        t.lower in _BEING and any(parse.tokens[i].lower == "another" for i in parse.subtree(t.i) if i < t.i)
        for t in hurt
    )


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_fit_for_trial,
    _is_heard_under_oath,
    _is_led_by_judge,
    _is_taken_already,
    _is_smelt,
    _is_paper_in_case,
    _is_weighed,
    _was_last_time,
    _is_of_known_dead,
    _is_post,
    _is_to_anybody,
)
