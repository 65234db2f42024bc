// Runs on the page at each click: opens the reader over it, or closes the one that is open; on sites that are always read it runs
// by itself, and then opens the reader only where there is an article. The page itself is not touched
// but for one element at its end and, while the reader is open, the root's `overflow`.
(() => {
  /** @typedef {{ close: () => void }} Overlay */
  /** @typedef {{ url: string, title: string, html: string }} Snapshot */
  const world = /** @type {typeof globalThis & { offprintOverlay?: Overlay, offprintSnapshot?: (only?: Element) => Promise<Snapshot>, offprintPick?: () => Promise<Element | undefined>, offprintIsByItself?: boolean, offprintPlain?: (tree: unknown, words: { close: string }, close: () => void) => () => void, offprintHold?: () => () => void, offprintHoldPlace?: () => () => void }} */ (globalThis);

  /** A page's bytes go over in pieces, so that the reader can start before it has all. */
  const PIECE_BYTES = 16 * 1024;
  /** A frame that has not answered by then never will. */
  const HANDSHAKE_MS = 6000;
  /** Nor will one that was there before and is asked again. */
  const ANSWER_MS = 1000;
  /** Nor will a tab, which may have to wait for a busy machine. */
  const TAB_MS = 30_000;
  /** Some pages remove what they don't know; after so many times the reader moves to a tab. */
  const MAX_EVICTIONS = 5;
  const MESSAGE_MS = 8000;
  /** So long a further page is waited for; fetch-page.js has the same. */
  const PATIENCE_MS = 60_000;
  /** So long a page that is clicked as it loads is waited for; then as much of it is read as has come. */
  const LOADING_MS = 5000;
  /** What a page draws by script is there a moment after it has loaded. */
  const DRAWING_MS = 200;
  /** A reader that has not left by then no longer answers; its own patience with the browser (`way-back.js`) is shorter. */
  const LEAVING_MS = 3000;

  // Inline and `!important`: no style sheet of the page reaches them.
  const HOST_STYLE = "all:initial!important;display:block!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important";
  // No `all` and no `display` here: they would show what is closed. Inside the closed root no style of the page applies anyway.
  const COVER_STYLE = "position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;margin:0;padding:0;border:0;background:transparent;overflow:hidden";
  const FRAME_STYLE = "all:initial;display:block;width:100%;height:100%;border:0;color-scheme:normal";
  // The edge is seen where the system's own colours take the ground and the shadow away.
  const MESSAGE_STYLE =
    "position:fixed;inset:auto 0 24px 0;margin:auto;width:fit-content;max-width:min(90vw,32rem);box-sizing:border-box;padding:14px 18px;border:1px solid transparent;border-radius:12px;" +
    "background:#1f1d1a;color:#faf8f4;font:16px/1.45 system-ui,sans-serif;box-shadow:0 6px 30px rgb(0 0 0/.35)";

  /** A site's first page, in one language or all, leads on to articles and is none. */
  const HOME = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i;

  const isByItself = world.offprintIsByItself === true;
  delete world.offprintIsByItself;
  if (isByItself && (world.offprintOverlay || HOME.test(location.pathname))) return;
  if (world.offprintOverlay) {
    world.offprintOverlay.close();
    return;
  }
  world.offprintOverlay = openOverlay();

  /** @returns {Overlay} */
  function openOverlay() {
    const isThere = document.readyState !== "loading";
    /** The reader comes before the page, and has it from the background as it loads. */
    let isLoading = isByItself && !isThere;
    // Begun before anything is mounted, so that nothing of the reader's is in it. Of a page that is still coming it would be half the text.
    let taken = isThere ? takePage() : undefined;
    const page = () => (taken ??= (isByItself ? isSettled() : isParsed()).then(() => takePage()));
    const { host, cover } = mount();
    /** @type {HTMLIFrameElement | undefined} */
    let frame;
    /** @type {MessagePort | undefined} */
    let port;
    /** @type {(() => void) | undefined} */
    let restore;
    let evictions = 0;
    let isClosed = false;

    const observer = new MutationObserver(() => {
      if (!isClosed && !host.isConnected) stayOrLeave();
    });
    observer.observe(document.documentElement, { childList: true });
    document.addEventListener("toggle", stayOnTop, { capture: true });
    cover.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (event.isTrusted) close();
    });
    let deadline = setTimeout(moveToTab, HANDSHAKE_MS);
    start().catch(fail);

    function fail() {
      if (isClosed) return;
      close();
      say("failed_error");
    }

    /** Only to who asked. @param {"failed_error" | "failed_no_article"} name */
    function say(name) {
      if (!isByItself) showMessage(chrome.i18n.getMessage(name));
    }

    async function start() {
      // The frame need not wait for it.
      const token = chrome.runtime.sendMessage({ type: "open" });
      frame = document.createElement("iframe");
      frame.style.cssText = FRAME_STYLE;
      // Loads in pages that demand cross-origin isolation too.
      frame.setAttribute("credentialless", "");
      // Where there is no such thing, its name would be a complaint in the page's console.
      frame.setAttribute("allow", "share" in navigator ? "web-share" : "");
      frame.title = chrome.i18n.getMessage("reader");
      frame.src = chrome.runtime.getURL("reader.html");
      frame.addEventListener("load", () => {
        const meet = () => void token.then(greet).catch(fail);
        if (!port) return meet();
        // Chromium says so after a step back in the tab's history, too; then whoever is there answers. One that was loaded anew is filled anew.
        port.postMessage({ type: "there" });
        clearTimeout(deadline);
        deadline = setTimeout(meet, ANSWER_MS);
      });
      cover.replaceChildren(frame);
      await token;
    }

    /** @param {unknown} token nothing where the background gives none */
    function greet(token) {
      if (isClosed || !frame?.contentWindow || typeof token !== "string") return;
      clearTimeout(deadline);
      deadline = setTimeout(moveToTab, HANDSHAKE_MS);
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }) => hear(data);
      // To any origin: in Chromium the frame's own is a secret of the browser. What the message holds is worth nothing to others.
      frame.contentWindow.postMessage({ type: "offprint", token, isTouched: navigator.userActivation?.hasBeenActive === true, isLoading }, "*", [channel.port2]);
      if (!isLoading) page().then(sendToFrame).catch(fail);
    }

    /** @param {Snapshot} snapshot */
    function sendToFrame(snapshot) {
      send(snapshot, (message, buffers) => port?.postMessage(message, buffers ?? []));
    }

    /** The page is shown again, a part of it is pointed at, and that is read; or the reader comes back as it was. */
    async function pick() {
      hide();
      // The keys are the picker's at once, not only when the browser has drawn the page without the reader.
      window.focus();
      const part = await world.offprintPick?.();
      if (isClosed) return;
      if (part) sendToFrame(await takePage(part));
      else reveal();
    }

    /** @param {unknown} message */
    function hear(message) {
      const { type, code, confidence, tree, url, accept } = /** @type {{ type?: unknown, code?: unknown, confidence?: unknown, tree?: unknown, url?: unknown, accept?: unknown }} */ (message ?? {});
      if (type === "shown") return isByItself ? undefined : reveal();
      if (type === "steady") return isLoading ? reveal() : undefined;
      if (type === "unclear" && isLoading) {
        isLoading = false;
        return void page().then(sendToFrame).catch(fail);
      }
      if (type === "done" && isByItself) return confidence === "low" && !cover.open ? close() : reveal();
      if (type === "close") return close(true);
      if (type === "pick") return void pick().catch(fail);
      if (type === "plain") return showPlain(tree);
      if (type === "load") return void loadBeside(String(url), String(accept));
      if (type === "failed") {
        close();
        say(code === "no-article" ? "failed_no_article" : "failed_error");
      }
      if (type === "claimed") clearTimeout(deadline);
    }

    /** A further page of the same site, or a picture, goes over as the page itself may have it: no other site is asked, nor the person. @param {string} asked @param {string} accept */
    async function loadBeside(asked, accept) {
      const found = await fetchBeside(asked, accept).catch(() => undefined);
      port?.postMessage({ type: "beside", asked, ...found }, found ? [found.bytes] : []);
    }

    /** The page stays in sight until there is something to read. */
    function reveal() {
      if (isClosed || cover.open) return;
      restore = world.offprintHold?.();
      putOnTop();
    }

    function putOnTop() {
      cover.showModal();
      frame?.focus({ preventScroll: true });
    }

    /** What the page opens meanwhile lies over the reader, and a dialog takes all keys; it can wait beneath until one leaves. @param {Event} event */
    function stayOnTop(event) {
      if (!cover.open || !(event.target instanceof Element) || !event.target.matches(":modal, :popover-open")) return;
      cover.close();
      putOnTop();
    }

    function hide() {
      cover.close();
      restore?.();
      restore = undefined;
    }

    /** Gives the page back at once; the reader has a moment to take its step out of the tab's history. @param {boolean} [hasLeft] it has done so */
    function close(hasLeft = false) {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(deadline);
      observer.disconnect();
      document.removeEventListener("toggle", stayOnTop, { capture: true });
      hide();
      delete world.offprintOverlay;
      if (hasLeft || !port) return end();
      port.onmessage = ({ data }) => data?.type === "close" && end();
      port.postMessage({ type: "leave" });
      setTimeout(end, LEAVING_MS);
    }

    function end() {
      host.remove();
      port?.close();
    }

    /** The page removed the reader: it comes back, with the page as it was, or moves out of the page's reach. */
    function stayOrLeave() {
      evictions += 1;
      if (evictions > MAX_EVICTIONS) return moveToTab();
      port?.close();
      port = undefined;
      hide();
      document.documentElement.append(host);
    }

    function moveToTab() {
      close();
      // A tab that nobody asked for is worse than no reader.
      if (isByItself) return;
      page().then(sendThroughTab).catch(() => showMessage(chrome.i18n.getMessage("failed_error")));
    }

    return { close };
  }

  /** Gives way to the article in the page itself, until the person leaves it. @param {unknown} tree */
  function showPlain(tree) {
    world.offprintOverlay?.close();
    const restore = world.offprintHoldPlace?.();
    const words = { close: chrome.i18n.getMessage("close") };
    const hide = world.offprintPlain?.(tree, words, close);
    document.addEventListener("keydown", leave, { capture: true });
    world.offprintOverlay = { close };

    /** @param {KeyboardEvent} event */
    function leave(event) {
      if (event.key === "Escape" && event.isTrusted) close();
    }

    function close() {
      document.removeEventListener("keydown", leave, { capture: true });
      hide?.();
      restore?.();
      delete world.offprintOverlay;
    }
  }

  /** Until all markup of the page is there, or nobody would wait any longer. @returns {Promise<void>} */
  async function isParsed() {
    if (document.readyState !== "loading") return;
    await new Promise((resolve) => {
      document.addEventListener("DOMContentLoaded", resolve, { once: true });
      setTimeout(resolve, LOADING_MS);
    });
  }

  /** Until the page has loaded, and drawn itself as far as one can tell. @returns {Promise<void>} */
  async function isSettled() {
    if (document.readyState !== "complete") await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
    await new Promise((resolve) => setTimeout(resolve, DRAWING_MS));
  }

  /** The reader takes the stream, as far as it reads any page. @param {string} url @param {string} accept */
  async function fetchBeside(url, accept) {
    if (new URL(url).origin !== location.origin) throw new Error("another site");
    // A picture tells nobody who reads, as everywhere in the reader; a page may be one that only its subscribers get.
    const quiet = /** @type {RequestInit} */ (accept.startsWith("image/") ? { credentials: "omit", referrerPolicy: "no-referrer" } : {});
    const response = await fetch(url, { ...quiet, signal: AbortSignal.timeout(PATIENCE_MS), headers: { accept } });
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    return { url: response.url, contentType: response.headers.get("content-type") ?? "text/html", bytes: response.body };
  }

  /** The page as a person sees it now; snapshot.js was injected along. @param {Element} [only] a part of it */
  function takePage(only) {
    return world.offprintSnapshot ? world.offprintSnapshot(only) : Promise.reject(new Error("snapshot.js is missing"));
  }

  function mount() {
    const host = document.createElement("div");
    host.style.cssText = HOST_STYLE;
    const cover = document.createElement("dialog");
    cover.style.cssText = COVER_STYLE;
    cover.ariaLabel = chrome.i18n.getMessage("reader");
    const root = host.attachShadow({ mode: "closed" });
    // The browser's own backdrop would darken the page until the reader is painted. On the page's paper the reader would lie over its text.
    const bare = new CSSStyleSheet();
    bare.replaceSync("dialog::backdrop { display: none } @media print { dialog { display: none } }");
    root.adoptedStyleSheets = [bare];
    root.append(cover);
    document.documentElement.append(host);
    return { host, cover };
  }

  /**
   * @param {Snapshot} page
   * @param {(message: object, buffers?: Transferable[]) => void} post
   */
  function send({ url, title, html }, post) {
    post({ type: "page", url, title });
    const bytes = new TextEncoder().encode(html);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.slice(at, at + PIECE_BYTES).buffer;
      post({ type: "bytes", bytes: piece }, [piece]);
    }
    post({ type: "end" });
  }

  /** Says something over the page, for a while. @param {string} text */
  function showMessage(text) {
    const host = document.createElement("div");
    host.style.cssText = HOST_STYLE;
    const message = document.createElement("div");
    message.setAttribute("popover", "manual");
    message.setAttribute("role", "alert");
    message.style.cssText = MESSAGE_STYLE;
    message.textContent = text;
    host.attachShadow({ mode: "closed" }).append(message);
    document.documentElement.append(host);
    message.showPopover();
    const dismiss = () => host.remove();
    message.addEventListener("click", (event) => event.isTrusted && dismiss());
    setTimeout(dismiss, MESSAGE_MS);
  }

  /** The last resort: a tab of the extension, fed through the browser's own channel. @param {Snapshot} page */
  async function sendThroughTab({ url, title, html }) {
    const own = chrome.runtime.sendMessage({ type: "tab" });
    const forget = () => chrome.runtime.onMessage.removeListener(hear);
    chrome.runtime.onMessage.addListener(hear);
    setTimeout(forget, TAB_MS);
    await own;

    /** @param {any} message @param {chrome.runtime.MessageSender} sender */
    function hear(message, sender) {
      // Only the background speaks without a tab; its word may come before its answer.
      if (sender.id !== chrome.runtime.id || sender.tab || message?.type !== "connect" || typeof message.token !== "string") return;
      void own.then((token) => token === message.token && connect(token), () => {});
    }

    /** @param {string} token */
    function connect(token) {
      forget();
      const port = chrome.runtime.connect({ name: token });
      port.postMessage({ type: "page", url, title });
      for (const text of textPieces(html)) port.postMessage({ type: "text", text });
      port.postMessage({ type: "end" });
    }
  }

  /** Whole characters, since each piece is encoded alone. @param {string} html */
  function* textPieces(html) {
    for (let at = 0; at < html.length; ) {
      // Some are two units long, and the second one would be in the next piece.
      const isSplit = (html.codePointAt(at + PIECE_BYTES - 1) ?? 0) > 0xffff;
      const piece = html.slice(at, at + PIECE_BYTES - Number(isSplit));
      yield piece;
      at += piece.length;
    }
  }
})();
