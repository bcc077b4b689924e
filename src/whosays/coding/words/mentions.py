"""The words that stand for somebody or something: noun phrases as mentions, each kept once.

A mention's span runs from the first word of its phrase to the end of its head or its ``of``-phrase. Relative
clauses, appositions and conjuncts are left out: they are mentions, events or statements of their own.
"""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.records import Mention, MentionForm, MentionKind, mention_id

_DANGLING = frozenset({",", ".", ":", "HYPH", "IN", "DT", "CC"})
# What belongs to the phrase of a head noun. `nmod` is looked at separately: only "of" is part of the name.
_INSIDE = frozenset(
    {"det", "det:predet", "amod", "nummod", "compound", "nmod:poss", "flat", "flat:foreign", "goeswith", "fixed"}
)
_JOINED = frozenset({"advmod", "nmod:npmod", "nmod:unmarked", "nmod:desc", "obl:npmod", "obl:unmarked"})
_OPENERS = frozenset({"(", "[", "-LRB-", "“", '"', "``", "‘", "«", "-", "–", "—", ","})
PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT", "PRP$", "WP$", "DT", "EX"})


def case_of(parse: Parse, i: int) -> str:
    """The preposition before token ``i``'s phrase, lower case; empty when there is none."""
    return parse.case(i)


def phrase_range(parse: Parse, head: int) -> tuple[int, int]:
    """The half-open token range of the noun phrase that token ``head`` governs."""
    members = _members(parse, head)
    start, end = min(members), max(members) + 1
    start, end = _with_name(parse, head, start, end)
    while start < head and parse.tokens[start].text in _OPENERS:
        start += 1
    start = _behind_bracket(parse, _without_adverbs(parse, start, head), head)
    while end - 1 > head and parse.tokens[end - 1].tag in _DANGLING:  # "the mayor | of", "the bank | in"
        if parse.tokens[end - 2].tag == "HYPH" and end - 3 >= start:
            break  # "Moon Jae-in"
        end -= 1
    if end - 2 > head and parse.tokens[end - 1].tag == "CD" and parse.tokens[end - 2].text == ",":
        end -= 2  # "Omar Badr, | 38": how old somebody is
    return start, end


def _behind_bracket(parse: Parse, start: int, head: int) -> int:
    """The start behind a bracket that closes inside the phrase and opens before it: "neither [were the] | others"."""
    words = [t.text for t in parse.tokens[start:head]]
    if "]" not in words or "[" in words:
        return start
    return start + words.index("]") + 1


_BESIDES = frozenset({"later", "especially", "just", "even", "earlier", "meanwhile", "also", "particularly", "notably"})


def _without_adverbs(parse: Parse, start: int, head: int) -> int:
    """The start behind words that belong to the sentence: "Meanwhile, | Russian jets", "especially since | others"."""
    while start < head:
        token, following = parse.tokens[start], parse.behind(start)
        beside = token.lower in _BESIDES or (token.lower in {"along", "together"} and following.lower == "with")
        if token.tag == "RB" and (following.text == "," or beside):
            start += 2 if following.text == "," else 1
        elif token.lower in {"then", "first"} and (following.dep, following.head) == ("case", head):
            start += 2  # "| first to | Orland, | then to | Kest"
        elif token.tag in {"CC", "IN", "TO"} and token.lower not in _INSIDE_NUMBERS and following.tag != "HYPH":
            start += 1  # but "| off-duty officers"
        elif token.tag == "RB" and (case := _case_behind(parse, start, head)) is not None:
            start = case + 1
        else:
            break
    return start


def _case_behind(parse: Parse, start: int, head: int) -> int | None:
    """ "Only then | for | a miller", "not only | on | bakers": the preposition of the phrase, behind mere adverbs."""
    for token in parse.tokens[start:head]:
        if token.tag == "IN" and (token.dep, token.head) == ("case", head):
            counted = any(t.tag == "CD" for t in parse.tokens[token.i : head + 1])
            return None if counted and token.lower in _INSIDE_NUMBERS else token.i  # "only | at “extremists”"
        if token.tag != "RB":
            return None
    return None


