import Testing
import TextAnalysis

struct LanguageGuessTests {
  @Test(arguments: [
    "If something is worrying you, talk to an adult you trust.",
    "This poster is for children and young people under 12.",
    "What should I do if a child tells me about abuse?",
    "Guidance for practitioners working with families and their children.",
    "You are not alone and it is not your fault.",
    "The helpline is open every day of the week.",
    "Parents often ask how they can keep their children safe online.",
    "Schools must follow the procedures set out by the Welsh Government.",
    "There is help available for you and your family.",
    "A short film about healthy relationships and how they begin.",
    "He did not know who he could talk to.",
    "We have made these resources with young people.",
    "Download the leaflet and share it with your colleagues.",
    "Safeguarding is everyone's responsibility, whatever work it is they do.",
    "Where can I find more information about this?",
    "The report was published in July 2021 by the government.",
    "Remember that secrets which make you sad should never be kept.",
    "It takes courage to speak out about what happened.",
    "Read the guide before you begin the training.",
    "They said it would never happen again, but it did.",
  ])
  func `English sentences are English`(sentence: String) {
    #expect(LanguageGuess.language(of: sentence) == "en")
  }

  @Test(arguments: [
    "Os oes rhywbeth yn dy boeni, siarada ag oedolyn rwyt ti'n ymddiried ynddo.",
    "Mae'r poster hwn ar gyfer plant a phobl ifanc dan 12 oed.",
    "Beth ddylwn i ei wneud os bydd plentyn yn dweud wrthyf am gam-drin?",
    "Canllawiau i ymarferwyr sy'n gweithio gyda theuluoedd a'u plant.",
    "Dwyt ti ddim ar dy ben dy hun ac nid dy fai di yw hyn.",
    "Mae'r llinell gymorth ar agor bob dydd o'r wythnos.",
    "Mae rhieni'n aml yn gofyn sut y gallan nhw gadw eu plant yn ddiogel ar-lein.",
    "Rhaid i ysgolion ddilyn y gweithdrefnau a osodwyd gan Lywodraeth Cymru.",
    "Mae help ar gael i chi a'ch teulu.",
    "Ffilm fer am berthnasoedd iach a sut maen nhw'n dechrau.",
    "Doedd e ddim yn gwybod gyda phwy y gallai siarad.",
    "Rydym wedi gwneud yr adnoddau hyn gyda phobl ifanc.",
    "Lawrlwythwch y daflen a'i rhannu gyda'ch cydweithwyr yn yr ysgol.",
    "Mae diogelu yn gyfrifoldeb i bawb sydd yn y gwaith.",
    "Ble alla i ddod o hyd i ragor o wybodaeth am hyn?",
    "Cyhoeddwyd yr adroddiad ym mis Gorffennaf 2021 gan y llywodraeth.",
    "Cofiwch na ddylid byth cadw cyfrinachau sy'n eich gwneud yn drist.",
    "Mae angen dewrder i godi llais am yr hyn a ddigwyddodd.",
    "Darllenwch y canllaw cyn dechrau'r hyfforddiant ar y cwrs hwn.",
    "Dywedon nhw na fyddai'n digwydd byth eto, ond fe wnaeth.",
  ])
  func `Welsh sentences are Welsh`(sentence: String) {
    #expect(LanguageGuess.language(of: sentence) == "cy")
  }

  @Test(arguments: [
    (
      "pl", "Jeśli nie wiesz, co zrobić, porozmawiaj z kimś, komu ufasz, bo to nie jest twoja wina."
    ),
    ("fr", "Si vous avez des questions, vous pouvez nous appeler tous les jours de la semaine."),
    ("de", "Wenn du nicht weißt, was du tun sollst, sprich mit einem Menschen und hole dir Hilfe."),
    ("es", "Si no sabes qué hacer, habla con una persona de tu familia que te pueda ayudar."),
    (
      "ro",
      "Dacă nu știi ce să faci, vorbește cu o persoană în care ai încredere și care este adult."
    ),
    ("so", "Haddii aad qabto wax su'aalo ah waxaad la hadli kartaa waalidka ama macallinka."),
    ("ar", "إذا كنت تشعر بالقلق فتحدث إلى شخص بالغ تثق به"),
    ("ur", "اگر آپ پریشان ہیں تو کسی بڑے سے بات کریں"),
    ("ps", "که تاسو اندېښمن یاست نو له یو لوی سره خبرې وکړئ ځکه چې دا ستاسو ګناه نه ده"),
    ("ru", "Если ты не знаешь, что делать, поговори со взрослым"),
    ("uk", "Якщо ти не знаєш, що робити, поговори з дорослим, якому довіряєш"),
    ("bg", "Ако не знаеш какво да правиш, говори с възрастен, къщата също"),
    ("el", "Αν δεν ξέρεις τι να κάνεις, μίλησε"),
    ("zh", "如果你不知道该怎么办"), ("ja", "どうすればいいか分からないときは"), ("ko", "무엇을 해야 할지"),
    ("th", "ถ้าไม่รู้"), ("ta", "என்ன செய்வது"),
    ("gu", "શું કરવું શું કરવું"), ("pa", "ਕੀ ਕਰਨਾ ਕੀ ਕਰਨਾ"), ("bn", "কী করতে কী করতে"),
  ])
  func `other languages are told by script or words`(language: String, text: String) {
    #expect(LanguageGuess.language(of: text) == language)
  }

  @Test(arguments: [
    "", "   ", "12 345 !!", "OK", "Gwynedd", "NSPCC",
    "Mae help ar gael i chi a'ch teulu. There is help available for you and your family.",
    "हिन्दी", "abcd efgh ijkl mnop", "hello мир שלום",
    "zxq wvut qqq xxz kjh vbn", "plain text", "This is the leaflet for you.", "你好",
    "\u{5A4B}\u{6C31}\u{7F02}", "如果你不知道\u{FFFD}该怎么办", "\u{1}如果你不知道该怎么办",
  ])
  func `too little, mixed or unknown text makes no guess`(text: String) {
    #expect(LanguageGuess.language(of: text) == nil)
  }

  @Test func `the guess is the same for composed and decomposed text`() {
    let text = "Rydw i'n byw mewn tŷ yn ymyl y dŵr a dyna'r lle gorau."
    #expect(LanguageGuess.language(of: RandomText.decomposed(text)) == "cy")
  }

  @Test func `a long text is read in part`() {
    let text = String(repeating: "Mae'r plant yn yr ysgol heddiw. ", count: 100_000)
    #expect(LanguageGuess.language(of: text) == "cy")
  }
}
