"""An S3 service on loopback."""

import logging
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from moto.server import ThreadedMotoServer


@contextmanager
def serve_s3() -> Iterator[str]:
    """Give the service's address, host and port; it has no bucket yet."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    urllib.request.urlopen(f"http://{host}:{port}/moto-api/reset", data=b"").close()  # it keeps buckets between servers
    try:
        yield f"{host}:{port}"
    finally:
        server.stop()