_INSIDE_NUMBERS = frozenset({"up", "at", "over", "about", "around", "under", "as", "than", "to", "between", "near"})


def _members(parse: Parse, head: int) -> set[int]:
    found = {head}
    waiting = [head]
    while waiting:
        current = waiting.pop()
        for child in parse.children(current):
            if _belongs(parse, child, head, current):
                found.add(child.i)
                waiting.append(child.i)
    return _contiguous(found, head)


def _belongs(parse: Parse, child: Token, head: int, parent: int) -> bool:
    if child.dep == "nummod" and any(child.i < c.i < parent for c in parse.children(parent, "case")):
        return False  # "ten were freed by the army and | eight | by the police"
    above = parse.tokens[parent]
    hyphened = any(t.text in {"-", "‑"} for t in parse.tokens[child.i + 1 : child.i + 2])
    apart = child.dep == "amod" and child.text.islower() and not hyphened
    apart = apart or (child.lower in _FOR_OR_AGAINST and parent == head and above.dep == "compound")
    visiting = child.lower == "visiting" and child.dep == "amod"
    visiting = visiting and (above.tag == "NNP" or bool(parse.children(parent, "appos")))
    if visiting or (apart and above.dep == "compound" and above.tag.startswith("NNP")):
        return False  # "two | separate | Orland airstrikes": the strikes are separate; "| visiting | premier Ana Ruiz"
    outside = _out_of_so_many(child, above) or (child.i < head and _is_short_form(parse, child))
    outside = outside or _hyphened_on(parse, child, parent)
    if outside or _tells_allegiance(parse, child, head, parent):
        return True
    if child.dep in _INSIDE:
        behind = child.dep == "amod" and child.i > parent
        apart = behind and (parse.tokens[child.i - 1].text == "," or bool(parse.children(child.i, "obl", "advcl")))
        return not apart  # "the men, | armed with rifles"
    if child.dep == "acl" and child.i == head + 1 and parent == head and child.lower in _NAMED:
        return True  # "a foreigner | named Erika Sulman"
    if child.dep in {"xcomp", "obj", "obl"} and parse.tokens[parent].lower in _NAMED and parent == head + 1:
        return child.tag.startswith("NNP") and not case_of(parse, child.i)
    if child.dep in {"nmod", "obl"} and (child.dep == "obl" or not _close(parse, parent, child.i)):
        own = case_of(parse, child.i) == "of" or (parent == head and _before_name(parse, parent, child))
        own = own or (parent == head and _is_their_group(parse, parent, child))
        return child.i > parent and own
    if child.dep == "case":
        return child.tag == "POS" or parent != head
    if child.dep in {"appos", "nmod:desc", "flat", "nmod"} and child.i > head and _close(parse, parent, child.i):
        return True  # "the militant group Hamas", "President Ruto": a name set beside its noun without a comma
    if child.dep in _JOINED:  # "at least 12", "nearly 40"; "then prime minister"; "the government of | president X"
        inner = (
            child.dep in {"nmod:desc", "advmod"} and child.i < parent
        )  # "one of the country's | best | -known singers"
        return child.i < head or inner
    if child.dep == "conj" and _is_of_list(parse, child):  # "the roof of the hall, | a car | and a bus": three things
        return False
    if child.dep in {"cc", "conj"}:  # "Ministry of Peace and Security": conjuncts inside the of-phrase
        last = child.dep == "cc" and parse.tokens[parent].dep == "conj" and parse.tokens[child.i - 1].text == ","
        return parent != head and (last or parse.tokens[parent].dep in {"nmod", "amod", "compound", "nummod"})
    return child.dep == "punct" and child.tag in {"HYPH", "''", "``", '"'} and child.i < head


def _out_of_so_many(child: Token, above: Token) -> bool:
    """ "Four | in 10 | miners", "nine | out of 10 | miners", "15 | to 30 | men": a number that goes with a number."""
    counts = above.tag == child.tag == "CD" and (above.dep, child.dep) == ("nummod", "nmod")
    return counts and 0 < child.i - above.i <= 3


