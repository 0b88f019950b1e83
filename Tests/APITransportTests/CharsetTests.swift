import Foundation
import Testing

@testable import APITransport

struct CharsetTests {
  @Test(
    arguments: [
      ("us-ascii", [0x61], "a"), ("iso-8859-1", [0xE9], "é"), ("iso-8859-2", [0xB1], "ą"),
      ("iso-8859-5", [0xD0], "а"), ("iso-8859-7", [0xE1], "α"), ("iso-8859-9", [0xF0], "ğ"),
      ("iso-8859-15", [0xA4], "€"), ("windows-1250", [0xB9], "ą"), ("windows-1251", [0xE0], "а"),
      ("windows-1252", [0x80], "€"), ("windows-1256", [0xC7], "ا"), ("windows-1258", [0xD0], "Đ"),
      ("koi8-r", [0xC1], "а"), ("gbk", [0xC4, 0xE3], "你"), ("gb2312", [0xC4, 0xE3], "你"),
      ("gb18030", [0xC4, 0xE3], "你"), ("big5", [0xA7, 0x41], "你"), ("euc-kr", [0xB0, 0xA1], "가"),
      ("shift_jis", [0x82, 0xA0], "あ"), ("utf-16le", [0x61, 0], "a"), ("utf-16be", [0, 0x61], "a"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42], "あ"),
      ("iso-8859-12", [0xC3, 0xA9], "é"), ("iso-8859-99", [0xE9], nil), ("windows-1", [0xE9], nil),
    ] as [(String, [UInt8], String?)])
  func `text in an encoding`(_ name: String, _ bytes: [UInt8], _ text: String?) {
    #expect(String(Data(bytes), charset: name) == text)
  }
}
