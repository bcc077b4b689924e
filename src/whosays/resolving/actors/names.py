"""Whom the words of one mention name, taken alone: lists, patterns, demonyms; None where only context can tell."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
from rapidfuzz import fuzz

from whosays.gazetteer import Candidate, Hit, PatternMatch, normalise
from whosays.gazetteer.patterns import LOCAL
from whosays.gazetteer.romanising import plain
from whosays.parse import Parse, Token
from whosays.records import Code, Office, Reason
from whosays.resolving.actors.asked import NAMING, Asked, Named, hits_in, is_alone, without_leader
from whosays.resolving.actors.belonging import country_in, is_world_court, owner_beside
from whosays.resolving.actors.fightersof import weakly_named
from whosays.resolving.actors.ledby import led_government
from whosays.resolving.actors.oneof import one_of
from whosays.resolving.actors.own import bare, counts, noun_at, own_actor
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.sharing import shared_force
from whosays.resolving.places.words import LARGE_TOWN, place_words

_WHERE = frozenset({"in", "at", "near", "inside", "around", "outside"})
_NEARLY = 88  # of 100: "Abdel Fatah al-Sisi" and "Abdel Fattah el-Sisi"


Rule = Callable[[Parse, Asked, Setting], Named | None]


def name_of(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """Whom the mention names by itself; None for pronouns and nominals that only context can tell."""
    if asked.mention.form == "pronoun":
        return None
    for rule in RULES:
        found = rule(parse, asked, setting)
        if found is not None:
            return found
    return None


def _several(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """One mention of two names ("Kyiv and Moscow") is neither alone."""
    if not any(parse.tokens[i].lower in {"and", "or"} for i in range(asked.start, asked.end)):
        return None
    if setting.gazetteer.actors_named(asked.mention.name, setting.on):
        return None
    hits = [h for h in hits_in(parse, asked, setting) if any(c.strength == "strong" for c in h.candidates)]
    named = [h.candidates[0].actor_id for h in hits]
    for i in range(asked.start, asked.end):
        word = parse.tokens[i].text
        state = setting.gazetteer.metonym(word) or setting.gazetteer.state_of_adjective(word)
        named += [state] if state is not None and word[:1].isupper() else []
    several = tuple(dict.fromkeys(named))
    if len(several) < 2 or not parse.tokens[asked.head].tag.startswith("NNP"):
        return None
    return Named(None, Reason(rule="several", detail=f"“{asked.mention.name}” names more than one"), several, score=0.4)


def _uncounted(parse: Parse, asked: Asked) -> str:
    """ "Two | U.S. Marines": the words behind the number."""
    first = asked.start
    while first < asked.head and parse.tokens[first].tag == "CD":
        first += 1
    return parse.text(first, asked.end)


def _listed(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """The whole phrase, or its words without determiner, number and titles, is a known name."""
    forms = (asked.mention.name, bare(asked.mention.name), _uncounted(parse, asked), asked.core.name)
    for words in dict.fromkeys(forms):
        found = setting.gazetteer.actors_named(words, setting.on)
        strong = [c for c in found if c.strength == "strong"]
        weak = [c for c in found if c.strength == "weak"] if asked.mention.form == "name" else []
        chosen = strong or [c for c in weak if _carried(asked, c, setting)]
        chosen = _at_home(chosen, setting) if len(chosen) > 1 else chosen
        if len(chosen) == 1:
            sure = 1.0 if strong else 0.85
            return known(setting, chosen[0].actor_id, _how(setting, words, chosen[0]), words, sure)
        if len(chosen) > 1:
            detail = f"“{words}” may mean several"
            return Named(None, Reason(rule="listed", detail=detail), tuple(c.actor_id for c in chosen), score=0.4)
    return None


def _how(setting: Setting, words: str, candidate: Candidate) -> str:
    """How a listed name was found; a user's own list is named, as it went before all others."""
    if candidate.rule != "user-list":
        return f"“{words}” is a listed name ({candidate.rule})"
    actor = setting.gazetteer.actor(candidate.actor_id)
    source = actor.sources[0] if actor is not None and actor.sources else "no source"
    return f"“{words}” is in your own list ({source})"


