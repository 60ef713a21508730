"""Asking the civil registry over real HTTP, and every way in which it can fail."""

import logging
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from simulators.people import person_with
from tests.connections.registry import Registry, running_registry
from zaakspoor.connections.brp import BrpClient, BrpRefused, BrpUnavailable
from zaakspoor.connections.brp.reading import Unreadable, read_answer
from zaakspoor.process.papers.person import Person, SourceRefused, SourceUnavailable

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def running() -> Iterator[Registry]:
    with running_registry() as registry:
        yield registry


@pytest.fixture
def registry(running: Registry) -> Iterator[Registry]:
    running.switch("normal")
    running.behaviour.outage_seconds = 45.0
    yield running


@pytest.fixture
def client(registry: Registry) -> Iterator[BrpClient]:
    client = registry.client()
    yield client
    client.close()


def ask(client: BrpClient, key: str) -> Person:
    person = client.person(person_with(key).bsn, purpose="uittreksel")
    assert person is not None
    return person


def test_a_resident_is_read_with_all_that_goes_on_paper(client: BrpClient) -> None:
    person = ask(client, "diakrieten")

    assert person.full_name == "Łukasz Ğabriël van 't Şahin-Öztürk"
    assert (person.voorvoegsel, person.geslachtsnaam) == ("van 't", "Şahin-Öztürk")
    assert person.geboortedatum_text == "3 maart 1990"
    assert (person.geboorteplaats, person.geboorteland) == ("İzmir", "Turkije")
    assert person.address_lines == ("Žižkastraße 7-II", "9999 AJ Voorbeeldstad")
    assert (person.gemeente_code, person.gemeente) == ("9999", "Voorbeeldstad")
    assert person.nationaliteiten == ("Nederlandse", "Turkse")
    assert not (person.overleden or person.in_onderzoek or person.onder_curatele)
    assert not person.niet_ingezetene


@pytest.mark.parametrize(
    ("key", "attribute"),
    [
        ("onderzoek", "in_onderzoek"),
        ("overleden", "overleden"),
        ("curatele", "onder_curatele"),
        ("niet-ingezetene", "niet_ingezetene"),
        ("geheim", "geheimhouding"),
    ],
)
def test_what_a_rule_needs_is_read(client: BrpClient, key: str, attribute: str) -> None:
    assert getattr(ask(client, key), attribute) is True
    assert getattr(ask(client, "nieuw"), attribute) is False


def test_somebody_abroad_has_an_address_in_lines(client: BrpClient) -> None:
    person = ask(client, "niet-ingezetene")

    assert person.address_lines == ("Musterweg 1", "47533 Kleve", "Bondsrepubliek Duitsland")


def test_an_incomplete_date_of_birth_is_read_as_it_is(client: BrpClient) -> None:
    person = ask(client, "onvolledig")

    assert person.geboortedatum_text == "1972"
    assert person.leeftijd is None
    assert person.age_on(TODAY) == 53


def test_the_minor_is_fifteen_whatever_the_day(client: BrpClient) -> None:
    assert ask(client, "minderjarig").leeftijd == 15


def test_a_bsn_of_nobody_is_nobody(client: BrpClient) -> None:
    assert client.person("999990019", purpose="uittreksel") is None


@pytest.mark.parametrize("mode", ["down", "busy", "garbled"])
def test_a_registry_that_does_not_work_is_unavailable(
    registry: Registry, client: BrpClient, mode: str
) -> None:
    registry.switch(mode)

    with pytest.raises(SourceUnavailable):
        ask(client, "nieuw")


def test_a_registry_that_does_not_answer_is_given_up_in_time(registry: Registry) -> None:
    registry.switch("silent")
    began = time.monotonic()

    with pytest.raises(BrpUnavailable, match="ReadTimeout"):
        ask(registry.client(timeout=0.3), "nieuw")

    assert time.monotonic() - began < 2


def test_a_registry_that_is_not_there_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(BrpUnavailable, match="ConnectError"):
        ask(BrpClient(f"http://127.0.0.1:{port}", "demo"), "nieuw")


def test_an_answer_that_drips_is_given_up_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_drip, args=(server,))
        thread.start()
        began = time.monotonic()

        with pytest.raises(BrpUnavailable, match="too slow"):
            ask(BrpClient(f"http://127.0.0.1:{server.getsockname()[1]}", "demo", 0.5), "nieuw")

        assert time.monotonic() - began < 2
        thread.join()


