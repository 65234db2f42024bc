//! Lines, pictures, code and tables become passages with the elements around them.

use super::*;

/// Levels of lists and quotations; no text has more.
const MAX_FRAMES: usize = 32;
/// Bytes that one of them counts: as many as it takes where addresses are wide, so that every machine stops at the same block.
const FRAME: usize = 24;
/// Elements of a card between its link and a line in it.
const CALLED: usize = 4;
/// Elements around blocks, for each block that may be kept.
const CONTAINERS: usize = 8;

impl Segmenter {
    /// Takes the text of code; what is too long for a block goes on in another.
    pub(super) fn code_text(&mut self, text: &str) {
        let limit = self.limits.block_bytes;
        let mut rest = text;
        while !rest.is_empty() {
            let Some(code) = &mut self.code else { return };
            // At a line's end, if there is one in time.
            let room = limit.saturating_mul(2).saturating_sub(code.text.len()).max(1);
            let line = rest.find('\n').map_or(rest.len(), |i| i + 1);
            let (now, later) = rest.split_at(rest.ceil_char_boundary(line.min(room)));
            rest = later;
            code.text.extend(now.chars().filter(|&c| c != '\r'));
            if code.text.len() > limit && (now.ends_with('\n') || now.len() >= room) {
                let (depth, language) = (code.depth, code.language.clone());
                self.end_code();
                self.code = Some(Code { language, depth, ..Code::default() });
            }
        }
    }

