"""To whom a phrase belongs by its own words: the state of an adjective, the owner of an organ, a nationality."""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked, hits_in
from whosays.resolving.actors.own import noun_at
from whosays.resolving.actors.setting import Setting

_KEEPERS = frozenset(
    "police policemen prosecutors prosecutor authorities court courts tribunal judge judges magistrate "
    "magistrates".split()
)
# Towns in which others hold court or keep order than the state they lie in: "a court | in The Hague |".
_OF_OTHERS = frozenset(
    "Hague|The Hague|Strasbourg|Luxembourg|Arusha|Guantanamo|Guantanamo Bay|Geneva|Donetsk|Luhansk|Lugansk|Sevastopol|"
    "Simferopol|Sanaa|Sana'a|Raqqa|Idlib|Benghazi|Goma|Bukavu|Tiraspol|Sukhumi|Tskhinvali|Stepanakert|Pristina".split(
        "|"
    )
)
_WORLD_COURTS = frozenset({"Hague", "Strasbourg", "Luxembourg", "Arusha"})
_OWNING = frozenset({"nmod:poss", "compound", "amod", "nmod:desc", "nmod"})


def country_in(parse: Parse, asked: Asked, setting: Setting) -> str | None:
    """The state that an adjective or name in the phrase tells: "Kenyan police", "a Turkish journalist"."""
    seats = _seats(parse, asked)
    words = (parse.tokens[i].text for i in range(asked.start, asked.end) if i not in seats)
    told = [setting.gazetteer.state_of_adjective(w) for w in words]
    states = list(dict.fromkeys(s for s in told if s is not None))
    if states:
        return states[0] if len(states) == 1 else None
    hits = hits_in(parse, asked, setting)
    if len({c.actor_id for h in hits for c in h.candidates if ":" not in c.actor_id}) > 1:
        return None  # "the presidents of Iran and Turkey"
    for hit in hits:
        owning = {parse.tokens[i].dep for i in range(asked.start + hit.start, asked.start + hit.end)}
        if asked.mention.form == "name" and not owning & {"nmod:poss", "nmod"}:
            continue  # a state's name inside a name ("the Afghanistan Working Group") tells no nationality
        for candidate in hit.candidates:
            actor = setting.gazetteer.actor(candidate.actor_id)
            if actor is not None and actor.kind == "state" and candidate.strength == "strong":
                return actor.id
    return None


def _seats(parse: Parse, asked: Asked) -> frozenset[int]:
    """ "Burma's | Thai |-based opposition": whose it is, and not where it sits, tells its country."""
    owned = any(parse.tokens[i].tag == "POS" for i in range(asked.start, asked.head))
    based = (i for i in range(asked.start + 2, asked.head) if parse.tokens[i].lower == "based")
    return frozenset(i - 2 for i in based if owned and parse.tokens[i - 1].tag == "HYPH")


def is_world_court(parse: Parse, asked: Asked) -> bool:
    """ "The Hague court": it sits there, and is no court of that state."""
    if parse.tokens[asked.head].lower not in _KEEPERS - {"police", "policemen", "authorities"}:
        return False
    return any(parse.tokens[i].text in _WORLD_COURTS for i in range(asked.start, asked.end))


def nationality(parse: Parse, asked: Asked, setting: Setting) -> str | None:
    """The nationality of people that their words tell, ISO 3166-1 alpha-3: "three Turkish engineers"."""
    if asked.mention.form == "pronoun":
        return None
    noun = noun_at(parse, asked.head)
    named = setting.gazetteer.state_of_people(parse.tokens[asked.head].text)
    if named is not None or (asked.label != "person" and noun is not None and noun.kind != "person"):
        return named
    told = {setting.gazetteer.state_of_adjective(parse.tokens[i].text) for i in range(asked.start, asked.end)} - {None}
    return told.pop() if len(told) == 1 else None


def without_owner(parse: Parse, asked: Asked) -> str:
    """The phrase's words behind a possessive owner: "the CSTO's Working Group" is the Working Group."""
    for i in range(asked.start, asked.head):
        if parse.tokens[i].tag == "POS":
            return parse.text(i + 1, asked.end)
    return asked.mention.name


def owner_in(parse: Parse, asked: Asked, setting: Setting) -> str | None:
    """The known actor that the phrase belongs to: "Taliban fighters", "a Hamas spokesman"."""
    for hit in hits_in(parse, asked, setting):
        strong = [c for c in hit.candidates if c.strength == "strong"]
        if len(strong) == 1 and not asked.start + hit.start <= asked.head < asked.start + hit.end:
            return strong[0].actor_id
    return None


def owner_beside(parse: Parse, asked: Asked, setting: Setting) -> str | None:
    """The one known owner that stands outside the mention's words, as in Ghana's [Ministry of Defence]."""
    owners = set()
    behind = _right_behind(parse, asked)
    for child in (*parse.children(asked.head), *behind):
        if (child.dep not in _OWNING and child not in behind) or asked.start <= child.i < asked.end:
            continue
        cases = {c.lower for c in parse.children(child.i, "case")}
        if child.dep in {"nmod", "obl"} and not cases & {"of", "in"}:
            continue
        words = parse.text(*_reach(parse, child.i))
        seated = "in" in cases and asked.mention.form == "name"  # "the Interior Ministry in Islamabad"
        seat = setting.gazetteer.metonym(words) if seated else None
        keeping = "in" in cases and parse.tokens[asked.head].lower in _KEEPERS  # "| police | in Lima arrested a Dane"
        seat = setting.town(words) if keeping and words not in _OF_OTHERS else seat
        state = setting.gazetteer.state_of_adjective(words) or seat
        found = [c.actor_id for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"]
        owners |= {state} if state is not None else set(found)
    return owners.pop() if len(owners) == 1 else None


def _right_behind(parse: Parse, asked: Asked) -> tuple[Token, ...]:
    """ "Charged by | prosecutors in Lima |": hung on the verb, and still where they keep the law."""
    keeper = parse.tokens[asked.head]
    if keeper.dep != "obl:agent" or keeper.lower not in _KEEPERS or keeper.i + 1 >= len(parse.tokens):
        return ()
    case = parse.behind(keeper.i)
    place = parse.tokens[case.head]
    hung = case.lower == "in" and case.dep == "case" and place.dep == "obl" and place.head == keeper.head
    return (place,) if hung else ()


def _reach(parse: Parse, i: int) -> tuple[int, int]:
    inside = [i, *(c.i for c in parse.children(i, "compound", "flat", "amod") if abs(c.i - i) <= 3)]
    return min(inside), max(inside) + 1
