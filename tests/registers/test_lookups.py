"""Whose zaken these are is found through an index, on both databases."""

from collections.abc import Callable
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import QuerySet

from tests.builders.registers import BSN, make_zaak
from zaakspoor.core.vault import keyed_hash
from zaakspoor.registers.zaken.models import Rol, Zaak

pytestmark = pytest.mark.django_db
MANY = 1_000
Row = TypeVar("Row", Zaak, Rol)


@pytest.fixture(autouse=True)
def _many_residents() -> None:
    """Enough rows that a planner which can use the index does."""
    zaak = make_zaak()
    rol = Rol.objects.get(zaak=zaak)
    zaken, rollen = [], []
    for number in range(MANY):
        zaken.append(_copy(zaak, identificatie=f"KOPIE-{number}"))
        rollen.append(_copy(rol, zaak=zaken[-1], inp_bsn_hash=keyed_hash(str(number))))
    rollen[0].interne_identificatie = "m-1"
    rollen[1].vestigings_nummer = "000012345678"
    rollen[2].inn_nnp_id = "999990482"
    Zaak.objects.bulk_create(zaken)
    Rol.objects.bulk_create(rollen)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(row: Row, **changes: object) -> Row:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    copy = type(row)(**{**values, "uuid": uuid4()})
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


@pytest.mark.parametrize(
    ("rows", "index"),
    [
        (lambda: Zaak.objects.of_initiator(keyed_hash(BSN)), "rol_inp_bsn"),
        (lambda: Zaak.objects.of_initiator(keyed_hash(BSN)).open(), "rol_inp_bsn"),
        (lambda: Rol.objects.filter(interne_identificatie="m-1"), "rol_interne_identificatie"),
        (lambda: Rol.objects.filter(vestigings_nummer="000012345678"), "rol_vestigings_nummer"),
        (lambda: Rol.objects.filter(inn_nnp_id="999990482"), "rol_inn_nnp_id"),
        (lambda: Zaak.objects.filter(hoofdzaak=uuid4()), "zaak_hoofdzaak"),
    ],
)
def test_a_look_up_uses_its_index(rows: Callable[[], QuerySet[Zaak | Rol]], index: str) -> None:
    assert index in rows().explain()
