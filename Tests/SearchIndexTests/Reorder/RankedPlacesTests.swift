import TestSupport
import Testing

@testable import SearchIndex

@Suite struct RankedPlacesTests {
  @Test(arguments: [1, 2, 23, 24, 25, 26, 100, 1_000])
  func `the lowest ranks come first, of equals those on the left`(count: Int) {
    var seed = Seed()
    for _ in 0..<20 {
      var places = RankedPlaces()
      var expected: [(rank: Float, side: Int, place: Int)] = []
      for place in 0..<count {
        let rank = Float(Int.random(in: -5...5, using: &seed)) / 2
        let isRight = Bool.random(using: &seed)
        places.add(place, rank, isRight: isRight)
        expected.append((rank, isRight ? 1 : 0, place))
      }
      expected.sort { $0 < $1 }
      let wanted = Int.random(in: 0...count, using: &seed)
      places.part(at: wanted)
      #expect(
        Set((0..<wanted).map { places.place($0).place })
          == Set(expected.prefix(wanted).map { $0.place }), "seed \(seed.value)")
      #expect(places.count == count)
    }
  }

  @Test func `a place comes out as it went in`() {
    var places = RankedPlaces()
    places.add(Int(Int32.max), -1.5, isRight: true)
    places.add(0, .infinity, isRight: false)
    let (first, second) = (places.place(0), places.place(1))
    #expect(first.place == Int(Int32.max))
    #expect(first.isRight)
    #expect(second.place == 0)
    #expect(!second.isRight)
    places.removeAll()
    #expect(places.count == 0)
  }
}
