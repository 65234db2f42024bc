// Runs on the page, before content.js: holds the page as it is while the reader lies over it, and gives it back: menus, place, focus
// and style as they were.
(() => {
  const world = /** @type {typeof globalThis & { offprintHold?: () => () => void, offprintHoldPlace?: () => () => void }} */ (globalThis);

  // The page's own scrolling is locked meanwhile.
  world.offprintHold = () => {
    const root = document.documentElement;
    const style = root.getAttribute("style");
    const restore = holdPlace();
    // A dialog closes them.
    const popovers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(":popover-open"));
    const widen = fitHand();
    root.style.setProperty("overflow", "hidden", "important");
    // Nothing is drawn in a root that is not shown, the reader neither.
    if (getComputedStyle(root).display === "none") root.style.setProperty("display", "block", "important");
    return () => {
      // Blink writes the attribute when it is asked for: without being asked, it would come back empty after the removal.
      root.getAttribute("style");
      if (style === null) root.removeAttribute("style");
      else root.setAttribute("style", style);
      widen();
      for (const one of popovers) if (one.isConnected && !one.matches(":popover-open")) one.showPopover();
      restore();
    };
  };

  /** A page that was not made for phones, or overflows there, is laid out wider than they are, and the reader with it, in letters too small to read or beside the screen. @returns {() => void} takes the page back */
  function fitHand() {
    if (navigator.maxTouchPoints === 0) return () => {};
    const own = [...document.querySelectorAll("meta[name=viewport i]")].at(-1)?.getAttribute("content") ?? `width=${window.innerWidth}`;
    const viewport = document.createElement("meta");
    viewport.name = "viewport";
    viewport.content = "width=device-width, initial-scale=1, minimum-scale=1";
    document.head?.append(viewport);
    return () => {
      // The width that was said last stays, though who said it is gone.
      viewport.content = own;
      viewport.remove();
    };
  }

  /** @returns {() => void} goes back to where the page stood and what had the focus */
  function holdPlace() {
    const focused = document.activeElement;
    const { scrollX, scrollY } = window;
    return () => {
      if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
      window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    };
  }

  world.offprintHoldPlace = holdPlace;
})();
