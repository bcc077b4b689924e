"""A user's agents: nouns that add a sector to the code of whose they are, in the manner of PETRARCH."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whosays.gazetteer.entries import Agent, PatternMatch
from whosays.gazetteer.names import normalise, pieces, slug
from whosays.records import Actor, Code

_PIECE = 3  # letters of one code in such dictionaries


class AgentBook:
    """The agents of a user's list by their nouns, singular and plural."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self.agents = tuple(agents)
        self._by_form: dict[str, Agent] = {}
        for agent in self.agents:
            for noun in (agent.noun, agent.plural or ""):
                if normalise(noun):
                    self._by_form[normalise(noun)] = agent
        self._longest = max((form.count(" ") + 1 for form in self._by_form), default=0)

    def named(self, noun: str) -> Agent | None:
        """The agent of a noun, or None."""
        return self._by_form.get(normalise(noun))

    def among(self, words: Sequence[str]) -> tuple[Agent, ...]:
        """The agents in a row of words, leftmost and longest first."""
        flow = [part for word in words for part in pieces(word) or ("\0",)]
        found: list[Agent] = []
        at = 0
        while at < len(flow):
            sizes = range(min(self._longest, len(flow) - at), 0, -1)
            forms = ((size, " ".join(flow[at : at + size])) for size in sizes)
            size, agent = next(((n, self._by_form[form]) for n, form in forms if form in self._by_form), (1, None))
            if agent is not None:
                found.append(agent)
            at += size
        return tuple(found)


def combined(owner: Actor, agents: Sequence[Agent], held: Sequence[Code]) -> PatternMatch:
    """What the agents make of their owner, whose codes on the date are ``held``: Gondor's troops are GON + MIL."""
    codes = [code.code for code in held]
    for agent in agents:
        parts = [agent.code[at : at + _PIECE] for at in range(0, len(agent.code), _PIECE)]
        new = [part for part in parts if part not in codes]
        codes = new + codes if agent.before else codes + new
    noun = agents[-1].noun
    actor = Actor(
        id=f"{owner.id}:{slug(noun)}",
        name=f"{owner.name} {noun}",
        codes=tuple(Code(code=code) for code in codes),
        part_of=(owner.id,),
        sources=tuple(dict.fromkeys(agent.source for agent in agents)),
    )
    return PatternMatch(pattern="user-agent", actor=actor, owner=owner.id)
