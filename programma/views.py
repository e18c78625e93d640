def teken_concept(request, gelezen, *delen):
    return None
