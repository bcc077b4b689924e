"""Reading treebanks and corpora of names, and bringing their labels to ours, on made-up snippets."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.vocab import Vocab

from training import sources
from training.conllu import paragraphs, sentences
from training.corpora import Marked, Text, columns, gmb, gum, held_out, spaced
from training.labels import Known, Labels, load, reconcile
from training.prepare_names import demonyms, places
from training.prepare_syntax import gold

TREE = """# newdoc id = d
# sent_id = d-1
# newpar
# text = They don't go.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tgone\tgo\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = d-2
# text = Dr. Vale of Ostrava
1\tDr.\tDr.\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-n-cf1-1,2-sgl-A_Vale
2\tVale\tVale\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tOstrava\tOstrava\tPROPN\tNNP\t_\t1\tnmod\t_\tEntity=(2-place-new-n-cf2-1-sgl)(3-time-new-n-cf2-1-sgl)
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    path = tmp_path / "t.conllu"
    path.write_text(TREE + "\n", encoding="utf-8")
    return path


def test_words_and_blanks_of_a_treebank(tree: Path) -> None:
    first, second = sentences(tree)
    assert [w.form for w in first.words] == ["They", "do", "n't", "go", "."]
    assert [w.space for w in first.words] == [True, False, True, False, True]
    assert [w.head for w in first.words] == [3, 3, 3, 3, 3]
    assert (first.opens, second.opens, second.identity) == (True, False, "d-2")


def test_a_paragraph_becomes_one_document(tree: Path) -> None:
    (paragraph,) = paragraphs(tree)
    doc = gold(paragraph, Vocab())
    assert doc.text == "They don't go. Dr. Vale of Ostrava"
    assert [s.text for s in doc.sents] == ["They don't go.", "Dr. Vale of Ostrava"]
    assert [t.head.text for t in doc if t.dep_ == "root"] == ["go", "Dr."]


def test_names_of_gum(tree: Path) -> None:
    _, text = gum(tree)
    assert set(text.marked) == {Marked(0, 2, "person"), Marked(3, 4, "place"), Marked(3, 4, "time")}


