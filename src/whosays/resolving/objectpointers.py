"""What "the vehicle" or "the convoy" means: the one such thing that a deed was done with or to, told before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whosays.parse import Parse, Token
from whosays.records import Link, Mention, Reason, mention_id

MADE_BY = "rule:object-pointers@1"
_REACH = 5  # sentences back
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_EMPTY = frozenset(
    {"same", "whole", "entire", "burning", "burnt", "damaged", "destroyed", "stolen", "hijacked", "very"}
)


def object_pointers(
    parse: Parse, mentions: Sequence[Mention], broader: Mapping[str, Iterable[str]]
) -> tuple[tuple[Mention, Link], ...]:
    """The definite nouns that point back to a thing, each with a link to the mention that told of it first.

    Args:
        parse: the report.
        mentions: its mentions; those of objects are what may be meant, the others are left alone.
        broader: a noun and the narrower ones that it may take up: "vehicle" a "truck".
    """
    things = sorted((m for m in mentions if m.kind == "object"), key=lambda m: m.span.start)
    if not things:
        return ()
    at = {parse.root_of(*parse.tokens_of(m.span)): m for m in things}
    taken = {i for m in mentions if m.kind != "object" for i in range(*parse.tokens_of(m.span))}
    taken |= parse.named("person", "organisation", "place", "nationality")
    first: dict[str, str] = {}
    found = []
    for token in parse.tokens:
        if not token.tag.startswith("NN") or token.i in taken or not _is_definite(parse, token):
            continue
        before = [m for head, m in sorted(at.items()) if head < token.i and _may_mean(parse, token, head, m, broader)]
        meant = {first.get(m.id, m.id) for m in before}
        if len(meant) != 1:
            continue
        mention = at.get(token.i) or _mention(parse, token)
        detail = f"“{mention.name}” takes up “{before[-1].name}”"
        reason = Reason(rule="object-coreference", detail=detail, weight=0.8)
        first[mention.id] = meant.pop()
        at[token.i] = mention
        link = Link(mention=mention.id, target=first[mention.id], score=0.8, reasons=(reason,), made_by=MADE_BY)
        found.append((mention, link))
    return tuple(found)


def _is_definite(parse: Parse, token: Token) -> bool:
    """ "The vehicle", with nothing that tells another one: no adjective of its own, nothing behind."""
    before = [c for c in parse.children(token.i) if c.i < token.i and c.dep not in {"case", "punct", "mark", "cc"}]
    if not before or before[0].lower not in _DEFINITE or any(c.lower not in _EMPTY for c in before[1:]):
        return False
    if token.dep in {"compound", "flat", "appos"}:
        return False
    return not parse.children(token.i, "nmod", "acl", "acl:relcl", "appos", "compound", "flat", "conj")


def _may_mean(parse: Parse, token: Token, head: int, thing: Mention, broader: Mapping[str, Iterable[str]]) -> bool:
    if parse.sentence(token.i) - parse.sentence(head) > _REACH:
        return False
    if (token.tag in {"NNS", "NNPS"}) != (parse.tokens[head].tag in {"NNS", "NNPS"}):
        return False
    start, end = parse.tokens_of(thing.span)
    words = {t.lemma.lower() for t in parse.tokens[start:end] if t.is_noun}
    noun = token.lemma.lower()
    return noun in words or bool(words & set(broader.get(noun, ())))


def _mention(parse: Parse, token: Token) -> Mention:
    start = min(c.i for c in parse.children(token.i) if c.lower in _DEFINITE)
    span = parse.span(start, token.i + 1)
    words = " ".join(parse.report.words(span).split())
    return Mention(id=mention_id(span, "object"), kind="object", form="nominal", span=span, name=words, made_by=MADE_BY)
