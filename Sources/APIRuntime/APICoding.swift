// Who imports the runtime has the values that it reads and writes too.
@_exported import APICoding
