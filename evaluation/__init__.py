"""How good the product is: sets, scoring and the gate. Uses the front door only, as any user would."""
