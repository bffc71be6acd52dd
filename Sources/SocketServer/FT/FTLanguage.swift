/// The names of languages that LANGUAGE takes.
enum FTLanguage {
  /// THE TABLE of names, RediSearch's and Welsh, each with its tag.
  private static let tags = [
    "welsh": "cy", "cymraeg": "cy", "cy": "cy", "en": "en", "english": "en", "arabic": "ar",
    "armenian": "hy", "basque": "eu", "catalan": "ca", "chinese": "zh", "danish": "da",
    "dutch": "nl", "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hindi": "hi",
    "hungarian": "hu", "indonesian": "id", "irish": "ga", "italian": "it", "lithuanian": "lt",
    "nepali": "ne", "norwegian": "no", "portuguese": "pt", "romanian": "ro", "russian": "ru",
    "serbian": "sr", "spanish": "es", "swedish": "sv", "tamil": "ta", "turkish": "tr",
    "yiddish": "yi",
  ]

  /// The tag of the language called `name`.
  static func tag(_ name: String) throws(FTError) -> String {
    guard let tag = tags[name.lowercased()] else { throw FTError("No such language") }
    return tag
  }
}
