"""Views to pages: the only place that knows Jinja and draws SVG."""
