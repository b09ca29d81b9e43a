import Foundation
import Testing

@testable import Office

/// 大きな・細かすぎるフォーム: what anybody may send costs no more than its length, and is refused in a sentence.
struct HugeFormTests {
  private func body(_ parts: [(head: String, content: [UInt8])], boundary: String = "B") -> [UInt8] {
    parts.flatMap { Array("--\(boundary)\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n".utf8) + $0.content + [13, 10] }
      + Array("--\(boundary)--\r\n".utf8)
  }

  @Test func `区切りの文字がファイルの中にあっても、ファイルは切れない`() throws {
    let pdf = Array("%PDF-1.4\r\nin a line --B here\r\n--Bad\r\n--\r\nend".utf8)
    let bytes = body([
      ("name=\"csrf\"", Array("x".utf8)), ("name=\"file\"; filename=\"架空.pdf\"", pdf), ("name=\"words\"", Array("あと".utf8)),
    ])
    let fields = try Multipart.fields(bytes, boundary: "B")
    #expect(fields["csrf"] == "x" && fields["words"] == "あと" && fields.files.first?.bytes == pdf)
    #expect(try Multipart.fields(Array("前置き\r\n".utf8) + bytes, boundary: "B")["words"] == "あと")
    // What did not arrive whole is left out.
    #expect(try Multipart.fields(Array(bytes.dropLast(8)), boundary: "B")["words"].isEmpty)
  }

  @Test func `区切りばかりのフォームは、読み切らずに断る`() throws {
    #expect(throws: TooLargeForm.self) {
      try Multipart.fields([UInt8](Data(String(repeating: "\r\n--a", count: 200_000).utf8)), boundary: "a")
    }
    let joined = [UInt8](Data(String(repeating: "--a", count: 330_000).utf8))
    #expect(try Multipart.fields(joined, boundary: "a") == Fields())
    for boundary in ["", String(repeating: "a", count: 71)] {
      #expect(Multipart.boundary("multipart/form-data; boundary=\(boundary)") == nil)
    }
    #expect(Multipart.boundary("multipart/form-data; boundary=\"abc\"") == "abc")
  }

  @Test func `項目が多すぎるフォームと、サインインしていない人の大きなフォームは断る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let many = (0..<5_001).map { ("a\($0)", "") }
    let refused = try await counsellor.post("/cases/1/notes", many)
    #expect(refused.status == 422 && refused.contains("送信する内容が大きすぎます"))
    let large = [("facts", String(repeating: "あ", count: 400_000))]
    let long = try await counsellor.post("/cases/1/notes", large)
    #expect(long.status == 422 && !long.contains("送信する内容が大きすぎます"))
    let stranger = town.stranger()
    #expect(try await stranger.post("/cases/1/notes", large).contains("送信する内容が大きすぎます"))
  }
}
