//! What authors call their elements. Gathered from the class names of public pages and from the lists in Readability's
//! and DOM Distiller's documentation; words, not any one site's names.

use super::lower_each;
use super::stems::Stems;
use crate::container::Hints;
use crate::tag::Tag;
use std::sync::LazyLock;

static WORDS: LazyLock<Stems> =
    LazyLock::new(|| Stems::new(&FAMILIES.iter().map(|(hints, words)| (hints.bits(), *words)).collect::<Vec<_>>()));

/// A word of a class name: whole words are listed plain, beginnings of words with a trailing `*`.
const FAMILIES: &[(Hints, &str)] = &[
    (
        Hints::CONTENT,
        "content* entry entrycontent post postcontent story storybody text body articlebody prose copy richtext rich wysiwyg markdown \
         paragraph* inhalt contenu contenido conteudo contenuto texte texto testo artikel artikeltext artículo articulo article* main page \
         pagecontent maincontent blogpost hentry",
    ),
    (
        Hints::BODY,
        "articlebody storybody entrycontent postcontent postbody articlecontent articletext storytext storycontent bodytext bodycopy \
         articlecopy artikeltext articlecontents",
    ),
    (
        Hints::COMMENT,
        "comment* disqus* discuss* reply replies respond* kommentar* commentaire* comentario* commenti commento komment* komentar* yorum* livefyre reaction* \
         reactie* guestbook coral",
    ),
    (
        Hints::RELATED,
        "relat* recommend* recirc* more moreon morefrom readmore similar* also trending trend* popular* mostread mostpopular mostviewed most latest \
         recent* further* upnext next weitere* verwandt* ähnlich* passend* liés lire lesenswert relacionad* relacionat* correlati* correlat* \
         gerelateerd* meer empfehl* empfohl* suggest* suggestion* aussi topstories featured teaser* onward* outbrain taboola reads \
         seealso readnext alsolike youmay mightlike",
    ),
    (
        Hints::NAVIGATION,
        "nav* menu* breadcrumb* crumb* pager pagination pagina* paging sitemap topbar tabs tab tabbar jump skip toc hamburger subnav \
         offcanvas drawer prevnext postnav navigazione navegacion",
    ),
    (
        Hints::SHARE,
        "share* sharing social* facebook twitter linkedin whatsapp telegram pinterest addthis addtoany sharedaddy sharebar teilen partager \
         compartir condividi follow* email mailto print* listen* audio* bookmark* savearticle actions toolbar tools like likes rating* vote* \
         reactions",
    ),
    (
        Hints::PROMO,
        "promo* promotion* subscri* signup cta calltoaction offer* banner* abo abonn* campaign* upsell* marketing shop* product* deal* \
         affiliate* donate* donation* membership* support* appstore download* app install* giveaway event webinar",
    ),
    (
        Hints::ADVERT,
        "ad ads adv advert* advertisement* adbox adslot adunit adwrapper adcontainer adsbygoogle dfp gpt anzeige* werbung* publicite* publicidad* \
         pubblicita* reklam* leaderboard mpu skyscraper doubleclick adlabel",
    ),
    (
        Hints::SPONSORED,
        "sponsor* paid paidpost partner* native advertorial brandcontent branded outbrain taboola zergnet revcontent mgid plista",
    ),
    (
        Hints::META,
        "meta metadata byline* date* datetime time* timestamp pub* published publishdate dateline posted postedon info infos details updated \
         update* entrymeta postmeta articlemeta datum fecha readingtime sitesub tagline",
    ),
    (Hints::AUTHOR, "author* autor* writer* contributor* bio biography auteur* autore verfasser* redakteur* reporter vcard about profile*"),
    (
        Hints::CAPTION,
        "caption* figcaption figure* image* img photo* picture* bild* legend* legende* bildunterschrift imagecaption media thumb* gallery \
         galerie slideshow carousel wpcaption foto*",
    ),
    (Hints::CREDIT, "credit* copyright* photographer* imagecredit photocredit rights agency bildquelle credito"),
    (Hints::FOOTER, "footer* foot bottom colophon legal imprint impressum disclaimer* copyright* siteinfo fine fineprint endnote"),
    (Hints::HEADER, "header* head masthead topheader hero banner branding logo site siteheader headline* title* pagetitle"),
    (Hints::SIDEBAR, "sidebar* side aside rail* rightcol leftcol secondary tertiary column sidecolumn rightrail complementary widgetarea"),
    (
        Hints::NEWSLETTER,
        "newsletter* mailinglist mailchimp subscribe* signup optin mailing emailsignup enews nieuwsbrief boletin infolettre",
    ),
    (
        Hints::CONSENT,
        "cookie* consent* gdpr cmpbox* cmpwrapper* onetrust privacy* ccpa didomi usercentrics quantcast cookiebot cc tarteaucitron dsgvo",
    ),
    (Hints::PAYWALL, "paywall* premium* locked piano regwall meter* gate gated login* signin register* subscriberonly plus"),
    (
        Hints::HIDDEN,
        "hidden hide invisible visuallyhidden sronly screenreader screenreadertext offscreen collapse collapsed a11y assistive dnone",
    ),
    (
        Hints::CARD,
        "card* teaser* tile* item* listitem thumb* thumbnail* preview* snippet* summary* grid* cell story stories stream feed headlines listing* entry",
    ),
    (
        Hints::TAGS,
        "tag tags taglist topic* keyword* categor* hashtag* label labels cats terms taxonomy themen schlagwort* etiquetas catlinks",
    ),
    (
        Hints::LEDE,
        "lede lead* intro* standfirst subtitle* subhead* deck dek excerpt* abstract* summary kicker vorspann anlauf chapo chapeau entradilla sommario teasertext dropcap",
    ),
    (Hints::MODAL, "modal* popup* popover dialog* lightbox overlay* toast* tooltip* interstitial notification* alert notice"),
    (
        Hints::WIDGET,
        "widget* module* block box panel poll quiz survey weather calendar ticker player embed* plugin gadget carousel slider search* form* accordion",
    ),
    (Hints::TITLE, "title* headline* heading entrytitle posttitle articletitle storytitle h1 titre titulo titolo überschrift kop"),
    (Hints::FORM, "form* input* field* search* login* contact* checkout"),
    (Hints::LIST, "list* ul archive* index results feed items collection* loop"),
    (Hints::QUOTE, "quote* pullquote* blockquote* zitat citation* testimonial*"),
];

