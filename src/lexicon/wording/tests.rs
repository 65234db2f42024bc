use super::*;

#[test]
fn labels_are_read_whatever_their_case_signs_and_counters() {
    assert!(read("RELATED ARTICLES »").whole.contains(Wording::RELATED_HEADING));
    assert_eq!(read("Share (12)").whole, Wording::SHARE);
    assert!(read("Das könnte Sie auch interessieren").whole.contains(Wording::RELATED_HEADING));
    assert!(read("Mots-clés : Europe, énergie").starts.contains(Wording::TAGS));
    assert!(read("Don’t have an account?").whole.contains(Wording::ACCOUNT));
}

#[test]
fn each_script_has_its_words() {
    for text in [
        "関連記事",
        "相关阅读",
        "延伸閱讀",
        "관련기사",
        "اقرأ أيضا",
        "اقرأ أيضًا",
        "עוד בנושא",
        "บทความที่เกี่ยวข้อง",
        "Читайте также:",
        "इसे भी पढ़ें",
        "আরও পড়ুন",
        "Διαβάστε επίσης",
        "Xem thêm",
    ] {
        let found = read(text).whole;
        assert!(found.intersects(Wording::RELATED_HEADING | Wording::READ_ALSO), "{text}: {found:?}");
    }
    for text in ["Anzeige", "ADVERTISEMENT", "Publicité", "PUBLICIDAD", "Реклама", "広告", "광고", "إعلان", "פרסומת", "โฆษณา", "διαφήμιση"]
    {
        assert!(read(text).whole.contains(Wording::AD_LABEL), "{text}");
    }
}

#[test]
fn a_label_leads_a_line_only_before_a_colon() {
    assert!(read("Tags: rivers, maps").starts.contains(Wording::TAGS));
    assert!(!read("Tags are what the store sells.").starts.contains(Wording::TAGS));
    assert!(read("Read also: A town that moved").starts.contains(Wording::READ_ALSO));
}

#[test]
fn phrases_may_have_a_gap() {
    assert!(read("Sign up for our free weekly newsletter").contains.contains(Wording::NEWSLETTER));
    assert!(read("Abonnez-vous gratuitement à notre newsletter !").contains.contains(Wording::NEWSLETTER));
    assert!(!read("The newsletter that the club prints had a page on how to sign up.").contains.contains(Wording::NEWSLETTER));
}

#[test]
fn words_of_prose_are_no_labels() {
    for text in
        ["He shared the prize with two others.", "The advertisement cost the party two million.", "Commentary on the poll was mixed."]
    {
        assert_eq!(read(text).contains, Wording::empty(), "{text}");
    }
}

#[test]
fn several_labels_in_a_row_are_still_labels() {
    assert_eq!(read("Share Tweet Email Print").whole, Wording::SHARE | Wording::LISTEN_PRINT);
    assert!(read("Facebook\nTwitter\nWhatsApp").whole.contains(Wording::SHARE));
    assert_eq!(read("Share your view of the river").whole, Wording::empty());
}

#[test]
fn every_family_has_phrases() {
    let mut found = Wording::empty();
    for phrase in &TABLE.phrases {
        found |= family(phrase.family);
    }
    assert_eq!(found, Wording::all());
}
