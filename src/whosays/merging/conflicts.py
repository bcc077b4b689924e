"""Who did it, and whether it happened: where the tellings of one incident disagree. No value is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.records import Conflict, Reason, Responsibility

_DENIED = "deny"
_CLAIMED = "claim"
_REPORTED = "report"
_LAID = frozenset({"blame", "accuse"})  # at another's door


def responsibility_conflicts(
    told: Sequence[Responsibility], related: Callable[[str, str], bool]
) -> tuple[Conflict, ...]:
    """Claims against denials, and different parties held responsible.

    Args:
        told: who is held responsible, by whom.
        related: whether two actor ids are a whole and its part, and so no rivals.
    """
    found: list[Conflict] = []
    for party in sorted({r.party for r in told if r.act == _DENIED}):
        accusers = sorted({r.by or "the report" for r in told if r.party == party and r.act != _DENIED})
        if accusers:
            deniers = sorted({r.by or party for r in told if r.party == party and r.act == _DENIED})
            denied = f"denied by {party}" if party in deniers else f"denied of {party} by {_in_words(deniers)}"
            detail = f"{denied}, against the word of {_in_words(accusers)}"
            values = (f"{party}: denied", f"{party}: held responsible")
            found.append(_contradiction("denial", detail, values))
    return (*found, *_rivals(told, related))


def _rivals(told: Sequence[Responsibility], related: Callable[[str, str], bool]) -> tuple[Conflict, ...]:
    claimants = sorted({r.party for r in told if r.act == _CLAIMED})
    blamed = sorted({r.party for r in told if r.act in _LAID})
    reported = sorted({r.party for r in told if r.act == _REPORTED})

    def strangers(party: str, others: Sequence[str]) -> bool:
        return any(o != party and not related(party, o) for o in others)

    others = [p for p in (*blamed, *reported) if strangers(p, claimants)]
    if claimants and others:
        return (_contradiction("rivals", "claimed by one party, laid at another's door", _all(claimants, others)),)
    if any(strangers(p, claimants) for p in claimants):
        return (_contradiction("rivals", "claimed by more than one party", tuple(claimants)),)
    voices = {r.by or r.event for r in told if r.act in _LAID}  # nobody's by name: the telling's own
    if len(voices) > 1 and any(strangers(p, blamed) for p in blamed):
        return (_contradiction("rivals", "different parties are blamed", tuple(blamed)),)
    return ()


def _in_words(parties: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parties[:-1]), parties[-1]) if part)


def _all(*groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _contradiction(rule: str, detail: str, values: tuple[str, ...]) -> Conflict:
    return Conflict(
        field="responsibility", kind="contradiction", values=values, reasons=(Reason(rule=rule, detail=detail),)
    )


def occurrence_conflict(tellers: Sequence[str], deniers: Sequence[str]) -> tuple[Conflict, ...]:
    """That somebody denies that it happened at all; empty where nobody does."""
    if not deniers:
        return ()
    detail = (
        f"that it happened is denied by {_in_words(sorted(set(deniers)))}, told by {_in_words(sorted(set(tellers)))}"
    )
    return (
        Conflict(
            field="occurrence",
            kind="contradiction",
            values=("denied", "told"),
            reasons=(Reason(rule="denial", detail=detail),),
        ),
    )
