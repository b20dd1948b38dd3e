"""The explorer: a release as pages that open in a browser, from the file system or any web host, without a server."""

from flows.publish.explorer.site import write_explorer

__all__ = ["write_explorer"]
