//! The way of the data: the only file that knows the order of the stages.

use crate::classify::{Clues, Context, Model, Seen};
use crate::event::{Event, EventSink};
use crate::passage::Passage;
use crate::scan::Scanner;
use crate::segment::Segmenter;
use crate::settings::Settings;
use crate::tag::Tag;

/// What takes the events of the page and makes passages, looked at once.
pub(crate) struct Survey {
    pub(crate) segmenter: Segmenter,
    pub(crate) context: Context,
    pub(crate) seen: Vec<Seen>,
    first: Option<Model>,
    arrived: Vec<Passage>,
    titles: Vec<String>,
    description: Option<String>,
    in_title: bool,
}

impl Survey {
    pub(crate) fn new(settings: &Settings, first: Option<Model>, named: bool) -> Self {
        Self { segmenter: Segmenter::new(&settings.limits), context: Context::new(named), seen: Vec::new(), first, arrived: Vec::new(), titles: Vec::new(), description: None, in_title: false }
    }

    pub(crate) fn take_arrived(&mut self) {
        let arrived = std::mem::take(&mut self.arrived);
        for passage in arrived {
            let glance = self.context.glance(&passage, self.segmenter.containers());
            let first = self.first.as_ref().map_or(0.0, |m| m.probability(&glance.row));
            self.seen.push(Seen { passage, glance, first });
        }
    }

    pub(crate) fn end(&mut self) {
        self.segmenter.end(&mut self.arrived);
        self.take_arrived();
    }
}

impl EventSink for Survey {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Open { tag: Tag::Title, .. } => self.in_title = true,
            Event::Close(Tag::Title) => self.in_title = false,
            Event::Raw(t) if self.in_title => self.titles.push((*t).to_owned()),
            Event::Void { tag: Tag::Meta, attributes } => {
                let name = attributes.get("property").or(attributes.get("name")).unwrap_or_default();
                if name == "og:title" { self.titles.push(attributes.get("content").unwrap_or_default().to_owned()); }
                if name == "description" { self.description = attributes.get("content").map(str::to_owned); }
            }
            Event::Close(Tag::Head) => {
                let t: Vec<&str> = self.titles.iter().map(String::as_str).collect();
                self.context.set_clues(Clues::new(&t, self.description.as_deref(), None, None));
            }
            _ => {}
        }
        self.segmenter.event(event, &mut self.arrived);
        if !self.arrived.is_empty() {
            self.take_arrived();
        }
    }
}

/// Surveys a page of UTF-8 text.
pub(crate) fn survey(html: &str, settings: &Settings, first: Option<Model>, named: bool) -> Scanner<Survey> {
    let mut scanner = Scanner::new(Survey::new(settings, first, named), &settings.limits);
    let _ = scanner.write(html);
    let _ = scanner.end();
    scanner.with_sink(Survey::end);
    scanner
}
