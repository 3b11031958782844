"""What every piece of a network file is: strict, closed to unknown keys, and aware of the line it stands on."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9_-]{0,19}$")]
Article = Annotated[str, StringConstraints(min_length=1, max_length=20)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Money = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
Hours = Annotated[Decimal, Field(gt=0, le=168, max_digits=5, decimal_places=2)]
Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=50)]

Place = tuple[int, int]  # line and column, from 1


class Located(BaseModel):
    """A mapping of the file, with the line of itself and of each of its keys."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    _place: Place = PrivateAttr(default=(0, 0))
    _places: dict[str, Place] = PrivateAttr(default_factory=dict)

    def put(self, place: Place, places: dict[str, Place]) -> None:
        """Told once by the reader, after validation: where the mapping begins and where each of its keys stands."""
        self._place = place
        self._places = places

    @property
    def line(self) -> int:
        return self._place[0]

    def line_of(self, key: str) -> int:
        """The line of one key; of the mapping itself where the key is not written."""
        return self.place_of(key)[0]

    def place_of(self, key: str) -> Place:
        return self._places.get(key, self._place)


class Text(Located):
    """A text that people read, in both languages."""

    it: Sentence
    en: Sentence

    def both(self) -> dict[str, str]:
        return {"it": self.it, "en": self.en}


class Quoted(Located):
    """Something the protocol says, with the article that says it and its own words where they matter."""

    article: Article
    quote: Sentence | None = None


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
