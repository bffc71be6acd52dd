/// The optimal string alignment distance by its definition: the whole matrix, nothing bounded.
///
/// (Insert, delete, replace, swap of neighbours; no scalar is edited twice.)
public func editDistance(_ left: [UInt32], _ right: [UInt32]) -> Int {
  var matrix = [[Int]](
    repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
  for i in 0...left.count { matrix[i][0] = i }
  for j in 0...right.count { matrix[0][j] = j }
  for i in 0..<left.count {
    for j in 0..<right.count {
      var best = min(matrix[i][j + 1] + 1, matrix[i + 1][j] + 1)
      best = min(best, matrix[i][j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, matrix[i - 1][j - 1] + 1)
      }
      matrix[i + 1][j + 1] = best
    }
  }
  return matrix[left.count][right.count]
}

/// A text's Unicode scalars.
public func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map { $0.value } }
