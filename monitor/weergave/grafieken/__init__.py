"""Charts: one geometry per vorm, drawn as SVG here and taken over by Chart.js on first reach."""
