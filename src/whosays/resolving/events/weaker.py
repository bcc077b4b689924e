"""Evidence that is asked last: the nearest deed that "the" or a name takes up, or the only one that was told.

What says more about a deed further back comes first; of what says less, the nearest deed that nothing keeps apart wins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.events.alone import ALONE, the_only_one
from whosays.resolving.events.spokenof import SPOKEN_OF
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.toldon import TOLD_ON

Test = Callable[[Parse, Telling, Telling], bool]


def weakly(parse: Parse, kept: Sequence[Telling], telling: Telling, apart: Test) -> tuple[Reason | None, int]:
    """Why the telling is of a deed told before, and of which; ``apart`` says what keeps two tellings apart."""
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].event.type == telling.event.type and not apart(parse, kept[at], telling):
            found = next((r for rule in (*SPOKEN_OF, *TOLD_ON) if (r := rule(parse, kept[at], telling))), None)
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
