//! Compares what was read with what `expected.toml` says, and tells every difference at once.

use super::{Article, Elements, Expected, Figure, blocks, collapse, visible};
use serde_json::Value;
use similar::TextDiff;

/// The differences, one sentence or diff each; none when all is as expected.
pub fn differences(expected: &Expected, page: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for (field, value) in &expected.page {
        compare_field("page", field, value, &page["page"][field.as_str()], &mut wrong);
    }
    let nothing = Vec::new();
    let articles = page["articles"].as_array().unwrap_or(&nothing);
    let main = articles.first().cloned().unwrap_or_default();
    if !articles.is_empty() && main["role"] != "main" {
        wrong.push(format!("the first article is {}, not main", main["role"]));
    }
    compare_article("main", &expected.main, &main, &mut wrong);
    compare_related(&expected.related, articles.get(1..).unwrap_or_default(), &mut wrong);
    compare_removed(expected, page, &mut wrong);
    compare_absent(&expected.absent, articles, &mut wrong);
    for code in expected.notes.iter().filter(|code| !list(&page["notes"]).iter().any(|n| n["code"] == ***code)) {
        wrong.push(format!("no note `{code}` among {}", page["notes"]));
    }
    wrong
}

fn compare_related(expected: &[Article], actual: &[Value], wrong: &mut Vec<String>) {
    let titles = |all: Vec<String>| all.join("\n") + "\n";
    let want = titles(expected.iter().map(|a| a.fields.get("title").and_then(toml::Value::as_str).unwrap_or("?").to_owned()).collect());
    let have = titles(actual.iter().map(|a| a["title"].as_str().unwrap_or("(no title)").to_owned()).collect());
    if expected.len() != actual.len() {
        wrong.push(format!("related articles differ:\n{}", diff(&want, &have)));
        return;
    }
    for (nth, (want, have)) in expected.iter().zip(actual).enumerate() {
        if have["role"] != "related" {
            wrong.push(format!("related {nth} is {}, not related", have["role"]));
        }
        compare_article(&format!("related {}", nth + 1), want, have, wrong);
    }
}

fn compare_article(name: &str, expected: &Article, actual: &Value, wrong: &mut Vec<String>) {
    for (field, value) in &expected.fields {
        compare_field(name, field, value, &actual[field.as_str()], wrong);
    }
    for field in &expected.unknown {
        if !is_nothing(&actual[field.as_str()]) {
            wrong.push(format!("{name}: `{field}` should be unknown, is {}", actual[field.as_str()]));
        }
    }
    let html = actual["html"].as_str().unwrap_or_default();
    compare_text(name, expected, actual["text"].as_str().unwrap_or_default(), wrong);
    if let Some(figures) = &expected.figures {
        compare_figures(name, figures, html, wrong);
    }
    for (css, elements) in &expected.elements {
        compare_elements(name, css, elements, html, wrong);
    }
}

/// Dates may say more than is expected of them (`2025-04-10` is met by `2025-04-10T09:00:00Z`), and `""` is no date; all else is exact.
fn compare_field(name: &str, field: &str, expected: &toml::Value, actual: &Value, wrong: &mut Vec<String>) {
    let want = serde_json::to_value(expected).unwrap();
    let dates = || Some((want.as_str()?.to_owned(), actual.as_str()?.replace("+00:00", "Z")));
    let met = match field {
        "published" | "modified" if want == "" => actual.is_null(),
        "published" | "modified" => dates().is_some_and(|(want, have)| have.starts_with(&want)),
        "image" if want.is_object() => want.as_object().is_some_and(|want| want.iter().all(|(key, want)| actual[key.as_str()] == *want)),
        // The picture's address is what a reader sees of it.
        "image" => actual["url"] == want,
        _ => *actual == want,
    };
    if !met {
        wrong.push(format!("{name}: `{field}`\n  expected {want}\n  found    {actual}"));
    }
}

