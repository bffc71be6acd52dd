/// THE TABLE of the commands of RESP: those that Redis' clients need to connect, the FT commands, and
/// Canfod's own verbs.
///
/// The order is that of COMMAND. A new command is a row here and its answer; of two rows with one name
/// the first counts.
package enum RESPCommands {
  /// The rows.
  package static let table: [RESPCommand] = {
    var names: Set<String> = []
    return (connection + server + keys + FTCommands.table + verbs).filter {
      names.insert($0.name).inserted
    }
  }()

  /// The row of `name`, in capitals.
  package static func command(_ name: String) -> RESPCommand? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0) })

  private static let connection: [RESPCommand] = [
    RESPCommand("HELLO", arity: -1, rule: .openAlone, .session(RESPConnectionAnswers.hello)),
    RESPCommand("AUTH", arity: -2, rule: .openAlone, .session(RESPConnectionAnswers.auth)),
    RESPCommand("PING", arity: -1, rule: .open, .session(RESPConnectionAnswers.ping)),
    RESPCommand("ECHO", arity: 2, .session(RESPConnectionAnswers.echo)),
    RESPCommand("CLIENT", arity: -2, .session(RESPConnectionAnswers.client)),
    RESPCommand("SELECT", arity: 2, .session(RESPConnectionAnswers.select)),
    RESPCommand("RESET", arity: 1, rule: .openImmediate, .session(RESPConnectionAnswers.reset)),
    RESPCommand("QUIT", arity: -1, rule: .openImmediate, .session(RESPConnectionAnswers.quit)),
    RESPCommand("MULTI", arity: 1, rule: .immediate, .session(RESPConnectionAnswers.multi)),
    RESPCommand("EXEC", arity: 1, rule: .immediate, .transaction),
    RESPCommand("DISCARD", arity: 1, rule: .immediate, .session(RESPConnectionAnswers.discard)),
    RESPCommand("WATCH", arity: -2, rule: .immediate, .session(RESPConnectionAnswers.watch)),
    RESPCommand("UNWATCH", arity: 1, .session(RESPConnectionAnswers.unwatch)),
  ]

  private static let server: [RESPCommand] = [
    RESPCommand("COMMAND", arity: -1, rule: .alone, .session(RESPServerAnswers.command)),
    RESPCommand("CONFIG", arity: -2, rule: .alone, .session(RESPServerAnswers.config)),
    RESPCommand("INFO", arity: -1, rule: .alone, .session(RESPServerAnswers.info)),
    RESPCommand("MODULE", arity: -2, rule: .alone, .session(RESPServerAnswers.module)),
    RESPCommand("DBSIZE", arity: 1, .session(RESPServerAnswers.databaseSize)),
  ]

  private static let keys: [RESPCommand] = [
    RESPCommand("TYPE", arity: 2, .catalogue(RESPKeyAnswers.type)),
    RESPCommand("EXISTS", arity: -2, .catalogue(RESPKeyAnswers.exists)),
    RESPCommand("TTL", arity: 2, .catalogue(RESPKeyAnswers.timeToLive)),
    RESPCommand("SCAN", arity: -2, .catalogue(RESPKeyAnswers.scan)),
    RESPCommand("HGETALL", arity: 2, .catalogue(RESPKeyAnswers.allFields)),
    RESPCommand("HGET", arity: 3, .catalogue(RESPKeyAnswers.field)),
    RESPCommand("HMGET", arity: -3, .catalogue(RESPKeyAnswers.fields)),
  ]

  private static let verbs = Commands.table.map { command in
    RESPCommand(
      command.verb, arity: -1,
      .catalogue { words, desk throws(FTError) in
        try RESPVerbs.answer(command, words, desk)
      })
  }
}
