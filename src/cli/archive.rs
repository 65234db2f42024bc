//! The pages of a web archive: WARC, as crawlers and browsers' recorders write it.

use super::Failure;
use super::source::{MOST, Source, is_readable, unread};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use httparse::Status;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use warc::{RecordType, WarcHeader, WarcReader};

/// Lines of an HTTP header. Servers send some dozens.
const HEADER_LINES: usize = 256;

/// What a record is called that names no address.
const NAMELESS: &str = "page";

/// Told by its name, as archives are.
pub(super) fn is_archive(path: &Path) -> bool {
    let ends = |path: &Path, kind: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(kind));
    ends(path, "warc") || ends(path, "gz") && path.file_stem().is_some_and(|inner| ends(Path::new(inner), "warc"))
}

/// Hands over each page of the archive, in its order; pictures, scripts, redirects and errors of servers are left aside.
pub(super) fn each_page(path: &Path, mut take: impl FnMut(Result<Source, Failure>)) -> Result<(), Failure> {
    let name = path.display().to_string();
    let file = BufReader::new(File::open(path).map_err(|e| unread(&name, &e))?);
    let bytes: Box<dyn BufRead> = match path.extension() {
        Some(kind) if kind.eq_ignore_ascii_case("gz") => Box::new(BufReader::new(MultiGzDecoder::new(file))),
        _ => Box::new(file),
    };
    let mut reader = WarcReader::new(bytes);
    let mut records = reader.stream_records();
    while let Some(record) = records.next_item() {
        let mut record = record.map_err(|why| Failure::Work(format!("{name} could not be read on: {}", broken(&why))))?;
        let said = |header| record.header(header).map(|value| value.trim_matches(['<', '>']).to_owned());
        let (url, kind, now) = (said(WarcHeader::TargetURI), said(WarcHeader::ContentType).unwrap_or_default(), record.date().timestamp());
        let named = url.clone().unwrap_or_else(|| NAMELESS.to_owned());
        let page = match record.warc_type() {
            RecordType::Response if kind.starts_with("application/http") => all(&mut record).and_then(|record| answer(&record)),
            RecordType::Resource if !kind.is_empty() && is_readable(&kind) => all(&mut record).map(|page| Some((page, Some(kind)))),
            _ => continue,
        };
        match page {
            Ok(None) => {}
            Ok(Some((page, content_type))) => {
                take(Ok(Source { name: named, bytes: Box::new(Cursor::new(page)), url, content_type, now: Some(now) }));
            }
            Err(why) => take(Err(unread(&format!("{named} in {name}"), &why))),
        }
    }
    Ok(())
}

fn broken(why: &warc::Error) -> String {
    let what = match why {
        warc::Error::ReadData(why) => why.to_string(),
        warc::Error::UnexpectedEOB => "it ends within a record".to_owned(),
        _ => "it is no archive, or damaged".to_owned(),
    };
    format!("{what}; check that it was copied whole")
}

/// A page's bytes and the server's label, where this is the answer with a page.
fn answer(record: &[u8]) -> io::Result<Option<(Vec<u8>, Option<String>)>> {
    let mut lines = [httparse::EMPTY_HEADER; HEADER_LINES];
    let mut head = httparse::Response::new(&mut lines);
    let Ok(Status::Complete(length)) = head.parse(record) else { return Ok(None) };
    let said = |name: &str| {
        let line = head.headers.iter().find(|line| line.name.eq_ignore_ascii_case(name));
        line.map(|line| String::from_utf8_lossy(line.value).trim().to_ascii_lowercase())
    };
    let label = said("content-type");
    if !matches!(head.code, Some(200 | 203)) || !label.as_deref().is_none_or(is_readable) {
        return Ok(None);
    }
    let (chunked, coding) = (said("transfer-encoding"), said("content-encoding"));
    let mut body = record[length..].to_vec();
    // Many archivers join the pieces and decode them, but keep the header that says otherwise.
    if let Some(whole) = chunked.filter(|how| how.contains("chunked")).and_then(|_| joined(&body)) {
        body = whole;
    }
    Ok(Some((decoded(body, coding.as_deref().unwrap_or_default())?, label)))
}

/// The body without the marks between its pieces; none where there are no such marks.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(rest.len());
    loop {
        let Ok(Status::Complete((start, size))) = httparse::parse_chunk_size(rest) else { return None };
        let end = start.checked_add(usize::try_from(size).ok()?)?;
        whole.extend_from_slice(rest.get(start..end)?);
        if size == 0 {
            return Some(whole);
        }
        rest = rest[end..].strip_prefix(b"\r\n")?;
    }
}

fn decoded(body: Vec<u8>, coding: &str) -> io::Result<Vec<u8>> {
    match coding {
        "gzip" | "x-gzip" if body.starts_with(&[0x1f, 0x8b]) => all(&mut MultiGzDecoder::new(body.as_slice())),
        "deflate" => all(&mut ZlibDecoder::new(body.as_slice())).or(Ok(body)),
        "br" | "zstd" => Err(io::Error::other(format!("its coding, {coding}, is not known here"))),
        _ => Ok(body),
    }
}

fn all(bytes: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut read = Vec::new();
    bytes.take(MOST + 1).read_to_end(&mut read)?;
    if read.len() as u64 > MOST {
        return Err(io::Error::other(format!("it is larger than {} MB", MOST >> 20)));
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn pieces_are_joined_where_they_are_some() {
        assert_eq!(joined(b"4\r\nabcd\r\n3;x=y\r\nefg\r\n0\r\n\r\n"), Some(b"abcdefg".to_vec()));
        for body in [&b"<!doctype html>"[..], b"4\r\nab", b"ffffffffffffffff\r\na", b""] {
            assert_eq!(joined(body), None, "{}", body.escape_ascii());
        }
    }
}