    pub(super) fn end_code(&mut self) {
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
    pub(super) fn end_line(&mut self) {
        let depth = self.about.depth;
        let inline = self.line.take();
        let (Some(depth), false) = (depth, inline.is_empty()) else {
            self.about.depth = None;
            return;
        };
        let block_at = self.open[..depth.min(self.open.len())].iter().rposition(Open::is_block).map_or(0, |i| i + 1);
        let (before, mut text, after) = lift_pictures(inline);
        if !after.is_empty() {
            drop_last_breaks(&mut text);
        }
        let beside = match () {
            () if !before.is_empty() && drop_leading_breaks(&mut text) => label::Beside::PictureAbove,
            () if before.is_empty() && after.is_empty() => label::Beside::Text,
            () => label::Beside::Picture,
        };
        for (image, link) in before {
            self.picture(image, link, block_at);
        }
        for (text, hints) in label::part(text, beside, self.frames.is_empty()) {
            let about = self.about.hints;
            self.about.hints |= hints;
            self.finish(self.line_content(text, block_at), block_at);
            self.about.hints = about;
        }
        for (image, link) in after {
            self.picture(image, link, block_at);
        }
        self.about = LineFacts::default();
    }

    /// A heading, in a heading element among the outermost `depth` open ones; else a paragraph.
    pub(super) fn line_content(&self, mut text: Inline, depth: usize) -> Content {
        let mut around = self.open[..depth].iter().rev().take(6).take_while(|o| !o.is_sign);
        // Pages call whole texts headings by a role: only what is no block itself is a title in one.
        let mut is_parted = false;
        let level = around.find_map(|o| {
            let level = o.level.filter(|_| !is_parted || o.tag.heading_level().is_some());
            is_parted |= o.is_block();
            level
        });
        if self.open[..depth].last().is_some_and(|o| o.tag == Tag::Dt) {
            text = permalink::without(text);
        }
        let is_caption = || self.open[..depth].last().is_some_and(|o| matches!(o.tag, Tag::Figcaption | Tag::Caption));
        match level {
            Some(level) if text.text.len() <= MAX_HEADING => Content::Heading { level, text: permalink::without(text) },
            _ => match text.marks.as_mut_slice() {
                // In a caption it is the caption.
                [Mark { kind: MarkKind::Math(math), .. }] if text.text.is_empty() && !is_caption() => Content::Math(std::mem::take(math)),
                _ => Content::Paragraph(text),
            },
        }
    }

    pub(super) fn end_post(&mut self) {
        let Some(post) = self.post.take() else { return };
        let depth = post.depth;
        if let Some(content) = post.finish() {
            self.finish(content, depth);
        }
    }

    pub(super) fn end_noscript(&mut self) {
        if self.noscript_text {
            self.end_line();
        }
        self.noscript = false;
        self.noscript_text = false;
    }

    pub(super) fn picture(&mut self, image: Image, link: Option<Box<str>>, depth: usize) {
        self.about.picture_link = link;
        self.finish(Content::Figure(Figure { images: vec![image], ..Figure::default() }), depth);
    }

    /// Makes a passage of complete content whose elements are the outermost `depth` open ones.
    pub(super) fn finish(&mut self, content: Content, depth: usize) {
        self.full |= self.blocks as usize >= self.limits.blocks
            || self.bytes >= self.limits.text_bytes
            || self.containers.len() >= self.limits.blocks.saturating_mul(CONTAINERS);
        if self.full {
            return;
        }
        let container = self.container(depth);
        let path = &self.open[..depth.min(self.open.len())];
        let around = path.last().map(|open| open.around).unwrap_or_default();
        let known = &self.frames[..self.frames.partition_point(|at| *at < path.len())];
        let frame = |at: &usize| path[*at].frame.clone().map(|kind| Frame { id: path[*at].element, kind });
        let mut frames = Vec::with_capacity(known.len());
        frames.extend(known.iter().filter_map(frame));
        let block = Block {
            id: BlockId(self.blocks * BlockId::STEP),
            frames,
            content,
            anchors: std::mem::take(&mut self.anchors),
            lang: around.lang.and_then(|at| path[at].lang.clone()),
            dir: around.dir,
        };
        self.blocks += 1;
        let role = match path.iter().rev().find(|o| o.is_block()).map(|o| o.tag) {
            Some(Tag::Figcaption | Tag::Caption) => Role::Caption,
            Some(Tag::Li | Tag::Dd | Tag::Dt) => Role::Item,
            _ => Role::Text,
        };
        let measured = measure::measure(&block);
        self.bytes += block.content.bytes() + FRAME * block.frames.len();
        let traits = Traits {
            link: self.about.picture_link.take().or(measured.link),
            noscript: self.noscript_text,
            control_chars: self.about.control_chars,
            button_chars: self.about.button_chars,
            hints: self.about.hints | path.last().map_or(Hints::empty(), |o| o.hints),
            time: self.about.time.take(),
            relations: self.about.relations | around.relations,
            role,
            called: self.about.called.take().or_else(|| path.iter().rev().take(CALLED).find_map(|o| o.called.clone())),
            ..measured
        };
        self.deliver(self.tables.len(), Passage { block, container, traits });
    }

    /// Opens an element.
    pub(super) fn enter(&mut self, mut open: Open) {
        let outer = self.open.last().map(|open| open.around).unwrap_or_default();
        let at = self.open.len();
        open.around = Around {
            lang: if open.lang.is_some() { Some(at) } else { outer.lang },
            dir: open.dir.or(outer.dir),
            relations: outer.relations | open.relations,
        };
        if open.frame.is_some() && self.frames.len() < MAX_FRAMES {
            self.frames.push(at);
        }
        self.open.push(open);
    }

    /// Closes the innermost element.
    pub(super) fn leave(&mut self) -> Option<Open> {
        let open = self.open.pop();
        self.frames.pop_if(|at| *at == self.open.len());
        open
    }

    /// The container of what the outermost `depth` open elements hold; makes those that are not known yet.
    pub(super) fn container(&mut self, depth: usize) -> ContainerId {
        let depth = depth.min(self.open.len());
        // What lies around one that is known is known: elements may be nested deep.
        let known = self.open[..depth].iter().rposition(|o| o.container.is_some());
        let mut parent = known.and_then(|at| self.open[at].container);
        for open in &mut self.open[known.map_or(0, |at| at + 1)..depth] {
            let holds_blocks = open.is_block() || matches!(open.tag, Tag::A | Tag::Other);
            if !holds_blocks {
                continue;
            }
            let id = self.containers.add(Container {
                parent,
                jump: ContainerId(0),
                #[cfg(feature = "declutter")]
                element: open.element,
                tag: open.tag,
                depth: 0,
                signature: open.signature,
                make: open.make,
                hints: open.hints,
                nearest: [0; FAMILIES],
                href: open.href.clone(),
                layers: Layers::of(open.cover.clone(), open.backdrop.take()),
                is_ad: open.is_ad,
                sight: if open.is_hidden { Sight::Hidden } else { Sight::Seen },
                asked: open.asked,
                is_signature: open.is_signature,
                is_reviews: open.is_reviews,
            });
            open.container = Some(id);
            self.fold.open(id, open.tag, &self.containers);
            parent = Some(id);
        }
        parent.unwrap_or_else(|| self.containers.add(Container::root()))
    }

    /// Hands a passage to the table that it stands in, the outermost `tables` of them, or on.
    pub(super) fn deliver(&mut self, tables: usize, passage: Passage) {
        let Some(i) = (0..tables).rev().find(|&i| !self.tables[i].is_layout()) else {
            self.fold.push(passage, &self.containers);
            return;
        };
        let limit = self.limits.block_bytes;
        if let Some(held) = self.tables[i].push(passage, limit) {
            self.forward(i, held);
        }
    }

    pub(super) fn forward(&mut self, tables: usize, passages: Vec<Passage>) {
        for passage in passages {
            self.deliver(tables, passage);
        }
    }

    pub(super) fn table_part(&mut self, tag: Tag, attributes: &Attributes, opens: bool) {
        let Some(table) = self.tables.last_mut() else { return };
        match tag {
            Tag::Caption => table.caption(opens),
            Tag::Thead => table.head(opens),
            Tag::Tr if opens => table.row(self.limits.block_bytes),
            Tag::Td | Tag::Th if opens => table.cell(tag == Tag::Th, attributes, self.limits.block_bytes),
            // A form or a list of cards is no data.
            Tag::Form | Tag::Article | Tag::Section if opens => {
                let held = table.give_up();
                self.forward(self.tables.len() - 1, held);
            }
            _ => {}
        }
    }

    pub(super) fn end_table(&mut self) {
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

/// A picture with the target of the link around it.
type Linked = (Image, Option<Box<str>>);

/// A picture as small as the letters beside it.
pub(super) fn is_sign(image: &Image) -> bool {
    image.width.is_some_and(|w| w <= ICON_SIDE) || image.height.is_some_and(|h| h <= ICON_SIDE)
}

/// Takes real pictures out of a line: those before its text and those after it. Signs, and what stands amid text, stay.
fn lift_pictures(mut line: Inline) -> (Vec<Linked>, Inline, Vec<Linked>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    if !line.marks.iter().any(|m| matches!(m.kind, MarkKind::Image(_))) {
        return (before, line, after);
    }
    let end = line.text.len();
    let has_text = line.text.chars().any(char::is_alphanumeric);
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
    if !(before.is_empty() && after.is_empty()) {
        drop_empty(&mut line.marks);
    }
    if !has_text && line.text.is_empty() && !line.marks.iter().any(|m| matches!(m.kind, MarkKind::Image(_) | MarkKind::Math(_))) {
        line.marks.clear();
    }
    (before, line, after)
}

/// Drops links and styles around nothing: a picture was taken out of them.
fn drop_empty(marks: &mut Vec<Mark>) {
    let mut kept: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks.drain(..) {
        let closes = matches!(mark.kind, MarkKind::Close);
        match kept.last() {
            Some(Mark { kind: MarkKind::Open(_), at }) if closes && *at == mark.at => drop(kept.pop()),
            _ => kept.push(mark),
        }
    }
    *marks = kept;
}

/// Drops the breaks that part the line from a picture behind it.
fn drop_last_breaks(line: &mut Inline) {
    let end = line.text.len();
    line.marks.retain(|m| m.at < end || m.kind != MarkKind::Break);
}

/// Drops the breaks that parted the line from a picture before it; whether there were any.
fn drop_leading_breaks(line: &mut Inline) -> bool {
    let count = line.marks.len();
    line.marks.retain(|m| m.at > 0 || m.kind != MarkKind::Break);
    line.marks.len() < count
}
