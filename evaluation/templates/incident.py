"""What happened: the type of an incident, how far it came, and with what."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.templates.lists import Template, listed, lists, once, plain, quoted, unpointed
from evaluation.templates.told import Told
from whosays.records import Event


def type_of(told: Told, events: Sequence[Event]) -> str:
    """The type of incident, by the mode of the deed or by the words that tell of it."""
    for event in events:
        by_mode = lists().modes.get(event.mode or "")
        if by_mode == "BOMBING" and is_from_air(told, [event]):
            return "ATTACK"  # "not intended to be used for aerial bombing"
        if by_mode:
            return by_mode
    words = told.trigger_words(events)
    return next((kind for kind, hits in lists().triggers.items() if words & set(hits)), "ATTACK")


def is_from_air(told: Told, events: Sequence[Event]) -> bool:
    """Whether a state's forces did the bombing: they bomb from the air."""
    return any(e.mode == "explosives" for e in events) and any(
        told.sectors(r) & {"MIL", "GOV"} and not told.sectors(r) & {"REB", "UAF"} for r in told.roles(events, "actor")
    )


def stage_of(events: Sequence[Event]) -> str:
    """How far it came: what one telling calls accomplished is."""
    found = {lists().stages[e.status] for e in events}
    return next(stage for stage in ("ACCOMPLISHED", "ATTEMPTED", "THREATENED") if stage in found)


def instruments(told: Told, events: Sequence[Event], kind: str) -> Template:
    """The slots of the instruments; a way of attack tells the type of one that nobody names."""
    found = (told.mention(r.mention) for r in told.roles(events, "instrument"))
    named = once(unpointed(told.words(m)) for m in found if m is not None and m.form != "pronoun")
    typed = [(w, t) for w in named if (t := listed(w, lists().instruments))]
    if not typed and kind in ("BOMBING", "ATTACK"):
        typed = _in_words(told, events, kind)
    typed = _without_general(typed)
    if typed:
        return {
            "instrument": [quoted(w) for w, _ in typed],
            "instrument-type": [f"{t}: {quoted(w)}" for w, t in typed],
        }
    if is_from_air(told, events):
        return {"instrument-type": ['AERIAL BOMB: "-"']}
    by_mode = next((m for e in events if (m := lists().modes_instrument.get(e.mode or ""))), None)
    return {"instrument-type": [f'{by_mode}: "-"']} if by_mode else {}


def _without_general(typed: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """ "the bomb" beside "a car bomb" is no second one."""
    return [
        (words, kind)
        for words, kind in typed
        if not any(plain(words) in plain(other) and plain(words) != plain(other) for other, _ in typed)
    ]


_CHARGES = ("BOMB", "DYNAMITE", "GRENADE", "MINE", "EXPLOSIVE", "VEHICLE BOMB", "MOLOTOV COCKTAIL")
_ARMS = ("MACHINE GUN", "RIFLE", "HANDGUN", "MORTAR", "DYNAMITE", "GRENADE", "CUTTING DEVICE")
_SIZES = frozenset("car truck powerful".split())


def _in_words(told: Told, events: Sequence[Event], kind: str) -> list[tuple[str, str]]:
    """The first weapon that the sentences of an attack name; of a bombing, a charge."""
    for sentence in told.sentences(events):
        start, end = told.parsed.sentences[sentence]
        for token in told.parsed.tokens[start:end]:
            found = listed(token.lower, lists().instruments) if token.is_noun else None
            if found not in (_CHARGES if kind == "BOMBING" else _ARMS):
                continue
            before = told.parsed.tokens[token.i - 1]
            words = f"{before.text} {token.text}" if before.lower in _SIZES else token.text
            return [(words.upper(), listed(words, lists().instruments) or found)]
    return []
