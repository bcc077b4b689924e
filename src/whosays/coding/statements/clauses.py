"""Clauses as content: "that the bridge fell", "whether it fell", "to rebuild it", "rebuilding it"."""

from __future__ import annotations

import msgspec

from whosays import ontology
from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.slots import Content, below, has_to
from whosays.coding.statements.surrounding import clause_around, clause_before
from whosays.coding.words.mentions import case_of, phrase_range
from whosays.ontology.acts import load_acts
from whosays.ontology.gainsaying import load as load_gainsaying
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire"})
_ASIDES = frozenset("when while as after before since because although though who which where".split())


def that_clause(parse: Parse, i: int) -> Content | None:
    """A clause that tells something: below the cue, on its noun, around or before it; None when there is none."""
    token = parse.tokens[i]
    for child in parse.children(i, "ccomp", "csubj", "csubj:pass"):
        infinitive = _is_infinitive(parse, child) and not any(
            m.lower == "that" for m in parse.children(child.i, "mark")
        )
        if not infinitive and not _is_aside(parse, child, i) and not _is_relative(parse, child):
            return _with_antecedent(parse, token, _with_verb(parse, token, below(parse, child.i, "that")))
    wished = _subjunctive(parse, token)
    if wished is not None:
        return below(parse, wished, "that")
    nouns = (*_told(parse, token), *_papers(parse, token)) if token.is_verb else (token,)
    on_noun = _on_noun(parse, token, nouns)
    if on_noun is not None:
        return on_noun
    if not token.is_verb:
        return _behind_its_place(parse, token)
    asked = _question_as_noun(parse, i)
    if asked is not None:
        return msgspec.structs.replace(asked, slot="that")
    lost = _right_behind(parse, token) or _hung_far_down(parse, token)
    if lost is not None:
        return lost
    for child in parse.children(i, "discourse"):  # "Holub said | no"
        if child.i == i + 1 and child.lower in {"yes", "no"}:
            return below(parse, child.i, "that")
    if _has_matter(parse, token):
        return None
    return clause_around(parse, token) or clause_before(parse, token)


def _on_noun(parse: Parse, token: Token, nouns: tuple[Token, ...]) -> Content | None:
    """ "The claim that"; "told reporters that", "wrote in a letter that": hung on the noun by mistake."""
    for noun in nouns:
        for child in parse.children(noun.i, "acl", "acl:relcl"):
            marks = [m.i for m in parse.children(child.i, "mark") if m.lower == "that" and child.i > token.i]
            if not marks and not token.is_verb and (_whole_in_spite(parse, noun, child) or _bare(parse, noun, child)):
                return below(parse, child.i, "that")
            whole = noun.dep != "obl" or any(c.i > m for c in parse.children(child.i, *_SUBJECTS) for m in marks)
            if marks and whole:
                return below(parse, child.i, "that")
    return None


def _bare(parse: Parse, noun: Token, clause: Token) -> bool:
    """ "Claims | it had spurned an offer": what was said, without a "that"; not "the claims | he made |"."""
    loose = clause.dep == "acl:relcl" and _lacks_nothing(parse, noun, clause)
    if not (clause.dep == "acl" or loose) or clause.tag == "VBG":
        return False
    if noun.lemma.lower() not in load_gainsaying().said | _SURMISES:
        return False
    first = min(parse.subtree(clause.i))
    opens = any(min(parse.subtree(s.i)) == first for s in parse.children(clause.i, *_SUBJECTS))
    return opens and first == noun.i + 1 and not any(c.tag in {"WDT", "WP", "WRB"} for c in parse.children(clause.i))


_SURMISES = frozenset({"speculation", "fear", "concern", "worry"})


def _lacks_nothing(parse: Parse, noun: Token, clause: Token) -> bool:
    """ "Amid claims | he had lied |", "rumours | he was ill |": whole; not "the claims | he made |"."""
    if noun.lemma.lower() == "charge" and case_of(parse, noun.i) == "on":
        return False  # "held on | charges | he beat a cook": what a court hears
    amid = case_of(parse, noun.i) == "amid" and not parse.children(noun.i, "det", "nmod:poss")
    return amid or bool(parse.children(clause.i, "cop", "obj", "nsubj:pass"))


