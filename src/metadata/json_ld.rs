//! JSON-LD scripts, read as leniently as search engines do.

use crate::lexicon::references;
use serde_json::{Map, Value};

/// Things of one page that are kept; a long list page names some hundred.
const MAX_THINGS: usize = 400;
/// Bytes of an article's text that are kept for comparison.
const MAX_BODY: usize = 1 << 17;
/// Values of one script that are read; in memory each may take a hundred times its bytes.
const MAX_VALUES: usize = 20_000;
/// Authors of one thing.
const MAX_AGENTS: usize = 64;

/// One object with a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Thing {
    pub(super) id: Option<String>,
    pub(super) types: Vec<String>,
    /// `headline`.
    pub(super) headline: Option<String>,
    /// `name`.
    pub(super) name: Option<String>,
    pub(super) authors: Vec<Agent>,
    pub(super) publishers: Vec<Agent>,
    /// Whose text it is, on a portal.
    pub(super) providers: Vec<Agent>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    /// `url`, `mainEntityOfPage` and `@id`: what the thing is about.
    pub(super) addresses: Vec<String>,
    pub(super) image: Option<String>,
    pub(super) image_caption: Option<String>,
    pub(super) description: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) body: Option<String>,
    pub(super) place: Place,
}

/// Where a thing stands in its script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// On its own, in the graph, or as the page's main entity.
    #[default]
    Main,
    /// In a list of things.
    Listed,
    /// Part of another thing: a comment, a mentioned work.
    Part,
}

/// Who wrote or published.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Agent {
    /// By name; `is_person` where the type says so.
    Named { name: String, kind: AgentKind },
    /// By the `@id` of another object.
    Reference(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AgentKind {
    Person,
    Group,
    Unknown,
}

/// Adds the things of one script.
pub(super) fn read(script: &str, things: &mut Vec<Thing>) {
    for document in documents(script) {
        walk(&document, Place::Main, things);
    }
}

/// The script's JSON values; more than one where scripts were joined.
fn documents(script: &str) -> Vec<Value> {
    let text = first_values(unwrap(script));
    let strict = values(text);
    if let Ok(list) = strict {
        return list;
    }
    let escaped = if text.contains('"') { text.into() } else { references::decode(text) };
    let repaired = repair(&escaped);
    values(&repaired).unwrap_or_else(|whole_prefix| whole_prefix)
}

/// The text as far as its first values go; its ends are then missing.
fn first_values(text: &str) -> &str {
    let begins_value = |&(_, byte): &(usize, u8)| matches!(byte, b'{' | b'[' | b',');
    text.bytes().enumerate().filter(begins_value).nth(MAX_VALUES).map_or(text, |(end, _)| &text[..end])
}

/// All values of a text; on an error those before it.
fn values(text: &str) -> Result<Vec<Value>, Vec<Value>> {
    let mut list = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => list.push(value),
            Err(_) => return Err(list),
        }
    }
    Ok(list)
}

