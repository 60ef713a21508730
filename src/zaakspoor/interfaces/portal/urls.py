"""The addresses of residents. None of them ever holds a BSN."""

from django.urls import path

from zaakspoor.interfaces.portal.views import cases, drafts, home, review, shell, wizard

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("taal/", shell.language, name="language"),
    path("thema.css", shell.theme, name="theme"),
    path("aanvragen/<slug:key>/", drafts.service, name="service"),
    path("aanvragen/<slug:key>/beginnen/", drafts.begin, name="begin"),
    path("concept/<uuid:draft_id>/verwijderen/", drafts.discard, name="discard"),
    path("concept/<uuid:draft_id>/controleren/", review.review, name="review"),
    path("concept/<uuid:draft_id>/<slug:step>/", wizard.step, name="step"),
    path("zaken/", cases.cases, name="cases"),
    path("zaken/<uuid:zaak_id>/", cases.case, name="case"),
    path("zaken/<uuid:zaak_id>/verstuurd/", review.sent, name="sent"),
    path("zaken/<uuid:zaak_id>/documenten/<uuid:document_id>/", cases.document, name="document"),
    path("zaken/<uuid:zaak_id>/doe/<slug:action>/", cases.act, name="act"),
]
