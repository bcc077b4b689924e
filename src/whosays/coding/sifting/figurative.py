"""Words of violence that tell of none: states that clash over a pastor, rumours killed off, a group that is beaten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays import ontology
from whosays.coding.sifting.quarrels import is_battle_of_words
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_TWO = frozenset(
    "two pair they we he she both sides leaders countries country state states nation neighbour neighbor neighbours "
    "neighbors government governments ally allies bloc".split()
)
# What states fight over with arms: "clashed over a strip of land".
_DISPUTED = frozenset(
    "land border territory island isle water well pasture grazing cattle village town city hill ground field mine road "
    "river valley enclave control".split()
)
_GROUND = frozenset({"in", "near", "at", "outside", "along", "on", "inside", "around"})
_CALLING = frozenset(
    "describe denounce condemn see view regard portray characterise characterize brand label dismiss interpret treat "
    "decry perceive".split()
)
_BEFALLEN = frozenset(
    "blast explosion incident killing death fire shooting strike bombing crash collision stabbing murder raid".split()
)
_LIKE = frozenset({"similar", "akin", "comparable", "reminiscent"})


def is_figurative(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of violence only paints, or names a deed to liken another to it."""
    if found.trigger.event != "ASSAULT":
        return False
    return is_battle_of_words(parse, found, parts) or any(rule(parse, found, parts) for rule in _RULES)


