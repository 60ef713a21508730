"""Numbers of zaken: no gaps and no doubles, whoever asks at once."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from django.db import connections, transaction

from tests.builders.registers import AT, BSN, OTHER_BSN, RSIN, make_zaak, make_zaaktype
from zaakspoor.registers.catalogi.models import Catalogus, ZaakType
from zaakspoor.registers.catalogi.operations import ensure_catalogus
from zaakspoor.registers.zaken.models import GereserveerdeZaakIdentificatie, Rol, Zaak
from zaakspoor.registers.zaken.operations import (
    RolRefused,
    add_initiator,
    next_identificatie,
    reserve_identificaties,
)

THREADS = 8


def _at_once(work: Callable[[int], None]) -> list[BaseException]:
    """Run `work` in all threads at the same moment; return what went wrong."""
    start, problems = Barrier(THREADS), list[BaseException]()

    def run(number: int) -> None:
        try:
            start.wait()
            work(number)
        except BaseException as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


@pytest.mark.django_db(transaction=True)
def test_zaken_opened_at_once_have_numbers_without_gaps_or_doubles() -> None:
    zaaktype = make_zaaktype()

    def open_five(number: int) -> None:
        for _ in range(5):
            make_zaak(zaaktype=zaaktype)

    assert _at_once(open_five) == []
    numbers = sorted(Zaak.objects.values_list("identificatie", flat=True))
    assert numbers == [f"ZAAK-2026-{number:010d}" for number in range(1, THREADS * 5 + 1)]


@pytest.mark.django_db(transaction=True)
def test_only_one_of_two_simultaneous_initiators_gets_the_role() -> None:
    zaak = make_zaak(bsn=None)
    initiator = zaak.zaaktype.roltypen.get(omschrijving_generiek="initiator").uuid

    def ask(number: int) -> None:
        bsn = (BSN, OTHER_BSN)[number % 2]
        add_initiator(zaak_id=zaak.uuid, roltype_id=initiator, bsn=bsn, at=AT)

    problems = _at_once(ask)
    assert len(problems) == THREADS - 1
    assert all(isinstance(problem, RolRefused) for problem in problems)
    assert Rol.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_versions_published_at_once_leave_one_open() -> None:
    def publish(number: int) -> None:
        make_zaaktype()

    assert _at_once(publish) == []
    assert ZaakType.objects.count() == THREADS
    assert ZaakType.objects.filter(einde_geldigheid=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_catalogus_made_at_once_exists_once() -> None:
    def ensure(number: int) -> None:
        ensure_catalogus(domein="ALG", rsin=RSIN, naam="A", contactpersoon="Beheer")

    assert _at_once(ensure) == []
    assert Catalogus.objects.count() == 1


@pytest.mark.django_db
def test_a_number_that_is_rolled_back_goes_to_the_next() -> None:
    next_identificatie(at=AT)
    with pytest.raises(RuntimeError), transaction.atomic():
        next_identificatie(at=AT)
        raise RuntimeError
    assert next_identificatie(at=AT) == "ZAAK-2026-0000000002"


@pytest.mark.django_db
def test_each_year_begins_at_one_in_dutch_time() -> None:
    assert next_identificatie(at=datetime(2026, 12, 31, 22, 59, tzinfo=UTC)).endswith("-0000000001")
    # Midnight in the Netherlands is an hour before midnight UTC.
    first = next_identificatie(at=datetime(2026, 12, 31, 23, 0, tzinfo=UTC))
    assert first == "ZAAK-2027-0000000001"


@pytest.mark.django_db
def test_a_reserved_number_is_not_given_to_another() -> None:
    reserved = reserve_identificaties(bronorganisatie=RSIN, aantal=3, at=AT)
    assert reserved == [f"ZAAK-2026-{number:010d}" for number in (1, 2, 3)]
    assert make_zaak().identificatie == "ZAAK-2026-0000000004"
    assert make_zaak(identificatie=reserved[1]).identificatie == reserved[1]
    assert GereserveerdeZaakIdentificatie.objects.count() == 3
