"""The strict border: what goes out comes back the same, and what does not belong is refused with its path."""

from __future__ import annotations

import json

import pytest

from tests.factory import attack
from whosays import codec
from whosays.errors import RecordError
from whosays.records import CodedReport, Report, Span, event_id, report_id, statement_id


def test_a_line_comes_back_as_the_same_record() -> None:
    coded = attack()
    assert codec.decode(codec.encode(coded), CodedReport) == coded
    assert codec.decode_any(codec.encode(coded)) == coded
    assert list(codec.lines([coded])) == [codec.encode(coded) + b"\n"]


def test_an_unknown_key_is_refused_with_its_path() -> None:
    raw = json.loads(codec.encode(attack()))
    raw["events"][0]["trigger"]["colour"] = "red"
    with pytest.raises(RecordError, match=r"unknown field `colour` - at `\$\.events\[0\]\.trigger`"):
        codec.decode(json.dumps(raw), CodedReport)


def test_a_wrong_value_is_refused_with_its_path() -> None:
    raw = json.loads(codec.encode(attack()))
    raw["events"][0]["status"] = "perhaps"
    with pytest.raises(RecordError, match=r"at `\$\.events\[0\]\.status`"):
        codec.decode(json.dumps(raw), CodedReport)


@pytest.mark.parametrize("line", [b"", b"{", b'{"record": "omen"}', b"[]"])
def test_what_is_no_record_says_so(line: bytes) -> None:
    with pytest.raises(RecordError, match="not a record"):
        codec.decode_any(line)


def test_the_schema_names_every_record_and_refuses_other_keys() -> None:
    definitions = codec.schema()["$defs"]
    assert {"Report", "Event", "Statement", "Incident", "Dispute", "Judgement", "Span", "Interval"} <= set(definitions)
    assert all(d.get("additionalProperties") is False for d in definitions.values() if d["type"] == "object")


def test_ids_say_what_a_record_is_and_not_what_was_concluded() -> None:
    span = Span(report="r", start=3, end=9)
    assert report_id("text", "Wire", None) == report_id("text", "Wire", None) != report_id("text", "Post", None)
    assert len(event_id(span, "ASSAULT")) == 16
    assert statement_id(span, "deny", [span]) != statement_id(span, "assert", [span])


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Report(id="r", text="t").text = "u"  # type: ignore[misc]


def test_the_word_as_stays_as_in_json() -> None:
    raw = json.loads(codec.encode(attack()))
    targets = [t for s in raw["statements"] for t in s["about"]]
    assert all(set(t) == {"target", "as"} for t in targets)
    assert "as" in codec.schema()["$defs"]["Target"]["properties"]
