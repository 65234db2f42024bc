// Runs on the page, before content.js: lets a person point at the part that is to be read, by mouse, touch or keys.
(() => {
  const world = /** @type {typeof globalThis & { offprintPick?: () => Promise<Element | undefined> }} */ (globalThis);

  /** Letters; what holds less is a part of what one means. */
  const ENOUGH = 140;

  const HOST_STYLE = "all:initial!important;display:block!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important";
  const LAYER_STYLE = "position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;margin:0;padding:0;border:0;background:transparent;overflow:hidden;pointer-events:none";
  const FRAME_STYLE = "position:fixed;box-sizing:border-box;border:3px solid #2563c9;border-radius:6px;box-shadow:0 0 0 3px rgb(255 255 255/.85),0 0 0 200vmax rgb(20 18 15/.38);pointer-events:none";
  // The edge is seen where the system's own colours take the ground and the shadow away.
  const BAR_STYLE =
    "position:fixed;inset:auto 0 20px 0;margin:auto;width:fit-content;max-width:min(92vw,44rem);box-sizing:border-box;display:flex;gap:14px;align-items:center;padding:10px 12px 10px 18px;" +
    "border:1px solid transparent;border-radius:12px;background:#1f1d1a;color:#faf8f4;font:15px/1.4 system-ui,sans-serif;box-shadow:0 6px 30px rgb(0 0 0/.35);pointer-events:auto";
  const BUTTON_STYLE = "flex:none;min-height:40px;padding:0 14px;border:1px solid #6b665e;border-radius:9px;background:transparent;color:inherit;font:inherit;font-weight:600;cursor:pointer";

  /** Nothing is picked where the person goes back. */
  world.offprintPick = () =>
    new Promise((resolve) => {
      const { host, layer, frame, cancel } = mount();
      /** The element that would be read. @type {Element} */
      let choice = document.querySelector("main, article, [role=main]") ?? document.body;
      /** Where one came up from, to go down to again. @type {Element[]} */
      let below = [];
      const ending = new AbortController();
      const draw = () => {
        const { top, left, width, height } = choice.getBoundingClientRect();
        Object.assign(frame.style, { top: `${top - 4}px`, left: `${left - 4}px`, width: `${width + 8}px`, height: `${height + 8}px` });
      };
      /** @param {Element | null | undefined} element @param {Element[]} [path] */
      const choose = (element, path = []) => {
        if (!element || element === document.documentElement) return;
        choice = element;
        below = path;
        draw();
      };
      /** @param {Element | undefined} [picked] */
      const end = (picked) => {
        ending.abort();
        host.remove();
        resolve(picked);
      };
      /** @type {Record<string, () => void>} */
      const keys = {
        ArrowUp: () => choose(choice.parentElement, [choice, ...below]),
        ArrowDown: () => choose(below[0] ?? choice.firstElementChild, below.slice(1)),
        ArrowLeft: () => choose(beside(choice, "previousElementSibling")),
        ArrowRight: () => choose(beside(choice, "nextElementSibling")),
        Enter: () => end(choice),
        Escape: () => end(),
      };

      /** The page hears nothing of what is meant for the picker. @param {string[]} types @param {(event: Event) => void} act */
      const take = (types, act) => {
        for (const type of types) {
          window.addEventListener(type, (event) => {
            if (event.target === host) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            if (event.isTrusted) act(event);
          }, { capture: true, signal: ending.signal, passive: false });
        }
      };
      take(["keydown"], (event) => {
        if (!(event instanceof KeyboardEvent)) return;
        keys[event.key]?.();
        if (event.key.startsWith("Arrow")) choice.scrollIntoView({ block: "nearest", behavior: "instant" });
      });
      take(["click"], (event) => {
        if (event instanceof MouseEvent) choose(blockAt(event));
        end(choice);
      });
      take(["pointerdown", "pointerup", "mousedown", "mouseup", "keyup", "keypress", "contextmenu"], () => {});
      window.addEventListener("pointermove", (event) => event.isTrusted && event.target !== host && choose(blockAt(event)), { capture: true, signal: ending.signal });
      for (const type of ["scroll", "resize"]) window.addEventListener(type, draw, { capture: true, passive: true, signal: ending.signal });
      cancel.addEventListener("click", (event) => event.isTrusted && end());
      layer.showPopover();
      draw();
    });

  /** The next block of text that way. @param {Element} from @param {"previousElementSibling" | "nextElementSibling"} way */
  function beside(from, way) {
    let next = from[way];
    while (next && !next.textContent?.trim()) next = next[way];
    return next;
  }

  /** What one means by pointing there: the nearest element with enough of a text. @param {MouseEvent} event */
  function blockAt({ clientX, clientY }) {
    let found = document.elementFromPoint(clientX, clientY);
    while (found?.parentElement && found !== document.body && (found.textContent?.trim().length ?? 0) < ENOUGH) found = found.parentElement;
    return found;
  }

  function mount() {
    const host = document.createElement("div");
    host.style.cssText = HOST_STYLE;
    const layer = made("div", LAYER_STYLE);
    layer.setAttribute("popover", "manual");
    const frame = made("div", FRAME_STYLE);
    const bar = made("div", BAR_STYLE);
    bar.setAttribute("role", "status");
    const words = made("span", "");
    words.textContent = chrome.i18n.getMessage("pickHow");
    const cancel = made("button", BUTTON_STYLE);
    cancel.textContent = chrome.i18n.getMessage("pickCancel");
    bar.append(words, cancel);
    layer.append(frame, bar);
    host.attachShadow({ mode: "closed" }).append(layer);
    document.documentElement.append(host);
    return { host, layer, frame, cancel };
  }

  /** @param {string} name @param {string} style */
  function made(name, style) {
    const element = document.createElement(name);
    element.style.cssText = style;
    return element;
  }
})();
