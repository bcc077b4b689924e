"""Words that look like the word of a deed: a march in a name, a protest movement, a red alert for a storm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.sifting.accidents import tells_mishap
from whosays.coding.words.courtesy import pays_call
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_OF_PROTEST = frozenset("movement leader organiser organizer camp song vote party group symbol art tent".split())
_HOLDING = frozenset({"hold", "stage", "organise", "organize", "plan", "call", "launch"})
_SHOWS = frozenset("technology show drone robot quadcopter prototype product device firefighter".split())
_HOLDERS = frozenset({"forum", "conference", "expo", "exhibition", "fair", "airshow", "trade"})
_DISEASES = frozenset({"outbreak", "virus", "measles", "cholera", "epidemic", "pandemic", "disease", "ebola", "flu"})
_RECOVERING = frozenset({"body", "remains", "survivor", "wreckage", "rubble", "miner", "victim"})
_FROM_WHAT = frozenset("defeat bankruptcy collapse ruin oblivion extinction relegation demolition obscurity".split())
_ANY = frozenset({"any", "every", "whatever"})
_FLOWING = frozenset({"dam", "river", "flood", "flooding", "reservoir", "spillway", "barrage", "downstream"})


def without_namesakes(parse: Parse, found: Sequence[Found], ontology: Ontology) -> tuple[Found, ...]:
    """The words of deeds without those that only look like one where they stand."""
    return tuple(f for f in found if not any(rule(parse, f, ontology) for rule in _RULES.get(f.trigger.event, ())))


def _is_in_name(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "A rally billed as the People's | March |": how it is called."""
    token = parse.tokens[found.head]
    if not token.tag.startswith("NNP") or token.lower not in {"march", "rally"}:
        return False
    holds = token.dep == "nsubj" and parse.tokens[token.head].lemma.lower() in _HOLDING
    return holds or case_of(parse, token.i) == "as"  # "the Bakers' | March | holds a rally"


_BODIES = frozenset(
    "alliance group movement organisation organization coalition union faction front body bloc league association "
    "party federation umbrella agency".split()
)


