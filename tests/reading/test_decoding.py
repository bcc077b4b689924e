"""Bytes to text: the encodings that are met, and the files that are none."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from whosays.errors import UnreadableError
from whosays.reading import read, read_all
from whosays.reading.decoding import decode
from whosays.records import Report

TEXT = "Two soldiers were wounded near the “Café Liberté” in Gao — nobody claimed it."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_1() -> None:
    text = "Le gouverneur said that the café in Ségou had been closed since the première attack."
    assert decode(text.encode("latin-1")) == text


def test_declared_encoding_of_a_page() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Президент</body></html>'
    assert "Президент" in decode(page.encode("cp1251"))


def test_utf_8_goes_before_what_a_page_declares() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>Café</body></html>'
    assert "Café" in decode(page.encode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "It is empty"),
        (b" \n\t ", "It is empty"),
        (b"%PDF-1.7 some bytes", "This is a PDF"),
        (b"PK\x03\x04\x14\x00", "zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"\x00\x01\x02\x03" * 100, "binary file"),
        (b"\x00\x00\x00\x20ftypisom", "film or sound"),
        (gzip.compress(b"x" * 5000 + TEXT.encode())[:-12], "cut short"),
        (b"\x1f\x8b\x08garbage", "cut short or damaged"),
        ("Nobody in Ségou claimed the atta".encode() + b"\xe2\x80", "middle of a character"),
        ("Caf\u00e9 and B\u00e9b\u00e9 in Gao ".encode() + b"\xff were hit by a rocket", "damaged: byte"),
        (b"Too few words", "fewer than 4 words"),
        ("两名士兵被地雷炸伤。".encode(), "written in Chinese"),
        (b"\xef\xbb\xbf", "no text"),
        (b"<?xml version='1.0'?><rss><channel></channel></rss>", "a feed"),
        (b"word " * 200_000, "longer than 500,000 characters"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read(data)
    assert caught.value.advice


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "report.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    assert read(path).text == TEXT


def test_a_headline_alone_is_a_report() -> None:
    assert read(b"Mine wounds two soldiers").text == "Mine wounds two soldiers"


@settings(deadline=None)  # the first page and the first language question load what they need
@given(st.binary(max_size=400))
@example(b"<html><body><p>")
@example(b"[{]")
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for found in read_all([data]):
        if isinstance(found, Report):
            assert 0 <= found.body <= len(found.text)
        else:
            assert found.reason
            assert found.advice
