"""Names set right after the network has marked them: joined, made whole, given their kind."""
