"""What the lists must keep to before anything is built from them; each check gives its complaints in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tools.gazetteer.terms import overlapping
from whosays.gazetteer.knowledge import ActorEntry, Knowledge
from whosays.gazetteer.names import normalise


def complaints(knowledge: Knowledge) -> tuple[str, ...]:
    """All complaints about the lists, in their order; none when they can be built."""
    actors = knowledge.actors
    checks = (
        _twice(actors),
        _unknown(actors),
        _turned(actors),
        _shared(actors),
        _empty(actors),
        _repeated(actors),
        overlapping(actors),
        _publishers(knowledge),
    )
    return tuple(found for check in checks for found in check)


def _twice(actors: Iterable[ActorEntry]) -> Iterator[str]:
    seen: set[str] = set()
    for actor in actors:
        if actor.id in seen:
            yield f"{actor.id}: the id is used twice"
        seen.add(actor.id)


def _unknown(actors: Iterable[ActorEntry]) -> Iterator[str]:
    known = {actor.id for actor in actors}
    for actor in actors:
        named = [("part_of", p) for p in actor.part_of] + [("members", m.member) for m in actor.members]
        named += [("states", s) for s in actor.states] + [("office of", r.of) for r in actor.roles]
        for field, value in named:
            if value not in known:
                yield f"{actor.id}: {field} '{value}' is in no list"


def _turned(actors: Iterable[ActorEntry]) -> Iterator[str]:
    for actor in actors:
        stretches = [(actor.start, actor.end), *((c.start, c.end) for c in actor.codes)]
        stretches += [(m.start, m.end) for m in actor.members] + [(r.start, r.end) for r in actor.roles]
        for start, end in stretches:
            if start and end and start[: len(end)] > end[: len(start)]:
                yield f"{actor.id}: ends ({end}) before it starts ({start})"


def _shared(actors: Iterable[ActorEntry]) -> Iterator[str]:
    """A strong name may mean one living actor only; two persons may share one, and are told apart by their terms."""
    owners: dict[str, list[ActorEntry]] = {}
    for actor in actors:
        weak = {normalise(w) for w in actor.weak}
        for form in dict.fromkeys(normalise(a) for a in (actor.name, *actor.aliases)):
            if form and form not in weak:
                owners.setdefault(form, []).append(actor)
    for form, found in sorted(owners.items()):
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                if _meet(one, other) and not one.kind == other.kind == "person":
                    yield f"'{form}' names both {one.id} and {other.id}; put it under weak in at least one"


def _meet(one: ActorEntry, other: ActorEntry) -> bool:
    """Whether two actors lived at the same time, as far as is known."""
    starts_in = one.end is None or other.start is None or other.start < one.end
    return starts_in and (other.end is None or one.start is None or one.start < other.end)


def _empty(actors: Iterable[ActorEntry]) -> Iterator[str]:
    for actor in actors:
        for name in (actor.name, *actor.aliases, *actor.weak):
            if not normalise(name):
                yield f"{actor.id}: the name '{name}' holds no letter"


def _repeated(actors: Iterable[ActorEntry]) -> Iterator[str]:
    """The very same name twice in one entry hides which is meant to be weak; only a weak *name* stands in both."""
    for actor in actors:
        rows = ((actor.name, *actor.aliases), actor.weak, (*actor.aliases, *dict.fromkeys(actor.weak)))
        for name in sorted({name for names in rows for name in names if names.count(name) > 1}):
            yield f"{actor.id}: the name '{name}' is there twice"


def _publishers(knowledge: Knowledge) -> Iterator[str]:
    seen: dict[str, str] = {}
    for publisher in knowledge.publishers:
        for name in (publisher.name, publisher.domain or ""):
            form = normalise(name)
            if form and seen.setdefault(form, publisher.name) != publisher.name:
                yield f"publisher '{name}' is listed twice"
