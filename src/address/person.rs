//! Whose page an address is: an author's, a member's, a publisher's.

use super::{AUTHOR_FOLDERS, MEMBER_FOLDERS};

/// What an address says of the person that a link names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageOf {
    /// Someone who writes for the site.
    Author,
    /// Someone who has an account there.
    Member,
    /// Whose texts the site shows.
    Publisher,
}

/// Folders under which sites keep a page for each publisher whose texts they show.
const PUBLISHER_FOLDERS: [&str; 8] = ["source", "sources", "publisher", "publishers", "provider", "providers", "outlet", "publications"];

/// How the last part of an address begins that is no person's, but a way in.
const DOORS: [&str; 5] = ["log", "sign", "register", "new", "settings"];

/// Files that show an account, which the query tells: `member.php?u=42`, `user?id=jane`, or a number in the name: `user-42.html`.
const MEMBER_FILES: [&str; 6] = ["member", "memberlist", "profile", "viewprofile", "user", "userinfo"];

/// Whether an address is that of an account as boards without folders have it.
fn is_account(address: &str) -> bool {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let file = path.rsplit('/').next().unwrap_or_default();
    let (stem, number) = file.split_once('-').unwrap_or((file.split('.').next().unwrap_or_default(), ""));
    let is_file = MEMBER_FILES.iter().any(|known| known.eq_ignore_ascii_case(stem)) || query.contains("action=profile");
    let is_number = |value: &str| value.starts_with(|c: char| c.is_ascii_digit());
    let told = || {
        query.split(['&', ';']).filter_map(|pair| pair.split_once('=')).any(|(name, value)| {
            matches!(name.trim_start_matches("amp;"), "u" | "uid" | "id" | "userid" | "user_id" | "showuser") && !value.is_empty()
        })
    };
    is_file && (is_number(number) || told())
}

/// Whose page an address is: `/author/jane-doe`.
pub(crate) fn page_of(address: &str) -> Option<PageOf> {
    if is_account(address) {
        return Some(PageOf::Member);
    }
    let (before, name) = last_part(address)?;
    // What somebody has written lies deeper in their folder than their page: `/users/42/jane-doe`.
    let folders = || before.rsplit('/').take(2);
    let of = |list: &[&str]| folders().any(|part| list.iter().any(|known| known.eq_ignore_ascii_case(part)));
    let owner = match () {
        () if name.is_empty() => return None,
        () if of(&AUTHOR_FOLDERS) => PageOf::Author,
        () if of(&MEMBER_FOLDERS) => PageOf::Member,
        () if of(&PUBLISHER_FOLDERS) => PageOf::Publisher,
        () => return None,
    };
    let name = name.to_ascii_lowercase();
    (!DOORS.iter().any(|door| name.starts_with(door))).then_some(owner)
}

/// The folders of an address's path, and what stands behind them.
pub(crate) fn last_part(address: &str) -> Option<(&str, &str)> {
    let path = super::path(address);
    let path = super::beyond_scheme(path).map_or(path, |rest| rest.split_once('/').map_or("", |(_, path)| path));
    path.trim_end_matches('/').rsplit_once('/')
}

#[cfg(test)]
mod tests {
    use super::{PageOf, page_of};

    #[test]
    fn boards_name_accounts_by_number() {
        for address in [
            "member.php?u=42",
            "./memberlist.php?mode=viewprofile&u=42",
            "https://board.example/user-42.html",
            "index.php?action=profile;u=42",
            "/members/jane.42/",
            "/user?id=jane",
        ] {
            assert_eq!(page_of(address), Some(PageOf::Member), "{address}");
        }
        for address in ["member.php?action=login", "memberlist.php?mode=team", "showthread.php?t=42", "/user-guide.html", "/members/"] {
            assert_eq!(page_of(address), None, "{address}");
        }
    }
}
