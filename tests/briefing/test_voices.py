"""On whose word something is told."""

import pytest

from whosays.briefing.voices import Voice, cited, heard

POLICE = "the police"


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ([Voice("Own Wire")], "Own Wire"),
        ([Voice("Own Wire", POLICE)], "the police (in Own Wire)"),
        ([Voice("Own Wire", POLICE), Voice("Bel Post", POLICE)], "the police (in Own Wire and Bel Post)"),
        (
            [Voice("Own Wire", POLICE), Voice("City Times"), Voice("Bel Post", POLICE), Voice("Own Wire", "the mayor")],
            "the police (in Own Wire and Bel Post), City Times and the mayor (in Own Wire)",
        ),
        ([Voice("Own Wire"), Voice("Own Wire", POLICE)], "the police (in Own Wire)"),
        ([], ""),
    ],
)
def test_voices_as_they_are_cited(voices: list[Voice], expected: str) -> None:
    assert cited(voices) == expected


def test_a_publisher_that_cites_somebody_is_no_voice_of_its_own() -> None:
    assert heard([Voice("Own Wire"), Voice("Bel Post"), Voice("Own Wire", POLICE)]) == (
        Voice("Bel Post"),
        Voice("Own Wire", POLICE),
    )
