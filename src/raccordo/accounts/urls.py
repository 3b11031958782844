"""Addresses of this app: the few pages of allauth that we use, under its names. Its others have no address."""

from allauth.mfa.base.views import index
from allauth.mfa.recovery_codes.views import view_recovery_codes
from django.urls import path

from raccordo.accounts import views

urlpatterns = [
    path("accedi/", views.SignIn.as_view(), name="account_login"),
    path("accedi/codice/", views.SecondFactor.as_view(), name="mfa_authenticate"),
    path("accedi/password-dimenticata/", views.forgotten_password, name="account_reset_password"),
    path("accedi/password-dimenticata/inviata/", views.password_link_sent, name="account_reset_password_done"),
    path("accedi/nuova-password/<uidb64>/<token>/", views.NewPassword.as_view(), name="account_new_password"),
    path("esci/", views.sign_out, name="account_logout"),
    path("profilo/", index, name="mfa_index"),
    path("profilo/password/", views.ChangePassword.as_view(), name="account_change_password"),
    path("profilo/conferma/password/", views.ConfirmPassword.as_view(), name="account_reauthenticate"),
    path("profilo/conferma/codice/", views.ConfirmCode.as_view(), name="mfa_reauthenticate"),
    path("profilo/secondo-fattore/", views.AddSecondFactor.as_view(), name="mfa_activate_totp"),
    path("profilo/secondo-fattore/cambia/", views.ReplaceSecondFactor.as_view(), name="mfa_deactivate_totp"),
    path("profilo/codici-di-recupero/", view_recovery_codes, name="mfa_view_recovery_codes"),
    path("profilo/codici-di-recupero/nuovi/", views.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
]
