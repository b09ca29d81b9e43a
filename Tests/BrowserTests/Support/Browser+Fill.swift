import Foundation

extension Browser {
  /// Fills in boxes by their names, as somebody who types and ticks: values into boxes and lists, a tick where the value is offered.
  func fill(_ values: [(String, String)]) async throws {
    for (name, value) in values {
      let done = try await execute(
        """
        const [name, value] = arguments;
        const fields = Array.from(document.getElementsByName(name)).filter(f => f.type !== 'hidden');
        const box = fields.find(f => (f.type === 'checkbox' || f.type === 'radio') && f.value === value);
        for (let e = (box || fields[0]); e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
        if (box) { if (!box.checked) box.click(); return true; }
        const field = fields[0];
        if (!field) return false;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value === value;
        """, [.string(name), .string(value)])
      guard done.bool == true else { throw BrowserProblem("cannot put 「\(value)」 into \(name)") }
    }
  }

  /// Where the line of a table leads that names somebody.
  func address(ofLine words: String) async throws -> String? {
    try await execute(
      """
      const line = Array.from(document.querySelectorAll('main tr')).find(row => row.textContent.includes(arguments[0]));
      return line && line.querySelector('a') ? line.querySelector('a').getAttribute('href') : null;
      """, [.string(words)]
    ).string
  }

  /// The value behind a label, in a list or among ticks of this name.
  func value(ofChoice label: String, in name: String) async throws -> String? {
    try await execute(
      """
      const [label, name] = arguments;
      for (const field of document.getElementsByName(name)) {
        const option = Array.from(field.options || []).find(o => o.text.trim().startsWith(label));
        if (option) return option.value;
        if (field.closest('label') && field.closest('label').textContent.trim().startsWith(label)) return field.value;
      }
      return null;
      """, [.string(label), .string(name)]
    ).string
  }
}
