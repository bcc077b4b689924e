"""The wrapper round the trained pipeline: offsets, sentences, trees, names, and what must not break it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from whosays import parsing
from whosays.errors import KnowledgeError
from whosays.parse import Parse
from whosays.records import Report

TITLE = "Mortar fire kills four in Ganta, mayor says"
NEWS = f"""{TITLE}

GANTA, March 4 (Own Wire) - Rebels shelled the market of Ganta on Tuesday, killing four people, Mayor Ruth Toe said.
“We ran for our lives,” said Gen. Musa Keita of the U.N. mission. The army has denied that its troops were there.

Foreign Minister Amara Sall, who was in Geneva, accused the rebels of breaking the truce. "They will pay," he warned."""


@pytest.fixture(scope="module")
def model() -> parsing.Model:
    return parsing.load()


def report(text: str, body: int = 0) -> Report:
    return Report(id=hashlib.sha256(text.encode()).hexdigest()[:16], text=text, body=body)


def news() -> Report:
    return report(NEWS, NEWS.index("Rebels shelled"))


def check(parse: Parse) -> None:
    """What holds of every parse."""
    text = parse.report.text
    assert [t.i for t in parse.tokens] == list(range(len(parse.tokens)))
    assert all(text[t.start : t.end] == t.text for t in parse.tokens)
    assert all(a.end <= b.start for a, b in zip(parse.tokens, parse.tokens[1:], strict=False))
    covered = [i for start, end in parse.sentences for i in range(start, end)]
    assert covered == list(range(len(parse.tokens)))
    for start, end in parse.sentences:
        heads = [parse.tokens[i].head for i in range(start, end)]
        assert all(start <= head < end for head in heads)
        roots = [i for i in range(start, end) if parse.tokens[i].head == i]
        assert roots == [i for i in range(start, end) if parse.tokens[i].dep == "root"]
        assert roots
    assert all(t.lemma and t.tag and t.dep for t in parse.tokens)
    assert all(0 <= n.start < n.end <= len(parse.tokens) for n in parse.names)
    assert all(0 <= q.open < q.close < len(parse.tokens) for q in parse.quotations)
    lost = set(range(len(text))) - {i for t in parse.tokens for i in range(t.start, t.end)}
    assert all(text[i].isspace() for i in lost)


def test_a_report_is_taken_apart(model: parsing.Model) -> None:
    parse = parsing.parse(news(), model)
    check(parse)
    sentences = [parse.text(start, end) for start, end in parse.sentences]
    assert sentences[0] == TITLE
    assert "Rebels shelled the market of Ganta on Tuesday, killing four people, Mayor Ruth Toe said." in sentences
    assert "The army has denied that its troops were there." in sentences
    assert [parse.text(q.open, q.close + 1) for q in parse.quotations] == [
        "“We ran for our lives,”",
        '"They will pay,"',
    ]
    names = {parse.text(n.start, n.end): n.label for n in parse.names}
    assert names["Amara Sall"] == "person"
    assert names["Geneva"] == "place"
    assert names["Musa Keita"] == "person"
    assert any(parse.text(t.start, t.end) == "Tuesday" for t in parse.times)
    assert parse.made_by.startswith("model:whosays@")


def test_the_tree_tells_who_did_what(model: parsing.Model) -> None:
    parse = parsing.parse(report("Soldiers killed three rebels near Aden. The convoy was attacked by gunmen."), model)
    by_text = {t.text: t for t in parse.tokens}
    assert [
        (by_text[w].dep, parse.tokens[by_text[w].head].text) for w in ("Soldiers", "rebels", "convoy", "gunmen")
    ] == [
        ("nsubj", "killed"),
        ("obj", "killed"),
        ("nsubj:pass", "attacked"),
        ("obl:agent", "attacked"),
    ]
    assert by_text["killed"].lemma == "kill"
    assert by_text["attacked"].tag == "VBN"


def test_the_same_text_gives_the_same_parse_alone_and_among_others(model: parsing.Model) -> None:
    others = [report(f"Convoy {i} reached the town. Nobody was hurt, police said.") for i in range(70)]
    alone = parsing.parse(news(), model)
    among = list(parsing.parse_many([*others[:35], news(), *others[35:]], model))
    assert among[35] == alone
    assert [p.report.id for p in among] == [r.id for r in [*others[:35], news(), *others[35:]]]


STRANGE = {
    "empty": "",
    "blank": " \n\t \n\n",
    "capitals": "REBELS SHELLED THE MARKET OF GANTA ON TUESDAY, KILLING FOUR. NOBODY HAS CLAIMED IT SO FAR.",
    "long sentence": "The men " + "who left the town and " * 60 + "came back.",
    "long word": "x" * 30_000 + " was said. " + "https://example.org/" + "a/" * 4000,
    "strange marks": "\u200bZero\u200dwidth \ufeffand \U0001d509r \ufb01rst \u200f\u0645\u0631 \u3002U\u0308n",
    "strange blanks": "Left\u2028next\x85line\x0bhere\x0cthere\xa0and\u3000on\x00\x07end \U0001f642\U0001f642",
    "marks only": "... -- !!! ??? “ ” ' \" ( ) [ ] •••",
    "no stops": "word " * 3000,
    "windows lines": "First line here.\r\nSecond line here.\r\n\r\nThird.",
}


@pytest.mark.parametrize("name", sorted(STRANGE))
def test_nothing_breaks_it(name: str, model: parsing.Model) -> None:
    check(parsing.parse(report(STRANGE[name]), model))


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="Install Whosays anew"):
        parsing.load(tmp_path)


def test_a_broken_model_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'en'\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="Install Whosays anew"):
        parsing.load(tmp_path)


def test_the_model_is_read_once(model: parsing.Model) -> None:
    assert parsing.load() is model


def test_the_card_fits_the_shipped_files() -> None:
    folder = Path(parsing.__file__).parents[1] / "data" / "model"
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    shipped = {
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and p.name not in {"card.json", "__init__.py"} and "__pycache__" not in p.parts
    }
    assert set(card["files"]) == shipped
    for name, recorded in card["files"].items():
        content = (folder / name).read_bytes()
        assert recorded == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}, name
    assert sum(row["bytes"] for row in card["files"].values()) <= 25 * 1024 * 1024
    assert all(row["licence"] and row["attribution"] and len(row["sha256"]) == 64 for row in card["data"])
