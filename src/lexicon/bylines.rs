//! Words of by-lines, by language. Collected from news pages of some forty countries.

use super::stems::Stems;
use crate::hash::Map;
use bitflags::bitflags;
use std::sync::LazyLock;

bitflags! {
    /// What a word in lower case says of the part of a by-line that it stands in.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Part: u32 {
        /// A person's work.
        const ROLE = 1;
        /// A publisher or a group.
        const GROUP = 1 << 1;
        /// No author's name has it.
        const NOT_NAME = 1 << 2;
        /// A part that starts so is not about the text.
        const NOT_TEXT = 1 << 3;
        /// It parts two names.
        const AND = 1 << 4;
        /// It ends a name.
        const ENDS_NAME = 1 << 5;
        /// It stands inside a name.
        const PARTICLE = 1 << 6;
        /// It leads to a date.
        const SAYS_WHEN = 1 << 7;
    }
}

impl Part {
    /// What a word means, whole or by how it begins or ends.
    pub(crate) fn of(word: &str) -> Self {
        static WORDS: LazyLock<Stems> = LazyLock::new(|| {
            let lists = [
                (Part::ROLE, ROLES),
                (Part::GROUP, GROUPS),
                (Part::NOT_NAME, NOT_NAMES),
                (Part::NOT_TEXT, NOT_TEXT),
                (Part::AND, AND),
                (Part::ENDS_NAME, ENDS_NAME),
                (Part::PARTICLE, PARTICLES),
                (Part::NOT_NAME | Part::SAYS_WHEN, SAYS_WHEN),
            ];
            Stems::new(&lists.map(|(part, words)| (part.bits(), words)))
        });
        let is_site = || DOMAINS.iter().any(|end| word.len() > end.len() && word.ends_with(end));
        // Most words end otherwise by their last byte.
        let last = word.bytes().next_back();
        let is_group = || GROUP_ENDS.iter().any(|end| end.bytes().next_back() == last && word.len() > end.len() && word.ends_with(end));
        let site = if word.contains('.') && is_site() || is_group() { Self::GROUP } else { Self::empty() };
        Self::from_bits_retain(WORDS.meaning(word)) | site
    }
}

/// The phrases of [`BY`] that begin with a letter in lower case.
pub(crate) fn by_phrases(first: char) -> impl Iterator<Item = &'static str> {
    static PHRASES: LazyLock<Map<char, Vec<&str>>> = LazyLock::new(|| {
        let mut phrases: Map<char, Vec<&str>> = Map::default();
        BY.split('|').for_each(|phrase| phrases.entry(phrase.chars().next().unwrap_or_default()).or_default().push(phrase));
        phrases
    });
    PHRASES.get(&first).into_iter().flatten().copied()
}

