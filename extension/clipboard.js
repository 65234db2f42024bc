// Text for the clipboard.

/** By the old way: a frame may write to the clipboard only so, unless the page allows it more. @param {string} text */
export function copy(text) {
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
  };
  document.addEventListener("copy", put, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", put);
}
