"""Addresses that need no login."""

from django.urls import path

from zaakspoor.interfaces.public.views import health, statements, verify

app_name = "public"
urlpatterns = [
    path("health/", health.health, name="health"),
    path("controleren/", verify.check, name="check"),
    path("controleer/<slug:code>/", verify.code, name="code"),
    path("toegankelijkheid/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
]
