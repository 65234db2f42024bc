// How an article looks outside the reader.

/** The text of the style sheet that books and saved pages share. */
export async function bookStyle() {
  return (await fetch(new URL("book.css", import.meta.url))).text();
}
