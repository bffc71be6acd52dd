/// Words about the matters of the second set, written by hand.
enum Topic: Sendable {
  case images, grooming, relationships, learners, sibling, reporting, survivors, sport, disability
  case online, roads, recruitment

  /// The text as paragraphs in `language`; English where there is no Welsh.
  func html(_ language: String) -> String {
    let text = language == "cy" ? welsh ?? english : english
    return text.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
  }

  /// The first paragraph.
  func lead(_ language: String = "en") -> String {
    let text = language == "cy" ? welsh ?? english : english
    return "<p>\(text.split(separator: "\n\n").first ?? "")</p>"
  }

  /// The English text.
  private var english: String {
    switch self {
    case .images:
      """
      Finding out that a nude picture of your child is going round can feel like the floor has gone.
      Try to stay calm. Your son or daughter needs to know that you are on their side and that it
      can be sorted out.

      Do not look at the picture yourself and do not pass it on, even to a teacher. Ask who has it,
      when it was sent and whether anyone made threats. Under-18s can use Report Remove to have an
      image taken down from the big platforms without giving their name.

      If an adult is behind it, or someone is asking for money, ring 101 straight away. Schools have
      to follow their own procedure, and the designated lead should phone you the same day.
      """
    case .grooming:
      """
      Grooming is when somebody builds a bond with a child so that they can hurt or use them later.
      It happens face to face, in clubs and in families, and more and more of it begins in games and
      group chats.

      Signs differ. A teenager may have money that nobody can explain, swear by a friend you have
      never met, or get angry when the Wi-Fi goes off. None of this is proof, but it is a reason to
      ask an open question and to listen for longer than is comfortable.

      Professionals should make a report to the local authority under section 130 of the Social
      Services and Well-being (Wales) Act 2014 as soon as they have cause to suspect harm.
      """
    case .relationships:
      """
      A good relationship leaves room for two people. You can say no, change your mind, see your
      mates and keep your own password. Nobody keeps score.

      This pack has six sessions of fifty minutes for years 7 to 9. Each opens with a starter, has
      a scenario card and closes with a quiet five minutes. The cards can be cut out. Answers are on
      the back, and there is a note for teaching assistants.

      Session three looks at jealousy, session four at messages sent at night, and the last one at
      what a friend can do. Curriculum links to Health and Well-being are in the margin.
      """
    case .learners:
      """
      This statutory guidance is for governing bodies, head teachers and local authorities in Wales.
      It sets out what they must do under section 175 of the Education Act 2002 to keep learners
      safe from harm.

      Every setting needs a designated safeguarding person with enough time, status and training,
      and a deputy who can stand in. Governors should see an anonymised report each term and should
      test whether the policy is known to supply staff, caterers and peripatetic music teachers.

      Chapter 4 covers recruitment, chapter 5 allegations against staff, chapter 6 visiting speakers
      and chapter 7 what happens when a learner moves to another school.
      """
    case .sibling:
      """
      When one child in a family has hurt another, parents are pulled two ways at once. You love
      both of them. This page was written with mothers and fathers who have been there.

      Keep them apart at night and when nobody is watching. Tell the children that the rule is there
      to help everyone, and that nobody is being sent away for telling. Write down what was said in
      the words they used.

      A social worker will want to see the house and talk to each of you alone. Most brothers and
      sisters who get the right help do not do it again.
      """
    case .reporting:
      """
      If you are worried about a child, say something. You do not need proof and you will not be
      wasting anyone's time. In an emergency dial 999.

      On weekdays between half past eight and five, call the front door team at your council. At
      night and at weekends the emergency duty team answers. Have the child's name, address, age and
      school to hand if you know them, but do not wait because you lack one of these.

      You can ask not to be named. The team decides within one working day what should happen, and
      professionals must follow up in writing within two.
      """
    case .survivors:
      """
      It was not your fault. That is where we start with every man and woman who rings our bell,
      whether it happened last winter or in 1962.

      We offer up to twenty sessions with a counsellor, on a sofa or on a screen, in either
      language. There is no charge. There is a waiting list of about nine weeks and a weekly phone
      call while you are on it. A drop-in with tea runs on Tuesdays.

      You may bring a friend. We do not pass anything to the police unless a child is in danger
      today, and we would tell you first.
      """
    case .sport:
      """
      Coaches, stewards and parents on the touchline all have a part in keeping young players well.
      This short course takes two hours and is free for affiliated clubs.

      It covers changing rooms, lifts home, away trips with an overnight stay, photographs on match
      day and private messages between an adult and an under-18. Each module ends with five
      questions, and you can print a certificate.

      Clubs must appoint a welfare officer and display his or her telephone number in the clubhouse.
      """
    case .disability:
      """
      Deaf and disabled children are three times as likely to be abused, and are less often
      believed. Adults may put bruises or moods down to the impairment.

      Give the child the words and symbols for body parts and for stop. Check who helps with washing
      and feeding and whether the child can choose. Bring in an intermediary or a signer early, not
      a parent, when a child wants to tell something.

      The tool on this page walks a practitioner through a case in nine steps.
      """
    case .online:
      """
      Children in Wales get their first phone at about nine. Settings help, but talk helps more: ask
      what made them laugh today, what was weird, and who they would show if it was nasty.

      Switch off location, make accounts private and go through the block button together. Games
      with voice chat need a word about what strangers can ask. Screenshots last, even where an app
      says that they vanish.

      If the worst has happened already, do not take the phone away. Save what you can and look at
      our list of people who will take it up with the company.
      """
    case .roads:
      """
      Road works will begin on the A484 near Burry Port on Monday. Single-lane traffic with lights
      will be in place from the roundabout as far as the garden centre.

      Resurfacing takes eleven nights. Buses on routes 111 and 197 will be diverted along Stepney
      Road. Residents have had a letter with a map. Skips need a licence and may not be left on the
      verge.

      For the gritting timetable and flood warnings see the highways pages.
      """
    case .recruitment:
      """
      We are looking for a Catering Assistant, 25 hours per week, term time only, grade C. You will
      prepare vegetables, serve at the hatch and wipe tables.

      A Level 2 certificate in food hygiene is desirable. Uniform is provided. Interviews will be
      held in the week of the fourteenth. Late forms cannot be considered.

      Benefits: local government pension, cycle scheme and discount at the leisure centre.
      """
    }
  }