/// What an element's name and role say of its use.
pub(crate) fn of_element(tag: Tag, role: Option<&str>) -> Hints {
    of_tag(tag) | role.map_or(Hints::empty(), of_role)
}

fn of_tag(tag: Tag) -> Hints {
    match tag {
        Tag::Nav | Tag::Menu => Hints::NAVIGATION,
        Tag::Aside => Hints::ASIDE,
        Tag::Footer => Hints::FOOTER,
        Tag::Header => Hints::HEADER,
        Tag::Article => Hints::ARTICLE,
        Tag::Main => Hints::MAIN,
        Tag::Form | Tag::Fieldset | Tag::Search => Hints::FORM,
        Tag::Dialog => Hints::MODAL,
        Tag::Figcaption => Hints::CAPTION,
        Tag::Blockquote => Hints::QUOTE,
        Tag::AmpAd => Hints::ADVERT,
        Tag::Ul | Tag::Ol => Hints::LIST,
        _ => Hints::empty(),
    }
}

fn of_role(role: &str) -> Hints {
    match role {
        "navigation" | "menu" | "menubar" | "tablist" | "toolbar" => Hints::NAVIGATION,
        "complementary" => Hints::ASIDE,
        "contentinfo" => Hints::FOOTER,
        "banner" => Hints::HEADER,
        "article" => Hints::ARTICLE,
        "main" => Hints::MAIN,
        "search" | "form" => Hints::FORM,
        "dialog" | "alertdialog" => Hints::MODAL,
        _ => Hints::empty(),
    }
}

