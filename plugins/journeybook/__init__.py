"""Journeybook: persona journeys, channel matrices and content gaps from a folder of Markdown."""

__version__ = "0.1.0"