fn compare_text(name: &str, expected: &Article, actual: &str, wrong: &mut Vec<String>) {
    let Some(want) = &expected.text else { return };
    let (want, have) = (blocks(want).join("\n\n") + "\n", blocks(actual).join("\n\n") + "\n");
    if want != have {
        wrong.push(format!("{name}: text differs (- expected, + found):\n{}", diff(&want, &have)));
    }
}

fn compare_figures(name: &str, expected: &[Figure], html: &str, wrong: &mut Vec<String>) {
    let actual = visible::figures(html);
    if actual.len() != expected.len() {
        wrong.push(format!("{name}: {} figures with captions expected, found {actual:?}", expected.len()));
        return;
    }
    for (want, (src, said)) in expected.iter().zip(&actual) {
        let parts: Vec<&str> = [&want.caption, &want.credit].into_iter().flatten().map(String::as_str).collect();
        // How caption and credit are parted is the design's, not the page's.
        let whole = visible::letters(said) == visible::letters(&parts.concat());
        if *src != want.src || !whole {
            wrong.push(format!("{name}: figure\n  expected {} {parts:?}\n  found    {src} {said:?}", want.src));
        }
    }
}

fn compare_elements(name: &str, css: &str, expected: &Elements, html: &str, wrong: &mut Vec<String>) {
    let found = match visible::select(html, css) {
        Ok(found) => found,
        Err(why) => return wrong.push(why),
    };
    match expected {
        Elements::Count(count) if *count != found.len() => {
            wrong.push(format!("{name}: {count} × `{css}` expected, found {}: {found:?}\n{html}", found.len()));
        }
        Elements::Texts(texts) if texts.iter().map(|t| collapse(t)).ne(found.iter().cloned()) => {
            wrong.push(format!("{name}: `{css}`\n  expected {texts:?}\n  found    {found:?}"));
        }
        _ => {}
    }
}

fn compare_removed(expected: &Expected, page: &Value, wrong: &mut Vec<String>) {
    let removed = list(&page["removed"]);
    for (text, reason) in &expected.removed {
        let there: Vec<&Value> =
            removed.iter().filter(|r| r["text"].as_str().is_some_and(|t| collapse(t).contains(&collapse(text)))).collect();
        if there.is_empty() {
            wrong.push(format!("not in the removed list: {text:?}"));
        } else if !reason.split('|').any(|known| there.iter().any(|r| r["reason"] == *known)) {
            wrong.push(format!("removed for another reason than {reason}: {text:?} ({} by {})", there[0]["reason"], there[0]["rule"]));
        }
    }
}

/// Looks in every field of every article that a reader shows.
fn compare_absent(absent: &[String], articles: &[Value], wrong: &mut Vec<String>) {
    for (nth, article) in articles.iter().enumerate() {
        let shown = ["title", "byline", "source", "publishedText", "text"].map(|f| match &article[f] {
            Value::String(text) => collapse(text),
            other => collapse(&list(other).iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")),
        });
        let html = visible::text(article["html"].as_str().unwrap_or_default());
        for text in absent {
            if shown.iter().any(|s| holds_words(s, text)) || holds_words(&html, text) {
                wrong.push(format!("article {nth} ({}) shows {text:?}", article["title"]));
            }
        }
    }
}

/// Whether whole words of `text` are those of `part`; `edit` is not in `credits`.
fn holds_words(text: &str, part: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (text, part) = (collapse(text), collapse(part));
    text.match_indices(&part).any(|(at, _)| {
        let glued_before = is_word(text[..at].chars().next_back()) && is_word(part.chars().next());
        let glued_after = is_word(text[at + part.len()..].chars().next()) && is_word(part.chars().next_back());
        !glued_before && !glued_after
    })
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value == ""
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn diff(want: &str, have: &str) -> String {
    TextDiff::from_lines(want, have).unified_diff().context_radius(2).to_string()
}
