"""Addresses of the workbench, under /werkplek/."""

from django.urls import path

from zaakspoor.interfaces.workbench.views import acting, by_hand, case, queue

app_name = "workbench"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("zaken/<uuid:zaak_id>/", case.case, name="case"),
    path("zaken/<uuid:zaak_id>/oppakken/", case.claim, name="claim"),
    path("zaken/<uuid:zaak_id>/teruggeven/", case.release, name="release"),
    path("zaken/<uuid:zaak_id>/doe/<slug:action>/", acting.act, name="act"),
    path("zaken/<uuid:zaak_id>/uittreksel-maken/", by_hand.make, name="make"),
    path("zaken/<uuid:zaak_id>/documenten/<uuid:document_id>/", case.document, name="document"),
]
