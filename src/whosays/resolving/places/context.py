"""What stands around the names of places in a report: what holds them, whose they are, who put the report out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from whosays.gazetteer import Gazetteer, Paper, normalise
from whosays.parse import Parse
from whosays.resolving.places.text import PlaceMention
from whosays.resolving.places.weighing import PlaceContext
from whosays.resolving.places.words import place_words

PAPER = 4  # a local paper's town counts like a name that stands so often in the report


def paper_of(parse: Parse, gazetteer: Gazetteer) -> Paper | None:
    """The local paper that put the report out."""
    return gazetteer.paper(parse.report.publisher or "") or gazetteer.paper(parse.report.url or "")


def told_states(parse: Parse, gazetteer: Gazetteer) -> Counter[str]:
    """How often adjectives and names of peoples speak of each state."""
    found: Counter[str] = Counter()
    for token in parse.tokens:
        if token.text[:1].isupper():
            state = gazetteer.state_of_adjective(token.text) or gazetteer.state_of_people(token.text)
            found.update(() if state is None else (state,))
    paper = paper_of(parse, gazetteer)
    publisher = gazetteer.publisher(parse.report.publisher or "") or gazetteer.publisher(parse.report.url or "")
    if paper is not None:
        found[paper.country] += PAPER
    elif publisher is not None and publisher.country is not None and publisher.kind != "wire":
        found[publisher.country] += 1
    return found


def _holders(parse: Parse, number: int, mentions: Sequence[PlaceMention]) -> tuple[str, ...]:
    """The names told right behind a mention as holding it: after a comma, or after "in"."""
    found: list[str] = []
    end = mentions[number].end
    for mention in mentions[number + 1 :]:
        between = [t.lower for t in parse.tokens[end : mention.start] if t.lower not in ("the", "'s", "’s")]
        joined = [w for w in between if w not in place_words().parts]
        if joined not in ([","], ["in"], [",", "in"], ["("]) or parse.sentence(mention.start) != parse.sentence(
            end - 1
        ):
            break
        found.append(mention.name)
        end = mention.end
    if end > mentions[number].end and _is_list(parse, end, mentions):
        return ()
    return tuple(found)


def _is_list(parse: Parse, end: int, mentions: Sequence[PlaceMention]) -> bool:
    """Whether the row of names goes on with "and": "in Herat, Farah and Zaranj" is no containment."""
    after = [t.lower for t in parse.tokens[end : end + 2]]
    return any(m.start in (end + 1, end + 2) for m in mentions) and bool({"and", "or"} & set(after))


def _rows(parse: Parse, mentions: Sequence[PlaceMention]) -> list[tuple[str, ...]]:
    """For each mention the others of its row: "in Oregon, Idaho and Washington" names three of a kind."""
    found: list[tuple[str, ...]] = [()] * len(mentions)
    start = 0
    while start < len(mentions):
        end, joined = start + 1, False
        while end < len(mentions):
            between = [t.lower for t in parse.tokens[mentions[end - 1].end : mentions[end].start]]
            if between not in ([","], ["and"], ["or"], [",", "and"], [",", "or"]):
                break
            joined = joined or "," not in between[-1:]
            end += 1
        if joined:
            names = [m.name for m in mentions[start:end]]
            found[start:end] = [(*names[:at], *names[at + 1 :]) for at in range(len(names))]
        start = end
    return found


def _owner(parse: Parse, mention: PlaceMention, gazetteer: Gazetteer) -> str | None:
    """The state whose adjective or possessive stands before: "the Ukrainian city of", "Ukraine's"."""
    for at in range(
        mention.start - 1, max(mention.start - 6, parse.sentences[parse.sentence(mention.start)][0] - 1), -1
    ):
        token = parse.tokens[at]
        state = gazetteer.state_of_adjective(token.text) if token.text[:1].isupper() else None
        if state is not None:
            return state
        kind_word = place_words().noun_kind(token.lower) or token.lower in ("of", "the") or token.tag == "JJ"
        if not kind_word and token.lower not in place_words().parts:
            return None
    return None


def contexts_of(
    parse: Parse, mentions: Sequence[PlaceMention], dateline: str | None, gazetteer: Gazetteer
) -> list[PlaceContext]:
    """What stands around each mention; one name in one report is one place, so later ones take what the first tells."""
    holders = [_holders(parse, number, mentions) for number in range(len(mentions))]
    rows = _rows(parse, mentions)
    found: list[PlaceContext] = []
    told: dict[str, PlaceContext] = {}
    for number, mention in enumerate(mentions):
        inner = mentions[number - 1].name if number and mention.name in holders[number - 1][:1] else None
        context = PlaceContext(
            name=mention.name,
            holders=holders[number],
            inside=() if inner is None else (inner,),
            owner=_owner(parse, mention, gazetteer),
            row=rows[number],
            noun=mention.noun,
            near=mention.near,
            dateline=dateline,
        )
        found.append(context)
        if context.holders or context.owner or context.inside or context.row:
            told.setdefault(normalise(mention.name), context)
    return [_filled(c, told.get(normalise(c.name), c)) for c in found]


def _filled(context: PlaceContext, fuller: PlaceContext) -> PlaceContext:
    return msgspec.structs.replace(
        context,
        holders=context.holders or fuller.holders,
        owner=context.owner or fuller.owner,
        inside=context.inside or fuller.inside,
        row=context.row or fuller.row,
    )
