import Casework
import Paper

/// 「書類」 One paper that can be printed about a case, filled in or blank.
struct PrintedForm: Sendable {
  /// In the address; also the stem of the file's name.
  let id: String
  /// 「様式1-1」, or empty for a paper without a number.
  let number: String
  let title: String
  /// The ones there are in a case, such as its つなぎ. A paper that exists once has one copy, with number 0.
  let copies: @Sendable (Desk, OpenedFile) throws -> [PrintedCopy]
  /// The paper filled in. Throws the 404 for a copy that is not in the case or not to be seen.
  let sections: @Sendable (Desk, OpenedFile, Int) throws -> [Section]
  /// The paper for handwriting; nothing for papers that nobody fills in by hand.
  var blank: (@Sendable (Desk) throws -> [Section])?
  /// Its fixed words can be printed with furigana (`ruby=on`).
  var withRuby = false
}

/// 「書類の一つ」 A paper of a kind that is there more than once.
struct PrintedCopy: Sendable {
  let number: Int
  /// What tells it from the others: a number and a day.
  let words: String

  /// The only one.
  static let only = PrintedCopy(number: 0, words: "")
}

/// Every paper about a case, in the order of the list. A new one is a line here.
enum PrintCatalogue {
  static let all: [PrintedForm] = intake + multi + [progress, handover, pledge] + drawings

  /// 図: each with the table that says the same.
  private static let drawings: [PrintedForm] = [
    PrintedForm(
      id: "genogram", number: "", title: "ジェノグラム", copies: { _, file in file.reach == .team ? [.only] : [] },
      sections: { desk, file, _ in [try GenogramPaper(desk, file).section] }),
    PrintedForm(
      id: "ecomap", number: "", title: "エコマップ", copies: { desk, file in try EcomapPaper.copies(desk, file) },
      sections: { desk, file, copy in [try EcomapPaper(desk, file, copy: copy).section] }),
    PrintedForm(
      id: "family-timeline", number: "", title: "家族の年表", copies: { _, _ in [.only] },
      sections: { desk, file, _ in try FamilyTimelinePaper(desk, file).sections }),
  ]

  static func form(_ id: String) -> PrintedForm? { all.first { $0.id == id } }

  private static let intake: [PrintedForm] = [
    PrintedForm(
      id: "consultation", number: ConsultationPaper.number, title: "相談受付・申込票",
      copies: { desk, file in try ConsultationPaper.copies(desk, file, forms: applied) },
      sections: { desk, file, copy in try ConsultationPaper(desk, file, copy, forms: applied).sections },
      blank: { desk in try ConsultationPaper.blank(desk, form: IntakeForm.application) }),
    PrintedForm(
      id: "consultation-no-consent", number: ConsultationPaper.number, title: "相談受付票（本人同意なし）",
      copies: { desk, file in try ConsultationPaper.copies(desk, file, forms: [IntakeForm.withoutConsent]) },
      sections: { desk, file, copy in try ConsultationPaper(desk, file, copy, forms: [IntakeForm.withoutConsent]).sections },
      blank: { desk in try ConsultationPaper.blank(desk, form: IntakeForm.withoutConsent) }),
    PrintedForm(
      id: "referral", number: "", title: "つなぐシート", copies: { desk, file in try ReferralPaper.copies(desk, file) },
      sections: { desk, file, copy in [try ReferralPaper(desk, file, copy).section] }, blank: { desk in try ReferralPaper.blank(desk) }),
  ]

  /// A reception may also have been taken on つなぐシート.
  private static let applied: Set<String> = [IntakeForm.application, IntakeForm.sheet]

  private static let multi: [PrintedForm] = [
    PrintedForm(
      id: "assessment", number: AssessmentPaper.number, title: "インテーク・アセスメントシート",
      copies: { desk, file in try AssessmentPaper.copies(desk, file) },
      sections: { desk, file, copy in try AssessmentPaper(desk, file, copy).sections }, blank: { desk in try AssessmentPaper.blank(desk) }),
    PrintedForm(
      id: "plan", number: PlanPaper.number, title: "プラン（支援計画書）兼利用申込書", copies: { desk, file in try PlanPaper.copies(desk, file) },
      sections: { desk, file, copy in [try PlanPaper(desk, file, copy).section] }, blank: { desk in PlanPaper.blank(desk) }),
    PrintedForm(
      id: "plain-plan", number: "", title: "わたしの計画（本人にわたす、やさしい言葉の写し）",
      copies: { desk, file in try PlanPaper.copies(desk, file) },
      sections: { desk, file, copy in [try PlainPlanPaper(desk, file, copy).section] }, withRuby: true),
    PrintedForm(
      id: "decision", number: "", title: "支援決定通知書", copies: { desk, file in try DecisionPaper.copies(desk, file) },
      sections: { desk, file, copy in [try DecisionPaper(desk, file, copy).section] }),
    PrintedForm(
      id: "review", number: ReviewPaper.number, title: "プラン評価シート", copies: { desk, file in try ReviewPaper.copies(desk, file) },
      sections: { desk, file, copy in [try ReviewPaper(desk, file, copy).section] }, blank: { desk in ReviewPaper.blank(desk) }),
  ]

  private static let progress = PrintedForm(
    id: "progress", number: "", title: "支援経過記録", copies: { _, _ in [.only] },
    sections: { desk, file, _ in [try NotePaper(desk, file).section] },
    blank: { desk in [NotePaper.blank(methods: desk.visit.office.list("C-15"))] })

  private static let handover = PrintedForm(
    id: "handover", number: "", title: "引継ぎ書", copies: { desk, file in try HandoverPaper.copies(desk, file) },
    sections: { desk, file, copy in [try HandoverPaper(desk, file, copy).section] }, blank: { _ in HandoverPaper.blank })

  /// Belongs to a meeting and to no case; here for its blank alone.
  private static let pledge = PrintedForm(
    id: "pledge", number: "", title: "支援会議 守秘の確認書", copies: { _, _ in [] },
    sections: { desk, _, _ in throw desk.denied("paper pledge of a case") }, blank: { desk in try PledgePaper.blank(desk) })
}
