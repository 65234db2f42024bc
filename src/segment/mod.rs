//! [`Event`]s → [`Passage`]s: cuts the page into blocks, with the elements around them and the counts of their text.

mod element;
mod embed;
mod fold;
mod image;
mod label;
mod line;
mod measure;
mod permalink;
mod post;
mod table;

use crate::block::{Block, BlockId, Content, Figure, Frame, Image, Inline, MarkKind, Math, Style};
use crate::container::{Container, ContainerId, Containers, FAMILIES, Hints};
use crate::event::{Attributes, Event};
use crate::lexicon::{adlist, classes};
use crate::lexicon::stop_words::StopWords;
use crate::passage::{Passage, Role, Traits};
use crate::settings::Limits;
use crate::tag::Tag;
use element::Open;
use fold::Fold;
use line::Line;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use table::{Draft, Outcome};

/// CSS pixels; pictures at most this large in a line of text are signs, not pictures.
const ICON_SIDE: u32 = 48;
/// Characters; a heading element with more was never closed.
const MAX_HEADING: usize = 600;
/// Ids kept for one block.
const MAX_ANCHORS: usize = 8;

/// Cuts a page into passages.
#[derive(Debug)]
pub(crate) struct Segmenter {
    limits: Limits,
    stop_words: StopWords,
    names: HashMap<u64, (Hints, u32, bool)>,
    containers: Containers,
    open: Vec<Open>,
    elements: u32,
    blocks: u32,
    line: Line,
    about: LineFacts,
    anchors: Vec<Box<str>>,
    /// How many of the innermost open elements are no text of the page.
    skipped: usize,
    noscript: bool,
    /// Text came since the noscript began.
    noscript_text: bool,
    picture: Option<image::Sources>,
    last_image: Option<Box<str>>,
    code: Option<Code>,
    math: Option<MathDraft>,
    post: Option<post::Draft>,
    tables: Vec<Draft>,
    fold: Fold,
    full: bool,
}

/// What is known of the line that is being read besides its text.
#[derive(Debug, Default)]
struct LineFacts {
    /// Open elements when its first text came, and at no time fewer since.
    depth: Option<usize>,
    hints: Hints,
    time: Option<Box<str>>,
    control_chars: u32,
    /// The link around the picture that is finished next.
    picture_link: Option<Box<str>>,
}

#[derive(Debug, Default)]
struct Code {
    text: String,
    language: Option<Box<str>>,
    /// Open elements at `<pre>`.
    depth: usize,
    numbers: usize,
}

#[derive(Debug, Default)]
struct MathDraft {
    depth: usize,
    tex: Option<String>,
    text: String,
    display: bool,
    in_annotation: bool,
}

