"""The update in five minutes: by staff in the admin, and by a partner through a mailed link."""
