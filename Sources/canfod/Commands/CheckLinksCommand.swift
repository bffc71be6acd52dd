import ArgumentParser
import Catalogue
import Terminal

/// `canfod check-links`: which links work; done by a program of its own.
struct CheckLinksCommand: DelegatedCommand {
  static let configuration = CheckLinksOptions.configuration(named: "check-links")
  static let program = "canfod-check-links"

  @OptionGroup var options: CheckLinksOptions

  var basics: BasicOptions { options.basics }

  static func missing(_ path: String, _ wording: Wording) -> String { wording.noLinkChecker(path) }
}