/// What opens a by-line. Phrases are parted by `|`.
const BY: &str = "words and photos|words and pictures|text and photos|text und fotos|text und foto|texte et photos|textes et photos|texto y fotos|\
    texto e fotos|testo e foto|tekst en foto|text och foto|tekst og foto|tekst i zdjęcia|текст и фото|teksti ja kuvat|written by|words by|story by|text by|reported by|report by|posted by|post by|published by|created by|submitted by|\
    analysis by|opinion by|interview by|review by|reporting by|column by|as told to|article by|guest post by|by|author|authors|writer|words|contributor|reporter|\
    beitrag von|bericht von|gastbeitrag von|kommentar von|analyse von|kolumne von|interview von|essay von|\
    aufgezeichnet von|geschrieben von|rezension von|reportage von|porträt von|von unserem korrespondenten|\
    von unserer korrespondentin|von unserem redakteur|von unserer redakteurin|veröffentlicht von|artikel von|protokoll von|text von|text|von|autor|autorin|autoren|autorinnen|\
    écrit par|rédigé par|publié par|propos recueillis par|article rédigé par|critique par|enquête de|article de|reportage de|entretien réalisé par|\
    par notre correspondant|par notre correspondante|par notre envoyé spécial|par notre envoyée spéciale|texte de|texte|par|auteur|autrice|auteurs|\
    escrito por|publicado por|redactado por|texto de|por|autora|autores|redactor|redacción|texto|reportagem de|entrevista de|crónica de|reportaje de|por nuestro corresponsal|por nuestra corresponsal|\
    scritto da|pubblicato da|articolo di|intervista a cura di|intervista di|recensione di|dal nostro inviato|dalla nostra inviata|dal nostro corrispondente|dalla nostra corrispondente|a cura di|di|autore|testo di|\
    geschreven door|geplaatst door|door|van onze verslaggever|onze verslaggever|van onze correspondent|tekst|\
    skriven av|skrivet av|skrevet av|skrevet af|av|af|tekst av|recension av|intervju av|kirjoittaja|kirjoittanut|teksti|journalist|skribent|\
    pisał|pisała|napisał|napisała|rozmawiał|rozmawiała|rozmawia|tekst|opracował|opracowała|oprac|napsal|napsala|rozhovor vedl|rozhovor vedla|text a foto|autoři|szerző|szöveg|írta|de către|scris de|autor articol|\
    автор|авторы|автори|аутор|текст|подготовил|подготовила|беседовал|беседовала|написал|от|пише|piše|autorica|avtor|\
    του|της|γράφει ο|γράφει η|γράφει|συντάκτης|yazan|yazar|haber|editör|\
    بقلم|كتب|كتبت|كتبه|حاوره|حاورها|إعداد|تحرير|الكاتب|نویسنده|نوشته|توسط|מאת|द्वारा|लेखक|লেখক|oleh|penulis|ditulis oleh|bởi|tác giả|โดย|ผู้เขียน";

/// What opens a by-line in scripts without spaces.
pub(crate) const CLOSED_BY: &[&str] = &[
    "本报记者",
    "本報記者",
    "文字记者",
    "采访记者",
    "特约记者",
    "记者",
    "記者",
    "特派員",
    "作者",
    "撰文",
    "撰稿",
    "编辑",
    "編輯",
    "責任編輯",
    "责任编辑",
    "执笔",
    "執筆",
    "著者",
    "ライター",
    "取材・文",
    "構成・文",
    "聞き手",
    "글·사진",
    "文・写真",
    "文",
    "글",
    "취재",
];

/// What names a person's work behind the name in scripts without spaces.
pub(crate) const CLOSED_ROLE: &[&str] =
    &["인턴기자", "객원기자", "전문기자", "선임기자", "기자", "특파원", "앵커", "記者", "记者", "編集委員", "編譯"];

/// What ends the place of a report in scripts without spaces (`台北報導`): no name.
pub(crate) const PLACE_LINES: &[&str] = &["報導", "报道", "報道", "电", "電", "摄", "攝"];

/// What a person did who made a broadcast or a report, before a colon and the name.
pub(crate) const WORKS: &[&str] = &[
    "moderation",
    "host",
    "presenter",
    "protokoll",
    "report",
    "reportage",
    "anlatım",
    "sunucu",
    "conducción",
    "présentation",
    "conduce",
    "prowadzi",
    "moderuje",
    "ведущий",
    "ведёт",
    "репортаж",
    "रिपोर्ट",
    "聞き手",
    "司会",
    "진행",
];

/// What leads to the author amid a line without spaces between words.
pub(crate) const AUTHOR: [&str; 3] = ["作者：", "作者:", "撰文："];

