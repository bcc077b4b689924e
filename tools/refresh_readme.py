"""Writes what really comes out into the README, between its markers: ``python -m tools.refresh_readme``.

The first incident of the situation report on the example reports, and its first footnotes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from whosays import briefing, desk, reading, store
from whosays.briefing import Period

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_NOTES = 3


def between(text: str, marker: str, new: str) -> str:
    """The text with what stands between ``<!-- marker -->`` and ``<!-- /marker -->`` replaced."""
    pattern = rf"(<!-- {marker} -->\n).*?(<!-- /{marker} -->)"
    assert re.search(pattern, text, re.DOTALL), f"README.md has no markers for {marker}"
    return re.sub(pattern, lambda m: f"{m[1]}{new}{m[2]}", text, flags=re.DOTALL)


def shown() -> tuple[str, str]:
    """The first incident and the first footnotes of the brief on the example reports."""
    with store.open(":memory:") as kept:
        desk.add(kept, reading.read_all([ROOT / "examples" / "reports"]))
        text = briefing.render(desk.brief(kept, Period()), "terminal")
    head, _, rest = text.partition("\nKey incidents\n")
    first = rest.split("\n\n", 1)[0]
    notes = re.split(r"\n(?=\s*\[\d+\] )", text.partition("\nNotes\n-----\n")[2])[:_NOTES]
    counts = head.splitlines()[2]
    return f"```\n{counts}\n\nKey incidents\n{first}\n```\n", "```\n" + "\n".join(notes) + "\n```\n"


def main() -> int:
    """Rewrite the README; returns the exit status."""
    incident, notes = shown()
    text = README.read_text(encoding="utf-8")
    README.write_text(between(between(text, "brief", incident), "note", notes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
