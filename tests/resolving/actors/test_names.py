"""Whom the words of one mention name, taken alone: every rule with a yes and a no."""

from __future__ import annotations

import pytest

from tests.resolving.handmade import mention_of, parse_of
from whosays import gazetteer
from whosays.gazetteer import UserActor
from whosays.ontology import nominals
from whosays.parse import Parse
from whosays.records import MentionForm
from whosays.resolving.actors.asked import ask
from whosays.resolving.actors.belonging import country_in, nationality
from whosays.resolving.actors.names import name_of
from whosays.resolving.actors.own import bare, own_actor
from whosays.resolving.actors.persons import split_titles
from whosays.resolving.actors.setting import Setting

GAZETTEER = gazetteer.load()
NOMINALS = nominals.load()


def _setting(parse: Parse, on: str | None, *countries: str) -> Setting:
    return Setting(parse, GAZETTEER, NOMINALS, on, countries)


def _named(
    parse: Parse, words: str, form: MentionForm = "name", on: str | None = "2024-08-24", *states: str
) -> str | None:
    setting = _setting(parse, on, *states)
    found = name_of(parse, ask(parse, mention_of(parse, words, form), setting), setting)
    return found.actor.id if found is not None and found.actor is not None else None


def _subject(words: str) -> Parse:
    """A clause with these words as its subject: "... spoke"."""
    parts = words.split()
    rows = [f"{w}/NNP/compound/{len(parts) - 1}" for w in parts[:-1]]
    rows += [f"{parts[-1]}/NNP/nsubj/{len(parts)}", f"spoke/VBD/root/{len(parts)}", f"././punct/{len(parts)}"]
    return parse_of(" ".join(rows))


@pytest.mark.parametrize(
    ("phrase", "name", "offices"),
    [
        ("President Rouhani", "Rouhani", True),
        ("the US president Donald Trump", "Donald Trump", True),
        ("Gen. Abdel Fattah al-Burhan", "Abdel Fattah al-Burhan", False),
        ("former President Chirac", "Chirac", False),
        ("Mr Putin", "Putin", False),
        ("Martin Luther King", "Martin Luther King", False),
        ("the president", "the president", False),
        ("Stephen King Jones", "Stephen King Jones", False),
    ],
)
def test_titles_are_split_off(phrase: str, name: str, offices: bool) -> None:
    found = split_titles(phrase, NOMINALS, GAZETTEER)
    assert found.name == name
    assert bool(found.offices) is offices


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("the 12 farmers", "farmers"),
        ("at least 12 people", "people"),
        ("Five Eyes", "Five Eyes"),
        ("including Mara Dellin", "Mara Dellin"),
        ("whose French parents", "French parents"),
        ("one of the officers", "officers"),
        ("the group's", "group"),
        ("each other's envoys", "each other's envoys"),
        ("each envoy", "envoy"),
        ("Reuters", "Reuters"),
    ],
)
def test_bare_names(name: str, left: str) -> None:
    assert bare(name) == left


def test_own_ids_are_normalised_words_with_the_country() -> None:
    assert own_actor("the Kurdish élders", "people", None).id == "own:kurdish elders"
    assert own_actor("three engineers", "people", "TUR").id == "own:engineers:TUR"


def test_a_listed_name() -> None:
    assert _named(_subject("Hezbollah"), "Hezbollah") == "group:hezbollah"
    assert _named(_subject("Velmar"), "Velmar") is None


def test_a_surname_needs_its_state_or_its_office() -> None:
    alone = _subject("Modi")
    assert _named(alone, "Modi") is None
    assert _named(alone, "Modi", "name", "2024-08-24", "IND") == "person:narendra-modi"
    assert _named(alone, "Modi", "name", "1999-08-24", "IND") is None
    titled = parse_of(
        "President/NNP/compound/1 Rouhani/NNP/nsubj/2 spoke/VBD/root/2 ././punct/2", (("Rouhani", "person"),)
    )
    assert _named(titled, "President Rouhani", "name", "2019-03-23") == "person:hassan-rouhani"
    assert _named(titled, "President Rouhani", "name", "2023-03-23") is None


