"""Which words tell of a deed at all: talk, figures of speech, accidents, plans and kinds of deeds are sifted out."""