def _behind_its_place(parse: Parse, noun: Token) -> Content | None:
    """ "His claim in a talk | that he had won", "complaints from the union | that": hung on what is between."""
    for between in parse.children(noun.i, "nmod"):
        if between.i < noun.i or load_acts().at(between.lemma.lower(), "noun"):
            continue
        for clause in parse.children(between.i, "acl", "acl:relcl", "ccomp"):
            marks = [m.i for m in parse.children(clause.i, "mark") if m.lower == "that" and m.i > between.i]
            if marks and parse.children(clause.i, *_SUBJECTS):
                return below(parse, clause.i, "that")
    return None


def _whole_in_spite(parse: Parse, noun: Token, clause: Token) -> bool:
    """ "Concern among farmers | that the wall will not hold": whole, though its "that" was taken for what it holds."""
    between = [c for c in parse.children(noun.i, "nmod") if c.i > noun.i and case_of(parse, c.i) in {"among", "in"}]
    that = next((c for c in parse.children(clause.i, "obj") if c.lower == "that" and c.i < clause.i), None)
    if not between or that is None or that.i != max(parse.subtree(between[-1].i)) + 1:
        return False
    ahead = any(c.tag == "MD" for c in parse.children(clause.i, "aux"))
    return ahead and any(c.is_noun for c in parse.children(clause.i, "nsubj"))


def _right_behind(parse: Parse, verb: Token) -> Content | None:
    """ "Suggested | that a man who was beaten may have earned it", "said Ruiz, adding | that": wherever it hangs."""
    that = parse.tokens[min(verb.i + 1, len(parse.tokens) - 1)]
    clause = parse.tokens[that.head]
    whole = that.lower == "that" and that.dep == "mark" and clause.i > that.i
    above = {verb.i, *(a.i for a in parse.ancestors(verb.i))}
    if not whole or clause.head not in above or not parse.children(clause.i, *_SUBJECTS):
        return None
    return Content(frozenset(t for t in parse.subtree(clause.i) if t >= that.i), clause.i, "that")


def _has_matter(parse: Parse, verb: Token) -> bool:
    """ "Some ask why, since the ministry | feels a need |": what it feels stands there, and not around it."""
    timed = {i for t in parse.times for i in range(t.start, t.end)}
    spoken_to = {c.i for c in _told(parse, verb)}
    objects = (c.i for c in parse.children(verb.i, "obj") if c.i > verb.i and c.is_noun)
    return verb.lemma.lower() not in SAYING and any(i not in timed and i not in spoken_to for i in objects)


def _hung_far_down(parse: Parse, verb: Token) -> Content | None:
    """ "Said in a talk taped before the raid | that the army had held the port": a whole clause, hung on the raid."""
    if verb.lemma.lower() not in SAYING or verb.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    if any(not parse.children(verb.i, "expl") for _ in parse.children(verb.i, "nsubj:pass")):
        return None  # "the pullout was announced as men massed at a port | that Orland says is its own"
    below_it = [parse.tokens[t] for t in parse.subtree(verb.i) if t > verb.i + 2]
    for that in (t for t in below_it if t.lower == "that"):
        clause = parse.tokens[that.head]
        subjects = [c for c in parse.children(clause.i, "nsubj", "nsubj:pass", "expl") if c.i > that.i]
        whole = that.dep == "mark" or len(parse.children(clause.i, "obj", "ccomp", "xcomp")) > 1
        noun = parse.tokens[clause.head]
        if noun.dep == "acl" and noun.tag == "VBN" and clause.dep == "ccomp" and subjects:
            if not load_acts().at(noun.lemma.lower(), "verb"):
                return below(parse, clause.i, "that")  # "said in a statement carried by the radio | that"
            continue
        if clause.dep not in {"acl", "acl:relcl"} or not subjects or not whole or not verb.i < noun.i < that.i:
            continue
        if that.i == noun.i + 1 and not load_acts().at(noun.lemma.lower(), "noun"):
            return below(parse, clause.i, "that")
    return None


def _subjunctive(parse: Parse, token: Token) -> int | None:
    """ "The guards demand | the mayor resign": a bare infinitive with a subject of its own."""
    for child in parse.children(token.i, "xcomp"):
        bare = child.tag == "VB" and not has_to(parse, child)
        if token.is_verb and bare and child.i > token.i and parse.children(child.i, "nsubj", "nsubj:pass"):
            return child.i
    return None


