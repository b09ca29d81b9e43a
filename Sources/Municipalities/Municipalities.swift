import Casework
import Foundation

/// Profiles of municipalities as data: forms, code lists, fields, areas, agencies (「自治体プロファイル」).
public enum Municipalities {
  /// The national forms and code lists.
  public static func catalogue() throws -> FormCatalogue {
    try FormCatalogue(json: Data(PackageResources.national_json))
  }
}
