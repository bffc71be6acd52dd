import Records
import TestSupport
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("practioners", "practitioners"), ("Posters", "poster"), ("chidlren", "children"),
    ("guidence", "guidance"), ("ŵy", "cy"),
    ("child concerned", "child"), ("pos", "poster"),
  ])
  func `a misspelt name finds its nearest`(word: String, expected: String) {
    let names = ["child", "children", "practitioners", "poster", "guidance", "cy"]
    #expect(NearestName.nearest(to: word, among: names) == expected)
  }

  @Test func `a word that is near none finds none`() {
    #expect(NearestName.nearest(to: "xyzzy", among: ["children", "poster"]) == nil)
    #expect(NearestName.nearest(to: "", among: ["a"]) == nil)
    #expect(NearestName.nearest(to: "b", among: ["a"]) == nil)
    #expect(NearestName.nearest(to: "poster", among: [String]()) == nil)
  }

  @Test func `of equally near names the first wins`() {
    #expect(NearestName.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(NearestName.nearest(to: "cat", among: ["hat", "bat"]) == "hat")
  }

  @Test func `a very long word is not compared`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.nearest(to: long, among: [long]) == nil)
  }

  @Test func `a name with one letter changed, left out, added or swapped finds itself`() {
    var seed = Seed()
    let names = ["safeguarding boards", "education settings", "survivors", "young people"]
    for _ in 0..<500 {
      let name = names.randomElement(using: &seed) ?? ""
      var letters = Array(name)
      let place = Int.random(in: 0..<letters.count - 1, using: &seed)
      switch Int.random(in: 0..<4, using: &seed) {
      case 0: letters[place] = "q"
      case 1: letters.remove(at: place)
      case 2: letters.insert("q", at: place)
      default: letters.swapAt(place, place + 1)
      }
      #expect(
        NearestName.nearest(to: String(letters), among: names) == name, "seed \(seed.value)")
    }
  }
}