def _is_relative(parse: Parse, clause: Token) -> bool:
    """ "Declared a day of mourning for the raid | that killed ten": "that" is who did it, and brings no words."""
    first = parse.tokens[min(parse.subtree(clause.i))]
    return (
        first.lower == "that" and first.dep in {"nsubj", "nsubj:pass"} and first.head == clause.i and first.tag == "WDT"
    )


def _is_aside(parse: Parse, clause: Token, verb: int) -> bool:
    """ "When the clans fled, | they feared", "locals who had come back | say": a clause, and no words."""
    words = [parse.tokens[k] for k in parse.subtree(clause.i) if parse.tokens[k].text[0].isalnum()]
    quoted = any(q.open < clause.i < q.close for q in parse.quotations)
    if not words or quoted:
        return False
    if clause.i > verb and clause.tag == "VBG" and words[0] is clause and _is_participle(parse, clause):
        return parse.tokens[clause.i - 1].text == ","  # "“It came back,” Ruiz said, | explaining how it was paid for"
    ends = verb + 1 == len(parse.tokens)
    if clause.i < verb and _is_participle(parse, clause) and (ends or parse.behind(verb).text != ","):
        return True  # "| Reached by phone, | Holub told them"; not "Riding alone, they said, | is dangerous"
    behind_speaker = words[0].i > verb + 1 and words[0].lower == "who"  # "..., say locals | who have come back"
    opens = {words[0].lower, parse.tokens[max(words[0].i - 1, 0)].lower}
    if clause.i > verb and "should" in opens and parse.children(clause.i, "nsubj", "nsubj:pass"):
        return True  # "will recognise it | should the truce not hold"
    own = words[0].head == clause.i or words[0].tag not in {"WRB", "IN"}  # not "when it sank, two | were aboard"
    return behind_speaker if clause.i > verb else words[0].lower in _ASIDES and own


def _is_participle(parse: Parse, clause: Token) -> bool:
    bare = not parse.children(clause.i, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "expl", "csubj")
    return clause.tag in {"VBG", "VBN"} and bare


def whether_clause(parse: Parse, i: int) -> Content | None:
    """ "Asked | whether the bridge was safe", "asked how many had come"."""
    for child in parse.children(i, "ccomp", "advcl", "csubj", "xcomp"):
        tokens = parse.subtree(child.i)
        first = parse.tokens[min(tokens)]
        before = parse.tokens[first.i - 1]
        if child.i > i and before.lower == "whether" and before.i > i:  # hung on the cue itself
            return Content(frozenset({before.i, *tokens}), child.i, "whether")
        if child.i > i and (first.lower in {"whether", "if"} or first.tag in {"WP", "WRB", "WDT", "WP$"}):
            return below(parse, child.i, "whether")
    for child in parse.children(i, "acl") if parse.tokens[i].is_noun else ():  # "voiced doubt | whether he would come"
        if child.i > i and parse.tokens[min(parse.subtree(child.i))].lower == "whether":
            return below(parse, child.i, "whether")
    for child in parse.children(i, "advmod"):  # "did not say | when"
        if child.i == i + 1 and child.tag == "WRB" and not parse.children(child.i):
            return Content(frozenset({child.i}), child.i, "whether")
    return _question_as_noun(parse, i) if parse.tokens[i].lemma.lower() in _ASKING else None


def _question_as_noun(parse: Parse, i: int) -> Content | None:
    """ "Asked | how much money he got", "asked the mayor | which town had fallen": taken for a noun and its clause."""
    for child in (c for c in parse.children(i, "obj", "iobj") if c.i > i):
        first = parse.tokens[min(parse.subtree(child.i))]
        clauses = parse.children(child.i, "acl:relcl")
        if clauses and (first.tag == "WRB" or (first.i == child.i and first.tag == "WP")):
            return below(parse, child.i, "whether")
        for clause in clauses:
            opener = parse.tokens[min(parse.subtree(clause.i))]
            if opener.tag in {"WDT", "WP"} and opener.dep == "det" and parse.tokens[opener.i - 1].text != ",":
                return below(parse, clause.i, "whether")
    return None


