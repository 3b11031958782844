"""A site, an access, its needs, a trail row: what one save must write."""

from django.db import models


class Site(models.Model):
    """A place that people turn to."""

    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Access(models.Model):
    """One person at one site on one day."""

    site = models.ForeignKey(Site, models.PROTECT)
    day = models.DateField()
    channel = models.CharField(max_length=10)
    visitor = models.CharField(max_length=10)
    phase = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=10)

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["-day", "-id"], name="access_day")]

    def __str__(self) -> str:
        return f"{self.visitor} {self.day}"


class Need(models.Model):
    """One need of an access."""

    access = models.ForeignKey(Access, models.CASCADE, related_name="needs")
    code = models.CharField(max_length=10)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class Trail(models.Model):
    """One row of who did what."""

    at = models.DateTimeField(auto_now_add=True)
    user = models.CharField(max_length=50)
    action = models.CharField(max_length=50)
    about = models.BigIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.action
