"""Words of deeds in an everyday sense: freed from a wreck, let go from hospital, papers released, a ship on a rock."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays import ontology
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_STUCK = frozenset({"trapped", "stuck", "pinned", "entangled", "buried"})
_WARDS = frozenset({"hospital", "clinic", "ward", "infirmary", "intensive"})
_WRITTEN = frozenset(
    "paper file record album film video footage list figure statistic photo photograph picture image recording name "
    "videotape audiotape tape clip cassette score data detail transcript email e-mail return identity result "
    "finding".split()
)
_LAUNCHING = frozenset({"launch", "launching", "firing", "test", "flight", "detonation"})
_FIXED = frozenset(
    "pillar pier pylon iceberg reef rock sandbank tree pole lamppost kerb guardrail barrier ramp".split()
)
_COURSES = frozenset("angle trajectory altitude height speed range rate time distance apogee moment".split())
_MESSAGES = frozenset(
    "question criticism message call complaint email letter request query consternation demand praise advert image "
    "information propaganda news offer advice text insult abuse".split()
)
_HARBOURING = frozenset({"refuge", "shelter", "sanctuary"})

_JOBS = frozenset("job post work position firm company employer".split())
_INDOORS = frozenset(
    "store shop house home restaurant supermarket mall bar pub cinema church gym flat apartment hotel room bathroom "
    "bedroom kitchen garage salon cafe diner pharmacy tavern".split()
)
_FRIGHT = frozenset({"panic", "fear", "terror", "shock", "alarm"})
_QUAKES = frozenset({"earthquake", "quake", "tremor", "aftershock", "temblor"})
_FATES = frozenset({"tragedy", "misfortune", "calamity", "disaster", "catastrophe", "illness", "grief", "crisis"})


def is_everyday(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether the word of a deed stands there in a sense that tells of none."""
    return any(rule(parse, found, parts) for rule in _RULES)


def _heads(parse: Parse, found: Found, *slots: str) -> list[Token]:
    return [parse.tokens[h] for slot in slots for h in found.slots.get(slot, ())]


