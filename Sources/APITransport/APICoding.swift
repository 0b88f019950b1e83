// Who imports this has the values that bodies and headers hold too.
@_exported import APICoding
