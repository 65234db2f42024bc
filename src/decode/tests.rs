use super::Decoder;

fn whole(bytes: &[u8], content_type: Option<&str>) -> (String, &'static str, Vec<&'static str>) {
    let (mut decoder, mut out) = (Decoder::new(content_type), String::new());
    decoder.push(bytes, &mut out);
    decoder.finish(&mut out);
    (out, decoder.charset(), decoder.notes().iter().map(|n| n.code).collect())
}

/// Reads `bytes` whole and in pieces of several sizes; all must agree.
fn read(bytes: &[u8], content_type: Option<&str>) -> (String, &'static str, Vec<&'static str>) {
    let expected = whole(bytes, content_type);
    for size in [1, 2, 3, 7, 1023, 1024, 1025, 4096] {
        let (mut decoder, mut out) = (Decoder::new(content_type), String::new());
        for piece in bytes.chunks(size) {
            decoder.push(piece, &mut out);
        }
        decoder.finish(&mut out);
        let codes = decoder.notes().iter().map(|n| n.code).collect();
        assert_eq!((out, decoder.charset(), codes), expected, "in pieces of {size}");
    }
    expected
}

#[test]
fn a_byte_order_mark_wins_over_the_label() {
    let (text, charset, notes) = read(b"\xEF\xBB\xBFgr\xC3\xBCn", Some("text/html; charset=koi8-r"));
    assert_eq!((text.as_str(), charset), ("grün", "utf-8"));
    assert!(notes.is_empty());
    assert_eq!(read(b"\xFF\xFEa\0\xFC\0", None).0, "aü");
}

#[test]
fn the_transport_wins_over_the_page() {
    let page = b"<meta charset=utf-8><p>\x83e\x83X\x83g";
    let (text, charset, _) = read(page, Some("text/html;charset=\"Shift_JIS\""));
    assert!(text.ends_with("テスト"), "{text}");
    assert_eq!(charset, "shift_jis");
}

#[test]
fn the_page_names_its_encoding() {
    for head in [
        "<meta charset=windows-1251>",
        "<!doctype html><html lang='ru'><META  CharSet = 'windows-1251' />",
        "<meta content=\"text/html; charset=windows-1251\" http-equiv=Content-Type>",
        "<!-- <meta charset=utf-8> --><meta/charset=\"windows-1251\">",
        "<meta name=description content='how charset=koi8-r works'><meta charset=windows-1251>",
        "<title a=\"<meta charset=koi8-r>\"></title><meta charset=windows-1251>",
        "<!--><meta charset=windows-1251>",
    ] {
        let page = [head.as_bytes(), b"<p>\xCF\xF0\xE8\xE2\xE5\xF2"].concat();
        let (text, charset, _) = read(&page, None);
        assert!(text.ends_with("Привет"), "{head}: {text}");
        assert_eq!(charset, "windows-1251", "{head}");
    }
}

#[test]
fn utf_16_in_a_meta_is_utf_8() {
    assert_eq!(read("<meta charset=utf-16le><p>ü".as_bytes(), None), ("<meta charset=utf-16le><p>ü".into(), "utf-8", vec![]));
}

#[test]
fn a_meta_behind_long_scripts_still_counts() {
    let page = [b"<script>".as_slice(), &[b'x'; 3000], b"</script><meta charset=iso-8859-2><p>\xB3\xF3d\xBC"].concat();
    let (text, charset, notes) = read(&page, None);
    assert!(text.ends_with("łódź"), "{charset}");
    assert!(notes.is_empty());
}

#[test]
fn an_unlabelled_page_is_guessed_and_noted() {
    let russian = b"<p>\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0? \xD1\xE5\xE3\xEE\xE4\xED\xFF \xF5\xEE\xF0\xEE\xF8\xE0\xFF \xEF\xEE\xE3\xEE\xE4\xE0.";
    let (text, charset, notes) = read(russian, None);
    assert!(text.contains("Привет, как дела"), "{text}");
    assert_eq!((charset, notes), ("windows-1251", vec!["charset-guessed"]));
    assert_eq!(read("<p>Grüße".as_bytes(), None), ("<p>Grüße".into(), "utf-8", vec!["charset-guessed"]));
    assert_eq!(read(b"plain", None), ("plain".into(), "utf-8", vec![]));
}

#[test]
fn the_guess_does_not_trip_over_a_cut_character() {
    // The window ends inside a three-byte character.
    let page = "€".repeat(5000);
    assert_eq!(read(page.as_bytes(), None).0, page);
}

#[test]
fn stateful_and_refused_encodings() {
    let (text, charset, _) = read(b"\x1B$B$\"\x1B(B", Some("text/html; charset=iso-2022-jp"));
    assert_eq!((text.as_str(), charset), ("あ", "iso-2022-jp"));
    let (text, charset, _) = read(b"<script>\x1B$)C", Some("text/html; charset=iso-2022-kr"));
    assert_eq!((text.as_str(), charset), ("\u{fffd}", "replacement"));
}

