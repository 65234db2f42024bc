//! The encodings of the Encoding Standard and their labels.

use crate::platform;
use std::fmt;

/// An encoding; its name is its identity.
pub struct Encoding {
    name: &'static str,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Utf8,
    Utf16Be,
    Utf16Le,
    /// The number of its table.
    SingleByte(usize),
    Gb18030,
    Big5,
    EucJp,
    Iso2022Jp,
    ShiftJis,
    EucKr,
    Replacement,
    UserDefined,
}

/// For each encoding the value, which tables of other crates point to, and the reference, which code compares with.
macro_rules! encodings {
    ($($init:ident $reference:ident $name:literal $kind:expr;)*) => {
        $(
            #[doc = $name]
            pub static $init: Encoding = Encoding { name: $name, kind: $kind };
            #[doc = $name]
            pub static $reference: &Encoding = &$init;
        )*
        static ALL: &[&Encoding] = &[$(&$init),*];
    };
}

encodings! {
    UTF_8_INIT UTF_8 "UTF-8" Kind::Utf8;
    UTF_16BE_INIT UTF_16BE "UTF-16BE" Kind::Utf16Be;
    UTF_16LE_INIT UTF_16LE "UTF-16LE" Kind::Utf16Le;
    GBK_INIT GBK "GBK" Kind::Gb18030;
    GB18030_INIT GB18030 "gb18030" Kind::Gb18030;
    BIG5_INIT BIG5 "Big5" Kind::Big5;
    EUC_JP_INIT EUC_JP "EUC-JP" Kind::EucJp;
    ISO_2022_JP_INIT ISO_2022_JP "ISO-2022-JP" Kind::Iso2022Jp;
    SHIFT_JIS_INIT SHIFT_JIS "Shift_JIS" Kind::ShiftJis;
    EUC_KR_INIT EUC_KR "EUC-KR" Kind::EucKr;
    REPLACEMENT_INIT REPLACEMENT "replacement" Kind::Replacement;
    X_USER_DEFINED_INIT X_USER_DEFINED "x-user-defined" Kind::UserDefined;
    IBM866_INIT IBM866 "IBM866" Kind::SingleByte(0);
    ISO_8859_2_INIT ISO_8859_2 "ISO-8859-2" Kind::SingleByte(1);
    ISO_8859_3_INIT ISO_8859_3 "ISO-8859-3" Kind::SingleByte(2);
    ISO_8859_4_INIT ISO_8859_4 "ISO-8859-4" Kind::SingleByte(3);
    ISO_8859_5_INIT ISO_8859_5 "ISO-8859-5" Kind::SingleByte(4);
    ISO_8859_6_INIT ISO_8859_6 "ISO-8859-6" Kind::SingleByte(5);
    ISO_8859_7_INIT ISO_8859_7 "ISO-8859-7" Kind::SingleByte(6);
    ISO_8859_8_INIT ISO_8859_8 "ISO-8859-8" Kind::SingleByte(7);
    ISO_8859_8_I_INIT ISO_8859_8_I "ISO-8859-8-I" Kind::SingleByte(7);
    ISO_8859_10_INIT ISO_8859_10 "ISO-8859-10" Kind::SingleByte(8);
    ISO_8859_13_INIT ISO_8859_13 "ISO-8859-13" Kind::SingleByte(9);
    ISO_8859_14_INIT ISO_8859_14 "ISO-8859-14" Kind::SingleByte(10);
    ISO_8859_15_INIT ISO_8859_15 "ISO-8859-15" Kind::SingleByte(11);
    ISO_8859_16_INIT ISO_8859_16 "ISO-8859-16" Kind::SingleByte(12);
    KOI8_R_INIT KOI8_R "KOI8-R" Kind::SingleByte(13);
    KOI8_U_INIT KOI8_U "KOI8-U" Kind::SingleByte(14);
    MACINTOSH_INIT MACINTOSH "macintosh" Kind::SingleByte(15);
    WINDOWS_874_INIT WINDOWS_874 "windows-874" Kind::SingleByte(16);
    WINDOWS_1250_INIT WINDOWS_1250 "windows-1250" Kind::SingleByte(17);
    WINDOWS_1251_INIT WINDOWS_1251 "windows-1251" Kind::SingleByte(18);
    WINDOWS_1252_INIT WINDOWS_1252 "windows-1252" Kind::SingleByte(19);
    WINDOWS_1253_INIT WINDOWS_1253 "windows-1253" Kind::SingleByte(20);
    WINDOWS_1254_INIT WINDOWS_1254 "windows-1254" Kind::SingleByte(21);
    WINDOWS_1255_INIT WINDOWS_1255 "windows-1255" Kind::SingleByte(22);
    WINDOWS_1256_INIT WINDOWS_1256 "windows-1256" Kind::SingleByte(23);
    WINDOWS_1257_INIT WINDOWS_1257 "windows-1257" Kind::SingleByte(24);
    WINDOWS_1258_INIT WINDOWS_1258 "windows-1258" Kind::SingleByte(25);
    X_MAC_CYRILLIC_INIT X_MAC_CYRILLIC "x-mac-cyrillic" Kind::SingleByte(26);
}

/// Labels of encodings that are refused for their dangers; the platform does not tell them from unknown ones.
const REFUSED: [&str; 5] = ["csiso2022kr", "hz-gb-2312", "iso-2022-cn", "iso-2022-cn-ext", "iso-2022-kr"];

/// Bytes; the longest label is `cseucpkdfmtjapanese`.
const LONGEST_LABEL: usize = 19;

impl Encoding {
    /// "Get an encoding", Encoding Standard 4.2.
    pub fn for_label(label: &[u8]) -> Option<&'static Encoding> {
        let label = std::str::from_utf8(label.trim_ascii()).ok().filter(|l| l.len() <= LONGEST_LABEL && l.is_ascii())?;
        let named = |name: &str| ALL.iter().copied().find(|e| e.name.eq_ignore_ascii_case(name));
        if REFUSED.iter().any(|r| r.eq_ignore_ascii_case(label)) {
            return Some(REPLACEMENT);
        }
        named(label).or_else(|| named(&platform::name(label)?))
    }

    /// The same, without encodings that are refused.
    pub fn for_label_no_replacement(label: &[u8]) -> Option<&'static Encoding> {
        Self::for_label(label).filter(|e| *e != REPLACEMENT)
    }

    /// The encoding of a byte order mark, and the mark's length in bytes.
    pub fn for_bom(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((UTF_8, 3)),
            [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
            [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
            _ => None,
        }
    }

    /// Bytes of the ASCII prefix.
    pub fn ascii_valid_up_to(bytes: &[u8]) -> usize {
        // A word at a time where the text is long, as it mostly is.
        let words = bytes.chunks_exact(16).take_while(|w| w.is_ascii()).count() * 16;
        words + bytes[words..].iter().take_while(|c| c.is_ascii()).count()
    }

    /// The name in the Encoding Standard.
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// Whether ASCII bytes are ASCII characters in every place.
    pub fn is_ascii_compatible(&'static self) -> bool {
        !matches!(self.kind, Kind::Replacement | Kind::Utf16Be | Kind::Utf16Le | Kind::Iso2022Jp)
    }
}

impl PartialEq for Encoding {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Encoding {}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
