// Whoever imports the runtime has the transports and values of its requests as well.
@_exported import APITransport
