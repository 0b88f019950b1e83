// Who imports the runtime has what its requests go by, and the values that they carry, too.
@_exported import APITransport
