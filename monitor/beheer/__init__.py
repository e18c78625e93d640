"""The admin, a file a family: scoped by construction (`basis`), it asks the stations and holds no rule of its own."""
