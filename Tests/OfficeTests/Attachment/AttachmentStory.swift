import Casework
import Foundation
import HTTPTypes
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 添付ファイル: what gets in, who gets it back, and how.
@Suite struct AttachmentStory {
  private static let pdf = Array("%PDF-1.7\n架空の書類".utf8)

  private func upload(_ visitor: Visitor, _ id: Int = 1, name: String, _ bytes: [UInt8], visibility: String = "team") async throws -> Reply
  {
    try await visitor.upload("/cases/\(id)/attachments", [("visibility", visibility)], file: ("file", name, bytes))
  }

  @Test func `添付したファイルは一覧に載り、同じ中身のまま、保存として受け取れる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases/1/attachments/new").contains("type=\"file\""))
    #expect(try await upload(counsellor, name: "診断書.pdf", Self.pdf).location == "/cases/1#attachments")
    #expect(try await counsellor.get("/cases/1").contains("診断書.pdf（PDF、1KB）"))
    let file = try await counsellor.get("/cases/1/attachments/1")
    #expect(file.status == 200 && file.bytes == Self.pdf)
    #expect(file.headers[.contentDisposition] == "attachment; filename*=UTF-8''\(Answer.percentEncoded("診断書.pdf"))")
    #expect(file.headers[.contentType] == "application/pdf")
    #expect(file.headers[.xContentTypeOptions] == "nosniff")
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE act = 'seeAttachment' AND outcome = 'done'") == 1)
  }

  @Test func `中身と名前が違うもの、実行できるもの、空のものは、欄の横で断る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let bad: [(String, [UInt8])] = [
      ("写真.png", Self.pdf), ("道具.exe", [0x4D, 0x5A, 0x90]), ("絵.svg", Array("<svg xmlns='x'/>".utf8)), ("空.pdf", []),
      ("記録.txt", Array("<script>alert(1)</script>".utf8)), ("記録.html", Array("<html>".utf8)), ("名前だけ", Self.pdf),
    ]
    for (name, bytes) in bad {
      let reply = try await upload(counsellor, name: name, bytes)
      #expect(reply.status == 422 && reply.contains("id=\"f-file-problem\""), "\(name)")
    }
    #expect(try await counsellor.upload("/cases/1/attachments", [], file: ("other", "x.pdf", Self.pdf)).contains("ファイルを選んでください"))
    #expect(try await town.number("SELECT count(*) FROM attachment") == 0)
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'refused'") == 8)
  }

  @Test func `名前に混ぜた道筋や見えない字は、名前にもファイル庫にも残らない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await upload(counsellor, name: "../../etc/架空\u{202E}fdp.pdf", Self.pdf).status == 303)
    let name = try #require(try await town.text("SELECT name FROM attachment"))
    #expect(name == "架空fdp.pdf")
    let kept = try FileManager.default.contentsOfDirectory(atPath: town.office.settings.dataFolder.appending(path: "attachments").path)
    #expect(kept.count == 1 && kept.allSatisfy { $0.count == 64 })
  }

  @Test func `自機関のみのファイルは、同じ事例を見るほかの機関には渡らない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    try await town.grant(id, to: "shougai", reach: .team)
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await upload(counsellor, id.number, name: "内輪.pdf", Self.pdf, visibility: "ownAgency")
    _ = try await upload(counsellor, id.number, name: "共有.pdf", Self.pdf)
    let other = try await town.signedIn("shougai")
    let page = try await other.get("/cases/\(id)")
    #expect(page.contains("共有.pdf") && !page.contains("内輪.pdf"))
    #expect(try await other.get("/cases/\(id)/attachments/1").status == 404)
    #expect(try await other.get("/cases/\(id)/attachments/2").status == 200)
    #expect(try await counsellor.get("/cases/1/attachments/1").status == 404)
    let stranger = try await town.signedIn("kodomo")
    #expect(try await stranger.get("/cases/\(id)/attachments/2").status == 404)
    #expect(try await upload(stranger, id.number, name: "割り込み.pdf", Self.pdf).status == 404)
    #expect(try await stranger.get("/cases/\(id)/attachments/2").bytes == (try await stranger.get("/cases/999/attachments/2")).bytes)
  }

  @Test func `見られない事例へのファイルは、ファイル庫にも入らない`() async throws {
    let town = try await Town.open()
    let other = try await town.signedIn("shougai")
    #expect(try await upload(other, name: "割り込み.pdf", Self.pdf).status == 404)
    #expect(!FileManager.default.fileExists(atPath: town.office.settings.dataFolder.appending(path: "attachments").path))
  }

  @Test func `検査で止まったファイルは残らず、大きなファイルでも正しく断る`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cabinet = FileCabinet(folder: folder)
    let large = [UInt8](repeating: 0x41, count: 3_000_000)
    for (script, isClean) in [("cat > /dev/null; exit 0", true), ("exit 1", false), ("cat > /dev/null; exit 1", false), ("exit 0", true)] {
      let scanner = folder.appending(path: "scanner.sh")
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: scanner)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scanner.path)
      #expect(try await cabinet.isClean(large, scanner: scanner.path) == isClean, "\(script)")
    }
  }
}

extension HTTPField.Name {
  fileprivate static let xContentTypeOptions = known("X-Content-Type-Options")
}
