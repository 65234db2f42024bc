//! Formulas.

use super::markup::Markup;
use crate::content::{Math, MathElement};

/// Writes a formula as MathML; where the page has none, as its TeX source or its text.
pub(super) fn write(markup: &mut Markup, math: &Math) {
    let Some(tree) = &math.tree else {
        if math.is_tex {
            return markup.element("code", &math.tex, |tag| tag.set("data-math", "tex"));
        }
        return markup.text(&math.tex);
    };
    markup.open_with("math", |tag| {
        tag.set_some("display", tree.is_display.then_some("block"));
        tag.set_some("alttext", math.is_tex.then_some(&math.tex));
    });
    let mut open: Vec<MathElement> = Vec::new();
    for (depth, element, attributes, text) in tree.nodes() {
        close(markup, &mut open, depth.into());
        markup.open_with(element.name(), |tag| attributes.for_each(|(name, value)| tag.set(name, value)));
        markup.text(text);
        open.push(element);
    }
    close(markup, &mut open, 0);
    markup.close("math");
}

/// Ends all that is deeper.
fn close(markup: &mut Markup, open: &mut Vec<MathElement>, depth: usize) {
    while open.len() > depth {
        open.pop().into_iter().for_each(|element| markup.close(element.name()));
    }
}
