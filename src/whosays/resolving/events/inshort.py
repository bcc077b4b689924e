"""What a headline tells in short and the lead under it in full: other nouns, a round figure, another verb.

"Dozens killed in market raid. At least 48 people died when gunmen stormed a bazaar in Orli": whoever writes a headline
writes of the news that follows. Each rule is evidence as in :mod:`whosays.resolving.events.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Event, Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, LONG_AGO, RANKED, long_past, of_long_ago, says
from whosays.resolving.events.retelling import is_elsewhere, may_be, of_one_kind
from whosays.resolving.events.tellings import LED_TO, MEANS, Telling, is_bare_plural

IN_SHORT = "headline"
_PLAIN = frozenset({"happened", "ongoing"})
_LONGEST = 14  # words of a headline
_SHORTEST = 7  # words of a lead: less is a place or a date
_ARTICLES = frozenset({"a", "an", "the"})
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset({"again", "previous", "meanwhile", "fourth"})
_CLASSES = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "RETREAT", "PROTEST", "MOBILIZE"})
_BY_THOSE = frozenset({"SUPPORT", "CONSULT", "AID", "COOPERATE", "AGREE", "REJECT"})  # who does so tells which it is
_YEARS = LONG_AGO - {"month"}  # "had shot him last month": news of today may be of a deed of then
_BODILY = frozenset({"taking", "body"})
_ANYBODY = frozenset("people person other man woman number one".split())
_ROUND = 4  # a headline's figure is off by a fourth at most


def headed(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Court jails ex-minister. A judge in Orli sentenced Jan Holub, who led the ministry": short, and in full."""
    one, two = earlier.event, later.event
    told = one.type in _CLASSES or (one.type in _BY_THOSE and bool(earlier.doers & later.doers))
    if earlier.sentence != 0 or not told or one.type != two.type or {one.status, two.status} - _PLAIN:
        return None
    second = _lead(parse) + 1 == later.sentence and bool(earlier.doers & later.doers & earlier.people)
    if not (second or later.sentence == _lead(parse)) or not is_headline(parse, 0) or _is_aside(parse, later):
        return None
    if is_elsewhere(parse, earlier, later) or _opens_elsewhere(parse, later):
        return None
    ways = [MEANS.get(e.mode or "") if e.type == "ASSAULT" else e.mode for e in (one, two)]
    if (one.type != "ASSAULT" or _BODILY & set(ways)) and ways[0] != ways[1]:
        return None
    units = frozenset[str]() if one.mode == "convict" else _YEARS  # "to ten years"
    if says(parse, later.sentence, _ANEW) or any(long_past(parse, t.head, units) for t in (earlier, later)):
        return None
    if not _may_be_they(earlier, later) or not _figures_agree(one, two):
        return None
    if not _is_tied(parse, earlier, later):
        return None
    return Reason(rule=IN_SHORT, detail="the headline and the lead tell of one deed", weight=0.85)


def is_headline(parse: Parse, sentence: int) -> bool:
    """A title, a first line without a stop, or one without an article that tells of today: "Mob kills two guards."."""
    start, end = parse.sentences[sentence]
    title = parse.report.title
    if title:
        return parse.tokens[start].start < len(title)
    tokens = parse.tokens[start:end]
    if sentence or len(parse.sentences) < 2 or len(tokens) > _LONGEST:
        return False
    if tokens[-1].tag != ".":
        return True
    root = next((t for t in tokens if t.dep == "root"), tokens[0])
    done = root.lower.endswith("ed") or root.lower in {"held", "shot", "hurt"}  # "ex-minister | jailed | over bribes"
    past = root.tag == "VBD" and (bool(parse.children(root.i, "obj")) or not done)
    past = past or any(c.tag in {"VBD", "VBZ", "VBP"} for c in parse.children(root.i, "aux", "aux:pass"))
    return not past and not any(t.lower in _ARTICLES for t in tokens)


def _lead(parse: Parse) -> int:
    """The first sentence behind the headline that tells anything; a place or a day alone does not."""
    for sentence in range(1, min(len(parse.sentences), 4)):
        start, end = parse.sentences[sentence]
        if end - start >= _SHORTEST:
            return sentence
    return -1


def _opens_elsewhere(parse: Parse, later: Telling) -> bool:
    """ "Orland launches drone attacks on two towns. | In Kest, | drones hit a mill": one place of several."""
    start, end = parse.sentences[later.sentence]
    opened = end - start > 2 and parse.tokens[start].lower in {"in", "at", "near", "elsewhere"}
    return opened and any(n.start == start + 1 and n.label == "place" for n in parse.names)