def _hyphened_on(parse: Parse, child: Token, parent: int) -> bool:
    """ "A government | -in-exile |", "the commander | -in-chief |": one word, in three."""
    between = parse.tokens[parent + 1 : child.i]
    return child.dep == "nmod" and [t.tag for t in between] == ["HYPH", "IN", "HYPH"]


def _is_short_form(parse: Parse, child: Token) -> bool:
    """ "Nine Rural Guard | (RG) | fighters": the letters of a name that stands before its noun, and their brackets."""
    if child.dep == "punct" and child.text in {"(", ")"}:
        child = parse.tokens[child.head]
    if child.dep != "appos" or not child.text.isupper() or parse.tokens[child.head].dep != "compound":
        return False
    return parse.tokens[child.i - 1].text == "(" and parse.behind(child.i).text == ")"


_FOR_OR_AGAINST = frozenset({"pro", "anti"})


def _is_of_list(parse: Parse, child: Token) -> bool:
    """Whether a conjunct inside an of-phrase stands behind a comma, with an article or number of its own."""
    first = min(parse.subtree(child.i))
    opens = [t for t in parse.tokens[first : child.i] if t.dep not in {"punct", "cc"}][:1]
    counted = bool(opens) and (opens[0].lower in {"a", "an"} or opens[0].tag == "CD")
    return counted and "," in {t.text for t in parse.tokens[max(first - 1, 0) : first + 2]}


def beside_owner(parse: Parse, head: int) -> list[int]:
    """The things of a list whose first is told with its owner: "the hall of the town, | a shop | and two buses"."""
    owners = [c for c in parse.children(head, "nmod") if case_of(parse, c.i) == "of"]
    return [c.i for o in owners for c in parse.children(o.i, "conj") if _is_of_list(parse, c)]


_NAMED = frozenset({"named", "called"})


def _close(parse: Parse, parent: int, child: int) -> bool:
    """Whether nothing but the name's own words stands between a noun and the name beside it."""
    if not parse.tokens[child].tag.startswith("NNP") or case_of(parse, child):
        return False
    below = set(parse.subtree(child))
    for phrase in parse.children(parent, "nmod"):  # "the secretary of state | Marco Rubio"
        if (
            phrase.i < child
            and case_of(parse, phrase.i) in _OF_OFFICE
            and max(parse.subtree(phrase.i)) + 1 == min(below)
        ):
            below |= set(parse.subtree(phrase.i))
    return all(i in below and parse.tokens[i].tag not in {",", "-LRB-", ":"} for i in range(parent + 1, child))


_OF_OFFICE = frozenset({"of", "to", "for"})
_ENVOYS = frozenset("diplomat official minister envoy negotiator delegate delegation lawmaker ambassador".split())
_MEETING = frozenset({"meet", "host", "receive", "welcome", "invite", "brief", "talk", "speak"})
_IN_UNIFORM = frozenset("troop soldier force officer policeman police peacekeeper marine jet warplane".split())
FIGHTERS = frozenset("fighter member militant gunman insurgent rebel guerrilla combatant jihadist".split())


def _is_their_group(parse: Parse, fighters: int, group: Token) -> bool:
    """ "Nine fighters | from the Aro armed group |": as if "of" it."""
    noun = parse.tokens[fighters]
    if case_of(parse, group.i) != "from":
        return False
    if noun.lemma.lower() in FIGHTERS and any(
        n.label == "organisation" and fighters < n.start <= group.i for n in parse.names
    ):
        return True
    met = noun.lemma.lower() in _ENVOYS and parse.tokens[noun.head].lemma.lower() in _MEETING
    stays = met or noun.dep in {"nsubj", "nsubj:pass", "obl:agent"}  # but "withdrew | troops from Orland"
    known = stays and noun.lemma.lower() in _ENVOYS | _IN_UNIFORM
    return known and any(n.kind == "state" and n.start == fighters + 2 <= group.i < n.end for n in parse.names)


_TIED = frozenset({"loyal", "allied", "faithful", "aligned", "affiliated"})
_OF_LEADERS = frozenset({"to", "with"})