/// Without comments and CDATA marks around it, and without a final semicolon.
fn unwrap(script: &str) -> &str {
    let mut text = script.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    for (open, close) in
        [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"), ("// <![CDATA[", "// ]]>")]
    {
        text = text.strip_prefix(open).unwrap_or(text).trim();
        text = text.strip_suffix(close).unwrap_or(text).trim();
    }
    text.trim_end_matches([';', ' ', '\n'])
}

/// The text with its usual faults mended: raw control characters and unescaped quotes in strings, wrong escapes,
/// trailing commas, missing ends.
fn repair(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let (mut open, mut in_string) = (Vec::new(), false);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match (in_string, c) {
            (true, '\\') => match rest.next() {
                Some(e @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => out.extend(['\\', e]),
                Some(e) if !e.is_control() => out.push(e),
                _ => out.push(' '),
            },
            (true, '"') if !ends_string(rest.as_str()) => out.push_str("\\\""),
            (true, c) if c.is_control() => out.push(' '),
            (true, _) => {
                in_string = c != '"';
                out.push(c);
            }
            (false, ',') if matches!(rest.as_str().trim_start().chars().next(), Some('}' | ']' | ',') | None) => {}
            (false, _) => {
                match c {
                    '"' => in_string = true,
                    '{' => open.push('}'),
                    '[' => open.push(']'),
                    '}' | ']' => drop(open.pop()),
                    _ => {}
                }
                out.push(c);
            }
        }
    }
    if in_string {
        out.push('"');
    }
    out.extend(open.into_iter().rev());
    out
}

/// Whether what follows a quote is what may follow a string.
fn ends_string(rest: &str) -> bool {
    // White space is bounded, so that a page of quotes and blanks stays linear.
    let mut after = rest.chars().take(64).skip_while(|c| c.is_whitespace());
    match after.next() {
        None | Some(':' | '}' | ']') => true,
        Some(',') => {
            matches!(after.find(|c| !c.is_whitespace()), None | Some('"' | '{' | '[' | '}' | ']' | '0'..='9' | '-' | 't' | 'f' | 'n'))
        }
        _ => false,
    }
}

/// Properties whose things are not what the page is about.
fn place_of(property: &str, place: Place) -> Option<Place> {
    Some(match property {
        "@graph" | "mainEntity" | "mainEntityOfPage" | "@reverse" | "liveBlogUpdate" => place,
        "itemListElement" | "item" | "blogPost" | "blogPosts" | "dataFeedElement" => Place::Listed,
        // Agents are read where they act; nothing else of them is of use.
        "author" | "publisher" | "creator" | "image" | "logo" | "address" | "offers" | "potentialAction" => return None,
        _ => Place::Part,
    })
}

fn walk(value: &Value, place: Place, things: &mut Vec<Thing>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| walk(v, place, things)),
        Value::Object(object) => {
            if things.len() >= MAX_THINGS {
                return;
            }
            if object.contains_key("@type") || object.contains_key("headline") {
                things.push(thing(object, place));
            }
            for (property, inner) in object {
                if let Some(place) = place_of(property, place) {
                    walk(inner, place, things);
                } else if matches!(property.as_str(), "author" | "publisher" | "creator") {
                    referable(inner, things);
                }
            }
        }
        _ => {}
    }
}

/// Keeps agents that other objects may point at.
fn referable(value: &Value, things: &mut Vec<Thing>) {
    match value {
        Value::Array(list) => list.iter().take(MAX_AGENTS).for_each(|v| referable(v, things)),
        Value::Object(o) if things.len() < MAX_THINGS && o.contains_key("@id") && o.contains_key("name") => {
            things.push(thing(o, Place::Part));
        }
        _ => {}
    }
}

fn thing(o: &Map<String, Value>, place: Place) -> Thing {
    let first = |names: &[&str]| names.iter().find_map(|n| text(o.get(*n)?));
    Thing {
        id: first(&["@id", "id"]),
        types: texts(o.get("@type")),
        headline: first(&["headline", "alternativeHeadline"]),
        name: first(&["name", "title"]),
        authors: agents(o, &["author", "creator", "contributor"]),
        publishers: agents(o, &["publisher", "sourceOrganization", "copyrightHolder"]),
        providers: agents(o, &["provider"]),
        published: first(&["datePublished", "uploadDate", "dateCreated", "datePosted"]),
        modified: first(&["dateModified", "dateUpdated"]),
        addresses: ["url", "mainEntityOfPage", "@id"].iter().filter_map(|n| address(o.get(*n)?)).collect(),
        image: ["image", "thumbnailUrl", "primaryImageOfPage"].iter().find_map(|n| address(o.get(*n)?)),
        image_caption: o.get("image").and_then(|i| text(first_of(i).as_object()?.get("caption")?)),
        description: first(&["description", "abstract"]),
        lang: first(&["inLanguage"]),
        body: first(&["articleBody", "text"]).map(bounded),
        place,
    }
}

