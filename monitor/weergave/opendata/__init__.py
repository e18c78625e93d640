"""What data portals and other programs read: metadata (DCAT-AP-NL), packages, feeds, a site map."""
