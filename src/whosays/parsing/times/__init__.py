"""Time expressions, found by a closed grammar over the words of each sentence."""
