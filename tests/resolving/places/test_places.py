"""Names of places, the words around them, and the place that is meant. Two lines add a case."""

from __future__ import annotations

import pytest

import whosays
from whosays.gazetteer import Gazetteer, load
from whosays.parse import Name, NameLabel, Parse, Token
from whosays.parsing.times.finding import find_times
from whosays.records import Report, report_id
from whosays.resolving.places.attaching import attach_place
from whosays.resolving.places.choosing import PlaceContext, kilometres, resolve_place, resolve_places
from whosays.resolving.places.focus import Focus
from whosays.resolving.places.found import place_mentions

Row = tuple[str, str, str, str, int]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


def _parse(*rows: Row, names: tuple[tuple[int, int, NameLabel], ...] = (), dateline: str | None = None) -> Parse:
    """One sentence of (word, lemma, tag, dependency, head), with one space between words."""
    tokens: list[Token] = []
    offset = 0
    for n, (word, lemma, tag, dep, head) in enumerate(rows):
        end = offset + len(word)
        tokens.append(Token(i=n, start=offset, end=end, text=word, lemma=lemma, tag=tag, dep=dep, head=head))
        offset = end + 1
    text = " ".join(row[0] for row in rows)
    sentences = ((0, len(rows)),)
    return Parse(
        report=Report(id=report_id(text, None, None), text=text, dateline=dateline),
        tokens=tuple(tokens), sentences=sentences, names=tuple(Name(start=a, end=b, label=c) for a, b, c in names),
        times=find_times(tuple(tokens), sentences),
    )  # fmt: skip


def _flat(text: str, *places: str) -> Parse:
    """Words without syntax, the given names labelled as places."""
    words = text.split()
    labels = tuple(
        (n, n + len(p.split()), "place")
        for p in places
        for n in range(len(words))
        if words[n : n + len(p.split())] == p.split()
    )
    return _parse(*((w, w.lower(), "", "dep", n) for n, w in enumerate(words)), names=labels)  # type: ignore[arg-type]


def _meant(parse: Parse, gazetteer: Gazetteer) -> dict[str, tuple[str | None, str]]:
    mentions = place_mentions(parse, gazetteer)
    choices = resolve_places(parse, mentions, gazetteer)
    return {
        m.name: (f"{c.place.name}/{c.place.country}" if c.place else None, c.precision)
        for m, c in zip(mentions, choices, strict=True)
    }


# -- one name -----------------------------------------------------------------------------------

CHOICES: list[tuple[str, PlaceContext, str | None, str | None]] = [
    ("Paris", PlaceContext(), "FRA", "exact"),
    ("Paris", PlaceContext(holders=("Texas",)), "USA", "exact"),
    ("Kabul", PlaceContext(), "AFG", "exact"),
    ("Kabul", PlaceContext(near=True), "AFG", "near"),
    ("Moscow", PlaceContext(holders=("Damascus",)), "RUS", "exact"),
    ("Russia", PlaceContext(holders=("America",), focus=Focus(states=(("USA", 1.0),))), "RUS", "country"),
    ("Lebanon", PlaceContext(holders=("Pennsylvania",)), "USA", "exact"),
    ("Georgia", PlaceContext(), "GEO", "country"),
    ("Georgia", PlaceContext(inside=("Atlanta",), focus=Focus(states=(("USA", 1.0),))), "USA", "admin1"),
    ("Kunduz", PlaceContext(owner="TUR"), "TUR", "exact"),
    ("Texas", PlaceContext(), "USA", "admin1"),
]


@pytest.mark.parametrize(("name", "context", "country", "precision"), CHOICES)
def test_a_name_is_chosen(
    gazetteer: Gazetteer, name: str, context: PlaceContext, country: str | None, precision: str | None
) -> None:
    choice = resolve_place(name, context, gazetteer)
    assert choice.place is not None
    assert (choice.place.country, choice.precision) == (country, precision)
    assert all(reason.detail for reason in choice.reasons)


