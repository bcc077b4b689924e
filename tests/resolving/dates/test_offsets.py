"""Days counted from another deed's day: "arrested him on Friday, two days after ..."."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Police arrested a man on Friday, a day after a bomb had killed two people.", {"2024-05-10", "2024-05-09"}),
        ("Police arrested a man on Friday, two days before a bomb killed two cooks.", {"2024-05-10", "2024-05-12"}),
        ("On Friday, a week after rebels shelled the town, the army arrested ten men.", {"2024-05-10", "2024-05-03"}),
        ("Police arrested a man on Friday, hours after a bomb had killed two people.", {"2024-05-10"}),
        ("Police arrested a man on Friday, days after a bomb had killed two people.", {"2024-05-10", None}),
        ("Police arrested a man on Friday, months after a bomb had killed two people.", {"2024-05-10", None}),
        ("Police arrested a man on Friday after a bomb had killed two people on 6 May.", {"2024-05-10", "2024-05-06"}),
    ],
)
def test_a_deed_that_is_told_by_the_days_between(text: str, days: set[str | None]) -> None:
    record = whosays.code(as_given(text, published="2024-05-15"))
    assert {e.when.start for e in record.events} == days


def test_what_is_counted_names_its_anchor() -> None:
    record = whosays.code(
        as_given("Police arrested a man on Friday, a day after a bomb had killed two people.", published="2024-05-15")
    )
    (bombing,) = (e for e in record.events if e.type == "ASSAULT")
    assert (bombing.when.basis, bombing.when.anchor) == ("relative", "2024-05-10")
