import Casework
import Foundation

extension Profile {
  /// Reads and checks a profile.
  init(json: [UInt8], catalogue: FormCatalogue) throws {
    do { self = try JSONDecoder().decode(Profile.self, from: Data(json)) } catch {
      throw ProfileProblem("プロファイルを読めません。JSONの書き方を確かめてください。（\(error)）")
    }
    if let problem = problem(in: catalogue) { throw ProfileProblem("プロファイル「\(name)」：\(problem)") }
  }

  /// The first thing that is wrong, or nothing.
  func problem(in catalogue: FormCatalogue) -> String? {
    if MunicipalityCode(code) == nil { return "全国地方公共団体コード「\(code)」の検査数字が合いません。" }
    if !(1...90).contains(answerDays) { return "回答期限の日数は1〜90で指定してください。" }
    if agencies.filter(\.isProgrammeSection).count != 1 { return "市の事業担当課を1つだけ指定してください。" }
    if Set(agencies.map(\.key)).count != agencies.count { return "機関のkeyが重なっています。" }
    if Set(agencies.map(\.name)).count != agencies.count { return "機関の名称が重なっています。" }
    if !agencies.contains(where: { $0.programmes.contains { $0.programme == .multi } }) { return "多機関協働事業を担う機関がありません。" }
    if let field = fields.first(where: { catalogue.list("C-16")?.item($0) == nil }) { return "分野「\(field)」はC-16にありません。" }
    if let problem = meetingProblem { return problem }
    if Set(roleTemplates.map(\.key)).count != roleTemplates.count { return "役割のひな形のkeyが重なっています。" }
    if let problem = roleTemplates.lazy.compactMap(\.problem).first { return problem }
    if let problem = RetentionClass.problem(retention) { return problem }
    return agencies.lazy.compactMap { problem(of: $0, in: catalogue) }.first
  }

  private func problem(of agency: Agency, in catalogue: FormCatalogue) -> String? {
    if agency.name.isEmpty { return "名称のない機関があります。" }
    if catalogue.list("C-03")?.item(agency.kind) == nil { return "\(agency.name)の種別「\(agency.kind)」はC-03にありません。" }
    if let field = agency.fields.first(where: { catalogue.list("C-16")?.item($0) == nil }) {
      return "\(agency.name)の分野「\(field)」はC-16にありません。"
    }
    if let area = agency.areas.first(where: { !areas.contains($0) }) { return "\(agency.name)の区域「\(area)」が区域の一覧にありません。" }
    for carried in agency.programmes {
      let programme = CarriedProgramme(
        kind: carried.programme, delivery: carried.delivery, from: carried.from, reason: carried.reason ?? "")
      if programme.needsReason, programme.reason.isEmpty { return "\(agency.name)：\(CarriedProgramme.warning)" }
    }
    return nil
  }
}
