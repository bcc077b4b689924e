"""Adding and judging from the desk: done once, in the back, kept with the words, and taken back again."""

import json
from pathlib import Path

import pytest

import whosays
from tests.merging.tellings import KARU, Telling
from tests.web import desks
from whosays import fetching, store
from whosays.desk import judged, refresh
from whosays.errors import UnreadableError
from whosays.pipeline import Tools
from whosays.records import Judgement
from whosays.web import acts
from whosays.web.acts import Sent
from whosays.web.room import Room
from whosays.web.working import Job

RAID = "Rebels killed four soldiers in Kabul on 3 March 2026. The Taliban condemned the attack."

PAGE = f"<html><head><title>A raid in Kabul</title></head><body><article><p>{RAID * 3}</p></article></body></html>"


def ended(room: Room, address: str) -> Job:
    job = room.worker.wait(int(address.rpartition("/")[2]), 120)
    assert job is not None
    assert job.state in ("done", "failed")
    return job


@pytest.fixture
def empty(tmp_path: Path, tools: Tools) -> Room:
    return desks.room(tmp_path / "new.db", tools)


def reports(room: Room) -> list[tuple[str | None, str | None]]:
    with room.open() as opened:
        return [(r.publisher, r.published) for r in opened.reports()]


def test_a_pasted_report_is_read_coded_and_merged_in_the_back(empty: Room) -> None:
    form = {"form_key": empty.form_key, "text": RAID, "publisher": "Own Wire", "published": "2026-03-05"}
    with desks.client(empty) as visitor:
        sent = visitor.post("/add/text", data=form)
        assert sent.status_code == 303
        job = ended(empty, sent.headers["location"])
        assert (job.state, job.new, job.failures) == ("done", 1, ())
        assert reports(empty) == [("Own Wire", "2026-03-05")]
        assert "Done: 1 new, 0 known already" in visitor.get(sent.headers["location"]).text
        assert visitor.get(f"{sent.headers['location']}.json").json()["job"]["new"] == 1
        assert visitor.get("/incidents.json").json()["found"] == 1
        again = ended(empty, visitor.post("/add/text", data=form).headers["location"])
        assert (again.new, again.known) == (0, 1)


def test_files_are_pages_texts_and_tables(empty: Room) -> None:
    rows = [{"text": RAID, "publisher": f"Wire {n}", "published": "2026-03-05"} for n in range(2)]
    table = "".join(json.dumps(row) + "\n" for row in rows)
    files = [
        ("files", ("table.jsonl", table.encode(), "application/json")),
        ("files", ("page.html", PAGE.encode(), "text/html")),
        ("files", ("broken.txt", b"\x00\x01\x02" * 500, "text/plain")),
    ]
    with desks.client(empty) as visitor:
        sent = visitor.post("/add/files", data={"form_key": empty.form_key}, files=files)
        job = ended(empty, sent.headers["location"])
        assert (job.new, [f.source for f in job.failures]) == (3, ["broken.txt"])
        assert "broken.txt" in visitor.get("/failures").text
        nothing = visitor.post("/add/files", data={"form_key": empty.form_key}, files={"files": ("a.txt", b"")})
        assert nothing.status_code == 400
        assert "choose at least one" in nothing.text


