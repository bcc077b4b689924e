"""Who may ask, and what a browser may do with the answer."""

from pathlib import Path

import pytest

from tests.factory import attack
from tests.web import desks
from whosays.web.guarding import LARGEST_FORM, Door, host_of
from whosays.web.serving import Serving, address_of, door_of


@pytest.fixture
def db(tmp_path: Path) -> Path:
    desks.fill(tmp_path / "a.db", attack())
    return tmp_path / "a.db"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8040", "LOCALHOST:80", "[::1]:8040", "[::1]"])
def test_the_desk_answers_to_its_own_names(db: Path, host: str) -> None:
    with desks.client(desks.room(db)) as visitor:
        assert visitor.get("/add", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8040", "", "[::2]"])
def test_a_name_made_to_point_here_is_turned_away(db: Path, host: str) -> None:
    with desks.client(desks.room(db)) as visitor:
        answer = visitor.get("/brief.json", headers={"host": host})
        assert answer.status_code == 421
        assert "--allow-host" in answer.text


def test_host_names_are_read_with_and_without_ports() -> None:
    assert [host_of(h) for h in ("a:1", "a", "[::1]:80", "[::1]", "a:b:80", "")] == [
        "a", "a", "[::1]", "[::1]", "a:b", "",
    ]  # fmt: skip


def test_every_answer_forbids_what_the_desk_does_not_do(db: Path) -> None:
    with desks.client(desks.room(db)) as visitor:
        for address in ("/", "/brief.json", "/static/desk.css", "/nope", "/static/nope"):
            headers = visitor.get(address).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert "http" not in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"
            assert "access-control-allow-origin" not in headers


def judgement(room_key: str) -> dict[str, str]:
    return {"form_key": room_key, "verdict": "right", "target": attack().events[0].id}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://localhost:9999"},
    ],
)
def test_forms_of_other_sites_are_refused(db: Path, headers: dict[str, str]) -> None:
    room = desks.room(db)
    with desks.client(room) as visitor:
        assert visitor.post("/judge", data=judgement(room.form_key), headers=headers).status_code == 403
        with room.open() as opened:
            assert opened.judgements() == []


def test_a_form_needs_the_key_of_this_session(db: Path) -> None:
    room = desks.room(db)
    with desks.client(room) as visitor:
        for key in ("", "wrong", desks.room(db).form_key):
            assert visitor.post("/judge", data=judgement(key)).status_code == 403
        sent = visitor.post("/judge", data=judgement(room.form_key), headers={"origin": "http://localhost"})
        assert sent.status_code == 303


def test_an_act_is_never_done_by_following_a_link(db: Path) -> None:
    with desks.client(desks.room(db)) as visitor:
        for address in ("/judge", "/refresh", "/add/text", "/add/files", "/add/address"):
            assert visitor.get(address).status_code in (404, 405)


def test_a_form_that_is_too_large_or_of_no_length_is_refused(db: Path) -> None:
    with desks.client(desks.room(db)) as visitor:
        large = visitor.post("/add/text", content=b"x", headers={"content-length": str(LARGEST_FORM + 1)})
        assert large.status_code == 413
        endless = visitor.post("/add/text", content=iter([b"x"]))
        assert endless.status_code == 413


# -- beyond this machine --------------------------------------------------------------------------


def test_beyond_this_machine_there_is_always_a_key() -> None:
    for serving in (Serving("0.0.0.0"), Serving("192.0.2.7"), Serving("::"), Serving(allow_hosts=("desk.example",))):
        door = door_of(serving)
        assert door.key is not None
        assert len(door.key) > 20
        assert f"?key={door.key}" in address_of(serving, door)
    for serving in (Serving(), Serving("localhost"), Serving("::1"), Serving("127.0.0.2")):
        assert door_of(serving).key is None


def test_with_a_key_nothing_is_shown_without_it(db: Path) -> None:
    door = Door(frozenset({"localhost"}), "secret-key")
    with desks.client(desks.room(db), door) as visitor:
        for address in ("/", "/brief.json", "/static/desk.css", "/?key=wrong", "/openapi.json"):
            assert visitor.get(address).status_code == 401
        entered = visitor.get("/incidents?key=secret-key")
        assert (entered.status_code, entered.headers["location"]) == (303, "/incidents")
        cookie = entered.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert visitor.get("/").status_code == 200
    with desks.client(desks.room(db), door) as program:
        assert program.get("/brief.json", headers={"authorization": "Bearer secret-key"}).status_code == 200
        assert program.get("/brief.json", headers={"authorization": "Bearer wrong"}).status_code == 401


def test_files_of_the_machine_are_not_served(db: Path) -> None:
    with desks.client(desks.room(db)) as visitor:
        for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
            assert visitor.get(path).status_code == 404, path
