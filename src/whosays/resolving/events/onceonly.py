"""What is done once, however often and however differently it is told: somebody dies, leaves office, plans to go.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import msgspec

from whosays.parse import Parse
from whosays.records import Actor, Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, RANKED, of_long_ago, says
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.wronged import are_those, whom_of

_OF_STATE = re.compile(r"[A-Z]{3}(?=:|$)")
_GOING = frozenset({("RETREAT", "withdraw"), ("SANCTION", "withdraw")})


def sides_of(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """By the id of a ruler or of an armed group: the states he acts for, the group and whatever it is part of."""
    found: dict[str, frozenset[str]] = {}
    for actor in actors:
        if actor.kind == "person" and actor.roles:
            found[actor.id] = frozenset(o.of for o in actor.roles if _OF_STATE.fullmatch(o.of))
        elif actor.id.startswith("group:"):
            found[actor.id] = frozenset({actor.id, *actor.part_of})
    return found


def side_of(known: str, sides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Whose deed it is where somebody acts: the state of "GBR:force:air-force", of its president; none if unknown."""
    state = _OF_STATE.match(known)
    return frozenset({state.group()}) if state is not None else sides.get(known, frozenset())


def sides_differ(a: Telling, b: Telling) -> bool:
    """ "Orland's jets hit a depot ... the bombing of schools by Veldia's king": what two sides did is no one deed."""
    if a.event.type != "ASSAULT" or any(r.basis != "fact" for t in (a, b) for r in t.event.roles if r.part == "actor"):
        return False
    one, two = a.sides, b.sides
    if not one or not two or not all(one) or not all(two):
        return False
    return not frozenset().union(*one) & frozenset().union(*two)


def _named(one: frozenset[str], two: frozenset[str], names: frozenset[str]) -> bool:
    """Whether both speak of one whom one of the tellings names."""
    return bool(one & two & names)


def _by_surname(one: frozenset[str], two: frozenset[str], names: frozenset[str]) -> bool:
    """ "The keeper of the royal mill Jan Holub ... Mr. | Holub |": a long title may hide that it is one man."""
    last = ({d.split()[-1].removeprefix("own:") for d in doers & names if d.startswith("own:")} for doers in (one, two))
    return bool(next(last) & next(last))