  /// The Welsh text.
  private var welsh: String? {
    switch self {
    case .online:
      """
      Mae plant yng Nghymru'n cael eu ffôn cyntaf tua naw oed. Mae gosodiadau'n help, ond mae sgwrs
      yn well: gofynnwch beth wnaeth iddyn nhw chwerthin heddiw, beth oedd yn od, ac i bwy y bydden
      nhw'n dangos rhywbeth cas.

      Diffoddwch y lleoliad, gwnewch gyfrifon yn breifat ac edrychwch ar y botwm blocio gyda'ch
      gilydd. Mewn gemau â sgwrs lais, mae angen gair am yr hyn y gall dieithriaid ei ofyn. Mae
      sgrinluniau'n para, hyd yn oed os yw'r ap yn dweud eu bod yn diflannu.

      Os yw'r gwaethaf wedi digwydd yn barod, peidiwch â mynd â'r ffôn oddi arnyn nhw. Cadwch bopeth
      y gallwch ac ewch at y rhestr o bobl a fydd yn cysylltu â'r cwmni ar eich rhan.
      """
    case .learners:
      """
      Mae'r canllawiau statudol hyn ar gyfer cyrff llywodraethu, penaethiaid ac awdurdodau lleol yng
      Nghymru. Maen nhw'n nodi'r hyn sy'n rhaid ei wneud o dan adran 175 o Ddeddf Addysg 2002 i gadw
      dysgwyr yn ddiogel rhag niwed.

      Mae angen person diogelu dynodedig ym mhob lleoliad, gyda digon o amser, statws a
      hyfforddiant, a dirprwy a all gamu i'r adwy. Dylai llywodraethwyr weld adroddiad dienw bob
      tymor a holi a yw staff cyflenwi, arlwywyr ac athrawon cerdd teithiol yn gwybod am y polisi.

      Mae pennod 4 yn ymdrin â recriwtio, pennod 5 â honiadau yn erbyn staff a phennod 7 â'r hyn
      sy'n digwydd pan fydd dysgwr yn symud i ysgol arall.
      """
    case .relationships:
      """
      Mae perthynas dda yn gadael lle i ddau. Cewch ddweud na, newid eich meddwl, gweld eich
      ffrindiau a chadw eich cyfrinair eich hun. Does neb yn cadw sgôr.

      Mae chwe sesiwn o hanner can munud yn y pecyn hwn i flynyddoedd 7 i 9. Mae gan bob un
      weithgaredd cychwynnol, cerdyn sefyllfa a phum munud tawel i gloi. Gellir torri'r cardiau
      allan, ac mae'r atebion ar y cefn.

      Mae sesiwn tri'n edrych ar genfigen, sesiwn pedwar ar negeseuon a anfonir gyda'r nos, a'r olaf
      ar yr hyn y gall ffrind ei wneud.
      """
    case .reporting:
      """
      Os ydych chi'n poeni am blentyn, dywedwch rywbeth. Does dim angen prawf arnoch ac fyddwch chi
      ddim yn gwastraffu amser neb. Mewn argyfwng, ffoniwch 999.

      Rhwng hanner awr wedi wyth a phump yn ystod yr wythnos, ffoniwch dîm drws blaen eich cyngor.
      Gyda'r nos ac ar benwythnosau mae'r tîm dyletswydd argyfwng yn ateb. Byddai enw, cyfeiriad,
      oedran ac ysgol y plentyn yn ddefnyddiol, ond peidiwch ag oedi os nad ydynt gennych.

      Gallwch ofyn i ni beidio â'ch enwi. Bydd y tîm yn penderfynu o fewn un diwrnod gwaith beth
      ddylai ddigwydd nesaf.
      """
    case .images, .grooming, .sibling, .survivors, .sport, .disability, .roads, .recruitment: nil
    }
  }
}
