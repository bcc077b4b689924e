"""What a report or a sentence is about, where that decides what its words mean: games, votes, software, shows.

Words of one topic alone weigh one, words that other topics have too weigh half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from whosays.parse import Parse, Token


class Topic(msgspec.Struct, frozen=True):
    """Its words, and how many there must be: words of its own, their weight, one in so many words."""

    own: frozenset[str]
    shared: frozenset[str] = frozenset()
    fewest: int = 2
    least: float = 3
    share: int = 45


# Words of games alone: one of them in a sentence is enough to see play in it.
IN_GAMES = frozenset(
    "goal goalkeeper goalie midfielder striker defender halftime half-time penalty teammate championship olympics "
    "olympian medal medalist medallist scorer quarterback tournament puck batsman wicket inning innings skater "
    "semifinal semi-final quarterfinal quarter-final playoff playoffs play-off touchdown homer bullpen pitcher batter "
    "shortstop outfielder infielder baseman linebacker lineman cornerback fullback halfback welterweight middleweight "
    "heavyweight knockout nfl nba mlb nhl ncaa birdie fairway dunk three-pointer free-throw hat-trick".split()
)
GAMES = Topic(
    own=IN_GAMES - {"goal", "penalty", "striker"}
    | frozenset(
        "football soccer hockey basketball baseball cricket rugby tennis handball volleyball boxing golf golfer "
        "wrestling wrestler boxer referee umpire fumble uefa fifa espn athlete jockey sprinter swimmer coach "
        "preseason pre-season offseason off-season postseason roster league champion stadium rebound grandmaster "
        "sideline bout".split()
    ),
    shared=frozenset(
        "game team player season title match win victory defeat score point goal round cup squad yard offense "
        "defense fan final half quarter rival lead finish club play tie lap race punch belt penalty".split()
    ),
)
VOTES = Topic(
    own=frozenset(  # no "campaign", "rival" or "primary": wars have these too
        "candidate nominee caucus nomination frontrunner front-runner pollster gop super-pac pac voter ballot "
        "electorate delegate election poll presidential democrat republican".split()
    ),
    fewest=4,
    least=4,
    share=120,
)
SOFTWARE = Topic(
    own=frozenset(
        "browser malware ransomware phishing hacker hacking trojan botnet spyware webpage plugin javascript zero-day "
        "software cybersecurity antivirus spam".split()
    ),
    shared=frozenset(
        "web website site server code patch flaw bug exploit vulnerability user computer attacker update internet "
        "online virus worm malicious pc password download system data network cyber".split()
    ),
    least=4,
)
SHOWS = Topic(
    own=frozenset(
        "film movie album singer actor actress song concert celebrity oscar grammy emmy episode drama premiere "
        "box-office rapper band sitcom screenplay musician hollywood soundtrack comedian guitarist vocalist "
        "filmmaker paparazzi movie-goer blockbuster sequel pop duet".split()
    ),
    shared=frozenset(
        "star director studio fan show series role award music stage host fame cast record label tv television "
        "producer character scene tour comedy audience performance screen".split()
    ),
    least=4,
    share=50,
)

# What belongs to no game and no show: who else is named, or what was done with it.
_WORLDLY = frozenset(
    "police policeman policewoman gun gunman gunmen gunfire gunshot bullet knife bomb explosion murder suspect sheriff "
    "jail prison custody prosecutor jury lawsuit hooligan riot soldier troop army military militant rebel terrorist "
    "war government parliament minister president embassy sanction refugee protest protester union labor labour "
    "humanitarian quake earthquake charity kill stab rape".split()
)
_BLOODY = frozenset({"kill", "murder", "stab", "rape", "jail"})
OFFICIALS = frozenset(
    "president premier minister king queen pope chancellor ambassador envoy diplomat senator lawmaker deputy governor "
    "mayor general commander secretary leader chief official delegation negotiator spokesman spokeswoman prince "
    "princess judge prosecutor officer counterpart emir sultan secretary-general congressman congresswoman "
    "commissioner sheriff colonel captain lieutenant admiral candidate politician union".split()
)


def is_about(parse: Parse, topic: Topic) -> bool:
    """Whether a report speaks of a topic all along."""
    return _speak_of(parse.lemmas, topic)


def are_about(tokens: tuple[Token, ...], topic: Topic) -> bool:
    """Whether a sentence does."""
    return _speak_of(Counter([t.lemma.lower() for t in tokens]), topic)


def names_the_world(tokens: Sequence[Token], but: Sequence[int]) -> bool:
    """Whether a sentence names what belongs to no game, beside the words ``but`` of the deed itself."""
    words = (t for t in tokens if t.i not in but and (not t.is_verb or t.lemma.lower() in _BLOODY))
    return any(t.lemma.lower() in _WORLDLY for t in words)


def _speak_of(told: Counter[str], topic: Topic) -> bool:
    own = sum(told[word] for word in topic.own & told.keys())
    if own < topic.fewest:
        return False
    weight = own + sum(told[word] for word in topic.shared & told.keys()) / 2
    return weight >= topic.least and weight * topic.share >= told.total()