def test_an_address_is_fetched_and_its_report_kept_with_it(empty: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(address: str) -> fetching.Fetched:
        if "gone" in address:
            raise UnreadableError("The server answers 404", "Look elsewhere.")
        return fetching.Fetched("https://news.example/raid", PAGE.encode())

    monkeypatch.setattr(fetching, "fetch", fetch)
    with desks.client(empty) as visitor:
        form = {"form_key": empty.form_key, "url": "https://news.example/r"}
        assert ended(empty, visitor.post("/add/address", data=form).headers["location"]).new == 1
        with empty.open() as opened:
            assert opened.reports()[0].url == "https://news.example/raid"
        gone = ended(
            empty, visitor.post("/add/address", data={**form, "url": "https://a.example/gone"}).headers["location"]
        )
        assert [(f.source, f.reason) for f in gone.failures] == [("https://a.example/gone", "The server answers 404")]
        for wrong in ("file:///etc/passwd", "ftp://a.example/", "http://user:word@a.example/", "nonsense"):
            assert visitor.post("/add/address", data={**form, "url": wrong}).status_code == 400


def test_fetching_may_be_switched_off(tmp_path: Path) -> None:
    room = desks.room(tmp_path / "new.db", may_fetch=False)
    with desks.client(room) as visitor:
        assert "/add/address" not in visitor.get("/add").text
        form = {"form_key": room.form_key, "url": "https://news.example/"}
        assert visitor.post("/add/address", data=form).status_code == 400


@pytest.mark.parametrize(
    ("form", "says"),
    [({"text": ""}, "text is empty"), ({"text": "Too short."}, "too short"), ({"text": RAID, "published": "x"}, "x")],
)
def test_what_cannot_be_added_is_told_at_once(empty: Room, form: dict[str, str], says: str) -> None:
    with desks.client(empty) as visitor:
        answer = visitor.post("/add/text", data={"form_key": empty.form_key, **form})
        assert answer.status_code == 400
        assert says in answer.text


def test_a_fault_in_a_job_is_shown_and_ends_nothing(tmp_path: Path) -> None:
    room = desks.room(tmp_path / "new.db")  # without tools: coding asserts
    with desks.client(room) as visitor:
        sent = visitor.post("/add/text", data={"form_key": room.form_key, "text": RAID})
        job = ended(room, sent.headers["location"])
        assert job.state == "failed"
        assert "a fault in Whosays" in visitor.get(sent.headers["location"]).text
        assert ended(room, f"/jobs/{room.worker.refresh().id}").state == "done"


# -- judging ------------------------------------------------------------------------------------------


def told(room: Room) -> list[tuple[str, str, str | None, str]]:
    with room.open() as opened:
        return [(j.verdict, j.target, j.value, j.by) for j in opened.judgements()]


def test_not_the_same_takes_an_incident_apart_and_undo_puts_it_together(tmp_path: Path) -> None:
    one, two = desks.two_tellings()
    db = tmp_path / "two.db"
    desks.fill(db, one, two)
    room = desks.room(db)
    pair = {
        "form_key": room.form_key,
        "target": one.events[0].id,
        "other": two.events[0].id,
        "back": "/review?kind=pairs",
    }
    with desks.client(room) as visitor:
        assert visitor.get("/incidents.json").json()["found"] == 1
        assert len(visitor.get("/review.json?kind=pairs").json()["pairs"]) == 1
        sent = visitor.post("/judge", data={**pair, "verdict": "not-same"})
        assert sent.headers["location"] == "/review?kind=pairs"
        assert visitor.get("/incidents.json").json()["found"] == 2
        assert visitor.get("/review.json?kind=pairs").json()["pairs"] == []
        assert [d["in_force"] for d in visitor.get("/review.json").json()["decisions"]] == [True]
        visitor.post("/judge", data={**pair, "verdict": "unsure"})
        assert visitor.get("/incidents.json").json()["found"] == 1
        assert len(visitor.get("/review.json?kind=pairs").json()["pairs"]) == 1
        assert [d["in_force"] for d in visitor.get("/review.json").json()["decisions"]] == [False, False]


def test_what_was_left_apart_is_put_together_by_a_word(tmp_path: Path) -> None:
    one = Telling("One Wire", "2026-03-05").of(mode="explosives", town=KARU).done()
    two = Telling("Two Wire", "2026-03-05").of(mode=None, town=KARU).done()
    db = tmp_path / "apart.db"
    desks.fill(db, one, two)
    room = desks.room(db)
    with desks.client(room) as visitor:
        (question,) = visitor.get("/review.json?kind=apart").json()["apart"]
        assert question["reasons"]
        ends = {"target": question["doubt"]["one"], "other": question["doubt"]["two"]}
        page = visitor.get("/review?kind=apart").text
        assert all(end in page for end in ends.values())
        sent = {**ends, "form_key": room.form_key, "back": "/review?kind=apart", "verdict": "same"}
        assert visitor.post("/judge", data=sent).headers["location"] == "/review?kind=apart"
        _caught_up(room)
        assert visitor.get("/incidents.json").json()["found"] == 1
        assert visitor.get("/review.json?kind=apart").json()["apart"] == []
        visitor.post("/judge", data={**sent, "verdict": "unsure"})
        _caught_up(room)
        assert visitor.get("/incidents.json").json()["found"] == 2
        assert len(visitor.get("/review.json?kind=apart").json()["apart"]) == 1


def _caught_up(room: Room) -> None:
    """An answer waits a few seconds for merging, and a crowded machine may take longer."""
    with room.open() as opened:
        refresh(opened)


def test_unsure_names_come_first_and_leave_the_queue_when_decided(own: Path) -> None:
    room = desks.room(own)
    with desks.client(room) as visitor:
        queue = visitor.get("/review.json").json()
        assert queue["kind"] == "links"
        weights = [question["link"]["weight"] for question in queue["links"]]
        assert weights == sorted(weights, reverse=True)
        first = queue["links"][0]
        mention, chosen = first["link"]["mention"], first["candidates"][0]["id"]
        form = {
            "form_key": room.form_key, "verdict": "corrected", "target": mention, "field": "target", "value": chosen,
            "judged": "unsure",
        }  # fmt: skip
        visitor.post("/judge", data=form)
        assert told(room) == [("corrected", mention, chosen, "ana")]
        with room.open() as opened:
            (kept,) = opened.judgements()
        assert kept.anchor is not None
        assert kept.anchor_type == "actor"
        assert mention not in str(visitor.get("/review.json?kind=links").json()["links"])
        undo = {"form_key": room.form_key, "verdict": "unsure", "target": mention, "field": "target"}
        visitor.post("/judge", data=undo)
        assert visitor.get("/review.json?kind=links").json()["links"][0]["link"]["mention"] == mention


def test_who_has_an_open_part_is_asked_and_the_answer_stands(tmp_path: Path) -> None:
    path = tmp_path / "open.db"
    text = "The Red Front has kidnapped dozens of nuns. Two nuns were kidnapped near Orli on Friday."
    desks.fill(path, whosays.code(whosays.read_text(text, published="2024-05-15")))
    room = desks.room(path)
    with desks.client(room) as visitor:
        (question,) = visitor.get("/review.json?kind=open").json()["open"]
        assert question["field"] == "actors"
        chosen = next(c for c in question["candidates"] if c["name"] == "Red Front")
        assert "who did it?" in visitor.get("/review?kind=open").text
        target = {"form_key": room.form_key, "target": question["card"]["id"], "field": "actors"}
        visitor.post("/judge", data={**target, "verdict": "corrected", "value": chosen["mention"]})
        _caught_up(room)
        assert visitor.get("/review.json?kind=open").json()["open"] == []
        with room.open() as opened:
            record = judged(opened, opened.reports()[0].id)
        event = next(e for e in record.events if e.id == question["card"]["id"])
        assert [who.name for who in whosays.actors(record, event)] == ["Red Front"]
        assert not [c for c in event.candidates if c.part == "actor"]
        visitor.post("/judge", data={**target, "verdict": "unsure"})
        assert len(visitor.get("/review.json?kind=open").json()["open"]) == 1
        visitor.post("/judge", data={**target, "verdict": "wrong"})
        assert visitor.get("/review.json?kind=open").json()["open"] == []


@pytest.mark.parametrize("value", ["Red Front", "0123456789abcdef"])
def test_a_party_that_the_report_does_not_name_is_refused(tmp_path: Path, value: str) -> None:
    path = tmp_path / "open.db"
    coded = whosays.code(whosays.read_text("Police arrested two bakers in Orli on Monday.", published="2024-05-15"))
    desks.fill(path, coded)
    room = desks.room(path)
    sent = {"form_key": room.form_key, "target": coded.events[0].id, "field": "actors", "verdict": "corrected"}
    with desks.client(room) as visitor:
        assert visitor.post("/judge", data={**sent, "value": value}).status_code == 404
        assert told(room) == []


def test_right_wrong_and_corrected_values_are_shown_and_can_be_undone(own: Path) -> None:
    room = desks.room(own)
    with room.open() as opened:
        coded = opened.coded(opened.reports()[0].id)
    event, page = coded.events[0].id, f"/reports/{coded.report.id}"
    with desks.client(room) as visitor:
        form = {"form_key": room.form_key, "target": event, "back": page}
        visitor.post("/judge", data={**form, "verdict": "wrong"})
        assert "Judged wrong" in visitor.get(page).text
        visitor.post("/judge", data={**form, "verdict": "corrected", "field": "killed", "value": "9"})
        text = visitor.get(page).text
        assert "Corrected: killed is <bdi>9</bdi> by <bdi>ana</bdi>" in text
        refused = visitor.post("/judge", data={**form, "verdict": "corrected", "field": "killed", "value": "<b>9</b>"})
        assert refused.status_code == 404
        assert "<b>9" not in refused.text
        visitor.post("/judge", data={**form, "verdict": "unsure"})
        assert "Judged wrong" not in visitor.get(page).text
        assert "Corrected" in visitor.get(page).text


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"verdict": "perhaps", "target": "x"}, 400),
        ({"verdict": "right"}, 400),
        ({"verdict": "right", "target": "nope"}, 404),
        ({"verdict": "corrected", "target": "nope"}, 400),
    ],
)
def test_a_decision_on_nothing_is_none(own: Path, form: dict[str, str], code: int) -> None:
    room = desks.room(own)
    with desks.client(room) as visitor:
        assert visitor.post("/judge", data={"form_key": room.form_key, **form}).status_code == code
    assert told(room) == []


@pytest.mark.parametrize(
    ("back", "leads"),
    [
        ("/review?kind=pairs", "/review?kind=pairs"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nset-cookie: x=1", "/"),
        ("", "/"),
    ],
)
def test_a_form_leads_back_to_the_desk_and_nowhere_else(back: str, leads: str) -> None:
    assert acts.back(Sent({"back": back})) == leads


def test_changes_that_no_incident_shows_are_told_and_brought_in(own: Path) -> None:
    room = desks.room(own)
    with store.open(own) as opened:
        event = opened.coded(opened.reports()[0].id).events[0]
        opened.judge(Judgement(id="j", verdict="right", target=event.id, by="ana", at="2026-03-05T10:00"))
    with desks.client(room) as visitor:
        assert "1 change is not in the incidents yet" in visitor.get("/incidents").text
        sent = visitor.post("/refresh", data={"form_key": room.form_key, "back": "/incidents"})
        assert sent.headers["location"] == "/incidents"
        assert "not in the incidents yet" not in visitor.get("/incidents").text
