"""What is extracted once is kept: shards under digests, and the processes that make them."""
