import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// A household of three generations at 包括東, with a first husband who lives elsewhere; 障害 works on the case too.
struct FamilyWorld {
  let town: Town
  let file: CaseFileID
  /// By the given name: はな (本人), 太郎 (the husband now), 一 (the first husband), 桃香 (a daughter of the first), 梅 (the mother).
  let people: [String: ResidentID]

  static func open() async throws -> FamilyWorld {
    let town = try await Town.open()
    let file = try await town.openCase(name: "架空 はな", kana: "かくう はな")
    let people = try await town.work(as: "houkatsu") { desk in
      let subject = try #require(try ResidentQueries.principal(desk.reading, of: try desk.open(file)))
      let household = try HouseholdRecords.begin(desk, principal: subject)
      var people = ["はな": subject]
      for (name, sex, birth, relation, isHere) in [
        ("太郎", Sex.male, "1940-01-01", Relation.husband, true), ("一", .male, "1938", .other, false),
        ("桃香", .female, "1970-05-05", .child, true), ("梅", .female, "1920", .mother, false),
      ] {
        var facts = PersonFacts(name: PersonName(written: "架空 \(name)"))
        facts.sex = sex
        facts.birth = PartialDate(stored: birth) ?? .unknown
        let person = try ResidentRecords.register(desk.writing, ResidentRecords.Registration(facts), by: desk.staff.agencyID)
        try HouseholdRecords.add(
          desk, to: household, .init(resident: person, relation: relation.rawValue, livesTogether: isHere))
        people[name] = person
      }
      try CaseFileRecords.place(desk, file, household: household)
      return people
    }
    try await town.grant(file, to: "shougai", reach: .team)
    return FamilyWorld(town: town, file: file, people: people)
  }

  var path: String { "/cases/\(file)/genogram" }
  func key(_ name: String) -> String { people[name].map { PersonKey.resident($0).rawValue } ?? "" }
  func version() async throws -> Int { try await town.number("SELECT coalesce(max(version), 0) FROM genogram") }

  /// Tells something through the page, as a counsellor of 包括東.
  @discardableResult
  func tell(_ topic: FamilyTopic, _ kind: String, _ one: String, _ other: String? = nil, from: String = "", until: String = "")
    async throws -> Reply
  {
    func name(_ field: String) -> String { FamilyFactInput.field(topic, field) }
    let fields = [
      ("topic", topic.rawValue), ("version", "\(try await version())"), (name("kind"), kind), (name("one"), key(one)),
      (name("other"), other.map(key) ?? ""), (name("from"), from), (name("until"), until),
    ]
    return try await town.signedIn("houkatsu").post("\(path)/facts", fields)
  }

  /// 桃香 must not be known of to anybody but 包括東.
  func hide(_ name: String) async throws {
    let person = try #require(people[name])
    let browser = try await town.signedIn("houkatsu")
    let form = try SentForm(try await browser.get("/protections/new?case=\(file)&resident=\(person)"), to: "/protections")
      .typing(["kind": "partnerViolence", "basis": "住民基本台帳事務の支援措置", "level": "existence"])
    let reply = try await browser.post("/protections", form.fields)
    try #require(reply.status == 303, "\(reply.text)")
  }
}
