"""Opens reports in a real browser and looks for what must not be there."""
