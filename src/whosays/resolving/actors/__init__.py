"""Who: whom each mention means, by the lists, by the text, and by what came before."""
