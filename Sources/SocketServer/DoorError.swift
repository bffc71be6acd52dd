package import Catalogue
internal import Records

/// What can go wrong with a request at the socket: the framing's and the commands' own errors, and
/// those of the service.
///
/// THE TABLE of codes is ``code``; the words are in `DoorWording.swift`.
package enum DoorError: Error, Equatable, Sendable {
  /// There is no such verb.
  case unknownVerb(found: String, nearest: String?)
  /// The verb has too few or too many arguments: how it is used.
  case argumentCount(verb: String, usage: String)
  /// The value does not have the form that the option or argument takes.
  case badValue(option: String, found: String, expected: String)
  /// The verb has no such option.
  case unknownOption(verb: String, name: String, nearest: String?)
  /// The quoting is wrong at a byte of the line.
  case quoting(at: Int, expected: Quoting)
  /// The line has more bytes than allowed.
  case lineTooLong(bytesMax: Int)
  /// There are more of `name` than `max`.
  case limit(name: String, max: Int)
  /// A byte of the line is no text.
  case notText(at: Int)
  /// What talks here speaks HTTP.
  case http
  /// The bytes are no request of RESP.
  case resp(RESPFault)
  /// Nothing is answered before the password is given.
  case passwordNeeded
  /// The password is wrong.
  case wrongPassword
  /// A password is given where none is set.
  case noPassword
  /// The command would write.
  case readOnly(verb: String)
  /// No more connections are taken.
  case connectionsFull
  /// No more searches are taken.
  case searchesFull
  /// Nothing was asked for this long.
  case idle(seconds: Int)
  /// A request was begun and not ended within this time.
  case slow(seconds: Int)
  /// The service's own error.
  case catalogue(CatalogueError)

  /// The stable code of the protocol.
  package var code: String {
    switch self {
    case .unknownVerb: "EVERB"
    case .argumentCount, .badValue: "EARGS"
    case .unknownOption: "EOPTION"
    case .quoting: "ESYNTAX"
    case .lineTooLong, .limit: "ELIMIT"
    case .notText: "EUTF8"
    case .http: "EHTTP"
    case .resp: "ERR"
    case .connectionsFull, .searchesFull: "EBUSY"
    case .idle, .slow: "EIDLE"
    case .passwordNeeded, .wrongPassword, .noPassword: "EAUTH"
    case .readOnly: "EREADONLY"
    case .catalogue(let error): ErrorWording(error, .english).code
    }
  }
}

/// What was expected of the quoting of a line.
package enum Quoting: Sendable, Equatable {
  /// The closing quote of the one opened here.
  case closingQuote
  /// One of the escapes `\" \\ \n \t \uXXXX`.
  case escape
  /// A blank after the closing quote.
  case blankAfterQuote
  /// A blank before the opening quote.
  case blankBeforeQuote
  /// A tag of 1 to 32 letters, digits, underscores and hyphens, and a verb after it.
  case tag
}
