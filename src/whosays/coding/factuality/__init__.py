"""Whether a deed happened: status, read from tense, mood, negation and what stands above."""
