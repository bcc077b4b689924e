"""Every page answers, shows what its record says, and has a JSON twin that reads back strictly."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from starlette.testclient import TestClient

from tests.factory import attack
from tests.web import desks
from whosays import store
from whosays.store import IncidentFilter, Window
from whosays.web import make_app
from whosays.web.pages.actor import ActorView
from whosays.web.pages.brief import BriefView
from whosays.web.pages.disputes import DisputesView
from whosays.web.pages.incident import IncidentView
from whosays.web.pages.incidents import IncidentsView, MapView, TimelineView
from whosays.web.pages.report import ReportView
from whosays.web.pages.searching import SearchView, StatementsView
from whosays.web.pages.stories import StoriesView, StoryView
from whosays.web.routes import PAGES, Page


def addresses(db: Path) -> dict[str, str]:
    """An address for each page of the list, on this store."""
    with store.open(db) as opened:
        incident = opened.screens.incidents(IncidentFilter(standing="disputed"), Window()).rows[0].id
        (dispute, *_), _many = opened.screens.disputes(Window())
        report = opened.reports()[0].id
        story = opened.stories()[0].id
    given = {
        "/incidents/{id}": f"/incidents/{incident}",
        "/reports/{id}": f"/reports/{report}",
        "/actors/{id:path}": "/actors/group:ttp",
        "/disputes/{id}": f"/disputes/{dispute.id}",
        "/stories/{id}": f"/stories/{story}",
    }
    return {page.path: given.get(page.path, page.path) for page in PAGES if page.path != "/jobs/{id}"}


def read(visitor: TestClient, address: str, kind: type[msgspec.Struct]) -> msgspec.Struct:
    answer = visitor.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return msgspec.json.decode(answer.content, type=kind)


@pytest.mark.parametrize("page", [p for p in PAGES if p.path != "/jobs/{id}"], ids=lambda p: p.path)
def test_each_page_has_a_stable_address_and_a_json_twin(visitor: TestClient, examples: Path, page: Page) -> None:
    address = addresses(examples)[page.path]
    shown = visitor.get(address)
    assert shown.status_code == 200
    assert shown.headers["content-type"].startswith("text/html")
    assert shown.text.count("<h1") == 1
    (twin,) = re.findall(r'<link rel="alternate" type="application/json" href="([^"]+)"', shown.text)
    told = read(visitor, twin, page.view)
    by_accept = visitor.get(address, headers={"accept": "application/json"})
    assert msgspec.json.decode(by_accept.content, type=page.view) == told


def test_no_page_asks_the_network_or_carries_script_or_style_in_its_text(visitor: TestClient, examples: Path) -> None:
    for address in addresses(examples).values():
        text = visitor.get(address).text
        assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!example\.)[^"]*"[^>]*>(?!original)', text)
        assert not re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text)


def test_every_link_within_the_desk_leads_somewhere(visitor: TestClient, examples: Path) -> None:
    seen: set[str] = set()
    for address in addresses(examples).values():
        seen.update(re.findall(r'href="(/[^"#]*)', visitor.get(address).text.replace("&amp;", "&")))
    assert len(seen) > 100
    broken = {link for link in sorted(seen) if visitor.get(link).status_code not in (200, 303)}
    assert broken == set()


def test_the_brief_of_the_day_is_that_of_the_last_day_with_reports(visitor: TestClient) -> None:
    found = read(visitor, "/brief.json", BriefView)
    assert isinstance(found, BriefView)
    assert (found.last, found.before, found.after) == ("2024-11-28", "2024-11-27", None)
    week = read(visitor, "/brief.json?day=2024-05-18&length=week", BriefView)
    assert isinstance(week, BriefView)
    assert week.brief.period.since == "2024-05-12"
    assert week.brief.counts.reports > found.brief.counts.reports
    everything = read(visitor, "/brief.json?length=all", BriefView)
    assert isinstance(everything, BriefView)
    assert everything.brief.counts.reports == 18


def test_every_sentence_of_the_brief_leads_to_its_words(visitor: TestClient) -> None:
    text = visitor.get("/?length=all").text
    called = set(re.findall(r'href="#(n\d+)"', text))
    assert called == set(re.findall(r'<li id="(n\d+)"', text))
    report, start, end = re.findall(r'href="/reports/(\w+)\?at=(\d+)-(\d+)#asked"', text)[0]
    page = visitor.get(f"/reports/{report}?at={start}-{end}").text
    assert 'id="asked"' in page
    marked = "".join(re.findall(r'<(?:a|span) class="w [^"]*asked[^"]*"[^>]*>([^<]*)<', page))
    coded = read(visitor, f"/reports/{report}.json", ReportView)
    assert isinstance(coded, ReportView)
    assert marked.replace("&#39;", "'") == coded.coded.report.text[int(start) : int(end)]


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("md", b"# Situation report"), ("html", b"<!doctype html>"), ("docx", b"PK"), ("pdf", b"%PDF")],
)
def test_the_brief_can_be_taken_along(visitor: TestClient, ending: str, begins: bytes) -> None:
    taken = visitor.get(f"/brief/{ending}?day=2024-05-15&length=week")
    assert taken.status_code == 200, taken.text
    assert taken.content.lower().startswith(begins.lower())
    assert taken.headers["content-disposition"] == f'attachment; filename="situation-report-2024-05-15.{ending}"'
    assert f"/brief/{ending}?" in visitor.get("/").text


def test_a_brief_in_no_form_is_told(visitor: TestClient) -> None:
    assert visitor.get("/brief/xls").status_code == 404
    assert "md, html, docx, pdf" in visitor.get("/brief/xls").text


def test_incidents_are_filtered_by_class_actor_place_time_and_standing(visitor: TestClient) -> None:
    def ids(asked: str) -> list[str]:
        found = read(visitor, f"/incidents.json?{asked}", IncidentsView)
        assert isinstance(found, IncidentsView)
        return [line.title for line in found.lines]

    whole = visitor.get("/incidents.json").json()["found"]
    assert (len(ids("")), len(ids("page=2"))) == (50, whole - 50)
    assert "Suicide attack, Peshawar" in ids("standing=disputed")
    assert "Suicide attack, Peshawar" in ids("place=Peshawar&type=assault")
    assert all(title.endswith(", Peshawar") for title in ids("place=Peshawar"))
    astana = ids("since=2024-07-03&until=2024-07-04&type=CONSULT&place=Astana")
    assert astana
    assert all(title.endswith(", Astana") for title in astana)
    assert "Ceasefire" in ids("actor=hezbollah")
    assert ids("text=no+such+words") == []


def test_an_incident_shows_its_evidence_numbers_claims_conflicts_and_reasons(visitor: TestClient) -> None:
    listed = read(visitor, "/incidents.json?place=Peshawar", IncidentsView)
    assert isinstance(listed, IncidentsView)
    found = read(visitor, f"/incidents/{listed.lines[0].row.id}.json", IncidentView)
    assert isinstance(found, IncidentView)
    assert found.title == desks.PESHAWAR
    assert len(found.tellings) == len(found.incident.reports) > 4
    told = {(toll.effect, toll.count, toll.quote.publisher) for toll in found.tolls}
    assert ("killed", "12", "Harbour Wire") in told
    assert ("killed", "15", "The Meridian Post") in told
    said = {(line.party.name, line.act) for line in found.held}
    assert ("Islamic State Khorasan Province", "claim") in said
    assert ("Tehrik-i-Taliban Pakistan", "blame") in said
    assert {"update", "contradiction"} <= {conflict.kind for conflict in found.conflicts}
    assert not any("PAK:force:police" in r.detail for c in found.conflicts for r in c.reasons)
    assert found.reasons
    assert found.summary


def test_each_place_says_how_large_it_is(visitor: TestClient) -> None:
    found = read(visitor, "/incidents/map.json", MapView)
    assert isinstance(found, MapView)
    precisions = {place.name: place.precision for place in found.places}
    assert precisions["Peshawar"] == "town"
    assert precisions["Lebanon"] == "country"
    assert precisions["British Columbia"] == "province"
    whole = visitor.get("/incidents.json").json()["found"]
    assert found.unplaced + sum(place.incidents for place in found.places) == whole


def test_the_timeline_counts_each_incident_once(visitor: TestClient) -> None:
    found = read(visitor, "/incidents/timeline.json?since=2024-01-01&until=2024-12-31", TimelineView)
    assert isinstance(found, TimelineView)
    assert found.step == "week"
    assert sum(bar.incidents for bar in found.total) == sum(lane.incidents for lane in found.lanes) == found.found
    usual = read(visitor, "/incidents/timeline.json", TimelineView)
    assert isinstance(usual, TimelineView)
    first, last = date.fromisoformat(str(usual.since)), date.fromisoformat(str(usual.until))
    assert ((last - first).days, usual.step, len(usual.total)) == (59, "day", 60)
    assert usual.total[-1].incidents > 0


def test_an_actor_whom_only_the_lists_know_has_a_page(visitor: TestClient) -> None:
    page = visitor.get("/actors/body:au").text
    assert "African Union" in page
    assert "No statement of it is kept." in page
    linked = re.findall(r'href="(/actors/[A-Z]{3})"', page)
    assert linked
    assert {visitor.get(to).status_code for to in linked} == {200}
    assert visitor.get("/actors/body:nobody-knows").status_code == 404


def test_an_actor_with_words_deeds_relations_and_offices(visitor: TestClient) -> None:
    found = read(visitor, "/actors/group:ttp.json", ActorView)
    assert isinstance(found, ActorView)
    assert found.actor.name == "Tehrik-i-Taliban Pakistan"
    assert "deny" in {row.act for row in found.statements}
    assert ("Pakistani Interior Ministry", "blame") in {(row.speaker, row.act) for row in found.said_of}
    assert found.incidents_found == len(found.incidents) > 0
    assert "PAK:force:police" in {other.id for other in found.relations}
    head = read(visitor, "/actors/person:vladimir-putin.json", ActorView)
    assert isinstance(head, ActorView)
    assert any(line.of.name == "Russia" for line in head.offices)


def test_a_story_leads_to_its_reports_and_they_lead_back(visitor: TestClient) -> None:
    listed = read(visitor, "/stories.json", StoriesView)
    assert isinstance(listed, StoriesView)
    first = listed.stories[0]
    told = read(visitor, f"/stories/{first.id}.json", StoryView)
    assert isinstance(told, StoryView)
    assert len(told.reports) == first.reports > 1
    assert told.story.reasons
    report = read(visitor, f"/reports/{told.reports[-1].id}.json", ReportView)
    assert isinstance(report, ReportView)
    assert report.story == first.id
    assert f"/stories/{first.id}" in visitor.get(f"/reports/{told.reports[-1].id}").text


def test_disputes_show_all_sides_with_their_words(visitor: TestClient) -> None:
    found = read(visitor, "/disputes.json", DisputesView)
    assert isinstance(found, DisputesView)
    assert len(found.disputes) == found.found > 0
    for one in found.disputes:
        assert all(side.quotes for side in one.sides)
        assert sum(len(side.quotes) for side in one.sides) > 1
    assert any({side.holds for side in one.sides} >= {"true", "false"} for one in found.disputes)
    (who,) = (one for one in found.disputes if one.dispute.about.startswith("Who "))
    answers = [side.answer for side in who.sides]
    assert {a.name for a in answers if a} == {"Islamic State Khorasan Province", "Tehrik-i-Taliban Pakistan"}
    page = visitor.get(f"/disputes/{who.dispute.id}").text
    assert all(f'href="/actors/{a.id}"' in page for a in answers if a)


def test_search_by_words_and_fields(visitor: TestClient) -> None:
    def titles(asked: str) -> list[str | None]:
        found = read(visitor, f"/search.json?{asked}", SearchView)
        assert isinstance(found, SearchView)
        return [hit.title for hit in found.hits]

    assert len(titles('q="bus+terminal"')) > 2
    assert 0 < len(titles('q="bus+terminal"&publisher=harbour')) < len(titles('q="bus+terminal"'))
    assert titles("q=peshawar&until=2020-01-01") == []
    assert len(titles("since=2024-11-27")) == 2
    assert "<mark>" in visitor.get("/search?q=terminal").text
    assert "Tehrik" in visitor.get("/search?q=taliban").text


def test_statements_by_act_and_speaker(visitor: TestClient) -> None:
    found = read(visitor, "/statements.json?act=deny&speaker=India", StatementsView)
    assert isinstance(found, StatementsView)
    assert found.rows
    assert {row.act for row in found.rows} == {"deny"}


def test_every_record_has_an_address_by_its_id_alone(visitor: TestClient, examples: Path) -> None:
    with store.open(examples) as opened:
        coded = opened.coded(opened.reports()[0].id)
        dispute = opened.disputes()[0]
    event, statement, mention = coded.events[0].id, coded.statements[0].id, coded.mentions[0].id
    report = coded.report.id
    for record, leads in (
        (f"event:{event}", f"/reports/{report}#r-{event}"),
        (statement, f"/reports/{report}#r-{statement}"),
        (dispute.id, f"/disputes/{dispute.id}"),
        (report, f"/reports/{report}"),
        (mention, f"/reports/{report}?at="),
        ("group:ttp", "/actors/group:ttp"),
    ):
        answer = visitor.get(f"/records/{record}")
        assert answer.status_code == 303, record
        assert answer.headers["location"].startswith(leads)
    assert visitor.get("/records/nope").status_code == 404


@pytest.mark.parametrize(
    ("address", "code", "says"),
    [
        ("/nope", 404, "no page has this address"),
        ("/incidents/abc", 404, "no incident abc"),
        ("/reports/abc", 404, "no report abc"),
        ("/actors/group:nobody", 404, "is named by any report"),
        ("/disputes/abc", 404, "no dispute abc"),
        ("/stories/abc", 404, "no story 'abc'"),
        ("/jobs/99", 404, "no such work"),
        ("/incidents?colour=red", 400, "since, until, type, actor, place, text, standing, page"),
        ("/incidents?since=yesterday", 400, "days are written as 2026-03-01"),
        ("/incidents?until=2024-02-31", 400, "2024-02-31 is no day"),
        ("/incidents?page=0", 400, "page"),
        ("/incidents?standing=sure", 400, "standing"),
        ("/?day=2024-99-01", 400, "2024-99-01 is no day"),
        ("/search?q=***", 400, "nothing to search for"),
        ("/statements?act=sing", 400, "act"),
    ],
)
def test_what_cannot_be_shown_is_told_with_what_to_do(visitor: TestClient, address: str, code: int, says: str) -> None:
    shown = visitor.get(address)
    assert shown.status_code == code
    assert says.lower() in shown.text.replace("&#39;", "'").lower()
    path, _, query = address.partition("?")
    twin = visitor.get(f"{'/brief' if path == '/' else path}.json?{query}")
    assert twin.status_code == code
    assert says in twin.json()["error"] or code == 404


def test_an_empty_desk_says_how_to_begin(tmp_path: Path) -> None:
    with desks.client(desks.room(tmp_path / "new.db")) as visitor:
        assert 'No report is kept yet. <a href="/add">Add some</a>' in visitor.get("/").text
        for page in PAGES:
            if "{" not in page.path:
                assert visitor.get(page.path).status_code == 200, page.path


class _Elements(HTMLParser):
    """The elements and attributes of a page that a stranger would like to write into it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("img", "iframe", "object", "embed", "style") or (tag == "script" and "src" not in given):
            self.found.append(tag)
        self.found.extend(name for name in given if name.startswith("on") or name == "style")
        self.found.extend(
            v for n, v in given.items() if n in ("href", "src", "action") and not v.startswith(("/", "#"))
        )