fn bounded(mut body: String) -> String {
    if body.len() > MAX_BODY {
        let end = (0..=MAX_BODY).rev().find(|&at| body.is_char_boundary(at)).unwrap_or(0);
        body.truncate(end);
    }
    body
}

fn first_of(value: &Value) -> &Value {
    value.as_array().and_then(|list| list.first()).unwrap_or(value)
}

/// A text, plain or as `{"@value": …}`; of a list the first.
fn text(value: &Value) -> Option<String> {
    let text = match first_of(value) {
        Value::String(text) => text.clone(),
        // A name may be a year. Fractions name nothing, and to write them takes tables of ten kilobytes.
        Value::Number(number) => number.as_i64()?.to_string(),
        Value::Object(o) => return text(o.get("@value").or_else(|| o.get("name"))?),
        _ => return None,
    };
    Some(text).filter(|t| !t.trim().is_empty())
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(|v| v.as_str()).map(str::to_owned).collect(),
        Some(Value::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// An address, plain or as an object's `url` or `@id`.
fn address(value: &Value) -> Option<String> {
    match first_of(value) {
        Value::String(text) => Some(text.clone()).filter(|t| !t.trim().is_empty()),
        Value::Object(o) => ["url", "contentUrl", "@id"].iter().find_map(|n| o.get(*n)?.as_str().map(str::to_owned)),
        _ => None,
    }
}

fn agents(o: &Map<String, Value>, properties: &[&str]) -> Vec<Agent> {
    let mut list = Vec::new();
    for property in properties {
        if let Some(value) = o.get(*property) {
            collect_agents(value, &mut list);
        }
        if !list.is_empty() {
            break;
        }
    }
    list.truncate(MAX_AGENTS);
    list
}

fn collect_agents(value: &Value, list: &mut Vec<Agent>) {
    match value {
        Value::Array(values) => values.iter().take(MAX_AGENTS).for_each(|v| collect_agents(v, list)),
        Value::String(name) => list.push(Agent::Named { name: name.clone(), kind: AgentKind::Unknown }),
        Value::Object(o) => {
            let types = texts(o.get("@type"));
            let kind = match () {
                () if types.iter().any(|t| t == "Person") => AgentKind::Person,
                () if types.iter().any(|t| t.ends_with("Organization") || t == "Brand" || t == "Corporation") => AgentKind::Group,
                () => AgentKind::Unknown,
            };
            let names = match o.get("name") {
                Some(Value::Array(names)) => names.iter().filter_map(text).collect(),
                Some(name) => text(name).into_iter().collect(),
                None => joined_name(o).into_iter().collect::<Vec<_>>(),
            };
            match (names.is_empty(), o.get("@id").and_then(Value::as_str)) {
                (true, Some(id)) => list.push(Agent::Reference(id.to_owned())),
                _ => list.extend(names.into_iter().map(|name| Agent::Named { name, kind })),
            }
        }
        _ => {}
    }
}

fn joined_name(o: &Map<String, Value>) -> Option<String> {
    let part = |name: &str| o.get(name).and_then(text);
    match (part("givenName"), part("familyName")) {
        (Some(given), Some(family)) => Some(format!("{given} {family}")),
        (given, family) => given.or(family),
    }
}

impl Thing {
    /// Whether one of its types is an article of some sort.
    pub(super) fn is_article(&self) -> bool {
        self.types.iter().any(|t| {
            let t = t.rsplit(['/', ':']).next().unwrap_or(t);
            t.ends_with("Article")
                || t.ends_with("Posting") && t != "JobPosting"
                || matches!(t, "Report" | "Review" | "Recipe" | "NewsItem" | "Chapter" | "HowTo" | "LiveBlogUpdate")
        })
    }

    pub(super) fn has_type(&self, name: &str) -> bool {
        self.types.iter().any(|t| t.rsplit(['/', ':']).next() == Some(name))
    }
}

#[cfg(test)]
mod tests;
