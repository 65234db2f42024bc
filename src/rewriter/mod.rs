//! The way of the data: the only place that knows the order of the stages.

mod candidates;
mod decide;
mod evidence;
#[cfg(feature = "declutter")]
mod fate;
mod head_lines;
mod items;
mod outline;
mod publish;
mod settle;
mod shown;
#[cfg(feature = "training")]
mod survey;

use crate::address::Base;
use crate::article::{ArticleId, Metadata, Origin, Role};
use crate::block::{Block, BlockId, Frame};
use crate::change::Change;
use crate::classify::{self, Clues, Context, Models, Seen};
use crate::decode::Decoder;
use crate::error::Error;
use crate::event::{Event, EventSink};
use crate::label::Reason;
use crate::metadata::{self, Collector};
use crate::outline::{Note, Outline};
use crate::passage::Passage;
use crate::scan::Scanner;
use crate::segment::Segmenter;
use crate::settings::Settings;
use crate::split;
use crate::tag::Tag;
use decide::Decided;
#[cfg(feature = "declutter")]
pub(crate) use fate::Fate;
use outline::Related;
use shown::Shown;
use std::rc::Rc;
#[cfg(feature = "training")]
pub(crate) use survey::survey;

/// The main article's name in the changes.
const MAIN: ArticleId = ArticleId(0);
/// First probability from which a passage is shown as soon as it arrives.
const SHOW: f32 = 0.6;

/// Turns the bytes of one page into changes, while they arrive.
///
/// ```
/// use offprint::{Change, Rewriter, Settings};
///
/// let mut rewriter = Rewriter::new(Settings::new().with_url("https://example.org/story"))?;
/// let mut changes = rewriter.write(b"<h1>A story</h1><p>It was a dark and stormy ")?;
/// changes.extend(rewriter.write(b"night; the rain fell in torrents.</p>")?);
/// changes.extend(rewriter.end()?);
/// assert!(matches!(changes.last(), Some(Change::End { .. })));
/// # Ok::<(), offprint::Error>(())
/// ```
pub struct Rewriter {
    decoder: Decoder,
    text: String,
    scanner: Scanner<Pipeline>,
    /// Why reading stopped early.
    stopped: Option<String>,
}

impl std::fmt::Debug for Rewriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rewriter").field("charset", &self.decoder.charset()).field("stopped", &self.stopped).finish_non_exhaustive()
    }
}

impl Rewriter {
    /// Starts reading a page.
    ///
    /// An address that is no absolute web or file address is left aside, and noted in the outline.
    ///
    /// # Errors
    /// None at present.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        Ok(Self::with_models(settings, Models::built_in()))
    }

    /// Starts reading a page with other forests: for training.
    pub(crate) fn with_models(settings: Settings, models: Models) -> Self {
        let base = Base::new(settings.url.as_deref());
        let decoder = Decoder::new(settings.content_type.as_deref());
        let limits = settings.limits.clone();
        let scanner = Scanner::new(Pipeline::new(settings, base, models), &limits);
        Self { decoder, text: String::new(), scanner, stopped: None }
    }

    /// Takes the next bytes of the page, in pieces of any size, and gives what changes by them.
    ///
    /// # Errors
    /// None at present: a page that cannot be read further keeps what was read and is noted in the outline.
    pub fn write(&mut self, bytes: &[u8]) -> Result<Vec<Change>, Error> {
        self.text.clear();
        self.decoder.push(bytes, &mut self.text);
        self.scan();
        Ok(self.scanner.with_sink(Pipeline::drain))
    }

    /// Ends the page and gives the last changes; the very last is [`Change::End`].
    ///
    /// # Errors
    /// None at present, as for [`Rewriter::write`].
    pub fn end(mut self) -> Result<Vec<Change>, Error> {
        self.text.clear();
        self.decoder.finish(&mut self.text);
        self.scan();
        if let Err(why) = self.scanner.end() {
            self.stopped.get_or_insert(why);
        }
        let shortfall = self.scanner.shortfall();
        let mut notes = Vec::new();
        if let Some(why) = self.stopped {
            notes.push(Note { code: "truncated", message: format!("the page was read up to here only: {why}") });
        }
        if shortfall.cut {
            notes.push(Note { code: "truncated", message: "the page ends inside a tag or an element".to_owned() });
        }
        if shortfall.depth {
            notes.push(Note { code: "depth-limit", message: "elements lie deeper than the limit".to_owned() });
        }
        if shortfall.attributes {
            notes.push(Note { code: "attribute-limit", message: "elements have more or longer attributes than the limit".to_owned() });
        }
        if shortfall.tags {
            notes.push(Note { code: "tag-limit", message: "tags or comments are longer than the limit".to_owned() });
        }
        notes.extend(self.decoder.notes().iter().cloned());
        let charset = self.decoder.charset().to_owned();
        Ok(self.scanner.with_sink(|pipeline| pipeline.finish(charset, notes)))
    }

    fn scan(&mut self) {
        if self.stopped.is_none()
            && let Err(why) = self.scanner.write(&self.text)
        {
            self.stopped = Some(why);
        }
    }
}

