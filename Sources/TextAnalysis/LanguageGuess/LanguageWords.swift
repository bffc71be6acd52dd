/// Common words of the languages in Latin letters that the catalogue has or may get: those of
/// grammar first, for English and Welsh also words that its texts are full of.
///
/// Case-folded, NFC.
///
/// To teach ``LanguageGuess`` a language, add a row.
enum LanguageWords {
  /// One row per language; at most 32.
  ///
  /// The order breaks ties and means nothing else.
  static let lists: [(language: String, words: String)] = [
    ("en", english),
    ("cy", welsh),
    (
      "fr",
      """
      le la les un une des du de et est sont dans pour que qui ne pas plus avec sur ce cette ces
      vous nous il elle ils elles leur leurs son sa ses mais ou où être avoir fait peut au aux par
      comme tout votre vos notre nos c'est d'un d'une l'enfant enfants parents
      """
    ),
    (
      "de",
      """
      der die das und ist sind ein eine einen einem einer nicht mit für auf von zu im den dem des
      sich auch es ich sie wir ihr werden wird haben hat als wie oder aber bei nach aus wenn kann
      können über durch kinder eltern jugendliche
      """
    ),
    (
      "es",
      """
      el la los las un una de del y en que es son no por para con se su sus lo como más pero al
      este esta está están usted ustedes nosotros ser puede pueden si sobre cuando muy también hay
      niños padres niñas jóvenes
      """
    ),
    (
      "it",
      """
      il lo la i gli le un una di del della dei delle e è che non per con in sono si su da come
      più ma anche questo questa essere ha hanno al alla nel nella se o dal tuo vostro bambini
      genitori ragazzi
      """
    ),
    (
      "pt",
      """
      o a os as um uma de do da dos das e em no na que é são não por para com se seu sua mais mas
      como ao à você vocês está estão ser pode podem também quando muito isso este esta crianças
      pais jovens
      """
    ),
    (
      "nl",
      """
      de het een en van is zijn in op te dat die niet voor met aan er om ook als bij of maar je u
      we ze hij wij kan worden wordt naar uit door over heeft hebben deze dit kinderen ouders
      jongeren
      """
    ),
    (
      "pl",
      """
      i w na z że się nie do to jest są o jak za od po co czy ale dla przez być może który która
      które ich jego jej oraz lub gdy jeśli tak tym tego te ten dzieci rodzice rodziców dziecko
      młodzież osoby można
      """
    ),
    (
      "ro",
      """
      și în de la cu pe un o este sunt nu că care să din pentru mai ce sau dacă fi au ale al ai
      lui ei dumneavoastră poate acest această despre prin după copii copiii copilul părinți
      părinții
      """
    ),
    (
      "so",
      """
      iyo waa oo in ku ka la si aan aad uu ay u wuxuu waxaa waxay hadii haddii markii kale mid leh
      ah ayaa ama lagu loo kasta caruurta carruurta ilmaha waalidka dhallinyarada
      """
    ),
    (
      "sq",
      """
      dhe në e të një i për me që nga është janë nuk do ka si por se kjo ky kur mund ose më tek
      fëmijët fëmijëve prindërit prindër juaj tuaj ju ne duke
      """
    ),
    (
      "lt",
      """
      ir yra į kad su iš ar ne bet kaip o apie už nuo jei tai jūs jūsų jų jie tik gali būti šis ši
      prie vaikai vaikų vaikams tėvai tėvams jaunimas arba kai
      """
    ),
    (
      "lv",
      """
      un ir uz ar no ka par kā lai bet vai nav tas šis šī jūs jūsu viņi viņu pie ja arī to var būt
      kas bērni bērniem bērnu vecāki vecākiem jaunieši pēc
      """
    ),
    (
      "cs",
      """
      a je v na se že s z do o jsou ne pro to jako by ale nebo které který která když tak už může
      být při po od co jste jsme vaše děti dětí rodiče rodičů mladí lidé
      """
    ),
    (
      "sk",
      """
      a je v na sa že s z do o sú nie pre to ako by ale alebo ktoré ktorý ktorá keď tak už môže
      byť pri po od čo ste sme vaše deti detí rodičia rodičov mladí ľudia
      """
    ),
    (
      "hu",
      """
      a az és egy hogy nem is van ez meg de ha már csak vagy mint ki mi ön önök lehet kell nagyon
      volt vannak amely aki ami akkor ezt azt gyermek gyermekek gyerekek szülők fiatalok
      """
    ),
    (
      "tr",
      """
      ve bir bu için ile de da ne çok daha gibi olan olarak en var yok değil mi ben sen o biz siz
      onlar kadar sonra ama veya her ise çocuk çocuklar çocukların ebeveynler gençler
      """
    ),
    (
      "vi",
      """
      và của là có không các một cho những được với trong này đã để người khi về từ bạn tôi chúng
      con em trẻ phụ huynh nếu hoặc như cũng thể
      """
    ),
    (
      "tl",
      """
      ang ng sa na mga ay at kung para ito hindi isang may mo ka ko siya sila kami tayo nila
      kanilang iyong inyong dapat maaari bata anak magulang kabataan upang o
      """
    ),
    (
      "ga",
      """
      agus an na ar is go tá do le i ní a bhí sé sí sin seo mar ach nó as faoi gach féin bhfuil
      atá leis aon duine páistí leanaí tuismitheoirí óga
      """
    ),
    (
      "sv",
      """
      och att det i en är som på för av med den till inte har de om ett men var jag du vi kan från
      så eller när sin barn föräldrar unga också
      """
    ),
    (
      "da",
      """
      og at det i en er som på for af med den til ikke har de om et men var jeg du vi kan fra så
      eller når sin børn forældre unge også
      """
    ),
    (
      "fi",
      """
      ja on ei se että hän oli joka mutta niin kuin myös ovat tai jos kun ole voi sen sinä me te
      he lapset lasten vanhemmat nuoret
      """
    ),
  ]

