// A file for the person's own folder; needs no permission.

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
