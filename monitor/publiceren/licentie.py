"""Under what terms the files of every publication may be used again. See docs/adr/0012."""

LICENTIE_TEKST = "CC0 1.0 (publiek domein)"
LICENTIE_ADRES = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
LICENTIE_EU = "http://publications.europa.eu/resource/authority/licence/CC0"