/// How a page says its title, the surer last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum TitleRank {
    None,
    Line,
    Heading,
}

/// What takes the events of the page.
pub(crate) struct Pipeline {
    settings: Settings,
    base: Base,
    collector: Collector,
    pub(crate) segmenter: Segmenter,
    pub(crate) context: Context,
    models: Models,
    pub(crate) seen: Vec<Seen>,
    arrived: Vec<Passage>,
    shown: Shown,
    /// The heading over other articles came after text: what follows waits for the end.
    past_article: bool,
    /// For each passage looked at whether it is shown.
    is_shown: Vec<bool>,
    first_shown: Option<usize>,
    /// The lists that the page's title stands in: they lay the page out, its text is no item of them.
    layout: Vec<Frame>,
    /// How the page's title came.
    title: TitleRank,
    /// How many of the first passages are decided for good.
    settled: usize,
    /// How many of the first passages are clear.
    clear: usize,
    /// How many passages there were when they were last searched for another story.
    searched: usize,
}

impl EventSink for Pipeline {
    fn event(&mut self, event: &Event<'_>) {
        if let Event::Void { tag: Tag::Base, attributes } = event
            && let Some(href) = attributes.get("href")
        {
            self.base.set_base(href);
        }
        self.collector.event(event, self.reads_text());
        // What the page says of itself comes in the head, and in scripts anywhere.
        if matches!(event, Event::Close(Tag::Head | Tag::Script | Tag::Title)) && self.collector.take_news() {
            self.context.set_clues(clues(&self.collector, self.settings.url.as_deref()));
        }
        self.segmenter.event(event, &mut self.arrived);
        if !self.arrived.is_empty() {
            self.look();
        }
    }

    fn reads_text(&self) -> bool {
        !self.segmenter.is_full()
    }
}

impl Pipeline {
    pub(crate) fn new(settings: Settings, base: Base, models: Models) -> Self {
        Self {
            collector: Collector::new(settings.now),
            segmenter: Segmenter::new(&settings.limits),
            context: Context::new(settings.explain),
            models,
            seen: Vec::new(),
            arrived: Vec::new(),
            shown: Shown::default(),
            past_article: false,
            is_shown: Vec::new(),
            first_shown: None,
            layout: Vec::new(),
            title: TitleRank::None,
            settled: 0,
            clear: 0,
            searched: 0,
            settings,
            base,
        }
    }

    /// Ends the page without deciding: for training.
    pub(crate) fn end_survey(&mut self) {
        self.segmenter.end(&mut self.arrived);
        self.look();
    }

    /// Looks at the passages that arrived, and shows the likely ones.
    fn look(&mut self) {
        if let Some(own) = own_address(self.collector.signals()) {
            self.base.set_page(own);
        }
        for passage in std::mem::take(&mut self.arrived) {
            if passage.traits.noscript && self.context.has_text() {
                // A page with text of its own says in noscript that it wants scripts; a page without says its text there.
                continue;
            }
            let (glance, row) = self.context.glance(&passage, self.segmenter.containers());
            let first = self.models.first(&row);
            let seen = Seen { passage, glance, first };
            let is_first_level = seen.passage.block.content.level() == Some(1);
            // A dialog or a bar may say the title before its heading does.
            let rank = if is_first_level { TitleRank::Heading } else { TitleRank::Line };
            if self.title < rank && evidence::is_title(&seen) {
                self.title = rank;
                self.segmenter.clear_furniture(seen.passage.container);
            }
            if self.first_shown.is_none() && evidence::is_title(&seen) {
                self.layout.clone_from(&seen.passage.block.frames);
            }
            let is_shown = self.shows(&seen);
            if is_shown {
                if self.first_shown.is_none() {
                    self.show_lead(&seen);
                }
                self.show(&seen.passage);
                self.first_shown.get_or_insert(self.seen.len());
            }
            self.is_shown.push(is_shown);
            self.seen.push(seen);
            if is_shown {
                self.settle();
            }
        }
    }

    /// Whether a passage is shown as soon as it arrives.
    fn shows(&mut self, seen: &Seen) -> bool {
        self.past_article |= !self.shown.is_empty() && evidence::heads_other_articles(seen);
        if self.past_article || evidence::is_title(seen) {
            return false;
        }
        if evidence::is_visual(&seen.passage) {
            let last = self.seen.iter().zip(&self.is_shown).rev().find(|(_, shown)| **shown);
            return last.is_some_and(|(last, _)| evidence::is_beside(&seen.passage, &last.passage, self.segmenter.containers()));
        }
        let containers = self.segmenter.containers();
        seen.first >= SHOW && !evidence::is_unseen(&seen.passage, containers) && !classify::is_cut_at_sight(seen, &self.seen, containers)
    }

