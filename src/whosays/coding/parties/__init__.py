"""Who takes part in a deed and as what, in its slots or in another phrase of the sentence."""
