//! Everything that is decoded here is what the real crate decodes.

use crate::{DecoderResult, Encoding};

const LABELS: [&str; 41] = [
    "utf-8", "utf-16be", "utf-16le", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7",
    "iso-8859-8", "iso-8859-8-i", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u",
    "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis",
    "euc-kr", "x-user-defined", "replacement", "latin1",
];

/// Encodings that the guesser reads byte by byte.
const GUESSED: [&str; 6] = ["gbk", "big5", "euc-jp", "shift_jis", "euc-kr", "utf-8"];

/// Bytes of all kinds, the same in every run.
fn noise(count: usize, alphabet: &[u8]) -> Vec<u8> {
    let mut seed = 1_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 16
    };
    (0..count).map(|_| if alphabet.is_empty() { next() as u8 } else { alphabet[next() as usize % alphabet.len()] }).collect()
}

/// Every pair of bytes with something behind it, escapes, sequences of three and four, and noise.
fn inputs() -> Vec<Vec<u8>> {
    let mut pairs = Vec::new();
    for lead in 0..=255 {
        for trail in 0..=255 {
            pairs.extend([lead, trail, b'a', b'\n']);
        }
    }
    let three = (0xa1..=0xfe_u8).flat_map(|a| (0xa1..=0xfe).flat_map(move |b| [0x8f, a, b])).collect();
    let alphabet = |bytes: &[u8]| noise(40_000, bytes);
    vec![
        pairs,
        three,
        noise(200_000, b""),
        alphabet(b"\x1b\x1b\x1b($$BBJI@ab\x24\x21\x0e\n\x80"),
        alphabet(b"\x81\x30\x84\x31\xa4\x37\xff\x90\x35\xe3\x32\x9a\xfea"),
        alphabet(b"\xd8\xdc\x00a\xd8\xdf\xde"),
        alphabet(b"\xe0\xa0\x80\xed\xf0\x90\xf4\x8f\xbf\xc2\xc1\xe2\x82\xaca"),
        "plain, grün, 日本語 and 👍".as_bytes().to_vec(),
        "plain, grün, 日本語 and 👍".as_bytes()[..26].to_vec(),
    ]
}

#[test]
fn text_is_what_the_real_crate_makes_of_it() {
    for label in LABELS {
        let ours = Encoding::for_label(label.as_bytes()).unwrap();
        let theirs = real::Encoding::for_label(label.as_bytes()).unwrap();
        assert_eq!(ours.name(), theirs.name());
        assert_eq!(ours.is_ascii_compatible(), theirs.is_ascii_compatible(), "{label}");
        for (i, input) in inputs().iter().enumerate() {
            let (expected, bad) = theirs.decode_without_bom_handling(input);
            for piece in [1, 7, 4096] {
                let (mut decoder, mut out, mut replaced) = (ours.new_decoder_without_bom_handling(), String::new(), false);
                for bytes in input.chunks(piece) {
                    replaced |= decoder.decode_to_string(bytes, &mut out, false).2;
                }
                replaced |= decoder.decode_to_string(b"", &mut out, true).2;
                let differs = out.chars().zip(expected.chars()).position(|(a, b)| a != b);
                assert!(out == expected, "{label}, input {i} in pieces of {piece} differs from character {differs:?}");
                assert_eq!(replaced, bad, "{label}, input {i}");
            }
        }
    }
}

#[test]
fn the_guesser_sees_the_same_bad_bytes() {
    for label in GUESSED {
        let ours = Encoding::for_label(label.as_bytes()).unwrap();
        let theirs = real::Encoding::for_label(label.as_bytes()).unwrap();
        let (mut one, mut other) = (ours.new_decoder_without_bom_handling(), theirs.new_decoder_without_bom_handling());
        for byte in inputs().concat() {
            let (mut here, mut there) = ([0_u16; 2], [0_u16; 2]);
            let (result, read, written) = one.decode_to_utf16_without_replacement(&[byte], &mut here, false);
            let (expected, their_read, their_written) = other.decode_to_utf16_without_replacement(&[byte], &mut there, false);
            assert_eq!(&here[..written], &there[..their_written], "{label}");
            match (result, expected) {
                (DecoderResult::InputEmpty, real::DecoderResult::InputEmpty) => assert_eq!(read, their_read),
                (DecoderResult::Malformed(length, _), real::DecoderResult::Malformed(their_length, _)) => {
                    assert_eq!(length == 1, their_length == 1, "{label} {byte:x}");
                    if label == "gbk" || label == "utf-8" {
                        // As the guesser does.
                        (one, other) = (ours.new_decoder_without_bom_handling(), theirs.new_decoder_without_bom_handling());
                    }
                }
                results => panic!("{label}: {results:?}"),
            }
        }
    }
}

#[test]
fn a_text_is_taken_in_whole_characters_as_far_as_there_is_room() {
    let (mut room, mut rest) = ("\0".repeat(7), "über 日本語, 👍 and so on");
    let mut decoder = crate::UTF_8.new_decoder_without_bom_handling();
    loop {
        let (result, read, written, bad) = decoder.decode_to_str(rest.as_bytes(), &mut room, true);
        assert!(!bad && read == written && room.is_char_boundary(written));
        rest = rest.get(read..).expect("a character was cut");
        if result == crate::CoderResult::InputEmpty {
            break;
        }
    }
    assert_eq!(rest, "");
}

#[test]
fn labels_are_those_of_the_standard() {
    for label in ["UTF8", " latin1 ", "sjis", "x-sjis", "ks_c_5601-1987", "gb2312", "iso-2022-kr", "hz-gb-2312", "utf-16", "klingon", "", "big5-hkscs"] {
        let ours = Encoding::for_label(label.as_bytes()).map(Encoding::name);
        assert_eq!(ours, real::Encoding::for_label(label.as_bytes()).map(real::Encoding::name), "{label}");
    }
}