def _is_body(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "The region's main alliance, the Peoples' | Conference |": who they are, and no meeting."""
    token = parse.tokens[found.head]
    if not token.tag.startswith("NNP") or token.lower not in {"conference", "congress", "council", "session"}:
        return False
    above = parse.tokens[token.head]
    if token.dep == "appos" and above.lemma.lower() in _BODIES:
        return True
    beside = [c for c in parse.children(token.i, "appos") if c.lemma.lower() in _BODIES]
    return bool(beside) or (token.dep == "nsubj" and above.lemma.lower() in _BODIES)


def _is_of_protest(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "Leaders of the farmers' | protest | movement", "left in | protest |": no march of its own."""
    token = parse.tokens[found.head]
    if token.lower != "protest" or not token.is_noun:
        return False
    following = parse.tokens[token.i + 1 : token.i + 2]  # whatever the tree makes of the two
    if any(t.is_noun and t.lemma.lower() in _OF_PROTEST for t in following):
        return True
    bare = not parse.children(token.i, "det", "nmod:poss", "compound", "amod")
    return bare and token.dep in {"obl", "nmod"} and case_of(parse, token.i) == "in" and token.tag == "NN"


def _is_of_armed(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """ "The height of the group's | rampage |" in a text of fighters: no crowd in the street."""
    token = parse.tokens[found.head]
    if token.lemma.lower() not in {"rampage"} or not token.is_noun:
        return False
    owners = parse.children(token.i, "nmod:poss", "nmod", "amod", "compound")
    words = {o.lemma.lower() for o in owners}
    return any(o.i in parse.armed or ontology.nouns.is_armed(o.lemma.lower()) for o in owners) or "group" in words


def _is_show(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "Flew a thousand drones in a | demonstration | at a forum": things were shown."""
    token = parse.tokens[found.head]
    if token.lower != "demonstration":
        return False
    at = {c.lemma.lower() for c in parse.children(token.i, "nmod", "compound")}
    words = {t.lemma.lower() for t in parse.around(token.i)}
    return bool(at & (_HOLDERS | _SHOWS)) or (bool(words & _HOLDERS) and bool(words & _SHOWS))


def _is_civil_alert(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """ "Placed the coast on red | alert | due to a cyclone": no troops stand ready."""
    words = {parse.tokens[i].lower for i in found.tokens}
    if "alert" not in words:
        return False
    told = {t.lemma.lower() for t in parse.around(found.head)}
    if any(ontology.nouns.is_armed(word) or word in {"military", "troop", "army"} for word in told):
        return False
    return bool(told & _DISEASES) or any(ontology.nouns.in_set("disaster", word) for word in told)


def _is_salvage(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """ "The army | set up | a post to recover the bodies" where a mine fell in: nobody is threatened."""
    if parse.tokens[found.head].lemma.lower() not in {"set", "establish", "open", "build", "create"}:
        return False
    sentence = parse.sentence(found.head)
    recovering = any(parse.tokens[i].lemma.lower() in _RECOVERING for i in parse.subtree(found.head))
    near = range(max(sentence - 1, 0), sentence + 1)
    return recovering and any(tells_mishap(parse, s, ontology, found.tokens) for s in near)


def _is_kind_told(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "A list of nations that | enlist | children", "any ship with arms | supplied | to it": which kind."""
    token = parse.tokens[found.head]
    while token.dep == "conj" and parse.tokens[token.head].is_verb:
        token = parse.tokens[token.head]
    noun = parse.tokens[token.head]
    that = [c.i for c in parse.children(token.i) if c.tag == "WDT"]
    if that and parse.tokens[that[0] - 1].tag == "NNS":  # whatever the clause hangs on
        noun = parse.tokens[that[0] - 1]
    if token.dep in {"acl:relcl", "acl"} and token.tag in {"VBP", "VB"} and noun.tag == "NNS":
        return not parse.children(noun.i, "det", "nummod", "nmod:poss", "amod")
    if token.dep == "acl" and token.tag == "VBN" and not parse.children(token.i, "obl:agent"):
        above = [noun, *(a for a in parse.ancestors(noun.i) if a.is_noun)]
        return any(c.lower in _ANY for a in above for c in parse.children(a.i, "det"))
    return False


def _is_flow(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "| Released | a mass of water from the dam": nobody was given anything."""
    if parse.tokens[found.head].lemma.lower() not in {"release", "discharge"}:
        return False
    objects = {parse.tokens[i].lemma.lower() for h in found.slots.get("object", ()) for i in parse.subtree(h)}
    return "water" in objects and any(t.lemma.lower() in _FLOWING for t in parse.around(found.head))


def _is_saved_from_failing(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "The air force | saved | the ruler from defeat": a turn of speech."""
    if parse.tokens[found.head].lemma.lower() not in {"save", "rescue"}:
        return False
    around = [c for h in (found.head, *found.slots.get("object", ())) for c in parse.children(h, "obl", "nmod")]
    return any(c.lemma.lower() in _FROM_WHAT and case_of(parse, c.i) == "from" for c in around)


def _is_allotted(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "Charged with theft of money | allocated | by the board": which money it was."""
    token = parse.tokens[found.head]
    return token.dep == "acl" and token.tag == "VBN" and token.lemma.lower() in {"allocate", "earmark", "disburse"}


def _is_appeal(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "| Called | on the premier to resign": an appeal, and no visit."""
    visit = found.trigger.words == ("call",) and found.trigger.mode == "visit"
    return visit and not pays_call(parse, parse.tokens[found.head])


def _is_own_standing(parse: Parse, found: Found, _: Ontology) -> bool:
    """ "The premier | strengthened | his position": in politics."""
    if parse.tokens[found.head].lemma.lower() not in {"strengthen", "bolster", "reinforce"}:
        return False
    objects: list[Token] = [parse.tokens[h] for h in found.slots.get("object", ())]
    own = {"his", "her"}
    return any(o.lower == "position" and any(c.lower in own for c in parse.children(o.i, "nmod:poss")) for o in objects)


_Rule = Callable[[Parse, Found, Ontology], bool]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "CONSULT": (_is_body, _is_appeal),
    "PROTEST": (_is_in_name, _is_of_protest, _is_of_armed, _is_show),
    "MOBILIZE": (_is_civil_alert, _is_salvage, _is_kind_told, _is_own_standing),
    "AID": (_is_flow, _is_saved_from_failing, _is_allotted, _is_kind_told),
}
