"""What "the" says of a deed told far back: its victims, the thing that was struck, its bomb, the attack itself.

"Rebels killed five farmers in the hills. ... | The farmers | were killed by the Front": a later paragraph calls by
"the" those of whom the lead told. Each rule is evidence as in :mod:`whosays.resolving.events.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, long_past, says
from whosays.resolving.events.retelling import may_be
from whosays.resolving.events.takenup import answers, fits_scale
from whosays.resolving.events.tellings import LED_TO, MEANS, Telling
from whosays.resolving.events.wronged import once_only

_PLAIN = frozenset({"happened", "ongoing"})
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset(
    "addition again fourth meanwhile previous recently similar simultaneous simultaneously since".split()
)
_ANYBODY = frozenset("people person other others number man woman member civilian one".split())


def the_victims(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The murder of six priests. ... soldiers killed | the priests |": killed once, however far back."""
    shared = (earlier.suffering & later.suffering) - _ANYBODY
    if later.event.type != "ASSAULT" or not shared or later.sentence == earlier.sentence:
        return None
    if _on_body(earlier) != _on_body(later):
        return None
    if not _is_news(earlier, later) or is_new(parse, earlier, later):
        return None
    if not any(_is_definite(parse, t, earlier) for t in nouns_of(parse, later) if t.lemma.lower() in shared):
        return None
    return Reason(rule="the-victims", detail="done to those who were told of before", weight=0.75)


def _on_body(telling: Telling) -> str | None:
    """To take somebody, or to torture him, is another deed than to kill him."""
    means = MEANS.get(telling.event.mode or "")
    return means if means in {"taking", "body"} else None


def _is_news(earlier: Telling, later: Telling) -> bool:
    return earlier.event.status == later.event.status or {earlier.event.status, later.event.status} <= _PLAIN


