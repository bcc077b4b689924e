"""What other sentences add to an event: who did it, who the dead were, what came next."""
