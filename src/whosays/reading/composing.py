"""A report out of its text and of what is told about it: where all the kinds of source meet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.errors import SettingsError, UnreadableError
from whosays.reading import credits, moments, opening, outlets
from whosays.reading.cleaning import clean, one_line
from whosays.reading.language import require_english
from whosays.records import Report, report_id

LONGEST = 500_000
"""Characters of one report at most; the longest reads in newspapers have a fifth of that."""

_FEWEST_WORDS = 4


@dataclass(frozen=True)
class Told:
    """What stands beside a text: in a header block, a page's metadata, or a table's other columns."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    origin: str | None = None


@dataclass(frozen=True)
class Overrides:
    """What the caller knows better than the sources: it goes before all that they tell.

    ``published`` is a date or a moment in any form that :mod:`~whosays.reading.moments` reads.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None

    def checked(self) -> Overrides:
        """The same with ``published`` as ISO 8601.

        Raises:
            SettingsError: ``published`` is no date, or may be two.
        """
        if self.published is None:
            return self
        moment = moments.published(self.published)
        if moment is None:
            raise SettingsError(f"The publication date {self.published!r} cannot be read. {moments.FORMS}")
        return Overrides(moment, self.publisher, self.url)


def compose(text: str, told: Told, overrides: Overrides) -> Report:
    """The report that ``text`` is, with its title on top and its opening and credits read.

    ``overrides`` are already checked. A value told beside the text goes before one found in it.

    Raises:
        UnreadableError: too few words or far too many, another language, or a publication date that is none.
    """
    if len(text) > LONGEST:
        reason = f"It is longer than {LONGEST:,} characters, which no report is"
        raise UnreadableError(reason, "Split it into one report a file.")
    title = one_line(told.title) if told.title else None
    full = _with_title(clean(text), title)
    require_english(full)  # first, as Chinese sets no spaces between its words
    if len(full.split()) < _FEWEST_WORDS:
        reason = f"It holds fewer than {_FEWEST_WORDS} words" if full else "There is no text in it"
        raise UnreadableError(reason, "Give the whole report, or at least one sentence of it.")
    found = opening.find(full, title)
    credit = credits.find(full[found.body :])
    publisher = overrides.publisher or _name(told.publisher)
    first = found.publisher if publisher and found.publisher != publisher else None
    people, wire = _byline(told.byline, publisher)
    origin = _name(told.origin) or found.origin or first or wire or credit.origin
    publisher = publisher or found.publisher
    url = overrides.url or (told.url or "").strip() or None
    return Report(
        id=report_id(full, publisher, url),
        text=full,
        title=found.title,
        publisher=publisher,
        byline=people or found.byline or credit.byline,
        url=url,
        origin=origin,
        dateline=found.dateline,
        dateline_date=found.date,
        published=overrides.published or _moment(told.published) or found.published,
        body=found.body,
    )


def _with_title(text: str, title: str | None) -> str:
    """``text`` below its title; a title that already stands there is not written twice."""
    if title is None:
        return text
    first, _, rest = text.partition("\n")
    if first.casefold() == title.casefold():
        text = rest.lstrip("\n")
    return f"{title}\n\n{text}" if text else title


def _name(words: str | None) -> str | None:
    return (one_line(words) or None) if words else None


def _byline(told: str | None, publisher: str | None) -> tuple[str | None, str | None]:
    """The people of a byline field, and the wire that it names: "Reuters Staff", "The Associated Press"."""
    words = re.sub(r"^(?:view all posts )?by:?\s+", "", _name(told) or "", flags=re.IGNORECASE)
    parts = [part.strip() for part in words.split(",") if part.strip()]
    bare = {part: re.sub(r"\s+(?:Staff|Editorial|Newsroom)$", "", part) for part in parts}
    wires = [name for part in parts if (name := outlets.wire(bare[part]))]
    people = [part for part in parts if not outlets.wire(bare[part]) and _differs(bare[part], publisher)]
    return ", ".join(people) or None, wires[0] if wires else None


def _differs(name: str, publisher: str | None) -> bool:
    return publisher is None or name.casefold() != publisher.casefold()


def _moment(told: str | None) -> str | None:
    if told is None or not told.strip():
        return None
    moment = moments.published(told)
    if moment is None:
        raise UnreadableError(f"Its publication date {told.strip()!r} cannot be read", moments.FORMS)
    return moment