def test_another_spelling_of_a_listed_person() -> None:
    rows = "Abdel/NNP/compound/2 Fatah/NNP/compound/2 al-Sisi/NNP/nsubj/3 spoke/VBD/root/3 ././punct/3"
    parse = parse_of(rows, (("Abdel Fatah al-Sisi", "person"),))
    assert _named(parse, "Abdel Fatah al-Sisi") == "person:abdel-fattah-el-sisi"
    other = parse_of(rows.replace("Abdel/", "Karim/").replace("Fatah/", "Nabil/"), (("Karim Nabil al-Sisi", "person"),))
    assert _named(other, "Karim Nabil al-Sisi") is None


def test_a_seat_of_government_acts_but_a_town_is_a_town() -> None:
    assert _named(_subject("Moscow"), "Moscow") == "RUS"
    town = parse_of("It/PRP/nsubj/1 spoke/VBD/root/1 in/IN/case/3 Moscow/NNP/obl/1 ././punct/1", (("Moscow", "place"),))
    assert _named(town, "Moscow") is None


def test_two_names_in_one_mention_are_neither() -> None:
    parse = parse_of("Moscow/NNP/nsubj/3 and/CC/cc/2 Damascus/NNP/conj/0 spoke/VBD/root/3 ././punct/3")
    setting = _setting(parse, "2019-01-01")
    found = name_of(parse, ask(parse, mention_of(parse, "Moscow and Damascus"), setting), setting)
    assert found is not None
    assert found.actor is None
    assert set(found.candidates) == {"RUS", "SYR"}


def test_an_office_means_its_holder_on_the_day() -> None:
    rows = "{}/DT/det/2 Syrian/JJ/amod/2 president/NN/nsubj/3 spoke/VBD/root/3 ././punct/3"
    definite, other = parse_of(rows.format("the")), parse_of(rows.format("a"))
    assert _named(definite, "the Syrian president", "nominal", "2019-03-23") == "person:bashar-al-assad"
    assert _named(definite, "the Syrian president", "nominal", None) != "person:bashar-al-assad"
    assert _named(other, "a Syrian president", "nominal", "2019-03-23") != "person:bashar-al-assad"


def test_an_owner_outside_the_mention() -> None:
    rows = (
        "Ghana/NNP/nmod:poss/2 's/POS/case/0 Ministry/NNP/nsubj/5 of/IN/case/4 Defence/NNP/nmod/2 "
        "spoke/VBD/root/5 ././punct/5"
    )
    assert _named(parse_of(rows), "Ministry of Defence") == "GHA:ministry:defence"
    assert _named(_subject("Ministry of Defence"), "Ministry of Defence") is None


def test_a_known_name_inside_a_phrase() -> None:
    rows = "The/DT/det/3 militant/JJ/amod/3 group/NN/compound/3 Hezbollah/NNP/nsubj/4 spoke/VBD/root/4 ././punct/4"
    assert _named(parse_of(rows), "The militant group Hezbollah") == "group:hezbollah"
    behind = parse_of("The/DT/det/1 group/NN/nsubj/3 Hezbollah/NNP/flat/1 spoke/VBD/root/3 ././punct/3")
    assert _named(behind, "The group Hezbollah") == "group:hezbollah"
    street = parse_of(
        "Hezbollah/NNP/compound/1 Choir/NNP/nsubj/2 sang/VBD/root/2 ././punct/2", (("Hezbollah Choir", "organisation"),)
    )
    assert _named(street, "Hezbollah Choir") is None


def test_people_of_a_state() -> None:
    parse = parse_of(
        "Two/CD/nummod/1 Russians/NNPS/nsubj/2 spoke/VBD/root/2 ././punct/2", (("Russians", "nationality"),)
    )
    assert _named(parse, "Two Russians") == "own:russians:RUS"
    assert _named(_subject("Martians"), "Martians") is None
    raid = parse_of("Turkish/JJ/amod/1 raids/NNS/nsubj/2 went/VBD/root/2 ././punct/2", (("Turkish", "nationality"),))
    assert _named(raid, "Turkish") == "TUR"


