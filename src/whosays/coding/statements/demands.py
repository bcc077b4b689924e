"""Wishes that put something to somebody: "Egypt wants Ethiopia to stop" is a demand, "wants to stop" a plan.

So is "insists that Ethiopia stop", where "insists that it has stopped" tells. Who warns that he will hit back
threatens, and who says that he will not give way refuses.
"""

from __future__ import annotations

import msgspec

from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import kind_of_speaker
from whosays.ontology.acts import Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_FEELINGS = frozenset(
    {"be", "have", "know", "feel", "win", "lose", "remain", "stay", "see", "think", "believe", "become"}
)


def as_demand(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content | None) -> Cue:
    """The cue as one of a demand, where somebody is wanted to do something: not "wants the bill to pass"."""
    if cue.head == "insist" and content is not None and content.slot == "that" and _is_bidden(parse, content.head):
        return msgspec.structs.replace(cue, act="demand")
    if cue.head != "want" or content is None or content.slot != "object+to":
        return cue
    whom = next((c for c in parse.children(token.i, "obj") if c.i > token.i), None)
    told = whom is not None and kind_of_speaker(parse, nouns, whom.i) == "person"
    done = parse.tokens[content.head].lemma.lower() not in _FEELINGS and not parse.children(
        content.head, "cop", "aux:pass"
    )
    return msgspec.structs.replace(cue, act="demand", addressee="object") if told and done else cue


# What others want of somebody: who "will not" do it says no to them; who "will not tolerate" it or "hesitate" does not.
_WANTED = frozenset(
    """accept agree allow apologise apologize attend compromise concede cooperate disarm extradite free join leave lift
    meet negotiate obey participate permit quit recognise recognize release relinquish resign resume return sign
    stop surrender talk testify vacate withdraw""".split()
)
_GIVING = {"hand": "over", "step": "down", "stand": "down", "back": "down", "give": "up", "take": "part"}
_ENDED = frozenset({"ban", "blockade", "boycott", "embargo", "sanction", "siege", "strike", "protest", "hunger"})


def as_refusal(parse: Parse, cue: Cue, content: Content | None) -> Cue:
    """The cue as one of a refusal: "said that | it would not lift | the ban"."""
    if content is None or cue.act != "assert" or cue.belief or cue.asks or content.slot != "that":
        return cue
    verb = parse.tokens[content.head]
    doers = parse.children(verb.i, "nsubj")
    will = any(c.lower in _WILL for c in parse.children(verb.i, "aux")) and verb.tag == "VB"
    own = bool(doers) and all(c.lower in _OWN or _is_his(parse, c) for c in doers)
    if not (will and own and any(c.lower in _NOT for c in parse.children(verb.i, "advmod"))):
        return cue
    return msgspec.structs.replace(cue, act="refuse") if _is_wanted(parse, verb) else cue


def _is_his(parse: Parse, noun: Token) -> bool:
    """ "Said that | her country | would not join": for whom she speaks."""
    whose = [c.tag for c in parse.children(noun.i, "nmod:poss")]
    return whose == ["PRP$"] and noun.lemma.lower() in _SPOKEN_FOR


_SPOKEN_FOR = frozenset("administration army company country force government group party team union".split())


def _is_wanted(parse: Parse, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    if lemma in _GIVING:
        beside = parse.children(verb.i, "compound:prt", "advmod", "obj")
        return any(c.lower == _GIVING[lemma] for c in beside)
    if lemma in {"end", "remove"}:
        return any(c.lemma.lower() in _ENDED for c in parse.children(verb.i, "obj"))
    return lemma in _WANTED


_WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "'d", "’d"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_BACK = frozenset({"hit", "strike"})
_STRIKING = frozenset("attack bomb bombard invade shell strike".split())  # "warned it would | strike | the port"
_ANSWERING = frozenset({"respond", "answer", "react", "reply"})
_ARMS = frozenset("force fire missile weapon strike arm attack might bomb rocket".split())
_OWN = frozenset({"it", "he", "she", "they", "we"})


def as_threat(parse: Parse, cue: Cue, content: Content | None) -> Cue:
    """The cue as one of a threat, where he warns or vows that he will strike back: "warned it would retaliate"."""
    if content is None or cue.act not in {"warn", "promise"} or cue.belief or content.slot not in {"that", "to"}:
        return cue
    verb = parse.tokens[content.head]
    strikes = _strikes_back(parse, verb) or (cue.act == "warn" and verb.lemma.lower() in _STRIKING)
    if not verb.is_verb or parse.children(verb.i, "aux:pass") or not strikes:
        return cue
    if any(c.lower in {"not", "n't", "never"} for c in parse.children(verb.i, "advmod")):
        return cue
    doers = parse.children(verb.i, "nsubj")
    ahead = content.slot == "to" or any(c.lower in {"will", "would", "'ll"} for c in parse.children(verb.i, "aux"))
    own = all(c.lower in _OWN for c in doers) and (bool(doers) or content.slot == "to")
    return msgspec.structs.replace(cue, act="threaten") if ahead and own else cue


def _strikes_back(parse: Parse, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    if lemma in _BACK:
        return any(c.lower == "back" for c in parse.children(verb.i, "compound:prt", "advmod"))
    by = (
        *parse.children(verb.i, "obl"),
        *(n for o in parse.children(verb.i, "obj") for n in parse.children(o.i, "nmod")),
    )
    arms = {c.lemma.lower() for c in by if parse.case(c.i) == "with"}  # "answer a raid | with force |"
    return lemma in {"retaliate", "avenge"} or (lemma in _ANSWERING and bool(arms & _ARMS))


def _is_bidden(parse: Parse, i: int) -> bool:
    """ "Insisted that the mayor | resign |", "that she | be | tried": what is to be done, where "resigns" is told."""
    head = parse.tokens[i]
    helping = parse.children(i, "aux", "aux:pass", "cop")
    if helping:
        return [c.lower for c in helping] == ["be"]
    subjects = parse.children(i, "nsubj", "nsubj:pass")
    single = len(subjects) == 1 and subjects[0].tag in {"NN", "NNP", "PRP"} and subjects[0].lower not in _PLURAL
    single = single and not parse.children(subjects[0].i, "conj")
    return head.is_verb and single and head.tag in {"VB", "VBP"} and head.lower == head.lemma.lower()


_PLURAL = frozenset({"i", "we", "you", "they", "police"})
