import Foundation
import Testing

@testable import Casework

@Suite struct `添付ファイル` {
  private func check(_ name: String, _ bytes: [UInt8], size: Int? = nil) -> Result<FileKind, AttachmentRefusal> {
    do throws(AttachmentRefusal) {
      return .success(try AttachmentRule.check(name: name, size: size ?? bytes.count, firstBytes: bytes))
    } catch {
      expectHelpful(error.message)
      return .failure(error)
    }
  }

  private static let samples: [(String, [UInt8], FileKind)] = [
    ("診断書.pdf", Array("%PDF-1.7\n".utf8), .pdf), ("図.PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ("写真.jpg", [0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
    ("写真.jpeg", [0xFF, 0xD8, 0xFF, 0xE1], .jpeg), ("写真.webp", Array("RIFF....WEBPVP8 ".utf8), .webp),
    ("記録.docx", [0x50, 0x4B, 3, 4, 0], .docx),
    ("一覧.xlsx", [0x50, 0x4B, 3, 4, 0], .xlsx), ("メモ.txt", Array("相談メモ\r\n".utf8), .txt),
    ("一覧.csv", [0xEF, 0xBB, 0xBF] + Array("氏名,年齢".utf8), .csv),
    ("一覧.csv", [0x8E, 0x81, 0x96, 0xBC, 0x2C, 0x94, 0x4E], .csv), ("メモ.txt", [0xBB, 0xC4, 0xB3], .txt),
  ]

  @Test func `決められた種類だけを、中身を見て受け取る`() {
    for (name, bytes, kind) in Self.samples { #expect(check(name, bytes) == .success(kind), "\(name)") }
    #expect(Set(Self.samples.map(\.2)) == Set(FileKind.allCases))
  }

  @Test func `名前と中身が違うファイルは受け取らない`() {
    for (name, bytes, kind) in Self.samples {
      for other in FileKind.allCases where other != kind && Set([kind, other]) != [.docx, .xlsx] && Set([kind, other]) != [.csv, .txt] {
        // A PDF header is also plain text; everything else must be told apart.
        if kind == .pdf || kind == .webp, other == .txt || other == .csv { continue }
        #expect(check("x.\(other.extensions[0])", bytes) == .failure(.contentDiffers(other)), "\(name) as \(other)")
      }
    }
  }

  @Test(arguments: ["絵.svg", "頁.html", "頁.htm", "実行.exe", "表.xlsm", "文書.docm", "書庫.zip", "名前だけ", "a.pdf.js", "写真.heic", "x."])
  func `画面で動くものや、決められていない種類は受け取らない`(_ name: String) {
    guard case .failure(.kindNotTaken) = check(name, Array("%PDF-1.7".utf8)) else {
      Issue.record("taken: \(name)")
      return
    }
  }

  @Test(arguments: [
    "<svg xmlns='x'>", "  <!DOCTYPE html>", "\u{FEFF}<html>", "<?xml version='1.0'?>", "メモ<script>alert(1)</script>", "<BODY onload=x>",
  ])
  func `文章の名前をした頁は受け取らない`(_ content: String) {
    #expect(check("メモ.txt", Array(content.utf8)) == .failure(.contentDiffers(.txt)))
  }

  @Test func `途中で切れた文章も文章と分かる`() {
    let bytes = Array("相談の記録".utf8)
    for length in 1...bytes.count { #expect(check("メモ.txt", Array(bytes.prefix(length)), size: bytes.count) == .success(.txt)) }
    #expect(check("メモ.txt", [0x41, 0x00, 0x42]) == .failure(.contentDiffers(.txt)))
    #expect(check("メモ.txt", [0xFD, 0xFE, 0xFF, 0x41]) == .failure(.contentDiffers(.txt)))
  }

  @Test func `大きすぎるものと空のものは受け取らない`() {
    let pdf = Array("%PDF-1.7".utf8)
    #expect(check("a.pdf", pdf, size: AttachmentRule.defaultMaxBytes) == .success(.pdf))
    let over = AttachmentRule.defaultMaxBytes + 1
    #expect(check("a.pdf", pdf, size: over) == .failure(.tooLarge(size: over, limit: AttachmentRule.defaultMaxBytes)))
    let words = AttachmentRefusal.tooLarge(size: over, limit: AttachmentRule.defaultMaxBytes).message
    #expect(words.contains("10.1MB") && words.contains("。10MB以下に"))
    #expect(check("a.pdf", [], size: 0) == .failure(.empty))
    #expect(throws: AttachmentRefusal.self) { try AttachmentRule.check(name: "a.pdf", size: 11, firstBytes: pdf, maxBytes: 10) }
  }

  @Test(arguments: [
    ("../../etc/passwd.txt", "passwd.txt"), ("C:\\temp\\診断書.PDF", "診断書.pdf"), ("a\u{202E}fdp.pdf", "afdp.pdf"), ("a\u{0}b\n.pdf", "ab.pdf"),
    ("<b>:\"|?*.pdf", "b.pdf"),
    (".pdf", "pdf"), ("...", "添付ファイル"), ("", "添付ファイル"), ("CON.txt", "_CON.txt"), ("葛\u{E0100}城.pdf", "葛\u{E0100}城.pdf"),
    (" 様子 .pdf", "様子 .pdf"),
  ])
  func `ファイル名は安全な形に直す`(_ name: String, _ safe: String) {
    #expect(AttachmentRule.safeName(name) == safe)
    #expect(AttachmentRule.safeName(safe) == safe)
  }

  @Test func `長い名前は種類を残して縮める`() {
    let safe = AttachmentRule.safeName(String(repeating: "長", count: 300) + ".pdf")
    #expect(safe.count == 104 && safe.hasSuffix(".pdf"))
  }
}
