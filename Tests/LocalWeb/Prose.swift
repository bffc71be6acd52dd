/// Plain text in English and Welsh, made up: the same seed gives the same sentences.
enum Prose {
  /// `count` sentences.
  static func sentences(_ count: Int, language: String, seed: String) -> [String] {
    var random = Random(seed + language)
    let parts = language == "cy" ? cy : en
    return (0..<count).map { _ in
      parts.map { $0[random.below($0.count)] }.joined(separator: " ") + "."
    }
  }

  /// The titles of the record with this number: English and Welsh, different for each of 200.
  static func titles(_ number: Int) -> (String, String) {
    let subject = subjects[number % subjects.count]
    let form = forms[number / subjects.count % forms.count]
    return ("\(subject.0): \(form.0)", "\(subject.1): \(form.1)")
  }

  private static let en: [[String]] = [
    [
      "Parents", "Teachers", "Foster carers", "Social workers", "School nurses", "Young people",
      "Grandparents", "Youth workers", "Governors", "Health visitors", "Friends", "Older brothers",
    ],
    [
      "can talk about", "often ask about", "should write down", "may first notice",
      "rarely mention",
      "need time for", "find it hard to raise", "will want help with", "learn to recognise",
      "are taught about", "share stories of", "keep notes on",
    ],
    [
      "messages from strangers", "a change of mood", "secrets kept from home", "new gifts",
      "photographs sent by phone", "trouble with sleep", "games played online", "missed lessons",
      "pressure from a partner", "rules about screens", "worries after a visit",
      "harmful behaviour",
    ],
    [
      "before the summer holidays", "during form time", "when they feel ready", "over a meal",
      "at the first meeting", "with a trusted adult", "in a quiet room", "after school",
      "through drawing and play", "once a plan is agreed", "in their own words",
      "while waiting for support",
    ],
  ]

  private static let cy: [[String]] = [
    [
      "Gall rhieni", "Gall athrawon", "Dylai gofalwyr maeth", "Gall gweithwyr cymdeithasol",
      "Bydd pobl ifanc", "Dylai nyrsys ysgol", "Gall ffrindiau", "Bydd llywodraethwyr",
      "Dylai gweithwyr ieuenctid", "Gall neiniau a theidiau",
    ],
    [
      "siarad am", "holi am", "ysgrifennu am", "sylwi ar", "dysgu am", "cael cymorth gyda",
      "adnabod", "cadw nodiadau ar", "deall", "trafod",
    ],
    [
      "negeseuon gan ddieithriaid", "newid mewn hwyliau", "cyfrinachau gartref", "anrhegion newydd",
      "lluniau ar y ffôn", "trafferth cysgu", "gemau ar-lein", "gwersi a gollwyd",
      "pwysau gan gariad", "rheolau am sgriniau",
    ],
    [
      "cyn gwyliau'r haf", "yn y dosbarth", "pan fyddant yn barod", "dros bryd o fwyd",
      "yn y cyfarfod cyntaf", "gydag oedolyn y maent yn ymddiried ynddo", "mewn ystafell dawel",
      "ar ôl yr ysgol", "drwy arlunio a chwarae", "yn eu geiriau eu hunain",
    ],
  ]

  private static let subjects: [(String, String)] = [
    ("Keeping safe online", "Cadw'n ddiogel ar-lein"),
    ("Healthy relationships", "Perthnasoedd iach"),
    ("Recognising grooming", "Adnabod meithrin perthynas amhriodol"),
    ("Talking about bodies", "Siarad am gyrff"),
    ("Sharing nude images", "Rhannu lluniau noeth"),
    ("Exploitation in our towns", "Camfanteisio yn ein trefi"),
    ("Harmful sexual behaviour", "Ymddygiad rhywiol niweidiol"),
    ("Sibling harm at home", "Niwed rhwng brodyr a chwiorydd"),
    ("Supporting adult survivors", "Cefnogi goroeswyr sy'n oedolion"),
    ("Bullying and the law", "Bwlio a'r gyfraith"),
    ("Consent and respect", "Cydsyniad a pharch"),
    ("Missing from care", "Ar goll o ofal"),
    ("Whole-school approaches", "Dulliau ysgol gyfan"),
    ("Children with disabilities", "Plant ag anableddau"),
    ("Listening to children", "Gwrando ar blant"),
    ("Safety planning together", "Cynllunio diogelwch gyda'n gilydd"),
    ("Peer pressure", "Pwysau gan gyfoedion"),
    ("Reporting a concern", "Rhoi gwybod am bryder"),
    ("Recovery after abuse", "Adfer ar ôl camdriniaeth"),
    ("Safer sports clubs", "Clybiau chwaraeon mwy diogel"),
  ]

  private static let forms: [(String, String)] = [
    ("a guide for parents", "canllaw i rieni"),
    ("lesson plans for schools", "cynlluniau gwersi i ysgolion"),
    ("research report", "adroddiad ymchwil"),
    ("practitioner toolkit", "pecyn cymorth i ymarferwyr"),
    ("easy read booklet", "llyfryn hawdd ei ddeall"),
    ("posters and films", "posteri a ffilmiau"),
    ("training workbook", "llyfr gwaith hyfforddi"),
    ("questions and answers", "cwestiynau ac atebion"),
    ("statutory guidance", "canllawiau statudol"),
    ("evaluation summary", "crynodeb o'r gwerthusiad"),
  ]
}