/// What a class or an id says of an element's use: each of its words, and each two that follow each other, joined.
pub(crate) fn of_name(name: &str) -> Hints {
    if is_layout(name) {
        return Hints::empty();
    }
    let (letters, starts) = words(name);
    let word = |i: usize| letters.get(starts[i]..starts.get(i + 1).copied().unwrap_or(letters.len())).unwrap_or_default();
    let mut hints = Hints::empty();
    // "featured-image" names the picture that leads an article, "featured" alone others.
    let is_lead = |i: usize| word(i) == "featured" && (word(i + 1) == "area" || WORDS.meaning(word(i + 1)) & Hints::CAPTION.bits() != 0);
    for i in 0..starts.len() {
        if i + 1 < starts.len() && is_lead(i) {
            continue;
        }
        hints |= Hints::from_bits_retain(WORDS.meaning(word(i)));
        if i > 0 {
            let pair = starts[i - 1]..starts[i] + word(i).len();
            hints |= Hints::from_bits_retain(WORDS.meaning_whole(letters.get(pair).unwrap_or_default()));
        }
    }
    hints
}

/// Whether a class says how an element is laid out, not what it is: the utilities of Tailwind CSS and Bootstrap, as far as their
/// words would mean something here.
fn is_layout(name: &str) -> bool {
    let (property, value) = name.split_once('-').unwrap_or((name, ""));
    let is_number = value.ends_with(|c: char| c.is_ascii_digit());
    let letters = name.as_bytes();
    let is_spacing = |at: usize| letters[..at].ends_with(b"margin") || letters[..at].ends_with(b"padding");
    match property {
        _ if letters.iter().enumerate().any(|(at, b)| matches!(b, b':' | b'[') || *b == b'-' && is_spacing(at)) => true,
        "relative" | "block" => value.is_empty(),
        "position" | "overflow" | "object" => true,
        "items" => matches!(value, "start" | "end" | "center" | "baseline" | "stretch"),
        "list" => matches!(value, "none" | "disc" | "decimal" | "inside" | "outside" | "unstyled" | "inline"),
        "grid" => is_number || value.is_empty(),
        "bottom" => is_number,
        // `field--label-hidden`: whether a field's name is shown, at each part of what Drupal builds.
        "field" => value.trim_start_matches('-').starts_with("label-"),
        "text" => {
            is_number
                || value.ends_with("xl")
                || matches!(value, "xs" | "sm" | "base" | "lg" | "left" | "center" | "right" | "justify" | "white" | "black" | "muted")
        }
        _ => false,
    }
}

/// Splits a name into its words, at signs and where lower case meets upper case: their letters in lower case, and where each word
/// starts among them.
fn words(name: &str) -> (String, Vec<usize>) {
    let (mut letters, mut starts) = (String::with_capacity(name.len()), Vec::new());
    for part in name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        starts.push(letters.len());
        let mut was_lower = false;
        for c in part.chars() {
            if c.is_uppercase() && was_lower {
                starts.push(letters.len());
            }
            was_lower = c.is_lowercase();
            lower_each(c, |c| letters.push(c));
        }
    }
    (letters, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        let of = |class: &str| class.split(' ').map(of_name).fold(Hints::empty(), |all, one| all | one);
        assert!(of("article-body__text").contains(Hints::CONTENT | Hints::BODY));
        assert!(of("relatedPosts").contains(Hints::RELATED));
        assert!(of("ad-slot").contains(Hints::ADVERT));
        assert!(!of("gradient shadow header").contains(Hints::ADVERT));
        assert!(of("c-newsletter-box").contains(Hints::NEWSLETTER));
        assert_eq!(of("css-1q2w3e x9f"), Hints::empty());
    }

    #[test]
    fn layout_says_nothing_of_an_elements_use() {
        let utilities = [
            "relative",
            "overflow-hidden",
            "items-center",
            "grid-cols-2",
            "text-gray-500",
            "text-2xl",
            "md:hidden",
            "list-none",
            "bottom-0",
            "field--label-hidden",
        ];
        for class in utilities {
            assert_eq!(of_name(class), Hints::empty(), "{class}");
        }
        assert!(
            of_name("text").contains(Hints::CONTENT)
                && of_name("items-list").contains(Hints::CARD)
                && of_name("hidden").contains(Hints::HIDDEN)
        );
    }
}