impl Segmenter {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            stop_words: StopWords::new(),
            names: HashMap::new(),
            containers: Containers::default(),
            open: Vec::with_capacity(64),
            elements: 0,
            blocks: 0,
            line: Line::default(),
            about: LineFacts::default(),
            anchors: Vec::new(),
            skipped: 0,
            noscript: false,
            noscript_text: false,
            picture: None,
            last_image: None,
            code: None,
            math: None,
            post: None,
            tables: Vec::new(),
            fold: Fold::default(),
            full: false,
        }
    }

    pub(crate) fn containers(&self) -> &Containers {
        &self.containers
    }

    /// Whether the limit on blocks was reached.
    pub(crate) fn is_full(&self) -> bool {
        self.full
    }

    /// Takes the next event; complete passages are given to `out` in the page's order.
    pub(crate) fn event(&mut self, event: &Event<'_>, out: &mut Vec<Passage>) {
        match event {
            Event::Open { tag, attributes } => self.open(*tag, attributes),
            Event::Void { tag, attributes } => self.void(*tag, attributes),
            Event::Text(text) => self.text(text),
            Event::Raw(text) => self.raw(text),
            Event::Close(tag) => self.close(*tag),
        }
        out.extend(self.fold.drain());
    }

    /// Gives out what was still held back.
    pub(crate) fn end(&mut self, out: &mut Vec<Passage>) {
        self.end_line();
        self.fold.end(&self.containers);
        out.extend(self.fold.drain());
    }

    fn open(&mut self, tag: Tag, attributes: &Attributes) {
        self.elements += 1;
        if self.skipped > 0 || (element::is_skipped(tag, attributes) && !self.is_stray_head(tag)) || (self.code.is_some() && element::is_line_number(attributes)) {
            self.skipped += 1;
            return;
        }
        let open = self.read(tag, attributes);
        if let Some(post) = &mut self.post {
            post.open(&open);
            self.open.push(open);
            return;
        }
        if open.is_block() && self.code.is_none() {
            self.end_line();
        }
        if post::is_post(tag, attributes) && self.code.is_none() {
            self.post = Some(post::Draft::new(self.open.len(), attributes));
        }
        if let Some(id) = open.id.clone() {
            self.anchor(id);
        }
        if !open.is_block() {
            if let Some(style) = element::style(tag, attributes) {
                self.line.open(open.element, style);
            }
            if tag == Tag::Time {
                self.about.time = self.about.time.take().or_else(|| attributes.get("datetime").map(Into::into));
            }
            self.about.hints |= open.hints;
            if open.stands_beside {
                self.line.enter();
            }
        }
        match tag {
            Tag::Noscript => self.noscript = true,
            Tag::Picture => self.picture = Some(image::Sources::default()),
            Tag::Pre | Tag::Listing | Tag::Xmp if self.code.is_none() => {
                self.code = Some(Code { depth: self.open.len(), language: element::language(attributes).or_else(|| self.language()), ..Code::default() });
            }
            Tag::Code => {
                if let Some(code) = &mut self.code {
                    code.language = code.language.take().or_else(|| element::language(attributes));
                }
            }
            Tag::Math => {
                let tex = attributes.get("alttext").map(str::to_owned);
                let display = attributes.get("display") == Some("block");
                self.math = Some(MathDraft { depth: self.open.len(), tex, display, ..MathDraft::default() });
            }
            Tag::Table => {
                // A table inside a cell: the outer one lays out.
                if let Some(outer) = self.tables.last_mut() {
                    let held = outer.give_up();
                    self.forward(self.tables.len() - 1, held);
                }
                self.tables.push(Draft::new(open.element, attributes));
            }
            Tag::Iframe | Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpYoutube => self.embed(tag, attributes),
            Tag::Amp => self.image(attributes),
            _ => self.table_part(tag, attributes, true),
        }
        if let Some(math) = &mut self.math {
            math.in_annotation |= tag == Tag::Other && attributes.get("encoding").is_some_and(|e| e.contains("tex"));
        }
        self.open.push(open);
    }

    /// Browsers ignore a second `<head>`, in the body; often nothing closes it.
    fn is_stray_head(&self, tag: Tag) -> bool {
        tag == Tag::Head && self.open.iter().any(|o| o.tag == Tag::Body)
    }

    fn void(&mut self, tag: Tag, attributes: &Attributes) {
        self.elements += 1;
        if self.skipped > 0 {
            return;
        }
        if let Some(post) = &mut self.post {
            post.text(" ");
            return;
        }
        match tag {
            Tag::Br => match &mut self.code {
                Some(code) => code.text.push('\n'),
                None if self.line.line_break() => self.end_line(),
                None => {}
            },
            Tag::Hr => {
                self.end_line();
                self.finish(Content::Rule, self.open.len());
            }
            Tag::Source => {
                if let Some(picture) = &mut self.picture {
                    picture.source(attributes);
                }
            }
            Tag::Img => self.image(attributes),
            Tag::Embed => self.embed(tag, attributes),
            Tag::Input if matches!(attributes.get("type"), Some("submit" | "button")) => {
                self.about.control_chars += attributes.get("value").map_or(0, |v| v.chars().count() as u32);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if let Some(post) = &mut self.post {
            post.text(text);
            return;
        }
        if let Some(math) = &mut self.math {
            if math.in_annotation {
                math.tex.get_or_insert_default().push_str(text);
            } else {
                math.text.push_str(text);
            }
            return;
        }
        if self.noscript && !self.noscript_text && !text.trim().is_empty() {
            // Pictures of a noscript belong into the line around it, its text does not.
            self.end_line();
            self.noscript_text = true;
        }
        if let Some(code) = &mut self.code {
            code.text.extend(text.chars().filter(|&c| c != '\r'));
            return;
        }
        let before = self.line.len();
        self.line.text(text);
        if self.line.len() > before {
            self.touch();
            if matches!(self.open.last(), Some(o) if matches!(o.tag, Tag::Button | Tag::Label | Tag::Output)) {
                self.about.control_chars += text.trim().chars().count() as u32;
            }
            if self.line.len() > self.limits.block_bytes {
                self.end_line();
            }
        }
    }

    /// Only the text of `xmp` is shown.
    fn raw(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.text.push_str(text);
        }
    }

    fn close(&mut self, tag: Tag) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let depth = self.open.len().saturating_sub(1);
        if let Some(post) = &mut self.post {
            if post.depth < depth {
                post.text(if self.open.last().is_some_and(Open::is_block) { " " } else { "" });
                self.open.pop();
                return;
            }
            self.end_post();
        }
        if self.code.as_ref().is_some_and(|c| c.depth == depth) {
            self.end_code();
        }
        if self.math.as_ref().is_some_and(|m| m.depth == depth) {
            self.end_math();
        }
        if self.open.last().is_some_and(Open::is_block) && self.code.is_none() {
            self.end_line();
        }
        match tag {
            Tag::Noscript => self.end_noscript(),
            Tag::Picture => self.picture = None,
            Tag::Table => self.end_table(),
            _ => self.table_part(tag, &Attributes::default(), false),
        }
        // Cards side by side: a link around a picture and its title, with nothing but such links in the line.
        if tag == Tag::A && self.code.is_none() && self.line.is_card() {
            self.end_line();
        }
        let Some(open) = self.open.pop() else { return };
        if let Some(math) = &mut self.math {
            math.in_annotation = false;
        }
        self.line.close(open.element);
        if open.stands_beside {
            self.line.leave();
        }
        if let Some(id) = open.container {
            self.fold.close(id, &self.containers);
        }
        if let Some(at) = &mut self.about.depth {
            *at = (*at).min(self.open.len());
        }
    }

    /// Reads what an element's attributes say.
    fn read(&mut self, tag: Tag, attributes: &Attributes) -> Open {
        let (class, id) = (attributes.get("class").unwrap_or_default(), attributes.get("id").unwrap_or_default());
        let role = attributes.get("role");
        let (mut hints, signature, is_ad) = if attributes.is_empty() {
            (classes::hints(tag, None, "", ""), tag as u32, false)
        } else {
            let mut hasher = DefaultHasher::new();
            (tag, role, class, id).hash(&mut hasher);
            let key = hasher.finish();
            match self.names.get(&key) {
                Some(known) => *known,
                None => {
                    let known = (classes::hints(tag, role, class, id), signature(tag, role, class), adlist::is_ad(class, id));
                    if self.names.len() < 20_000 {
                        self.names.insert(key, known);
                    }
                    known
                }
            }
        };
        hints |= of_attributes(attributes);
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
            item_type: attributes.get("itemtype").and_then(|t| t.rsplit('/').next()).map(Into::into),
            is_ad: is_ad && !is_page,
            lang: (!is_page).then(|| attributes.get("lang")).flatten().filter(|l| !l.is_empty()).map(Into::into),
            dir: if is_page { None } else { element::direction(attributes) },
            language: if matches!(tag, Tag::Div | Tag::Figure) { element::language(attributes) } else { None },
            stands_beside: element::stands_beside(tag, attributes) && !in_code(),
            is_sign,
            container: None,
        }
    }

    fn language(&self) -> Option<Box<str>> {
        self.open.iter().rev().take(2).find_map(|o| o.language.clone())
    }

    /// Notes an id that links may point at, in the line or before it.
    fn anchor(&mut self, id: Box<str>) {
        if self.line.has_text() {
            self.line.anchor(&id);
        } else if self.anchors.len() < MAX_ANCHORS {
            self.anchors.push(id);
        } else {
            self.anchors.rotate_left(1);
            self.anchors[MAX_ANCHORS - 1] = id;
        }
    }

    /// Something visible came into the line.
    fn touch(&mut self) {
        if self.about.depth.is_none() {
            self.about.depth = Some(self.open.len());
            for open in self.open.iter().rev().take_while(|o| !o.is_block()) {
                self.about.hints |= open.hints;
            }
        }
    }

    fn image(&mut self, attributes: &Attributes) {
        let sources = self.picture.take().unwrap_or_default();
        let Some(image) = image::choose(attributes, sources) else { return };
        if self.code.is_some() || self.math.is_some() {
            return;
        }
        if self.noscript && self.last_image.as_ref().is_some_and(|last| image::same_picture(last, &image.src)) {
            return;
        }
        self.last_image = Some(image.src.clone());
        self.line.image(image);
        self.touch();
    }

    fn embed(&mut self, tag: Tag, attributes: &Attributes) {
        if self.noscript {
            return;
        }
        let Some(embed) = element::is_skipped(tag, attributes).then_some(None).unwrap_or_else(|| embed::embed(tag, attributes)) else { return };
        self.end_line();
        self.finish(Content::Embed(embed), self.open.len());
    }

    fn end_math(&mut self) {
        let Some(math) = self.math.take() else { return };
        let tex = math.tex.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let text = math.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if tex.is_none() && text.is_empty() {
            return;
        }
        let formula = Math { tex: tex.map_or(text.into(), Into::into), is_tex: tex.is_some() };
        if math.display && !self.line.has_text() {
            self.end_line();
            self.finish(Content::Math(formula), self.open.len());
        } else {
            self.line.math(formula);
            self.touch();
        }
    }

    fn end_code(&mut self) {
        let Some(code) = self.code.take() else { return };
        let text = code.text.trim_matches('\n').trim_end();
        if text.trim().is_empty() {
            return;
        }
        // A column of line numbers beside the code.
        if text.split_whitespace().enumerate().all(|(i, n)| n.parse() == Ok(i + 1)) && text.contains('\n') {
            return;
        }
        let content = Content::Code { text: text.to_owned(), language: code.language };
        self.finish(content, code.depth + 1);
    }

    /// Ends the line that is being read; what is in it becomes blocks.
    fn end_line(&mut self) {
        let depth = self.about.depth;
        let inline = self.line.take();
        let (Some(depth), false) = (depth, inline.is_empty()) else {
            self.about.depth = None;
            return;
        };
        let block_at = self.open[..depth.min(self.open.len())].iter().rposition(Open::is_block).map_or(0, |i| i + 1);
        let (before, text, after) = lift_pictures(inline);
        let beside = if before.is_empty() && after.is_empty() { label::Beside::Text } else { label::Beside::Picture };
        for (image, link) in before {
            self.picture(image, link, block_at);
        }
        for text in label::part(text, beside) {
            self.finish(self.line_content(text, block_at), block_at);
        }
        for (image, link) in after {
            self.picture(image, link, block_at);
        }
        self.about = LineFacts::default();
    }

    /// A heading, in a heading element among the outermost `depth` open ones; else a paragraph.
    fn line_content(&self, text: Inline, depth: usize) -> Content {
        let around = self.open[..depth].iter().rev().take(6).take_while(|o| !o.is_sign);
        match around.into_iter().find_map(|o| o.tag.heading_level()) {
            Some(level) if text.text.len() <= MAX_HEADING => Content::Heading { level, text: permalink::without(text) },
            _ => Content::Paragraph(text),
        }
    }

    fn end_post(&mut self) {
        let Some(post) = self.post.take() else { return };
        let depth = post.depth;
        if let Some(content) = post.finish() {
            self.finish(content, depth);
        }
    }

    fn end_noscript(&mut self) {
        if self.noscript_text {
            self.end_line();
        }
        self.noscript = false;
        self.noscript_text = false;
    }

    fn picture(&mut self, image: Image, link: Option<Box<str>>, depth: usize) {
        self.about.picture_link = link;
        self.finish(Content::Figure(Figure { images: vec![image], ..Figure::default() }), depth);
    }

    /// Makes a passage of complete content whose elements are the outermost `depth` open ones.
    fn finish(&mut self, content: Content, depth: usize) {
        if self.blocks as usize >= self.limits.blocks {
            self.full = true;
            return;
        }
        let container = self.container(depth);
        let path = &self.open[..depth.min(self.open.len())];
        let frames = path.iter().filter_map(|o| o.frame.clone().map(|kind| Frame { id: o.element, kind })).collect();
        let block = Block {
            id: BlockId(self.blocks),
            frames,
            content,
            anchors: std::mem::take(&mut self.anchors),
            lang: path.iter().rev().find_map(|o| o.lang.clone()),
            dir: path.iter().rev().find_map(|o| o.dir),
        };
        self.blocks += 1;
        let role = match path.iter().rev().find(|o| o.is_block()).map(|o| o.tag) {
            Some(Tag::Figcaption | Tag::Caption) => Role::Caption,
            Some(Tag::Li | Tag::Dd | Tag::Dt) => Role::Item,
            _ => Role::Text,
        };
        let measured = measure::measure(&block, &self.stop_words);
        let traits = Traits {
            link: self.about.picture_link.take().or(measured.link),
            noscript: self.noscript_text,
            control_chars: self.about.control_chars,
            hints: self.about.hints | path.last().map_or(Hints::empty(), |o| o.hints),
            time: self.about.time.take(),
            role,
            ..measured
        };
        self.deliver(self.tables.len(), Passage { block, container, traits });
    }

    /// The container of what the outermost `depth` open elements hold; makes those that are not known yet.
    fn container(&mut self, depth: usize) -> ContainerId {
        let depth = depth.min(self.open.len());
        let mut parent = None;
        for open in &mut self.open[..depth] {
            let holds_blocks = open.is_block() || matches!(open.tag, Tag::A | Tag::Other);
            if !holds_blocks {
                continue;
            }
            let id = match open.container {
                Some(id) => id,
                None => {
                    let id = self.containers.add(Container {
                        parent,
                        tag: open.tag,
                        depth: 0,
                        signature: open.signature,
                        hints: open.hints,
                        nearest: [0; FAMILIES],
                        href: open.href.clone(),
                        element: open.id.clone(),
                        item_type: open.item_type.clone(),
                        is_ad: open.is_ad,
                    });
                    open.container = Some(id);
                    self.fold.open(id, open.tag, &self.containers);
                    id
                }
            };
            parent = Some(id);
        }
        parent.unwrap_or_else(|| self.containers.add(Container::root()))
    }

    /// Hands a passage to the table that it stands in, the outermost `tables` of them, or on.
    fn deliver(&mut self, tables: usize, passage: Passage) {
        let Some(i) = (0..tables).rev().find(|&i| !self.tables[i].is_layout()) else {
            self.fold.push(passage, &self.containers);
            return;
        };
        let limit = self.limits.block_bytes;
        if let Some(held) = self.tables[i].push(passage, limit) {
            self.forward(i, held);
        }
    }

    fn forward(&mut self, tables: usize, passages: Vec<Passage>) {
        for passage in passages {
            self.deliver(tables, passage);
        }
    }

    fn table_part(&mut self, tag: Tag, attributes: &Attributes, opens: bool) {
        let Some(table) = self.tables.last_mut() else { return };
        match tag {
            Tag::Caption => table.caption(opens),
            Tag::Thead => table.head(opens),
            Tag::Tr if opens => table.row(),
            Tag::Td | Tag::Th if opens => table.cell(tag == Tag::Th, attributes),
            // A form or a list of cards is no data.
            Tag::Form | Tag::Article | Tag::Section if opens => {
                let held = table.give_up();
                self.forward(self.tables.len() - 1, held);
            }
            _ => {}
        }
    }

    fn end_table(&mut self) {
        let is_innermost = matches!((self.tables.last(), self.open.last()), (Some(t), Some(o)) if t.element == o.element);
        if !is_innermost {
            return;
        }
        let Some(draft) = self.tables.pop() else { return };
        match draft.finish() {
            Outcome::Data(table) => self.finish(Content::Table(table), self.open.len()),
            Outcome::Layout(held) => self.forward(self.tables.len(), held),
        }
    }
}

