"""Which words of a sentence tell of one deed, and which of two."""
