import Casework
import Foundation
@_spi(Bench) import Office
import Store

/// A city of 100,000 residents, 5,000 case files and 100,000 notes, the same every time.
struct City {
  static let residents = 100_000
  static let cases = 5_000
  static let notes = 100_000
  static let casesPerCommit = 1_000
  static let notesPerCommit = 2_000
  static let agencies = 20
  static let staff = 120
  /// Sessions for the load driver.
  static let sessions = 64

  let database: Database
  /// Seconds since 1970 at which the city was made; sessions are alive from then.
  let now: Int
  let tokenFile: URL

  func build() async throws {
    try await people()
    try await offices()
    try await files()
    try await writings()
    try await signIns()
  }

  private func people() async throws {
    for start in stride(from: 1, through: City.residents, by: 5_000) {
      try await database.write { writing in
        for id in start..<(start + 5_000) {
          var dice = Dice(seed: UInt64(id))
          let surname = dice.pick(Words.surnames)
          let given = dice.pick(Words.given)
          let name = "\(surname.0)　\(given.0)"
          let kana = "\(surname.1) \(given.1)"
          let birth = String(format: "%04d-%02d-%02d", 1930 + dice.roll(90), 1 + dice.roll(12), 1 + dice.roll(28))
          let address = "見本市\(dice.pick(Words.towns))\(1 + dice.roll(9))丁目\(1 + dice.roll(40))番\(1 + dice.roll(20))号"
          try writing.run(
            """
            INSERT INTO resident (id, name, name_kana, name_key, kana_key, sex, birth, address, source, source_key)
            VALUES (\(id), \(name), \(kana), \(NameKey.of(name)), \(NameKey.ofKana(kana)), 'unknown', \(birth), \(address), 'bench', \(String(id)))
            """)
        }
      }
    }
  }

  private func offices() async throws {
    let now = now
    try await database.write { writing in
      try OfficeRecords.found(writing, name: "計測市", municipalityCode: "000000", profile: "bench", at: now)
      for id in 1...City.agencies {
        try writing.run(
          "INSERT INTO agency (id, name, name_kana, takes_referrals) VALUES (\(id), \("計測支援センター\(id)"), \("ケイソク\(id)"), 1)")
      }
      for id in 1...City.staff {
        try writing.run(
          """
          INSERT INTO staff (id, agency_id, sign_in_name, name, password_hash, must_change_password, active_from)
          VALUES (\(id), \((id - 1) % City.agencies + 1), \("bench\(id)"), \("計測 職員\(id)"), '-', 0, '2020-04-01')
          """)
        try writing.run("INSERT INTO staff_role (staff_id, role, from_on) VALUES (\(id), \(Role.consultStaff.rawValue), '2020-04-01')")
      }
    }
  }

  private func files() async throws {
    let now = now
    for start in stride(from: 1, through: City.cases, by: City.casesPerCommit) {
      try await database.write { writing in
        for id in start..<(start + City.casesPerCommit) {
          var dice = Dice(seed: UInt64(1_000_000 + id))
          let agency = (id - 1) % City.agencies + 1
          // Every person of a case is a row of the office's own, entered at the reception after the extract, as in a real office.
          let known = id * (City.residents / City.cases)
          let resident = City.residents + id
          let staff = agency + City.agencies * dice.roll(City.staff / City.agencies)
          let label = try writing.reading.first("SELECT name FROM resident WHERE id = \(known)") { $0.text(0) } ?? ""
          try writing.run(
            """
            INSERT INTO resident (id, name, name_kana, name_key, kana_key, sex, birth, address, registered_by)
            SELECT \(resident), name, name_kana, name_key, kana_key, sex, birth, address, \(agency) FROM resident WHERE id = \(known)
            """)
          try writing.run(
            """
            INSERT INTO case_file (id, number, resident_id, label, stage, opened_on, opened_by, in_charge)
            VALUES (\(id), \(String(format: "R8-%05d", id)), \(resident), \(label), 'ongoing', '2026-04-01', \(agency), \(staff))
            """)
          try writing.run(
            """
            INSERT INTO case_event (case_file_id, event, stage, staff_id, agency_id, at)
            VALUES (\(id), 'received', 'ongoing', \(staff), \(agency), \(now - 86_400 * 200))
            """)
          for (index, holder) in [agency, agency % City.agencies + 1].prefix(dice.roll(4) == 0 ? 2 : 1).enumerated() {
            try writing.run(
              """
              INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at)
              VALUES (\(id), \(holder), \(index == 0 ? "ownRecord" : "acceptedReferral"), 'team', \(now - 86_400 * 200),
                \(now - dice.roll(86_400 * 200)))
              """)
          }
        }
      }
    }
  }

  private func writings() async throws {
    let now = now
    for start in stride(from: 1, through: City.notes, by: City.notesPerCommit) {
      try await database.write { writing in
        for id in start..<(start + City.notesPerCommit) {
          var dice = Dice(seed: UInt64(2_000_000 + id))
          let file = 1 + dice.roll(City.cases)
          let agency = (file - 1) % City.agencies + 1
          let staff = agency + City.agencies * dice.roll(City.staff / City.agencies)
          let facts = City.facts(&dice)
          let day = CivilDate.of(epochSeconds: now - dice.roll(86_400 * 200)).iso
          try writing.run(
            """
            INSERT INTO note (id, case_file_id, agency_id, staff_id, held_on, method, title, facts, visibility, recorded_at)
            VALUES (\(id), \(file), \(agency), \(staff), \(day), '01', \("\(dice.pick(Words.what))の件"), \(facts), 'team', \(now))
            """)
        }
      }
    }
  }

  /// 50–400 characters.
  static func facts(_ dice: inout Dice) -> String {
    let length = 50 + dice.roll(330)
    var text = ""
    while text.count < length {
      text += "\(dice.pick(Words.who))\(dice.pick(Words.how))、\(dice.pick(Words.what))\(dice.pick(Words.did))"
      if dice.roll(6) == 0 { text += "\(dice.pick(Words.surnames).0)さんとは\(1 + dice.roll(12))月\(1 + dice.roll(28))日に会う約束をした。" }
    }
    return String(text.prefix(400))
  }

  private func signIns() async throws {
    var lines = ""
    for index in 1...City.sessions {
      let session = try await Office.benchSession(database, staff: StaffID(index), at: now)
      let agency = (index - 1) % City.agencies + 1
      lines += "\(session.cookie) \(session.formToken) \(agency)\n"
    }
    try Data(lines.utf8).write(to: tokenFile)
  }
}
