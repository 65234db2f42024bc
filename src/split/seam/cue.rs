//! What a sentence says of being the first of a story, in its own words.

/// Characters at the start of a text in which a dateline ends.
const DATELINE: usize = 60;

/// Letters of an agency's name in small ones: "dpa".
const MAX_SHORT: usize = 4;

/// Words of a sentence that begins a story.
const MIN_WORDS: usize = 5;
/// Letters of one in a script without spaces.
const MIN_LETTERS: usize = 10;
/// Share of capitalised words and numbers; lists of names and results have more.
const MAX_CAPITALISED: f32 = 0.7;

/// First words that take up what was said before, in several languages.
const RESUMING: &str = "he she it they his her hers its their them this these those that there but and so also however still then yet or \
er sie es ihr ihre sein seine aber auch und doch dies diese dieser dieses dann dabei damit dazu so \
il elle ils elles mais cette ce cet ces ainsi et alors son ses él ella ellos pero esto esta este estos así también y su sus \
lui lei essi ma anche questo questa questi e ele ela mas isso esse também zij hij maar ook dit deze en hun \
он она они оно но это этот эта эти также и а при его ее их o ve bu bunun ancak ama да та він вона вони але це \
هو هي لكن وهذا وقال כך הוא היא הם אבל זה यह इस वह लेकिन 그는 그녀는 그러나 하지만 이는 또 彼は しかし また この その そして それ";

/// What the first sentence behind a boundary looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cue {
    /// "CITY (AP) —".
    pub(super) is_dateline: bool,
    /// "He", "But", "This".
    pub(super) resumes: bool,
    /// Begins with direct speech.
    pub(super) is_quote: bool,
    /// A quotation of its paragraph is still open.
    pub(super) is_quoted: bool,
}

impl Cue {
    pub(super) fn read(sentence: &str, is_quoted: bool) -> Self {
        let bare = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = crate::lexicon::lower(bare.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
        let is_listed = RESUMING.split_ascii_whitespace().any(|w| w == word);
        let starts_wide = || RESUMING.split_ascii_whitespace().any(|w| !w.is_ascii() && w.chars().count() > 1 && bare.starts_with(w));
        let resumes = is_listed || !bare.starts_with(|c: char| c.is_ascii() || c.is_lowercase() || c.is_uppercase()) && starts_wide();
        Self {
            is_dateline: is_dateline(sentence),
            resumes,
            is_quoted,
            is_quote: sentence.starts_with(['"', '“', '„', '«', '»', '‘', '\'', '「', '『', '–', '—']),
        }
    }
}

/// A place, perhaps an agency in brackets, and a dash.
pub(super) fn is_dateline(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(DATELINE)];
    let Some((place, rest)) =
        [" — ", " – ", " - ", "— ", ".- ", ".— "].iter().filter_map(|d| head.split_once(d)).min_by_key(|(p, _)| p.len())
    else {
        return false;
    };
    let place = place.trim();
    let has_agency = place.ends_with(')') && place.contains('(');
    let city = place.split('(').next().unwrap_or_default().trim();
    let first = city.split([',', ' ']).next().unwrap_or_default();
    let is_upper = first.chars().count() >= 3 && !first.chars().any(char::is_lowercase) && first.chars().all(char::is_alphabetic);
    let is_title = city.split_whitespace().count() <= 3 && city.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    !city.is_empty() && !rest.is_empty() && (has_agency && is_title || is_upper || is_title && city.split_whitespace().count() <= 2)
}

/// Whether a text begins with a place in capitals, an agency in brackets and a dash: a story, whatever stands before it.
pub(super) fn has_agency(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(DATELINE)];
    let place = head.split('(').next().unwrap_or_default();
    let Some((agency, rest)) = head[place.len()..].split_once(')') else { return false };
    let agency = agency.trim_start_matches('(');
    // "GDP (gross domestic product) — the broadest measure" is no story.
    let is_called = agency.starts_with(char::is_uppercase) || agency.chars().count() <= MAX_SHORT && !agency.contains(' ');
    let story = rest.trim_start().strip_prefix(['—', '–', '-']).map(str::trim_start);
    place.chars().take(3).filter(|c| c.is_uppercase()).count() == 3
        && is_called
        && story.is_some_and(|story| story.starts_with(|c: char| !c.is_lowercase()))
        && is_dateline(text)
}

/// Quotation marks of a paragraph so far.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    straight: usize,
    /// Opened less closed. German closes with the mark that English opens with.
    curly: isize,
    angle: isize,
    is_low: bool,
}

impl Quotes {
    pub(super) fn read(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '"' => self.straight += 1,
                '“' if !self.is_low => self.curly += 1,
                '”' => self.curly -= 1,
                '„' => self.is_low = true,
                '«' => self.angle += 1,
                '»' => self.angle -= 1,
                _ => {}
            }
        }
    }

    pub(super) fn is_open(&self) -> bool {
        self.straight % 2 == 1 || self.curly > 0 && !self.is_low || self.angle != 0
    }
}

/// Whether a text is a sentence of several words, not a line of a list or of names.
pub(super) fn is_prose(sentence: &str) -> bool {
    let (mut words, mut capitalised) = (0_usize, 0_usize);
    for word in sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        words += 1;
        capitalised += usize::from(!word.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase()));
    }
    let is_item = sentence.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    let tail =
        sentence.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '»' | '\'' | '’' | ')' | '“' | '」' | ']' | '*'));
    let is_unspaced = sentence.chars().filter(|c| *c >= '\u{0e00}' && c.is_alphabetic()).count() >= MIN_LETTERS;
    !is_item
        && tail.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
        && (is_unspaced || words >= MIN_WORDS && capitalised as f32 <= MAX_CAPITALISED * words as f32)
}