def _told(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Who is spoken to: "told | reporters | that"; not "demanded | proof | that"."""
    nouns = ontology.load().nouns
    found = parse.children(verb.i, "obj", "iobj")
    return tuple(
        c
        for c in found
        if c.tag.startswith(("PRP", "NNP")) or nouns.kind_of(c.lemma.lower()) in {"person", "organisation"}
    )


def _with_verb(parse: Parse, verb: Token, content: Content) -> Content:
    """ "Said that the raid launched in May | was a mistake": the second clause is the verb of the first."""
    last = max(content.tokens)
    head = parse.tokens[content.head]
    bare = head.is_noun or head.tag in {"VBD", "VBN"}  # "| Orland's claims that it won | were false, he said"
    if not bare or parse.children(head.i, "obj", "ccomp", "xcomp", "aux", "aux:pass", "cop", "nsubj"):
        return content  # a clause of its own: no participle taken for one
    for child in parse.children(verb.i, "ccomp"):
        whole = [i for i in parse.subtree(child.i) if parse.tokens[i].text[0].isalnum()]
        own = parse.children(child.i, "nsubj", "nsubj:pass", "expl", "mark", "csubj")
        finite = parse.tokens[whole[0]].tag in {"VBD", "VBZ", "VBP", "MD"}
        if child.i > content.head and not own and finite and last < whole[0] <= last + 2:
            return msgspec.structs.replace(content, tokens=content.tokens | frozenset(parse.subtree(child.i)))
    return content


def _papers(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """ "Wrote | on its page | that", "said in one of a series of messages that"; not "sued over claims that"."""
    found = parse.children(verb.i, "obl")
    return tuple(c for c in found if c.i > verb.i and not load_acts().at(c.lemma.lower(), "noun"))


def _with_antecedent(parse: Parse, verb: Token, content: Content) -> Content:
    """ "A truce that | he said | would not last": what the clause says, it says of the noun before it."""
    head = parse.tokens[content.head]
    if verb.dep != "acl:relcl" or head.i < verb.i or (head.tag == "VB" and has_to(parse, head)):
        return content
    if any(c.lower in {"who", "which", "that"} for c in parse.children(verb.i, *_SUBJECTS)):
        return content  # "Ruiz, | who said that the price would fall": the noun says it
    if any(c.i > verb.i for c in parse.children(head.i, "nsubj", "nsubj:pass", "expl", "mark")):
        return content
    start, end = phrase_range(parse, verb.head)
    if end > verb.i:
        return content
    return msgspec.structs.replace(content, tokens=content.tokens | frozenset(range(start, end)))


def _is_infinitive(parse: Parse, token: Token) -> bool:
    if any(c.tag in {"VBD", "VBZ", "VBP"} for c in parse.children(token.i, "cop")):
        return False  # "suggests the weather | was | to blame": a clause of its own
    return token.tag == "VB" and any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))


def infinitive(parse: Parse, i: int) -> Content | None:
    """An infinitive with "to" behind the cue, wherever it hangs."""
    for child in parse.children(i, "xcomp", "ccomp", "acl", "advcl"):
        if child.i > i and has_to(parse, child) and not (child.dep == "advcl" and _comma_between(parse, i, child.i)):
            return below(parse, child.i, "to")
    for noun in parse.children(i, "obj", "iobj"):  # "urged all parties to lay down": hung on the object by mistake
        for child in parse.children(noun.i, "acl"):
            if parse.tokens[i].is_verb and has_to(parse, child):
                return below(parse, child.i, "to")
    return None


def gerund(parse: Parse, i: int) -> Content | None:
    """A gerund right behind the cue."""
    for child in parse.children(i, "xcomp", "ccomp", "advcl"):
        if (
            (child.tag == "VBG" or any(c.tag == "VBG" for c in parse.children(child.i, "cop")))
            and child.i > i
            and min(parse.subtree(child.i)) <= i + 2
            and not _comma_between(parse, i, child.i)
            and not any(i < c.i < child.i and c.tag in {"DT", "PRP"} for c in parse.children(i, "obj"))
        ):  # but "denied | this | citing a leak"
            return below(parse, child.i, "ing")
    return None


def _comma_between(parse: Parse, first: int, last: int) -> bool:
    return any(t.text == "," for t in parse.tokens[first:last])
