"""Web pages: what is article, what is told about it, and what pages do to a reader."""

from __future__ import annotations

import time

import pytest

from whosays.errors import UnreadableError
from whosays.reading import read

PARAGRAPHS = (
    "<p>HERAT, Afghanistan, Dec 11 (Harbour Wire) - Two soldiers were wounded on Wednesday when their lorry drove "
    "over a mine on the ring road, the governor's office said.</p>"
    "<p>Nobody has claimed the attack so far. The road was closed for the rest of the day, and engineers found "
    "a second mine that had not gone off.</p>"
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Mine wounds two soldiers near Herat - The Meridian Post</title>
<meta property="og:site_name" content="The Meridian Post">
<meta property="article:published_time" content="2024-12-12T08:30:00Z">
<meta name="author" content="Jane Doe">
<link rel="canonical" href="https://meridian-post.example/herat-mine">
</head><body><nav><a href="/">Home</a></nav>
<article><h1>Mine wounds two soldiers near Herat</h1>{PARAGRAPHS}</article>
<script>alert("never run")</script><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_article_and_its_metadata() -> None:
    report = read(PAGE.encode())
    assert report.title == "Mine wounds two soldiers near Herat"
    assert report.text.startswith("Mine wounds two soldiers near Herat\n\nHERAT, Afghanistan")
    assert report.text[report.body :].startswith("Two soldiers were wounded on Wednesday")
    assert "never run" not in report.text
    assert "All rights" not in report.text
    assert (report.publisher, report.published, report.byline) == ("The Meridian Post", "2024-12-12T08:30Z", "Jane Doe")
    assert (report.url, report.origin) == ("https://meridian-post.example/herat-mine", "Harbour Wire")
    assert (report.dateline, report.dateline_date) == ("HERAT, Afghanistan", "--12-11")


def test_the_title_stands_once() -> None:
    assert read(PAGE.encode()).text.count("Mine wounds two soldiers near Herat") == 1


def test_same_page_same_report() -> None:
    assert read(PAGE.encode()) == read(PAGE.encode())


def test_given_values_go_first() -> None:
    report = read(PAGE.encode(), url="https://mirror.example/1", publisher="Mirror", published="2024-12-14")
    assert (report.url, report.publisher, report.published) == ("https://mirror.example/1", "Mirror", "2024-12-14")


def test_xhtml_with_a_prolog_and_latin_1() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + PAGE.replace("a second", "a second, in a café,")
    assert "café" in read(page.replace('<meta charset="utf-8">', "").encode("latin-1")).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a><a href='/a'>About</a></nav></body></html>",
        "<html><head><title>x</title></head><body><script>var a = 'Two soldiers were wounded';</script></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadableError):
        read(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 20_000 + PARAGRAPHS + "</body></html>",
        "<html><body>" + "<b><i>" * 10_000 + PARAGRAPHS,
        "<html><body><p" + "<p" * 50_000,
        '<html><body data-x="' + "x" * 1_000_000 + '">' + PARAGRAPHS + "</body></html>",
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body>&b;&b;' + PARAGRAPHS,
        "<html><body>" + "<p>x" * 2_200_000,
    ],
    ids=["deep", "unclosed", "broken tags", "giant attribute", "entities", "too large"],
)
def test_hostile_pages_end_soon_and_in_words(page: str) -> None:
    start = time.monotonic()
    try:
        report = read(page.encode())
    except UnreadableError:
        pass
    else:
        assert "Two soldiers" in report.text
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("2024-12-12T08:30:00+04:30", "2024-12-12T08:30+04:30"),
        ("2024-12-12", "2024-12-12"),
        ("12 December 2024", "2024-12-12"),
    ],
)
def test_the_minute_is_kept_where_it_is_told(told: str, published: str) -> None:
    assert read(PAGE.replace("2024-12-12T08:30:00Z", told).encode()).published == published