def _carried(asked: Asked, candidate: Candidate, setting: Setting) -> bool:
    return setting.supports(candidate, asked.core.offices, titled=bool(asked.core.titles))


def _at_home(candidates: list[Candidate], setting: Setting) -> list[Candidate]:
    """Of several namesakes, the one whose home state the report names, where that is one."""
    entries = ((c, setting.gazetteer.entry(c.actor_id)) for c in candidates)
    states = ((c, (*e.states, *(r.of for r in e.roles))) for c, e in entries if e is not None)
    home = [c for c, of in states if any(s in setting.states for s in of)]
    return home if len(home) == 1 else candidates


def known(setting: Setting, identifier: str, detail: str, words: str, score: float = 1.0) -> Named | None:
    """The actor of the lists with this id, and the place that the words carry beside it."""
    gazetteer = setting.gazetteer
    actor = gazetteer.actor(identifier)
    if actor is None:
        return None
    place = f"country:{identifier}" if actor.kind == "state" else None
    metonym = gazetteer.metonym(words)
    if metonym == identifier and normalise(actor.name) != normalise(words):
        towns = _towns(setting, words, identifier)
        place = towns[0] if towns else place
    return Named(actor, Reason(rule="listed", detail=detail, weight=score), place=place, score=score)


def _towns(setting: Setting, words: str, state: str) -> tuple[str, ...]:
    """The places of a state that have this name: "the White House" is no Casablanca."""
    return tuple(e.place.id for e in setting.gazetteer.places_named(words) if state in e.countries)


