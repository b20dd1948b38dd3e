"""Where things lie below the folder of releases."""

INDEX = "index.json"
RELEASES = "releases"
REGISTRY = "registry/ids.parquet"
WITHDRAWALS = "withdrawals.json"
STAGING = ".staging"
STORE = ".store"

# within a release
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
CHANGES = "changes"
