"""The clause that a cue is set into or behind: "the talks failed, officials said", "..., as first told by the Wire"."""

from __future__ import annotations

from whosays.coding.statements.slots import Content, below
from whosays.ontology.acts import Cue
from whosays.parse import Parse, Token


def clause_around(parse: Parse, token: Token) -> Content | None:
    """ "The talks failed, officials said": the content is the clause that the cue hangs on."""
    governor = parse.tokens[token.head]
    trailing = token.dep == "appos" and token.tag in {"VBD", "VBP", "VBZ"}
    if trailing:  # "was built by a spy, records show"
        governor = next((a for a in parse.ancestors(token.i) if a.is_verb and a.i < token.i), governor)
    loose = token.dep == "conj" and not parse.children(token.i, "cc")  # "..., a spokeswoman said, and"
    first = min(parse.subtree(token.i))
    if token.i > governor.i and ";" in {
        t.text for t in parse.tokens[first - 1 : first + 1]
    }:  # "The truce is over; the army denied it": a sentence of its own
        return None
    inserted = token.dep == "parataxis" or trailing or loose or (token.dep == "advcl" and _as_clause(parse, token))
    agents = _agents(parse, token) if inserted and _as_clause(parse, token) else ()
    if not inserted or governor.i == token.i or not (parse.children(token.i, "nsubj", "nsubj:pass") or agents):
        return None
    if not (governor.is_verb or parse.children(governor.i, "cop", "nsubj", "nsubj:pass")):
        return None
    if token.i < governor.i and token.dep == "parataxis" and not _closed_off(parse, token.i):
        return None
    if token.i > governor.i and not loose:
        governor = _main(parse, governor)
    own = set(parse.subtree(token.i))
    tokens = frozenset(t for t in parse.subtree(governor.i) if t not in own)
    opening = {c.i for c in parse.children(governor.i, "cc") if c.i == min(tokens)}
    return Content(tokens - opening, governor.i, "around")


def _agents(parse: Parse, token: Token) -> tuple[Token, ...]:
    """By whom something was told: "..., as told by the Wire"; a list may hold the next clause's subject."""
    listed = token.i < token.head
    return tuple(c for c in parse.children(token.i, "obl:agent") if not (listed and parse.children(c.i, "conj")))


def _as_clause(parse: Parse, token: Token) -> bool:
    """ "..., as officials said"; not "as the agency warned | of a famine", which tells itself what was warned of."""
    if not any(m.lower == "as" for m in parse.children(token.i, "mark", "advmod")):
        return False
    further = (k.lower for c in parse.children(token.i, "obl") if c.i > token.i for k in parse.children(c.i, "case"))
    return not {"of", "about", "against"} & set(further)


def _main(parse: Parse, clause: Token) -> Token:
    """ "A bomb went off, killing six, police said": all of the sentence is said, not its last participle alone."""
    while clause.dep in {"advcl", "acl", "acl:relcl"} and clause.head < clause.i:
        above = next((a for a in parse.ancestors(clause.i) if a.is_verb), None)
        if above is None or above.i > clause.i:
            break
        clause = above
    return clause


def clause_before(parse: Parse, token: Token) -> Content | None:
    """ "The pilot had logged 900 hours, the airline said": a finite clause before the cue, whatever its label."""
    for child in parse.children(token.i, "advcl", "dep", "parataxis"):
        finite = child.tag in {"VBD", "VBZ", "VBP"} or parse.children(child.i, "aux")
        marked = parse.children(child.i, "mark") or any(c.tag == "WRB" for c in parse.children(child.i, "advmod"))
        end = max(parse.subtree(child.i)) + 1
        if child.i < token.i and finite and not marked and parse.tokens[min(end, token.i)].text == ",":
            return below(parse, child.i, "around")
    return None


def _closed_off(parse: Parse, i: int) -> bool:
    last = max(parse.subtree(i))
    return any(t.text in {",", ":", "“", '"', "``", "''"} for t in parse.tokens[last : last + 2])


def as_quoted(parse: Parse, cue: Cue, token: Token, content: Content | None) -> Content | None:
    """ "| Ruiz warned of a flood |, the Wire quoted her as saying": what she said stands before."""
    if cue.head != "quote" or content is None or content.slot != "object+as" or token.dep != "parataxis":
        return content
    behind = [t for t in (parse.tokens[i] for i in content.tokens) if t.i > token.i and t.text[0].isalnum()]
    before = parse.tokens[token.head]
    if before.i > token.i or not behind or max(behind, key=lambda t: t.i).lower != "saying":
        return content
    own = set(parse.subtree(token.i))
    return Content(frozenset(i for i in parse.subtree(before.i) if i not in own and i < token.i), before.i, "around")
