"""Messages of the services as answers of the REST contract."""
