"""On whose word something is told: a speaker and the publisher who passes the words on, or the publisher alone."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays.briefing.wording import distinct, listed


class Voice(msgspec.Struct, frozen=True, order=True):
    """A publisher, and whom it relies on; no speaker where it tells something in its own voice."""

    publisher: str
    speaker: str | None = None


def heard(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """The voices, each once, without a publisher's own where it cites somebody as well."""
    told = tuple(dict.fromkeys(voices))
    citing = {v.publisher for v in told if v.speaker is not None}
    return tuple(v for v in told if v.speaker is not None or v.publisher not in citing)


def cited(voices: Iterable[Voice]) -> str:
    """The voices as they are cited: "the police (in Own Wire and Bel Post) and City Times"."""
    publishers: dict[str, list[str]] = {}
    for voice in heard(voices):
        publishers.setdefault(voice.speaker or "", []).append(voice.publisher)
    said = [
        words
        for speaker, where in publishers.items()
        for words in ([f"{speaker} (in {listed(distinct(where))})"] if speaker else distinct(where))
    ]
    return listed(said)
