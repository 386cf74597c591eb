"""The practice site: an invented clinic and an invented tracker on loopback, so that anybody can see a warning before they need it."""
