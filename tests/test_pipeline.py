"""The verbs in a row: what fails is told and stops nothing, and the number of workers changes no byte."""

import os
import subprocess
import sys

import pytest

import whosays
from whosays import codec, parsing, pipeline
from whosays.errors import UnreadableError
from whosays.parse import Parse
from whosays.pipeline import Tools
from whosays.records import CodedReport, Failure, Report

TEXTS = (
    "Rebels shelled the town of Belmora on 3 March 2026, killing four people. The army blamed the Northern Brigade.",
    "The foreign ministers of France and Germany met in Paris on 4 March 2026.",
    "The government denied that its troops had entered the village.",
    "Police arrested two men in Nairobi on Tuesday.",
    "The United Nations condemned the attack.",
    "Protesters marched through Tbilisi on Sunday.",
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return whosays.load_tools()


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [whosays.read_text(text, publisher="Own Wire", published="2026-03-05") for text in TEXTS]


def bytes_of(found: list[CodedReport | Failure]) -> list[bytes]:
    return [codec.encode(one) for one in found]


def test_reports_come_out_coded_in_order(tools: Tools, reports: list[Report]) -> None:
    found = list(whosays.code_reports(reports, tools))
    assert [one.report.id for one in found if isinstance(one, CodedReport)] == [r.id for r in reports]
    assert found == [whosays.code(report, tools) for report in reports]


def test_two_workers_give_the_same_bytes_as_one(tools: Tools, reports: list[Report]) -> None:
    failed = Failure(source="x.txt", reason="It is empty", advice="Give the whole report.")
    items: list[Report | Failure] = [*reports[:3], failed, *reports[3:]]
    alone = list(whosays.code_reports(items, tools))
    assert alone[3] == failed
    assert bytes_of(list(whosays.code_reports_on(2, items))) == bytes_of(alone)


def test_a_worker_keeps_its_matrices_to_one_thread(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setenv("VECLIB_MAXIMUM_THREADS", "3")
    monkeypatch.setattr(pipeline, "_equipment", [])
    told: dict[str, str] = {}

    def made() -> Tools:
        told.update(os.environ)
        return tools

    pipeline._equip(made)
    assert told["OPENBLAS_NUM_THREADS"] == "1"
    assert told["VECLIB_MAXIMUM_THREADS"] == "3"  # who has set it knows why


@pytest.mark.parametrize("module", ["whosays.cli", "whosays.pipeline", "whosays.web.serving"])
def test_matrices_are_not_loaded_before_their_threads_are_set(module: str) -> None:
    program = f"import sys, {module}; print('numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_one_worker_is_this_process_with_the_tools_that_are_made(tools: Tools, reports: list[Report]) -> None:
    assert list(pipeline.code_reports_on(1, reports, lambda: tools)) == list(whosays.code_reports(reports, tools))


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (UnreadableError("It is a poem", "Give a report."), "It is a poem. Give a report."),
        (IndexError("list index out of range"), "a fault in Whosays: IndexError: list index out of range"),
    ],
)
def test_a_report_that_fails_is_told_and_the_rest_goes_on(
    tools: Tools, reports: list[Report], monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    parse = parsing.parse

    def failing(report: Report, model: parsing.Model) -> Parse:
        if report.id == reports[1].id:
            raise error
        return parse(report, model)

    monkeypatch.setattr(parsing, "parse", failing)
    first, second, third = whosays.code_reports(reports[:3], tools)
    assert isinstance(first, CodedReport)
    assert isinstance(third, CodedReport)
    assert isinstance(second, Failure)
    assert second.reason == reason
    assert reports[1].id in second.source


def test_spans_point_at_words_of_the_report(tools: Tools, reports: list[Report]) -> None:
    for record in whosays.code_reports(reports, tools):
        assert isinstance(record, CodedReport)
        spans = [m.span for m in record.mentions] + [s for e in record.events for s in (e.trigger, *e.evidence)]
        spans += [s for said in record.statements for s in (said.cue, *said.content)]
        for span in spans:
            words = record.report.words(span)
            assert words
            assert words == words.strip()
