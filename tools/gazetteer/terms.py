"""Whether two persons are said to have held the one office at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from whosays.gazetteer.knowledge import ActorEntry
from whosays.records import Office, Value

ALONE = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister"}
)  # offices of a state that one person holds at a time
SHARED = frozenset({"member of the presidency", "captain regent", "co-prince"})
_HANDOVER = timedelta(days=31)


class Held(Value, frozen=True, kw_only=True):
    """One sure term of one person."""

    person: str
    title: str
    role: Office


def overlapping(actors: Iterable[ActorEntry]) -> Iterator[str]:
    """Complaints about sure terms with one title in one office that run together for more than a month."""
    found: dict[tuple[str, str, str], list[Held]] = {}
    for actor in actors:
        for number, (role, title) in enumerate(zip(actor.roles, actor.titles, strict=True)):
            sure = number not in actor.unsure_roles and ":" not in role.of
            if sure and role.office in ALONE and title not in SHARED and "acting" not in title:
                key = (role.of, role.office, title)
                found.setdefault(key, []).append(Held(person=actor.id, title=title, role=role))
    for (state, office, _), terms in sorted(found.items()):
        for number, one in enumerate(terms):
            for other in terms[number + 1 :]:
                if one.person != other.person and _together(one.role, other.role) > _HANDOVER:
                    yield f"{one.person} and {other.person} both were {office} of {state}; mend a date or say sure: no"


def _together(one: Office, other: Office) -> timedelta:
    """For how long two terms surely run at the same time; cut dates are taken so that it is the shortest."""
    start = max(_latest(one.start), _latest(other.start))
    return max(min(_earliest(one.end), _earliest(other.end)) - start, timedelta())


def _latest(day: str | None) -> date:
    return date.fromisoformat((day or "0001") + {4: "-12-28", 7: "-28"}.get(len(day or "0001"), ""))


def _earliest(day: str | None) -> date:
    return date.fromisoformat((day or "9999") + {4: "-01-01", 7: "-01"}.get(len(day or "9999"), ""))