  private static let english =
    """
    the of and to a in is that it was for on are as with his they at be this from have or by had
    not but what all were when we there can an your which their said if do will each about how up
    out them then she many some so these would other into has her two like him see time could no
    make than been its who now people my made over did down only way find use may after our think
    also around another came come work three word must because does part even place well such here
    take why things help every tell before right too means any same where most should between need
    own child children young parents carers school support safe abuse information family services
    something someone talk worried feel know want never always online guide learning you're don't
    it's resources poster guidance training you i he me while during health sexual harm
    """

  private static let welsh =
    """
    y yr yn a ac i o ar am at gan gyda i'r o'r a'r yn'r â ei eu eich ein fy dy mae sydd yw oes
    oedd roedd bydd bod fod wedi heb dros dan drwy wrth hyd er mwyn neu ond os pan pe na nad nid
    ni ddim dim hwn hon hyn hynny honno sut beth pwy pam ble pryd faint mwy hefyd iawn cael gael
    gwneud wneud mynd dod rhoi gweld eisiau angen gallu gall gallwch rhaid dylai dylech allwch chi
    nhw ti fi hi ef fo mi rwy rwy'n dw i'n mae'n sy'n chi'n maen dych rydym rydych ydych ydy
    efallai rhywun rhywbeth unrhyw pob bob holl llawer rhai arall eraill un dau dwy tri plant
    phlant blant plentyn pobl bobl ifanc rieni rhieni gofalwyr ysgol ysgolion cymorth help ddiogel
    diogel diogelu cam-drin drin rhywiol gwybodaeth teulu teuluoedd gwasanaethau siarad poeni
    teimlo gwybod ar-lein canllaw dysgu adnoddau cymru cymraeg gymraeg llywodraeth athrawon bywyd
    gwaith ffordd amser dydd heddiw newydd bach mawr da wahanol gwahanol llaw cyngor canllawiau
    hyfforddiant iechyd amddiffyn ymarferwyr addysg chwarae byd tŷ dŵr hoffi dywedodd meddai'r
    ymlaen allan mewn gyfer cyfer ôl cyn yma yna hwyl ffôn stori gwrando'n llais yng ngofal
    nghymru mhob
    """
}
