import CSV
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// What goes back to the browser (「応答」).
public enum Answer: Sendable {
  case page(HTML)
  /// The same screen again with what is wrong, 422.
  case invalid(HTML)
  /// Something else was saved in between, 409.
  case conflict(HTML)
  case missing(HTML)
  case fault(HTML)
  /// 303 to a path of this server.
  case redirect(String)
  case download(Download)
  /// A short text for the script of a page.
  case plain(String)

  public struct Download: Sendable {
    var name: String
    let type: String
    var bytes: [UInt8]
    /// Shown in the browser rather than saved; only for kinds that cannot run anything.
    var inline = false

    /// How its text is encoded, for the lists and tables that are made here; nothing for files that people brought.
    var textEncoding: (@Sendable (String) -> [UInt8])? {
      guard type.hasPrefix("text/csv") else { return nil }
      if type.contains("utf-8") { return { @Sendable in Array($0.utf8) } }
      return { @Sendable in encodeCP932($0).bytes }
    }
  }
}

extension Answer {
  var response: Response {
    switch self {
    case .page(let html): Answer.html(.ok, html)
    case .invalid(let html): Answer.html(.unprocessableContent, html)
    case .conflict(let html): Answer.html(.conflict, html)
    case .missing(let html): Answer.html(.notFound, html)
    case .fault(let html): Answer.html(.internalServerError, html)
    case .redirect(let path):
      Response(status: .seeOther, headers: SecurityHeaders.page.with(.location, path))
    case .plain(let text):
      Response(
        status: .ok, headers: SecurityHeaders.page.with(.contentType, "text/plain; charset=utf-8"),
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    case .download(let file):
      Response(
        status: .ok,
        headers: SecurityHeaders.page.with(.contentType, file.type)
          .with(.contentDisposition, "\(file.inline ? "inline" : "attachment"); filename*=UTF-8''\(Answer.percentEncoded(file.name))"),
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
  }

  private static func html(_ status: HTTPResponse.Status, _ html: HTML) -> Response {
    Response(status: status, headers: SecurityHeaders.html, body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
  }

  /// RFC 5987 for a file name.
  static func percentEncoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: out.append(Character(UnicodeScalar(byte)))
      default: out += "%" + Hex.text([byte]).uppercased()
      }
    }
    return out
  }
}

/// Headers of every answer: nothing is cached, framed, sniffed, or fetched from anywhere else.
enum SecurityHeaders {
  static let page: HTTPFields = [
    .cacheControl: "no-store",
    .known("Content-Security-Policy"):
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'",
    .known("X-Content-Type-Options"): "nosniff",
    .known("X-Frame-Options"): "DENY",
    .known("Referrer-Policy"): "same-origin",
    .known("Cross-Origin-Opener-Policy"): "same-origin",
    .known("Cross-Origin-Resource-Policy"): "same-origin",
    .known("Permissions-Policy"): "camera=(), microphone=(), geolocation=()",
  ]

  /// 「HSTS」 For a year browsers come back through TLS only. Sent where cookies are `Secure`.
  static let strictTransport = "max-age=31536000"

  static let html = page.with(.contentType, "text/html; charset=utf-8")
}

extension HTTPFields {
  func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
    var copy = self
    copy[name] = value
    return copy
  }
}
