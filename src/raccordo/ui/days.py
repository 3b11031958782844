"""Days that a person can mean; beyond them dates overflow and periods take for ever."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator

BOUNDS = (
    MinValueValidator(date(2000, 1, 1), "Scrivi un giorno dal 2000 in poi."),
    MaxValueValidator(date(2100, 12, 31), "Scrivi un giorno entro il 2100."),
)
