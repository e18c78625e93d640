def maak_blok(blok, inhoud):
    return {}
