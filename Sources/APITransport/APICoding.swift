// Whoever imports this has the values of bodies and headers as well.
@_exported import APICoding
