"""Every address of Zaakspoor. What is public, a resident's or an employee's says each view."""

from django.urls import include, path

urlpatterns = [
    path("", include("zaakspoor.interfaces.identity.urls")),
    path("", include("zaakspoor.interfaces.public.urls")),
    path("werkplek/", include("zaakspoor.interfaces.workbench.urls")),
    path("", include("zaakspoor.interfaces.portal.urls")),
]

handler400 = "zaakspoor.interfaces.public.views.errors.bad_request"
handler403 = "zaakspoor.interfaces.public.views.errors.forbidden"
handler404 = "zaakspoor.interfaces.public.views.errors.not_found"
handler500 = "zaakspoor.interfaces.public.views.errors.server_error"