/// What leads to others than the author, behind them in one line: who took the pictures, who edited, and from where.
pub(crate) const OTHERS: &[&str] = &[
    "foto",
    "fotos",
    "image",
    "images",
    "illustration",
    "credit",
    "credits",
    "bildquelle",
    "photo",
    "photos",
    "pictures",
    "bild",
    "bilder",
    "beeld",
    "kuva",
    "kuvat",
    "zdjęcia",
    "fotó",
    "fotoğraf",
    "fotoğraflar",
    "фото",
    "צילום",
    "تصوير",
    "사진",
    "写真",
    "撮影",
    "摄影",
    "攝影",
    "编辑",
    "編輯",
    "責任編輯",
    "责任编辑",
    "责编",
    "发自",
    "校对",
];

/// Between two names, lower case.
const AND: &str = "and und et y e ed en och og ja i oraz a и і й та και ve dan và és și şi with mit avec con com met con sowie & +";

/// Ends a name: what follows is a place, a paper, an occasion. Lower case.
const ENDS_NAME: &str = "in for at from aus für bei pour à para em per on via is was has has last first zum zur im als";

/// Small words inside names, lower case.
const PARTICLES: &str = "de la le les del della dello di da das do dos du des d van von vom den der ten ter te zu zur af av al el bin ibn bint ben abu o y i e und jr sr st san mac ap ó ní";

/// What says behind a name when its text was printed, in lower case.
const SAYS_WHEN: &str = "published updated posted modified mis modifié veröffentlicht aktualisiert erschienen publié publiée publicado publicada actualizado atualizado \
    pubblicato aggiornato gepubliceerd bijgewerkt publicerad uppdaterad publisert oppdatert opublikowano опубликовано обновлено објављено";

/// Words of a person's work; entries with `*` are stems.
const ROLES: &str = "editor* reporter* correspondent* journalist* columnist* writer* author* contributor* staff producer* photographer* critic* \
    chief head director* president founder* manager* analyst* expert* specialist* fellow professor* prof lecturer phd md ms rd mba esq ceo cto cfo rn ma ba msc ph.d m.d j.d \
    redakteur* chefredakt* korrespondent* volontär* autor* leiter* ressort* reporterin* mitarbeiter* herausgeber* kolumnist* \
    journaliste* rédact* correspondant* envoyé* chroniqueur* auteur* grand redactor* periodista* corresponsal* colaborador* director* enviad* jefe jefa escritor* \
    giornalista* inviat* redattor* corrispondent* repórter* jornalista* colunista* editora* verslaggever* redacteur* medewerker* \
    reportrar* redaktör* krönikör* journalisti* toimittaj* kirjeenvaihtaj* dziennikar* redaktor* korespondent* novinar* \
    корреспондент* журналист* редактор* обозреватель* автор* muhabir* editör* yazar* gazeteci* wartawan* jurnalis* \
    assistant associate senior junior deputy executive managing freelance political special guest lead contributing digital multimedia";

/// Words of a publisher's or a group's name; entries with `*` are stems.
const GROUPS: &str = "reuters afp ap dpa apa sda ats ansa efe lusa afp-tv belga anp tt ntb ritzau stt pap čtk mti tass ria interfax ria xinhua kyodo yonhap pti ani ians aap bloomberg upi getty shutterstock istock pixabay unsplash imago alamy \
    news newsroom press media times post magazine tv radio network group desk team staff editors editorial editorials board agency agencies service services wire wires inc llc ltd gmbh ag co corp company foundation organization* organisation* association* institute* society \
    redaktion* redaktions* redacción rédaction redazione redação redactie redaktionen toimitus redakcja redakce nachrichtenagentur agenturen agentur agence agencia agencias agenzia agência zeitung verlag journal gazette herald tribune guardian \
    online website admin administrator administrador user guest webmaster редакция редакції агентство رويترز وكالة وكالات editorial contributors contributor \
    chronicle observer sentinel standard bulletin courier express telegraph dispatch examiner nachrichten anzeiger rundschau kurier tageblatt dépêche courrier quotidien \
    diario periódico correo heraldo corriere gazzetta giornale quotidiano messaggero jornal diário correio folha krant courant dagblad journaal persdienst nieuws tidning* nyheter \
    dziennik gazeta tygodnik wiadomości agencja gaceta noticias notícias prensa notizie cronache persbureau ajans ajansı gazete gazetesi haber haberleri postası \
    газета вестник новости известия вести журнал телеканал صحيفة جريدة أخبار شبكة قناة समाचार न्यूज़ न्यूज टाइम्स एजेंसी harian koran majalah báo đài kênh";

