//! What the caller decides.

/// How a page is read. Every value has a default that is safe for hostile input.
///
/// ```
/// let settings = offprint::Settings::new().with_url("https://example.org/a/story").with_now(1_700_000_000);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Settings {
    /// The page's address: base of relative links and the subject of address rules.
    pub url: Option<String>,
    /// The transport's label, such as `text/html; charset=shift_jis`.
    pub content_type: Option<String>,
    /// The moment that "an hour ago" counts from, in seconds since 1970-01-01T00:00:00Z.
    pub now: Option<i64>,
    /// Whether the outline explains the decision about each block; nothing does without the feature `explain`.
    pub explain: bool,
    /// What the core may keep.
    pub limits: Limits,
}

/// Bounds on what is kept; reaching one is a note in the outline, never an error.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// Open elements at once; deeper ones are read as if they stood at this depth (browsers stop at 512 too).
    pub depth: usize,
    /// Attributes of one element.
    pub attributes: usize,
    /// Bytes of one attribute's value.
    pub attribute_bytes: usize,
    /// Bytes of text in one block; longer ones are cut in two at a sentence or space.
    pub block_bytes: usize,
    /// Blocks of one page that are kept; what comes after them is left out.
    pub blocks: usize,
    /// Bytes of text and addresses of all blocks that are kept, and of the lists and quotes around them; what comes after them is left out.
    pub text_bytes: usize,
    /// Bytes of removed blocks that are kept whole, so that they can be restored.
    pub removed_bytes: usize,
    /// Bytes of one script element that is read as JSON-LD.
    pub json_ld_bytes: usize,
    /// Bytes of one tag or comment; of a longer tag only the name is read.
    pub tokenizer_bytes: usize,
    /// Bytes of the page that may wait for a decision where the page itself is rewritten ([`Declutterer`](crate::Declutterer)); then
    /// it is taken by what was read so far.
    pub held_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            depth: 512,
            attributes: 256,
            attribute_bytes: 1 << 16,
            block_bytes: 1 << 17,
            // The longest novels have about as many paragraphs, and fewer bytes.
            blocks: 12_000,
            text_bytes: 4 << 20,
            removed_bytes: 4 << 20,
            json_ld_bytes: 1 << 20,
            tokenizer_bytes: 1 << 18,
            // Most pages are smaller, and so decided as a whole.
            held_bytes: 1 << 19,
        }
    }
}

impl Settings {
    /// The defaults: no address, no label, no clock.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the page's address.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets the transport's label.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Sets the moment that relative times count from, in seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn with_now(mut self, seconds: i64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// Asks for an explanation of each decision in the outline: costs time and memory, changes no result. Needs the feature
    /// `explain`.
    #[must_use]
    pub fn with_explanations(mut self) -> Self {
        self.explain = true;
        self
    }

    /// Sets the bounds on what is kept.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }
}
