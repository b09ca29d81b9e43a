import Casework
import Foundation
import Paper

/// 「出力」 A paper ready to be printed, with the name its file gets.
struct Printout: Sendable {
  /// The name of the file without its ending. It stands in lists of recent files, so never a person's name.
  let name: String
  /// What the audit log calls it: the kind of paper and a number, no name.
  let subject: String
  let document: Document

  /// - Parameter isAnonymous: neither who printed it nor the agency stands at the foot, as on a paper that must not tell whose case it is.
  init(
    _ name: String, subject: String, desk: Desk, caution: String = Printout.caution, isAnonymous: Bool = false, sections: [Section]
  ) {
    self.name = name
    self.subject = subject
    document = Document(
      title: name, made: Date(timeIntervalSince1970: TimeInterval(desk.now)),
      foot: isAnonymous ? Document.Foot(caution: caution) : desk.foot(caution: caution), sections: sections)
  }

  /// 「取扱注意」 At the foot of every paper that says something of a person.
  static let caution = "取扱注意（個人情報）"
}

extension Desk {
  /// 「欄外」 Who printed it and when.
  func foot(caution: String) -> Document.Foot {
    Document.Foot(by: "\(staff.agencyName)　\(staff.name)　\(Wording.moment(now)) 出力", caution: caution)
  }
}