def test_country_and_nationality_of_a_phrase() -> None:
    rows = "three/CD/nummod/2 {}/JJ/amod/2 {}/NNS/nsubj/3 spoke/VBD/root/3 ././punct/3"
    for adjective, noun, country, people in (
        ("Turkish", "engineers", "TUR", "TUR"),
        ("Turkish", "villages", "TUR", None),
        ("young", "engineers", None, None),
    ):
        parse = parse_of(rows.format(adjective, noun))
        setting = _setting(parse, None)
        one = ask(parse, mention_of(parse, f"three {adjective} {noun}", "nominal"), setting)
        assert country_in(parse, one, setting) == country
        assert nationality(parse, one, setting) == people


def test_two_countries_are_none() -> None:
    parse = parse_of(
        "the/DT/det/1 presidents/NNS/nsubj/6 of/IN/case/3 Iran/NNP/nmod/1 and/CC/cc/5 Turkey/NNP/conj/3 "
        "met/VBD/root/6 ././punct/6"
    )
    setting = _setting(parse, None)
    assert (
        country_in(
            parse, ask(parse, mention_of(parse, "the presidents of Iran and Turkey", "nominal"), setting), setting
        )
        is None
    )


def test_the_dominant_state() -> None:
    parse = _subject("Somebody")
    assert _setting(parse, None, "KEN", "KEN").dominant == "KEN"
    assert _setting(parse, None, "KEN").dominant is None
    assert _setting(parse, None, "KEN", "KEN", "KEN", "KEN", "UGA").dominant == "KEN"
    assert _setting(parse, None, "KEN", "KEN", "KEN", "UGA", "UGA").dominant is None


def _person(words: str) -> Parse:
    parts = words.split()
    rows = [f"{w}/NNP/compound/{len(parts) - 1}" for w in parts[:-1]]
    rows += [f"{parts[-1]}/NNP/nsubj/{len(parts)}", f"spoke/VBD/root/{len(parts)}", f"././punct/{len(parts)}"]
    return parse_of(" ".join(rows), ((words, "person"),))


@pytest.mark.parametrize(
    ("words", "on", "actor"),
    [
        ("Joseph R. Biden Jr.", "2023-05-01", "person:joe-biden"),
        ("Ferdinand R. Marcos Jr", "2024-05-01", "person:bongbong-marcos"),
        ("Qasim Sulaimani", "2019-05-01", "person:qassem-soleimani"),
        ("Hibatullah Akhunzadah", "2023-05-01", "person:haibatullah-akhundzada"),
        ("Khaleel-ur-Rahman Haqqani", "2024-12-11", "person:khalil-ur-rahman-haqqani"),
        ("Mikhail Mishoustin", "2023-05-01", "person:mikhail-mishustin"),
        ("Mikhail Mishoustin", "2010-05-01", None),
        ("Ali Hassan", "2023-05-01", None),
        ("John Kerry Smith", "2014-05-01", None),
    ],
)
def test_full_names_in_other_spellings(words: str, on: str, actor: str | None) -> None:
    assert _named(_person(words), words, "name", on) == actor


def test_an_unknown_person_has_the_office_that_the_words_tell() -> None:
    rows = "Ghanaian/JJ/amod/2 trade/NN/compound/2 minister/NN/compound/4 Yaa/NNP/compound/4 Quxley/NNP/nsubj/5"
    parse = parse_of(f"{rows} spoke/VBD/root/5 ././punct/5", (("Yaa Quxley", "person"),))
    setting = _setting(parse, "2024-05-01")
    found = name_of(parse, ask(parse, mention_of(parse, "Ghanaian trade minister Yaa Quxley"), setting), setting)
    assert found is not None
    assert found.actor is not None
    assert found.actor.id == "own:yaa quxley"
    assert [(r.office, r.of) for r in found.actor.roles] == [("minister-trade", "GHA")]


def test_a_users_own_list_is_named_in_the_reason() -> None:
    mine = UserActor(id="user:velmar", name="Velmar", source="mine.csv, line 2")
    parse = _subject("Velmar")
    setting = Setting(parse, GAZETTEER.with_lists((mine,)), NOMINALS, "2024-05-01")
    found = name_of(parse, ask(parse, mention_of(parse, "Velmar"), setting), setting)
    assert found is not None
    assert found.reason.detail == "“Velmar” is in your own list (mine.csv, line 2)"
