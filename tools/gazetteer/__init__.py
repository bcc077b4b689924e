"""How the gazetteer is built: one module for each kind of hand-kept list, one for the map, one for the checks."""
