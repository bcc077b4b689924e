"""Users' own lists: CSV, and dictionaries in PETRARCH's format."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.errors import KnowledgeError, NotFoundError
from whosays.gazetteer import load_petrarch, load_user_csv
from whosays.records import Code

ACTORS = """\
<!-- our own
     little dictionary -->
FREEDONIA [FRD]   # a state
+FREEDONIAN
SYLVANIA_  ; neighbour
+SYLVANIAN_
\t[SYL]
RUFUS_T._FIREFLY [FRD]
\t[FRDOPP <19330101]
\t[FRDGOV 19330101-19361231]
\t[FRDELI >361231]
UNSPEAKABLE ISLE [---]
TWIN TOWNS [FRD/SYL]
"""
AGENTS = """\
!CHIEF! = HEAD, BOSS
TROOPS {} [~MIL] # many
ENVOY [~GOV]
DEPUTY {DEPUTIES} [~LEG]
RELIEF_SOCIETY [NGO~]
TRIBAL_!CHIEF! [~ELI]
"""


def _folder(tmp_path: Path, actors: str = ACTORS, agents: str = AGENTS) -> Path:
    (tmp_path / "ours.actors.txt").write_text(actors, encoding="utf-8")
    (tmp_path / "ours.agents.txt").write_text(agents, encoding="utf-8")
    return tmp_path


def test_petrarch_actors(tmp_path: Path) -> None:
    actors = {a.id: a for a in load_petrarch(_folder(tmp_path)).actors}
    assert list(actors) == [
        "user:freedonia", "user:sylvania", "user:rufus-t-firefly", "user:unspeakable-isle", "user:twin-towns",
    ]  # fmt: skip
    assert actors["user:freedonia"].aliases == ("FREEDONIAN",)
    assert actors["user:sylvania"].codes == (Code(code="SYL"),)
    assert actors["user:unspeakable-isle"].codes == ()
    assert actors["user:twin-towns"].codes == (Code(code="FRD/SYL"),)
    assert actors["user:freedonia"].source == "ours.actors.txt, line 3"


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        ("1932-12-31", ["FRD", "OPP"]),
        ("1933-01-01", ["FRD", "GOV"]),
        ("1936-12-31", ["FRD", "GOV"]),
        ("1937-01-01", ["FRD", "ELI"]),
    ],
)
def test_petrarch_dates_leave_one_block_a_day(tmp_path: Path, on: str, codes: list[str]) -> None:
    actor = next(a for a in load_petrarch(_folder(tmp_path)).actors if a.id == "user:rufus-t-firefly")
    held = [c.code for c in actor.codes if (c.start or "") <= on and (c.end is None or on < c.end)]
    assert held == codes


def test_petrarch_agents(tmp_path: Path) -> None:
    agents = load_petrarch(_folder(tmp_path)).agents
    assert [(a.noun, a.plural, a.code, a.before) for a in agents] == [
        ("TROOPS", None, "MIL", False),
        ("ENVOY", "ENVOYS", "GOV", False),
        ("DEPUTY", "DEPUTIES", "LEG", False),
        ("RELIEF SOCIETY", "RELIEF SOCIETIES", "NGO", True),
        ("TRIBAL HEAD", "TRIBAL HEADS", "ELI", False),
        ("TRIBAL BOSS", "TRIBAL BOSSES", "ELI", False),
    ]


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ("+ALONE [X]\n", "ours.actors.txt, line 1.*belongs to no actor"),
        ("\n\nFREEDONIA [FRD\n", "line 3.*bracket is not closed"),
        ("FREEDONIA [FRD <1933]\n", "line 1.*no date"),
        ("FREEDONIA [FRD <]\n", "line 1.*write"),
        ("FREEDONIA [F?D]\n", "line 1.*no code"),
    ],
)
def test_petrarch_actor_mistakes_name_file_and_line(tmp_path: Path, actors: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load_petrarch(_folder(tmp_path, actors=actors))


@pytest.mark.parametrize(
    ("agents", "message"),
    [("TROOPS [MIL]\n", "write NOUN"), ("TRIBAL_!CHIEF! [~ELI]\n", "!CHIEF! is not defined")],
)
def test_petrarch_agent_mistakes_name_file_and_line(tmp_path: Path, agents: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=f"ours.agents.txt, line 1.*{message}"):
        load_petrarch(_folder(tmp_path, agents=agents))


def test_a_folder_without_dictionaries(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    with pytest.raises(NotFoundError, match=r"notes\.txt"):
        load_petrarch(tmp_path)


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,name,kind,aliases,codes,start,end\n"
        "own:osterlich,Osterlich Guard,armed-group,OG|The Guard,reb,,1940-01-01\n"
        "own:osterlich,Osterlich Guard,armed-group,,mil,1940-01-01,\n"
        ",Bacteria,,,,,\n",
        encoding="utf-8",
    )
    guard, other = load_user_csv(path)
    assert guard.aliases == ("OG", "The Guard")
    assert guard.codes == (Code(code="REB", end="1940-01-01"), Code(code="MIL", start="1940-01-01"))
    assert guard.actor().sources == ("mine.csv, line 2",)
    assert (other.id, other.kind) == ("user:bacteria", "unknown")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,colour\nX,red\n", "unknown column 'colour'"),
        ("id,kind\nx,state\n", "'name' among them"),
        ("name,kind\nX,kingdom\n", r"mine\.csv, line 2: unknown kind 'kingdom'; known are state, body"),
        ("name,start\nX,soon\n", "line 2: 'soon' is no date"),
        ("name\n\nX\n?\n", "line 4: no name"),
    ],
)
def test_csv_mistakes_name_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        load_user_csv(path)


def test_csv_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such file"):
        load_user_csv(tmp_path / "none.csv")
