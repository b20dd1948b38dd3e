"""Across articles, in DuckDB over all shards: which articles are copies, which entities and events are the same."""
