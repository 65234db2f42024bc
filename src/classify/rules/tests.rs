use super::*;
use crate::block::{Block, BlockId, Figure, Image, Inline, Mark, MarkKind, Style};
use crate::lexicon::wording;
use crate::passage::Traits;

/// A block in an element with these hints.
struct Scene {
    passage: Passage,
    containers: Containers,
    near: Near,
}

/// A paragraph, `[text](link)` marking a link.
fn paragraph(text: &str, hints: Hints) -> Scene {
    let mut line = Inline::default();
    let mut link_chars = 0;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (label, after) = after.split_once(']').unwrap();
        line.text.push_str(before);
        line.marks.push(Mark { at: line.text.len(), kind: MarkKind::Open(Style::Link("/x".into())) });
        line.text.push_str(label);
        line.marks.push(Mark { at: line.text.len(), kind: MarkKind::Close });
        link_chars += label.chars().count() as u32;
        rest = after;
    }
    line.text.push_str(rest);
    let traits = Traits {
        words: line.text.split_whitespace().count() as f32,
        chars: line.text.chars().count() as u32,
        links: line.marks.len() as u32 / 2,
        link_chars,
        sentence_ends: line.text.matches(". ").count() as u32 + u32::from(line.text.ends_with('.')),
        ..Traits::default()
    };
    scene(Content::Paragraph(line), traits, hints)
}

fn scene(content: Content, traits: Traits, hints: Hints) -> Scene {
    let mut containers = Containers::default();
    let container = containers.add(Container { hints, ..Container::root() });
    let block = Block { id: BlockId(0), frames: Vec::new(), content, anchors: Vec::new(), lang: None, dir: None };
    Scene { passage: Passage { block, container, traits }, containers, near: Near::default() }
}

impl Scene {
    fn rule(&self) -> &'static str {
        let reading = wording::read(&self.passage.text());
        judge(&self.passage, &self.containers, &reading, &self.near).map_or("", |v| v.rule)
    }
}

fn rule(text: &str, hints: Hints) -> &'static str {
    paragraph(text, hints).rule()
}

const NONE: Hints = Hints::empty();

#[test]
fn advertisements() {
    assert_eq!(rule("Advertisement", NONE), "advert/label");
    assert_eq!(rule("Publicité", NONE), "advert/label");
    assert_eq!(rule("[Sponsored by Acme]", NONE), "advert/sponsored-line");
    assert_eq!(rule("The advertisement ran for a week.", NONE), "");
}

#[test]
fn a_listed_slot_loses_its_teasers_but_no_prose() {
    let mut teaser = paragraph("[Ten shoes you will love]", NONE);
    let slot = teaser.containers.add(Container { is_ad: true, ..Container::root() });
    teaser.passage.container = slot;
    assert_eq!(teaser.rule(), "advert/listed");
    let mut story = paragraph(&"The river rose in the night and took the bridge. ".repeat(8), NONE);
    story.passage.container = story.containers.add(Container { is_ad: true, ..Container::root() });
    assert_eq!(story.rule(), "");
}

#[test]
fn newsletters() {
    assert_eq!(rule("For all the news of the valley, [sign up for our newsletter]", NONE), "newsletter/call");
    assert_eq!(rule("ニュースレターに登録して、毎朝おすすめの記事を受け取りましょう。", NONE), "newsletter/call");
    assert_eq!(rule("订阅我们的电子报，每天早晨把最好的故事送到您的邮箱。", NONE), "newsletter/call");
    assert_eq!(rule("Those who sign up for the newsletter of a bank hear of it first", NONE), "");
    assert_eq!(rule("Sign up for our weekly newsletter with all the news of the valley", Hints::NEWSLETTER), "newsletter/box");
    assert_eq!(rule("[Newsletters]", NONE), "newsletter/label");
    assert_eq!(rule("Jetzt unseren Newsletter abonnieren: jede Woche das Neueste aus dem Tal", Hints::FORM), "newsletter/prompt");
}

#[test]
fn an_article_about_newsletters_stays() {
    for text in [
        "“Sign up for our newsletter” was the sentence that visitors met on each page, she says, and hardly anybody did. The firm took it off.",
        "He wrote a newsletter for two thousand farmers.",
        "Readers had to subscribe to two newsletters before they could read on, the court heard. That was not what the law asked for.",
    ] {
        assert_eq!(rule(text, NONE), "", "{text}");
    }
}

#[test]
fn apps_accounts_and_donations() {
    assert_eq!(rule("[Download the app]", NONE), "promo/app-link");
    assert_eq!(rule("[Donate now]", NONE), "promo/donate");
    assert_eq!(rule("[Log in]", NONE), "account/link");
    assert_eq!(rule("[Abonnieren]", NONE), "account/subscribe");
    assert_eq!(rule("Download the file, then open it.", NONE), "");
}

