"""Evidence that is asked last: the nearest deed that "the" or a name takes up, or the only one that was told.

What says more about a deed further back comes first; of what says less, the nearest deed that nothing keeps apart wins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Link, Reason
from whosays.resolving.events.alone import ALONE, the_only_one
from whosays.resolving.events.calledby import BOYCOTT, FIGHTING_ON, boycott_meant, fighting_on
from whosays.resolving.events.inpassing import IN_PASSING
from whosays.resolving.events.retelling import may_be
from whosays.resolving.events.spokenof import SPOKEN_OF
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.toldon import TOLD_ON

Test = Callable[[Parse, Telling, Telling], bool]
_WEAK = (*SPOKEN_OF, *TOLD_ON, *IN_PASSING, boycott_meant, fighting_on)


def weakly(parse: Parse, kept: Sequence[Telling], telling: Telling, apart: Test) -> tuple[Reason | None, int]:
    """Why the telling is of a deed told before, and of which; ``apart`` says what keeps two tellings apart."""
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].event.type == telling.event.type and not apart(parse, kept[at], telling):
            found = next((r for rule in _WEAK if (r := rule(parse, kept[at], telling))), None)
            if found is not None:
                return found, at
    only = the_only_one(parse, kept, telling)
    if only is None or apart(parse, kept[only], telling):
        return None, -1
    found = next((r for rule in ALONE if (r := rule(parse, kept[only], telling))), None)
    return (found, only) if found is not None else (None, -1)


def again(kept: Sequence[Telling], lately: Mapping[int, Telling]) -> list[tuple[int, Telling]]:
    """The deeds that were joined so, as they were told last: what follows may go on from there."""
    told = sorted(lately.items(), key=lambda entry: -entry[1].sentence)
    return [(at, msgspec.structs.replace(kept[at], sentence=one.sentence, head=one.head)) for at, one in told]


def fitted(kept: Telling, later: Telling, rule: str) -> Telling:
    """The later telling with no doer beside another one, and with nobody counted twice."""
    event = later.event
    roles = event.roles
    # "killed by rebels ... a bishop said soldiers killed them"
    if kept.doers and not may_be((kept.doers, kept.acting), (later.doers, later.acting)):
        roles = tuple(r for r in roles if r.part != "actor")
        later = msgspec.structs.replace(later, doers=_NOBODY, acting=_NOBODY, sides=())
    if rule == BOYCOTT:  # "bakers ... | a group of bakers |"
        roles = tuple(r for r in roles if r.part != "actor")
    if rule == FIGHTING_ON:  # how it was fought, of all that is told, is too little
        event = msgspec.structs.replace(event, mode=None)
    if rule == "as-many":
        roles = tuple(r for r in roles if r.part != "recipient")
        event = msgspec.structs.replace(event, tolls=())
    return msgspec.structs.replace(later, event=msgspec.structs.replace(event, roles=roles))


_NOBODY: frozenset[str] = frozenset()
# What joins two tellings without a word of those who suffer: "a mayor was shot ... two guards were hurt in the attack".
_OF_WHOM_NOT = frozenset(
    """the-deed the-bomb the-thing an-attack in-an-attack same-means two-taken-up hurt-beside
    where-it-was""".split()
)


def of_the_same(renamed: Mapping[str, str], links: Sequence[Link]) -> dict[str, str]:
    """The joined tellings, old id -> kept id, without those that may be of others who suffered by the same deed."""
    joined = zip(renamed.items(), links, strict=True)
    return {old: new for (old, new), link in joined if link.reasons[0].rule not in _OF_WHOM_NOT}