def _drip(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        try:
            for _ in range(200):
                connection.sendall(b" ")
                time.sleep(0.05)
        except OSError:
            return


def test_a_wrong_key_is_our_fault(registry: Registry) -> None:
    with pytest.raises(BrpRefused, match="401"):
        ask(registry.client(api_key="verkeerd"), "nieuw")


def test_a_refused_question_is_our_fault(registry: Registry, client: BrpClient) -> None:
    registry.switch("refusing")

    with pytest.raises(SourceRefused, match="403"):
        ask(client, "nieuw")


def test_an_outage_for_one_person_is_for_that_person_and_passes(
    registry: Registry, client: BrpClient
) -> None:
    registry.behaviour.outage_seconds = 0.2

    with pytest.raises(BrpUnavailable, match="503"):
        ask(client, "storing")
    assert ask(client, "nieuw").geslachtsnaam == "Nieuwelink"
    time.sleep(0.25)
    assert ask(client, "storing").geslachtsnaam == "Storing"


@pytest.mark.parametrize("mode", ["down", "garbled", "refusing"])
def test_a_bsn_is_in_no_error_and_no_log(
    registry: Registry, client: BrpClient, caplog: pytest.LogCaptureFixture, mode: str
) -> None:
    registry.switch(mode)
    caplog.set_level(logging.DEBUG)
    bsn = person_with("nieuw").bsn

    with pytest.raises((SourceUnavailable, SourceRefused)) as failure:
        client.person(bsn, purpose="uittreksel")

    assert bsn not in caplog.text
    assert bsn not in repr(failure.value)
    assert failure.value.__cause__ is None


def test_one_client_serves_many_threads_at_once(registry: Registry, client: BrpClient) -> None:
    registry.switch("normal", "0.3")
    began = time.monotonic()

    with ThreadPoolExecutor(24) as pool:
        names = list(pool.map(lambda _: ask(client, "nieuw").voornamen, range(24)))

    assert set(names) == {"Noor Anna"}
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"geen json",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"personen": null}',
        b'{"personen": [1]}',
        b'{"personen": [{"naam": []}]}',
        b'{"personen": [{"leeftijd": "oud"}]}',
        b'{"personen": [{"geboorte": {"datum": {"type": "Datum", "datum": "14-03-1985"}}}]}',
        b'{"personen": [{"geboorte": {"datum":'
        b' {"type": "JaarMaandDatum", "jaar": 1985, "maand": 13}}}]}',
        b'{"personen": [{"verblijfplaats": {"type": "Kasteel"}}]}',
        b'{"personen": [{}, {}]}',
        b"[" * 100_000,
    ],
)
def test_an_answer_of_another_shape_is_unreadable_and_no_crash(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_answer(body)


@pytest.mark.parametrize(
    ("verblijfplaats", "lines", "doubt"),
    [
        (
            '{"type": "Locatie", "verblijfadres": {"locatiebeschrijving": "Woonboot bij de brug"}}',
            ("Woonboot bij de brug",),
            False,
        ),
        ('{"type": "VerblijfplaatsOnbekend"}', (), False),
        (
            '{"type": "Adres", "indicatieVastgesteldVerblijftNietOpAdres": true, "verblijfadres":'
            ' {"korteStraatnaam": "Dijk", "huisnummer": 1, "huisletter": "b", "woonplaats": "Dorp",'
            ' "aanduidingBijHuisnummer": {"code": "to", "omschrijving": "tegenover"}}}',
            ("Dijk tegenover 1b", "Dorp"),
            True,
        ),
    ],
)
def test_every_kind_of_residence_is_read(
    verblijfplaats: str, lines: tuple[str, ...], doubt: bool
) -> None:
    person = read_answer(f'{{"personen": [{{"verblijfplaats": {verblijfplaats}}}]}}'.encode())

    assert person is not None
    assert person.address_lines == lines
    assert person.in_onderzoek is doubt


@pytest.mark.parametrize("kind", ["Staatloos", "NationaliteitOnbekend"])
def test_what_stands_in_place_of_a_nationality_is_read(kind: str) -> None:
    person = read_answer(
        f'{{"personen": [{{"nationaliteiten": [{{"type": "{kind}"}}]}}]}}'.encode()
    )

    assert person is not None
    assert person.nationaliteiten == ({"Staatloos": "Staatloos"}.get(kind, "Onbekend"),)
