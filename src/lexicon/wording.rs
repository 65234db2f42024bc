//! What short labels mean (first words; the full lexicon follows).
use bitflags::bitflags;
bitflags! {
    /// Families of phrases.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Wording: u32 {
        const RELATED_HEADING = 1 << 0; const READ_ALSO = 1 << 1; const AD_LABEL = 1 << 2; const SPONSORED = 1 << 3;
        const NEWSLETTER = 1 << 4; const SUBSCRIBE = 1 << 5; const ACCOUNT = 1 << 6; const APP = 1 << 7;
        const SHARE = 1 << 8; const CONSENT = 1 << 9; const COMMENT = 1 << 10; const PAYWALL = 1 << 11;
        const COPYRIGHT = 1 << 12; const TAGS = 1 << 13; const AUTHOR_BIO = 1 << 14; const LISTEN_PRINT = 1 << 15;
        const POLL = 1 << 16; const FOLLOW = 1 << 17; const PUBLISHED = 1 << 18; const READING_TIME = 1 << 19;
        const READ_MORE = 1 << 20; const CONTENTS = 1 << 21; const CREDIT = 1 << 22; const NAVIGATION = 1 << 23;
        const DONATE = 1 << 24; const CORRECTION = 1 << 25; const CONTACT = 1 << 26; const LEGAL = 1 << 27;
        const SEARCH = 1 << 28; const MOST_READ = 1 << 29; const NEXT_PREVIOUS = 1 << 30; const VIDEO_PLAYER = 1 << 31;
    }
}
/// Families found in a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reading { pub(crate) whole: Wording, pub(crate) starts: Wording, pub(crate) contains: Wording }
const PHRASES: &[(Wording, &[&str])] = &[
    (Wording::RELATED_HEADING, &["related", "more from", "you may also like", "recommended", "see also", "read next", "mehr zum thema", "trending"]),
    (Wording::AD_LABEL, &["advertisement", "anzeige", "publicité", "publicidad"]),
    (Wording::SPONSORED, &["sponsored", "promoted", "paid post"]),
    (Wording::NEWSLETTER, &["newsletter"]),
    (Wording::SUBSCRIBE, &["subscribe", "sign up", "abonnieren"]),
    (Wording::APP, &["download the app", "download our app", "get the app", "app store"]),
    (Wording::SHARE, &["share", "tweet", "facebook", "teilen"]),
    (Wording::CONSENT, &["cookie", "consent", "privacy policy"]),
    (Wording::COMMENT, &["comment", "reply", "kommentar"]),
    (Wording::COPYRIGHT, &["©", "copyright", "all rights reserved"]),
    (Wording::TAGS, &["tags:", "filed under", "topics"]),
    (Wording::READ_MORE, &["read more", "continue reading", "weiterlesen"]),
    (Wording::ACCOUNT, &["log in", "sign in", "register"]),
    (Wording::MOST_READ, &["most read", "most popular", "popular"]),
    (Wording::PUBLISHED, &["published", "updated", "posted on"]),
];
/// Reads a text's wording.
pub(crate) fn read(text: &str) -> Reading {
    let lower: String = text.chars().take(400).collect::<String>().to_lowercase();
    let mut r = Reading::default();
    for (f, ps) in PHRASES {
        for p in *ps {
            if lower.contains(p) { r.contains |= *f; }
            if lower.starts_with(p) { r.starts |= *f; if lower.len() <= p.len() + 12 { r.whole |= *f; } }
        }
    }
    r
}
