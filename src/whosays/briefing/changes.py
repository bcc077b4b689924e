"""Sentences about what is otherwise than it was told before: a figure, a claim, who else tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whosays.briefing import deeds
from whosays.briefing.select import Book, Matter
from whosays.briefing.shape import Line
from whosays.briefing.wording import sentence
from whosays.merging import Change

_ORDER = ("new", "disputed", "corroborated", "updated")
_HARM = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "arrested": "arrested",
    "missing": "missing",
    "displaced": "displaced",
}
_ACTS = {
    "claim": "{party} has claimed responsibility",
    "deny": "it has been denied that responsibility lies with {party}",
    "blame": "{party} has been blamed",
    "accuse": "{party} has been accused",
    "suspect": "suspicion has fallen on {party}",
    "report": "{party} is named as the doer",
}


class News:
    """What changed, by incident."""

    def __init__(self, changed: Iterable[Change]) -> None:
        self._of: dict[str, list[Change]] = {}
        for change in changed:
            self._of.setdefault(change.incident, []).append(change)

    def of(self, incident: str) -> Sequence[Change]:
        """What changed in an incident."""
        return self._of.get(incident, ())

    def is_new(self, incident: str) -> bool:
        """Whether nobody told of it before."""
        return any(change.kind == "new" for change in self.of(incident))

    def heading(self, incident: str) -> str | None:
        """The kinds of change in one line: "disputed, updated"."""
        kinds = {change.kind for change in self.of(incident)}
        return ", ".join(kind for kind in _ORDER if kind in kinds) or None


def lines(book: Book, matter: Matter, changed: Sequence[Change]) -> list[Line]:
    """What happened, and then a sentence for each thing that is told otherwise now."""
    told = [Line(sentence(_said(book, change)), change.spans) for change in changed if change.spans]
    return [deeds.headline(book, matter), *told]


def _said(book: Book, change: Change) -> str:
    match change.kind, change.field:
        case "updated", "status":
            return f"the deed was told as {change.before} before, and is told as {change.now} now"
        case "updated", "responsibility":
            act, _, party = change.now.partition(" ")
            return _ACTS[act].format(party=book.entity_name(party) or party)
        case "updated", field if change.before:
            return f"the number of those {_HARM[field]} was told as {change.before} before, and is {change.now} now"
        case "updated", field:
            return f"the number of those {_HARM[field]} is told now: {change.now}"
        case "corroborated", _:
            return "there is more than one independent origin now, so that it is corroborated"
        case _:
            return "there is a dispute now: the accounts contradict each other"
