"""The mention of who speaks: "the UN and the EU", "a spokesman for the mine", "a source close to the talks"."""

from __future__ import annotations

from whosays.coding.words.mentions import Book, case_of, conjuncts, form_of, phrase_range
from whosays.ontology import load
from whosays.parse import Parse, Token

_PRIVY = frozenset({"close", "familiar", "privy", "briefed", "near"})
# "a spokesman for the mine", "the envoy to Sudan", "two officials from Oslo": the phrase says who they are.
_TIED = frozenset({"for", "from", "to", "at", "with", "in", "near"})


def speaker_mention(parse: Parse, book: Book, head: int) -> str:
    """The mention of a speaker: joined subjects ("the UN and the EU") make one, and ties stay ("spokesman for").

    Each of those joined has a mention of its own inside.
    """
    start, end = phrase_range(parse, head)
    one = any(c.lower == "them" for c in parse.children(head, "nmod"))  # "one of them, | Ana Ruiz"
    for name in parse.children(head, "appos"):
        if one and any(n.start <= name.i < n.end and n.label == "person" for n in parse.names):
            return book.actor(name.i)
    for name in parse.children(head, "appos"):  # "the militant group al-Shabaab": without a comma it is the name
        if form_of(parse, name.i) == "name" and phrase_range(parse, name.i)[0] == end:
            return book.actor(name.i)
    whose = _named_before(parse, start, end)
    if whose is not None:
        return book.add("actor", "name", *whose)
    last = head
    joined = conjuncts(parse, head)
    if len(joined) > 1 and any(parse.children(c, "cc") for c in joined):
        last = joined[-1]
        end = max(end, phrase_range(parse, last)[1])
        start = min(start, phrase_range(parse, joined[0])[0])
        for each in joined:
            book.actor(each)
    end = max(end, _tied_end(parse, last, end))
    while end - 1 > head and parse.tokens[end - 1].tag == "POS":
        end -= 1
    return book.add("actor", form_of(parse, head), start, end)


def _named_before(parse: Parse, start: int, end: int) -> tuple[int, int] | None:
    """ "The Observatory for Mills | monitoring group |": what a body is called by stands before what it is."""
    common = all(t.tag in {"NN", "NNS"} and t.lower == t.text for t in parse.tokens[start:end])
    body = parse.tokens[end - 1].lemma.lower() in _BODIES
    names = (n for n in parse.names if n.end == start and n.label == "organisation" and n.end - n.start > 1)
    name = next(names, None) if common and body else None
    return (name.start, name.end) if name is not None else None


_BODIES = frozenset("group organisation organization agency network watchdog charity monitor institute centre".split())


def _tied_end(parse: Parse, head: int, end: int) -> int:
    if parse.tokens[head].tag.startswith(("NNP", "PRP", "W")):
        return end
    for child in parse.children(head, "amod", "acl"):  # "a source close to the talks", "an official familiar with it"
        if child.i in {end - 1, end} and child.lower in _PRIVY and parse.children(child.i, "obl"):
            return _to_comma(parse, child.i)
    for child in parse.children(head, "nmod"):
        if child.i >= end and case_of(parse, child.i) == "for" and _is_reason(parse, head, child):
            continue  # "criticism from his own party | for comments | on the tax"
        if child.i >= end and case_of(parse, child.i) in _TIED:
            first, last = phrase_range(parse, child.i)
            opens = min((c.i for c in parse.children(child.i, "case")), default=first)
            if opens == end:
                return last
    return end


def _is_reason(parse: Parse, head: int, child: Token) -> bool:
    """Whether a body is blamed or praised for something, and is not called so: "the party | for comments |"."""
    nouns = load().nouns
    body = nouns.kind_of(parse.tokens[head].lemma.lower()) == "organisation"
    return body and nouns.kind_of(child.lemma.lower()) in {"event", "document", "abstract"}


def _to_comma(parse: Parse, description: int) -> int:
    """ "A clerk | briefed on the talks |, who asked not to be named": what is set off describes no further."""
    last = max(i for i in parse.subtree(description) if parse.tokens[i].dep != "punct") + 1
    comma = next((i for i in range(description, last) if parse.tokens[i].text == ","), last)
    return comma if parse.tokens[min(comma + 1, len(parse.tokens) - 1)].tag in {"WP", "WDT"} else last
