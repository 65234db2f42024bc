//! How languages say how long ago something was.
//!
//! Facts of the Unicode Common Locale Data Repository 48 (relative times, all plural forms), reduced to the stems of the
//! units and the words around them, with the short forms that news pages use (`5m`, `3 Std.`).

/// Spans that relative times count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// The units' words: whole words, or with `*` their stems.
pub(crate) const UNITS: &[(Unit, &str)] = &[
    (
        Unit::Second,
        "s sec secs seg sek sn second* seconde* segundo* secondo secondi sekund* sekunt* sekúnd* secund* szekund* másodperc* \
        δευτερόλεπτ* секунд* сек saniye* segon* ثانية ثوان* ثانیه سیکنڈ שנייה שניות सेकंड सेकेंड সেকেন্ড giây detik dtk sekundės",
    ),
    (
        Unit::Minute,
        "m min mins mn minut* minuut* minuto* minuti minuta* minūt* minút* minit* mnt menit perc* λεπτ* минут* мин \
        хвилин* хв dakika* dk دقيقة دقائق دقیقه منٹ דקה דקות मिनट মিনিট phút",
    ),
    (
        Unit::Hour,
        "h hr hrs hour* heure* stunde* std hora horas hores ora ore oră uur uren u timme* timmar tim timer time tunti* tunni* tunt* \
        godzin* godz hodin* sat sata sati ur uro ure urami urama uri óra óráj* órá* ώρα ώρες ч час часа часов часове сата сати годин* год saat* sa valand* val \
        stund* t ساعة ساعات ساعت گھنٹ* שעה שעות घंट* ঘণ্টা giờ jam",
    ),
    (
        Unit::Day,
        "d t day* jour jours j tag tage tagen día días dia dias dies giorno giorni gg dag dagen dage dagar døgn päivä* pv dzień dni \
        dnem dny dňom dňami dnevi dnevoma dnevom dan dana день дня дней дні днів ден дни дана gün dienas dienām dieną dienas nap nappal napja \
        ημέρα ημέρες μέρες zi zile päeva يوم أيام ايام روز دن دنوں יום ימים दिन দিন ngày hari",
    ),
    (
        Unit::Week,
        "w wk wks week* semaine* woche* semana* settiman* sett weken weke vecka veckor uge uger uke uker viikko* tydzień tygodni* tyg \
        týdn* týždň* tedn* tjed* недел* тиж* седмиц* недељ* săptămân* hét hét* hete εβδομάδ* hafta* savait* nedēļ* nädal* setman* أسبوع أسابيع \
        اسبوع هفته ہفت* שבוע שבועות सप्ताह हफ्ते সপ্তাহ tuần minggu",
    ),
    (
        Unit::Month,
        "mo mos month* mois monat* mes meses mês mese mesi maand* månad* måned* mdr kuukau* kk miesiąc* miesięcy mies měsíc* mesiac* mesec* \
        mjesec* месяц* місяц* месец* lună luni hónap* μήν* ay mėnes* mēnes* kuu mesos شهر أشهر اشهر ماه مہین* חודש חודשים महीन* माह মাস tháng bulan",
    ),
    (
        Unit::Year,
        "y yr yrs year* an ans année* jahr* año años ano anos anno anni jaar år vuosi vuotta rok roku lata lat rokem lety rokmi rokom leti letom \
        godin* год года лет рік роки років година години године ani év éve évvel έτος έτη χρόν* yıl metus gada gadiem aasta any anys سنة سنوات سال שנה שנים \
        साल वर्ष বছর năm tahun",
    ),
];

/// Words for one, before a unit.
pub(crate) const ONE: &str = "a an one ein eine einer einem un une uno una um uma een en ett et én jeden jedna jednu \
    один одну одна один една одна ένα μία μια bir o egy o";

/// Words for two in one with their unit (Arabic and Hebrew duals).
pub(crate) const TWO: &[(Unit, &str)] = &[
    (Unit::Second, "ثانيتين"),
    (Unit::Minute, "دقيقتين שתי"),
    (Unit::Hour, "ساعتين שעתיים"),
    (Unit::Day, "يومين יומיים"),
    (Unit::Week, "أسبوعين اسبوعين שבועיים"),
    (Unit::Month, "شهرين חודשיים"),
    (Unit::Year, "سنتين عامين שנתיים"),
];

/// Words that stand before the number: "vor 2 Stunden". Nordic "for … siden" is known by its end, for "for a year" is
/// English.
pub(crate) const BEFORE: &str = "vor hace há před pred prije пре преди acum πριν prieš pirms منذ قبل לפני";

/// Words that stand behind the unit: "2 hours ago".
pub(crate) const AFTER: &str = "ago fa atrás atras geleden siden sedan sitten temu назад тому ezelőtt önce eest tagasi پیش قبل پہلے पहले আগে পূর্বে \
    trước lalu yang nazaj zpět πριν earlier";

/// Units that say "ago" by their own ending, as in Hungarian: "3 napja". "40 éve" is what people are married.
pub(crate) const SINCE: &str = "másodperce perce órája napja hete";

/// Words for the week, month or year before this one, beside the unit: "last week", "la semaine dernière".
pub(crate) const LAST: &str = "last letzte letzten letztes letzter vergangene vorige voriges dernière dernier pasada pasado passada passado \
    scorsa scorso vorige afgelopen förra förre sidste forrige zeszłym zeszły ubiegłym minulý prošli прошлой прошлом прошлый минулого geçen \
    الماضي الماضية שעבר पिछले पिछला गत lalu trước viime";

