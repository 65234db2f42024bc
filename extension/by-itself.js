// Runs before content.js on pages of sites that are always read: nobody clicked, so the reader opens only for a text.
/** @type {typeof globalThis & { offprintIsByItself?: boolean }} */ (globalThis).offprintIsByItself = true;