def test_a_name_that_no_map_has_is_said_to_be_unknown(gazetteer: Gazetteer) -> None:
    choice = resolve_place("Qwertyville", PlaceContext(), gazetteer)
    assert (choice.place, choice.precision, choice.candidates) == (None, "unknown", ())
    assert choice.reasons[0].rule == "unknown"


def test_namesakes_of_one_size_stay_unsure_with_candidates(gazetteer: Gazetteer) -> None:
    choice = resolve_place("Springfield", PlaceContext(focus=Focus(states=(("USA", 1.0),))), gazetteer)
    assert choice.place is None
    assert len(choice.candidates) > 1
    assert choice.reasons[-1].rule == "unsure"


def test_a_region_that_is_told_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    choice = resolve_place("Springfield", PlaceContext(holders=("Illinois",)), gazetteer)
    assert choice.place is not None
    assert choice.place.admin1 == "Illinois"


def test_the_other_side_of_the_world_is_half_its_girth_away() -> None:
    assert kilometres((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015, abs=1)


# -- names in a report --------------------------------------------------------------------------

REPORTS: list[tuple[Parse, dict[str, tuple[str | None, str]]]] = [
    (_flat("Troops shelled positions near Herat .", "Herat"), {"Herat": ("Herāt/AFG", "near")}),
    (_flat("A blast hit the Yemeni port of Aden .", "Aden"), {"Aden": ("Aden/YEM", "exact")}),
    (_flat("They met in Herat , Kabul and Kandahar .", "Herat"), {
        "Herat": ("Herāt/AFG", "exact"), "Kabul": ("Kabul/AFG", "exact"), "Kandahar": ("Kandahār/AFG", "exact"),
    }),
    (_flat("Fighting goes on in northern Chad .", "northern Chad"), {"Chad": ("Chad/TCD", "country")}),
    (_flat("A camp in South Sudan burned .", "South Sudan"), {"South Sudan": ("South Sudan/SSD", "country")}),
    (_flat("A raid in Moscow failed ."), {"Moscow": ("Moscow/RUS", "exact")}),
    (_flat("He studied at Aberdeen University in August ."), {}),
]  # fmt: skip


@pytest.mark.parametrize(("parse", "expected"), REPORTS, ids=[r[0].report.text for r in REPORTS])
def test_the_places_of_a_report(
    gazetteer: Gazetteer, parse: Parse, expected: dict[str, tuple[str | None, str]]
) -> None:
    assert _meant(parse, gazetteer) == expected


def test_the_kind_word_belongs_to_the_mention(gazetteer: Gazetteer) -> None:
    parse = _flat("A raid in Kunduz province failed .", "Kunduz")
    (mention,) = place_mentions(parse, gazetteer)
    assert (parse.text(mention.start, mention.end), mention.name, mention.noun) == (
        "Kunduz province",
        "Kunduz",
        "admin1",
    )
    (choice,) = resolve_places(parse, (mention,), gazetteer)
    assert choice.precision == "admin1"


def test_a_label_alone_makes_no_place(gazetteer: Gazetteer) -> None:
    labelled = _flat("The herd of buffalo took Zzyxolin for August .", "buffalo", "Zzyxolin", "August")
    assert place_mentions(labelled, gazetteer) == ()
    behind = _flat("The herd stood in Zzyxolin .", "Zzyxolin")
    (mention,) = place_mentions(behind, gazetteer)
    assert resolve_places(behind, (mention,), gazetteer)[0].place is None


def test_a_capital_that_speaks_is_no_place(gazetteer: Gazetteer) -> None:
    speaking = _parse(
        ("Moscow", "Moscow", "NNP", "nsubj", 1), ("warned", "warn", "VBD", "root", 1),
        ("of", "of", "IN", "case", 3), ("war", "war", "NN", "obl", 1), names=((0, 1, "place"),),
    )  # fmt: skip
    suffering = _parse(
        ("Moscow", "Moscow", "NNP", "nsubj", 1), ("saw", "see", "VBD", "root", 1),
        ("blasts", "blast", "NNS", "obj", 1), names=((0, 1, "place"),),
    )  # fmt: skip
    assert place_mentions(speaking, gazetteer) == ()
    assert [m.name for m in place_mentions(suffering, gazetteer)] == ["Moscow"]


# -- the place of an event ----------------------------------------------------------------------


def test_a_reported_deed_has_its_own_place(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Police", "police", "NNS", "nsubj", 1), ("said", "say", "VBD", "root", 1), ("in", "in", "IN", "case", 3),
        ("Kabul", "Kabul", "NNP", "obl", 1), ("gunmen", "gunman", "NNS", "nsubj", 5),
        ("killed", "kill", "VBD", "ccomp", 1), ("two", "two", "CD", "obj", 5), ("near", "near", "IN", "case", 8),
        ("Herat", "Herat", "NNP", "obl", 5), names=((3, 4, "place"), (8, 9, "place")),
    )  # fmt: skip
    mentions = place_mentions(parse, gazetteer)
    assert [m.name for m in attach_place(parse, 5, mentions)] == ["Herat"]
    assert [m.name for m in attach_place(parse, 1, mentions)] == ["Kabul"]
    assert attach_place(parse, 5, mentions[:1]) == ()


def test_the_holding_place_follows_its_town(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Shells", "shell", "NNS", "nsubj", 1), ("hit", "hit", "VBD", "root", 1),
        ("a", "a", "DT", "det", 3), ("mosque", "mosque", "NN", "obj", 1), ("in", "in", "IN", "case", 5),
        ("Herat", "Herat", "NNP", "nmod", 3), (",", ",", ",", "punct", 7),
        ("Afghanistan", "Afghanistan", "NNP", "appos", 5), names=((5, 6, "place"), (7, 8, "place")),
    )  # fmt: skip
    assert [m.name for m in attach_place(parse, 1, place_mentions(parse, gazetteer))] == ["Herat", "Afghanistan"]


def test_a_place_behind_two_nouns_is_not_the_deeds(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("He", "he", "PRP", "nsubj", 1), ("denied", "deny", "VBD", "root", 1),
        ("the", "the", "DT", "det", 3), ("existence", "existence", "NN", "obj", 1), ("of", "of", "IN", "case", 5),
        ("cells", "cell", "NNS", "nmod", 3), ("in", "in", "IN", "case", 7), ("Kabul", "Kabul", "NNP", "nmod", 5),
        names=((7, 8, "place"),),
    )  # fmt: skip
    assert attach_place(parse, 1, place_mentions(parse, gazetteer)) == ()


def test_a_place_hung_on_the_day_is_the_deeds(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Envoys", "envoy", "NNS", "nsubj", 1), ("met", "meet", "VBD", "root", 1),
        ("on", "on", "IN", "case", 3), ("Friday", "Friday", "NNP", "obl", 1), ("in", "in", "IN", "case", 5),
        ("Astana", "Astana", "NNP", "nmod", 3), names=((5, 6, "place"),),
    )  # fmt: skip
    assert [m.name for m in attach_place(parse, 1, place_mentions(parse, gazetteer))] == ["Astana"]


def test_a_place_behind_a_portion_is_the_deeds(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Rebels", "rebel", "NNS", "nsubj", 1), ("cut", "cut", "VBD", "root", 1),
        ("a", "a", "DT", "det", 3), ("stretch", "stretch", "NN", "obj", 1), ("of", "of", "IN", "case", 5),
        ("track", "track", "NN", "nmod", 3), ("in", "in", "IN", "case", 7), ("Kabul", "Kabul", "NNP", "nmod", 5),
        names=((7, 8, "place"),),
    )  # fmt: skip
    assert [m.name for m in attach_place(parse, 1, place_mentions(parse, gazetteer))] == ["Kabul"]


@pytest.mark.parametrize(("noun", "places"), [("truce", ["Astana"]), ("camp", [])])
def test_what_is_agreed_is_agreed_there(noun: str, places: list[str], gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Envoys", "envoy", "NNS", "nsubj", 1), ("came", "come", "VBD", "root", 1),
        ("to", "to", "IN", "case", 4), ("a", "a", "DT", "det", 4), (noun, noun, "NN", "obl", 1),
        ("in", "in", "IN", "case", 6), ("Astana", "Astana", "NNP", "nmod", 4), names=((6, 7, "place"),),
    )  # fmt: skip
    assert [m.name for m in attach_place(parse, 1, place_mentions(parse, gazetteer))] == places


@pytest.mark.parametrize(("noun", "places"), [("president", []), ("port", ["Kabul"])])
def test_who_is_of_a_place_is_not_there(noun: str, places: list[str], gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("They", "they", "PRP", "nsubj", 1), ("met", "meet", "VBD", "root", 1), ("the", "the", "DT", "det", 3),
        (noun, noun, "NN", "obj", 1), ("of", "of", "IN", "case", 5), ("Kabul", "Kabul", "NNP", "nmod", 3),
        names=((5, 6, "place"),),
    )  # fmt: skip
    assert [m.name for m in attach_place(parse, 1, place_mentions(parse, gazetteer))] == places


@pytest.mark.parametrize(("verb", "places"), [("withdraw", ["Kabul"]), ("travel", [])])
def test_who_leaves_a_place_does_so_there(verb: str, places: list[str], gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("They", "they", "PRP", "nsubj", 1), (verb, verb, "VBD", "root", 1), ("from", "from", "IN", "case", 3),
        ("Kabul", "Kabul", "NNP", "obl", 1), names=((3, 4, "place"),),
    )  # fmt: skip
    assert [m.name for m in attach_place(parse, 1, place_mentions(parse, gazetteer))] == places


def test_what_is_struck_in_a_place_and_who_strikes_there(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Guards", "guard", "NNS", "nsubj", 3), ("in", "in", "IN", "case", 2), ("Astana", "Astana", "NNP", "nmod", 0),
        ("told", "tell", "VBD", "root", 3), ("of", "of", "IN", "case", 6), ("a", "a", "DT", "det", 6),
        ("strike", "strike", "NN", "obl", 3), ("on", "on", "IN", "case", 9), ("a", "a", "DT", "det", 9),
        ("school", "school", "NN", "nmod", 6), ("in", "in", "IN", "case", 11),
        ("Kabul", "Kabul", "NNP", "nmod", 9), names=((2, 3, "place"), (11, 12, "place")),
    )  # fmt: skip
    mentions = place_mentions(parse, gazetteer)
    assert [m.name for m in attach_place(parse, 6, mentions)] == ["Kabul"]
    assert [m.name for m in attach_place(parse, 3, mentions)] == ["Astana"]


def test_the_finer_of_two_places_in_one_phrase(gazetteer: Gazetteer) -> None:
    parse = _parse(
        ("Raids", "raid", "NNS", "root", 0), ("in", "in", "IN", "case", 5),
        ("Afghanistan", "Afghanistan", "NNP", "nmod:poss", 5), ("'s", "'s", "POS", "case", 2),
        ("Herat", "Herat", "NNP", "compound", 5), ("province", "province", "NN", "nmod", 0),
        names=((2, 3, "place"), (4, 5, "place")),
    )  # fmt: skip
    found = attach_place(parse, 0, place_mentions(parse, gazetteer))
    assert [m.name for m in found][:1] == ["Herat"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He served in the Obama administration.", []),
        ("They were emboldened by Pompeo's closeness to the envoy.", []),
        ("Kurdish and Arab units crossed the river.", []),
        ("Ann Perkins-Ferreira left with Una-Bel in the morning.", []),
        ("It is the oldest quarter on Earth.", []),
        ("A quake struck the town of Obama in Japan.", ["Obama", "Japan"]),
    ],
)
def test_a_persons_or_peoples_name_and_half_a_name_is_no_small_town(text: str, places: list[str]) -> None:
    record = whosays.code(whosays.read_text(text))
    linked = {
        link.mention for link in record.links if link.target and link.target.startswith(("geonames:", "country:"))
    }
    assert [record.report.words(m.span) for m in record.mentions if m.id in linked] == places
