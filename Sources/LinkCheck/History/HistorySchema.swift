internal import GRDB

/// The tables of the history, one step for every version that was ever released.
///
///     run    one call of the checker
///     link   what is remembered of an address: its verdict now and what the next one needs
///     look   one look at an address: what was found, never changed afterwards
///     host   a person's word on a host
///
/// Times are seconds since 1970, UTC. Evidence is the JSON of `[LinkEvidence]`.
enum HistorySchema {
  /// The steps in order; a released step is never edited.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: runs, links, looks, hosts") { database in
      try database.execute(
        sql: """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            started INTEGER NOT NULL,
            ended INTEGER
          ) STRICT;
          CREATE TABLE link (
            id INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL,
            since INTEGER NOT NULL,
            checked INTEGER,
            code INTEGER,
            evidence TEXT NOT NULL DEFAULT '[]',
            replacement TEXT,
            archived TEXT,
            before TEXT,
            first_checked INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            certain_failures INTEGER NOT NULL DEFAULT 0,
            certain_kind TEXT,
            failing_since INTEGER,
            last_failure INTEGER,
            accepted TEXT,
            base_type TEXT,
            base_title TEXT,
            base_fingerprint INTEGER
          ) STRICT;
          CREATE TABLE look (
            id INTEGER PRIMARY KEY,
            link INTEGER NOT NULL REFERENCES link(id),
            run INTEGER NOT NULL REFERENCES run(id),
            at INTEGER NOT NULL,
            state TEXT NOT NULL,
            code INTEGER,
            final TEXT,
            hops TEXT NOT NULL DEFAULT '[]',
            evidence TEXT NOT NULL DEFAULT '[]',
            media_type TEXT,
            fingerprint INTEGER,
            certificate_ends INTEGER,
            retries INTEGER NOT NULL DEFAULT 0,
            milliseconds INTEGER NOT NULL DEFAULT 0,
            UNIQUE (link, run, at)
          ) STRICT;
          CREATE INDEX look_by_link ON look(link, at);
          CREATE INDEX look_by_run ON look(run);
          CREATE INDEX look_by_final ON look(final) WHERE final IS NOT NULL;
          CREATE TABLE host (
            name TEXT PRIMARY KEY,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            set_at INTEGER NOT NULL,
            until INTEGER
          ) STRICT;
          """)
    }
    return migrator
  }
}