def left_office(_parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """Somebody leaves office once."""
    modes = (earlier.event.mode, later.event.mode)
    if modes != ("resign", "resign"):
        return None
    people = earlier.people | later.people
    if not _named(earlier.doers, later.doers, people) and not _by_surname(earlier.doers, later.doers, people):
        return None
    return Reason(rule="same-resignation", detail="the same person leaves office", weight=0.9)


def others_leave(earlier: Telling, later: Telling) -> bool:
    """ "Jan Holub has resigned ... the resignation of Ana Ruiz": two people, who leave their two offices."""
    if earlier.event.mode != "resign" or later.event.mode != "resign":
        return False
    known = all(not d.startswith("own:") or " " in d for d in earlier.doers | later.doers)  # no mere "own:minister"
    return bool(earlier.doers and later.doers) and known and not earlier.doers & later.doers


def others_meet(earlier: Telling, later: Telling) -> bool:
    """ "Ruiz met Jan Holub in Orli. She will attend | the meeting in Kest of Badr with Aro |": of other people."""
    if earlier.event.type != "CONSULT" or later.event.type != "CONSULT":
        return False
    if any(len(t.doers) < _BOTH or any(_OF_STATE.fullmatch(d) for d in t.doers) for t in (earlier, later)):
        return False
    named = [{d for d in t.doers & t.people if d.startswith(("person:", "own:"))} for t in (earlier, later)]
    words = [{w for d in people for w in d.replace(":", " ").replace("-", " ").split()[1:]} for people in named]
    full = any(people == t.doers for people, t in zip(named, (earlier, later), strict=True))
    return bool(named[0] and named[1]) and full and not words[0] & words[1]


_BOTH = 2


def killed_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A drone killed one of them, Jan Holub. ... Holub was killed in 2015.": the same end of the same man."""
    died = (any(t.effect == "killed" for t in telling.event.tolls) for telling in (earlier, later))
    if earlier.event.type != "ASSAULT" or not all(died):
        return None
    named = _named(earlier.recipients, later.recipients, earlier.victims | later.victims)
    if not named and not _is_the_dead(parse, earlier, later):
        return None
    return Reason(rule="same-victim", detail="the same person is killed", weight=0.9)


def _is_the_dead(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A judge was shot dead. ... said that two men had killed | her |": a pronoun means the very one who died."""
    whom = whom_of(parse, later)
    alone = len(earlier.recipients) == 1 and earlier.recipients == later.recipients
    one = all({t.count.high for t in told.event.tolls if t.effect == "killed"} == {1} for told in (earlier, later))
    return alone and one and whom is not None and whom.lower in {"he", "she", "him", "her"}


def died_in_it(earlier: Telling, later: Telling) -> Reason | None:
    """ "A suicide bomber killed six. ... | The bomber, who was also killed |, was a youth": in his own attack."""
    one, two = earlier.event, later.event
    if one.mode != "suicide-attack" or two.type != "ASSAULT" or two.mode not in {None, "suicide-attack"}:
        return None
    if later.doers or not later.recipients or not later.recipients <= earlier.doers:
        return None
    if not any(t.effect == "killed" for t in two.tolls) or later.sentence - earlier.sentence > _NEAR:
        return None
    return Reason(rule=HIS_END, detail="the attacker dies in his own attack", weight=0.8)


_NEAR = 4
HIS_END = "same-attack"


def of_attacker(telling: Telling) -> Telling:
    """The telling with its dead counted as the attacker, and as none of those whom he killed."""
    tolls = tuple(msgspec.structs.replace(t, party="actor") for t in telling.event.tolls)
    roles = tuple(r for r in telling.event.roles if r.part != "recipient")
    return msgspec.structs.replace(telling, event=msgspec.structs.replace(telling.event, tolls=tolls, roles=roles))


SAME_PLAN = "same-plan"


def planned_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The king's decision to pull his troops out ... the king's plan to withdraw": one step, told of again."""
    one, two = earlier.event, later.event
    if (one.type, one.mode) not in _GOING or (two.type, two.mode) != (one.type, one.mode):
        return None
    if {one.status, two.status} - {"planned", "hypothetical"} or not earlier.doers or not later.doers:
        return None
    whole = earlier.doers <= later.doers or later.doers <= earlier.doers
    known = bool(_known(earlier.doers) & _known(later.doers)) or _of_one_state(earlier, later)
    if not (whole or known):
        return None
    if earlier.recipients and later.recipients and earlier.recipients != later.recipients:
        return None
    grounds = [_grounds(parse, t.head) for t in (earlier, later)]
    if all(grounds) and not grounds[0] & grounds[1]:
        return None  # "to pull troops out of Kest ... the withdrawal of half the force in Orli"
    named = known or _named(earlier.doers, later.doers, earlier.people | later.people)
    return Reason(rule=SAME_PLAN, detail="the same one plans the same step", weight=0.8) if named else None


def by_person(telling: Telling) -> bool:
    """Whether somebody known by name acts, and not only a state or its army."""
    return any(d.startswith("person:") for d in telling.doers)


def _known(doers: frozenset[str]) -> frozenset[str]:
    return frozenset(d for d in doers if not d.startswith(("own:", "words:")))


def _of_one_state(earlier: Telling, later: Telling) -> bool:
    """ "The palace's decision to pull out ... Orland's plan to": both act for one state."""
    one, two = (frozenset().union(*t.sides) if t.sides and all(t.sides) else frozenset() for t in (earlier, later))
    return bool(one) and one == two


def _grounds(parse: Parse, head: int) -> frozenset[str]:
    """The places that somebody leaves: "from Kest", "their presence in Kest"."""
    below = set(parse.subtree(head))
    roots = {parse.root_of(n.start, n.end) for n in parse.names if n.label == "place" and n.start in below}
    return frozenset(parse.tokens[r].lower for r in roots if parse.case(r) in {"from", "in", "of"})


_CALLED_AGAIN = ANOTHER | BEFORE | RANKED | {"again", "already", "daily", "weekly"}


def called_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "In a phone call with the king, the premier ... the premier warned the king in a call": one call of a report."""
    modes = {earlier.event.mode, later.event.mode}
    if earlier.event.type != "CONSULT" or modes != {"phone"}:
        return None
    two = len(earlier.doers) > 1 and earlier.doers == later.doers
    if not two or any(d.startswith("own:") for d in earlier.doers) or earlier.sentence == later.sentence:
        return None
    if says(parse, later.sentence, _CALLED_AGAIN) or any(of_long_ago(parse, t.head) for t in (earlier, later)):
        return None
    return Reason(rule="same-call", detail="the same people speak on the phone", weight=0.8)


VERBATIM = "word-for-word"
_WORDS = 8  # in a row that say the same
_LINE = 5  # words of a line that opens another sentence: the title of pictures


def word_for_word(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """A live page, or the words under a picture, tell a deed again in the very words."""
    if earlier.sentence == later.sentence or parse.tokens[earlier.head].lower != parse.tokens[later.head].lower:
        return None
    bounds = [parse.sentences[t.sentence] for t in (earlier, later)]
    back = _alike(parse, (earlier.head, later.head), (bounds[0][0], bounds[1][0]), -1)
    on = _alike(parse, (earlier.head, later.head), (bounds[0][1] - 1, bounds[1][1] - 1), 1)
    whole = earlier.head - back + 1 == bounds[0][0] and earlier.head + on == bounds[0][1] and back + on - 1 >= _LINE
    if back + on - 1 < _WORDS and not (whole and later.head - back + 1 == bounds[1][0]):
        return None
    return Reason(rule=VERBATIM, detail="told again in the very words", weight=0.9)


def _alike(parse: Parse, heads: tuple[int, int], ends: tuple[int, int], step: int) -> int:
    """How many words in a row are the same from two words on, these included."""
    one, two = heads
    count = 0
    while parse.tokens[one].lower == parse.tokens[two].lower:
        count += 1
        if one == ends[0] or two == ends[1]:
            break
        one, two = one + step, two + step
    return count


_FAR = 20  # sentences


def taken_by_them(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Two rebels were captured by border guards. ... The guards captured the two men near the river."."""
    one, two = earlier.event, later.event
    if one.mode not in _TAKEN or one.mode != two.mode or {one.status, two.status} != {"happened"}:
        return None
    if not earlier.doers or earlier.doers != later.doers or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    if later.named_recipients or says(parse, later.sentence, _ANEW) or not are_those(parse, earlier, later):
        return None
    return Reason(rule="same-captives", detail="the same are taken by the same", weight=0.85)


_TAKEN = frozenset({"abduct", "arrest"})
_ANEW = ANOTHER | BEFORE | RANKED | {"later", "again", "also", "other", "others", "more", "remaining", "rest", "then"}

_SENTENCING = frozenset({"sentence", "jail", "imprison", "condemn", "give", "get", "receive"})


def sentenced_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Was sentenced on Friday. ... The judge handed down | the heaviest sentence |": whoever it fell on."""
    one, two = earlier.event, later.event
    if {(e.type, e.mode, e.status) for e in (one, two)} != {("SANCTION", "convict", "happened")}:
        return None
    if bool(earlier.recipients) == bool(later.recipients) or later.sentence - earlier.sentence > _FAR:
        return None
    bare, full = (earlier, later) if later.recipients else (later, earlier)
    if parse.tokens[full.head].lemma.lower() not in _SENTENCING:
        return None  # "was found guilty in May": by a jury
    told = parse.tokens[bare.head]
    handed = told.is_verb and told.lemma.lower() in {"hand", "impose"}
    sentences = [c for c in parse.children(told.i, "obj") if c.lemma.lower() in {"sentence", "verdict", "term"}]
    the = handed and any(c.lower == "the" for s in sentences for c in parse.children(s.i, "det"))
    if not the or says(parse, bare.sentence, _ANEW):
        return None
    return Reason(rule="same-sentence", detail="the sentence that was told of", weight=0.8)


ONCE: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    left_office,
    killed_once,
    planned_once,
    taken_by_them,
    called_once,
    word_for_word,
    sentenced_once,
)
