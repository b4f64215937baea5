"""The pages of personas, phases, channels, assets, research and actions."""
