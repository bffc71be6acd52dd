/// A document's number within one segment, 0 ..< the segment's document count.
public typealias DocID = UInt32

extension DocID {
  /// What a cursor stands at when it has passed its last document.
  public static var end: DocID { .max }
}