def _is_freed_from_wreck(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Worked to | free | six people trapped in the lift": nobody had held them."""
    if found.trigger.mode != "release" or not parse.tokens[found.head].is_verb:
        return False
    freed = _heads(parse, found, "object")
    return any(c.lower in _STUCK for t in freed for c in parse.children(t.i, "acl", "acl:relcl", "amod"))


def _is_let_go_from_hospital(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Six were | released | from hospital on Friday": they are well again."""
    token = parse.tokens[found.head]
    if found.trigger.mode != "release" or not token.is_verb:
        return False
    if token.dep == "conj" and parse.tokens[token.head].lemma.lower() in {"treat", "examine", "hospitalize"}:
        return True  # "were treated and | released |"
    left = [c for c in parse.children(token.i, "obl") if case_of(parse, c.i) == "from"]
    left += parse.children(token.i, "nsubj", "obl:agent")  # "the hospital | released | six patients"
    words = [{c.lemma.lower(), *(d.lower for d in parse.children(c.i, "amod", "compound"))} for c in left]
    return any(w & _WARDS for w in words)


def _is_let_go_from_job(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Nine bakers were | let go | from their jobs": nobody had held him."""
    if found.trigger.mode != "release" or not parse.tokens[found.head].is_verb:
        return False
    return any(c.lemma.lower() in _JOBS and case_of(parse, c.i) == "from" for c in parse.children(found.head, "obl"))


def _is_dismissed_at(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Fired | Ana Ruiz | at | the mill": she lost her post there; shots are no persons."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or verb.lemma.lower() != "fire" or not verb.is_verb:
        return False
    people = parse.named("person")
    return any(c.i in people or c.lower in {"him", "her", "them"} for c in parse.children(verb.i, "obj", "iobj"))


def _walks_out_of_shop(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Was | walking out | of a shop": on her way, and no striker."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "strike" or verb.lemma.lower() not in {"walk", "strike"} or not verb.is_verb:
        return False
    if verb.lemma.lower() == "strike":  # "the driver | struck | nine bakers": whoever stops work strikes nobody
        return bool(parse.children(verb.i, "obj")) and not parse.children(verb.i, "obl:agent")
    left = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"of", "out", "from"}]
    return any(c.lemma.lower() in _INDOORS for c in left)


def _pours_out_in_fear(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "When the quake came, bakers | poured into the street | in panic": out of their houses, and no march."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "demo" or "street" not in found.trigger.words or not verb.is_verb:
        return False
    panic = any(case_of(parse, c.i) == "in" and c.lower in _FRIGHT for c in parse.children(verb.i, "obl"))
    return panic or any(t.lemma.lower() in _QUAKES for t in parse.around(verb.i))


def _is_fate(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Tragedy | struck | the mill in May": a thing that befell it."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or verb.lemma.lower() not in {"strike", "hit"} or not verb.is_verb:
        return False
    subjects = parse.children(verb.i, "nsubj")
    return bool(subjects) and all(c.lemma.lower() in _FATES for c in subjects)


def _is_of_writing(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The | release | of the Lima Papers": something comes out, and nobody goes free."""
    if found.trigger.mode != "release":
        return False
    words = [t.lemma.lower() for t in _heads(parse, found, "of", "object")]
    return any(w in _WRITTEN or ontology.load().nouns.kind_of(w) == "document" for w in words)


def _is_put_out(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The song was | released | as a single": a work comes out."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "release" or not verb.is_verb:
        return False
    return any(case_of(parse, c.i) == "as" and c.lemma.lower() in _WORKS for c in parse.children(verb.i, "obl"))


_WORKS = frozenset("single album film movie dvd cd book video paperback record ep series".split())


def _is_laid_off(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Was | let go | from the mill": out of work, and into no freedom."""
    if found.trigger.mode != "release" or found.trigger.words[:2] != ("let", "go"):
        return False
    below = (c for i in found.tokens for c in parse.children(i, "obl"))
    return any(case_of(parse, c.i) == "from" and c.lemma.lower() not in _HOLDING for c in below)


_HOLDING = frozenset("custody prison jail detention captivity cell camp hospital hideout dungeon".split())


def _is_walking_out(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Managed to | leave the office | by the back door": a room, and no post."""
    if found.trigger.words != ("leave", "office"):
        return False
    office = next((parse.tokens[i] for i in found.tokens if parse.tokens[i].lemma.lower() == "office"), None)
    if office is None or parse.children(office.i, "nmod"):
        return False
    return any(c.lower in {"the", "his", "her", "their"} for c in parse.children(office.i, "det", "nmod:poss"))


def _is_taking_office(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Ana Ruiz | took the new post | in May": an office; troops take the other kind."""
    verb = parse.tokens[found.head]
    posts = [c for c in parse.children(verb.i, "obj") if c.lemma.lower() == "post"]
    if found.trigger.event != "ASSAULT" or verb.lemma.lower() != "take" or not posts:
        return False
    if {c.lower for c in parse.children(posts[0].i, "amod")} & {"new", "top", "vacant", "ministerial", "former", "old"}:
        return True
    people = {i for n in parse.names if n.label == "person" for i in range(n.start, n.end)}
    return any(c.i in people or c.lower in {"he", "she"} for c in parse.children(verb.i, "nsubj"))


def _is_standing_by(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The family has | rallied to her defence |", "rallied behind him": nobody marches."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "PROTEST" or verb.lemma.lower() != "rally" or not verb.is_verb:
        return False
    phrases = [(case_of(parse, c.i), c.lemma.lower()) for c in parse.children(verb.i, "obl")]
    return any(case in {"behind", "around", "round"} or (case == "to" and w in _STANDING) for case, w in phrases)


_STANDING = frozenset("defence defense aid side support help cause rescue call flag".split())


def _is_thrown_out(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Was | kicked off | a flight", "kicked out of the choir": shown the door."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or verb.lemma.lower() != "kick" or verb.i + 1 >= len(parse.tokens):
        return False
    behind = parse.children(verb.i, "compound:prt", "advmod")
    out = any(c.lower in {"off", "out"} for c in behind)
    return out or any(case_of(parse, c.i) in {"off", "out"} for c in parse.children(verb.i, "obl"))


def _is_waved_away(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Dismissed | him as a liar": with words; but "as minister" from that office."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() != "dismiss":
        return False
    said = (c for c in parse.children(verb.i, "obl", "advcl") if case_of(parse, c.i) == "as" and c.i > verb.i)
    return any(not c.is_noun or any(d.lower in {"a", "an"} for d in parse.children(c.i, "det")) for c in said)


def _is_held_and_fired(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Orland | holds | a drill hours after Veldia | fires | a rocket": nobody holds his fire."""
    if found.trigger.mode != "ceasefire" or not parse.tokens[found.head].is_verb:
        return False
    return any(parse.tokens[i].is_verb for i in found.tokens if i != found.head)


def _is_launch_seen(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The station | detected | the launch of a rocket": seen, and nothing taken."""
    if found.trigger.mode != "seize" or parse.tokens[found.head].lemma.lower() not in _SEEING:
        return False
    seen = parse.children(found.head, "obj", "nsubj:pass")
    return any(t.lemma.lower() in _LAUNCHING for t in seen)


_SEEING = frozenset({"detect", "find", "discover", "locate", "spot"})


def _is_sent_to_inspect(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Sent | nine men to inspect the farm": to look into it, and not to help."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "AID" or verb.lemma.lower() not in {"send", "deploy", "dispatch"}:
        return False
    aims = [c for t in (verb, *parse.children(verb.i, "obj")) for c in parse.children(t.i, "advcl", "acl", "xcomp")]
    return any(c.lemma.lower() in {"inspect", "investigate", "probe", "audit"} for c in aims)


def _is_for_sale(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "He | discovered | guns for sale": on offer, and nothing taken."""
    if found.trigger.mode != "seize" or parse.tokens[found.head].lemma.lower() not in _SEEING:
        return False
    seen = parse.children(found.head, "obj", "nsubj:pass")
    beside = [c for t in (parse.tokens[found.head], *seen) for c in parse.children(t.i, "nmod", "obl", "conj")]
    beside += [d for c in beside for d in parse.children(c.i, "nmod")]
    return any(c.lower == "sale" and case_of(parse, c.i) == "for" for c in beside)


def _is_back_on_earth(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The parts were | returned | to Earth": from space, and out of nobody's hands."""
    token = parse.tokens[found.head]
    if found.trigger.event != "RETREAT" or not token.is_verb:
        return False
    return any(c.text in {"Earth", "earth"} and case_of(parse, c.i) == "to" for c in parse.children(token.i, "obl"))


def _runs_aground(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The Orli Star | hit | a pillar of the bridge": what stands there hurts whoever runs into it."""
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or token.lemma.lower() not in {"hit", "strike"} or not token.is_verb:
        return False
    return any(t.lemma.lower() in _FIXED for t in parse.children(token.i, "obj"))


def _is_fired_so(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Seems to have been | fired | at a steep angle", "on a high trajectory": how, and not at whom."""
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or token.lemma.lower() not in {"fire", "launch"} or not token.is_verb:
        return False
    behind = [c for c in parse.children(token.i, "obl", "nmod") if case_of(parse, c.i) in {"at", "on"}]
    return bool(behind) and all(c.lemma.lower() in _COURSES for c in behind)


def _is_showered(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The office has been | bombarded | by complaints": words, and no shells."""
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or token.lemma.lower() not in {"bombard", "pelt", "shower", "flood"}:
        return False
    return any(c.lemma.lower() in _MESSAGES for c in parse.children(token.i, "obl", "obl:agent"))


def _is_hiding(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Sought refuge | inside the station", "from insults": shelter, which nobody was asked for."""
    if found.trigger.event != "REQUEST" or not {parse.tokens[i].lower for i in found.tokens} & _HARBOURING:
        return False
    return all(p.part == "actor" or p.kind == "thing" for p in parts)


def _is_showing(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Stand together and | demonstrate | to Orland that it errs": shown, and nobody marches."""
    token = parse.tokens[found.head]
    if found.trigger.event != "PROTEST" or token.lemma.lower() != "demonstrate" or not token.is_verb:
        return False
    return bool(parse.children(token.i, "ccomp", "obj"))


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_freed_from_wreck,
    _is_let_go_from_hospital,
    _is_let_go_from_job,
    _is_dismissed_at,
    _walks_out_of_shop,
    _is_fate,
    _pours_out_in_fear,
    _is_of_writing,
    _is_thrown_out,
    _is_put_out,
    _is_laid_off,
    _is_walking_out,
    _is_taking_office,
    _is_standing_by,
    _is_waved_away,
    _is_held_and_fired,
    _is_launch_seen,
    _is_sent_to_inspect,
    _is_for_sale,
    _is_back_on_earth,
    _runs_aground,
    _is_fired_so,
    _is_showered,
    _is_hiding,
    _is_showing,
)
