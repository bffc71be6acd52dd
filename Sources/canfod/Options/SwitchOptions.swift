import ArgumentParser

/// What was understood of a question and is to be left out.
struct SwitchOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Switch off a filter that was understood, as facet:value; one that excludes is "
        + "-facet:value, a term that was searched for in the other language too is term:grooming.",
      valueName: "facet:value"))
  var without: [String] = []
}
