import Foundation
import PDF
import Paper
import Workbook

// Usage: PaperBench            measures a form of two pages, a list and a pack
//        PaperBench FOLDER     writes the papers there, to be looked at
let form = Document(
  title: "相談受付・申込票", made: Samples.made, foot: Samples.foot,
  sections: [Samples.application(story: String(repeating: Samples.story, count: 5))])
let pack = Document(
  title: "会議資料", made: Samples.made, foot: Samples.foot,
  sections: (0..<12).flatMap { _ in
    [Samples.application(story: String(repeating: Samples.story, count: 5)), Samples.list(rows: 40), Samples.plain]
  })
let sample = Document(
  title: "見本", made: Samples.made, foot: Samples.foot,
  sections: [
    Samples.application(story: String(repeating: Samples.story, count: 5)), Samples.application(isBlank: true), Samples.list(rows: 30),
    Samples.plain,
    Samples.plan, Samples.hard,
    Section("図", [.title("家族の図"), .drawing(Samples.family, caption: "令和8年9月21日現在")]),
  ])

/// Of this process, so that a busy machine does not count.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let start = clock()
  try work()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
}

func report(_ name: String, times: Int, _ work: () throws -> Int) rethrows {
  var size = 0
  let first = try milliseconds { size = try work() }
  let all = try (0..<times).map { _ in try milliseconds { _ = try work() } }.sorted()
  print(
    String(
      format: "%@: first %.1f ms, p50 %.1f ms, p95 %.1f ms, %d bytes", name, first, all[all.count / 2], all[all.count * 95 / 100], size))
}

if let folder = CommandLine.arguments.dropFirst().first {
  let pdf = try PDF(sample)
  try Data(pdf.bytes).write(to: URL(filePath: folder).appending(path: "sample.pdf"))
  try Data(Workbook(sample).bytes).write(to: URL(filePath: folder).appending(path: "sample.xlsx"))
  print(pdf.pages, "pages; missing", pdf.missing, "substituted", pdf.substituted)
} else {
  print("form:", try PDF(form).pages, "pages; pack:", try PDF(pack).pages, "pages")
  try report("form PDF", times: 50) { try PDF(form).bytes.count }
  try report("form workbook", times: 20) { try Workbook(form).bytes.count }
  try report("pack of 12 PDF", times: 3) { try PDF(pack).bytes.count }
}
