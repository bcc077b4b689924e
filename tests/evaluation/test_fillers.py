"""Who and what plays a role in a report: the phrases, what they may be, their signs, and how the weights are learnt."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays
from evaluation.fillers import ROLES, Chance, Filler, Read, fillers, normal, offered
from evaluation.fillers.choosing import taken
from evaluation.fillers.gates import meaning, roles_of
from evaluation.fillers.phrases import Phrase, phrases
from evaluation.fillers.relevance import OfRole, Relevance, signs_of_report, signs_of_sentences, steps
from evaluation.learn_roles import learn, lesson, main
from evaluation.limits import limit
from evaluation.regression import Signs
from evaluation.request import EvaluationError
from evaluation.running import as_given, stages
from evaluation.sets.roles import Document
from evaluation.templates import Told
from evaluation.weighing import ENOUGH

BOMB = "two powerful bombs destroyed the offices of the harbor bank. shining path guerrillas fled in a truck."
QUIET = "the minister opened the harbor fair. the visitors praised the new bank."


def _read(text: str) -> Read:
    parsed, record = stages(as_given(text))
    return Read(Told(record, parsed), whosays.merge([record]).incidents)


def _filler(words: str, start: int, end: int, actors: tuple[str, ...] = ()) -> Filler:
    place = Phrase(start, end, end - 1, "whole")
    return Filler(words, frozenset({"PerpOrg"}), frozenset(actors), (place,), (0,), (), frozenset())


def test_a_noun_is_cut_in_several_ways() -> None:
    told = _read(BOMB).told
    cuts = {told.parsed.text(p.start, p.end): p.cut for p in phrases(told)}
    assert cuts["two powerful bombs"] == "whole"
    assert cuts["powerful bombs"] == "no number"
    assert cuts["bombs"] == "no adjectives"
    assert cuts["offices of the harbor bank"] == "whole of"
    assert "shining path" in cuts


@pytest.mark.parametrize(
    ("words", "head", "label", "wanted"),
    [
        ("two bombs", "bombs", None, "Weapon"),
        ("the gunmen", "gunmen", None, "PerpInd"),
        ("Ana Ruiz", "Ruiz", "person", "Victim"),
        ("the harbor bank", "bank", None, "Target"),
        ("the national police", "police", None, "PerpOrg"),
    ],
)
def test_words_may_play_what_they_can_mean(words: str, head: str, label: str | None, wanted: str) -> None:
    assert wanted in roles_of(meaning(words, head, label, armed=False))


def test_a_person_is_no_thing_and_a_thing_nobody() -> None:
    assert roles_of(meaning("the gunmen", "gunmen", None, armed=False)).isdisjoint({"Victim", "Target", "Weapon"})
    assert roles_of(meaning("the bridge", "bridge", None, armed=False)).isdisjoint({"Victim", "PerpInd", "Weapon"})


def test_hedges_are_cut_off_and_letters_in_brackets_are_the_same() -> None:
    text = "alleged urban guerrillas of the front of villa (fov) murdered carlos ruiz. ruiz was the mayor."
    read = _read(text)
    cut = {read.told.parsed.text(p.start, p.end): p.cut for p in phrases(read.told)}
    assert cut["urban guerrillas"].startswith("no hedge")
    found = {f.words: f for f in offered(read)}
    assert "part of a longer name" in found["ruiz"].signs
    assert "holds a shorter name" in found["carlos ruiz"].signs
    assert "part of a longer name" not in found["carlos ruiz"].signs


def test_wordings_are_offered_once_with_all_their_signs() -> None:
    found = {f.words: f for f in offered(_read(BOMB))}
    bombs = found["two powerful bombs"]
    assert "Weapon" in bombs.roles
    assert {"noun bomb", "listed weapon BOMB", "words 3", "nsubj of destroy", "sentence 1"} <= bombs.signs
    group = found["shining path"]
    assert {"armed group alone", "told 1 times"} <= group.signs
    assert group.actors == found["shining path"].actors != frozenset()
    assert normal('The "Own Star" hotel.') == "own star hotel"


def test_relevance_comes_in_steps_that_add_up() -> None:
    assert list(steps("report", 0.1)) == ["report wanted 0.02", "report wanted 0.05", "report wanted 0.1"]
    of_roles = {"Weapon": OfRole(0.5, (0.4, 0.0, 0.0)), "Target": OfRole(0.1, (0.0, 0.6, 0.0))}
    relevance = Relevance(report=0.0, incidents=(0.3,), sentences=(0.1, 0.9, 0.0), of_roles=of_roles)
    signs = set(relevance.signs((0,), (0,), "Weapon"))
    assert {"report of role wanted 0.5", "sentence of role wanted 0.4", "in the best sentence of role"} <= signs
    assert signs.isdisjoint({"report of role wanted 0.6", "sentence of role wanted 0.5"})
    assert "in the best sentence of role" not in set(relevance.signs((0,), (0,), "Target"))
    assert "sentence wanted 0.1" in signs
    assert "sentence wanted 0.2" not in signs
    assert "beside wanted 0.9" in signs
    assert "incident wanted 0.3" in signs
    assert "in the best sentence of the report" not in signs
    assert "in the best sentence of the report" in set(relevance.signs((1,), (), "Weapon"))


def test_one_limit_holds_for_all_roles() -> None:
    gold = [{"Weapon": (frozenset({"own bomb"}),), "Target": (frozenset({"own mill"}),)}]
    found = {
        "Weapon": [[Chance(0.9, _filler("own bomb", 0, 2)), Chance(0.3, _filler("flour", 7, 8))]],
        "Target": [[Chance(0.5, _filler("own mill", 3, 5)), Chance(0.2, _filler("sack", 9, 10))]],
    }
    assert 0.3 < limit(gold, found) <= 0.5


def test_sentences_and_reports_show_their_words() -> None:
    read = _read(BOMB)
    first, second = signs_of_sentences(read)
    assert {"word bomb", "word behind flee"} <= first
    assert {"word flee", "word before bomb"} <= second
    assert {"word bomb", "word flee"} <= signs_of_report(read)


def test_each_entity_is_taken_once() -> None:
    path, letters = _filler("own front", 0, 2, ("group:own",)), _filler("of", 9, 10, ("group:own",))
    cut, other = _filler("front of villa", 1, 4), _filler("army", 20, 21)
    offered_ = [Chance(0.9, path), Chance(0.8, letters), Chance(0.7, cut), Chance(0.6, other), Chance(0.1, path)]
    assert [f.words for f in taken(offered_, 0.5)] == ["own front", "army"]
    assert taken(offered_, 0.95) == []


def _document(number: int, text: str, **roles: str) -> Document:
    given: dict[str, tuple[frozenset[str], ...]] = dict.fromkeys(ROLES, ())
    given |= {role: (frozenset({words}),) for role, words in roles.items()}
    return Document(f"OWN-{number:04}", text, given)


def test_what_is_learnt_tells_bombs_from_fairs(monkeypatch: pytest.MonkeyPatch) -> None:
    signs = Signs()
    lessons = []
    for number in range(0, 600, 20):
        bomb = _document(number, BOMB, Weapon="two powerful bombs", Target="offices of harbor bank")
        lessons += [lesson(bomb, signs), lesson(_document(number + 1, QUIET), signs)]
    learnt = learn(lessons, signs)
    assert learnt["report"]["word bomb"] > 0 > learnt["report"]["word minister"]
    assert learnt["Weapon"]["cut whole"] > 0
    assert learnt["Weapon"][ENOUGH] < 1
    monkeypatch.setattr("evaluation.fillers.choosing.table", lambda _: learnt)
    found = fillers(_read(BOMB))
    assert found["Weapon"] == ["two powerful bombs"]
    assert found["Target"] == ["offices of harbor bank"]
    assert not any(fillers(_read(QUIET)).values())


def test_what_ships_finds_who_did_what_to_whom() -> None:
    text = (
        "lima, 4 mar 89 -- shining path guerrillas murdered mayor ana ruiz in the town of villa yesterday. the"
        " terrorists placed a bomb in the town hall, which was destroyed."
    )
    found = fillers(_read(text))
    assert "ana ruiz" in found["Victim"]
    assert "bomb" in found["Weapon"]
    assert "shining path" in found["PerpOrg"]


def test_only_development_reports_teach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "test.json"
    kept.write_text("", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["learn_roles", "--data", str(kept)])
    with pytest.raises(EvaluationError, match="kept for trial"):
        main()
