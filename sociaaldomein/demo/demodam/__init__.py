"""Demodam: a gemeente that does not exist, to show what the real documents lost (charts, history).

`maak.maak_bestanden(map)` writes the same deliveries that staff would hand in. Everything comes from
one seed, so two runs on two machines give the same bytes.
"""
