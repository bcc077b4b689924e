"""English is read, all else is named."""

from __future__ import annotations

import pytest

from whosays.errors import UnreadableError
from whosays.reading.language import require_english


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Deux soldats ont été blessés par une mine sur la route du nord, a dit le gouverneur.", "French"),
        ("Dos soldados resultaron heridos por una mina en la carretera del norte, dijo el gobernador.", "Spanish"),
        ("Zwei Soldaten wurden auf der Straße nach Norden durch eine Mine verletzt, sagte der Gouverneur.", "German"),
        ("DOS SOLDADOS RESULTARON HERIDOS POR UNA MINA EN LA CARRETERA DEL NORTE, DIJO EL GOBERNADOR.", "Spanish"),
        ("Двое солдат ранены.", "Russian"),
        ("دو سرباز در انفجار مین زخمی شدند.", "(Persian|Arabic|Pashto|Urdu)"),
        ("两名士兵被地雷炸伤。", "Chinese"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    with pytest.raises(UnreadableError, match=f"written in {language}"):
        require_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were wounded by a mine on the road to the north, the governor said.",
        "TWO SOLDIERS WERE WOUNDED BY A MINE ON THE ROAD TO THE NORTH, THE GOVERNOR SAID.",
        "Mine wounds two in Gao",
        "Mokhtar Belmokhtar, Iyad Ag Ghaly and Amadou Kouffa were named by the court in Bamako.",
        "Boko Haram blamed for raid in Borno",
        "President Recep Tayyip Erdoğan met Ilham Aliyev in Şuşa, the Turkish presidency said.",
    ],
)
def test_english_with_foreign_names_is_english(text: str) -> None:
    require_english(text)
