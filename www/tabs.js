// Tabs, as the ARIA Authoring Practices describe them: arrow keys move, one tab stop.

/** Makes the page's one tab list work. */
export function setUpTabs() {
  /** @type {HTMLElement[]} */
  const tabs = [...document.querySelectorAll("[role=tab]")].filter((tab) => tab instanceof HTMLElement);
  const panelOf = (/** @type {HTMLElement} */ tab) => document.getElementById(tab.getAttribute("aria-controls") ?? "");

  /** @param {HTMLElement} chosen */
  const choose = (chosen) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = panelOf(tab);
      if (panel) panel.hidden = !isChosen;
    }
    bringIntoList(chosen);
  };

  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step === 0) return;
      const next = tabs[(at + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    });
  }
}

/** On a phone the list is longer than the window is wide; the page itself stays where it is. @param {HTMLElement} tab */
function bringIntoList(tab) {
  const list = tab.closest("[role=tablist]");
  if (!list) return;
  const [inner, outer] = [tab, list].map((one) => one.getBoundingClientRect());
  list.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

/** The chosen tab's name. */
export function chosenTab() {
  return document.querySelector("[role=tab][aria-selected=true]")?.id.replace(/^tab-/, "");
}
