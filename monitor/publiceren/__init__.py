"""From an edition to what its readers see: composed, shielded, judged, frozen, and written as files.

`samenstellen` makes the snapshot: `laden` reads, `afschermen` and `dekking` hide, `afleiden` computes, and a
maker for each kind of block (`tegels`, `tabellen`, `financieel`, `grafieken`) puts it together; `schema` says its
shape. `bezwaren` says what keeps it from being published, with `beweringen` for its sentences and `toets` for the
attack on what was hidden. `stappen` is the way of an edition, `verzoeken` what a person asked, `bevriezen` the one
act that freezes, `corrigeren` the next version. `bestanden` and `documenten` make files of a snapshot alone.
"""
