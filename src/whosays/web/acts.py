"""The acts: what a form on the desk does. Each returns the address to go to then."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from whosays import desk, fetching, reading
from whosays.errors import SettingsError, UnreadableError
from whosays.reading import Overrides
from whosays.records import Failure, Judgement, Report
from whosays.web.room import Room

_PATIENCE = 3.0  # seconds that an answer waits for the incidents to be brought up to date
_SHORTEST = 20  # characters of a pasted report

Verdict = Literal["same", "not-same", "unsure", "right", "wrong", "corrected"]


@dataclass(frozen=True)
class Upload:
    """A file that was sent: its name, for messages, and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Sent:
    """A form as it was sent: its fields, and its files."""

    fields: Mapping[str, str]
    files: tuple[Upload, ...] = ()

    def text(self, name: str) -> str | None:
        """A field's value; None where it is missing or empty."""
        return self.fields.get(name, "").strip() or None

    def must(self, name: str) -> str:
        """A field's value.

        Raises:
            SettingsError: it is missing or empty.
        """
        value = self.text(name)
        if value is None:
            raise SettingsError(f"the field {name} is empty; fill it in and send again")
        return value


Doing = Callable[[Room, Sent], str]


class _Named(io.BytesIO):
    """Bytes with the name of the file that they came from: its end tells a table from a page."""

    def __init__(self, upload: Upload) -> None:
        super().__init__(upload.data)
        self.name = upload.name


def add_text(room: Room, sent: Sent) -> str:
    """Add one report that was pasted."""
    text = sent.must("text")
    if len(text) < _SHORTEST:
        raise SettingsError("this is too short for a report; paste the whole text")
    overrides = _overrides(sent)
    title = next(line for line in text.splitlines() if line.strip())[:80]
    job = room.worker.add(f"Pasted: {title}", lambda: reading.read_all([text.encode()], overrides=overrides))
    return f"/jobs/{job.id}"


def add_files(room: Room, sent: Sent) -> str:
    """Add reports from files: pages, texts, tables."""
    files = tuple(upload for upload in sent.files if upload.data)
    if not files:
        raise SettingsError("no file was chosen, or the file is empty; choose at least one")
    overrides = _overrides(sent)
    title = files[0].name if len(files) == 1 else f"{len(files)} files"
    job = room.worker.add(f"From {title}", lambda: reading.read_all([_Named(f) for f in files], overrides=overrides))
    return f"/jobs/{job.id}"


def add_address(room: Room, sent: Sent) -> str:
    """Fetch a page by its address and add the report in it."""
    if not room.may_fetch:
        raise SettingsError("this desk was started without fetching; save the page in a browser and add it as a file")
    address = fetching.checked(sent.must("url"))
    overrides = _overrides(sent)
    job = room.worker.add(f"From {address}", lambda: _fetched(address, overrides))
    return f"/jobs/{job.id}"


def judge(room: Room, sent: Sent) -> str:
    """Keep a person's decision, and bring the incidents up to date."""
    verdict = sent.must("verdict")
    if verdict not in get_args(Verdict):
        raise SettingsError(f"no verdict {verdict!r}; there are: {', '.join(get_args(Verdict))}")
    if verdict == "corrected":
        sent.must("value")
    judgement = Judgement(
        id="",
        verdict=verdict,  # type: ignore[arg-type] # checked above
        target=sent.must("target"),
        other=sent.text("other"),
        field=sent.text("field"),
        value=sent.text("value") if verdict == "corrected" else None,
        judged=sent.text("judged"),
        by=room.judge,
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
    )
    with room.open() as opened:
        desk.decide(opened, judgement)
    room.worker.wait(room.worker.refresh().id, _PATIENCE)
    return back(sent)


def refresh(room: Room, sent: Sent) -> str:
    """Bring the incidents up to date."""
    room.worker.wait(room.worker.refresh().id, _PATIENCE)
    return back(sent)


def back(sent: Sent) -> str:
    """Where a form says to return to: an address on this desk, and nowhere else."""
    address = sent.text("back") or "/"
    is_here = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_here else "/"


def _overrides(sent: Sent) -> Overrides:
    return Overrides(
        published=sent.text("published"), publisher=sent.text("publisher"), url=sent.text("report_url")
    ).checked()


def _fetched(address: str, overrides: Overrides) -> Iterator[Report | Failure]:
    try:
        page = fetching.fetch(address)
    except UnreadableError as error:
        yield Failure(source=address, reason=error.reason, advice=error.advice)
        return
    known = Overrides(published=overrides.published, publisher=overrides.publisher, url=page.address)
    yield from _renamed(reading.read_all([page.data], overrides=known), address)


def _renamed(items: Iterable[Report | Failure], address: str) -> Iterator[Report | Failure]:
    for item in items:
        if isinstance(item, Failure):
            yield Failure(source=address, reason=item.reason, advice=item.advice)
        else:
            yield item
