//! Names of encodings, as transports and pages write them.

use encoding_rs::Encoding;

/// The encoding that a `Content-Type` value names (MIME Sniffing standard, parameters of a MIME type).
pub(super) fn of_content_type(value: &str) -> Option<&'static Encoding> {
    value.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        name.trim().eq_ignore_ascii_case("charset").then(|| Encoding::for_label(value.as_bytes()))?
    })
}

/// The encoding's name, lower case.
pub(super) fn lower_name(encoding: &'static Encoding) -> &'static str {
    // The Encoding Standard writes its names in mixed case, and a name made at run time would not be 'static.
    const NAMES: [&str; 40] = [
        "utf-8",
        "ibm866",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-8-i",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "koi8-r",
        "koi8-u",
        "macintosh",
        "windows-874",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "x-mac-cyrillic",
        "gbk",
        "gb18030",
        "big5",
        "euc-jp",
        "iso-2022-jp",
        "shift_jis",
        "euc-kr",
        "replacement",
        "utf-16be",
        "utf-16le",
        "x-user-defined",
    ];
    NAMES.into_iter().find(|name| name.eq_ignore_ascii_case(encoding.name())).unwrap_or_else(|| encoding.name())
}
