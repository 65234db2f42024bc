// Runs on the page, before content.js: writes down the page as a person sees it. Nothing of the page is changed; marks are made
// in what is written. What is hidden by a style sheet gets `hidden`, what is shown loses such marks, pictures have the address
// that was really loaded, open shadow roots and frames of the same site stand where they are seen.
(() => {
  /** @typedef {{ url: string, title: string, html: string }} Snapshot */
  const world = /** @type {typeof globalThis & { offprintSnapshot?: (only?: Element) => Promise<Snapshot> }} */ (globalThis);

  /** Milliseconds of work at a stretch: half a frame, so that the page stays smooth. */
  const SLICE_MS = 8;
  /** Screen-reader texts are squeezed to a pixel or moved far out; drawers and slides stand nearer. CSS pixels. */
  const SQUEEZED = 1;
  const FAR_OUT = -2000;
  /** A loaded picture smaller than that, where another is announced, is a blurred stand-in. CSS pixels. */
  const STAND_IN = 100;

  /** Letters; what is longer may be the rest of a text behind "read more", and is for the core to judge. */
  const MAX_WORD = 100;

  const INLINE = new Set("a abbr b button em i kbd label small span strong sub sup".split(" "));
  const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
  /** Written without what is in them; text there is no text of the page. */
  const LEFT_OUT = new Set(["script", "style", "template"]);
  /** Their text is markup as it is. */
  const RAW = new Set(["noscript", "noembed", "noframes", "xmp", "iframe", "plaintext", "script"]);
  const LAZY = /^(srcset|sizes|loading|data-.*(src|original|lazy).*)$/;

  world.offprintSnapshot = async (only) => {
    const root = document.documentElement;
    const view = only ? undefined : lookOf(document);
    const isComing = document.readyState === "loading";
    const writer = only ? pick(only) : write([root], view);
    let html = document.doctype ? `<!DOCTYPE ${document.doctype.name}>` : "";
    let until = performance.now() + SLICE_MS;
    for (const piece of writer) {
      html += piece;
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + SLICE_MS;
    }
    // One that ends within a tag is known to the core as one that has not come whole.
    if (isComing) html = `${html.slice(0, html.lastIndexOf("</body>"))}<p`;
    return { url: document.documentURI, title: document.title, html };
  };

  /** Behind what the page itself has to do; `scheduler.yield` would go before its frames. */
  const pause = () => new Promise((resolve) => void /** @type {any} */ (world).scheduler.postTask(resolve));

  /** Only this element, with the head, as a page of its own. @param {Element} only */
  function* pick(only) {
    const { lang, dir } = document.documentElement;
    yield `<html lang="${escape(lang)}" dir="${escape(dir)}">`;
    yield* write([document.head], undefined);
    yield "<body><main><article>";
    // A paragraph alone is a part of its neighbours' text, a table's row none of its own.
    yield* write([only], undefined);
    yield "</article></main></body></html>";
  }

  /** Asks for computed styles, unless the page hides all of itself: then nothing is learnt from them. @param {Document} page */
  function lookOf(page) {
    const view = page.defaultView;
    if (!view || !page.body) return undefined;
    const isShown = [page.documentElement, page.body].every((one) => view.getComputedStyle(one).display !== "none" && view.getComputedStyle(one).visibility === "visible");
    return isShown ? view : undefined;
  }

  /**
   * @param {Node[]} nodes
   * @param {Window | undefined} view for the computed styles; without it nothing is marked
   * @returns {Generator<string>}
   */
  function* write(nodes, view) {
    /** What is still to be written, the next last; a mark of the window stands where it changes. @type {(Node | string | { view: Window | undefined })[]} */
    const todo = [...nodes].reverse();
    while (todo.length > 0) {
      const next = todo.pop();
      if (typeof next === "string") yield next;
      else if (!next) continue;
      else if ("view" in next) ({ view } = next);
      // Not by `instanceof`: nodes of a frame are of the frame's own classes.
      else if (next.nodeType === Node.TEXT_NODE) yield RAW.has(next.parentElement?.localName ?? "") ? (next.nodeValue ?? "") : escape(next.nodeValue ?? "");
      else if (next.nodeType === Node.ELEMENT_NODE) {
        const element = /** @type {Element} */ (next);
        const name = element.localName;
        if (name === "svg" || name === "math") yield element.outerHTML;
        else if (isLeftOut(element)) continue;
        else {
          const isHidden = view !== undefined && name !== "head" && hides(element, view);
          if (isHidden && isWord(element)) continue;
          yield open(element, view !== undefined, isHidden);
          if (VOID.has(name)) continue;
          const [children, look] = inside(element, view);
          todo.push(`</${tagOf(element)}>`, { view }, ...children.reverse(), { view: isHidden || name === "head" ? undefined : look });
        }
      }
    }
  }

  /** @param {Element} element */
  function isLeftOut(element) {
    if (element.localName === "source") return hasLoaded(element.parentElement?.querySelector("img"));
    return LEFT_OUT.has(element.localName) && element.getAttribute("type") !== "application/ld+json";
  }

  /** What is seen inside an element, and the window that knows its styles. @param {Element} element @param {Window | undefined} view @returns {[Node[], Window | undefined]} */
  function inside(element, view) {
    const page = frameOf(element);
    if (page?.body) return [[...page.body.childNodes], view && lookOf(page)];
    if (element.shadowRoot) return [[...element.shadowRoot.childNodes], view];
    const assigned = element.localName === "slot" ? /** @type {HTMLSlotElement} */ (element).assignedNodes() : [];
    if (assigned.length > 0) return [assigned, view];
    const children = [...element.childNodes];
    // The parser takes the first line end of these away.
    if (/^(pre|textarea|listing)$/.test(element.localName) && element.textContent?.startsWith("\n")) children.unshift(new Text("\n"));
    return [children, view];
  }

  /** The page in a frame, where its site lets itself be seen. @param {Element} element */
  function frameOf(element) {
    const page = element.localName === "iframe" ? /** @type {HTMLIFrameElement} */ (element).contentDocument : null;
    return page?.body?.textContent?.trim() ? page : undefined;
  }

  /** A frame that is shown in place is no frame any more. @param {Element} element */
  const tagOf = (element) => (frameOf(element) ? "div" : element.localName);

  /** @param {Element} element @param {boolean} isLookedAt @param {boolean} isHidden */
  function open(element, isLookedAt, isHidden) {
    let tag = `<${tagOf(element)}`;
    const picture = hasLoaded(element) ? element : undefined;
    for (const { name, value } of element.attributes) {
      if (picture && (name === "src" || LAZY.test(name))) continue;
      if (isLookedAt && !isHidden && onlySaysHidden(element, name, value)) continue;
      tag += ` ${name}="${escape(value)}"`;
    }
    if (picture) tag += ` src="${escape(picture.currentSrc)}"`;
    if (picture && !picture.hasAttribute("width")) tag += ` width="${picture.naturalWidth}" height="${picture.naturalHeight}"`;
    if (isHidden && !element.hasAttribute("hidden")) tag += ' hidden=""';
    return `${tag}>`;
  }

  /** Whether an attribute of an element that is shown says the contrary. @param {Element} element @param {string} name @param {string} value */
  function onlySaysHidden(element, name, value) {
    if (name === "hidden") return true;
    if (name === "style") return /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value);
    // Said of the whole page while a dialog is open; of small things it is meant: icons, the drawn twin of a formula.
    return name === "aria-hidden" && element.querySelector("p, h1, h2, article, main") !== null;
  }

  /** Whether the page hides an element with all that is in it. @param {Element} element @param {Window} view */
  function hides(element, view) {
    const style = view.getComputedStyle(element);
    if (style.display === "none") return true;
    if (style.visibility !== "visible") return ![...element.querySelectorAll("*")].some((one) => view.getComputedStyle(one).visibility === "visible");
    const isOut = style.position === "absolute" || style.position === "fixed";
    const isCut = style.overflowX !== "visible" && style.display !== "inline" && style.display !== "contents";
    if (!(isOut || isCut) || element === document.body || element === document.documentElement) return false;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    // The twin of a formula for screen readers is the formula.
    const isSqueezed = isCut && (width <= SQUEEZED || height <= SQUEEZED) && !element.querySelector("math, img");
    return isSqueezed || (isOut && (right < FAR_OUT || bottom + view.scrollY < FAR_OUT));
  }

  /** Whether an element is a few words inside a line: marked as hidden they would still be read along with it. @param {Element} element */
  function isWord(element) {
    return INLINE.has(element.localName) && (element.textContent?.length ?? 0) <= MAX_WORD && !element.querySelector("img, p, div");
  }

  /** Whether a picture is really there, and no stand-in. @param {Element | null | undefined} image @returns {image is HTMLImageElement} */
  function hasLoaded(image) {
    if (image?.localName !== "img") return false;
    const { complete, currentSrc, naturalWidth } = /** @type {HTMLImageElement} */ (image);
    if (!complete || naturalWidth <= 1 || !/^https?:/.test(currentSrc)) return false;
    const announcesOther = image.getAttributeNames().some((name) => name.startsWith("data-") && LAZY.test(name));
    return !announcesOther || naturalWidth >= STAND_IN;
  }

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
  /** @type {Record<string, string>} */
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
})();
