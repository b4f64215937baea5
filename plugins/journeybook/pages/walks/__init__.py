"""How far each persona gets."""
