"""Web pages: the article's text and what the page tells about it, through trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from whosays.errors import UnreadableError
from whosays.reading import moments
from whosays.reading.composing import Told

if TYPE_CHECKING:
    from trafilatura.settings import Document

LARGEST = 8 * 1024 * 1024
_ADVICE = "Save the article's own page, or give its text as a plain text file."
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|meta|div|p|h1|title)\b", re.IGNORECASE)
_TIMED = re.compile(
    r"""(?:article:published_time["'][^>]{0,80}?content\s*=\s*["'](?P<property>[^"']{8,40}))"""
    r"""|(?:"datePublished"\s*:\s*"(?P<json>[^"]{8,40})")""",
    re.IGNORECASE,
)
# A fixed end instead of today's: the same page gives the same date on every day that it is read.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def looks_like_html(text: str) -> bool:
    """Whether a text is a page or a piece of one: markup where it begins."""
    head = text[:4096].lstrip()
    return head.startswith("<") and _TAG.search(head) is not None


def extract(page: str, url: str | None) -> tuple[Told, str]:
    """The article of a page: what is told about it, and its paragraphs, with a blank line between them.

    Nothing of the page is run or fetched. ``url`` is where the page is from, if that is known.

    Raises:
        UnreadableError: there is no article on the page, or it cannot be taken apart.
    """
    if len(page) > LARGEST:
        raise UnreadableError("The page is larger than 8 MiB", _ADVICE)
    document = _document(page, url)
    if document is None or not (document.text or "").strip():
        raise UnreadableError("No article was found on the page", _ADVICE)
    # A line is a paragraph here; blank lines between them say so to what joins hard-wrapped lines.
    return _told(document, page), (document.text or "").replace("\n", "\n\n")


def _document(page: str, url: str | None) -> Document | None:
    try:
        found = _extraction()(
            page,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            favor_precision=True,
            date_extraction_params=_DATES,
        )
    except (RecursionError, ValueError) as error:
        raise UnreadableError("The page is too broken to be taken apart", _ADVICE) from error
    return found  # type: ignore[return-value]


def _without_site(title: str | None, site: str | None) -> str | None:
    """A page's title without the outlet's name behind a bar or a dash."""
    if title and site:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}\s*$", "", title, flags=re.IGNORECASE)
    return title or None


@cache
def _extraction() -> Callable[..., object]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second; only pages need it

    # Where nobody listens, its warnings ("discarding data") would go to standard error; we raise our own words.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return bare_extraction


def _moment(day: str | None, page: str) -> str | None:
    """The publication day, to the minute where the page tells it for that same day."""
    for found in _TIMED.finditer(page[:LARGEST]):
        moment = moments.published(found["property"] or found["json"])
        if day and moment and moment[:10] == day:
            return moment
    return day


def _told(document: Document, page: str) -> Told:
    return Told(
        title=_without_site(document.title, document.sitename),
        publisher=document.sitename or None,
        byline=(document.author or "").replace("; ", ", ") or None,
        published=_moment(document.date, page),
        url=document.url or None,
    )
