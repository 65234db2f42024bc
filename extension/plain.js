// Runs on the page, before content.js: the article in the page itself, where other extensions see it: translators, dictionaries,
// savers. The page's own elements stay where they are and are only not shown; its style sheets rest meanwhile.
(() => {
  const world = /** @type {typeof globalThis & { offprintPlain?: (tree: unknown, words: { close: string }, close: () => void) => () => void }} */ (globalThis);

  const ELEMENTS = new Set(
    `a abbr aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd
     li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td th thead time tr ul var`.split(/\s+/),
  );
  const ATTRIBUTES = new Set("alt colspan datetime dir height lang open reversed rowspan start title value width".split(" "));
  const ADDRESSES = new Set(["href", "src"]);

  /** No deeper than the core writes. */
  const MAX_DEPTH = 200;

  const STYLE = `
    html, body { all: revert !important; margin: 0 !important; background: Canvas !important; color: CanvasText !important; color-scheme: light dark !important }
    body > :not(.offprint-plain), html > :not(head, body, .offprint-plain) { display: none !important }
    .offprint-plain { max-width: 36rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; font: 1.15rem/1.6 Georgia, serif; overflow-wrap: break-word }
    .offprint-plain h1 { line-height: 1.2 }
    .offprint-plain > button { font: 1rem system-ui, sans-serif; min-height: 2.75rem; padding: 0 1rem }
    .offprint-plain img { max-width: 100%; height: auto }
    .offprint-plain pre, .offprint-plain table { display: block; overflow-x: auto }`;

  world.offprintPlain = (tree, words, close) => {
    const box = document.createElement("div");
    box.className = "offprint-plain";
    const button = document.createElement("button");
    button.textContent = words.close;
    button.addEventListener("click", (event) => event.isTrusted && close());
    box.append(button, ...build([tree], 0));
    const wake = restStyles();
    document.body.append(box);
    window.scrollTo({ top: 0, behavior: "instant" });
    button.focus({ preventScroll: true });
    return () => {
      box.remove();
      wake();
    };
  };

  /** Puts the page's style sheets to rest. @returns {() => void} wakes them */
  function restStyles() {
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].filter((sheet) => !sheet.disabled);
    for (const sheet of sheets) sheet.disabled = true;
    const own = new CSSStyleSheet();
    own.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== own);
      for (const sheet of sheets) sheet.disabled = false;
    };
  }

  /** Each an element's name, its attributes and what is in it, or a text; of tree.js. @param {unknown[]} trees @param {number} depth @returns {(Node | string)[]} */
  function build(trees, depth) {
    return trees.flatMap((tree) => {
      if (typeof tree === "string") return [tree];
      if (!Array.isArray(tree) || depth > MAX_DEPTH) return [];
      const [name, attributes, ...children] = tree;
      const inner = build(children, depth + 1);
      if (!ELEMENTS.has(name)) return inner;
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (ATTRIBUTES.has(key) || (ADDRESSES.has(key) && /^(https?:|mailto:|tel:|data:image\/(png|jpeg|gif|webp|avif)[;,])/i.test(value))) element.setAttribute(key, value);
      }
      element.append(...inner);
      return [element];
    });
  }
})();
