"""What every page is made of: base templates, components, form rendering, charts. Leans on `kernel` only."""
