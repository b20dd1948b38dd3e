"""Writing releases: the only place that writes under ``dist/releases`` and the index."""
