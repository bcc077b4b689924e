"""Contests: games, bouts, prizes and votes that somebody wins; words of force or of talks tell of play there.

A report on games says "beat", "shot", "gave up" and "met" all along; there such words tell of a deed only where their
sentence names what belongs to no game: police, guns, armies, governments. In other reports the sentence itself has
to speak of a game.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.coding.sifting.topics import GAMES, IN_GAMES, VOTES, are_about, is_about, names_the_world
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import EFFECT, Found
from whosays.parse import Parse

_SCORE = re.compile(r"(?<![\d-])\d{1,3} ?[–-] ?\d{1,3}(?![\d-])")
_SPORTS = frozenset(
    "football soccer hockey basketball baseball cricket rugby tennis handball volleyball boxing".split()
)
_CUPS = frozenset("cup league final championship tournament match title treble".split())
_CROWD = frozenset("fan supporter hooligan spectator crowd people person bystander civilian".split())
_BOARDS = frozenset({"chairman", "chairwoman", "chair", "board", "director", "shareholder", "executive"})
_ASSAILING = frozenset({"attack", "assault", "punch", "kick", "bite", "slap", "headbutt"})
_IN_PLAY = frozenset({"fire", "shoot", "attack", "strike", "hit", "withdraw", "pull", "beat", "defeat", "meet", "quit"})
_RIVALRY = frozenset({"battle", "fight", "clash"})
# What nothing but games has: "goal" and "penalty" are words of wars and courts as well.
_GAMES_ONLY = GAMES.own - {"defender", "knockout", "medal", "champion", "stadium", "league", "referee", "coach", "bout"}
# What rivals do to each other in a game, whoever they are.
_RIVALLING = frozenset(
    "beat defeat thrash crush eliminate finish hit strike injure hurt batter pound battle fight clash bomb blast "
    "sink".split()
)
_UNPLAYED = frozenset({"sexual", "torture", "targeted", "suicide-attack", "unconventional"})
_LAWFUL = frozenset({"arrest", "deport", "convict"})
_LEFT = frozenset(
    "competition tournament championship championships olympics match cup marathon semifinal regatta derby bout "
    "race open show concert festival gig tour".split()
)
_WINNING = frozenset({"beat", "thrash", "crush", "trounce"})
_SORELY = frozenset(
    "up severely unconscious repeatedly badly brutally savagely senseless dead bloody mercilessly".split()
)
_OUT_OF_SIGHT = frozenset("cell prison jail custody detention street house head face home hospital bar school".split())
_WON = frozenset(
    "election run-off runoff poll race primary nomination vote ballot round contest match final caucus debate "
    "candidate constituency campaign seat term presidency award prize oscar grammy emmy competition favourite "
    "favorite".split()
)
# "Beating Feld and two | others |".
_ENTRANTS = frozenset({"other", "rival", "opponent", "challenger", "contender", "finalist", "entry"})
_MARGINS = frozenset({"poll", "point", "vote", "ballot", "delegate", "margin", "stroke", "goal", "run", "wicket"})
_MEETING = frozenset(
    "final semi-final semifinal quarter-final quarterfinal qualifier cup match friendly playoff play-off tournament "
    "championship game league derby".split()
)
_FACING = frozenset({"face", "beat", "play", "defeat", "meet"})
_QUALIFYING = frozenset({"qualify", "qualifier", "tournament", "championship"})


def is_contest(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether the word of a deed tells of a contest, and of no deed."""
    if found.trigger.mode in _LAWFUL or found.trigger.event in {"ACCUSE", "THREATEN"}:
        return False
    return (
        _is_won(parse, found, parts)
        or _is_left(parse, found)
        or _is_meeting_of_teams(parse, found)
        or _is_move(parse, found, parts)
        or _is_of_sport(parse, found, parts)
    )


