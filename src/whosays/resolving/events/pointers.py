"""What "this incident", "the attack" or "the Accra summit" points back to: an event told before, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.ontology import owning
from whosays.ontology.nominals import Nominals
from whosays.parse import Parse
from whosays.records import Link, Mention, Reason
from whosays.resolving.events.inshort import led_on
from whosays.resolving.events.likeness import MEANS_OF_NOUN, likeness, of_its_means
from whosays.resolving.events.newness import POINTING
from whosays.resolving.events.takenup import REACH, falls, fits_scale
from whosays.resolving.events.tellings import MEANS, Telling

MADE_BY = "rule:event-pointers@1"
_ANY_MEANS = frozenset("attack strike hit kill wound injure assault raid operation incident violence target".split())
_KILLING = frozenset({"kill", "wound", "injure", "killing"})
_EMPTY = frozenset(
    "deadly recent latest alleged suspected reported apparent terrible horrific tragic last day week month year night "
    "morning evening same whole entire first".split()
)
_OF_A_DAY = frozenset({"ASSAULT", "CONSULT", "PROTEST"})
_NEAR = 3  # sentences within which "the attack" is the nearest one


def point_back(parse: Parse, mention: Mention, tellings: Sequence[Telling], nominals: Nominals) -> Link | None:
    """What "this incident" or "the attack" means: the likest earlier event of a fitting class, else the nearest."""
    start, end = parse.tokens_of(mention.span)
    head = parse.root_of(start, end)
    token = parse.tokens[head]
    noun = token.lower if token.lower in nominals.events else token.lemma.lower()
    if noun not in nominals.events:
        return None
    here = parse.sentence(head)
    fitting = [
        t
        for t in tellings
        if t.head < head
        and here - t.sentence <= REACH
        and nominals.may_mean(noun, t.event.type, t.event.mode)
        and t.event.status in {"happened", "ongoing"}
        and _says_the_same(parse, (start, end), head, t)
    ]
    near = [t for t in fitting if here - t.sentence <= _NEAR or parse.tokens[start].lower in POINTING]
    fitting = near or (fitting if len(fitting) == 1 else [])
    # "attacked a church, killing nine. They burned cars. | The assault |"
    if token.lemma.lower() in owning.load().onslaughts:
        fitting = [t for t in fitting if t.event.mode != "destroy"] or fitting
    fitting = [t for t in fitting if of_its_means(parse, head, t.event)] or fitting
    if not fitting:
        return None
    nearest = max(reversed(fitting), key=lambda t: (likeness(parse, head, t.event), not led_on(parse, t)))
    detail = f"“{mention.name}” points back to “{parse.report.words(nearest.event.trigger)}”"
    return Link(
        mention=mention.id,
        target=nearest.event.id,
        score=0.8,
        reasons=(Reason(rule="event-coreference", detail=detail, weight=0.8),),
        made_by=MADE_BY,
    )


def _says_the_same(parse: Parse, where: tuple[int, int], head: int, telling: Telling) -> bool:
    """Whether nothing in a pointing phrase speaks against an event: its number, its means, its other words.

    "The Douma attack" is only an attack told of with Douma; "the planned talks" are not those that were held.
    """
    token, trigger = parse.tokens[head], parse.tokens[telling.head]
    if (token.tag == "NN" and trigger.tag == "NNS") or not fits_scale(token, trigger):
        return False
    means = MEANS_OF_NOUN.get(token.lemma.lower()), MEANS.get(telling.event.mode or "")
    if means[0] is not None and means[1] is not None and not _compatible(means[0], means[1]):
        return False
    if means[0] is not None and means[1] is None and trigger.lemma.lower() not in _ANY_MEANS | {token.lemma.lower()}:
        return False  # "the airstrikes" are not the storming told of before
    if falls(telling) and token.lemma.lower() in {"attack", "assault", "raid", "shooting"}:
        return False  # "guards shot two of the attackers. The Front claimed | the attack |"
    if means[0] == "taking" and means[1] is None and trigger.lemma.lower() in _KILLING:
        return False  # "bandits killed six farmers. The | kidnapping |": somebody was taken elsewhere
    inside = {*range(*where), *(i for c in parse.children(head, "nmod") for i in parse.subtree(c.i))} - {head}
    told = _told_words(parse, telling)
    if telling.event.when.start is None and telling.event.type in _OF_A_DAY:
        # "the | Tuesday | attack": its day, which is only told here
        inside -= {i for t in parse.times for i in range(t.start, t.end)}
    for i in inside:
        word = parse.tokens[i]
        tells = word.tag.startswith(("NN", "JJ", "CD")) and word.dep != "nmod:poss" and word.lower not in _EMPTY
        if tells and not told & {word.lemma.lower(), word.lower}:
            return False
    return True


def _told_words(parse: Parse, telling: Telling) -> set[str]:
    """The words of the sentences that tell of an event, and of its place."""
    found = set()
    for span in telling.event.evidence:
        first, last = parse.tokens_of(span)
        for number in range(parse.sentence(first), parse.sentence(max(last - 1, first)) + 1):
            found |= {w for t in parse.tokens[slice(*parse.sentences[number])] for w in (t.lower, t.lemma.lower())}
    return found


def _compatible(one: str, two: str) -> bool:
    return one == two or {one, two} == {"bombs", "air"} or {one, two} == {"bombs", "shells"}
