use super::{Agent, MAX_VALUES, Place, Thing, documents, read};

fn things(script: &str) -> Vec<Thing> {
    let mut list = Vec::new();
    read(script, &mut list);
    list
}

fn headline(script: &str) -> Option<String> {
    things(script).into_iter().find_map(|t| t.headline)
}

/// An object of seven bytes takes some four hundred.
#[test]
fn of_countless_values_the_first_are_read() {
    let script = format!(r#"[{{"@type":"Article","headline":"A story"}},{}0]"#, r#"{"":0},"#.repeat(150_000));
    let values: usize = documents(&script).iter().filter_map(|v| v.as_array()).map(Vec::len).sum();
    assert!(values <= MAX_VALUES, "{values}");
    assert_eq!(headline(&script).as_deref(), Some("A story"));
}

#[test]
fn broken_json_is_mended() {
    for script in [
        r#"{"@type":"NewsArticle","headline":"A story"}"#,
        "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A story\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"A story\"}\n//]]>",
        "{\"@type\":\"NewsArticle\",\"headline\":\"A\nstory\",}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"A story\", \"keywords\":[\"a\",\"b\",],};",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;A story&quot;}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"articleBody\":\"cut off in the mid",
        "{\"@type\":\"WebSite\"}{\"@type\":\"NewsArticle\",\"headline\":\"A story\"}",
        r#"[{"@graph":[{"@type":["Article","NewsArticle"],"headline":{"@value":"A story"}}]}]"#,
    ] {
        assert_eq!(headline(script).as_deref(), Some("A story"), "{script}");
    }
    assert_eq!(headline(r#"{"@type":"Article","headline":"He said "no" twice"}"#).as_deref(), Some(r#"He said "no" twice"#));
}

#[test]
fn every_author_is_read() {
    let list = things(
        r#"{"@type":"Article","author":[{"@type":"Person","name":"Jane Doe"},"John Roe",{"@id":"/p"},{"@type":"Person","name":["A B","C D"]}]}"#,
    );
    assert_eq!(list.first().map(|t| t.authors.len()), Some(5));
    assert!(list.iter().any(|t| t.authors.contains(&Agent::Reference("/p".into()))));
}

#[test]
fn listed_articles_are_not_the_page() {
    let list = things(r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Other"}}]}"#);
    assert!(list.iter().any(|t| t.is_article() && t.place == Place::Listed));
    assert!(!list.iter().any(|t| t.is_article() && t.place == Place::Main));
}

#[test]
fn hostile_scripts_end() {
    for (part, count) in [("[", 100_000), ("\"", 100_000), ("{\"a\":", 50_000), ("\\", 9999), ("\" ", 50_000), ("", 1)] {
        let _ = things(&part.repeat(count));
    }
    let wide = format!("[{}]", vec![r#"{"@type":"Person","name":"x"}"#; 50_000].join(","));
    assert!(things(&wide).len() <= super::MAX_THINGS);
}