def _simpler(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """A listed person with a middle initial or "Jr." that the lists leave out: "Donald J. Trump"."""
    if asked.label != "person" or _is_son(parse, asked):
        return None
    for form in plain(asked.core.name):
        strong = [c for c in setting.gazetteer.actors_named(form, setting.on) if c.strength == "strong"]
        if len(strong) == 1 and strong[0].actor_id.startswith("person:"):
            detail = f"“{asked.core.name}” is “{form}” with an initial or suffix more"
            return known(setting, strong[0].actor_id, detail, form, 0.95)
        if strong:
            return None
    return None


def _is_son(parse: Parse, asked: Asked) -> bool:
    """ "His son | Omar Badr Jr. |": not the listed Omar Badr, whose son he is."""
    words = asked.core.name.split()
    before = {t.lower for t in parse.tokens[max(0, asked.start - 2) : asked.start]}
    return words[-1].rstrip(".").lower() in {"jr", "junior", "iii"} and bool(before & {"son", "grandson"})


def _spelt(_parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """A listed person in another spelling: a term that runs, and word by word the same sound."""
    if asked.label != "person" or " " not in asked.core.name or setting.on is None:
        return None
    near = set(setting.gazetteer.persons_like(asked.core.name, setting.on)) or _by_surname(asked.core.name, setting)
    if len(near) != 1:
        return None
    detail = f"“{asked.core.name}” is a listed name in another spelling"
    return known(setting, near.pop(), detail, asked.core.name, 0.85)


def _by_surname(name: str, setting: Setting) -> set[str]:
    """Persons in office with the same surname and nearly the same letters before it."""
    words = normalise(name).split()
    near = set()
    for surname in dict.fromkeys((name.rsplit(maxsplit=1)[-1], words[-1].title())):
        for candidate in setting.gazetteer.actors_named(surname, setting.on):
            entry = setting.gazetteer.entry(candidate.actor_id)
            if entry is None or entry.kind != "person" or setting.on is None:
                continue
            alive = setting.gazetteer.lives(entry.id, setting.on)
            if alive and any(
                fuzz.ratio(" ".join(words), normalise(n)) >= _NEARLY for n in (entry.name, *entry.aliases)
            ):
                near.add(entry.id)
    return near


def _metonym(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "Washington", "the Kremlin": a government by the name of its seat, where somebody acts or speaks."""
    words = bare(asked.mention.name)
    head = parse.tokens[asked.head]
    if asked.mention.form != "name" or (asked.label == "person" and not is_alone(parse, words)):
        return None
    state = setting.gazetteer.metonym(words)
    actor = setting.gazetteer.actor(state) if state is not None and setting.governs(state, words) else None
    if actor is None:
        return None
    towns = _towns(setting, words, actor.id)
    cases = {c.lower for c in parse.children(asked.head, "case")}
    seated = head.dep in NAMING or cases & _WHERE  # "the Minsk summit", "the embassy in Minsk": the town
    if towns and seated and not _is_received(parse, head):
        detail = f"“{words}” is the town here, not who governs from it"
        return Named(None, Reason(rule="town", detail=detail, weight=0.8), place=towns[0], score=0.0)
    union = setting.gazetteer.actor(_UNION) if words == "Brussels" and _tells_of_union(parse) else None
    if union is not None:
        reason = Reason(rule="metonym", detail=f"“{words}” stands for {union.name}", weight=0.8)
        return Named(union, reason, place=towns[0] if towns else None, score=0.8)
    organ = setting.gazetteer.pattern(words, setting.on)  # "the Home Office" is not all of the government
    meant = f"the government of {actor.name}"
    if organ is not None and organ.owner == actor.id and organ.office is None and not organ.rest:
        actor, meant = organ.actor, organ.actor.name
    reason = Reason(rule="metonym", detail=f"“{words}” stands for {meant}", weight=0.8)
    return Named(actor, reason, place=towns[0] if towns else None, score=0.8)


_UNION = "body:eu"


def _tells_of_union(parse: Parse) -> bool:
    """Whether a report tells of the European Union and never of Belgium, so that "Brussels" is no government."""
    words = {t.lower for t in parse.tokens}
    return bool(words & {"eu", "european", "europe"}) and not words & {"belgium", "belgian", "belgians"}


def _is_received(parse: Parse, town: Token) -> bool:
    """ "Arrived in | Minsk", "opened an embassy in | Minsk": the town of those who receive somebody."""
    above = parse.tokens[town.head]
    if town.dep == "obl" and above.lemma.lower() in {"arrive", "land"}:
        return True
    things = (above,) if town.dep == "nmod" else parse.children(above.i, "obj", "nsubj:pass")
    missions = (t for t in things if t.lemma.lower() in _MISSIONS and t.dep in {"obj", "nsubj:pass"})
    return any(parse.tokens[t.head].lemma.lower() in _OPENING for t in missions)


_OPENING = frozenset({"open", "reopen", "inaugurate", "close", "shut", "establish"})
_MISSIONS = frozenset({"embassy", "consulate", "mission", "commission"})


def _pattern(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """An organ, force or office of a known owner: "Kazakhstan's Ministry of Foreign Affairs", "Israeli troops"."""
    name = without_leader(parse, asked.start, asked.end, asked.head) or asked.mention.name
    found = setting.gazetteer.pattern(name, setting.on)
    if found is None:
        led = _led_by(parse, asked)
        found = setting.gazetteer.pattern(led, setting.on) if led is not None else None
    if found is None:
        owner = owner_beside(parse, asked, setting)
        found = setting.gazetteer.pattern(name, setting.on, owner) if owner is not None else None
    if found is not None and found.office is not None and not found.rest:
        found = msgspec.structs.replace(found, rest=_named_behind(parse, asked))
    if found is not None and found.pattern == "mayor" and LOCAL not in found.actor.id and not found.rest:
        return None  # "the mayor of | Moscow |": of the town, and of no state
    if found is not None and is_world_court(parse, asked):
        return None
    if found is not None and LOCAL in found.actor.id and not _is_a_towns(parse, asked, found, setting):
        return None
    return None if found is None else as_pattern(parse, asked, found, setting)


_LED = frozenset({"force", "troop", "army", "military", "soldier"})


def _led_by(parse: Parse, asked: Asked) -> str | None:
    """ "The forces of President Ana Ruiz", "Orlian president Ana Ruiz's troops": as "Ana Ruiz's"; None elsewhere."""
    noun = parse.tokens[asked.head]
    if asked.mention.form != "nominal" or noun.lemma.lower() not in _LED:
        return None
    people = [n for n in parse.names if n.label == "person" and asked.start <= n.start and n.end <= asked.end]
    if len(people) != 1:
        return None
    leader = people[0]
    last = parse.tokens[leader.end - 1].text
    before = leader.end < asked.end and parse.tokens[leader.end].tag == "POS" and leader.end + 1 == asked.head
    behind = noun.i + 1 < leader.start and leader.end == asked.end and parse.behind(noun.i).lower == "of"
    name = parse.text(leader.start, leader.end)
    return f"{name}'s {noun.lower}" if (before or behind) and last[:1].isupper() else None


def _named_behind(parse: Parse, asked: Asked) -> str:
    """ "The Orlian envoy to Veldia | Ana Ruiz": who holds the office; "" where nobody is named."""
    if asked.mention.form != "nominal" or parse.tokens[asked.end - 1].tag != "NNP" or asked.label == "person":
        return ""
    behind = (n for n in parse.names if n.label == "person" and n.end == asked.end and n.start > asked.head)
    name = next(behind, None)
    last = parse.tokens[name.start - 1].lower if name is not None else "of"
    return parse.text(name.start, name.end) if name is not None and last not in {"of", "to", "for"} else ""


def _is_a_towns(parse: Parse, asked: Asked, found: PatternMatch, setting: Setting) -> bool:
    """Whether a town is meant by an organ's owner: not in "Airport police" or "Sixteen people", wherever those are.

    The report has it as a place of that state, or it is a large one that goes by that name and no other word.
    """
    own = [i for i in range(asked.start, asked.end) if parse.tokens[i].tag in {"NNP", "NNPS"}]
    for start in own:
        for end in range(own[-1] + 1, start, -1):
            words = parse.text(start, end)
            if setting.town(words) is not None:
                return setting.town(words) == found.owner
    for words in (parse.text(own[0], end) for end in range(own[-1] + 1, own[0], -1)) if own else ():
        first = next(iter(setting.gazetteer.places_named(words)), None)
        if first is not None:
            called = normalise(first.place.name) == normalise(words)
            return called and first.population >= LARGE_TOWN and not place_words().is_doubtful(words)
    return False


def as_pattern(parse: Parse, asked: Asked, found: PatternMatch, setting: Setting) -> Named | None:
    """What a pattern's match means: the named holder, the holder of the day, or the organ itself."""
    if found.rest:
        named = [c for c in setting.gazetteer.actors_named(found.rest, setting.on) if c.strength == "strong"]
        if len(named) == 1:
            return known(setting, named[0].actor_id, f"“{found.rest}” is a listed name", found.rest)
        called = _holder_called(found, setting)
        if called is not None:
            return known(setting, called, f"“{found.rest}” holds the office named", found.rest, 0.9)
        if found.office is not None:
            owner = setting.gazetteer.actor(found.owner)
            codes = owner.codes if owner else ()
            role = Office(office=found.office.removeprefix("office:"), of=found.owner)
            plain = own_actor(found.rest, "person", None)
            actor = msgspec.structs.replace(plain, codes=(*codes, Code(code="GOV")), roles=(role,))
            detail = f"a person with an office of {_called(found.owner, setting)}"
            return Named(actor, Reason(rule="office", detail=detail), score=0.8)
    if (asked.label == "person" and found.office is None) or _are_people(parse, asked, found):
        return None
    if found.office is not None and _now(asked, setting) and len(found.holders) == 1 and found.holders[0].sure:
        holder = setting.gazetteer.actor(found.holders[0].person)
        if holder is not None and parse.tokens[asked.head].tag not in {"NNS", "NNPS"}:
            of = _called(found.owner, setting)
            detail = f"{holder.name} held the office “{found.holders[0].title}” of {of} on {setting.on}"
            return Named(holder, Reason(rule="office", detail=detail, weight=0.9), score=0.9)
    detail = f"“{asked.mention.name}” is {found.pattern} of {found.owner}"
    member = one_of(parse, asked, found)
    if member is not None:
        return Named(member, Reason(rule="pattern", detail=detail, weight=0.95), score=0.95)
    if found.pattern in _PEOPLE and parse.tokens[asked.head].tag == "NN" and not _are_many(parse, asked.head):
        one = own_actor(asked.mention.name, "person", None)  # "a Chilean man" is not the people of Chile
        one = msgspec.structs.replace(one, codes=found.actor.codes)
        return Named(one, Reason(rule="pattern", detail=detail, weight=0.95), score=0.95)
    return Named(found.actor, Reason(rule="pattern", detail=detail, weight=0.95), score=0.95)


_PEOPLE = frozenset({"civilians", "people-community"})  # the patterns of the people of a state, of a community


def _are_many(parse: Parse, head: int) -> bool:
    noun = noun_at(parse, head)
    return noun is not None and noun.group


def _are_people(parse: Parse, asked: Asked, found: PatternMatch) -> bool:
    """ "Three Canadian | doctors |", "the arrest of the | bombers |", "one of them": so many persons, and no force."""
    noun = parse.tokens[asked.head]
    if noun.lower == "doctors":
        return bool(parse.children(noun.i, "nummod"))
    plain = all(t.text.islower() for t in parse.tokens[asked.start + 1 : asked.end])  # but "Orlian bombers" are planes
    bombers = parse.tokens[asked.end - 1].lower.rstrip("s") == "bomber"  # of "one of the bombers" too
    plain = plain and bombers and not parse.tokens[asked.start].tag.startswith(("NNP", "JJ"))
    return plain and found.pattern == "air-force"


def _called(identifier: str, setting: Setting) -> str:
    actor = setting.gazetteer.actor(identifier)
    return actor.name if actor is not None else identifier


def _holder_called(found: PatternMatch, setting: Setting) -> str | None:
    """The holder of the named office whose surname the phrase ends in, however the rest is spelt."""
    surname = normalise(found.rest).split()[-1:]
    fitting = set()
    for holding in found.holders:
        actor = setting.gazetteer.actor(holding.person)
        if actor is not None and normalise(actor.name).split()[-1:] == surname:
            fitting.add(holding.person)
    weak = {c.actor_id for c in setting.gazetteer.actors_named(found.rest, setting.on)}
    fitting |= weak & {h.person for h in found.holders}
    return fitting.pop() if len(fitting) == 1 else None


def _now(asked: Asked, setting: Setting) -> bool:
    """Whether an office phrase means the holder of the day: not "a", "former", "then" or "next"."""
    words = set(normalise(asked.mention.name).split())
    aside = {"a", "an", "next", "new", "first", "last", "previous", "every", "deputy", "vice", "acting", "another"}
    return setting.on is not None and not words & (aside | setting.nominals.past)


def _inside(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """A known name stands at the head of the phrase: "the militant group X", "President Y"."""
    for hit in hits_in(parse, asked, setting):
        strong = [c for c in hit.candidates if c.strength == "strong"]
        first, last = asked.start + hit.start, asked.start + hit.end
        called = first == asked.head + 1 and last == asked.end and parse.tokens[first].head == asked.head
        if (first <= asked.head < last or called) and len(strong) == 1:
            words = parse.text(first, last)
            if _part_of_longer_name(parse, asked, hit) or _is_hyphened(parse, asked, first, last):
                return None
            own = strong[0].rule == "user-list"
            detail = _how(setting, words, strong[0]) if own else f"“{words}” in the phrase is a listed name"
            return known(setting, strong[0].actor_id, detail, words, 0.95)
    return None


def _is_hyphened(parse: Parse, asked: Asked, first: int, last: int) -> bool:
    """ "Non- | Muslims |" are none of them, and "| France | -Albert Rene" is somebody of that given name."""
    before = [t.lower for t in parse.tokens[max(first - 2, 0) : first]]
    behind = [t.text for t in parse.tokens[last : last + 2]]
    other = before[-2:-1] == ["non"] and before[-1:] in (["-"], ["‑"])
    longer = asked.label == "person" and len(behind) > 1 and behind[0] in {"-", "‑"} and behind[1][:1].isupper()
    return other or longer or (first == last - 1 and parse.tokens[first].lower.startswith("non-"))


def _part_of_longer_name(parse: Parse, asked: Asked, hit: Hit) -> bool:
    """A listed name that is only a piece of a longer name is somebody else: "Hamas Street Foundation"."""
    first, last = asked.start + hit.start, asked.start + hit.end
    return any(n.start <= first and last <= n.end and n.end - n.start > last - first for n in parse.names)


def _demonym(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "Russians", "the Afghans": the people of a state; an adjective alone ("Turkish raids") is the state."""
    token = parse.tokens[asked.head]
    people = setting.gazetteer.state_of_people(token.text)
    opening = parse.tokens[token.head] if token.dep == "conj" else token  # "Russian and | Iranian | officials"
    if opening.dep in {"amod", "compound"} and asked.start == asked.head == asked.end - 1:
        people = None  # "Russian airstrikes": the state's, not those of its people
    dashed = asked.end - asked.start == 1 and parse.tokens[min(asked.end, len(parse.tokens) - 1)].tag == "HYPH"
    adjective = asked.label == "nationality" or dashed  # "a direct | American | -Veldian clash"
    state = people or (setting.gazetteer.state_of_adjective(token.text) if adjective else None)
    in_two = _of_two_words(parse, asked, setting) if people is None else None
    state = in_two or state
    if state is None:
        return None
    if people is None and (asked.end - asked.start == 1 or in_two is not None):
        return known(setting, state, f"“{token.text}” is the adjective of a state", token.text, 0.8)
    counted = {"CD", "DT", "PDT", "IN", "PRP$", "HYPH", "year", "old"}  # "twenty | - | two", "a 26-year-old"
    words = (t for t in parse.tokens[asked.start : asked.head] if not {t.tag, t.lower} & counted)
    before = (t for t in words if not counts(t.text) and "-" not in t.text)
    first = next((t.i for t in before), asked.head)
    actor = own_actor(parse.text(first, asked.end), "people", state)
    detail = f"“{token.text}” are people of {state}"
    return Named(actor, Reason(rule="demonym", detail=detail, weight=0.8), place=f"country:{state}", score=0.8)


def _of_two_words(parse: Parse, asked: Asked, setting: Setting) -> str | None:
    """ "| North Korean | tests": the adjective of a state in two words, where nothing else is told."""
    heads = {asked.head, *(c.i for c in parse.children(asked.head, "flat"))}  # "| Sri | Lankan jets"
    if parse.tokens[asked.head].tag.startswith("NNS") or asked.end - 1 not in heads:
        return None
    first = next((i for i in range(asked.start, asked.end) if parse.tokens[i].tag != "DT"), asked.end)
    return setting.gazetteer.state_of_adjective(parse.text(first, asked.end)) if asked.end - first == 2 else None


_BACKER = re.compile(
    r"^(?:the |a )?(?:[\w.]+ ){0,3}[\w.]+[-‑–](?:backed|aligned|allied|supported|linked|affiliated|led) (?=[A-Z0-9])"
)


def _backed(_parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "Orland-backed | Front forces": whoever backs them, they are the Front's."""
    words = _BACKER.sub("", asked.mention.name)
    if words == asked.mention.name:
        return None
    strong = [c for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"]
    if len(strong) == 1:
        return known(setting, strong[0].actor_id, f"“{words}” is a listed name", words, 0.95)
    found = None if strong else setting.gazetteer.pattern(words, setting.on)
    if found is None or found.rest or found.office is not None or LOCAL in found.actor.id:
        return None
    return Named(found.actor, Reason(rule="pattern", detail=f"“{words}” is {found.pattern}", weight=0.9), score=0.9)


_PORTION = re.compile(
    r"^(?:the |an? )?(?:(?:last|final|remaining|scattered|small|large|estimated|combined) )*"
    r"(?:remnants?|remains|remainder|rest|number|total|handful|group|bulk|majority|pair|hundreds|scores|thousands)"
    r" of (?=\S)(?:[\d,.]+ |the |suspected |foreign )*|^(?:the |an? )?(?:\w+ )?(?:another|other|last|first|second|"
    r"third|fourth|fifth|remaining|further|additional|wounded|injured|captured|surrendered|young|female|armed|masked|"
    r"uniformed|off-duty|mobilised|mobilized) (?=\S)",
    re.IGNORECASE,
)


def _portion(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "A number | of Front fighters", "another | Front fighter": the group's own, as "Front fighters" are."""
    words = _PORTION.sub("", asked.mention.name)
    if words == asked.mention.name or not words[:1].isupper():
        return None
    sentence = parse.sentences[parse.sentence(asked.head)]
    if "world war" in parse.text(*sentence).lower():
        return None  # no army of today
    strong = [c.actor_id for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"]
    found = setting.gazetteer.pattern(words, setting.on) if not strong else None
    actor = setting.gazetteer.actor(strong[0]) if len(strong) == 1 else None
    actor = found.actor if found is not None and not found.rest and found.office is None else actor
    if actor is None or actor.kind not in {"armed-group", "force"}:
        return None
    reason = Reason(rule="pattern", detail=f"“{asked.mention.name}” are of {actor.name}", weight=0.9)
    return Named(actor, reason, score=0.9)


def _weakly(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "Orli fighters", by a name that others bear, too, in a report of the land of but one of them."""
    group = weakly_named(parse, asked, setting)
    detail = f"“{asked.mention.name}” are of the group of that name here"
    return known(setting, group, detail, asked.mention.name, 0.85) if group is not None else None


def _town_of_state(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "A visit to | the Kenyan city of Mombasa |": those of that state, as by the town's name alone."""
    if asked.mention.form == "pronoun" or parse.tokens[asked.head].lemma.lower() not in _TOWNS:
        return None
    named = any("of" in _cases(parse, c) for c in parse.children(asked.head, "nmod") if c.tag.startswith("NNP"))
    state = country_in(parse, asked, setting) if named and _is_visited(parse, asked) else None
    if state is None:
        return None
    return known(setting, state, f"“{asked.mention.name}” is of that state", asked.mention.name, 0.8)


def _cases(parse: Parse, token: Token) -> set[str]:
    return {c.lower for c in parse.children(token.i, "case")}


_TOWNS = frozenset({"city", "town", "capital", "port", "resort"})


def _is_visited(parse: Parse, asked: Asked) -> bool:
    """Whether a town stands for those who receive somebody there: "a visit to", "travelled to", "arrived in"."""
    town = parse.tokens[asked.head]
    above = parse.tokens[town.head]
    return bool(_cases(parse, town) & {"to", "in"}) and above.lemma.lower() in _COMING


_COMING = frozenset({"visit", "trip", "travel", "fly", "arrive", "journey", "tour", "go", "come"})
RULES: tuple[Rule, ...] = (
    _several, shared_force, _listed, _simpler, _spelt, _metonym, _pattern, _inside, led_government, _backed, _portion,
    _weakly, _demonym, _town_of_state,
)  # fmt: skip