/// How publishers' names end in scripts without spaces, and in German compounds, which no person's name does.
const GROUP_ENDS: [&str; 34] = [
    "新聞",
    "通信",
    "通讯",
    "通訊",
    "社",
    "タイムス",
    "タイムズ",
    "日報",
    "ニュース",
    "放送",
    "テレビ",
    "新闻",
    "日报",
    "晚报",
    "时报",
    "早报",
    "新闻网",
    "电视台",
    "新聞網",
    "일보",
    "신문",
    "뉴스",
    "통신",
    "타임스",
    "방송",
    "zeitung",
    "kurier",
    "bote",
    "anzeiger",
    "tagblatt",
    "nachrichten",
    "rundschau",
    "presse",
    "magazin",
];

/// Such ends that sections' names have too, since they mean news: 国际新闻, スポーツニュース.
pub(crate) const NEWS_ENDS: [&str; 4] = ["新聞", "新闻", "ニュース", "뉴스"];

/// The commonest family names of one sign, Korean, and Chinese in both ways of writing.
pub(crate) const KOREAN: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반";
pub(crate) const CHINESE: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范石姚谭廖邹熊陆郝孔崔康邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚";
/// How the names of a paper's sections end that begin like a person's: 정치부, 文化版.
pub(crate) const SECTIONS: [char; 10] = ['부', '면', '팀', '판', '국', '部', '版', '组', '組', '网'];

/// Ends of addresses that sites go by as names.
const DOMAINS: [&str; 5] = [".com", ".org", ".net", ".de", ".fr"];

/// What words begin with that name the last of several who wrote.
const LAST: [&str; 12] =
    ["last", "latest", "newest", "letzt", "dernier", "último", "ultimo", "laatste", "senast", "ostatni", "последн", "最後"];

/// Whether a line says before a name that somebody wrote last: "Last reply by", "Letzter Beitrag von".
pub(crate) fn says_last(line: &str) -> bool {
    line.split(|c: char| !c.is_alphabetic()).map(crate::lexicon::lower).any(|word| LAST.iter().any(|last| word.starts_with(last)))
}

/// Credits that are not about the text. A part that starts so is left out.
const NOT_TEXT: &str = "reviewed medically fact fact-checked geprüft relu revisado photo* foto* fotó* picture* image* bild* illustration* video* camera kamera grafik* graphic* фото* photograph* zdjęcia edited translated traducción übersetz* source quelle fuente fonte bron 图 摄影 写真 사진 撮影";

/// Words before a colon that name the publisher a text comes from.
pub(crate) const SOURCE: &str = "source|quelle|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|forrás|sursa|kaynak|nguồn|izvor|vir|šaltinis|allikas|منبع|स्रोत|ที่มา|提供|sumber|πηγή|источник|джерело|المصدر|מקור|出典|来源|來源|稿源|출처";

/// Words that no author's name has: buttons and labels that stand beside by-lines.
const NOT_NAMES: &str = "twitter facebook instagram linkedin youtube pinterest whatsapp telegram reddit tiktok xing bluesky mastodon threads share teilen partager compartir condividi follow folgen subscribe \
    comments comment kommentare commentaires comentarios print email e-mail mail copy link bookmark save login newsletter read more contact view joined posts topic topics thema thème tema press release pressemitteilung communiqué archive minutes \
    승인 입력 수정 등록 송고 댓글 공유 구독 评论 評論 留言 分享 コメント シェア 人氣 人气 瀏覽 浏览 阅读 閱讀 閲覧 조회";
