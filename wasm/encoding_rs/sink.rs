//! Where decoded text goes.

/// Text or code units, with or without a bound.
pub(crate) trait Sink {
    /// Whether the longest result of one byte fits: two characters of the basic plane, or one beyond it.
    fn has_room(&self) -> bool;
    fn put(&mut self, c: char);
    /// Takes a text from its start, as far as there is room; says how many bytes it took.
    fn put_str(&mut self, text: &str) -> usize;
}

impl Sink for String {
    fn has_room(&self) -> bool {
        true
    }

    fn put(&mut self, c: char) {
        self.push(c);
    }

    fn put_str(&mut self, text: &str) -> usize {
        self.push_str(text);
        text.len()
    }
}

/// UTF-8 in a slice.
pub(crate) struct Bytes<'o> {
    pub(crate) out: &'o mut [u8],
    pub(crate) at: usize,
}

impl Sink for Bytes<'_> {
    fn has_room(&self) -> bool {
        self.out.len() - self.at >= 6
    }

    fn put(&mut self, c: char) {
        self.put_str(c.encode_utf8(&mut [0; 4]));
    }

    fn put_str(&mut self, text: &str) -> usize {
        let fits = text.floor_char_boundary(self.out.len() - self.at);
        self.out[self.at..self.at + fits].copy_from_slice(&text.as_bytes()[..fits]);
        self.at += fits;
        fits
    }
}

/// UTF-16 in a slice.
pub(crate) struct Units<'o> {
    pub(crate) out: &'o mut [u16],
    pub(crate) at: usize,
}

impl Sink for Units<'_> {
    fn has_room(&self) -> bool {
        self.out.len() - self.at >= 2
    }

    fn put(&mut self, c: char) {
        for &mut unit in c.encode_utf16(&mut [0; 2]) {
            self.out[self.at] = unit;
            self.at += 1;
        }
    }

    fn put_str(&mut self, text: &str) -> usize {
        let mut taken = 0;
        for c in text.chars().take_while(|c| c.is_ascii()) {
            if !self.has_room() {
                break;
            }
            self.put(c);
            taken += 1;
        }
        taken
    }
}
