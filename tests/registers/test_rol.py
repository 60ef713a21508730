"""Who has a part in a zaak, and what of that anybody can read in the database."""

import json
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from tests.builders.registers import AT, BSN, OTHER_BSN, make_document, make_zaak
from zaakspoor.core.vault import keyed_hash
from zaakspoor.registers.catalogi.queries import parts_of
from zaakspoor.registers.validation import Invalid
from zaakspoor.registers.zaken import operations, queries
from zaakspoor.registers.zaken.betrokkenen import (
    Betrokkene,
    NatuurlijkPersoon,
    NietNatuurlijkPersoon,
    OrganisatorischeEenheid,
    SubVerblijfBuitenland,
    Verblijfsadres,
    Vestiging,
)
from zaakspoor.registers.zaken.models import Rol, Zaak

pytestmark = pytest.mark.django_db


def _behandelaar(zaak: Zaak) -> dict[str, Any]:
    roltype_id = parts_of(zaak.zaaktype_id).roltypen["Behandelaar"]
    return {"zaak_id": zaak.uuid, "roltype_id": roltype_id, "at": AT}


def test_the_initiator_is_known_by_hash_and_readable_for_who_must_ask_the_brp() -> None:
    zaak = make_zaak()
    assert queries.is_initiator(zaak.uuid, keyed_hash(BSN))
    assert not queries.is_initiator(zaak.uuid, keyed_hash(OTHER_BSN))
    assert not queries.is_initiator(zaak.uuid, "")
    initiator = queries.initiator_of(zaak.uuid)
    assert initiator is not None
    assert (initiator.bsn, initiator.geslachtsnaam) == (BSN, "Testpersoon")


def test_somebody_with_another_role_is_not_the_initiator() -> None:
    zaak = make_zaak(bsn=None)
    operations.add_rol(**_behandelaar(zaak), betrokkene=NatuurlijkPersoon(inp_bsn=BSN))
    assert not queries.is_initiator(zaak.uuid, keyed_hash(BSN))
    assert queries.initiator_of(zaak.uuid) is None
    assert not Zaak.objects.of_initiator(keyed_hash(BSN)).exists()


def test_a_zaak_has_one_initiator() -> None:
    zaak = make_zaak()
    initiator = parts_of(zaak.zaaktype_id).roltypen_generiek["initiator"]
    with pytest.raises(operations.RolRefused):
        operations.add_initiator(zaak_id=zaak.uuid, roltype_id=initiator, bsn=OTHER_BSN, at=AT)
    row = Rol.objects.get(zaak=zaak)
    row.uuid = make_document().uuid
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_bsn_that_fails_the_elfproef_is_refused_without_naming_it() -> None:
    zaak = make_zaak(bsn=None)
    initiator = parts_of(zaak.zaaktype_id).roltypen_generiek["initiator"]
    with pytest.raises(Invalid) as refusal:
        operations.add_initiator(zaak_id=zaak.uuid, roltype_id=initiator, bsn="999990018", at=AT)
    assert "999990018" not in str(refusal.value)


def test_every_kind_of_betrokkene_comes_back_as_it_went_in() -> None:
    parties: list[Betrokkene] = [
        NietNatuurlijkPersoon(
            inn_nnp_id="999990482",
            statutaire_naam="Stichting Voorbeeld",
            inn_rechtsvorm="stichting",
            sub_verblijf_buitenland=SubVerblijfBuitenland("6030", "Nederland", "Straat 1"),
        ),
        Vestiging(
            vestigings_nummer="000012345678",
            handelsnaam=("Bakkerij Voorbeeld",),
            verblijfsadres=Verblijfsadres("0", "Voorbeeldstad", "Plein", aoa_huisnummer=1),
        ),
        OrganisatorischeEenheid("BZ", "Burgerzaken", "Stadhuis"),
    ]
    zaak = make_zaak(bsn=None)
    for party in parties:
        rol = operations.add_rol(**_behandelaar(zaak), betrokkene=party)
        stored = Rol.objects.get(uuid=rol.uuid)
        assert stored.betrokkene_type == party.betrokkene_type
        assert json.loads(json.dumps(stored.betrokkene_identificatie))
    assert Rol.objects.get(inn_nnp_id="999990482").betrokkene_identificatie["statutaire_naam"]
    assert Rol.objects.get(vestigings_nummer="000012345678").identificatie["verblijfsadres"]
    assert Rol.objects.get(interne_identificatie="BZ").identificatie["naam"] == "Burgerzaken"


def test_a_name_longer_than_the_standard_allows_is_refused() -> None:
    zaak = make_zaak(bsn=None)
    person = NatuurlijkPersoon(inp_bsn=BSN, geslachtsnaam="x" * 201)
    with pytest.raises(Invalid, match="geslachtsnaam"):
        operations.add_rol(**_behandelaar(zaak), betrokkene=person)


def test_a_printed_person_does_not_show_the_bsn() -> None:
    assert BSN not in repr(NatuurlijkPersoon(inp_bsn=BSN, inp_a_nummer="1234567890"))


def test_no_column_of_the_database_holds_a_bsn_or_a_name_in_plain_text() -> None:
    zaak = make_zaak()
    make_document(zaak=zaak)
    dump = _whole_database()
    assert zaak.identificatie in dump
    assert BSN not in dump
    assert "Testpersoon" not in dump


def _whole_database() -> str:
    rows: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows.extend(str(row) for row in cursor.fetchall())
    return "\n".join(rows)
