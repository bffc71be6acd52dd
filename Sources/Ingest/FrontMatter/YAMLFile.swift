import Records

/// A file that is YAML as a whole.
enum YAMLFile {
  /// The root of the file's YAML; nil with a fault in `reader` where it cannot be read.
  static func root(_ bytes: [UInt8], _ reader: inout FieldReader) -> YAMLNode? {
    do throws(ContentFault) {
      let text = try SourceText.read(bytes)
      do throws(YAMLParser.Failure) {
        return try YAMLParser.parse(text, firstLine: 1)
      } catch {
        reader.add(error.problem, line: error.line, field: error.field)
      }
    } catch {
      reader.add(error.problem, line: error.line, field: nil)
    }
    return nil
  }

  /// The name of `file` without folder and ending.
  static func name(of file: String) -> String {
    let last = file.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." })
  }
}
