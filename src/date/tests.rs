use super::{find, is_date_line, parse};

/// 2026-11-23T14:00:00Z
const NOW: i64 = 1_795_442_400;

fn iso(text: &str, lang: &str) -> String {
    let lang = Some(lang).filter(|l| !l.is_empty());
    parse(text, lang, Some(NOW)).map_or_else(|| "none".into(), |d| d.to_string())
}

#[track_caller]
fn all(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<_> =
        cases.iter().filter_map(|(text, lang, expected)| Some((text, expected, iso(text, lang))).filter(|(_, e, got)| got != *e)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numeric_dates() {
    all(&[
        ("10-04-2025", "", "2025-04-10"),
        ("10/04/2025", "en-US", "2025-10-04"),
        ("10/04/2025", "en-GB", "2025-04-10"),
        ("04/23/2025", "en", "2025-04-23"),
        ("3. 5. 2024", "cs", "2024-05-03"),
        ("03.05.24", "de", "2024-05-03"),
        ("2024/5/3", "ja", "2024-05-03"),
        ("2024. 5. 3. 오후 5:04", "ko", "2024-05-03T17:04:00"),
        ("2024.05.03 17:04", "ko", "2024-05-03T17:04:00"),
        ("20240503", "", "2024-05-03"),
        ("20240503170405", "", "2024-05-03T17:04:05"),
        ("1714755840", "", "2024-05-03T17:04:00Z"),
        ("1714755840000", "", "2024-05-03T17:04:00Z"),
        ("1403/02/14", "fa", "2024-05-03"),
    ]);
}

#[test]
fn standard_forms() {
    all(&[
        ("2024-05-03", "", "2024-05-03"),
        ("2024-05-03T17:04:05+02:00", "", "2024-05-03T17:04:05+02:00"),
        ("2024-05-03T17:04:05.123Z", "", "2024-05-03T17:04:05Z"),
        ("2024-05-03T17:04-0500", "", "2024-05-03T17:04:00-05:00"),
        ("2024-05-03 17:04:05 +0000 UTC", "", "2024-05-03T17:04:05Z"),
        ("20240503T170405Z", "", "2024-05-03"),
        ("Fri, 03 May 2024 17:04:00 +0200", "", "2024-05-03T17:04:00+02:00"),
        ("Fri May 03 2024 17:04:00 GMT+0200 (CEST)", "", "2024-05-03T17:04:00+02:00"),
        ("Fri May  3 17:04:00 UTC 2024", "", "2024-05-03"),
        ("3-May-2024", "", "2024-05-03"),
    ]);
}

#[test]
fn english_dates() {
    all(&[
        ("3 May 2024", "en", "2024-05-03"),
        ("May 3, 2024", "en", "2024-05-03"),
        ("May 3rd, 2024", "en", "2024-05-03"),
        ("3rd of May, 2024", "en", "2024-05-03"),
        ("May 3, 2024 at 5:04 pm EST", "en", "2024-05-03T17:04:00-05:00"),
        ("May 3, 2024 5:04 p.m. ET", "en", "2024-05-03T17:04:00"),
        ("Sept. 12, 2023, 12:30 a.m.", "en", "2023-09-12T00:30:00"),
        ("Updated 10:04 AM EDT, Fri May 3, 2024", "en", "2024-05-03T10:04:00-04:00"),
        ("Published: Friday, 3 May 2024 | 17:04 GMT", "en", "2024-05-03T17:04:00Z"),
        ("Posted on May 3, 2024 by Jane Doe", "en", "2024-05-03"),
        ("May 3 at 5:04 pm", "en", "2026-05-03T17:04:00"),
        ("Dec 31", "en", "2025-12-31"),
    ]);
}

#[test]
fn dates_of_many_languages() {
    all(&[
        ("3. Mai 2024, 10:04 Uhr", "de", "2024-05-03T10:04:00"),
        ("3. Mai 2024 um 10.04 Uhr", "de", "2024-05-03T10:04:00"),
        ("le vendredi 3 mai 2024 à 17h04", "fr", "2024-05-03T17:04:00"),
        ("1er août 2024", "fr", "2024-08-01"),
        ("3 de mayo de 2024", "es", "2024-05-03"),
        ("3 maggio 2024, ore 17:04", "it", "2024-05-03T17:04:00"),
        ("3 de maio de 2024 às 17h04", "pt", "2024-05-03T17:04:00"),
        ("3 mei 2024", "nl", "2024-05-03"),
        ("3 мая 2024 г.", "ru", "2024-05-03"),
        ("3 мая 2024 в 17:04", "ru", "2024-05-03T17:04:00"),
        ("3 травня 2024", "uk", "2024-05-03"),
        ("5 Mayıs 2024", "tr", "2024-05-05"),
        ("3 AĞUSTOS 2024", "tr", "2024-08-03"),
        ("3 maja 2024", "pl", "2024-05-03"),
        ("3. května 2024", "cs", "2024-05-03"),
        ("3. listopada 2024", "hr", "2024-10-03"),
        ("3 listopada 2024", "pl", "2024-11-03"),
        ("2024. május 3. 17:04", "hu", "2024-05-03T17:04:00"),
        ("2024 m. gegužės 3 d.", "lt", "2024-05-03"),
        ("2024. gada 3. maijs", "lv", "2024-05-03"),
        ("3. toukokuuta 2024 klo 17.04", "fi", "2024-05-03T17:04:00"),
        ("3 Μαΐου 2024", "el", "2024-05-03"),
        ("3 tháng 5, 2024", "vi", "2024-05-03"),
        ("3 de maig de 2024", "ca", "2024-05-03"),
        ("2024年5月3日", "zh", "2024-05-03"),
        ("2024年5月3日(金) 17時04分", "ja", "2024-05-03T17:04:00"),
        ("令和6年5月3日", "ja", "2024-05-03"),
        ("2024년 5월 3일 오후 5:04", "ko", "2024-05-03T17:04:00"),
        ("٣ مايو ٢٠٢٤", "ar", "2024-05-03"),
        ("3 مايو/أيار 2024", "ar", "2024-05-03"),
        ("3 تشرين الأول 2024", "ar", "2024-10-03"),
        ("3 במאי 2024", "he", "2024-05-03"),
        ("3 मई 2024", "hi", "2024-05-03"),
        ("৩ মে ২০২৪", "bn", "2024-05-03"),
        ("3 พฤษภาคม 2567", "th", "2024-05-03"),
        ("3 พ.ค. 2567 17:04 น.", "th", "2024-05-03T17:04:00"),
        ("۱۴ اردیبهشت ۱۴۰۳", "fa", "2024-05-03"),
        ("30 اسفند 1403", "fa", "2025-03-20"),
        ("3 Mei 2024 17:04 WIB", "id", "2024-05-03T17:04:00+07:00"),
    ]);
}

#[test]
fn relative_times() {
    all(&[
        ("an hour ago", "en", "2026-11-23T13:00:00Z"),
        ("5m ago", "en", "2026-11-23T13:55:00Z"),
        ("1 hour, 5 minutes ago", "en", "2026-11-23T13:00:00Z"),
        ("3 days ago", "en", "2026-11-20"),
        ("3 napja", "hu", "2026-11-20"),
        ("2 órája", "hu", "2026-11-23T12:00:00Z"),
        ("40 éve", "hu", "none"),
        ("3 months ago", "en", "2026-08-23"),
        ("just now", "en", "2026-11-23T14:00:00Z"),
        ("yesterday", "en", "2026-11-22"),
        ("Today at 5:04 pm", "en", "2026-11-23T17:04:00"),
        ("vor 2 Stunden", "de", "2026-11-23T12:00:00Z"),
        ("vor einer Stunde", "de", "2026-11-23T13:00:00Z"),
        ("Gestern, 17:04 Uhr", "de", "2026-11-22T17:04:00"),
        ("il y a 3 jours", "fr", "2026-11-20"),
        ("hace 2 horas", "es", "2026-11-23T12:00:00Z"),
        ("há 2 horas", "pt", "2026-11-23T12:00:00Z"),
        ("2 ore fa", "it", "2026-11-23T12:00:00Z"),
        ("2 uur geleden", "nl", "2026-11-23T12:00:00Z"),
        ("för 2 timmar sedan", "sv", "2026-11-23T12:00:00Z"),
        ("i går", "da", "2026-11-22"),
        ("2 godziny temu", "pl", "2026-11-23T12:00:00Z"),
        ("před 2 hodinami", "cs", "2026-11-23T12:00:00Z"),
        ("2 часа назад", "ru", "2026-11-23T12:00:00Z"),
        ("πριν από 2 ώρες", "el", "2026-11-23T12:00:00Z"),
        ("2 saat önce", "tr", "2026-11-23T12:00:00Z"),
        ("منذ ساعتين", "ar", "2026-11-23T12:00:00Z"),
        ("منذ ساعة", "ar", "2026-11-23T13:00:00Z"),
        ("۲ ساعت پیش", "fa", "2026-11-23T12:00:00Z"),
        ("לפני 2 שעות", "he", "2026-11-23T12:00:00Z"),
        ("2 घंटे पहले", "hi", "2026-11-23T12:00:00Z"),
        ("2小时前", "zh", "2026-11-23T12:00:00Z"),
        ("2時間前", "ja", "2026-11-23T12:00:00Z"),
        ("2시간 전", "ko", "2026-11-23T12:00:00Z"),
        ("2 giờ trước", "vi", "2026-11-23T12:00:00Z"),
        ("2 jam yang lalu", "id", "2026-11-23T12:00:00Z"),
        ("昨天 17:04", "zh", "2026-11-22T17:04:00"),
    ]);
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "192.168.10.20",
        "1.2.3.4",
        "31-02-2024",
        "Version 10.4.1",
        "Call 555-1234",
        "12 out of 20 found this helpful",
        "8 out of 10",
        "12 set of 20",
        "3 May Street",
        "5 to 10",
        "1990s",
        "hier",
        "closed for a year",
        "ha un anno",
        "What cities face today",
        "a day at the sea",
        "10 minutes",
        "99/99/9999",
        "May",
    ] {
        assert_eq!(iso(text, ""), "none", "{text}");
    }
}

#[test]
fn relative_times_need_a_clock() {
    assert_eq!(parse("an hour ago", None, None), None);
    assert!(is_date_line("an hour ago"));
}

#[test]
fn a_date_is_found_inside_a_line() {
    let at = |line: &str| find(line, None, Some(NOW)).map(|(range, date)| (line[range].to_owned(), date.to_string()));
    assert_eq!(at("Euronews10-04-2025"), Some(("10-04-2025".into(), "2025-04-10".into())));
    assert_eq!(
        at("Von Max Muster, 3. Mai 2024, 10:04 Uhr | Stand: 4. Mai 2024"),
        Some(("3. Mai 2024, 10:04 Uhr".into(), "2024-05-03T10:04:00".into()))
    );
    assert_eq!(at("Reuters • an hour ago").map(|f| f.0), Some("an hour ago".into()));
}

#[test]
fn lines_that_are_only_dates() {
    for text in [
        "3 May 2024",
        "Published 3 May 2024, 10:04",
        "Updated: May 3, 2024 5:04 PM ET",
        "Stand: 03.05.2024, 10:04 Uhr",
        "5 min read",
        "May 3, 2024 · 5 min read",
        "2 hours ago",
        "Publié le 3 mai 2024 à 17h04, mis à jour le 4 mai 2024",
        "发布时间：2024年5月3日 17:04",
        "10:04 Uhr",
        "입력 2024.05.03 17:04",
        "Freitag, 3. Mai 2024",
        "2024-05-03",
        "公開日：2024年5月3日",
    ] {
        assert!(is_date_line(text), "{text}");
    }
    for text in [
        "",
        "Published",
        "In May 2024 the river rose.",
        "The treaty of 3 May 2024 was signed in Paris",
        "1990",
        "Jane Doe, 3 May 2024",
        "Euronews 10-04-2025",
        "$5",
        "read more",
    ] {
        assert!(!is_date_line(text), "{text}");
    }
}

#[test]
fn words_tell_published_from_updated() {
    use super::Moment::{Modified, Published};
    let read = |line: &str| super::labelled(line, None, Some(NOW)).into_iter().map(|(m, d)| (m, iso(d, ""))).collect::<Vec<_>>();
    let both = vec![(Published, "2024-05-03".to_owned()), (Modified, "2024-05-04".to_owned())];
    for line in [
        "3 May 2024, updated 4 May 2024",
        "Publié le 3 mai 2024, mis à jour le 4 mai 2024",
        "03.05.2024 | Stand: 04.05.2024",
        "公開：2024年5月3日 更新：2024年5月4日",
    ] {
        assert_eq!(read(line), both, "{line}");
    }
    assert!(read("no date here").is_empty());
}

#[test]
fn hostile_lines_end() {
    for text in [
        "1-".repeat(100_000),
        "١".repeat(100_000),
        "9".repeat(100),
        "vor ".repeat(70),
        "1/1/".repeat(70),
        "年".repeat(90),
        "\u{301}".repeat(100),
    ] {
        let _ = (iso(&text, ""), is_date_line(&text), find(&text, Some("é"), Some(i64::MAX / 2)));
    }
    let _ = (parse("3 hours ago", None, Some(i64::MIN)), parse("999 years ago", None, Some(i64::MAX)));
}

#[test]
fn a_date_begins_with_its_weekday() {
    let words = |line: &str| find(line, Some("en"), Some(NOW)).and_then(|(place, _)| line.get(place).map(str::to_owned));
    for (line, expected) in [
        ("Published: Friday, 3 May 2024", "Friday, 3 May 2024"),
        ("Jane Doe · Fri., May 3, 2024 5:04 p.m. EST", "Fri., May 3, 2024 5:04 p.m. EST"),
        ("Reuters, May 3, 2024", "May 3, 2024"),
        ("Local | about 7 hours ago", "about 7 hours ago"),
        ("lundi 3 mai 2024 à 19h39", "lundi 3 mai 2024 à 19h39"),
    ] {
        assert_eq!(words(line).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn days_without_a_year() {
    all(&[
        ("財新網 08-07 19:43", "zh", "2026-08-07T19:43:00"),
        ("2/23(木) 20:26配信", "ja", "2026-02-23T20:26:00"),
        ("Der Bote, 17.10.", "de", "2026-10-17"),
        ("Version 17-10", "en", "none"),
        ("4 Mars 20", "en", "none"),
        ("4 mars 20", "fr", "2020-03-04"),
        ("12 out 24", "pt", "2024-10-12"),
        ("The score was 2/3 (a win)", "en", "none"),
    ]);
    assert!(is_date_line("3 december 2022 kl. 20.36 8 minuters läsning"));
    assert!(is_date_line("28 januari 2025, 17:52 Leestijd 6 minuten"));
}

#[test]
fn a_line_ends_with_an_age() {
    let age = |line: &'static str| super::trailing_age(line).map(|at| line[at..].trim());
    assert_eq!(age("Starlings close the airport 3h"), Some("3h"));
    assert_eq!(age("The Example by Jane Doe an hour ago"), Some("an hour ago"));
    assert_eq!(age("The Example — yesterday"), Some("yesterday"));
    assert_eq!(age("The Example last week"), Some("last week"));
    assert_eq!(age("Il Mattino di Elisa Contarini Ieri"), Some("Ieri"));
    assert_eq!(age("Starlings close the airport"), None);
}
