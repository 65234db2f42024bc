// The room of what was taken back while a person reads beside it: the text must not move under the eye.
import { element } from "./element.js";

/** Whether any of it is in the window. @param {Element} one */
export function isInSight(one) {
  const { top, bottom, height } = one.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < window.innerHeight;
}

/**
 * Puts an empty box into the place of an element, as high as what follows needs to stay where it is, until it is out of sight.
 * Above the window nothing moves when it goes: browsers hold on to what is in sight.
 * @param {HTMLElement} hole @param {(gap: HTMLElement) => void} close
 */
export function keepOpen(hole, close) {
  const gap = element(hole.localName === "li" ? "li" : "div", { class: "gap", "aria-hidden": "true" });
  const { nextElementSibling: behind, parentElement: around } = hole;
  const end = () => behind?.getBoundingClientRect().top ?? around?.getBoundingClientRect().bottom ?? 0;
  const [before, { height }] = [end(), hole.getBoundingClientRect()];
  hole.replaceWith(gap);
  gap.style.height = `${height}px`;
  // Its margins are not those of what it stands for.
  gap.style.height = `${height + before - end()}px`;
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting) return;
    observer.disconnect();
    close(gap);
  });
  observer.observe(gap);
}