#[test]
fn bad_bytes_are_replaced_and_noted() {
    let (text, _, notes) = read(b"a\xFFb\xE2\x82", Some("text/html; charset=utf-8"));
    assert_eq!(text, "a\u{fffd}b\u{fffd}");
    assert_eq!(notes, ["bytes-replaced"]);
}

#[test]
fn broken_declarations_do_not_stop_the_page() {
    for page in
        ["", "<", "<meta", "<meta charset", "<meta charset=", "<meta charset='utf-8", "<!--", "<?", "</", "<meta charset=klingon><p>x"]
    {
        assert_eq!(read(page.as_bytes(), None).0, page);
    }
    let many = "<meta ".repeat(100_000);
    assert_eq!(whole(many.as_bytes(), None).0.len(), many.len());
    let letters = format!("<meta {}>", "a ".repeat(50_000));
    assert_eq!(whole(letters.as_bytes(), Some("")).0.len(), letters.len());
}

/// Bytes, the transport's label, and the encoding that browsers read them in (HTML standard, 13.2.3.2).
const CASES: &[(&[u8], Option<&str>, &str)] = &[
    (b"\xFE\xFF\0a", Some("text/html; charset=utf-8"), "utf-16be"),
    (b"\xFF\xFEa\0", Some("text/html; charset=utf-16be"), "utf-16le"),
    (b"\xEF\xBB\xBF<meta charset=koi8-r>", None, "utf-8"),
    (b"a\0b\0", Some("text/html; charset=utf-16"), "utf-16le"),
    (b"\0a\0b", Some("text/html;charset=utf-16be"), "utf-16be"),
    (b"<\0?\0x\0m\0l\0", None, "utf-16le"),
    (b"\0<\0?\0x\0m\0l", None, "utf-16be"),
    (b"<?xml version='1.0' encoding='koi8-r'?><p>\xC1", None, "koi8-r"),
    (b"<?xml version=\"1.0\" encoding = \"utf-16\"?><p>a", None, "utf-8"),
    (b"<?xml encoding='koi8-r'?><meta charset=big5>", None, "big5"),
    (b"<?xml encoding='koi8-r", None, "utf-8"),
    (b" <?xml encoding='koi8-r'?>", None, "utf-8"),
    (b"<meta charset=x-user-defined>", None, "windows-1252"),
    (b"<meta charset=hz-gb-2312>", None, "replacement"),
    (b"<meta charset=' KOI8-R '>", None, "koi8-r"),
    (b"<meta charset=klingon><meta charset=koi8-r>", None, "koi8-r"),
    (b"<meta charset=koi8-r charset=big5>", None, "koi8-r"),
    (b"<meta name=description content='text/html; charset=koi8-r'>", None, "utf-8"),
    (b"<meta http-equiv=content-type content='charset charset = \"koi8-r\"'>", None, "koi8-r"),
    (b"<meta http-equiv=refresh content='0;charset=koi8-r'>", None, "utf-8"),
    (b"<!-- > <meta charset=koi8-r> --><p>", None, "utf-8"),
    (b"<a title='<meta charset=koi8-r>'>", None, "utf-8"),
    (b"<metacharset=koi8-r><meta\x0ccharset=koi8-u>", None, "koi8-u"),
    (b"<meta charset=koi8-r>", Some("text/html; charset=klingon"), "koi8-r"),
    (b"<meta charset=koi8-r>", Some("text/html; charset='big5'"), "big5"),
    (b"<meta charset=iso-2022-jp>\x1b$B$\"\x1b(B", None, "iso-2022-jp"),
    (b"\x1b$B$\"\x1b(B", None, "utf-8"),
];

#[test]
fn the_encoding_is_the_one_that_browsers_find() {
    for (bytes, label, charset) in CASES {
        assert_eq!(read(bytes, *label).1, *charset, "{} with {label:?}", bytes.escape_ascii());
    }
}

#[test]
fn a_page_cut_inside_a_character_says_so_and_keeps_the_rest() {
    for (label, bytes) in [
        ("utf-8", b"ab\xE6\x97".as_slice()),
        ("utf-16le", b"a\0b\0c"),
        ("utf-16be", b"\0a\0b\xD8\x3D"),
        ("shift_jis", b"ab\x83"),
        ("euc-jp", b"ab\x8F\xA2"),
        ("big5", b"ab\xA4"),
        ("gb18030", b"ab\x81\x30\x81"),
        ("euc-kr", b"ab\xB0"),
        ("iso-2022-jp", b"ab\x1b$B$"),
    ] {
        let (text, charset, notes) = read(bytes, Some(&format!("text/html; charset={label}")));
        assert!(text.starts_with("ab") && text.ends_with('\u{fffd}'), "{label}: {text:?}");
        assert_eq!((charset, notes), (label, vec!["bytes-replaced"]));
    }
}
