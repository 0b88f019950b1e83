import OpenAPI

extension SwiftType {
  /// The type of a single value. `uri`, `email` and the like stay strings: what a user writes goes
  /// out as it is.
  init(_ type: Schema.DataType, format: String?) {
    switch (type, format) {
    case (.string, "date-time"): self = .date
    case (.string, "date"): self = .calendarDate
    case (.string, "uuid"): self = .uuid
    case (.string, "byte"): self = .data
    case (.number, "decimal"): self = .decimal
    case (.string, _): self = .string
    case (.integer, "uint64"), (.number, "uint64"): self = .uint64
    // The registry of formats has these for numbers (OAS Format Registry, `int32`, `int64`).
    case (.number, "int8"), (.number, "int16"), (.number, "int32"), (.number, "int64"),
      (.number, "uint8"), (.number, "uint16"), (.number, "uint32"), (.number, "integer"):
      self = .int
    case (.integer, _): self = .int
    case (.number, _): self = .double
    case (.boolean, _): self = .bool
    case (.array, _), (.object, _), (.null, _): self = .json
    }
  }
}
