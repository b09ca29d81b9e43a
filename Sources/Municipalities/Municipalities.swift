import Casework
import Foundation

/// 「自治体プロファイル」 Profiles of municipalities as data: forms, code lists, fields, areas, agencies.
public enum Municipalities {
  /// 「国の様式とコード」 The national forms and code lists.
  public static func catalogue() throws -> FormCatalogue {
    try FormCatalogue(json: Data(PackageResources.national_json))
  }

  /// 「用意してあるプロファイル」 Names for ``profile(named:)``.
  public static let names = ["mimasaka", "sample"]

  /// 「プロファイル」 The profile of that name, checked against the national code lists. Each is read once.
  ///
  /// - Throws: ``ProfileProblem`` when there is none of that name or it contradicts itself.
  public static func profile(named name: String) throws -> Profile {
    guard let profile = profiles[name] else {
      throw ProfileProblem("「\(name)」というプロファイルはありません。用意してあるのは \(names.joined(separator: "、")) です。")
    }
    return try profile.get()
  }

  private static let profiles: [String: Result<Profile, any Error>] = [
    "mimasaka": Result { try Profile(json: PackageResources.mimasaka_json, catalogue: catalogue()) },
    "sample": Result { try Profile(json: PackageResources.sample_json, catalogue: catalogue()) },
  ]
}