def _tells_allegiance(parse: Parse, child: Token, head: int, parent: int) -> bool:
    """ "Forces | loyal to Omar Badr |": forces alone could be anybody's."""
    if parent == head:
        leaders = (c for c in parse.children(child.i, "obl", "nmod") if c.is_noun)
        led = any(case_of(parse, c.i) in _OF_LEADERS for c in leaders)
        return child.dep in {"amod", "acl"} and child.i == head + 1 and child.lower in _TIED and led
    behind = parent == head + 1 and parse.tokens[parent].lower in _TIED and child.i > parent
    return behind and child.dep in {"obl", "nmod"} and case_of(parse, child.i) in _OF_LEADERS


def _before_name(parse: Parse, office: int, phrase: Token) -> bool:
    """ "The envoy | to Orland | Ana Ruiz": what stands between an office and the name of whoever holds it."""
    if case_of(parse, phrase.i) not in _OF_OFFICE or not parse.tokens[office].tag.startswith("NN"):
        return False
    names = parse.children(office, "appos", "nmod:desc", "flat", "nmod")
    people = parse.named("person")
    return any(c.i > phrase.i and c.i in people and _close(parse, office, c.i) for c in names)


def _contiguous(found: set[int], head: int) -> set[int]:
    """Only what is joined to the head without a gap of more than a quotation mark or hyphen."""
    kept = {head}
    for step in (-1, 1):
        current, gap = head, 0
        while gap <= 1:
            current += step
            if current in found:
                kept.add(current)
                gap = 0
            else:
                gap += 1
    return kept


def _with_name(parse: Parse, head: int, start: int, end: int) -> tuple[int, int]:
    """Widened to the recognised name that the head stands in."""
    for name in parse.names:
        if name.start <= head < name.end and name.label != "time":
            if parse.tokens[name.end - 1].tag == "CC":  # "Congo and" is no name
                return start, end
            same = parse.sentence(name.start) == parse.sentence(head) == parse.sentence(name.end - 1)
            return (min(start, name.start), max(end, name.end)) if same else (start, end)
    return start, end


def conjuncts(parse: Parse, head: int) -> tuple[int, ...]:
    """The head and the nouns joined to it ("police, soldiers and a child"), in order."""
    found = [head]
    for child in parse.children(head, "conj"):
        token = parse.tokens[child.i]
        if token.is_noun or token.tag in {"PRP", "CD", "JJ", "NNS"}:
            found.extend(conjuncts(parse, child.i))
    found.extend(_listed(parse, head))
    return tuple(sorted(set(found)))


def _listed(parse: Parse, head: int) -> list[int]:
    """Names strung together by commas, which parsers take for appositions: "the UN, the SCO, the CIS and others"."""
    chain, current = [], head
    while True:
        following = [c for c in parse.children(current, "appos", "nmod", "nmod:unmarked") if _is_next_name(parse, c)]
        if len(following) != 1 or not parse.tokens[current].tag.startswith("NNP"):
            break
        current = following[0].i
        chain.append(current)
    ends_in_list = any(c.i > chain[-1] for h in (head, *chain) for c in parse.children(h, "conj")) if chain else False
    alone = len(chain) < 2 and not ends_in_list
    if not chain or (alone and not _two_names(parse, head, chain[0]) and not _goes_on(parse, chain[0])):
        return []
    return [*chain, *(i for h in chain for i in conjuncts(parse, h) if i not in chain)]


def _is_next_name(parse: Parse, child: Token) -> bool:
    """A name set behind a comma, by whichever label the tree has hung it on the one before."""
    if not child.tag.startswith("NNP") or child.i < child.head or case_of(parse, child.i):
        return False
    if child.lower in _STREETS:  # "Ana Ruiz, 19, of 20 | Mill Road |"
        return False
    if _holds_place(parse, child.head, child.i) and not parse.children(child.i, "conj"):  # "Orli, | Veldia"
        return False
    first = min(i for i in parse.subtree(child.i) if parse.tokens[i].dep != "punct")
    listed = child.dep != "nmod:unmarked" or bool(parse.children(child.i, "conj"))  # "in Orli, | Veldia"
    return child.dep == "appos" or (listed and parse.tokens[first - 1].text == ",")