/// What attributes other than names say of an element's use.
fn of_attributes(attributes: &Attributes) -> Hints {
    let mut hints = Hints::empty();
    if attributes.has("hidden") || attributes.get("aria-hidden") == Some("true") || attributes.get("style").is_some_and(is_hiding) {
        hints |= Hints::HIDDEN;
    }
    if attributes.get("aria-modal") == Some("true") {
        hints |= Hints::MODAL;
    }
    for property in attributes.get("itemprop").unwrap_or_default().split_ascii_whitespace() {
        hints |= match property {
            "articleBody" | "reviewBody" | "recipeInstructions" | "text" => Hints::BODY | Hints::CONTENT,
            "headline" => Hints::TITLE,
            "author" | "creator" => Hints::META | Hints::AUTHOR,
            "datePublished" | "dateModified" | "dateCreated" => Hints::META,
            "caption" => Hints::CAPTION,
            "description" => Hints::LEDE,
            "comment" => Hints::COMMENT,
            _ => Hints::empty(),
        };
    }
    hints
}

fn is_hiding(style: &str) -> bool {
    let compact: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    compact.contains("display:none") || compact.contains("visibility:hidden")
}

/// Same for elements that a template repeats: digits in class names are folded.
fn signature(tag: Tag, role: Option<&str>, class: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    (tag, role).hash(&mut hasher);
    for name in class.split_ascii_whitespace() {
        let folded: String = name.chars().filter(|c| !c.is_ascii_digit()).collect();
        folded.hash(&mut hasher);
    }
    hasher.finish() as u32
}

