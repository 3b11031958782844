"""The year of a demo network: believable, the same for the same day, and made by calling what people call."""
