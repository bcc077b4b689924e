"""Texts that break off anywhere, as feeds, captions and tickers do: they are coded, however much of them there is."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import report_id

TEXTS = (
    "Peruvian police saw a rocket that crashed near a bakery after its launch from the liberated Syrian city of Raqqa",
    "The actress, who shot a baker, was granted political asylum by Denmark while rebels held on to the town of Goma",
    "Denmark granted premier Ana Ruiz political asylum, the king said, as the Peruvian navy shot down nine drones",
    "Ana Ruiz and Jan Holub, who were both arrested in Lima, were silent; police fired gas at anti-Castro bakers",
)


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t[:30])
def test_text_that_breaks_off_is_coded(text: str) -> None:
    words = text.split()
    for end in range(1, len(words) + 1):
        cut = " ".join(words[:end]).rstrip(",;")
        record = whosays.code(whosays.Report(id=report_id(cut, None, None), text=cut, published="2024-05-15"))
        assert record.report.text == cut
