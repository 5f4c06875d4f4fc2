"""Bodies are files: each is complete, and a text finds its own."""

import pytest

from drafter.errors import DrafterError
from drafter.grammar import bodies
from drafter.grammar.enacting import is_enacting
from drafter.model import Masthead


@pytest.mark.parametrize("body", bodies.bodies(), ids=lambda b: b.id)
def test_a_profile_is_complete(body: bodies.Body) -> None:
    assert is_enacting(body.enacting)
    assert body.enacting == f"The {body.organ},"
    assert body.paper in {"letter", "a4"}
    assert body.counts in {"session", "year"}
    assert "{number}" in body.draft


@pytest.mark.parametrize(
    ("symbol", "name"),
    [("A/C.3/80/L.5", "ga-c3"), ("A/80/L.5", "ga"), ("A/RES/79/1", "ga"), ("S/2025/1", "sc"),
     ("A/HRC/60/L.1", "hrc"), ("E/CN.15/2025/L.2", "ccpcj"), ("CAC/COSP/2025/L.2", "cosp")],
)  # fmt: skip
def test_a_symbol_tells_the_body(symbol: str, name: str) -> None:
    found = bodies.of(Masthead(symbol=symbol))
    assert found is not None
    assert found.id == name


def test_an_enacting_clause_tells_the_body() -> None:
    found = bodies.of(Masthead(), "The Human Rights Council,")
    assert found is not None
    assert found.id == "hrc"
    assert bodies.of(Masthead(), "The River Council,") is None


def test_an_unknown_body_is_named() -> None:
    with pytest.raises(DrafterError, match="rivers: unknown body"):
        bodies.body("rivers")