#[test]
fn paywalls() {
    assert_eq!(rule("Subscribe to continue reading this story", Hints::PAYWALL), "paywall/box");
    assert_eq!(rule("You have reached your limit of free articles. [See offers]", NONE), "paywall/prompt");
}

#[test]
fn share_bars() {
    assert_eq!(rule("[Facebook] [Twitter] [WhatsApp]", NONE), "share/button");
    assert_eq!(rule("Teilen", Hints::SHARE), "share/button");
    assert_eq!(rule("They share a kitchen and one bicycle.", NONE), "");
}

#[test]
fn a_button_after_a_button_is_of_the_same_bar() {
    let mut scene = paragraph("Print", NONE);
    assert_eq!(scene.rule(), "");
    scene.near.previous = wording::read("Share");
    assert_eq!(scene.rule(), "share/bar");
    assert_eq!(rule("Share", NONE), "share/alone");
    assert_eq!(rule("GUI", NONE), "");
}

#[test]
fn consent_dialogs() {
    let notice = "We use cookies to improve this page and to count its readers. Choose what you allow.";
    assert_eq!(rule(notice, Hints::MODAL), "consent/dialog");
    assert_eq!(rule(notice, Hints::CONSENT), "consent/element");
    assert_eq!(rule("[Alle akzeptieren]", NONE), "consent/button");
    assert_eq!(rule("The bakery will use cookies to thank its customers.", NONE), "");
}

#[test]
fn lines_that_point_at_other_articles() {
    assert_eq!(rule("Read also: [The town that moved its church]", NONE), "related/read-also");
    assert_eq!(rule("Читайте также: [Как город перенёс церковь]", NONE), "related/read-also");
    assert_eq!(rule("Related articles", Hints::RELATED), "related/heading");
    assert_eq!(rule("[Read more »]", NONE), "related/more");
    assert_eq!(rule("He had read also the letters of his aunt.", NONE), "");
}

#[test]
fn comment_threads() {
    assert_eq!(rule("12 comments", Hints::COMMENT), "comments/label");
    assert_eq!(rule("Your email address will not be published, nor given to others", Hints::COMMENT), "comments/form");
    assert_eq!(rule("Comments on the bill were mixed.", NONE), "");
    let mut scene = paragraph("No comments yet...", NONE);
    assert_eq!(scene.rule(), "");
    scene.near.heading = wording::read("Readers' comments");
    assert_eq!(scene.rule(), "comments/none");
}

#[test]
fn authors_and_tags() {
    assert_eq!(rule("About the author", Hints::AUTHOR), "about/label");
    assert_eq!(rule("Tags: [rivers], [bridges]", NONE), "tags/line");
    assert_eq!(rule("Schlagwörter: [Fluss], [Brücke]", NONE), "tags/line");
    assert_eq!(rule("Tags: the small metal discs that told the miners apart.", NONE), "");
}

#[test]
fn legal_lines_and_menus() {
    assert_eq!(rule("© 2026 The Daily Example. All rights reserved.", NONE), "legal/copyright");
    assert_eq!(rule("[Datenschutz]", NONE), "legal/link");
    assert_eq!(rule("[Skip to content]", NONE), "navigation/label");
}

#[test]
fn players() {
    assert_eq!(rule("Video Player is loading.", Hints::WIDGET), "player/control");
    assert_eq!(rule("Play", NONE), "");
}

#[test]
fn corrections_stay() {
    for text in [
        "Correction: an earlier version of this article misspelled the name of the newsletter. Sign up for our newsletter was a quotation.",
        "This article has been updated.",
        "Anmerkung der Redaktion: Wir haben den Namen berichtigt.",
    ] {
        assert_eq!(rule(text, Hints::NEWSLETTER), "", "{text}");
    }
}

#[test]
fn pixels_are_cut_and_pictures_are_not() {
    let figure = |width| {
        let images = vec![Image { src: "/a.gif".into(), width: Some(width), ..Image::default() }];
        scene(Content::Figure(Figure { images, ..Figure::default() }), Traits::default(), NONE).rule()
    };
    assert_eq!(figure(1), "decoration/pixel");
    assert_eq!(figure(640), "");
}

#[test]
fn headings_start_sections_that_are_not_the_article() {
    let of = |text: &str| section(&wording::read(text), &paragraph(text, NONE).passage);
    assert_eq!(of("You may also like"), Some(Reason::Related));
    assert_eq!(of("Das könnte Sie auch interessieren"), Some(Reason::Related));
    assert_eq!(of("Most read"), Some(Reason::Related));
    assert_eq!(of("Leave a comment"), Some(Reason::Comments));
    assert_eq!(of("The related problem of silt"), None);
    for text in ["See also", "Discussion", "YouTube", "Membership"] {
        assert_eq!(of(text), None, "{text}");
    }
}
