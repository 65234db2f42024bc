//! What an element's attributes say of it; names that repeat are looked up once.

use super::*;

impl Segmenter {
    /// Reads what an element's attributes say.
    pub(super) fn read(&mut self, tag: Tag, attributes: &Attributes) -> Open {
        let (class, id) = (attributes.get("class").unwrap_or_default(), attributes.get("id").unwrap_or_default());
        let role = attributes.get("role");
        let (mut hints, signature, is_ad) = if attributes.is_empty() {
            (classes::hints(tag, None, "", ""), tag as u32, false)
        } else {
            let key = hash::of((tag, role, class, id));
            match self.names.get(&key) {
                Some(known) => *known,
                None => {
                    let known = (classes::hints(tag, role, class, id), element::signature(tag, role, class), adlist::is_ad(class, id));
                    if self.names.len() < 20_000 {
                        self.names.insert(key, known);
                    }
                    known
                }
            }
        };
        hints |= element::of_attributes(attributes);
        let is_sign = permalink::is_sign(tag, attributes);
        if is_sign {
            hints |= Hints::NAVIGATION;
        }
        let in_code = || self.code.is_some() || self.open.iter().rev().take(3).any(|o| o.tag == Tag::Code);
        let is_page = matches!(tag, Tag::Html | Tag::Body);
        Open {
            tag,
            element: self.elements,
            hints: if is_page { Hints::empty() } else { hints },
            signature,
            frame: element::frame(tag, attributes),
            href: (tag == Tag::A).then(|| attributes.get("href")).flatten().map(Into::into),
            id: Some(id).filter(|i| !i.is_empty()).or_else(|| (tag == Tag::A).then(|| attributes.get("name")).flatten()).map(Into::into),
            is_ad: is_ad && !is_page,
            lang: (!is_page).then(|| attributes.get("lang")).flatten().filter(|l| !l.is_empty()).map(Into::into),
            dir: if is_page { None } else { element::direction(attributes) },
            language: if matches!(tag, Tag::Div | Tag::Figure) { element::language(attributes) } else { None },
            stands_beside: element::stands_beside(tag, attributes) && !in_code(),
            is_sign,
            icon_at: (matches!(tag, Tag::I | Tag::Span) && !class.is_empty()).then(|| self.line.len()),
            container: None,
        }
    }
}
