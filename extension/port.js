// The name under which a reader asks the background for a page that is still loading.
export const PORT = "as-it-loads";
