"""What every app may lean on: periods, refusals, clock, keys, settings, tables. No models, no imports of ours."""