def _is_aside(parse: Parse, later: Telling) -> bool:
    """ "Rebels shot a guard | after troops had killed nine cooks |": what the lead only explains."""
    token = parse.tokens[later.head]
    above = [token, *parse.ancestors(token.i)]
    for word in above:
        if {c.lower for c in parse.children(word.i, "case", "mark")} & LED_TO:
            return True
        if word.is_verb and any(c.lower == "had" for c in parse.children(word.i, "aux")) and word.dep != "ccomp":
            return True
    return False


def _may_be_they(earlier: Telling, later: Telling) -> bool:
    doers = may_be((earlier.doers, earlier.acting), (later.doers, later.acting)) or _one_is_unknown(
        earlier.doers, later.doers
    )
    return doers and not later.doers & earlier.recipients and not earlier.doers & later.recipients


def _one_is_unknown(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one side is told by a noun alone, or one is of the other: "Orland", "the police in Orland"."""
    owners = [{who.partition(":")[0] for who in side if not who.startswith(("own:", "words:"))} for side in (one, two)]
    return not all(owners) or bool(owners[0] & owners[1])


def _figures_agree(one: Event, two: Event) -> bool:
    """ "About 50 ... at least 48", "dozens ... 37": a headline's figure is round."""
    for toll in one.tolls:
        told = [t.count for t in two.tolls if t.effect == toll.effect and not is_bare_plural(t)]
        first = toll.count
        if not told or is_bare_plural(toll) or first.low is None:
            continue
        low, high = first.low, first.high
        slack = low // _ROUND if first.approximate or low % 10 == 0 else 0
        if not any(_within(c.low or 0, low - slack, high, slack, first.approximate) for c in told):
            return False
    return True


def _within(count: int, low: int, high: int | None, slack: int, approximate: bool) -> bool:
    if high is None:
        return count >= low or approximate
    return low <= count <= high + slack


def _is_tied(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether something is in both: those who act or suffer, a figure, the place, two words beside the deed."""
    if earlier.recipients & later.recipients or earlier.doers & later.doers:
        return True
    whom = ((earlier.recipients, earlier.suffering - _ANYBODY), (later.recipients, later.suffering - _ANYBODY))
    if of_one_kind(*whom) or whom[0][1] & whom[1][1] or earlier.struck & later.struck:
        return True
    if any(whom[0][1] & kind and whom[1][1] & kind for kind in _KINDS):
        return True
    counts = [{(t.effect, t.count.low) for t in e.event.tolls if (t.count.low or 0) > 2} for e in (earlier, later)]
    return bool(counts[0] & counts[1] or _shared(parse, earlier, later))


# Nouns by which a headline and its lead call the same people.
_KINDS = (
    frozenset("journalist reporter newsman photographer cameraman columnist editor broadcaster".split()),
    frozenset("leader politician candidate lawmaker mp deputy senator minister mayor governor official".split()),
    frozenset("migrant refugee".split()),
    frozenset("child boy girl pupil student teenager schoolgirl schoolboy".split()),
    frozenset("hostage captive".split()),
    frozenset("priest cleric clergyman imam preacher bishop".split()),
    frozenset("tourist foreigner holidaymaker".split()),
)


def _shared(parse: Parse, earlier: Telling, later: Telling) -> bool:
    words = [_words_of(parse, t.sentence) for t in (earlier, later)]
    both = words[0] & words[1]
    ways = [MEANS.get(t.event.mode or "") for t in (earlier, later)]
    return len(both) >= 2 or (bool(both) and (bool(_names(parse, 0) & words[1]) or ways[0] == ways[1] is not None))


def _words_of(parse: Parse, sentence: int) -> frozenset[str]:
    """The stems of nouns, names and verbs: "Nigerian" and "Nigeria" begin alike."""
    start, end = parse.sentences[sentence]
    told = (t for t in parse.tokens[start:end] if t.is_noun or t.is_verb or _is_name(t))
    return frozenset(t.lemma.lower()[:_STEM] for t in told if len(t.lemma) >= _STEM - 1)


def _names(parse: Parse, sentence: int) -> frozenset[str]:
    start, end = parse.sentences[sentence]
    named = {i for n in parse.names for i in range(n.start, n.end)}
    return frozenset(t.lemma.lower()[:_STEM] for t in parse.tokens[start:end] if t.i in named)


def _is_name(token: Token) -> bool:
    return token.tag.startswith("NNP") or (token.tag == "JJ" and token.text[:1].isupper())


_STEM = 5  # letters

_COUPS = frozenset({"coup", "putsch", "takeover", "overthrow", "ouster", "topple", "depose", "oust", "power", "unseat"})
_FAR = 12  # sentences


def of_one_coup(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Army seizes power in Orland. ... The general overthrew the king": power changes hands once a report."""
    one, two = earlier.event, later.event
    if one.type != "ASSAULT" or {one.status, two.status} != {"happened"} or one.mode or two.mode:
        return None
    told = [{parse.tokens[i].lemma.lower() for i in _span(parse, t)} & _COUPS for t in (earlier, later)]
    if not all(told) or not 0 <= later.sentence - earlier.sentence <= _FAR or later.event.tolls:
        return None
    if says(parse, later.sentence, _ANEW | {"first", "last", "similar"}) or _is_aside(parse, later):
        return None
    if any(of_long_ago(parse, t.head) for t in (earlier, later)) or not _may_be_they(earlier, later):
        return None
    whom = may_be((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    if not whom and earlier.suffering:
        return None
    return Reason(rule="one-coup", detail="power is seized once", weight=0.8)


def _span(parse: Parse, telling: Telling) -> range:
    return range(*parse.tokens_of(telling.event.trigger))


_FOILING = frozenset({"foil", "thwart", "prevent", "avert", "plot", "disrupt"})
_AHEAD = frozenset({"planned", "attempted"})


def one_plot(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Police foil attack on market. Two were held after what was called a plot to bomb a market": one plot."""
    one, two = earlier.event, later.event
    if one.type != "ASSAULT" or two.type != "ASSAULT" or {one.status, two.status} - _AHEAD:
        return None
    if earlier.sentence != 0 or later.sentence != _lead(parse) or not is_headline(parse, 0):
        return None
    foiled = all(says_lemma(parse, t.sentence, _FOILING) for t in (earlier, later))
    things = may_be((frozenset(), earlier.struck), (frozenset(), later.struck))
    if not foiled or not things or says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule=IN_SHORT, detail="the headline and the lead tell of one plot", weight=0.8)


def says_lemma(parse: Parse, sentence: int, lemmas: frozenset[str]) -> bool:
    """Whether a word of these lemmas stands in the sentence."""
    start, end = parse.sentences[sentence]
    return any(t.lemma.lower() in lemmas for t in parse.tokens[start:end])


_BLOWS = frozenset({"bombing", "bombardment", "raid", "strike", "airstrike", "shelling"})
_FROM_AFAR = frozenset({"aerial", "heavy-weapons", "drone"})


def the_blows(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Jets fired missiles at the port. | The bombing | tore down cranes": one word or the other for what flies."""
    noun = parse.tokens[later.head]
    if noun.is_verb or earlier.event.mode not in _FROM_AFAR or noun.lemma.lower() not in _BLOWS:
        return False
    the = {c.lower for c in parse.children(noun.i, "det")} & {"the", "this", "these"}
    own = parse.children(noun.i, "nmod", "nmod:poss", "amod", "compound") or later.doers or later.place
    return bool(the) and not own and later.sentence - earlier.sentence in {1, 2}


def led_on(parse: Parse, telling: Telling) -> bool:
    """ "The raid came hours | after rebels had fired at a mill |": told for the sake of another deed."""
    token = parse.tokens[telling.head]
    above = parse.tokens[token.head]
    marked = {c.lower for c in parse.children(token.i, "mark", "case")} & LED_TO
    return (
        bool(marked) and token.dep in {"advcl", "obl"} and above.lemma.lower() in {"come", "follow", "happen", "occur"}
    )


_IN_ALL = frozenset("violence unrest clash fighting attack assault raid incident siege rampage".split())
_NEAR = 3  # sentences


def hurt_in_all(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A mob stormed a court and beat two clerks. Some 90 people were hurt | in the violence |": in all of it."""
    one, two, verb = earlier.event, later.event, parse.tokens[later.head]
    if one.type != "ASSAULT" or {one.status, two.status} - _PLAIN or not verb.is_verb or later.doers - earlier.doers:
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEAR or not two.tolls or two.when.start is not None:
        return None
    within = [c for c in parse.children(verb.i, "obl") if c.lemma.lower() in _IN_ALL and parse.case(c.i) == "in"]
    the = [c for c in within if {d.lower for d in parse.children(c.i, "det")} & {"the", "this"}]
    if not the or any(parse.children(c.i, "nmod", "amod", "compound", "acl", "acl:relcl") for c in the):
        return None
    if says(parse, later.sentence, _ANEW) or of_long_ago(parse, later.head) or led_on(parse, earlier):
        return None
    things_alone = one.mode in {"crowd-control", "destroy"} and not earlier.suffering
    if things_alone or (earlier.place and later.place and earlier.place != later.place):
        return None
    return Reason(rule="in-all", detail="tells who was hurt in all of it", weight=0.75)


IN_HEADLINES: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (headed, of_one_coup, hurt_in_all)
