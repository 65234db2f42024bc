//! What a page calls itself: read from its metadata, weighed by the classifier.

/// What the page as a whole is, in its own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PageKind {
    /// It does not say.
    #[default]
    Unknown,
    /// One story, post, report, recipe or review.
    Article,
    /// A list of other pages.
    Listing,
    /// Something to buy.
    Product,
    /// Posts of many people.
    Forum,
    /// A video or sound with its description.
    Media,
    /// The site's home, or a page of no kind of its own.
    Site,
}
