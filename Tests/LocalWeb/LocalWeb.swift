/// A web of ill-behaved servers on loopback.
public enum LocalWeb {}
