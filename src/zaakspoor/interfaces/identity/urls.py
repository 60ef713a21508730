"""The addresses of logging in and out."""

from django.urls import path

from zaakspoor.interfaces.identity.views import entering, leaving, staying

app_name = "identity"
urlpatterns = [
    path("inloggen/", entering.login, name="login"),
    path("inloggen/terug/", entering.callback, name="callback"),
    path("uitloggen/", leaving.logout, name="logout"),
    path("uitgelogd/", leaving.logged_out, name="logged-out"),
    path("sessie/", staying.session, name="session"),
    path("werkplek/inloggen/", entering.staff_login, name="staff-login"),
    path("werkplek/terug/", entering.staff_callback, name="staff-callback"),
    path("werkplek/uitloggen/", leaving.staff_logout, name="staff-logout"),
]
