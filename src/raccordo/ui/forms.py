"""How every form of the project is rendered; set as FORM_RENDERER."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Label above the field, help, error, and a summary of the errors at the top."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
