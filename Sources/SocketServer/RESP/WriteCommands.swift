/// THE TABLE of the commands by which others write: they are told that nothing is written here, not that
/// there is no such command.
enum WriteCommands {
  /// Whether `name`, in capitals, would write.
  static func contains(_ name: String) -> Bool { names.contains(name) }

  private static let names = Set(
    [strings, keys, collections, streams, searching].flatMap {
      $0.split(separator: " ").map(String.init)
    })

  private static let strings = """
    APPEND BITFIELD BITOP DECR DECRBY GETDEL GETEX GETSET INCR INCRBY INCRBYFLOAT MSET MSETNX PSETEX SET \
    SETBIT SETEX SETNX SETRANGE
    """

  private static let keys = """
    COPY DEL EXPIRE EXPIREAT FLUSHALL FLUSHDB MIGRATE MOVE PERSIST PEXPIRE PEXPIREAT PFADD PFMERGE RENAME \
    RENAMENX RESTORE SWAPDB UNLINK
    """

  private static let collections = """
    BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN GEOADD HDEL HEXPIRE HINCRBY HINCRBYFLOAT \
    HMSET HSET HSETNX LINSERT LMOVE LMPOP LPOP LPUSH LPUSHX LREM LSET LTRIM RPOP RPOPLPUSH RPUSH RPUSHX \
    SADD SDIFFSTORE SINTERSTORE SMOVE SPOP SREM SUNIONSTORE ZADD ZDIFFSTORE ZINCRBY ZINTERSTORE ZMPOP \
    ZPOPMAX ZPOPMIN ZRANGESTORE ZREM ZREMRANGEBYLEX ZREMRANGEBYRANK ZREMRANGEBYSCORE ZUNIONSTORE
    """

  private static let streams = """
    PUBLISH SPUBLISH XACK XADD XAUTOCLAIM XCLAIM XDEL XGROUP XREADGROUP XSETID XTRIM
    """

  private static let searching = """
    FT.ADD FT.ALIASADD FT.ALIASDEL FT.ALIASUPDATE FT.ALTER FT.CREATE FT.DEL FT.DICTADD FT.DICTDEL FT.DROP \
    FT.DROPINDEX FT.SUGADD FT.SUGDEL FT.SYNADD FT.SYNUPDATE
    """
}
