import Testing

@testable import Terminal

@Suite struct BasicOptionsTests {
  @Test(
    arguments: [
      ([:], .en), (["LANG": "cy_GB.UTF-8"], .cy), (["LANG": "en_GB.UTF-8"], .en),
      (["LC_ALL": "C", "LANG": "cy_GB.UTF-8"], .en), (["LC_ALL": "", "LANG": "cy"], .cy),
      (["LC_MESSAGES": "cy_GB", "LANG": "en_GB"], .cy), (["LANG": "cybertron"], .en),
    ] as [([String: String], MessageLanguage)])
  func `the locale chooses the language`(
    environment: [String: String], language: MessageLanguage
  ) {
    #expect(MessageLanguage.ofLocale(environment) == language)
  }

  @Test func `colour follows the terminal, the choice and the environment`() {
    #expect(ColourChoice.auto.isOn(onTerminal: true, [:]))
    #expect(!ColourChoice.auto.isOn(onTerminal: false, [:]))
    #expect(!ColourChoice.auto.isOn(onTerminal: true, ["NO_COLOR": "1"]))
    #expect(ColourChoice.auto.isOn(onTerminal: true, ["NO_COLOR": ""]))
    #expect(!ColourChoice.auto.isOn(onTerminal: true, ["TERM": "dumb"]))
    #expect(ColourChoice.always.isOn(onTerminal: false, ["NO_COLOR": "1"]))
    #expect(!ColourChoice.never.isOn(onTerminal: true, [:]))
  }
}