def test_names_of_gmb(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    rows = ["Sentence #,Word,POS,Tag", "Sentence: 1,Vale,NNP,B-per", ",left,VBD,O", "Sentence: 2,Liège,NNP,B-geo"]
    path.write_text("\n".join(rows) + "\n", encoding="latin-1")
    first, second = gmb(path)
    assert (first.words, first.tags, first.marked) == (("Vale", "left"), ("NNP", "VBD"), (Marked(0, 1, "per"),))
    assert second.words == ("Liège",)


def test_columns_with_and_without_beginnings(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("Ann I-PER\nVale I-PER\nOslo I-LOC\n\nAnn\tB-PER\nBo\tB-PER\n", encoding="utf-8")
    first, second = columns(path)
    assert first.marked == (Marked(0, 2, "PER"), Marked(2, 3, "LOC"))
    assert second.marked == (Marked(0, 1, "PER"), Marked(1, 2, "PER"))


def test_blanks_are_guessed() -> None:
    words = ["He", "said", ":", '"', "Go", "(", "now", ")", '"', "."]
    text = "".join(w + " " * s for w, s in zip(words, spaced(words), strict=True))
    assert text == 'He said: "Go (now)".'


@pytest.fixture(scope="module")
def labels() -> Labels:
    return load()


KNOWN = Known(demonyms=frozenset({"malian"}), places=frozenset({"mali"}))


def named(labels: Labels, corpus: str, sentence: str, *marks: Marked, tags: str = "") -> list[tuple[str, str]]:
    words = tuple(sentence.split())
    text = Text(words, (True,) * len(words), tuple(tags.split()) or ("",) * len(words), marks)
    found = reconcile(text, corpus, labels, KNOWN)
    return [(" ".join(words[n.start : n.end]), n.label) for n in found.names]


def test_titles_are_no_part_of_a_name(labels: Labels) -> None:
    assert named(labels, "gmb", "Prime Minister Ann Vale", Marked(0, 4, "per")) == [("Ann Vale", "person")]
    assert named(labels, "gmb", "The President left", Marked(1, 2, "per")) == []
    assert named(labels, "re3d", "the King of Jordan", Marked(0, 4, "Person")) == []


def test_a_rank_makes_an_organisation_a_person(labels: Labels) -> None:
    assert named(labels, "gmb", "Corporal Ann Vale", Marked(0, 3, "org")) == [("Ann Vale", "person")]


def test_a_country_stays_a_place_when_it_acts(labels: Labels) -> None:
    assert named(labels, "gmb", "Mali agreed", Marked(0, 1, "org")) == [("Mali", "place")]


def test_nationalities(labels: Labels) -> None:
    assert named(labels, "gmb", "Malian men", Marked(0, 1, "gpe"), tags="JJ NNS") == [("Malian", "nationality")]
    assert named(labels, "gmb", "in Mali", Marked(1, 2, "gpe"), tags="IN NNP") == [("Mali", "place")]
    assert named(labels, "wikigold", "the Malian coast", Marked(1, 2, "MISC")) == [("Malian", "nationality")]
    assert named(labels, "btc", "the Malian coast") == [("Malian", "nationality")]


def test_facilities_and_weapons(labels: Labels) -> None:
    assert named(labels, "gmb", "Senou Airport burned", Marked(0, 2, "geo")) == [("Senou Airport", "facility")]
    weapon = named(labels, "gmb", "a roadside bomb hit", tags="DT NN NN VBD")
    assert weapon == [("roadside bomb", "weapon")]
    assert named(labels, "gmb", "they bomb it", tags="PRP VBP PRP") == []


def test_lower_case_edges_and_pronouns_go(labels: Labels) -> None:
    assert named(labels, "re3d", "northern Mali", Marked(0, 2, "Location")) == [("Mali", "place")]
    assert named(labels, "re3d", "He left", Marked(0, 1, "Person")) == []
    assert named(labels, "re3d", "rebel groups", Marked(0, 2, "Organisation")) == []


def test_the_longest_of_nested_names_stays(labels: Labels) -> None:
    marks = (Marked(0, 4, "Organisation"), Marked(3, 4, "Location"))
    assert named(labels, "re3d", "Army Council of Mali", *marks) == [("Army Council of Mali", "organisation")]


def test_times_are_left_open_where_a_corpus_has_none(labels: Labels) -> None:
    words = ("Left", "on", "Monday")
    text = Text(words, (True,) * 3, ("",) * 3, ())
    assert reconcile(text, "btc", labels, KNOWN).unknown == (2,)
    assert reconcile(text, "gmb", labels, KNOWN).unknown == ()


def test_what_gmb_teaches_about_words() -> None:
    demonym = Text(("Malian",), (True,), ("JJ",), (Marked(0, 1, "gpe"),))
    place = Text(("Mali",), (True,), ("NNP",), (Marked(0, 1, "geo"),))
    acting = Text(("Mali",), (True,), ("NNP",), (Marked(0, 1, "org"),))
    assert demonyms([demonym] * 3) == {"malian"}
    assert demonyms([demonym] * 2) == frozenset()
    assert places([place] * 10 + [acting] * 5) == {"mali"}
    assert places([place] * 10 + [acting] * 10) == frozenset()


def test_about_a_fifth_is_held_out() -> None:
    share = sum(held_out(str(i)) for i in range(2000)) / 2000
    assert 0.15 < share < 0.25


def test_sources_are_complete_and_hashed(tmp_path: Path) -> None:
    listed = sources.load()
    assert len({s.key for s in listed}) == len(listed)
    assert {s.use for s in listed} == {"train", "measure"}
    (tmp_path / "a").write_text("1", encoding="utf-8")
    before = sources.file_hash(tmp_path)
    assert len(before) == 64
    (tmp_path / "a").write_text("2", encoding="utf-8")
    assert sources.file_hash(tmp_path) != before
