// What is taken along is handed to the person: a text for the clipboard, a file for a folder of their own. Neither needs a permission.

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

/** @param {Blob} file @param {string} name */
export function save(file, name) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file over when the click's task is done.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** What every system takes as a file's name. @param {string} title */
export const fileName = (title) => title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ").trim().slice(0, 100) || "article";
