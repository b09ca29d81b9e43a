import HTTPTypes
import Hummingbird
import NIOCore

/// A request with its query and form decoded (「要求」).
public struct Incoming: Sendable {
  /// Names this request in the audit log and on a fault page.
  public let id: String
  public let path: String
  /// The address of the browser, or what the trusted proxy says it is.
  public let remote: String
  public let browser: String
  public let parameters: Parameters
  public let query: Fields
  public var form: Fields
  /// The session cookie, if any.
  let cookie: String?
  /// What a sign-in through the provider has to come back with, if one is under way.
  let providerCookie: String?
  /// The cookie of somebody from outside who has entered the code of a link, if any.
  let guestCookie: String?
  /// The name of this server as the browser knows it.
  let host: String
  let isSameSite: Bool

  static let cookieName = "tsunagi"
  /// Cookie name behind TLS; browsers then refuse it without `Secure` and `Path=/`.
  static let secureCookieName = "__Host-tsunagi"
  static let guestCookieName = "tsunagi-guest"
  static let secureGuestCookieName = "__Host-tsunagi-guest"

  init(_ request: Request, context: OfficeContext, settings: OfficeSettings, form: Fields = Fields()) {
    id = RequestNumber.next()
    path = request.uri.path
    remote = context.remote(request, trusting: settings.trustedProxy)
    browser = String((request.headers[.userAgent] ?? "").prefix(200))
    parameters = context.parameters
    query = request.uri.query.map { Fields(urlEncoded: $0.utf8) } ?? Fields()
    self.form = form
    let cookies = request.headers[values: .cookie]
    cookie = Incoming.cookie(cookies, name: settings.isSecure ? Incoming.secureCookieName : Incoming.cookieName)
    providerCookie = Incoming.cookie(cookies, name: settings.isSecure ? ProviderErrand.secureCookieName : ProviderErrand.cookieName)
    let forwarded = context.isFrom(proxy: settings.trustedProxy) ? request.headers[.xForwardedHost] : nil
    isSameSite = Incoming.isSameSite(request.headers, hosts: [request.head.authority, forwarded])
    guestCookie = Incoming.cookie(cookies, name: settings.isSecure ? Incoming.secureGuestCookieName : Incoming.guestCookieName)
    host = request.head.authority ?? "localhost"
  }

  /// Stands for a request where there is no browser.
  init(rehearsing name: String, form: Fields, id: String = "rehearsal") {
    self.id = id
    path = "/\(name)"
    remote = "-"
    browser = "-"
    parameters = Parameters()
    query = Fields()
    self.form = form
    cookie = nil
    providerCookie = nil
    guestCookie = nil
    host = "localhost"
    isSameSite = true
  }

  /// The first cookie of that name. Compared byte by byte: every request brings some, and is asked for three.
  private static func cookie(_ values: [String], name: String) -> String? {
    for value in values {
      for pair in value.utf8.split(separator: UInt8(ascii: ";")) {
        let trimmed = pair.drop { $0 == UInt8(ascii: " ") }
        guard trimmed.starts(with: name.utf8) else { continue }
        let rest = trimmed.dropFirst(name.utf8.count)
        if rest.first == UInt8(ascii: "=") { return String(Substring(rest.dropFirst())) }
      }
    }
    return nil
  }

  /// Browsers name the origin of a form; one that names another site is forged. Old browsers that name none pass on the form token alone.
  private static func isSameSite(_ headers: HTTPFields, hosts: [String?]) -> Bool {
    if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = headers[.origin], origin != "null" else { return true }
    return hosts.contains { host in host.map { origin.hasSuffix("://\($0)") } ?? false }
  }
}

extension HTTPField.Name {
  static let secFetchSite = known("Sec-Fetch-Site")
  static let xForwardedHost = known("X-Forwarded-Host")
  static let xForwardedFor = known("X-Forwarded-For")

  /// A header name written in this program; a misspelt one stops the first start.
  static func known(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no header name") }
    return field
  }
}

/// The context of one request: where it came from.
public struct OfficeContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  private let address: SocketAddress?

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress
  }

  /// The browser's address. `X-Forwarded-For` counts only when the connection comes from the trusted proxy.
  func remote(_ request: Request, trusting proxy: String?) -> String {
    let direct = address?.ipAddress ?? "-"
    guard isFrom(proxy: proxy), let forwarded = request.headers[.xForwardedFor]?.split(separator: ",").last else { return direct }
    return String(forwarded.trimmed.prefix(45))
  }

  /// Does the connection come from the one proxy whose headers are believed?
  func isFrom(proxy: String?) -> Bool {
    guard let proxy, let direct = address?.ipAddress else { return false }
    return NetworkRange.isSame(proxy, direct)
  }
}
