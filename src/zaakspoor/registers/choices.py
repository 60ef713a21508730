"""The enumerations that more than one component of the standard spells the same."""

from django.db import models


class Vertrouwelijkheidaanduiding(models.TextChoices):
    """From open to closed; the order is the order of the standard."""

    OPENBAAR = "openbaar", "Openbaar"
    BEPERKT_OPENBAAR = "beperkt_openbaar", "Beperkt openbaar"
    INTERN = "intern", "Intern"
    ZAAKVERTROUWELIJK = "zaakvertrouwelijk", "Zaakvertrouwelijk"
    VERTROUWELIJK = "vertrouwelijk", "Vertrouwelijk"
    CONFIDENTIEEL = "confidentieel", "Confidentieel"
    GEHEIM = "geheim", "Geheim"
    ZEER_GEHEIM = "zeer_geheim", "Zeer geheim"


class Archiefnominatie(models.TextChoices):
    BLIJVEND_BEWAREN = "blijvend_bewaren", "Blijvend bewaren"
    VERNIETIGEN = "vernietigen", "Vernietigen"


class AardRelatie(models.TextChoices):
    VERVOLG = "vervolg", "Vervolg"
    BIJDRAGE = "bijdrage", "Bijdrage"
    ONDERWERP = "onderwerp", "Onderwerp"


class OmschrijvingGeneriek(models.TextChoices):
    """What a role means, whatever a municipality calls it."""

    ADVISEUR = "adviseur", "Adviseur"
    BEHANDELAAR = "behandelaar", "Behandelaar"
    BELANGHEBBENDE = "belanghebbende", "Belanghebbende"
    BESLISSER = "beslisser", "Beslisser"
    INITIATOR = "initiator", "Initiator"
    KLANTCONTACTER = "klantcontacter", "Klantcontacter"
    ZAAKCOORDINATOR = "zaakcoordinator", "Zaakcoördinator"
    MEDE_INITIATOR = "mede_initiator", "Mede-initiator"


class Objecttype(models.TextChoices):
    """What a zaak can be about."""

    ADRES = "adres", "Adres"
    BESLUIT = "besluit", "Besluit"
    BUURT = "buurt", "Buurt"
    ENKELVOUDIG_DOCUMENT = "enkelvoudig_document", "Enkelvoudig document"
    GEMEENTE = "gemeente", "Gemeente"
    GEMEENTELIJKE_OPENBARE_RUIMTE = (
        "gemeentelijke_openbare_ruimte",
        "Gemeentelijke openbare ruimte",
    )
    HUISHOUDEN = "huishouden", "Huishouden"
    INRICHTINGSELEMENT = "inrichtingselement", "Inrichtingselement"
    KADASTRALE_ONROERENDE_ZAAK = "kadastrale_onroerende_zaak", "Kadastrale onroerende zaak"
    KUNSTWERKDEEL = "kunstwerkdeel", "Kunstwerkdeel"
    MAATSCHAPPELIJKE_ACTIVITEIT = "maatschappelijke_activiteit", "Maatschappelijke activiteit"
    MEDEWERKER = "medewerker", "Medewerker"
    NATUURLIJK_PERSOON = "natuurlijk_persoon", "Natuurlijk persoon"
    NIET_NATUURLIJK_PERSOON = "niet_natuurlijk_persoon", "Niet-natuurlijk persoon"
    OPENBARE_RUIMTE = "openbare_ruimte", "Openbare ruimte"
    ORGANISATORISCHE_EENHEID = "organisatorische_eenheid", "Organisatorische eenheid"
    PAND = "pand", "Pand"
    SPOORBAANDEEL = "spoorbaandeel", "Spoorbaandeel"
    STATUS = "status", "Status"
    TERREINDEEL = "terreindeel", "Terreindeel"
    TERREIN_GEBOUWD_OBJECT = "terrein_gebouwd_object", "Terrein gebouwd object"
    VESTIGING = "vestiging", "Vestiging"
    WATERDEEL = "waterdeel", "Waterdeel"
    WEGDEEL = "wegdeel", "Wegdeel"
    WIJK = "wijk", "Wijk"
    WOONPLAATS = "woonplaats", "Woonplaats"
    WOZ_DEELOBJECT = "woz_deelobject", "WOZ-deelobject"
    WOZ_OBJECT = "woz_object", "WOZ-object"
    WOZ_WAARDE = "woz_waarde", "WOZ-waarde"
    ZAKELIJK_RECHT = "zakelijk_recht", "Zakelijk recht"
    OVERIGE = "overige", "Overige"
