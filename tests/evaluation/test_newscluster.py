"""Articles by what they are about: reading them, and grouping reports by their leading incident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.request import EvaluationError
from evaluation.sets import newscluster
from tests.factory import Draft, attack


def test_an_article_is_its_title_and_text(tmp_path: Path) -> None:
    told = "{'Category': 'world', 'Topic': 'own', 'Event': 'raid_in_karu'}"
    raw = {"title": "Raid in Karu", "text": "Raid in Karu Rebels fled.", "date_publish": "2026-03-04T00:00:00"}
    (tmp_path / "own.json").write_text(json.dumps(raw | {"newsCluster": told}))
    article = newscluster.read(tmp_path / "own.json")
    assert article.text == "Raid in Karu\n\nRebels fled."
    assert (article.published, article.event, article.category) == ("2026-03-04", "raid_in_karu", "world")
    (tmp_path / "own.json").write_text(json.dumps(raw))
    with pytest.raises(EvaluationError, match="not an article"):
        newscluster.read(tmp_path / "own.json")


def test_reports_of_one_incident_are_one_group() -> None:
    one, two, rain = attack(), attack("Other Wire", published="2026-03-06"), Draft("Rain fell.").done()
    homes = newscluster.group([one, rain, two])
    assert homes[0] == homes[2] != homes[1]
    assert homes[1] == f"report:{rain.report.id}"
