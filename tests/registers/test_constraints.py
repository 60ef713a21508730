"""What the database itself refuses, whoever writes to it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, models, transaction

from tests.builders.registers import AT, end_zaak, make_document, make_zaak, make_zaaktype
from zaakspoor.registers.catalogi.models import (
    Catalogus,
    Eigenschap,
    InformatieObjectType,
    ResultaatType,
    RolType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakspoor.registers.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    ObjectInformatieObject,
)
from zaakspoor.registers.zaken.models import (
    RelevanteZaak,
    Resultaat,
    Rol,
    Status,
    Zaak,
    ZaakInformatieObject,
    ZaakObject,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_of_everything() -> None:
    zaak = make_zaak()
    make_document(zaak=zaak)
    end_zaak(zaak)


@pytest.mark.parametrize(
    "model",
    [
        Catalogus,
        ZaakType,
        StatusType,
        ResultaatType,
        RolType,
        Eigenschap,
        InformatieObjectType,
        ZaakTypeInformatieObjectType,
        Zaak,
        Status,
        Resultaat,
        Rol,
        ZaakInformatieObject,
        EnkelvoudigInformatieObject,
        EnkelvoudigInformatieObjectVersie,
        ObjectInformatieObject,
    ],
)
def test_a_row_can_not_be_there_twice(model: type[models.Model]) -> None:
    row = model._default_manager.all().order_by("pk")[0]
    row.pk = uuid4() if isinstance(model._meta.pk, models.UUIDField) else None
    row._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Catalogus, {"domein": ""}),
        (ZaakType, {"doel": ""}),
        (ZaakType, {"vertrouwelijkheidaanduiding": "onbekend"}),
        (ZaakType, {"indicatie_intern_of_extern": ""}),
        (ZaakType, {"catalogus": None}),
        (StatusType, {"volgnummer": 0}),
        (StatusType, {"volgnummer": 10_000}),
        (StatusType, {"is_eindstatus": True}),
        (RolType, {"omschrijving_generiek": "aanvrager"}),
        (Eigenschap, {"specificatie_formaat": "datum", "specificatie_lengte": "9"}),
        (Eigenschap, {"specificatie_formaat": "bedrag"}),
        (ResultaatType, {"archiefnominatie": "weggooien"}),
        (ResultaatType, {"brondatum_archiefprocedure_datumkenmerk": "op"}),
        (ResultaatType, {"brondatum_archiefprocedure_procestermijn": "P1Y"}),
        (ResultaatType, {"brondatum_archiefprocedure_afleidingswijze": "termijn"}),
        (ResultaatType, {"brondatum_archiefprocedure_einddatum_bekend": True}),
        (Zaak, {"bronorganisatie": ""}),
        (Zaak, {"identificatie": ""}),
        (Zaak, {"startdatum": None}),
        (Zaak, {"hoofdzaak": models.F("uuid")}),
        (Zaak, {"betalingsindicatie": "nvt", "laatste_betaaldatum": AT}),
        (Zaak, {"archiefstatus": "gearchiveerd", "archiefactiedatum": None}),
        (Zaak, {"archiefstatus": "weg"}),
        (Rol, {"roltoelichting": ""}),
        (Rol, {"betrokkene_type": "robot"}),
        (Rol, {"inp_bsn_hash": ""}),
        (EnkelvoudigInformatieObjectVersie, {"titel": ""}),
        (EnkelvoudigInformatieObjectVersie, {"status": "klaar"}),
        (EnkelvoudigInformatieObjectVersie, {"sha256": ""}),
        (
            EnkelvoudigInformatieObjectVersie,
            {"status": "in_bewerking", "ontvangstdatum": date(2026, 3, 2)},
        ),
        (ObjectInformatieObject, {"object": "https://elders.example/zaken/1"}),
        (ObjectInformatieObject, {"object_uuid": None}),
    ],
)
def test_a_value_that_the_standard_forbids_is_refused(
    model: type[models.Model], values: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        model._default_manager.update(**values)


@pytest.mark.parametrize(
    "make",
    [
        lambda zaak: RelevanteZaak(zaak=zaak, aard_relatie="vervolg"),
        lambda zaak: RelevanteZaak(zaak=zaak, aard_relatie="buur", url="https://elders.example/1"),
        lambda zaak: ZaakObject(zaak=zaak, object_type="overige"),
        lambda zaak: ZaakObject(zaak=zaak, object_type="adres", object_type_overige="boom"),
        lambda zaak: Status(
            zaak=zaak, statustype_id=uuid4(), datum_status_gezet=AT + timedelta(days=1)
        ),
    ],
)
def test_a_row_that_the_standard_forbids_is_refused(make: Callable[[Zaak], models.Model]) -> None:
    row = make(Zaak.objects.get())
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
        # A reference to nothing is noticed at the end of a transaction; do not wait for that.
        transaction.get_connection().check_constraints()


def test_a_type_in_use_is_not_deleted() -> None:
    with pytest.raises(models.ProtectedError):
        ZaakType.objects.all().delete()


def test_another_zaaktype_may_use_the_same_names() -> None:
    make_zaaktype(identificatie="ANDERS")
    assert ZaakType.objects.count() == 2
