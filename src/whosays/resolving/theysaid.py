"""Who "they", "both" and "the two sides" are that speak, where the sentence before joins several: each of those.

"The ministers of Peru and Chile met. | They | said": a mention over all those joined is what the pronoun takes up, and
whoever reads it finds each of them inside. "| The former | said so, while | the latter | said": the first and the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whosays.parse import Parse, Token
from whosays.records import Link, Mention, Reason, Statement, mention_id

MADE_BY = "rule:they-said@1"
_TWO = 2
_PRONOUNS = frozenset({"they", "both"})
_ONE_OF_TWO = {"the former": 0, "the latter": 1}
_FACING = frozenset({"side", "party", "neighbour", "neighbor", "rival"})  # two, where no number is told
_STATES = _FACING | frozenset(
    "country nation state government power capital adversary foe ally army delegation".split()
)
_PEOPLE = frozenset("leader president minister premier man politician official diplomat chancellor envoy".split())
_BEHIND = ("nmod", "acl", "acl:relcl", "conj", "appos")
_SUBJECTS = ("nsubj", "nsubj:pass")


def they_said(
    parse: Parse, statements: Sequence[Statement], mentions: Sequence[Mention], links: Mapping[str, Link]
) -> tuple[tuple[Mention, Link], ...]:
    """The mentions of those joined, each with the link of the pronoun that speaks for them."""
    by_id = {m.id: m for m in mentions}
    speakers = {s.speaker: by_id[s.speaker] for s in statements if s.speaker in by_id}
    heads = {parse.root_of(*parse.tokens_of(m.span)): m for m in mentions if m.kind == "actor"}
    found = list(_one_of_two(parse, speakers, heads, links))
    for identifier, speaker in speakers.items():
        link = links.get(identifier or "")
        if link is not None and _is_known(link):
            continue
        noun = _pair_word(parse, speaker)
        if noun is not None:
            joined = _sides_before(parse, noun, heads)
        elif speaker.name.lower() in _PRONOUNS:
            joined = _joined_before(parse, parse.tokens[parse.tokens_of(speaker.span)[0]], heads)
        else:
            continue
        if joined is None:
            continue
        span = parse.span(*joined)
        name = " ".join(parse.report.text[span.start : span.end].split())
        whole = Mention(id=mention_id(span, "actor"), kind="actor", form="name", span=span, name=name, made_by=MADE_BY)
        reason = Reason(rule="they-said", detail=f"“{speaker.name}” takes up “{name}”", weight=0.7)
        taken = Link(mention=speaker.id, target=whole.id, score=0.7, reasons=(reason,), made_by=MADE_BY)
        found.append((by_id.get(whole.id, whole), taken))
    return tuple(found)


def _one_of_two(
    parse: Parse, speakers: Mapping[str, Mention], heads: Mapping[int, Mention], links: Mapping[str, Link]
) -> Iterator[tuple[Mention, Link]]:
    """ "Ruiz and Holub met. | The former | said", "while | the latter | said": the first of the two, and the second."""
    for speaker in speakers.values():
        word = speaker.name.lower()
        if word not in _ONE_OF_TWO:
            continue
        here, behind = parse.sentence(parse.tokens_of(speaker.span)[0]), parse.tokens_of(speaker.span)[1]
        named = _named_behind(parse, behind)
        pair = _pair_before(parse, here, heads) if named is None else None
        at = named if pair is None else pair[_ONE_OF_TWO[word]]
        if at is None or at not in heads:
            continue
        one = heads[at]
        link = links.get(one.id)
        target = link.target if link is not None and link.target is not None else one.id
        reason = Reason(rule="they-said", detail=f"“{speaker.name}” takes up “{one.name}”", weight=0.7)
        yield one, Link(mention=speaker.id, target=target, score=0.7, reasons=(reason,), made_by=MADE_BY)


def _named_behind(parse: Parse, comma: int) -> int | None:
    """ "The latter, | Ana Ruiz |, said": who that is, told at once."""
    if comma >= len(parse.tokens) or parse.tokens[comma].text != ",":
        return None
    name = next((n for n in parse.names if n.start == comma + 1 and n.label == "person"), None)
    return parse.root_of(name.start, name.end) if name is not None else None


def _pair_before(parse: Parse, here: int, heads: Mapping[int, Mention]) -> tuple[int, int] | None:
    """The heads of the two who are joined in the sentence before, or before "both" and "they" there."""
    for back in (1, 2):
        if here < back:
            return None
        start, end = parse.sentences[here - back]
        told = [t for t in parse.tokens[start:end] if t.dep in _SUBJECTS and t.head != t.i]
        groups = [g for t in told if (g := _group(parse, t)) is not None]
        if len(groups) == 1 and len(groups[0]) == _TWO and all(t.i in heads for t in groups[0]):
            return groups[0][0].i, groups[0][1].i
        people = [parse.root_of(n.start, n.end) for n in parse.names if n.label == "person" and start <= n.start < end]
        if len(people) == _TWO and not groups and all(i in heads for i in people):
            return people[0], people[1]
        if people or groups or not any(t.lower in _PRONOUNS for t in told):
            return None
    return None


def _is_known(link: Link) -> bool:
    """Whether somebody is meant who is more than a noun ("ministers")."""
    return bool(link.candidates) or (link.target is not None and not link.target.startswith("own:"))


def _pair_word(parse: Parse, speaker: Mention) -> Token | None:
    """The noun of "the two sides", "both leaders", "the parties", where nothing behind it says who they are."""
    words = parse.tokens[slice(*parse.tokens_of(speaker.span))]
    noun = words[-1]
    if noun.tag != "NNS" or noun.lemma.lower() not in _STATES | _PEOPLE or parse.children(noun.i, *_BEHIND):
        return None
    before = [t.lower for t in words[:-1]]
    bare = before == ["the"] and noun.lemma.lower() in _FACING
    return noun if bare or before in (["both"], ["the", "two"], ["both", "the"]) else None


def _sides_before(parse: Parse, noun: Token, heads: Mapping[int, Mention]) -> tuple[int, int] | None:
    """The token range of the only two names that are joined by "and" before the noun, here or one sentence back."""
    here = parse.sentence(noun.i)
    start = parse.sentences[max(here - 1, 0)][0]
    people = {i for n in parse.names if n.label == "person" for i in range(n.start, n.end)}
    pairs = []
    for token in parse.tokens[start : noun.i]:
        joined = (token, *parse.children(token.i, "conj"))
        bound = any(c.lower == "and" for one in joined for c in parse.children(one.i, "cc"))
        if bound and len(joined) > 1 and all(t.tag.startswith("NNP") and t.i in heads for t in joined):
            pairs.append(joined)
    if len(pairs) != 1 or len(pairs[0]) != _TWO:
        return None
    persons = [t.i in people for t in pairs[0]]
    if any(persons) if noun.lemma.lower() in _STATES else len(set(persons)) > 1:
        return None
    return parse.tokens_of(heads[pairs[0][0].i].span)[0], parse.tokens_of(heads[pairs[0][1].i].span)[1]


def _joined_before(parse: Parse, pronoun: Token, heads: Mapping[int, Mention]) -> tuple[int, int] | None:
    """The token range of the only several that the sentence before has for its subject, each told of by name."""
    here = parse.sentence(pronoun.i)
    if here == 0 or pronoun.dep not in _SUBJECTS:
        return None
    start, end = parse.sentences[here - 1]
    told = [t for t in parse.tokens[start:end] if t.dep in _SUBJECTS and t.head != t.i]
    groups = [g for t in told if (g := _group(parse, t)) is not None]
    if len(groups) != 1:
        return None
    group = groups[0]
    inside = {i for one in group for i in (one.i, *(c.i for c in parse.children(one.i, "nmod", "appos", "compound")))}
    several = [t for t in parse.tokens[start:end] if t.tag in {"NNS", "NNPS"} and t.i in heads and t.i not in inside]
    lead = (
        parse.tokens[group[0].head] if group[0].dep in {"appos", "conj"} else None
    )  # "Two ministers, | Ruiz and Lind |, met"
    if any(lead is None or t.i != lead.i for t in several) or any(one.i not in heads for one in group):
        return None
    return parse.tokens_of(heads[group[0].i].span)[0], parse.tokens_of(heads[group[-1].i].span)[1]


def _group(parse: Parse, subject: Token) -> tuple[Token, ...] | None:
    """Those joined by "and": the subject itself, or the names behind a comma that say who it is."""
    for first in (subject, *parse.children(subject.i, "appos", "conj")):
        joined = (first, *parse.children(first.i, "conj"))
        bound = any(c.lower == "and" for one in joined for c in parse.children(one.i, "cc"))
        if len(joined) >= _TWO and bound and all(t.tag.startswith("NNP") for t in joined):
            return joined
    return None