def _is_quarrel(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The two | have clashed over the jailing of a pastor |", "Orland has clashed with others": in words."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() != "clash":
        return False
    acting = [parse.tokens[p.head] for p in parts if p.part in {"actor", "recipient"}]
    first = [t for t in acting if t.i < verb.i] or acting
    spoken = bool(first) and all(t.tag.startswith("NNP") or t.lower in _TWO for t in first)
    phrases = parse.children(verb.i, "obl", "obl:unmarked")
    over = [c for c in phrases if case_of(parse, c.i) == "over"]
    over += [c for c in parse.children(verb.i, "advcl") if any(m.lower == "over" for m in parse.children(c.i, "mark"))]
    if any(c.lemma.lower() in _DISPUTED or _is_place(parse, c) for c in over):
        return False
    perfect = any(c.lower in {"has", "have"} for c in parse.children(verb.i, "aux"))
    placed = any(case_of(parse, c.i) in _GROUND for c in phrases) or _is_dated(parse, verb)
    return spoken and not placed and (bool(over) or perfect)


def _is_way_out(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Nobody can | kill his way | out of this": a turn of speech, in which no man is killed."""
    ways = [c for c in parse.children(found.head, "obj") if c.lower == "way"]
    return bool(ways) and parse.tokens[found.head].lemma.lower() != "fight" and "way" not in found.trigger.words


_DRILLED = frozenset("firing bombing shooting target gunnery artillery practice training".split())


def _is_drill(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Four jets | bombed | a firing range": their own, and nobody's harm."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in {"bomb", "shell", "strafe", "pound"} or not verb.is_verb:
        return False
    struck = parse.children(verb.i, "obj", "nsubj:pass")
    if len(struck) != 1 or struck[0].lemma.lower() != "range" or any(p.part == "recipient" for p in parts):
        return False
    beside = parse.children(struck[0].i, "compound", "amod")
    owned = parse.children(struck[0].i, "nmod:poss") or any(c.text[:1].isupper() for c in beside)
    return any(c.lower in _DRILLED for c in beside) and not owned


def _is_killed_off(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "To kill | off | speculation", "they are killing journalism"."""
    verb = parse.tokens[found.head]
    off = any(c.lower == "off" and c.i == verb.i + 1 for c in parse.children(verb.i, "compound:prt", "advmod"))
    what = parse.children(verb.i, "obj")
    if verb.lemma.lower() != "kill" or not what:
        return False
    return all(_is_matter(c) if off else c.lower.endswith("ism") or c.lemma.lower() in _MATTERS for c in what)


def _is_matter(noun: Token) -> bool:
    """ "Speculation", "the plan", "hopes": nothing alive."""
    return noun.lemma.lower() in _MATTERS or (noun.tag == "NN" and noun.lower.endswith(("tion", "ment", "ism", "ity")))


_MATTERS = frozenset("hope rumour rumor talk plan idea deal bill dream myth debate project scheme proposal".split())


def _is_beaten(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The Front was being | beaten | badly": it lost, and nobody was struck with a stick."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "beat" or not verb.is_verb or any(p.part == "instrument" for p in parts):
        return False
    hurt = [p.head for p in parts if p.part == "recipient"]
    bodies = parse.named("organisation")
    return bool(hurt) and all(h in bodies for h in hurt)


def _is_no_shot(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Signs | shooting | into view", "his nerves are shot", "could | shell out | a million"."""
    verb = parse.tokens[found.head]
    if not verb.is_verb:
        return False
    if verb.lemma.lower() == "shell":
        return any(c.lower == "out" for c in parse.children(verb.i, "compound:prt", "advmod"))
    if verb.lemma.lower() == "open":  # "opened | up about | the attack she had on stage"
        return any(case_of(parse, c.i) == "about" for c in parse.children(verb.i, "obl"))
    if verb.lemma.lower() != "shoot":
        return False
    worn = any(c.lemma.lower() in _WORN for c in parse.children(verb.i, "nsubj:pass", "nsubj"))
    along = any(c.lemma.lower() in _SHOWN for c in parse.children(verb.i, "obl"))
    return worn or (along and not parse.children(verb.i, "obj"))


_WORN = frozenset("mind nerve confidence credibility reputation firework fireworks flame price share spark".split())
_SHOWN = frozenset("view prominence fame stardom orbit space limelight".split())


def _is_criticised(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The mill has | come under fire | from activists over its prices": no shot is fired."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() != "come":
        return False
    for phrase in (p for c in (verb, *parse.children(verb.i, "obl")) for p in parse.children(c.i, "obl", "nmod")):
        case = case_of(parse, phrase.i)
        words = {phrase.lemma.lower(), *(c.lemma.lower() for c in parse.children(phrase.i, "compound"))}
        if (case == "from" and words & _CRITICS) or (case == "over" and not words & _DISPUTED):
            return True
    return any(m.lower == "for" for c in parse.children(verb.i, "advcl") for m in parse.children(c.i, "mark"))


_CRITICS = frozenset(
    "critic activist campaigner lawmaker senator politician opposition union worker employee user customer consumer "
    "medium press watchdog regulator expert official ally republican democrat fan".split()
)


def _is_choked(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "To | strangle | it before it is born", "out to strangle Orland": a plan, a state; nobody with a throat."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in _CHOKING:
        return False
    what = parse.children(verb.i, "obj")
    return bool(what) and all(c.lower == "it" or _is_place(parse, c) or c.lemma.lower() in _CHOKED for c in what)


_CHOKING = frozenset({"strangle", "choke", "throttle", "suffocate", "smother"})
_CHOKED = frozenset("economy trade growth industry country nation regime press business debate market".split())


def _is_insured(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Kidnapping | insurance": a word for what may be."""
    token = parse.tokens[found.head]
    return token.dep == "compound" and parse.tokens[token.head].lemma.lower() in {"insurance", "insurer", "drill"}


def _is_likened(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Similar to last year's | invasion |", "described it as an | attack |": what the news is likened to."""
    token = parse.tokens[found.head]
    if token.is_verb or found.carrier is not None or token.dep not in {"obl", "nmod"}:
        return False
    if case_of(parse, token.i) == "as":
        what = {c.lemma.lower() for c in parse.children(token.head, "obj", "nsubj:pass")}
        return parse.tokens[token.head].lemma.lower() in _CALLING and not what & _BEFALLEN
    return parse.tokens[token.head].lower in _LIKE and case_of(parse, token.i) in {"to", "of", "with"}


def _is_piece(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "His column was an all-out | assault | on bakers": made of words."""
    token = parse.tokens[found.head]
    if not token.is_noun or not parse.children(token.i, "cop"):
        return False
    return any(c.lemma.lower() in _PIECES for c in parse.children(token.i, "nsubj"))


_VERMIN = frozenset(
    "bedbug bug bee wasp ant mosquito rat mouse dog cat shark bear wolf locust beetle moth termite crow gull seagull "
    "monkey snake insect pest parasite fungus weed hornet".split()
)


def _is_by_nobody(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Our inn was | attacked | by bedbugs", "the site was hit by hackers": by beasts, or with no weapon."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in {"attack", "hit", "strike", "bite", "invade", "target"}:
        return False
    doers = parse.children(verb.i, "obl:agent" if parse.children(verb.i, "aux:pass") else "nsubj")
    return bool(doers) and all(c.lemma.lower() in _VERMIN | {"hacker", "malware", "ransomware"} for c in doers)


def _is_of_game(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Players can | kill | monsters": on a screen or a board."""
    verb = parse.tokens[found.head]
    acting = [parse.tokens[p.head].lemma.lower() for p in parts if p.part == "actor"]
    return verb.tag in {"VB", "VBP", "VBZ", "VBG"} and bool(acting) and all(a in {"player", "gamer"} for a in acting)


def _is_war_on_ills(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Has declared | war | on obesity": no armies."""
    if "war" not in {parse.tokens[i].lemma.lower() for i in found.tokens} or not parse.tokens[found.head].is_verb:
        return False
    nouns = ontology.load().nouns
    on = [parse.tokens[h] for slot in ("on", "against") for h in found.slots.get(slot, ())]
    on += [c for i in found.tokens for c in parse.children(i, "nmod") if case_of(parse, c.i) in {"on", "against"}]
    bare = [t for t in on if t.tag == "NN" and not parse.children(t.i, "det", "nmod:poss")]
    told = {t.i: nouns.kind_of(t.lemma.lower()) for t in bare}
    return bool(on) and len(bare) == len(on) and all(k in {None, "abstract", "thing", "measure"} for k in told.values())


def _is_in_words(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "In his book the author | attacks | the church", "attacked it in a letter": with words."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in {"attack", "assail", "lash", "blast", "hit", "savage"}:
        return False
    where = (c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) == "in")
    return any(c.lemma.lower() in _PIECES - _LAWS and parse.children(c.i, "det", "nmod:poss") for c in where)


_LAWS = frozenset({"budget", "bill", "law", "plan", "proposal", "policy", "campaign", "post", "piece"})
_PIECES = frozenset(
    "article column editorial essay book novel film speech letter song poem interview remark comment tweet post "
    "statement paper report piece budget bill law plan proposal policy campaign".split()
)


def _is_kind_of_deed(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Killing bakers | seems an odd pastime": what doing so would be, whoever did it."""
    verb = parse.tokens[found.head]
    said = parse.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "csubj" or any(p.part == "actor" for p in parts):
        return False
    beings = {c.lower for c in parse.children(said.i, "cop", "aux")}
    return (said.tag == "VBZ" and said.lemma.lower() in {"seem", "appear", "look", "sound", "remain"}) or "is" in beings


def _is_on_paper(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Its main article was an | assault | on bakers": with words."""
    noun = parse.tokens[found.head]
    if noun.is_verb or not parse.children(noun.i, "cop"):
        return False
    return any(c.lemma.lower() in _WRITINGS for c in parse.children(noun.i, "nsubj"))


_WRITINGS = frozenset(
    "article column speech book editorial essay remark comment interview statement letter ad advert advertisement "
    "film song tweet post cartoon sermon manifesto pamphlet review headline".split()
)


def _is_place(parse: Parse, token: Token) -> bool:
    return any(n.label == "place" and n.start <= token.i < n.end for n in parse.names)


def _is_dated(parse: Parse, token: Token) -> bool:
    below = set(parse.subtree(token.i))
    return any(t.start in below for t in parse.times if t.kind in {"date", "time"})


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_quarrel,
    _is_way_out,
    _is_killed_off,
    _is_drill,
    _is_beaten,
    _is_no_shot,
    _is_choked,
    _is_insured,
    _is_criticised,
    _is_likened,
    _is_piece,
    _is_war_on_ills,
    _is_by_nobody,
    _is_of_game,
    _is_in_words,
    _is_on_paper,
    _is_kind_of_deed,
)
