"""Who can have a part in a zaak: betrokkeneIdentificatie, one type per betrokkeneType.

Names and limits are those of Zaken 1.7.0, in snake_case. Dates are texts there, because a date
of birth may be incomplete.
"""

from collections.abc import Iterator
from dataclasses import Field, asdict, dataclass, field, fields, is_dataclass
from typing import Any, ClassVar

from zaakspoor.core.identities import is_valid_bsn


def _text(max_length: int) -> Any:
    return field(default="", metadata={"max_length": max_length})


@dataclass(frozen=True, slots=True)
class Verblijfsadres:
    """An address in the Netherlands."""

    aoa_identificatie: str = _text(100)
    wpl_woonplaats_naam: str = _text(80)
    gor_openbare_ruimte_naam: str = _text(80)
    aoa_postcode: str = _text(7)
    aoa_huisnummer: int = 0
    aoa_huisletter: str = _text(1)
    aoa_huisnummertoevoeging: str = _text(4)
    inp_locatiebeschrijving: str = _text(1000)


@dataclass(frozen=True, slots=True)
class SubVerblijfBuitenland:
    """An address abroad."""

    lnd_landcode: str = _text(4)
    lnd_landnaam: str = _text(40)
    sub_adres_buitenland_1: str = _text(35)
    sub_adres_buitenland_2: str = _text(35)
    sub_adres_buitenland_3: str = _text(35)


@dataclass(frozen=True, slots=True)
class NatuurlijkPersoon:
    """A person."""

    betrokkene_type: ClassVar[str] = "natuurlijk_persoon"
    inp_bsn: str = field(default="", repr=False, metadata={"max_length": 9})
    anp_identificatie: str = _text(17)
    inp_a_nummer: str = field(default="", repr=False, metadata={"max_length": 10})
    geslachtsnaam: str = _text(200)
    voorvoegsel_geslachtsnaam: str = _text(80)
    voorletters: str = _text(20)
    voornamen: str = _text(200)
    geslachtsaanduiding: str = _text(1)
    geboortedatum: str = _text(18)
    verblijfsadres: Verblijfsadres | None = None
    sub_verblijf_buitenland: SubVerblijfBuitenland | None = None


@dataclass(frozen=True, slots=True)
class NietNatuurlijkPersoon:
    """A legal person."""

    betrokkene_type: ClassVar[str] = "niet_natuurlijk_persoon"
    inn_nnp_id: str = _text(9)
    ann_identificatie: str = _text(17)
    statutaire_naam: str = _text(500)
    inn_rechtsvorm: str = _text(100)
    bezoekadres: str = _text(1000)
    sub_verblijf_buitenland: SubVerblijfBuitenland | None = None


@dataclass(frozen=True, slots=True)
class Vestiging:
    """A branch of an enterprise."""

    betrokkene_type: ClassVar[str] = "vestiging"
    vestigings_nummer: str = _text(24)
    handelsnaam: tuple[str, ...] = field(default=(), metadata={"max_length": 625})
    verblijfsadres: Verblijfsadres | None = None
    sub_verblijf_buitenland: SubVerblijfBuitenland | None = None
    kvk_nummer: str = _text(8)


@dataclass(frozen=True, slots=True)
class OrganisatorischeEenheid:
    """A team of the municipality."""

    betrokkene_type: ClassVar[str] = "organisatorische_eenheid"
    identificatie: str = _text(24)
    naam: str = _text(50)
    is_gehuisvest_in: str = _text(24)


@dataclass(frozen=True, slots=True)
class Medewerker:
    """An employee."""

    betrokkene_type: ClassVar[str] = "medewerker"
    identificatie: str = _text(254)
    achternaam: str = _text(200)
    voorletters: str = _text(20)
    voorvoegsel_achternaam: str = _text(10)


@dataclass(frozen=True, slots=True)
class ContactpersoonRol:
    """Whom to ask for at a party that is not one person."""

    naam: str = _text(40)
    emailadres: str = _text(254)
    functie: str = _text(50)
    telefoonnummer: str = _text(20)


Betrokkene = (
    NatuurlijkPersoon | NietNatuurlijkPersoon | Vestiging | OrganisatorischeEenheid | Medewerker
)


def as_identificatie(party: Betrokkene | ContactpersoonRol) -> dict[str, Any]:
    """Return the attributes that have a value, by name; groups as dictionaries of their own."""
    return {name: value for name, value in asdict(party).items() if value not in ("", None)}


def problems_of(betrokkene: Betrokkene | ContactpersoonRol) -> list[str]:
    """Return the names of the attributes that break a limit of the standard."""
    found = list(_too_long(betrokkene))
    if isinstance(betrokkene, NatuurlijkPersoon):
        if betrokkene.inp_bsn and not is_valid_bsn(betrokkene.inp_bsn):
            found.append("inp_bsn")
        if betrokkene.geslachtsaanduiding not in ("", "m", "v", "o"):
            found.append("geslachtsaanduiding")
    return found


def _too_long(value: Any) -> Iterator[str]:
    for attribute in fields(value):
        content = getattr(value, attribute.name)
        if is_dataclass(content):
            yield from _too_long(content)
        elif _breaks(attribute, content):
            yield attribute.name


def _breaks(attribute: Field[Any], content: Any) -> bool:
    limit = attribute.metadata.get("max_length")
    texts = content if isinstance(content, tuple) else (content,)
    return limit is not None and any(len(text) > limit for text in texts)
