// Nothing: the empty window has no preload to speak of.