def harmful(page: str) -> list[str]:
    elements = _Elements()
    elements.feed(page)
    return elements.found


def test_text_of_strangers_is_shown_and_does_nothing(tmp_path: Path) -> None:
    db = tmp_path / "hostile.db"
    coded = desks.hostile()
    desks.fill(db, coded, attack())
    with store.open(db) as opened:
        incident = next(i for i in opened.incidents() if coded.report.id in i.reports).id
    with desks.client(desks.room(db)) as visitor:
        actor = quote(coded.entities[0].id)
        hidden = "actor=%22%3E%3Cscript%3Ealert(3)%3C/script%3E"
        pages = [page.path for page in PAGES if "{" not in page.path]
        shown = [f"/incidents/{incident}", f"/reports/{coded.report.id}", f"/actors/{actor}", f"/incidents?{hidden}"]
        for address in (*pages, *shown, "/review?kind=events", "/search?q=script", "/search?q=%3Cscript%3E"):
            assert harmful(visitor.get(address).text) == [], address
        page = visitor.get(f"/reports/{coded.report.id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<bdi>javascript:alert(1)</bdi>" in page


def test_a_fault_of_ours_is_told_as_one_behind_the_same_guard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("<b>twelve</b>")

    monkeypatch.setattr("whosays.desk.brief_as_derived", fail)
    visitor = TestClient(
        make_app(desks.room(tmp_path / "new.db")), base_url="http://localhost", raise_server_exceptions=False
    )
    for address, says in (("/", "&lt;b&gt;twelve&lt;/b&gt;"), ("/brief.json", "ValueError: <b>twelve</b>")):
        answer = visitor.get(address)
        assert answer.status_code == 500
        assert says in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
