import Glibc

/// The two-byte characters of CP932, asked of the C library once at first use.
///
/// Asking it for whole texts instead would not tell which character of which line could not be converted.
struct CP932: Sendable {
  static let table = CP932()

  /// The mark put in place of a character that cannot be written: 〓.
  static let lostCode: UInt16 = 0x81AC

  /// By code - 0x8140: the UTF-16 unit, or 0 where CP932 has no character. All of CP932 is in the basic plane.
  private let scalars: [UInt16]
  /// By UTF-16 unit: the one- or two-byte code, or 0 where CP932 has no such character.
  private let codes: [UInt16]

  private init() {
    var scalars = [UInt16](repeating: 0, count: 0xFCFC - 0x8140 + 1)
    var codes = [UInt16](repeating: 0, count: 0x10000)
    for byte in UInt8(0)...0xDF {
      if let scalar = Self.single(byte) { codes[Int(scalar)] = UInt16(byte) }
    }
    let toUnicode = Converter(to: "UTF-16LE", from: "CP932")
    let fromUnicode = Converter(to: "CP932", from: "UTF-16LE")
    defer {
      toUnicode.close()
      fromUnicode.close()
    }
    for lead in UInt8(0x81)...0xFC where Self.isLead(lead) {
      for trail in UInt8(0x40)...0xFC where trail != 0x7F {
        guard let unit = toUnicode.convertPair(lead, trail) else { continue }
        let scalar = UInt16(unit.1) << 8 | UInt16(unit.0)
        let code = UInt16(lead) << 8 | UInt16(trail)
        scalars[Int(code) - 0x8140] = scalar
        // Some characters have two or three codes: the C library knows which one Windows writes.
        if codes[Int(scalar)] == 0, let back = fromUnicode.convertPair(unit.0, unit.1) {
          codes[Int(scalar)] = UInt16(back.0) << 8 | UInt16(back.1)
        }
      }
    }
    for (scalar, code) in Self.variants where codes[Int(scalar)] == 0 { codes[Int(scalar)] = code }
    self.scalars = scalars
    self.codes = codes
  }

  /// Characters that other systems use for what CP932 decodes differently: 〜 ‖ − ¢ £ ¬ — ¦ ¥ ‾.
  private static let variants: [(UInt16, UInt16)] = [
    (0x301C, 0x8160), (0x2016, 0x8161), (0x2212, 0x817C), (0x00A2, 0x8191), (0x00A3, 0x8192),
    (0x00AC, 0x81CA), (0x2014, 0x815C), (0x00A6, 0xFA55), (0x00A5, 0x818F), (0x203E, 0x8150),
  ]

  static func isLead(_ byte: UInt8) -> Bool {
    (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
  }

  /// The character of a byte that stands alone: ASCII and half-width katakana.
  static func single(_ byte: UInt8) -> UInt32? {
    switch byte {
    case ..<0x80: UInt32(byte)
    case 0xA1...0xDF: 0xFF61 + UInt32(byte - 0xA1)
    default: nil
    }
  }

  /// The character of a two-byte code, or 0 if there is none.
  func scalar(lead: UInt8, trail: UInt8) -> UInt16 {
    guard Self.isLead(lead), trail >= 0x40, trail <= 0xFC else { return 0 }
    return scalars[Int(lead) << 8 + Int(trail) - 0x8140]
  }

  /// The code of a character, or nil if CP932 has none.
  func code(of scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value < 0x10000 else { return nil }
    let code = codes[Int(scalar.value)]
    return code == 0 && scalar.value != 0 ? nil : code
  }
}

/// A conversion of the C library, for one character of two bytes at a time. To be closed by whoever made it.
private struct Converter {
  private let descriptor: iconv_t

  /// Stops the program when the C library has no CP932: every file of every municipality would come out as 〓.
  init(to target: String, from source: String) {
    guard let opened = iconv_open(target, source), Int(bitPattern: opened) != -1 else {
      preconditionFailure("iconv cannot convert \(source) to \(target): the gconv modules of the C library are missing")
    }
    descriptor = opened
  }

  func close() {
    iconv_close(descriptor)
  }

  /// The two bytes that two bytes become, or nil if they are no character or become anything else than two bytes.
  func convertPair(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    var input: [CChar] = [CChar(bitPattern: first), CChar(bitPattern: second)]
    var output: [CChar] = [0, 0, 0, 0]
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var inputLeft = source.count
        iconv(descriptor, nil, nil, nil, nil)
        return iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result == 0, outputLeft == 2 else { return nil }
    return (UInt8(bitPattern: output[0]), UInt8(bitPattern: output[1]))
  }
}
