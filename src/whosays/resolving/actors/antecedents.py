"""Whom a pronoun means: the subject of its own clause or of one above it, else the only one before that fits.

Conservative: where two may be meant nobody is chosen, and a person or people whom no mention stands for end the search.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence, Set

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.befallen import befallen
from whosays.resolving.actors.clausesof import (
    asked_in,
    goes_on_as_other,
    in_passing,
    is_interviewer,
    is_loose,
    is_many,
    is_of_several,
    is_one_person,
    is_portion,
    is_trade_of,
    joined_to_name,
    named_ahead,
    same_clause,
    says_of_itself,
)
from whosays.resolving.actors.coreference import (
    FEMALE,
    HE,
    MALE,
    MODIFYING,
    SHE,
    SUBJECTS,
    Met,
    back,
    other_sex,
    points,
    several,
)
from whosays.resolving.actors.judging import is_dealt_with, likeliest
from whosays.resolving.actors.kinsmen import SPEAKING, is_kin_meant
from whosays.resolving.actors.own import noun_at
from whosays.resolving.actors.pronouns import MADE_BY, NEUTERS, PERSONS, PLURALS, alike
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.speaking import Speaking
from whosays.resolving.actors.sufferers import cannot_suffer, doer_of_harm

TOLD_OF = "told-of"  # the form of a state that takes part in nothing, and only is the subject of its clause
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_RELATIVES = frozenset({"who", "that", "which"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_OBJECTS = frozenset({"obj", "iobj", "obl", "obl:agent"})
_SAME_DOER = frozenset({"conj", "xcomp", "advcl"})
_CLAUSES = ("csubj", "csubj:pass", "ccomp", "advcl", "acl:relcl")
_EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "happen", "rain", "snow"})
_TOLD_OF = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "conj", "root", "appos"})
_WARNING = frozenset({"warn", "remind", "caution", "threaten"})
# What is somebody's own, so that he is spoken of: "Mr Ruiz's | trip", but not "Mr Ruiz's | regime".
_PERSONAL = frozenset(
    "trip visit tour speech remark comment decision plan career term life death arrest release detention appeal trial "
    "health surgery resignation return request bid campaign victory win election wedding birthday illness journey "
    "conviction sentence extradition interview statement stay absence recovery fate whereabouts disappearance "
    "abduction kidnapping killing murder assassination capture condition injury identity body move departure exit "
    "ouster dismissal removal sacking appointment nomination candidacy".split()
)
_CALLING = frozenset({"call", "name", "declare", "elect", "appoint", "label", "brand", "become", "remain"})
_DOERS = ("er", "or", "ist", "ian", "ee", "man", "woman", "ant")  # nouns that no list knows, and may be people
_STATES = frozenset({"country", "nation", "state", "government", "ally"})
_TAKEN = frozenset({"hostage", "captive", "prisoner"})  # "was taken | hostage |": nobody else
_ASKING = frozenset({"petition", "request", "appeal", "demand", "plea", "application", "motion"})
_FORCES = frozenset(
    "army navy military force troop soldier jet plane warplane aircraft helicopter drone missile artillery tank "
    "warship gunboat fighter shelling bombing bombardment".split()
)  # what a state fights with
_REACH, _FAR = 1, 2  # sentences back; those in which nobody else may be told of, where one was named in passing only


class Antecedents:
    """The actors met so far, in the order of the text, for the pronouns that come after them."""

    def __init__(self, parse: Parse, setting: Setting, speaking: Speaking | None = None) -> None:
        self._parse = parse
        self._setting = setting
        self._speaking = speaking
        self._met: list[Met] = []
        self._at: dict[int, Met] = {}
        self._bodies: dict[int, Met] = {}
        self._kin: dict[int, Met] = {}

    def meet(self, met: Met) -> None:
        """Remembers an actor, in the order of the text."""
        insort(self._met, met, key=lambda m: m.head)
        self._at.setdefault(met.head, met)

    def at(self, head: int | None) -> str | None:
        """The actor that stands at a token."""
        return self._at[head].actor.id if head in self._at else None

    def belong(self, met: Met) -> None:
        """Remembers a body that is only named in somebody's description: "a spokesman for | the Front"."""
        self._bodies.setdefault(self._parse.tokens[met.head].head, met)

    def speaks_for(self, noun: int, met: Met) -> None:
        """Remembers for whom somebody speaks, told by his noun: "| Orland's | envoy to the UN" speaks for Orland."""
        self._bodies[noun] = met

    def is_kin_of(self, noun: int, met: Met) -> None:
        """Remembers whose father, family or lawyer somebody is, told by his noun."""
        self._kin[noun] = met

    def of(self, one: Asked, *, apart: str | None = None, token: Token | None = None) -> Named | None:
        """Whom a pronoun means; unsure with the candidates when more than one fits; None for nobody.

        Args:
            one: the pronoun.
            apart: an actor that it cannot mean: the speaker of the quotation that it stands in.
            token: the pronoun that would stand in its place, where it is none: "they" for "nine of them".
        """
        token = token or self._parse.tokens[one.head]
        dealt_with = one.mention.made_by != MADE_BY and is_dealt_with(self._parse, token)
        lost = befallen(self._parse, token)  # somebody whom no mention stands for, and not the doer
        lost = lost if lost not in self._at else None
        whose = self._kin.get(self._parse.tokens[lost].head) if lost is not None else None
        if whose is not None and whose.actor.id != apart and self._fits(token, whose):
            return points(one, "pronoun", whose)  # "Ruiz's brother said | he | was freed"
        if lost is not None or (token.lower == "it" and not self._is_doer(one, token) and not dealt_with):
            return None
        near = (self._at[i] for i in likeliest(self._parse, token) if i in self._at)
        whom = next((m for m in near if m.actor.id != apart and self._fits(token, m)), None)
        if whom is not None:
            return points(one, "pronoun", whom)
        if token.lower in PERSONS and (joined_to_name(self._parse, token) or token.i) not in {*self._at, token.i}:
            return None  # "the murder of Mr Ruiz and | his | son": his, whoever he may be
        beside, above = self._subjects(token)
        named = (i for t in beside for i in (t.i, *(c.i for c in self._parse.children(t.i, "appos"))))
        barred = {apart, *(self._at[i].actor.id for i in named if i in self._at)}
        harming = doer_of_harm(self._parse, token)
        barred |= {self._at[harming].actor.id} if harming in self._at else set()
        for subject in above:
            met = self._named(subject)
            if token.lower in NEUTERS and self._parse.children(subject.i, "conj"):
                continue  # "Orland and Veldia cut their aid because | it | ...": neither of the two
            if met is not None and met.actor.id not in barred and self._fits(token, met):
                between = self._between(met, token, barred)
                return (
                    several(one, {m.actor.id: m for m in (met, *between)}) if between else points(one, "pronoun", met)
                )
            described = self._described(token, subject, barred, known=met is not None)
            if described is not None:
                return points(one, "pronoun", described)
            if met is None and subject.lower == token.lower == "it":
                continue  # "it changed its name after they banned | it": one and the same
            if met is not None and says_of_itself(self._parse, token, subject):
                return points(one, "pronoun", met)
            if met is None and self._may_be(token, subject):
                return None
        if token.lower in _REFLEXIVES or (token.lower == "it" and one.mention.made_by == MADE_BY):
            return None
        found = self._before(one, token, barred)
        ahead = self._ahead(one, token, barred) if found is None or found.actor is None else None
        sure = ahead is not None and (found is None or (ahead.actor and ahead.actor.id in found.candidates))
        return ahead if sure else found  # "Kay met Ruiz. While police charged | him |, Ruiz denied it"

    def _described(self, token: Token, subject: Token, barred: Set[str | None], *, known: bool) -> Met | None:
        """Somebody in the description of a subject, who is meant and not the subject itself."""
        owner = self._owner(token, subject) if not known else None
        if owner is not None and owner.actor.id not in barred:
            return owner  # "its role grew when | it | sent troops"
        kin = self._kin.get(subject.i) if is_kin_meant(token, subject) else None
        if kin is not None and kin.actor.id not in barred and self._fits(token, kin):
            return kin  # "the father of | Ana Ruiz | asked the state to let her stay"
        speaks = token.lower in NEUTERS or (token.lower in PLURALS and subject.lemma.lower() in SPEAKING)
        body = self._bodies.get(subject.i) if speaks else None
        return body if body is not None and self._fits(token, body) else None  # "a spokesman for the Front said | its"

    def _named(self, subject: Token) -> Met | None:
        """Whom a subject means by itself, or by the name beside it: "the mayor, | Ana Ruiz |, kept her seat"."""
        beside = [c.i for c in self._parse.children(subject.i, "appos") if c.tag.startswith("NNP") and c.i in self._at]
        own = self._at.get(subject.i)
        return self._at[beside[0]] if own is None and len(beside) == 1 and subject.tag == "NN" else own

    def _ahead(self, one: Asked, token: Token, barred: Set[str | None]) -> Named | None:
        """Who is named behind a clause that speaks of him already, where nobody before fits."""
        name = named_ahead(self._parse, token)
        met = self._at.get(name) if name is not None else None
        fits = met is not None and met.actor.id not in barred and self._fits(token, met)
        return points(one, "pronoun", met) if met is not None and fits else None

    # -- the clause -----------------------------------------------------------------------------

    def _subjects(self, token: Token) -> tuple[list[Token], list[Token]]:
        """The subjects of the clauses that hold a pronoun, nearest first: those it cannot mean, those it can.

        Who does something does it to somebody else: in "X forgave Y and let him stay" he is not X.
        """
        beside: list[Token] = []
        found: list[Token] = []
        own = token.dep in _OBJECTS and token.lower not in _REFLEXIVES
        inside, own_clause = token, False
        for above in self._parse.ancestors(token.i):
            own = own and (inside is token or inside.dep in _SAME_DOER)
            if inside.dep == "conj" and own_clause:
                break  # "X found a nurse and she helped": the second clause has its own doer
            subjects = self._parse.children(above.i, *SUBJECTS)
            subject = subjects[0] if subjects else None
            asked = asked_in(self._parse, above, inside)
            if inside.dep == "ccomp" and above.lemma.lower() in _WARNING:  # "warned Orland | it would pay"
                asked = [c for c in self._parse.children(above.i, "obj") if c.i < inside.i]
            if asked:
                if subject is not None and is_kin_meant(token, subject):
                    found.append(subject)  # "| Ruiz's father | urged the state not to revoke her passport"
                subject = asked[0]  # "they lobbied partners to remove their citizens": the partners' own
            held = subject is not None and subject.i == inside.i  # the pronoun is the subject, or stands in it
            own_clause = held if subject is not None else own_clause and inside.dep == "conj"
            told = subject is not None and subject.lower not in _RELATIVES
            if above.dep.startswith("acl") and not told and not is_loose(self._parse, above):
                owners = self._parse.children(above.head, "nmod:poss") if above.tag == "VB" and subject is None else ()
                noun = self._parse.tokens[above.head]
                subject = owners[0] if owners else self._who_is(noun)  # "| Ruiz |'s wish to keep his seat"
                own = own and noun.lemma.lower() not in _ASKING  # "his plea to free | him"
            itself = own and subject is not None and inside.dep == "conj" and alike(subject.lower, token.lower)
            inside = above
            if itself:
                continue  # "convicted him after he fled and jailed | him |": who convicted him did, and not he
            if subject is not None and subject.i < token.i and not held:
                (beside if own else found).append(subject)
                own = False
        return beside, found

    def _who_is(self, noun: Token) -> Token:
        """ "| Ruiz | was the first official to speak, saying he knew": of whom the noun is said; else the noun."""
        told = self._parse.children(noun.i, "nsubj") if self._parse.children(noun.i, "cop") else ()
        return told[0] if told and told[0].tag.startswith("NNP") and told[0].i in self._at else noun

    def _between(self, subject: Met, token: Token, barred: Set[str | None]) -> list[Met]:
        """Others who fit and stand between the subject and "his": "Y was critical of X for his neglect"."""
        if token.lower not in _POSSESSIVES or self._parse.tokens[token.head].dep != "obl":
            return []
        return [
            m
            for m in self._met
            if subject.head < m.head < token.i
            and m.actor.id not in {subject.actor.id, *barred}
            and self._fits(token, m)
        ]

    def _may_be(self, token: Token, other: Token) -> bool:
        """Whether somebody whom no mention stands for may be meant."""
        if other.tag.startswith("PRP"):
            return other.lower in (PERSONS if token.lower in PERSONS else PLURALS | NEUTERS)
        if not other.is_noun or (token.lower in PERSONS and other.tag in {"NNS", "NNPS"}):
            return False
        if token.lower in NEUTERS:
            return True
        noun = noun_at(self._parse, other.i)
        if token.lower in PERSONS and other.lemma.lower() in _PERSONAL:
            return False  # "the visit was Mr Ruiz's last before | he | stepped down"
        named = other.tag.startswith("NNP")
        somebody = noun.kind == "person" if noun is not None else other.lemma.lower().endswith(_DOERS)
        return token.lower in PLURALS or named or somebody

    def _is_doer(self, one: Asked, token: Token) -> bool:
        """Whether "it" is somebody: what does a deed, or what the teller of a clause says of itself.

        Never in "it is clear that", "it was built", "they accept it": those are things, or nothing at all.
        """
        verb = self._parse.tokens[token.head]
        ready = verb.tag == "JJ" and bool(self._parse.children(verb.i, "xcomp"))  # "| it | was ready to deliver food"
        if token.dep not in SUBJECTS or not (verb.is_verb or (ready and one.mention.made_by != MADE_BY)):
            return False
        if verb.lemma.lower() in _EMPTY_VERBS and self._parse.children(verb.i, *_CLAUSES):
            return False
        return one.mention.made_by != MADE_BY or (verb.dep == "ccomp" and token.dep == "nsubj")

    # -- the text before ------------------------------------------------------------------------

    def _before(self, one: Asked, token: Token, barred: Set[str | None]) -> Named | None:
        for step, sentence in enumerate(back(self._parse, one.head, _FAR if token.lower in PERSONS else _REACH)):
            candidates = [m for m in self._candidates(token, sentence) if m.actor.id not in barred]
            if step > _REACH and not any(self._is_subject(m) for m in candidates):
                return None  # "Ruiz left. Bakers mourned. A jury freed | him |": nobody else since whom he may be
            candidates = [m for m in candidates if not in_passing(self._parse, m.head, token)]
            if sentence == self._parse.sentence(one.head) and not candidates:
                speaker = self._speaker(token)
                if speaker is not None and speaker.actor.id not in barred:
                    return points(one, "pronoun", speaker)
            if self._stranger(token, sentence, candidates) or self._joint_subject(token, sentence):
                return None
            if token.lower in PLURALS and candidates and self._joint_object(token, candidates):
                return None
            if not candidates:
                continue
            chosen = self._choose(token, candidates)
            if chosen is not None and (self._is_subject(chosen) or not self._rivals(token, chosen, barred)):
                return points(one, "pronoun", chosen)
            return several(one, {m.actor.id: m for m in candidates})
        return None

    def _speaker(self, token: Token) -> Met | None:
        """Whoever spoke in the sentence before and goes on speaking here."""
        told = self._speaking.before(token) if self._speaking is not None else None
        met = self._at.get(told) if told is not None else None
        return met if met is not None and self._fits(token, met) else None

    def _candidates(self, token: Token, sentence: int) -> list[Met]:
        found = [
            m
            for m in self._met
            if self._parse.sentence(m.head) == sentence
            and m.head < token.i
            and self._fits(token, m)
            and not same_clause(self._parse, token.i, m.head)
            and not self._within_quotation(m.head, token.i)
            and not is_interviewer(self._parse, m.head, token)
        ]
        if token.lower in NEUTERS:
            found = [m for m in found if not self._of_joint_subject(m.head)]
        found = [m for m in found if not is_portion(self._parse, m.head, [o.head for o in found])]
        many = [m for m in found if is_many(self._parse, m.head)]
        return many if token.lower in PLURALS and many else found  # "a court sentenced three men. They ..."

    def _within_quotation(self, other: int, token: int) -> bool:
        """ "X is beaten," it said: what a quotation in the same sentence names is not who speaks."""
        same = self._parse.sentence(other) == self._parse.sentence(token)
        return same and any(q.open <= other <= q.close < token for q in self._parse.quotations)

    def _owner(self, token: Token, subject: Token) -> Met | None:
        """Whose the subject is, by a name or a pronoun like the one that is meant, where it itself is nobody."""
        noun = noun_at(self._parse, subject.i)
        acting = noun.kind in {"person", "organisation"} if noun is not None else subject.lemma.lower().endswith(_DOERS)
        if not subject.is_noun or acting:
            return None
        for child in self._parse.children(subject.i, "nmod:poss"):
            met = self._at.get(child.i)
            same = child.tag == "PRP$" and alike(token.lower, child.lower)
            named = child.tag == "NNP" and token.lower in PERSONS and subject.dep in SUBJECTS | {"obj"}
            if met is not None and (same or (named and self._fits(token, met))):  # "| Ruiz |'s return angered his men"
                return met
        return None

    def _is_subject(self, met: Met) -> bool:
        """Whether the sentence is about somebody: its subject, or "| his | trip"."""
        token = self._parse.tokens[met.head]
        subject = self._parse.tokens[token.head]
        owning = token.dep == "nmod:poss" and subject.dep in SUBJECTS
        return token.dep in SUBJECTS or (owning and self._owner(token, subject) is met)

    def _rivals(self, token: Token, chosen: Met, barred: Set[str | None]) -> bool:
        """Whether somebody else who fits was spoken of shortly before one who is no subject, or he only in passing."""
        passing = self._parse.tokens[chosen.head].dep not in _TOLD_OF
        passing = passing and self._parse.sentence(chosen.head) != self._parse.sentence(token.i)
        if passing and (token.lower not in PERSONS or self._others_named(token, chosen)):
            return True
        near = set(back(self._parse, token.i, _FAR if passing else _REACH))
        here = self._parse.sentence(token.i)
        beside = token.lower in PERSONS and self._parse.sentence(chosen.head) == here
        others = (m for m in self._met if m.head < token.i and self._parse.sentence(m.head) in near)
        others = (m for m in others if not beside or self._parse.sentence(m.head) == here or self._is_subject(m))
        others = (m for m in others if not is_portion(self._parse, m.head, (chosen.head,)))
        return any(m.actor.id not in {chosen.actor.id, *barred} and self._fits(token, m) for m in others)

    def _others_named(self, token: Token, chosen: Met) -> bool:
        """Whether people are named near a pronoun whom no mention stands for, or its sentence has a subject to come.

        "Pressed Ruiz hard. Before | he | strikes again, Holub should act": Holub may be meant.
        """
        near = set(back(self._parse, token.i, _FAR))
        for name in self._parse.names:
            head = self._parse.root_of(name.start, name.end)
            known = {head, self._parse.tokens[head].head} & set(self._at)
            before = name.start < token.i and self._parse.sentence(name.start) in near
            if name.label == "person" and before and not known:
                return True
        subjects = (c for a in self._parse.ancestors(token.i) for c in self._parse.children(a.i, *SUBJECTS))
        ahead = [c for c in subjects if c.i > token.i and c.tag.startswith("NNP")]
        return any(c.i not in self._at or self._at[c.i].actor.id != chosen.actor.id for c in ahead)

    def _fits(self, token: Token, met: Met) -> bool:
        kinds = self._setting.nominals.kinds(token.lower, token.lower)
        if cannot_suffer(self._parse, token, met.actor.kind) or goes_on_as_other(self._parse, met.head, token):
            return False
        many = self._parse.tokens[met.head].tag in {"NNS", "NNPS"} or is_of_several(self._parse, met.head)
        if token.lower in PLURALS:
            several_states = many and self._parse.tokens[met.head].lemma.lower() in _STATES
            one_name = met.form == "name" and met.actor.kind in {"state", "person"}  # "the United States"
            together = met.form == "pronoun" and met.name.lower() in PLURALS
            several_of = is_many(self._parse, met.head) and not one_name and met.actor.kind not in {"unknown", "media"}
            return together or several_states or several_of or met.actor.kind in kinds
        acts = token.dep in SUBJECTS or self._owns_force(token)
        if met.form == TOLD_OF and (not acts or self._another_state(met, token)):
            return False  # "Orland's islands want | its | president out": not the state of the sentence before
        single = token.lower in PERSONS and is_one_person(self._parse, met)
        several_men = is_of_several(self._parse, met.head) and met.actor.id.startswith("own:")
        one = met.form in {"name", TOLD_OF} and not several_men
        if (met.actor.kind not in kinds and not single) or (many and not one):
            return False
        return not (met.form == "pronoun" and met.name.lower() in PLURALS) and not self._other_sex(token.lower, met)

    def _owns_force(self, token: Token) -> bool:
        """ "Orland denied it. | Its | jets bombed a port": whose arms act, acts."""
        owned = self._parse.tokens[token.head]
        return token.dep == "nmod:poss" and owned.dep in SUBJECTS and owned.lemma.lower() in _FORCES

    def _another_state(self, met: Met, token: Token) -> bool:
        """ "Will Orland hit back at Veldia when | it | strikes": two states, and either may be meant."""
        between = [n for n in self._parse.names if n.kind == "state" and met.head < n.start < token.i]
        cases = [self._parse.children(self._parse.root_of(n.start, n.end), "case") for n in between]
        return not all({c.lower for c in case} & {"in", "from", "into", "across"} for case in cases)

    def _other_sex(self, pronoun: str, met: Met) -> bool:
        """Whether anything said of the actor so far speaks against "he" or "she"."""
        same = (m for m in self._met if m.actor.id == met.actor.id)
        return any(other_sex(self._setting.nominals, pronoun, m) for m in same)

    def _stranger(self, token: Token, sentence: int, candidates: Sequence[Met]) -> bool:
        """Somebody whom no mention stands for comes after the last candidate: "30 volunteers ... they"."""
        if token.lower in NEUTERS:
            return False
        start, end = self._parse.sentences[sentence]
        last = max((m.head for m in candidates), default=start - 1)
        end = min(end, token.i)
        if (
            token.lower in PLURALS
            and candidates
            and all(self._parse.tokens[m.head].tag in {"NN", "NNP"} for m in candidates)
        ):
            last = start - 1  # "fishers saved 700 people, the navy 200 more after they were found"
            things = (t for t in self._parse.tokens[start:end] if t.tag == "NNS" and t.dep in SUBJECTS)
            if token.dep in SUBJECTS and any(t.i not in self._at for t in things):
                return True  # "the blows that it took were heavy, and they ..."
        return any(self._unknown(token, t, after=t.i > last) for t in self._parse.tokens[start:end])

    def _unknown(self, token: Token, other: Token, *, after: bool) -> bool:
        """Whether a word is somebody like the one that is meant, and nobody knows who."""
        if other.i in self._at or other.dep in MODIFYING | {"appos", "flat"} or in_passing(self._parse, other.i, token):
            return False
        if any(c.i == other.i + 1 and c.i in self._at for c in self._parse.children(other.i, "flat", "appos")):
            return False  # "the real estate | mogul | Jan Holub"
        if is_trade_of(self._parse, other):
            return False
        if other.tag.startswith("PRP"):
            return alike(token.lower, other.lower)  # whoever that is, may be meant again
        if not after or not other.is_noun:
            return False
        told = any(c.i in self._at for c in self._parse.children(other.i, "nsubj"))
        above = self._parse.tokens[other.head]
        becoming = above.lemma.lower() in {"become", "remain"} and not self._parse.children(other.i, "det")
        becoming = becoming or (other.dep == "xcomp" and above.lemma.lower() in _CALLING)  # "was called a witness"
        becoming = becoming or (other.lower in _TAKEN and above.lemma.lower() in {"take", "hold"})
        acting = becoming or any(c.lower == "as" for c in self._parse.children(other.i, "case"))
        if (told and self._parse.children(other.i, "cop")) or acting:
            return False  # "are | members | of a crew", "as a | medic", "hopes to become | minister |": nobody else
        if token.lower in PERSONS and other.tag == "NNP" and other.dep in SUBJECTS:
            return True
        if other.lemma.lower() in (FEMALE if token.lower in HE else MALE if token.lower in SHE else ()):
            return False
        noun = noun_at(self._parse, other.i)
        if token.lower in PERSONS and noun is not None and noun.group:
            return False  # a crew is no "she"
        people = (noun is not None and noun.kind == "person") or self._setting.gazetteer.state_of_people(other.text)
        return bool(people) and (other.tag in {"NNS", "NNPS"}) == (token.lower in PLURALS)

    def _joint_subject(self, token: Token, sentence: int) -> bool:
        """ "Assad and Russia ... they": the pronoun may mean both together, whom no one actor stands for."""
        if token.lower not in PLURALS:
            return False
        start, end = self._parse.sentences[sentence]
        subjects = (t for t in self._parse.tokens[start : min(end, token.i)] if t.dep in SUBJECTS)
        return any(self._parse.children(t.i, "conj") for t in subjects)

    def _of_joint_subject(self, head: int) -> bool:
        """ "| Orland | and Veldia left the fund because it ...": neither of the two alone."""
        token = self._parse.tokens[head]
        first = self._parse.tokens[token.head] if token.dep == "conj" else token
        return first.dep in SUBJECTS and any(c.is_noun for c in self._parse.children(first.i, "conj"))

    def _joint_object(self, token: Token, candidates: Sequence[Met]) -> bool:
        """ "Sanctioned a firm and a hacker with ties to the ministry, for | their | part in it": the two together."""
        if any(self._parse.tokens[m.head].tag in {"NNS", "NNPS"} for m in candidates):
            return False
        start = self._parse.sentences[self._parse.sentence(token.i)][0]
        before = (t for t in self._parse.tokens[start : token.i] if t.dep == "obj" and t.is_noun)
        return any(self._parse.children(t.i, "conj") for t in before)

    def _spoken_of(self, pointer: Token, subjects: Sequence[Met]) -> Met | None:
        """ "| Ruiz | ruled after Vera fled. A judge freed | him |": he whom the sentence before is about."""
        own = self._parse.tokens[pointer.head].dep == "root" and pointer.lower in PERSONS
        main = [m for m in subjects if self._parse.tokens[self._parse.tokens[m.head].head].dep == "root"]
        before = [m for m in main if self._parse.sentence(m.head) < self._parse.sentence(pointer.i)]
        return before[0] if own and len(before) == 1 == len(main) else None

    def _choose(self, pointer: Token, candidates: Sequence[Met]) -> Met | None:
        """The only one; else the only one that is the subject of its clause, but in no relative one. "It" needs it."""
        word = pointer.lower
        relative = any(a.dep.startswith("acl") for a in self._parse.ancestors(pointer.i))
        if word in PERSONS and relative and len({m.actor.id for m in candidates}) > 1:
            return None
        subjects = [m for m in candidates if self._is_subject(m)]
        joined = [m.actor.id for m in subjects if self._parse.children(m.head, "conj")]
        alone = {m.actor.id for m in subjects if not self._parse.children(m.head, "conj")}
        if word in PERSONS and any(i not in alone for i in joined):
            return None  # "X and his partner Y won ... he"; but "X denied that he and his partner knew. He ..."
        if pointer.dep in _OBJECTS and len({m.actor.id for m in candidates}) > 1:
            return self._spoken_of(pointer, subjects)  # None in "when X dismissed Y, they gave him ..."
        if len({m.actor.id for m in subjects}) == 1:
            return subjects[-1]
        if len({m.actor.id for m in candidates}) == 1 and word not in NEUTERS:
            told = [m for m in candidates if self._parse.tokens[m.head].dep != "nmod:poss"]
            if told and word in PERSONS:
                return told[-1]  # "stripped | Ruiz | of her post. She ...": told of herself, and not by the post alone
            last = self._parse.tokens[candidates[-1].head]
            # "X's regime ... he": the regime's owner is not who is spoken of
            own = self._parse.tokens[last.head].lemma.lower() in _PERSONAL
            # "a threat by | her | kidnappers to kill her", "| Ruiz's | party won, prompting him"
            own = own or self._parse.sentence(last.i) == self._parse.sentence(pointer.i)
            return candidates[-1] if last.dep != "nmod:poss" or word not in PERSONS or own else None
        return None