/// A picture with the target of the link around it.
type Linked = (Image, Option<Box<str>>);

/// Takes real pictures out of a line: those before its text and those after it. Signs, and what stands amid text, stay.
fn lift_pictures(mut line: Inline) -> (Vec<Linked>, Inline, Vec<Linked>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    if !line.marks.iter().any(|m| matches!(m.kind, MarkKind::Image(_))) {
        return (before, line, after);
    }
    let end = line.text.len();
    let has_text = line.text.chars().any(char::is_alphanumeric);
    let is_sign = |i: &Image| i.width.is_some_and(|w| w <= ICON_SIDE) || i.height.is_some_and(|h| h <= ICON_SIDE);
    let mut open: Vec<Option<Box<str>>> = Vec::new();
    line.marks.retain_mut(|mark| {
        let image = match &mut mark.kind {
            MarkKind::Open(style) => {
                open.push(if let Style::Link(href) = style { Some(href.clone()) } else { None });
                return true;
            }
            MarkKind::Close => {
                open.pop();
                return true;
            }
            MarkKind::Image(image) => image,
            _ => return true,
        };
        if is_sign(image) {
            return has_text;
        }
        let link = || open.iter().rev().flatten().next().cloned();
        if mark.at == 0 || !has_text {
            before.push((std::mem::take(&mut **image), link()));
        } else if mark.at == end {
            after.push((std::mem::take(&mut **image), link()));
        } else {
            return true;
        }
        false
    });
    if !before.is_empty() && has_text {
        // The break that parted picture and text.
        let leads = line.marks.iter().take_while(|m| m.at == 0).filter(|m| m.kind == MarkKind::Break).count();
        let mut left = leads;
        line.marks.retain(|m| {
            let goes = left > 0 && m.at == 0 && m.kind == MarkKind::Break;
            left -= usize::from(goes);
            !goes
        });
    }
    if !has_text && line.text.is_empty() && !line.marks.iter().any(|m| matches!(m.kind, MarkKind::Image(_) | MarkKind::Math(_))) {
        line.marks.clear();
    }
    (before, line, after)
}

#[cfg(test)]
mod tests;
