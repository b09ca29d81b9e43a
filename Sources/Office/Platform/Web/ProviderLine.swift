import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// 「認証基盤への回線」 The only way out of this server: to the municipality's provider, with little patience and no detours.
struct ProviderLine: Sendable {
  struct Reply: Sendable {
    let status: Int
    let data: Data
  }

  struct Fault: Error {
    let word: String
  }

  /// Larger answers are no discovery document, key set or token.
  private static let limit = 1_000_000

  func get(_ address: String) async throws -> Reply { try await send(try request(address)) }

  /// - Parameter credentials: client number and secret for the header, where the provider wants them there.
  func post(_ address: String, _ fields: [(String, String)], credentials: (String, String)?) async throws -> Reply {
    var request = try request(address)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(
      fields.map { "\(Answer.percentEncoded($0.0))=\(Answer.percentEncoded($0.1))" }.joined(separator: "&").utf8)
    if let (client, secret) = credentials {
      let pair = "\(Answer.percentEncoded(client)):\(Answer.percentEncoded(secret))"
      request.setValue("Basic \(Data(pair.utf8).base64EncodedString())", forHTTPHeaderField: "Authorization")
    }
    return try await send(request)
  }

  private func request(_ address: String) throws -> URLRequest {
    guard EntranceSettings.isAddress(address), let url = URL(string: address) else { throw Fault(word: "address") }
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 10)
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    return request
  }

  /// Waits on the session's own threads, so that a slow provider holds up nobody else.
  private func send(_ request: URLRequest) async throws -> Reply {
    let session = URLSession(configuration: .ephemeral, delegate: NoDetour(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    return try await withCheckedThrowingContinuation { continuation in
      session.dataTask(with: request) { data, response, error in
        guard let data, let status = (response as? HTTPURLResponse)?.statusCode, error == nil, data.count <= ProviderLine.limit else {
          return continuation.resume(throwing: Fault(word: "unreachable"))
        }
        continuation.resume(returning: Reply(status: status, data: data))
      }.resume()
    }
  }
}

/// Follows no redirect: a secret goes where the settings say, and nowhere else.
private final class NoDetour: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) { completionHandler(nil) }
}
