use super::{is_byline, labelled_source, parse};

#[test]
fn a_line_that_names_its_source() {
    assert_eq!(labelled_source("2026-05-12 09:30 来源：海边晚报"), Some("海边晚报"));
    assert_eq!(labelled_source("Source: The Example"), Some("The Example"));
    assert_eq!(labelled_source("Updated: 09:30"), None);
}

#[test]
fn names_are_read_out_of_by_lines() {
    for (line, names) in [
        ("By Jane Doe and John Roe, Reuters", vec!["Jane Doe", "John Roe"]),
        ("Von Max Muster", vec!["Max Muster"]),
        ("Von Max Muster, Leitender Wirtschaftsredakteur", vec!["Max Muster"]),
        ("Text: Von Max Muster, Berlin", vec!["Max Muster"]),
        ("By Jane Doe Published on Friday", vec!["Jane Doe"]),
        ("Par Jean Dupont Mis à jour le vendredi", vec!["Jean Dupont"]),
        ("Published by Jane Doe", vec!["Jane Doe"]),
        ("Posted on Friday", vec![]),
        ("Аутор: Марко Кнежев", vec!["Марко Кнежев"]),
        ("文/张三", vec!["张三"]),
        ("記者王小明／台北報導", vec!["王小明"]),
        ("홍길동 기자 hong@example.com", vec!["홍길동"]),
        ("Jane Doe | BBC News", vec!["Jane Doe"]),
        ("JANE DOE", vec!["JANE DOE"]),
        ("Jane Doe, Political Editor", vec!["Jane Doe"]),
        ("Dylan Bailey, MS, RD, FAND", vec!["Dylan Bailey"]),
        ("By Jane Doe, John Roe & Mary van der Berg", vec!["Jane Doe", "John Roe", "Mary van der Berg"]),
        ("Par Jean Dupont avec AFP", vec!["Jean Dupont"]),
        ("Por María José Pérez y Juan Gómez", vec!["María José Pérez", "Juan Gómez"]),
        ("Door Jan de Vries en Piet Bakker", vec!["Jan de Vries", "Piet Bakker"]),
        ("Автор: Иван Петров", vec!["Иван Петров"]),
        ("بقلم: محمد علي", vec!["محمد علي"]),
        ("מאת ישראל ישראלי", vec!["ישראל ישראלי"]),
        ("By Jane Doe (@janedoe) May 3, 2024", vec!["Jane Doe"]),
        ("Written by J.R.R. Tolkien", vec!["J.R.R. Tolkien"]),
        ("By Jane Doe for the Daily Example", vec!["Jane Doe"]),
        ("By Jane Doe • Photos by John Roe", vec!["Jane Doe"]),
        ("By Jane Doe, Jane", vec!["Jane Doe"]),
        ("Post by Jane Doe » 11 Sep 2024, 18:36", vec!["Jane Doe"]),
        ("Reuters", vec!["Reuters"]),
        ("", vec![]),
        ("https://www.facebook.com/example", vec![]),
        ("3 May 2024", vec![]),
        ("Twitter Facebook", vec![]),
        ("Leonardo da Vinci", vec!["Leonardo da Vinci"]),
        ("Ein Kommentar von Erika Muster", vec!["Erika Muster"]),
        ("Kolumne von Erika Muster", vec!["Erika Muster"]),
        ("A column by Jane Doe", vec!["Jane Doe"]),
    ] {
        assert_eq!(parse(line), names, "{line}");
    }
}

#[test]
fn short_lines_that_say_who_wrote() {
    for line in [
        "By Jane Doe",
        "By Jane Doe, 3 May 2024",
        "Von Max Muster | Stand: 03.05.2024",
        "Jane Doe, Political Editor",
        "By Reuters",
        "作者：张三",
        "Por Juan Gómez",
    ] {
        assert!(is_byline(line), "{line}");
    }
    for line in [
        "",
        "By Monday the river had risen",
        "By the river",
        "Von der Leyen kündigt Rücktritt an",
        "New York",
        "By far the best of them, he said.",
        "3 May 2024",
        "Par conséquent, il faut partir",
        "文化财产",
    ] {
        assert!(!is_byline(line), "{line}");
    }
    assert!(!is_byline("글자 크기 변경하기"));
}

#[test]
fn hostile_text_ends() {
    for text in [",".repeat(5000), "By ".repeat(500), "and ".repeat(400), "é|".repeat(600), "(".repeat(1999)] {
        let _ = (parse(&text), is_byline(&text));
    }
}

#[test]
fn roles_and_counts_are_no_names() {
    assert!(parse("Staff Writer").is_empty());
    assert_eq!(parse("Editorial Staff"), ["Editorial Staff"]);
    assert!(parse("留言(42) 人氣(23925)").is_empty());
}