def is_new(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether a word says that the later deed is another one, or one of them has a year or a month of its own."""
    return says(parse, later.sentence, _ANEW) or any(long_past(parse, t.head) for t in (earlier, later))


def nouns_of(parse: Parse, telling: Telling) -> list[Token]:
    """The nouns of the sentence that tells."""
    start, end = parse.sentences[telling.sentence]
    return [t for t in parse.tokens[start:end] if t.is_noun]


def _is_definite(parse: Parse, noun: Token, earlier: Telling) -> bool:
    """ "| The | farmers", "| the five | farmers": with no word that tells them from those of the earlier telling."""
    owners = [c for c in parse.children(noun.i, "nmod:poss") if c.is_noun]
    if not articles(parse, noun) & DEFINITE and not owners:
        return False
    beside = {c.lemma.lower() for c in parse.children(noun.i, "amod", "compound")}
    return beside <= _words_of(parse, earlier) and not parse.children(noun.i, "acl", "acl:relcl")


def _words_of(parse: Parse, telling: Telling) -> frozenset[str]:
    start, end = parse.sentences[telling.sentence]
    return frozenset(t.lemma.lower() for t in parse.tokens[start:end])


def the_thing(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomb went off at a bank. ... men threw a bomb at | the bank |": one thing, struck once."""
    shared = earlier.struck & later.struck
    if not shared or later.event.type != "ASSAULT" or earlier.event.status != later.event.status:
        return None
    if earlier.event.status == "ongoing" or parse.tokens[earlier.head].tag == "NNS" or is_new(parse, earlier, later):
        return None
    told = [t for t in nouns_of(parse, later) if t.lemma.lower() in shared and t.tag == "NN"]
    before = [t for t in nouns_of(parse, earlier) if t.lemma.lower() in shared and t.tag == "NN"]
    if not before or not any(articles(parse, t) & DEFINITE and not of_other(parse, t, earlier) for t in told):
        return None
    return Reason(rule="the-thing", detail="strikes what was struck before", weight=0.75)


def of_other(parse: Parse, noun: Token, earlier: Telling) -> bool:
    """ "The house | of Jan Holub |": named by somebody of whom the earlier telling does not speak."""
    below = {i for c in parse.children(noun.i, "nmod", "nmod:poss", "compound") for i in parse.subtree(c.i)}
    named = {t.lemma.lower() for t in parse.tokens if t.i in below and t.tag.startswith("NNP")}
    return bool(named) and not named & _words_of(parse, earlier)


def the_bomb(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomb went off at a bank. ... | The bomb |, which had been left in a bag, shattered windows."."""
    if later.event.type != "ASSAULT" or earlier.event.mode not in _BLOWN or not _is_news(earlier, later):
        return None
    blown = later.event.mode in _BLOWN and not articles(parse, parse.tokens[later.head]) & {"a", "an"}
    bombs = [t for t in nouns_of(parse, later) if t.lemma.lower() in _BOMBS and (blown or later.head in {t.i, t.head})]
    bombs = [t for t in bombs if articles(parse, t) & DEFINITE]
    if not bombs or any(c.lower in _RANKS for t in bombs for c in parse.children(t.i, "amod")):
        return None
    if later.sentence == earlier.sentence or is_new(parse, earlier, later) or _is_led_to(parse, later):
        return None
    return Reason(rule="the-bomb", detail="tells of the bomb told of before", weight=0.75)


_BLOWN = frozenset({"explosives", "suicide-attack"})
_BOMBS = frozenset("bomb device explosive charge explosion blast explosives grenade mine".split())
_RANKS = RANKED | {"first", "other", "fourth"}


def the_deed(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A mayor was shot dead in Orli. ... Two guards were hurt in | the attack |": told with no other word."""
    noun = parse.tokens[later.head]
    if later.event.type != "ASSAULT" or noun.tag not in {"NN", "NNP"} or not articles(parse, noun) & DEFINITE:
        return None
    if not _is_news(earlier, later) or parse.children(noun.i, *_DESCRIBING) or noun.lemma.lower() not in BLOWS:
        return None
    if later.struck and not later.suffering and earlier.suffering and not earlier.struck:
        return None  # "a nurse was killed by a mob ... | the attack | did damage to the mill": not that on her
    if not may_be((_NOBODY, earlier.struck), (_NOBODY, later.struck)) or not fits_scale(
        noun, parse.tokens[earlier.head]
    ):
        return None
    return Reason(rule="the-deed", detail="takes up the deed that was told", weight=0.75)


_REACH = 6  # sentences
_NOBODY = frozenset[str]()
_DESCRIBING = ("nmod", "amod", "compound", "acl", "acl:relcl", "nmod:poss")
BLOWS = frozenset(
    """attack assault raid ambush blast explosion bombing shooting murder killing assassination massacre kidnapping
    abduction incident siege""".split()
)


def the_named(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Freed | engineer Jan Holub |. ... Holub was let go": one whom the earlier telling calls by noun and name."""
    event = later.event
    if not later.victims or not once_only(event.type, event.mode) or later.sentence == earlier.sentence:
        return None
    if earlier.event.status != event.status or _on_body(earlier) != _on_body(later):
        return None
    start, end = parse.tokens_of(earlier.event.evidence[0])
    told = {parse.tokens[i].lower for i in _suffering(parse, earlier) if start <= i < end}
    last = (parse.tokens[n.end - 1] for n in parse.names if n.label == "person")
    begin, stop = parse.sentences[later.sentence]
    if not any(begin <= t.i < stop and t.lemma.lower() in later.suffering and t.lower in told for t in last):
        return None
    return Reason(rule="the-named", detail="done to one who was named before", weight=0.8)


def _suffering(parse: Parse, telling: Telling) -> Iterator[int]:
    """The words of those whom the deed was done to, names beside their nouns among them."""
    for noun in nouns_of(parse, telling):
        if noun.lemma.lower() in telling.suffering:
            yield from parse.subtree(noun.i)


def where_it_was(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The attack on a post in Orli, | where ten guards were killed |": in that attack."""
    verb = parse.tokens[later.head]
    if later.sentence != earlier.sentence or verb.dep != "acl:relcl" or not later.event.tolls:
        return None
    where = {c.lower for c in parse.children(verb.i)} & {"where"} or any(
        t.lower == "which" and parse.case(t.i) == "in" for t in parse.children(verb.i, "obl")
    )
    if later.event.type != "ASSAULT" or later.doers or not where or parse.tokens[earlier.head].is_verb:
        return None
    above = parse.tokens[verb.head]
    while above.dep == "nmod" and above.i != earlier.head:
        above = parse.tokens[above.head]
    return (
        Reason(rule="where-it-was", detail="tells who was hurt there", weight=0.75) if above.i == earlier.head else None
    )


def an_attack(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A cook was hurt in | an attack | in Orli. ... | The attack | was launched from a car, from which men shot"."""
    if later.event.type != "ASSAULT" or later.sentence <= earlier.sentence or not _is_news(earlier, later):
        return None
    the = [t for t in nouns_of(parse, later) if t.tag == "NN" and t.lemma.lower() in BLOWS]
    the = [t for t in the if articles(parse, t) & DEFINITE and not parse.children(t.i, *_DESCRIBED)]
    over = {later.head, *(a.i for a in parse.ancestors(later.head))}
    the = [t for t in the if t.i in over or t.head in over]
    if parse.tokens[later.head].tag == "NNS":
        return None
    if not the or is_new(parse, earlier, later) or _is_led_to(parse, later):
        return None
    if any(c.lower in _RANKS for t in the for c in parse.children(t.i, "amod")):
        return None
    if parse.tokens[earlier.head].tag == "NNS" or not in_a_blow(parse, earlier):
        return None
    return Reason(rule="an-attack", detail="tells on of the attack told before", weight=0.75)


def in_a_blow(parse: Parse, telling: Telling) -> bool:
    """ "Two cooks were hurt in | an attack |": the deed, or what it was done in, is a blow told of anew."""
    over = {telling.head, *(a.i for a in parse.ancestors(telling.head))}
    one = (t for t in nouns_of(parse, telling) if t.tag == "NN" and t.lemma.lower() in BLOWS)
    return any(articles(parse, t) & {"a", "an"} and (t.i in over or t.head in over) for t in one)


_DESCRIBED = ("nmod", "acl", "acl:relcl", "nmod:poss")


def _is_led_to(parse: Parse, later: Telling) -> bool:
    """ "The attack came | after a mob killed a baker |"."""
    return any(c.lower in LED_TO | {"as", "while"} for c in parse.children(later.head, "mark", "case"))


def taken_up(parse: Parse, earlier: Telling, later: Telling) -> frozenset[str]:
    """The nouns of the earlier sentence, names aside, that the later one has with "the"."""
    told = {t.lemma.lower() for t in nouns_of(parse, earlier) if not t.tag.startswith("NNP")}
    the = (t for t in nouns_of(parse, later) if t.lemma.lower() in told and not t.tag.startswith("NNP"))
    return frozenset(t.lemma.lower() for t in the if articles(parse, t) & DEFINITE)


def two_taken_up(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Bombs went off at a bank on a square. ... | The bombs | shattered windows of | the bank |"."""
    if later.event.type != "ASSAULT" or later.sentence <= earlier.sentence or not _is_news(earlier, later):
        return None
    same = earlier.event.mode is not None and earlier.event.mode == later.event.mode
    if not (same or not (earlier.acting or later.acting)) or len(taken_up(parse, earlier, later)) < _TWO:
        return None
    if is_new(parse, earlier, later) or _on_body(earlier) != _on_body(later):
        return None
    return Reason(rule="two-taken-up", detail="two things told of before are taken up", weight=0.75)


_TWO = 2


def hurt_beside(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomb hit a convoy, | killing two cooks | and hurting three": whom the one blow hurt, in one sentence."""
    event = later.event
    if later.sentence != earlier.sentence or event.type != "ASSAULT" or event.mode is not None or not event.tolls:
        return None
    if not _is_news(earlier, later) or _on_body(earlier) is not None or _is_led_to(parse, later):
        return None
    if answers(parse, later):
        return None  # "shelled a base in response to | the killing | of its chief": he had been killed before
    if later.acting & earlier.suffering or later.suffering & earlier.acting:
        return None  # "lost the battle | before they were executed |"
    verb = parse.tokens[later.head]
    below = verb.dep == "conj" or earlier.head in {a.i for a in parse.ancestors(verb.i)}
    if not below or not (later.doers <= earlier.doers or verb.dep == "advcl"):
        return None
    return Reason(rule="hurt-beside", detail="tells whom the same blow hurt", weight=0.75)


SPOKEN_OF: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    the_victims,
    the_thing,
    the_bomb,
    the_deed,
    the_named,
    where_it_was,
    an_attack,
    two_taken_up,
    hurt_beside,
)
