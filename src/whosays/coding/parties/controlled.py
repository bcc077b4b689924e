"""Who is to do what a noun of will leads to: "signed an agreement | to provide | food", "under pressure | to free |".

Only where no slot of the deed's words tells a doer.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive, own_subject
from whosays.parse import Parse, Token

_WILLS = frozenset("effort attempt bid plan drive move campaign push intention intent desire determination".split())
_PACTS = frozenset({"agreement", "deal", "contract", "accord", "pledge", "commitment", "promise"})
_ORDERS = frozenset({"order", "instruction", "command"})
_OPTIONS = frozenset({"possibility", "option", "idea", "prospect", "thought"})
_AIMS = frozenset({"objective", "aim", "goal", "purpose", "intention", "plan", "mission"})
_KEEPING = frozenset({"sign", "make", "have", "reach", "give", "announce", "complete", "conclude", "launch", "begin"})
_FOLLOWING = frozenset({"follow", "obey", "have", "receive", "get"})
_WEIGHING = frozenset({"reject", "consider", "rule", "weigh", "dismiss", "mull", "exclude", "study", "have"})
_PRESSED = frozenset({"face", "resist", "feel"})


def controlled(telling: Telling) -> Iterator[int]:
    """The subject of what a noun of will hangs on, where its own words name nobody who has it."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    if verb.is_noun and verb.dep == "obj" and found.trigger.event in {"COERCE", "SANCTION"}:
        verb = parse.tokens[verb.head]  # "the decision of its rulers to extend | his house arrest |"
    if not verb.is_verb or has_part(parts, "actor") or is_passive(parse, verb.i):
        return
    if verb.tag == "VB" and parse.children(verb.i, "cop"):
        yield from _whose_aim(parse, verb)
    if verb.dep != "acl" or verb.tag not in {"VB", "VBG"}:
        return
    noun = parse.tokens[verb.head]
    if noun.lemma.lower() == "decision":
        yield from (c.i for c in parse.children(noun.i, "nmod:poss"))
        yield from (c.i for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) in {"of", "by"})
        return
    if not noun.is_noun or noun.i > verb.i or _is_somebodys(parse, noun, verb):
        return
    doer = _by_pressure(parse, noun) if noun.lemma.lower() == "pressure" else _by_noun(parse, noun)
    yield from () if doer is None else (doer,)


def _is_somebodys(parse: Parse, noun: Token, verb: Token) -> bool:
    """ "| Western | efforts to", "an attempt | by rebels | to": others than the subject."""
    if noun.lemma.lower() == "pressure":
        return False
    before = (c for c in parse.children(noun.i, "nmod:poss", "amod", "compound") if c.tag.startswith(("NNP", "PRP")))
    named = any(before) or any(c.text[:1].isupper() for c in parse.children(noun.i, "amod"))
    below = parse.children(noun.i, "nmod", "acl")
    return named or any(c.i < verb.i and case_of(parse, c.i) in {"by", "of", "between", "for", "from"} for c in below)


def _by_pressure(parse: Parse, pressure: Token) -> int | None:
    """ "| Peru | is under pressure to lift it", "faces pressure to"."""
    above = parse.tokens[pressure.head]
    if case_of(parse, pressure.i) == "under" and parse.children(pressure.i, "cop"):
        return own_subject(parse, pressure.i)
    under = case_of(parse, pressure.i) == "under" and pressure.dep == "obl" and above.lemma.lower() in {"be", "come"}
    faces = pressure.dep == "obj" and above.lemma.lower() in _PRESSED and not is_passive(parse, above.i)
    return own_subject(parse, above.i) if under or faces else None


def _by_noun(parse: Parse, noun: Token) -> int | None:
    lemma = noun.lemma.lower()
    head = noun
    if noun.dep == "nmod" and parse.tokens[noun.head].lower == "part":  # "as | part | of efforts to"
        head = parse.tokens[noun.head]
    above = parse.tokens[head.head]
    if not above.is_verb or is_passive(parse, above.i):
        return None
    done = above.lemma.lower()
    aside = head.dep == "obl" and case_of(parse, head.i) in {"in", "as", "with", "on"}
    owned = head.dep == "obj" and (
        (lemma in _PACTS and done in _KEEPING)
        or (lemma in _ORDERS and done in _FOLLOWING)
        or (lemma in _OPTIONS and done in _WEIGHING)
        or (lemma in _WILLS and done in {"have", "make"})
    )
    return own_subject(parse, above.i) if owned or (aside and lemma in _WILLS) else None


def _whose_aim(parse: Parse, verb: Token) -> Iterator[int]:
    """ "Another objective | of the rebels | is to | attack | the posts", "| their | plan is to"."""
    for aim in parse.children(verb.i, "nsubj:outer", "nsubj"):
        if aim.lemma.lower() in _AIMS and aim.i < verb.i:
            yield from (c.i for c in parse.children(aim.i, "nmod:poss"))
            yield from (c.i for c in parse.children(aim.i, "nmod") if case_of(parse, c.i) == "of")
