//! Element names, interned: comparing tags is comparing bytes.

/// A number for each name, so that all are told apart by comparing numbers.
const fn number(name: &str) -> u64 {
    let (bytes, mut number, mut i) = (name.as_bytes(), 0_u64, 0);
    while i < bytes.len() {
        number = number.rotate_left(8) ^ bytes[i] as u64;
        i += 1;
    }
    number
}

macro_rules! tags {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// An element's name; all names the stages have no rule for are [`Tag::Other`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each variant is the element of the same name")]
        #[repr(u8)]
        pub(crate) enum Tag { $($variant,)+ Other }

        impl Tag {
            /// The tag of a lower-case element name.
            pub(crate) fn from_name(name: &str) -> Self {
                #[allow(non_upper_case_globals, reason = "each is for the variant of the same name")]
                mod numbers { $(pub(super) const $variant: u64 = super::number($name);)+ }
                let tag = match number(name) { $(numbers::$variant => Self::$variant,)+ _ => Self::Other };
                // Names that no stage knows may have the number of one that is known.
                if tag.name() == name { tag } else { Self::Other }
            }

            /// The lower-case element name; `""` for [`Tag::Other`].
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ Self::Other => "" }
            }
        }
    };
}

tags! {
    A = "a", Abbr = "abbr", Acronym = "acronym", Address = "address", Amp = "amp-img", AmpVideo = "amp-video",
    AmpYoutube = "amp-youtube", AmpAd = "amp-ad", Area = "area", Article = "article", Aside = "aside", Audio = "audio",
    B = "b", Base = "base", Bdi = "bdi", Bdo = "bdo", Big = "big", Blockquote = "blockquote", Body = "body", Br = "br",
    Button = "button", Canvas = "canvas", Caption = "caption", Center = "center", Cite = "cite", Code = "code",
    Col = "col", Colgroup = "colgroup", Data = "data", Datalist = "datalist", Dd = "dd", Del = "del",
    Details = "details", Dfn = "dfn", Dialog = "dialog", Dir = "dir", Div = "div", Dl = "dl", Dt = "dt", Em = "em",
    Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure", Font = "font",
    Footer = "footer", Form = "form", Frame = "frame", Frameset = "frameset", H1 = "h1", H2 = "h2", H3 = "h3",
    H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header", Hgroup = "hgroup", Hr = "hr", Html = "html",
    I = "i", Iframe = "iframe", Img = "img", Input = "input", Ins = "ins", Kbd = "kbd", Label = "label",
    Legend = "legend", Li = "li", Link = "link", Listing = "listing", Main = "main", Map = "map", Mark = "mark",
    Math = "math", Menu = "menu", Meta = "meta", Meter = "meter", Nav = "nav", Noembed = "noembed",
    Noframes = "noframes", Noscript = "noscript", Object = "object", Ol = "ol", Optgroup = "optgroup",
    Option = "option", Output = "output", P = "p", Param = "param", Picture = "picture", Plaintext = "plaintext",
    Pre = "pre", Progress = "progress", Q = "q", Rb = "rb", Rp = "rp", Rt = "rt", Rtc = "rtc", Ruby = "ruby",
    S = "s", Samp = "samp", Script = "script", Search = "search", Section = "section", Select = "select",
    Small = "small", Source = "source", Span = "span", Strike = "strike", Strong = "strong", Style = "style",
    Sub = "sub", Summary = "summary", Sup = "sup", Svg = "svg", Table = "table", Tbody = "tbody", Td = "td",
    Template = "template", Textarea = "textarea", Tfoot = "tfoot", Th = "th", Thead = "thead", Time = "time",
    Title = "title", Tr = "tr", Track = "track", Tt = "tt", U = "u", Ul = "ul", Var = "var", Video = "video",
    Wbr = "wbr", Xmp = "xmp",
}

impl Tag {
    /// Elements that never have content (HTML standard, 13.1.2).
    pub(crate) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Area
                | Self::Base
                | Self::Br
                | Self::Col
                | Self::Embed
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Link
                | Self::Meta
                | Self::Param
                | Self::Source
                | Self::Track
                | Self::Wbr
        )
    }

    /// The level of a heading element.
    pub(crate) fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Elements whose text runs on in the line; all others end a block.
    pub(crate) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Abbr
                | Self::Acronym
                | Self::B
                | Self::Bdi
                | Self::Bdo
                | Self::Big
                | Self::Br
                | Self::Cite
                | Self::Code
                | Self::Data
                | Self::Del
                | Self::Dfn
                | Self::Em
                | Self::Font
                | Self::I
                | Self::Img
                | Self::Amp
                | Self::Ins
                | Self::Kbd
                | Self::Label
                | Self::Mark
                | Self::Math
                | Self::Meter
                | Self::Noscript
                | Self::Output
                | Self::Picture
                | Self::Progress
                | Self::Q
                | Self::Rb
                | Self::Rp
                | Self::Rt
                | Self::Rtc
                | Self::Ruby
                | Self::S
                | Self::Samp
                | Self::Small
                | Self::Source
                | Self::Span
                | Self::Strike
                | Self::Strong
                | Self::Sub
                | Self::Sup
                | Self::Svg
                | Self::Time
                | Self::Tt
                | Self::U
                | Self::Var
                | Self::Wbr
                | Self::Other
                | Self::Button
                | Self::Script
                | Self::Style
                | Self::Template
                | Self::Input
                | Self::Canvas
                | Self::Map
                | Self::Area
                | Self::Link
                | Self::Meta
                | Self::Track
        )
    }
}
