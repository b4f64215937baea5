"""Opens addresses of the web at large, and none of this machine or of the network around it."""

import socket
from functools import cache
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import (
    BaseHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
    getproxies,
)


class InsideError(Exception):
    """An address leads to this machine, or into the network around it."""


@cache
def opener(*, inside: bool) -> OpenerDirector:
    """Make what opens addresses of the web; with `inside`, those around this machine as well."""
    # A proxy is around this machine itself.
    direct = not inside and not getproxies()
    handlers: tuple[BaseHandler, ...] = (
        ProxyHandler(),
        _PeersOutside() if direct else HTTPHandler(),
        _SafePeersOutside() if direct else HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    )
    made = OpenerDirector()
    for handler in handlers if inside else (*handlers, _NamesOutside()):
        made.add_handler(handler)
    return made


def refuse_inside(number: str) -> None:
    """See that the number of a host is one of the web at large.

    Raises:
        InsideError: when it is of this machine, of a private network, or of no host.
    """
    found = ip_address(number.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found
    if not found.is_global or found.is_multicast:
        raise InsideError(number)


class _NamesOutside(BaseHandler):
    """Looks up every name that is asked for, and every one that an answer leads on to."""

    def http_request(self, request: Request) -> Request:
        parts = urlsplit(request.full_url)
        port = parts.port or parts.scheme
        for *_, place in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM):
            refuse_inside(str(place[0]))
        return request

    https_request = http_request


class _PeersOutside(HTTPHandler):
    """Looks again when there is a connection, since a name may lead elsewhere by then."""

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_Connection, req)


class _SafePeersOutside(HTTPSHandler):
    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_SafeConnection, req)


class _Connection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        refuse_inside(self.sock.getpeername()[0])


class _SafeConnection(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        refuse_inside(self.sock.getpeername()[0])
