import Catalogue
import Terminal

/// A form of report: values to text.
protocol ReportForm: Sendable {
  /// The whole report, ending in a line feed.
  func text(_ report: CheckReport, _ wording: Wording) -> String
}

/// THE TABLE of forms in which links are reported.
enum ReportForms {
  /// The form that `format` names.
  static func form(_ format: ReportFormat) -> any ReportForm {
    switch format {
    case .table: TableReport()
    case .json: JSONReport()
    case .csv: CSVReport()
    case .junit: JUnitReport()
    case .sarif: SARIFReport()
    case .markdown: MarkdownReport()
    case .html: HTMLReport()
    case .atom: AtomReport()
    }
  }
}
