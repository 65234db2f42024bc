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
