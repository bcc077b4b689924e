"""One source in, one report out."""

from __future__ import annotations

from dataclasses import replace

from whosays.errors import UnreadableError
from whosays.reading import decoding, html, plain, sources
from whosays.reading.composing import Overrides, Told, compose
from whosays.records import Report


def read(
    source: sources.Source,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Report:
    """The report in a file, on standard input (``"-"``), in bytes or in a stream.

    Plain text, wire copy and HTML are told apart by what they hold; gzip is unpacked. What is given by name
    goes before what the source tells.

    Raises:
        UnreadableError: there is no report that can be read, with the reason and what to do.
        SettingsError: ``published`` is no date.
    """
    overrides = Overrides(published, publisher, url).checked()
    with sources.opened(source) as opened:
        if opened.kind not in ("plain", "html"):
            reason = f"This is a table of reports ({opened.kind}), not one report"
            raise UnreadableError(reason, "Read it with read_all.")
        return from_opened(opened, overrides)


def read_text(
    text: str, *, published: str | None = None, publisher: str | None = None, url: str | None = None
) -> Report:
    """The report that ``text`` is, as :func:`read` would find it in a file.

    Raises:
        UnreadableError: there is no report that can be read, with the reason and what to do.
        SettingsError: ``published`` is no date.
    """
    return from_text(text, Overrides(published, publisher, url).checked())


def from_opened(opened: sources.Opened, overrides: Overrides) -> Report:
    """The one report of an open source; ``overrides`` are already checked."""
    data = sources.whole(opened.stream)
    if not data.strip():
        raise UnreadableError("It is empty", "Give the whole report, or at least one sentence of it.")
    return from_text(decoding.decode(data), overrides)


def from_text(text: str, overrides: Overrides) -> Report:
    """The report of a decoded text, page or plain; ``overrides`` are already checked."""
    if html.looks_like_html(text.lstrip("\ufeff")):
        told, body = html.extract(text, overrides.url)
    else:
        told, body = plain.split_header(text)
    return compose(body, told, overrides)


def from_fields(told: Told, text: str, overrides: Overrides) -> Report:
    """The report of a table's row; a header block on top of its text adds what the row leaves open."""
    header, body = plain.split_header(text)
    known = {name: value for name, value in vars(told).items() if value is not None}
    return compose(body, replace(header, **known), overrides)
