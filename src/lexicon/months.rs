//! Names of the months by language.
//!
//! Facts of the Unicode Common Locale Data Repository 48 (format and stand-alone, wide and abbreviated forms, as ICU 78
//! prints them), with some spellings that news pages use added (`sept`, `setiembre`, `mrz`).

/// Language, then January to December parted by `|`, spellings of one month by `/`; lower case, no final full stop.
pub(crate) const MONTHS: &[(&str, &str)] = &[
    (
        "en",
        "january/jan|february/feb|march/mar|april/apr|may|june/jun|july/jul|august/aug|september/sep/sept|october/oct|november/nov|december/dec",
    ),
    (
        "de",
        "januar/jan/jänner/jän|februar/feb/feber|märz/mär/mrz|april/apr|mai|juni/jun|juli/jul|august/aug|september/sept/sep|oktober/okt|november/nov|dezember/dez",
    ),
    (
        "fr",
        "janvier/janv/jan|février/févr/fév|mars|avril/avr|mai|juin|juillet/juil|août|septembre/sept|octobre/oct|novembre/nov|décembre/déc",
    ),
    (
        "es",
        "enero/ene|febrero/feb|marzo/mar|abril/abr|mayo/may|junio/jun|julio/jul|agosto/ago|septiembre/sept/setiembre/set/sep|octubre/oct|noviembre/nov|diciembre/dic",
    ),
    (
        "it",
        "gennaio/gen|febbraio/feb|marzo/mar|aprile/apr|maggio/mag|giugno/giu|luglio/lug|agosto/ago|settembre/set|ottobre/ott|novembre/nov|dicembre/dic",
    ),
    (
        "pt",
        "janeiro/jan|fevereiro/fev|março/mar|abril/abr|maio/mai|junho/jun|julho/jul|agosto/ago|setembro/set|outubro/out|novembro/nov|dezembro/dez",
    ),
    (
        "nl",
        "januari/jan|februari/feb|maart/mrt/mar|april/apr|mei|juni/jun|juli/jul|augustus/aug|september/sep|oktober/okt|november/nov|december/dec",
    ),
    ("sv", "januari/jan|februari/feb|mars|april/apr|maj|juni/jun|juli/jul|augusti/aug|september/sep|oktober/okt|november/nov|december/dec"),
    (
        "da",
        "januar/jan|februar/feb|marts/mar|april/apr|maj|juni/jun|juli/jul|august/aug|september/sep|oktober/okt|november/nov|december/dec",
    ),
    (
        "nb",
        "januar/jan|februar/feb|mars/mar|april/apr|mai|juni/jun|juli/jul|august/aug|september/sep|oktober/okt|november/nov|desember/des",
    ),
    (
        "fi",
        "tammikuuta/tammikuu/tammi|helmikuuta/helmikuu/helmi|maaliskuuta/maaliskuu/maalis|huhtikuuta/huhtikuu/huhti|toukokuuta/toukokuu/touko|kesäkuuta/kesäkuu/kesä|heinäkuuta/heinäkuu/heinä|elokuuta/elokuu/elo|syyskuuta/syyskuu/syys|lokakuuta/lokakuu/loka|marraskuuta/marraskuu/marras|joulukuuta/joulukuu/joulu",
    ),
    (
        "pl",
        "stycznia/styczeń/sty|lutego/luty/lut|marca/marzec/mar|kwietnia/kwiecień/kwi|maja/maj|czerwca/czerwiec/cze|lipca/lipiec/lip|sierpnia/sierpień/sie|września/wrzesień/wrz|października/październik/paź|listopada/listopad/lis|grudnia/grudzień/gru",
    ),
    (
        "cs",
        "ledna/leden/led|února/únor/úno|března/březen/bře|dubna/duben/dub|května/květen/kvě|června/červen/čvn|července/červenec/čvc|srpna/srpen/srp|září/zář|října/říjen/říj|listopadu/listopad/lis|prosince/prosinec/pro",
    ),
    (
        "sk",
        "januára/január/jan|februára/február/feb|marca/marec/mar|apríla/apríl/apr|mája/máj|júna/jún|júla/júl|augusta/august/aug|septembra/september/sep|októbra/október/okt|novembra/november/nov|decembra/december/dec",
    ),
    (
        "sl",
        "januar/jan|februar/feb|marec/mar|april/apr|maj|junij/jun|julij/jul|avgust/avg|september/sep|oktober/okt|november/nov|december/dec",
    ),
    (
        "hr",
        "siječnja/siječanj/sij|veljače/veljača/velj|ožujka/ožujak/ožu|travnja/travanj/tra|svibnja/svibanj/svi|lipnja/lipanj/lip|srpnja/srpanj/srp|kolovoza/kolovoz/kol|rujna/rujan/ruj|listopada/listopad/lis|studenoga/studeni/stu/studenog|prosinca/prosinac/pro",
    ),
    ("sr", "јануар/јан|фебруар/феб|март/мар|април/апр|мај|јун|јул|август/авг|септембар/сеп|октобар/окт|новембар/нов|децембар/дец"),
    ("sr", "januar/jan|februar/feb|mart/mar|april/apr|maj|jun|jul|avgust/avg|septembar/sep/sept|oktobar/okt|novembar/nov|decembar/dec"),
    (
        "ru",
        "января/январь/янв|февраля/февраль/февр/фев|марта/март/мар|апреля/апрель/апр|мая/май|июня/июнь/июн|июля/июль/июл|августа/август/авг|сентября/сентябрь/сент/сен|октября/октябрь/окт|ноября/ноябрь/нояб/ноя|декабря/декабрь/дек",
    ),
    (
        "uk",
        "січня/січень/січ|лютого/лютий/лют|березня/березень/бер|квітня/квітень/квіт|травня/травень/трав|червня/червень/черв|липня/липень/лип|серпня/серпень/серп|вересня/вересень/вер|жовтня/жовтень/жовт|листопада/листопад/лист|грудня/грудень/груд",
    ),
    (
        "be",
        "студзеня/студзень/сту|лютага/люты/лют|сакавіка/сакавік/сак|красавіка/красавік/кра|мая/май|чэрвеня/чэрвень/чэр|ліпеня/ліпень/ліп|жніўня/жнівень/жні|верасня/верасень/вер|кастрычніка/кастрычнік/кас|лістапада/лістапад/ліс|снежня/снежань/сне",
    ),
    ("bg", "януари/ян|февруари/фев|март|април/апр|май|юни|юли|август/авг|септември/сеп|октомври/окт|ноември/ное|декември/дек"),
    (
        "mk",
        "јануари/јан|февруари/фев|март/мар|април/апр|мај|јуни/јун|јули/јул|август/авг|септември/сеп|октомври/окт|ноември/ное|декември/дек",
    ),
    (
        "ro",
        "ianuarie/ian|februarie/feb|martie/mar|aprilie/apr|mai|iunie/iun|iulie/iul|august/aug|septembrie/sept/sep|octombrie/oct|noiembrie/nov/noi|decembrie/dec",
    ),
    (
        "hu",
        "január/jan|február/febr|március/márc|április/ápr|május/máj|június/jún|július/júl|augusztus/aug|szeptember/szept|október/okt|november/nov|december/dec",
    ),
    (
        "el",
        "ιανουαρίου/ιαν|φεβρουαρίου/φεβ|μαρτίου/μαρ|απριλίου/απρ|μαΐου/μαΐ/μαϊ|ιουνίου/ιουν|ιουλίου/ιουλ|αυγούστου/αυγ|σεπτεμβρίου/σεπ|οκτωβρίου/οκτ|νοεμβρίου/νοε|δεκεμβρίου/δεκ",
    ),
    ("tr", "ocak/oca|şubat/şub|mart/mar|nisan/nis|mayıs/may|haziran/haz|temmuz/tem|ağustos/ağu|eylül/eyl|ekim/eki|kasım/kas|aralık/ara"),
    ("az", "yanvar/yan|fevral/fev|mart/mar|aprel/apr|may|iyun/iyn|iyul/iyl|avqust/avq|sentyabr/sen|oktyabr/okt|noyabr/noy|dekabr/dek"),
    (
        "lt",
        "sausio/sausis/saus|vasario/vasaris/vas|kovo/kovas/kov|balandžio/balandis/bal|gegužės/gegužė/geg|birželio/birželis/birž|liepos/liepa/liep|rugpjūčio/rugpjūtis/rugp|rugsėjo/rugsėjis/rugs|spalio/spalis/spal|lapkričio/lapkritis/lapkr|gruodžio/gruodis/gruod",
    ),
    (
        "lv",
        "janvāris/janv|februāris/febr|marts|aprīlis/apr|maijs|jūnijs/jūn|jūlijs/jūl|augusts/aug|septembris/sept|oktobris/okt|novembris/nov|decembris/dec",
    ),
    (
        "et",
        "jaanuar/jaan|veebruar/veebr|märts|aprill/apr|mai|juuni|juuli|august/aug|september/sept|oktoober/okt|november/nov|detsember/dets",
    ),
    ("sq", "janar/jan|shkurt/shk|mars/mar|prill/pri|maj|qershor/qer|korrik/korr|gusht/gush|shtator/sht|tetor/tet|nëntor/nën|dhjetor/dhj"),
    ("is", "janúar/jan|febrúar/feb|mars/mar|apríl/apr|maí|júní/jún|júlí/júl|ágúst/ágú|september/sep|október/okt|nóvember/nóv|desember/des"),
    ("ca", "gener/gen|febrer/febr|març|abril/abr|maig|juny|juliol/jul|agost/ag|setembre/set|octubre/oct|novembre/nov|desembre/des"),
    (
        "gl",
        "xaneiro/xan|febreiro/feb|marzo/mar|abril/abr|maio|xuño|xullo/xul|agosto/ago|setembro/set|outubro/out|novembro/nov|decembro/dec",
    ),
    (
        "eu",
        "urtarrila/urt|otsaila/ots|martxoa/mar|apirila/api|maiatza/mai|ekaina/eka|uztaila/uzt|abuztua/abu|iraila/ira|urria/urr|azaroa/aza|abendua/abe",
    ),
    (
        "ga",
        "eanáir/ean|feabhra/feabh|márta|aibreán/aib|bealtaine/beal|meitheamh/meith|iúil|lúnasa/lún|meán fómhair/mfómh|deireadh fómhair/dfómh|samhain/samh|nollaig/noll",
    ),
    (
        "cy",
        "ionawr/ion|chwefror/chwef/chw|mawrth/maw|ebrill/ebr|mai|mehefin/meh|gorffennaf/gorff/gor|awst|medi|hydref/hyd|tachwedd/tach|rhagfyr/rhag",
    ),
    (
        "af",
        "januarie/jan|februarie/feb|maart/mrt|april/apr|mei|junie/jun|julie/jul|augustus/aug|september/sep|oktober/okt|november/nov|desember/des",
    ),
    ("fa", "ژانویهٔ/ژانویه|فوریهٔ/فوریه|مارس|آوریل|مهٔ/مه/می|ژوئن|ژوئیهٔ/ژوئیه/جولای|اوت/آگوست|سپتامبر|اکتبر|نوامبر|دسامبر"),
    ("ar", "يناير/كانون الثاني|فبراير|مارس|أبريل/ابريل|مايو|يونيو|يوليو|أغسطس/اغسطس|سبتمبر|أكتوبر/اكتوبر|نوفمبر|ديسمبر"),
    ("ar", "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"),
    ("ar", "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"),
    ("ar", "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر"),
    ("he", "ינואר/ינו׳|פברואר/פבר׳|מרץ|אפריל/אפר׳|מאי|יוני|יולי|אוגוסט/אוג׳|ספטמבר/ספט׳|אוקטובר/אוק׳|נובמבר/נוב׳|דצמבר/דצמ׳"),
    ("hi", "जनवरी/जन॰|फ़रवरी/फ़र॰/फरवरी|मार्च|अप्रैल|मई|जून|जुलाई/जुल॰|अगस्त/अग॰|सितंबर/सित॰/सितम्बर|अक्टूबर/अक्टू॰|नवंबर/नव॰/नवम्बर|दिसंबर/दिस॰/दिसम्बर"),
    ("bn", "জানুয়ারি/জানু|ফেব্রুয়ারি/ফেব|মার্চ|এপ্রিল/এপ্রি|মে|জুন|জুলাই/জুল|আগস্ট/আগ|সেপ্টেম্বর/সেপ/সেপ্ট|অক্টোবর/অক্টো|নভেম্বর/নভে|ডিসেম্বর/ডিসে"),
    ("ur", "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر"),
    ("ta", "ஜனவரி/ஜன|பிப்ரவரி/பிப்|மார்ச்/மார்|ஏப்ரல்/ஏப்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்/ஆக|செப்டம்பர்/செப்|அக்டோபர்/அக்|நவம்பர்/நவ|டிசம்பர்/டிச"),
    ("te", "జనవరి/జన|ఫిబ్రవరి/ఫిబ్ర|మార్చి|ఏప్రిల్/ఏప్రి|మే|జూన్|జులై|ఆగస్టు/ఆగ|సెప్టెంబర్/సెప్టెం|అక్టోబర్/అక్టో|నవంబర్/నవం|డిసెంబర్/డిసెం"),
    ("mr", "जानेवारी/जाने|फेब्रुवारी/फेब्रु|मार्च|एप्रिल/एप्रि|मे|जून|जुलै|ऑगस्ट/ऑग|सप्टेंबर/सप्टें|ऑक्टोबर/ऑक्टो|नोव्हेंबर/नोव्हें|डिसेंबर/डिसें"),
    ("gu", "જાન્યુઆરી/જાન્યુ|ફેબ્રુઆરી/ફેબ્રુ|માર્ચ|એપ્રિલ|મે|જૂન|જુલાઈ|ઑગસ્ટ|સપ્ટેમ્બર/સપ્ટે|ઑક્ટોબર/ઑક્ટો|નવેમ્બર/નવે|ડિસેમ્બર/ડિસે"),
    ("pa", "ਜਨਵਰੀ/ਜਨ|ਫ਼ਰਵਰੀ/ਫ਼ਰ|ਮਾਰਚ|ਅਪ੍ਰੈਲ/ਅਪ੍ਰੈ|ਮਈ|ਜੂਨ|ਜੁਲਾਈ/ਜੁਲਾ|ਅਗਸਤ/ਅਗ|ਸਤੰਬਰ/ਸਤੰ|ਅਕਤੂਬਰ/ਅਕਤੂ|ਨਵੰਬਰ/ਨਵੰ|ਦਸੰਬਰ/ਦਸੰ"),
    ("ne", "जनवरी|फेब्रुअरी|मार्च|अप्रिल|मे|जुन|जुलाई|अगस्ट|सेप्टेम्बर|अक्टोबर|नोभेम्बर|डिसेम्बर"),
    ("ml", "ജനുവരി/ജനു|ഫെബ്രുവരി/ഫെബ്രു|മാർച്ച്/മാർ|ഏപ്രിൽ/ഏപ്രി|മേയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ്/ഓഗ|സെപ്റ്റംബർ/സെപ്റ്റം|ഒക്ടോബർ/ഒക്ടോ|നവംബർ/നവം|ഡിസംബർ/ഡിസം"),
    ("kn", "ಜನವರಿ/ಜನ|ಫೆಬ್ರವರಿ/ಫೆಬ್ರ|ಮಾರ್ಚ್|ಏಪ್ರಿಲ್/ಏಪ್ರಿ|ಮೇ|ಜೂನ್|ಜುಲೈ|ಆಗಸ್ಟ್/ಆಗ|ಸೆಪ್ಟೆಂಬರ್/ಸೆಪ್ಟೆಂ|ಅಕ್ಟೋಬರ್/ಅಕ್ಟೋ|ನವೆಂಬರ್/ನವೆಂ|ಡಿಸೆಂಬರ್/ಡಿಸೆಂ"),
    (
        "th",
        "มกราคม/ม.ค|กุมภาพันธ์/ก.พ|มีนาคม/มี.ค|เมษายน/เม.ย|พฤษภาคม/พ.ค|มิถุนายน/มิ.ย|กรกฎาคม/ก.ค|สิงหาคม/ส.ค|กันยายน/ก.ย|ตุลาคม/ต.ค|พฤศจิกายน/พ.ย|ธันวาคม/ธ.ค",
    ),
    (
        "id",
        "januari/jan|februari/feb|maret/mar|april/apr|mei|juni/jun|juli/jul|agustus/agu/ags/agt|september/sep|oktober/okt/oct|november/nov|desember/des",
    ),
    ("ms", "januari/jan|februari/feb|mac|april/apr|mei|jun|julai/jul|ogos/ogo|september/sep|oktober/okt|november/nov|disember/dis"),
    (
        "fil",
        "enero/ene|pebrero/peb|marso/mar|abril/abr|mayo/may|hunyo/hun|hulyo/hul|agosto/ago|setyembre/set|oktubre/okt|nobyembre/nob|disyembre/dis",
    ),
    (
        "sw",
        "januari/jan|februari/feb|machi/mac|aprili/apr|mei|juni/jun|julai/jul|agosti/ago|septemba/sep|oktoba/okt|novemba/nov|desemba/des",
    ),
    (
        "ka",
        "იანვარი/იან|თებერვალი/თებ|მარტი/მარ|აპრილი/აპრ|მაისი/მაი|ივნისი/ივნ|ივლისი/ივლ|აგვისტო/აგვ|სექტემბერი/სექ|ოქტომბერი/ოქტ|ნოემბერი/ნოე|დეკემბერი/დეკ",
    ),
    (
        "hy",
        "հունվարի/հունվար/հնվ|փետրվարի/փետրվար/փտվ|մարտի/մարտ/մրտ|ապրիլի/ապրիլ/ապր|մայիսի/մայիս/մյս|հունիսի/հունիս/հնս|հուլիսի/հուլիս/հլս|օգոստոսի/օգոստոս/օգս|սեպտեմբերի/սեպտեմբեր/սեպ|հոկտեմբերի/հոկտեմբեր/հոկ|նոյեմբերի/նոյեմբեր/նոյ|դեկտեմբերի/դեկտեմբեր/դեկ",
    ),
    (
        "kk",
        "қаңтар/қаң|ақпан/ақп|наурыз/нау|сәуір/сәу|мамыр/мам|маусым/мау|шілде/шіл|тамыз/там|қыркүйек/қыр|қазан/қаз|қараша/қар|желтоқсан/жел",
    ),
    ("uz", "yanvar/yan|fevral/fev|mart/mar|aprel/apr|may|iyun/iyn|iyul/iyl|avgust/avg|sentabr/sen|oktabr/okt|noyabr/noy|dekabr/dek"),
];