/// Unit and marker as one, of scripts without spaces; they stand right behind the number, spaces left out.
pub(crate) const CLOSED: &[(Unit, &str)] = &[
    (Unit::Second, "秒前 秒钟前 秒鐘前 초전 วินาทีที่ผ่านมา วินาทีที่แล้ว"),
    (Unit::Minute, "分前 分钟前 分鐘前 분전 นาทีที่ผ่านมา นาทีที่แล้ว นาทีก่อน"),
    (Unit::Hour, "小时前 小時前 時間前 个小时前 個小時前 시간전 ชั่วโมงที่ผ่านมา ชั่วโมงที่แล้ว ชั่วโมงก่อน ชม.ที่แล้ว"),
    (Unit::Day, "天前 日前 일전 วันที่ผ่านมา วันที่แล้ว วันก่อน"),
    (Unit::Week, "周前 週前 週間前 주전 สัปดาห์ที่ผ่านมา สัปดาห์ที่แล้ว"),
    (Unit::Month, "个月前 個月前 か月前 ヶ月前 カ月前 ヵ月前 개월전 เดือนที่ผ่านมา เดือนที่แล้ว"),
    (Unit::Year, "年前 년전 ปีที่ผ่านมา ปีที่แล้ว"),
];

/// Language, word, days before today. A language's words count only in its own texts where `?` follows it, for they
/// are common words of other languages.
pub(crate) const DAYS: &[(&str, &str, i64)] = &[
    ("en", "today", 0),
    ("en", "yesterday", 1),
    ("de", "heute", 0),
    ("de", "gestern", 1),
    ("de", "vorgestern", 2),
    ("fr", "aujourd'hui", 0),
    ("fr?", "hier", 1),
    ("es?", "hoy", 0),
    ("es", "ayer", 1),
    ("it", "oggi", 0),
    ("it", "ieri", 1),
    ("pt", "hoje", 0),
    ("pt", "ontem", 1),
    ("nl", "vandaag", 0),
    ("nl", "gisteren", 1),
    ("fi", "tänään", 0),
    ("fi", "eilen", 1),
    ("pl", "dzisiaj", 0),
    ("pl", "dziś", 0),
    ("pl", "wczoraj", 1),
    ("cs", "dnes", 0),
    ("cs", "včera", 1),
    ("hr", "danas", 0),
    ("hr", "jučer", 1),
    ("sr", "juče", 1),
    ("sr", "данас", 0),
    ("sr", "јуче", 1),
    ("sl", "danes", 0),
    ("ru", "сегодня", 0),
    ("ru", "вчера", 1),
    ("uk", "сьогодні", 0),
    ("uk", "вчора", 1),
    ("uk", "учора", 1),
    ("bg", "днес", 0),
    ("ro?", "azi", 0),
    ("ro", "astăzi", 0),
    ("hu?", "ma", 0),
    ("hu", "tegnap", 1),
    ("el", "σήμερα", 0),
    ("el", "χθες", 1),
    ("tr", "bugün", 0),
    ("tr?", "dün", 1),
    ("lt", "šiandien", 0),
    ("lt?", "vakar", 1),
    ("lv", "šodien", 0),
    ("et", "täna", 0),
    ("et?", "eile", 1),
    ("ca?", "avui", 0),
    ("ca?", "ahir", 1),
    ("ar", "اليوم", 0),
    ("ar", "أمس", 1),
    ("fa", "امروز", 0),
    ("fa", "دیروز", 1),
    ("he", "היום", 0),
    ("he", "אתמול", 1),
    ("hi", "आज", 0),
    // "Tomorrow" as well; an article is not of tomorrow.
    ("hi", "कल", 1),
    ("mr?", "काल", 1),
    ("bn", "আজ", 0),
    ("bn", "গতকাল", 1),
    ("ur?", "آج", 0),
    ("ur?", "کل", 1),
    ("id", "kemarin", 1),
    ("sv", "idag", 0),
    ("sv", "igår", 1),
];

/// As [`DAYS`], of scripts without spaces.
pub(crate) const CLOSED_DAYS: &[(&str, i64)] = &[
    ("今天", 0),
    ("昨天", 1),
    ("前天", 2),
    ("今日", 0),
    ("昨日", 1),
    ("一昨日", 2),
    ("오늘", 0),
    ("어제", 1),
    ("그저께", 2),
    ("วันนี้", 0),
    ("เมื่อวาน", 1),
];

/// Phrases for this very moment; compared with the whole line.
pub(crate) const NOW: &[&str] = &[
    "just now",
    "moments ago",
    "a moment ago",
    "now",
    "gerade eben",
    "soeben",
    "à l'instant",
    "ahora mismo",
    "proprio ora",
    "adesso",
    "agora mesmo",
    "zojuist",
    "nyss",
    "lige nu",
    "nettopp",
    "juuri nyt",
    "przed chwilą",
    "właśnie teraz",
    "před chvílí",
    "только что",
    "щойно",
    "az önce",
    "şimdi",
    "الآن",
    "עכשיו",
    "刚刚",
    "剛剛",
    "たった今",
    "방금",
    "vừa xong",
    "baru saja",
];
