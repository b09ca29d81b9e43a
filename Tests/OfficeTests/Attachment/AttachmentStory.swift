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

  @Test func `読み切れないほど大きなファイルでも、選んだ公開範囲を残した同じ画面が出る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let huge = Self.pdf + [UInt8](repeating: 0x41, count: town.office.settings.uploadBytes + 2_000_000)
    let reply = try await upload(counsellor, name: "大きい.pdf", huge, visibility: "ownAgency")
    #expect(reply.status == 422 && reply.contains("ファイルが大きすぎます（") && reply.contains("id=\"f-file-problem\""))
    #expect(reply.contains("name=\"visibility\" value=\"ownAgency\" checked") && !reply.contains("value=\"team\" checked"))
    let again = try SentForm(reply, to: "/cases/1/attachments")
    #expect(try await counsellor.upload(again.action, again.fields, file: ("file", "小さい.pdf", Self.pdf)).status == 303)
    #expect(try await town.text("SELECT group_concat(name || visibility) FROM attachment") == "小さい.pdfownAgency")
  }

  @Test func `時間切れのあとに大きすぎるファイルが届いても、サインインの画面はファイルを選び直すよう言う`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    town.pass(minutes: 31)
    let huge = [UInt8](repeating: 0x41, count: town.office.settings.uploadBytes + 2_000_000)
    let reply = try await upload(counsellor, name: "大きい.pdf", huge, visibility: "ownAgency")
    #expect(reply.contains("しばらく操作がなかったため") && reply.contains("大きい.pdf"))
    #expect(reply.contains("name=\"held.visibility\" value=\"ownAgency\""))
  }

  @Test func `公開範囲が届かないときは、広いほうに決めずに尋ねる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let reply = try await counsellor.upload("/cases/1/attachments", [], file: ("file", "診断書.pdf", Self.pdf))
    #expect(reply.status == 422 && reply.contains("公開範囲を選んでください。") && !reply.contains("value=\"team\" checked"))
    #expect(try await town.number("SELECT count(*) FROM attachment") == 0)
  }

  @Test(arguments: [1, 7, 1_000, 70_000])
  func `大きすぎるファイルを細切れに受け取っても、前後の欄は一字も欠けない`(_ size: Int) throws {
    let file = [UInt8](repeating: 0x2D, count: 10_000)
    let head = "--B\r\nContent-Disposition: form-data; name=\"visibility\"\r\n\r\nownAgency\r\n"
    let fileHead = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"架空.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
    let foot = "\r\n--B\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nあとの文\r\n--B--\r\n"
    let body = Array((head + fileHead).utf8) + file + Array(foot.utf8)
    var form = OversizedForm(boundary: "B", limit: 2_000)
    for start in stride(from: 0, to: body.count, by: size) { try form.take(body[start..<min(start + size, body.count)]) }
    let read = try form.fields()
    #expect(read["visibility"] == "ownAgency" && read["words"] == "あとの文")
    #expect(read.files == [UploadedFile(field: "file", name: "架空.pdf", bytes: [])] && read.oversized == body.count)
    var small = OversizedForm(boundary: "B", limit: 100_000)
    try small.take(body)
    #expect(try small.fields().files.first?.bytes == file && small.fields().oversized == nil)
    var typedOnly = OversizedForm(boundary: "B", limit: 2_000)
    #expect(throws: TooLargeForm.self) { for _ in 0..<13 { try form.take(Array(repeating: 0x2D, count: 1_000)) } }
    #expect(throws: TooLargeForm.self) { try typedOnly.take(Array((head + String(repeating: "あ", count: 2_000)).utf8)) }
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
