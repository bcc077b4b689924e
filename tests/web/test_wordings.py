"""How the desk says things."""

import pytest

from whosays.records import Count
from whosays.web import wordings


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024-05-14", "14 May 2024"), ("2024-05-14T10:00", "14 May 2024"), ("2024-05", "May 2024"), ("2011", "2011"),
        (None, "no date"), ("long ago", "long ago"),
    ],
)  # fmt: skip
def test_a_date_as_far_as_it_is_known(iso: str | None, said: str) -> None:
    assert wordings.day(iso) == said


def test_numbers_as_they_were_told() -> None:
    told = [
        Count(low=12, high=12), Count(low=12, high=None), Count(low=None, high=12), Count(low=12, high=15),
        Count(low=24, high=99, approximate=True), Count(low=None, high=None),
    ]  # fmt: skip
    assert [wordings.count(c) for c in told] == ["12", "≥ 12", "≤ 12", "12–15", "≈ 24–99", "?"]
    assert [wordings.span_of(*s) for s in ((11, 15), (3, 3), (3, None), (None, None))] == ["11–15", "3", "3", ""]


def test_ids_in_a_reason_are_told_as_names() -> None:
    names = {"PAK": "Pakistan", "PAK:force:police": "Pakistani police"}
    assert wordings.with_names("PAK:force:police told 12, PAK 15", names) == "Pakistani police told 12, Pakistan 15"
    assert wordings.with_names("PAKISTAN and own:PAK stay", names) == "PAKISTAN and own:PAK stay"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://news.example/a?b=c", True), ("http://news.example", True), ("javascript:alert(1)", False),
        ("data:text/html,x", False), ("//news.example", False), ("https://", False), ("http://[", False), (None, False),
    ],
)  # fmt: skip
def test_only_addresses_of_pages_are_links(url: str | None, safe: bool) -> None:
    assert (wordings.safe_address(url) == url and url is not None) is safe
