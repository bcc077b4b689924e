"""Where: the place that a name means among its namesakes, and which place is an event's."""
