import numpy as np
import pytest

from whosays.parsing.network.bounds import bounds
from whosays.parsing.network.pieces import SETTINGS, setting


@pytest.mark.parametrize(
    ("words", "scores", "expected"),
    [
        ("see you there Thanks again", [0, -9, -9, -1, -9], [3]),  # a capital where no stop was written
        ("see you there thanks again", [0, -9, -9, 0.5, -9], [3]),  # nothing set in capitals: even odds count
        ("He left early and came home", [0, -9, -9, 0.5, -9, -9], []),  # a small letter among capitals needs more
        ("He left early i think", [0, -9, -9, 1.5, -9], [3]),
        ("SEE YOU THERE THANKS AGAIN", [0, -9, -9, -1, -9], []),  # capitals throughout say nothing
    ],
)
def test_how_a_word_is_set_tells_how_sure_one_must_be(words: str, scores: list[float], expected: list[int]) -> None:
    settings = np.array([SETTINGS.index(setting(word)) for word in words.split()], dtype=np.int32)
    sure = np.zeros(len(scores), dtype=np.int8)

    found = bounds(np.array(scores, dtype=np.float32), sure, settings)

    assert [start for start, _ in found] == [0, *expected]


def test_what_is_sure_is_not_asked_of_the_network() -> None:
    settings = np.full(3, SETTINGS.index("lower"), dtype=np.int32)

    found = bounds(np.array([0, -9, 9], dtype=np.float32), np.array([0, 1, -1], dtype=np.int8), settings)

    assert found == [(0, 1), (1, 3)]