/// The months of the Solar Hijri calendar, as in [`MONTHS`].
pub(crate) const SOLAR_HIJRI: &str = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند";

/// Names of the days of the week in all languages of [`MONTHS`], lower case, parted by spaces.
pub(crate) const WEEKDAYS: &str = "\
    monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun montag mo dienstag di \
    mittwoch mi donnerstag do freitag fr samstag sa sonntag so lundi lun mardi mar mercredi mer jeudi jeu \
    vendredi ven samedi sam dimanche dim lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom \
    lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica segunda-feira seg terça-feira ter \
    quarta-feira qua quinta-feira qui sexta-feira sex maandag ma dinsdag woensdag wo donderdag vrijdag vr \
    zaterdag za zondag zo måndag mån tisdag tis onsdag ons torsdag tors fredag fre lördag lör söndag sön mandag \
    man tirsdag tirs lørdag lør søndag søn tir tor maanantai tiistai ti keskiviikko ke torstai to perjantai pe \
    lauantai la sunnuntai su poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela \
    niedz pondělí po úterý út středa st čtvrtek čt pátek pá neděle ne pondelok utorok ut streda štvrtok št piatok \
    pi nedeľa ponedeljek torek sreda sre četrtek čet petek pet nedelja ned ponedjeljak utorak uto srijeda sri \
    četvrtak petak subota sub nedjelja понедељак пон уторак уто среда сре четвртак чет петак пет субота суб \
    недеља нед ponedeljak понедельник пн вторник вт ср четверг чт пятница пт суббота сб воскресенье вс понеділок \
    вівторок середа четвер пʼятниця неділя нд панядзелак аўторак аў серада чацвер чц пятніца нядзеля понеделник \
    сряда четвъртък петък събота неделя вто четврток петок сабота саб недела luni marți miercuri mie joi vineri \
    vin sâmbătă sâm duminică dum hétfő kedd szerda sze csütörtök cs péntek szombat szo vasárnap δευτέρα δευ τρίτη \
    τρί τετάρτη τετ πέμπτη πέμ παρασκευή παρ σάββατο σάβ κυριακή κυρ pazartesi pzt salı sal çarşamba çar perşembe \
    per cuma cum cumartesi cmt pazar paz bazar ertəsi b.e çərşənbə axşamı ç.a cümə c.a şənbə pirmadienis pr \
    antradienis an trečiadienis tr ketvirtadienis kt penktadienis pn šeštadienis sekmadienis sk pirmdiena pirmd \
    otrdiena otrd trešdiena trešd ceturtdiena ceturtd piektdiena piektd sestdiena sestd svētdiena svētd esmaspäev \
    teisipäev kolmapäev neljapäev reede laupäev pühapäev hënë hën martë mërkurë mër enjte enj premte pre shtunë \
    sht diel die mánudagur mán þriðjudagur þri miðvikudagur mið fimmtudagur fim föstudagur fös laugardagur lau \
    sunnudagur dilluns dl dimarts dt dimecres dc dijous dj divendres dv dissabte ds diumenge dg luns mércores mér \
    xoves xov venres astelehena al asteartea ar asteazkena az osteguna og ostirala or larunbata lr igandea ig dé \
    luain luan máirt céadaoin céad déardaoin déar haoine aoine sathairn sath domhnaigh domh dydd llun mawrth maw \
    mercher iau gwener gwe gwen sadwrn sad sul vrydag saterdag sondag دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه \
    یکشنبه الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد יום שני ב׳ שלישי ג׳ רביעי ד׳ חמישי ה׳ שישי ו׳ שבת \
    ראשון א׳ सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु शुक्रवार शुक्र शनिवार शनि रविवार रवि সোমবার সোম \
    মঙ্গলবার মঙ্গল বুধবার বুধ বৃহস্পতিবার বৃহস্পতি শুক্রবার শুক্র শনিবার শনি রবিবার রবি پیر منگل بدھ جمعرات جمعہ \
    ہفتہ اتوار திங்கள் திங் செவ்வாய் செவ் புதன் புத வியாழன் வியா வெள்ளி வெள் சனி ஞாயிறு ஞாயி సోమవారం సోమ మంగళవారం \
    మంగళ బుధవారం బుధ గురువారం గురు శుక్రవారం శుక్ర శనివారం శని ఆదివారం ఆది मंगळवार मंगळ સોમવાર સોમ મંગળવાર મંગળ \
    બુધવાર બુધ ગુરુવાર ગુરુ શુક્રવાર શુક્ર શનિવાર શનિ રવિવાર રવિ ਸੋਮਵਾਰ ਸੋਮ ਮੰਗਲਵਾਰ ਮੰਗਲ ਬੁੱਧਵਾਰ ਬੁੱਧ ਵੀਰਵਾਰ ਵੀਰ \
    ਸ਼ੁੱਕਰਵਾਰ ਸ਼ੁੱਕਰ ਸ਼ਨੀਵਾਰ ਸ਼ਨੀ ਐਤਵਾਰ ਐਤ सोमबार मङ्गलबार मङ्गल बुधबार बिहिबार बिहि शुक्रबार शनिबार आइतबार आइत \
    തിങ്കളാഴ്‌ച തിങ്കൾ ചൊവ്വാഴ്‌ച ചൊവ്വാഴ്ച ചൊവ്വ ബുധനാഴ്‌ച ബുധൻ വ്യാഴാഴ്‌ച വ്യാഴം വെള്ളിയാഴ്‌ച വെള്ളി ശനിയാഴ്‌ച \
    ശനി ഞായറാഴ്‌ച ഞായർ ಸೋಮವಾರ ಸೋಮ ಮಂಗಳವಾರ ಮಂಗಳ ಬುಧವಾರ ಬುಧ ಗುರುವಾರ ಗುರು ಶುಕ್ರವಾರ ಶುಕ್ರ ಶನಿವಾರ ಶನಿ ಭಾನುವಾರ ಭಾನು \
    วันจันทร์ จันทร์ วันอังคาร อังคาร วันพุธ พุธ วันพฤหัสบดี พฤหัส วันศุกร์ ศุกร์ วันเสาร์ เสาร์ วันอาทิตย์ \
    อาทิตย์ senin sen selasa sel rabu rab kamis kam jumat jum sabtu minggu min isnin isn khamis kha jumaat ahad \
    ahd miyerkules miy huwebes huw biyernes biy sabado linggo lin jumatatu jumanne jumatano alhamisi ijumaa \
    jumamosi jumapili ორშაბათი ორშ სამშაბათი სამ ოთხშაბათი ოთხ ხუთშაბათი ხუთ პარასკევი პარ შაბათი შაბ კვირა კვი \
    երկուշաբթի երկ երեքշաբթի երք չորեքշաբթի չրք հինգշաբթի հնգ ուրբաթ ուր շաբաթ շբթ կիրակի կիր дүйсенбі дс \
    сейсенбі сс сәрсенбі бейсенбі бс жұма жм сенбі жексенбі жс dushanba dush seshanba sesh chorshanba chor \
    payshanba pay juma shanba shan yakshanba yak";
