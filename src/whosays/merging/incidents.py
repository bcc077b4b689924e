"""An incident from its tellings: the values side by side, who is held responsible by whom, and how well it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from whosays.merging.cluster import Cluster
from whosays.merging.conflicts import occurrence_conflict, responsibility_conflicts
from whosays.merging.facts import Fact
from whosays.merging.outlines import is_wide
from whosays.merging.pages import Known
from whosays.merging.tallies import Sources, toll_conflicts
from whosays.records import Effect, EventStatus, Incident, Interval, Responsibility, Standing

_SURER: tuple[EventStatus, ...] = (
    "happened", "ongoing", "attempted", "planned", "habitual", "threatened", "demanded", "hypothetical", "negated",
)  # fmt: skip


def incident_of(cluster: Cluster, known: Known) -> Incident:
    """The incident that a cluster of tellings makes; its id is that of the first telling's event."""
    facts = cluster.facts
    first = facts[0].event
    tolls = tuple(t for f in facts for t in f.tolls)
    told = responsibility_of(cluster)
    tellers = [f.answers.voucher or f.publisher or "a report" for f in facts]
    conflicts = (
        *toll_conflicts(tolls, _sources(facts)),
        *responsibility_conflicts(told, known.related),
        *occurrence_conflict(tellers, list(_deniers(cluster))),
    )
    origins = tuple(sorted({f.origin for f in facts}))
    return Incident(
        id=first.id,
        type=first.type,
        mode=_mode(facts),
        status=_status(facts),
        when=_when(facts),
        place=_place(facts),
        actors=_all(f.actors for f in facts),
        recipients=_all(f.recipients for f in facts),
        tolls=tolls,
        responsibility=told,
        events=tuple(f.event.id for f in facts),
        reports=_all([f.report] for f in facts),
        publishers=_all([f.publisher] for f in facts if f.publisher),
        origins=origins,
        standing=_standing(origins, any(c.kind == "contradiction" for c in conflicts)),
        conflicts=conflicts,
        reasons=cluster.reasons,
    )


def _all(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in sorted(group)))


def _sources(facts: Sequence[Fact]) -> Sources:
    return Sources(
        published={f.report: f.told for f in facts},
        speakers={said.statement: said.speaker for f in facts for said in f.answers.sayings},
        periods=frozenset(f.event.id for f in facts if f.is_period),
        named=frozenset((f.event.id, t.effect) for f in facts for t in f.tolls if _names_one(f, t.effect)),
        later=frozenset(span for f in facts for span in f.later),
    )


def _names_one(fact: Fact, effect: Effect) -> bool:
    """Whether a telling names somebody whom it befell."""
    return bool(fact.killed if effect == "killed" else fact.recipients & fact.named)


def _standing(origins: Sequence[str], contradicted: bool) -> Standing:
    if contradicted:
        return "disputed"
    return "corroborated" if len(origins) > 1 else "single-origin"


def _mode(facts: Sequence[Fact]) -> str | None:
    """The mode most told; of equals, the first told."""
    modes = Counter(f.event.mode for f in facts if f.event.mode)
    return max(modes, key=modes.__getitem__, default=None)


def _status(facts: Sequence[Fact]) -> EventStatus:
    """What happened outweighs what was planned."""
    return min((f.event.status for f in facts), key=_SURER.index)


def _when(facts: Sequence[Fact]) -> Interval:
    """The narrowest time told; of equals, the first told."""
    timed = [(f.end - f.start, at) for at, f in enumerate(facts) if f.start is not None and f.end is not None]
    return facts[min(timed)[1] if timed else 0].event.when


def _place(facts: Sequence[Fact]) -> str | None:
    """The finest place told, as a place id; of equals, the first told."""
    places = [f.place for f in facts if f.place is not None]
    finest = min(places, key=lambda p: (is_wide(p), not p.id.startswith("admin1:")), default=None)
    return finest.id if finest is not None else None


def _deniers(cluster: Cluster) -> Iterator[str]:
    """Who holds that it did not happen."""
    return (denier for fact in (*cluster.facts, *cluster.denials) for denier in fact.answers.deniers)


def responsibility_of(cluster: Cluster) -> tuple[Responsibility, ...]:
    """Who is held responsible, by which act of whom: each act once for each statement."""
    found = [told for fact in (*cluster.facts, *cluster.denials) for told in fact.answers.words]
    spoken = {(r.party, r.statement) for r in found}
    for fact in cluster.facts:
        fresh = [told for told in fact.answers.roles if (told.party, told.statement) not in spoken]
        spoken |= {(told.party, told.statement) for told in fresh}
        found += fresh
    once: dict[tuple[str, str, str | None, str], Responsibility] = {}
    for told in found:  # "denied that | its forces had shelled | the town": of that shelling, and a deed of its own
        once.setdefault((told.party, told.act, told.by, told.statement or told.event), told)
    return tuple(once.values())