_STREETS = frozenset("st. street road rd. avenue ave. ave drive lane boulevard blvd. terrace crescent".split())


def _holds_place(parse: Parse, place: int, other: int) -> bool:
    """Whether the second name is the state that the first, a town or a province, lies in."""
    names = [next((n for n in parse.names if n.start <= i < n.end), None) for i in (place, other)]
    first, second = names
    if first is None or second is None or first.label != "place":
        return False
    if second.kind == "state" != first.kind:
        return True
    region = parse.tokens[second.end - 1].lower in _REGIONS  # "on Orli, | Kest Oblast"; "on Kest Oblast, | Uri Oblast"
    return region and parse.tokens[first.end - 1].lower not in _REGIONS


_REGIONS = frozenset(
    "oblast governorate province region district county state department krai raion prefecture canton municipality "
    "territory division subdistrict township".split()
)


def _goes_on(parse: Parse, name: int) -> bool:
    """Behind the second name the list goes on: ", the Lake Chad Basin Commission", "and other bodies"."""
    after = max(parse.subtree(name)) + 1
    following = parse.tokens[after : after + 3]
    if len(following) < 3 or following[0].text not in {",", "and"} or parse.tokens[name - 1].tag in {"-LRB-"}:
        return False
    if following[1].lower == "and" or following[1].tag.startswith("NNP"):
        return True
    return following[1].tag in {"DT", "JJ"} and following[2].tag.startswith("NN")


def _two_names(parse: Parse, one: int, other: int) -> bool:
    """Two names of one kind with a comma between are a list; an acronym stands in brackets."""
    labels = [next((n.label for n in parse.names if n.start <= i < n.end), None) for i in (one, other)]
    between = {t.text for t in parse.tokens[one + 1 : other]}
    return labels[0] is not None and labels[0] == labels[1] and "," in between and not between & {"(", "-LRB-"}


def form_of(parse: Parse, head: int) -> MentionForm:
    """Whether the words name, describe or only point."""
    token = parse.tokens[head]
    if token.tag in PRONOUN_TAGS:  # but "some | of the bakers" tells who
        counted = token.tag == "DT" and any(c.is_noun and case_of(parse, c.i) == "of" for c in parse.children(head))
        return "nominal" if counted else "pronoun"
    if token.tag.startswith("NNP") or any(n.start <= head < n.end and n.label != "time" for n in parse.names):
        return "name"
    return "nominal"


class Book:
    """Keeps each mention of one report once, whoever asks for it."""

    def __init__(self, parse: Parse, made_by: str = "rule:phrase@1") -> None:
        self.parse = parse
        self._made_by = made_by
        self._found: dict[str, Mention] = {}
        self._heads: dict[str, int] = {}

    def actor(self, head: int) -> str:
        """The id of the mention of somebody: the phrase that token ``head`` governs."""
        return self.mention("actor", head)

    def mention(self, kind: MentionKind, head: int) -> str:
        """The id of the mention of ``kind`` whose phrase token ``head`` governs."""
        start, end = phrase_range(self.parse, head)
        return self._keep(kind, form_of(self.parse, head), (start, end), head)

    def add(self, kind: MentionKind, form: MentionForm, start: int, end: int) -> str:
        """The id of a mention over the half-open token range ``start`` to ``end``."""
        return self._keep(kind, form, (start, end), self.parse.root_of(start, end))

    def head(self, identifier: str) -> int:
        """The token that governs a mention's phrase."""
        return self._heads[identifier]

    def all(self) -> tuple[Mention, ...]:
        """Every mention kept, in the order of the text."""
        return tuple(sorted(self._found.values(), key=lambda m: (m.span.start, m.span.end, m.kind)))

    def _keep(self, kind: MentionKind, form: MentionForm, where: tuple[int, int], head: int) -> str:
        span = self.parse.span(*where)
        identifier = mention_id(span, kind)
        if identifier not in self._found:
            name = " ".join(self.parse.report.text[span.start : span.end].split())
            self._found[identifier] = Mention(
                id=identifier, kind=kind, form=form, span=span, name=name, made_by=self._made_by
            )
            self._heads[identifier] = head
        return identifier
