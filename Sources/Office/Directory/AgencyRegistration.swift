import Casework
import Store

extension AgencyRecords {
  /// What is entered about an agency (「機関の登録」).
  public struct Registration: Sendable, Equatable {
    public var name: String
    public var nameKana: String
    /// Kind by code list C-03.
    public var kind: String
    /// Fields by code list C-16.
    public var fields: [String]
    public var areas: [String]
    public var postalCode = ""
    public var address = ""
    public var phone = ""
    public var fax = ""
    public var hours = ""
    /// What it does.
    public var about = ""
    /// Whom to call, what to send, what to know before handing somebody on.
    public var howToAsk = ""
    public var corporationNumber = ""
    public var isProgrammeSection: Bool
    public var takesReferrals: Bool
    public var programmes: [Programme]
    /// ISO date of the last day; nil while it exists.
    public var endedOn: String?

    public init(
      name: String, nameKana: String = "", kind: String = "", fields: [String] = [], areas: [String] = [],
      isProgrammeSection: Bool = false, takesReferrals: Bool = true, programmes: [Programme] = []
    ) {
      self.name = name
      self.nameKana = nameKana
      self.kind = kind
      self.fields = fields
      self.areas = areas
      self.isProgrammeSection = isProgrammeSection
      self.takesReferrals = takesReferrals
      self.programmes = programmes
    }

    /// Name and reading as they are searched.
    var folded: String { JapaneseText.folded("\(name) \(nameKana)") }
  }

  /// A programme an agency carries (「担う事業」).
  public struct Programme: Sendable, Equatable {
    /// consult, participation, community, outreach or multi.
    public let programme: String
    /// direct (直営) or entrusted (委託).
    public let delivery: String
    /// ISO date.
    public let from: String
    /// ISO date of the last day; nil while it goes on.
    public let until: String?
    /// Why it is entrusted although it should not be.
    public let reason: String

    public init(programme: String, delivery: String, from: String, until: String? = nil, reason: String = "") {
      self.programme = programme
      self.delivery = delivery
      self.from = from
      self.until = until
      self.reason = reason
    }
  }
}
