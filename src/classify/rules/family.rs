//! Which rules belong together: what `docs/rules.md` counts.

/// A family of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Advert,
    Consent,
    Player,
    Promotion,
    Account,
    Share,
    Related,
    Comments,
    About,
    Legal,
    Navigation,
    Furniture,
    /// What follows a label: lines under their first one, a text behind an advert's label.
    Label,
    /// Whole elements: dialogs, threads, polls.
    Enclosure,
    /// Whole elements that the page hides.
    Hidden,
}

#[cfg(not(feature = "training"))]
impl Family {
    /// Whether its rules are asked: always, but where they are measured.
    #[allow(clippy::unused_self, reason = "the build that measures looks")]
    pub(crate) fn is_on(self) -> bool {
        true
    }
}

#[cfg(feature = "training")]
pub(crate) use measured::switch_off;

#[cfg(feature = "training")]
mod measured {
    use super::Family;
    use std::cell::Cell;

    thread_local! {
        /// A bit for each family that this thread leaves out. No setting, because no reader should ever have it.
        static OFF: Cell<u32> = const { Cell::new(0) };
    }

    /// Leaves these families out of all that this thread reads from now on.
    pub(crate) fn switch_off(families: &[Family]) {
        OFF.set(families.iter().fold(0, |off, family| off | family.bit()));
    }

    impl Family {
        pub(crate) const ALL: [Self; 15] = [
            Self::Advert,
            Self::Consent,
            Self::Player,
            Self::Promotion,
            Self::Account,
            Self::Share,
            Self::Related,
            Self::Comments,
            Self::About,
            Self::Legal,
            Self::Navigation,
            Self::Furniture,
            Self::Label,
            Self::Enclosure,
            Self::Hidden,
        ];

        pub(crate) fn is_on(self) -> bool {
            OFF.get() & self.bit() == 0
        }

        fn bit(self) -> u32 {
            1 << self as u32
        }
    }
}