    /// Shows the picture that stands between the title and the first text: once text is settled, nothing can come before it.
    fn show_lead(&mut self, text: &Seen) {
        let Some(at) = self.lead_picture(text) else { return };
        let picture = self.seen[at].passage.clone();
        self.show(&picture);
        self.is_shown[at] = true;
        self.first_shown = Some(at);
    }

    fn lead_picture(&self, text: &Seen) -> Option<usize> {
        evidence::lead_picture(&self.seen, text, self.collector.signals().picture.as_deref(), self.segmenter.containers())
    }

    fn show(&mut self, passage: &Passage) {
        if !self.shown.is_open() {
            let metadata = self.metadata(&metadata::Seen::default());
            self.shown.open(MAIN, Role::Main, metadata);
        }
        let block = self.resolved(passage.block.clone());
        self.shown.append(block);
    }

    /// A block as articles hold it: with whole addresses, and without the list that lays out the whole page.
    fn resolved(&self, mut block: Block) -> Rc<Block> {
        block.resolve(&self.base);
        block.leave(&self.layout);
        Rc::new(block)
    }

    fn drain(&mut self) -> Vec<Change> {
        self.shown.drain()
    }

    fn metadata(&self, seen: &metadata::Seen) -> Metadata {
        let mut metadata = self.collector.metadata(&self.base, seen);
        if metadata.url.is_none()
            && let Some(url) = self.base.page()
        {
            metadata.url = Some(url.to_string());
            metadata.origin.insert("url", Origin::Address);
        }
        items::part_names(&mut metadata);
        metadata
    }

    /// Decides with the whole page known, and makes the shown articles what they are to be.
    fn finish(&mut self, charset: String, mut notes: Vec<Note>) -> Vec<Change> {
        self.end_survey();
        if let Some(url) = self.settings.url.as_deref().filter(|url| Base::new(Some(url)).page().is_none()) {
            notes.push(Note { code: "bad-address", message: format!("not an absolute web address, left aside: {url}") });
        }
        if self.segmenter.is_full() {
            notes.push(Note { code: "block-limit", message: "more blocks or text than the limit; the rest was left out".to_owned() });
        }
        let page = self.page_to_split();
        let Decided { judged, mut parts, mut plan } = self.decide(self.seen.len(), &page);
        let evidence = evidence::gather(&judged, &plan, &parts, &page);
        let mut metadata = self.metadata(&evidence);
        if let Some(main) = &parts.main {
            items::prefer_item(&mut metadata, main, &self.base);
        }
        parts.cards.iter_mut().for_each(|card| card.sign_if(|name| metadata.byline.iter().any(|author| author == name)));
        split::count_from_page(&mut parts.cards, metadata.published.iter().chain(&metadata.modified).map(String::as_str), &page);
        let title = metadata.title.as_deref().unwrap_or_default();
        plan.say_title_once(&judged, title);
        let texts = split::texts(&judged, &plan, &parts, page.is_thread(), title);
        let of = |one| match one {
            Related::Card(nth) => items::of_card(&parts.cards[nth], &judged, &self.base),
            Related::Story(nth) => items::of_story(&texts.stories[nth]),
        };
        let related: Vec<(Related, Metadata)> = outline::order(&texts).into_iter().map(|one| (one, of(one))).collect();
        let confidence = outline::confidence(&judged, &plan);
        let (removed, whole) = self.removed(&judged, &plan, &texts);
        let mut outline = Outline {
            page: self.page(charset, &metadata, confidence, parts.thread.shown(&judged, &texts.main)),
            articles: outline::entries(&judged, &texts, &metadata, &related, confidence),
            candidates: self.candidates(&judged, &plan, &texts, (&removed, &whole), confidence),
            removed,
            decisions: if cfg!(feature = "explain") && self.settings.explain {
                self.decisions(&judged, &plan, &parts, &texts)
            } else {
                Vec::new()
            },
            notes,
        };
        let reasons: Vec<(BlockId, Reason)> = self.reasons(&plan, &parts.places, &texts);
        drop(judged);
        let blocks = self.take_blocks();
        for (removed, whole) in outline.removed.iter_mut().zip(whole) {
            removed.block = whole.map(|i| Rc::clone(&blocks[i]));
        }
        self.publish(&blocks, &texts, metadata, related, &reasons);
        self.shown.end(outline);
        self.shown.drain()
    }
}

fn clues(collector: &Collector, address: Option<&str>) -> Clues {
    let signals = collector.signals();
    let titles: Vec<&str> = signals.all_titles().collect();
    Clues::new(&titles, signals.descriptions.first().map(String::as_str), signals.article_body.as_deref(), signals.kind)
        .at(address.or(own_address(signals)))
}

/// Where the page says it is.
fn own_address(signals: &metadata::Signals) -> Option<&str> {
    signals.canonical.as_deref().or(signals.og_url.as_deref())
}
