//! A page that is read: from a file, a pipe or the web.

use super::Failure;
use super::archive::is_archive;
use super::options::Input;
use offprint::Settings;
use std::fs::File;
use std::io::{self, Read};

/// Bytes of a page after decompression. The largest of the web's real pages, whole books, have about ten million.
pub(super) const MOST: u64 = 64 << 20;

/// What is read as a page; a server that names no type is believed to send one.
const READABLE: [&str; 3] = ["text/", "application/xhtml+xml", "application/xml"];

/// A page's bytes, and what came with them.
pub(super) struct Source {
    /// How a person knows it.
    pub(super) name: String,
    pub(super) bytes: Box<dyn Read + Send>,
    pub(super) url: Option<String>,
    pub(super) content_type: Option<String>,
    /// Seconds since 1970: when it was taken, if that is long ago.
    pub(super) now: Option<i64>,
}

impl Source {
    pub(super) fn open(input: &Input) -> Result<Self, Failure> {
        match input {
            Input::Stdin => Ok(Self::local("standard input".to_owned(), io::stdin())),
            Input::File(path) => {
                let name = path.display().to_string();
                if path.is_dir() {
                    return Err(Failure::Work(format!("{name} could not be read: it is a folder; give --output DIR for its results")));
                }
                if is_archive(path) {
                    return Err(Failure::Work(format!("{name} could not be read: it holds many pages; give --output DIR for the results")));
                }
                match File::open(path) {
                    Ok(file) => Ok(Self::local(name, file)),
                    Err(why) => Err(unread(&name, &why)),
                }
            }
            #[cfg(feature = "fetch")]
            Input::Web(address) => super::fetch::fetch(address),
            #[cfg(not(feature = "fetch"))]
            Input::Web(address) => Err(Failure::Work(format!(
                "{address} could not be read: this program was built without the web; save the page, name the file"
            ))),
        }
    }

    fn local(name: String, bytes: impl Read + Send + 'static) -> Self {
        Self { name, bytes: Box::new(bytes), url: None, content_type: None, now: None }
    }

    /// What the person said goes before what the page brings.
    pub(super) fn settings(&self, said: &Settings) -> Settings {
        let mut settings = said.clone();
        settings.url = settings.url.or_else(|| self.url.clone());
        settings.content_type = settings.content_type.or_else(|| self.content_type.clone());
        settings.now = settings.now.or(self.now).or_else(|| Some(jiff::Timestamp::now().as_second()));
        settings
    }

    /// Hands the page over as it is read.
    pub(super) fn each_piece(&mut self, mut take: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut buffer = vec![0; super::READ];
        loop {
            match self.bytes.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(length) => take(&buffer[..length])?,
                Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(why) => return Err(unread(&self.name, &why)),
            }
        }
    }
}

/// Whether a server's label is that of a page.
pub(super) fn is_readable(label: &str) -> bool {
    let label = label.trim().to_ascii_lowercase();
    label.is_empty() || READABLE.iter().any(|kind| label.starts_with(kind))
}

pub(super) fn unread(name: &str, why: &io::Error) -> Failure {
    let what = match why.kind() {
        io::ErrorKind::NotFound => "there is no such file; give its path, or - for standard input".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted; check its permissions".to_owned(),
        #[cfg(feature = "fetch")]
        _ if let Some(why) = super::fetch::reason(why) => why,
        _ => format!("{why}; check that it can be read").to_lowercase(),
    };
    Failure::Work(format!("{name} could not be read: {what}"))
}

#[cfg(test)]
mod tests {
    use super::is_readable;

    #[test]
    fn pages_are_told_from_other_files() {
        for page in ["text/html; charset=utf-8", "Text/HTML", "application/xhtml+xml", "text/plain", ""] {
            assert!(is_readable(page), "{page}");
        }
        for other in ["application/pdf", "image/png", "application/json"] {
            assert!(!is_readable(other), "{other}");
        }
    }
}
