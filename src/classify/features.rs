//! A row of numbers for one passage: what it is like, where it stands, what came before it.
//!
//! Families after Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010), and Readability's
//! container scores, kept incrementally; the project's own additions are hints, overlaps and repetition.

/// Collects a row.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) values: Vec<f32>,
    /// Filled when names are wanted (training, explanations).
    pub(crate) names: Option<Vec<&'static str>>,
}

impl Row {
    pub(crate) fn add(&mut self, name: &'static str, value: f32) {
        self.values.push(value);
        if let Some(names) = &mut self.names {
            names.push(name);
        }
    }

    pub(crate) fn flag(&mut self, name: &'static str, value: bool) {
        self.add(name, f32::from(u8::from(value)));
    }
}

/// ln(1 + x): counts matter by their magnitude.
pub(crate) fn log(x: f32) -> f32 {
    x.max(0.0).ln_1p()
}
