import Casework
import Crypto
import HTML
import Synchronization

/// What must not be in the answer to one request (「伏せる言葉」): the address, the contacts and, where even that is secret, the name of a
/// protected person whom this viewer may not see.
///
/// The screens ask ``PersonSight`` and leave such things out. The veil stands behind them: whatever a counsellor once typed into a note, an
/// answer or a plan goes through it too, in pages and in files, so that no screen can forget.
final class Veil: Sendable {
  private let terms = Mutex<[String]>([])

  /// Terms of one character would black out half a page.
  func add(_ more: [String]) {
    let more = more.filter { $0.count > 1 }
    if !more.isEmpty { terms.withLock { $0 += more } }
  }

  /// Longest first, so that a part of a term never survives its whole.
  var all: [String] { terms.withLock { $0 }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } }

  /// 「伏せた言葉の印」 The same for the same words, in whatever order; empty for none. A file that was made keeps it, so that it is not given
  /// out when something else has to be kept back than at that time.
  static func mark(of terms: some Sequence<String>) -> String {
    let terms = Set(terms)
    return terms.isEmpty ? "" : Hex.text(SHA256.hash(data: Array(terms.sorted().joined(separator: "\u{0}").utf8)))
  }

  /// Said when a form comes back that was made from a page with something left out: saving it would write over what is hidden.
  static let notKept = "この画面には表示していない部分があるため、その欄を含めて保存することはできません。「\(PersonSight.mask)」の部分を消してから送るか、事業担当課に相談してください。"

  /// The bytes with every term replaced by the one text that says nothing.
  static func cover(_ bytes: [UInt8], _ terms: [[UInt8]], with mask: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let term = terms.first(where: { starts(bytes, at: index, with: $0) }) {
        out += mask
        index += term.count
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func starts(_ bytes: [UInt8], at index: Int, with term: [UInt8]) -> Bool {
    guard let first = term.first, bytes[index] == first, index + term.count <= bytes.count else { return false }
    return bytes[index..<(index + term.count)].elementsEqual(term)
  }
}

extension Answer {
  /// The same answer without what the veil covers. Files that people brought (attachments) are given out as they are or not at all, under
  /// names that are covered as in the list.
  func veiled(by veil: Veil) -> Answer {
    let terms = veil.all
    guard !terms.isEmpty else { return self }
    let inMarkup = terms.map { ("\($0)" as HTML).bytes }
    func cover(_ html: HTML) -> HTML { HTML(markup: Veil.cover(html.bytes, inMarkup, with: Array(PersonSight.mask.utf8))) }
    switch self {
    case .page(let html): return .page(cover(html))
    case .invalid(let html): return .invalid(cover(html))
    case .conflict(let html): return .conflict(cover(html))
    case .missing(let html): return .missing(cover(html))
    case .fault, .redirect: return self
    case .plain(let text):
      return .plain(
        String(
          decoding: Veil.cover(Array(text.utf8), terms.map { Array($0.utf8) }, with: Array(PersonSight.mask.utf8)), as: UTF8.self))
    case .download(var file):
      if let encode = file.textEncoding { file.bytes = Veil.cover(file.bytes, terms.map(encode), with: encode(PersonSight.mask)) }
      file.name = String(
        decoding: Veil.cover(Array(file.name.utf8), terms.map { Array($0.utf8) }, with: Array(PersonSight.mask.utf8)), as: UTF8.self)
      return .download(file)
    }
  }
}