def _is_of_sport(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Gave up | nine points", "| injured | in the third quarter", "| visited | the team", in a report on games."""
    sentence = parse.around(found.head)
    if names_the_world(sentence, found.tokens) or not (is_about(parse, GAMES) or are_about(sentence, GAMES)):
        return False
    event, word = found.trigger.event, parse.tokens[found.head].lemma.lower()
    if event in {"ASSAULT", EFFECT}:
        return not _is_bodily(parse, found, parts)
    if event == "PROTEST":
        return word in {"rally", "stoppage", "strike", "march"}
    if event == "CONSULT":
        return not _is_talk(parse, found, parts)
    if event == "SANCTION":  # a league shuts out a player: no state
        places = parse.named("place")
        return places.isdisjoint(p.head for p in parts if p.part == "recipient")
    return found.trigger.mode != "resign" or not any(t.lemma.lower() in _BOARDS for t in sentence)


def _is_bodily(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Attacked | Ana Ruiz after the match", "was | shot |": done to a body, and by no rule of the game."""
    if found.trigger.mode in _UNPLAYED or any(p.part == "instrument" for p in parts):
        return True
    hurt = [parse.tokens[p.head] for p in parts if p.part in {"recipient", "target"}]
    persons = {p.head for p in parts if p.kind == "person"}
    doers = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    if any(t.lemma.lower() in _CROWD for t in (*hurt, *doers)):
        return True
    word = parse.tokens[found.head].lemma.lower()
    if word in _ASSAILING:  # but a team attacks another
        teams = parse.named("organisation")
        return any(t.i not in teams and (t.tag == "NNP" or t.i in persons) for t in hurt)
    if word in _RIVALLING:
        return False
    return any(t.i in persons and t.tag != "CD" for t in hurt)


def _is_talk(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Met | with | the owner", "talks": words are changed, and no blows; teams meet each other, "the first time"."""
    verb = parse.tokens[found.head]
    if verb.is_verb:
        return verb.lemma.lower() not in {"meet", "visit", "host", "welcome", "tour"} or "with" in found.slots
    if verb.lemma.lower() in {"visit", "trip", "tour"}:
        return False
    persons = parse.named("person")
    teams = [p.head for p in parts if parse.tokens[p.head].tag.startswith("NNP") and p.head not in persons]
    return len(teams) < len(parts) or not teams


def _is_move(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Fired a low shot | past the goalkeeper", "the Bears | beat | the Owls 4-1 in hockey": a game."""
    token = parse.tokens[found.head]
    word = token.lemma.lower()
    if word in _RIVALRY:
        return _is_rivalry(parse, found, parts)
    if found.trigger.event not in {"ASSAULT", "RETREAT", "SANCTION"} or word not in _IN_PLAY:
        return False
    if any(p.part == "recipient" and p.kind == "person" for p in parts) and found.trigger.effect is not None:
        return _is_scored(parse, found)
    here = parse.around(found.head)
    if word in {"beat", "defeat"}:
        said = parse.report.text[here[0].start : here[-1].end]
        if _SCORE.search(said) or any(t.lower in _SPORTS for t in here):
            return True
    return any(t.lemma.lower() in IN_GAMES or t.lower in IN_GAMES for t in here)


def _is_rivalry(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "At the Olympics they will | battle | a runner from Kest": two who compete, and nobody is hurt or armed."""
    here = parse.around(found.head)
    harmed = found.trigger.effect is not None or any(p.part in {"instrument", "toll"} for p in parts)
    if harmed or names_the_world(here, found.tokens) or found.trigger.event != "ASSAULT":
        return False
    return any(t.lemma.lower() in _GAMES_ONLY or t.lower in _GAMES_ONLY for t in here)


def _is_scored(parse: Parse, found: Found) -> bool:
    """ "Won the cup after | beating | Orli 3-0 in the final"."""
    if found.trigger.words[0] not in _WINNING:
        return False
    here = parse.around(found.head)
    said = parse.report.text[here[0].start : here[-1].end]
    return bool(_SCORE.search(said)) and any(t.lemma.lower() in _CUPS or t.lower == "sets" for t in here)


def _is_left(parse: Parse, found: Found) -> bool:
    """ "The skater withdrew | from the tournament": no ground is given up."""
    if found.trigger.mode != "withdraw":
        return False
    left = [parse.tokens[h].lemma.lower() for slot in ("from", "of", "object") for h in found.slots.get(slot, ())]
    return any(word in _LEFT for word in left)


def _is_meeting_of_teams(parse: Parse, found: Found) -> bool:
    """ "Orland met Veldia | in the final", "hosts Veldia | in a qualifier": a match."""
    if found.trigger.event != "CONSULT" or not parse.tokens[found.head].is_verb:
        return False
    verb = parse.tokens[found.head]
    if verb.lower == "host" and verb.dep == "xcomp" and parse.tokens[verb.head].lemma.lower() in _FACING:
        return True  # "will face | host | Orland in the final": the host
    if found.trigger.words[0] == "host" and any(t.lemma.lower() in _QUALIFYING for t in parse.around(found.head)):
        return True  # "hosts Veldia as it pushes to qualify for the tournament"
    around = [parse.tokens[h] for slot in ("in", "at", "for") for h in found.slots.get(slot, ())]
    return any(t.lemma.lower() in _MEETING or t.lower == "olympics" for t in around)


def _is_won(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Ruiz | beat | Feld in the run-off", "how Ruiz beats Feld": a contest of two, no blow with a fist."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in _WINNING or found.trigger.event != "ASSAULT" or not verb.is_verb:
        return False
    phrases = parse.children(verb.i, "obl", "obl:unmarked")
    struck = any(c.dep == "aux:pass" or c.lower in _SORELY for c in parse.children(verb.i))
    if struck or any(p.part == "instrument" for p in parts):
        return False
    margin = (c for c in phrases if case_of(parse, c.i) in {"by", "at"})
    if any(c.lemma.lower() in _MARGINS for c in margin):
        return True  # "beat the senator by 18 | points |", "at the | polls |"
    if any(case_of(parse, c.i) in {"with", "to"} or c.lemma.lower() in _OUT_OF_SIGHT for c in phrases):
        return False
    contest = any(t.lemma.lower() in _WON for t in parse.around(found.head))
    sides = [p.head for p in parts if p.part in {"actor", "recipient"}]
    named = parse.named("person", "organisation")
    two = len({p.part for p in parts} & {"actor", "recipient"}) == 2
    pointing = {i for i in sides if parse.tokens[i].lower in {"he", "she", "him", "her"}}
    unnamed = {i for i in sides if parse.tokens[i].lemma.lower() in _ENTRANTS} | pointing
    if not sides or not named.issuperset(set(sides) - unnamed) or unnamed.issuperset(sides):
        return False
    return contest or (two and verb.tag in {"VBZ", "VBP"}) or is_about(parse, VOTES)
