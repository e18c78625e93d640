# De twee opdrachten die iedereen nodig heeft: `make demo` en `make test`. De rest: `make help`.

PORT ?= 8000
PYTHON ?=
export PORT PYTHON
.DEFAULT_GOAL := help
.PHONY: help demo test bench slot opmaak omgeving omgeving-dev

help: ## Toon deze lijst.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

demo: ## Start de raadsmonitor met voorbeeldgemeenten op http://127.0.0.1:8000/ (of PORT=…).
	@.ci/omgeving --poort "$$PORT" requirements.txt
	@exec .ci/proef start --demo --met-ouder

test: ## Alle controles en tests, met alles wat daarvoor nodig is.
	@exec .ci/test

bench: omgeving-dev ## Meet de snelheid van het inlezen van cijfers en van het afschermen.
	@.venv/bin/python deploy/bench/invoer.py
	@.venv/bin/python deploy/bench/afscherming.py

slot: omgeving-dev ## Maak requirements.txt en requirements-dev.txt opnieuw uit de .in-bestanden.
	@.ci/slot

opmaak: omgeving-dev ## Zet Python en templates in de vaste opmaak.
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .
	@git ls-files '*.html' | xargs .venv/bin/djade

omgeving: ## Maak .venv met wat nodig is om te draaien.
	@.ci/omgeving requirements.txt

omgeving-dev: ## Maak .venv met ook wat nodig is om te testen.
	@.ci/omgeving requirements-dev.txt
