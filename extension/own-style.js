// A style sheet of the person's own, for the reader. It can colour and move what is there, and load nothing: a sheet that someone
// else wrote must not tell them what is read.

/** Rules that only say how something looks; others (fonts, further sheets, functions) may bring in what is not there. */
const HARMLESS = new Set(
  "Style Media Supports Container Scope StartingStyle LayerBlock LayerStatement Keyframes Page".split(" ").map((kind) => `CSS${kind}Rule`).concat("CSSNestedDeclarations"),
);
/**
 * CSS's ways to an address: `url()`, `src()`, and those that take a picture's address as words. A custom property is not parsed,
 * so that an escape in it may spell any of them.
 */
const LOADS = /\b(?:url|src|image|image-set|type)\(|\\/i;

/** After the reader's own, so that it wins. What is no CSS in it counts for nothing. @param {string} style */
export function showStyle(style) {
  document.adoptedStyleSheets = [sheetOf(style).sheet];
}

/**
 * The style sheet, without the rules that would load something.
 * @param {string} style @returns {{ sheet: CSSStyleSheet, left: number }} and how many were left out
 */
export function sheetOf(style) {
  const sheet = new CSSStyleSheet();
  // A sheet made so knows no `@import`.
  sheet.replaceSync(style);
  return { sheet, left: leaveOut(sheet) };
}

/** @param {CSSStyleSheet | CSSGroupingRule | CSSStyleRule} group @returns {number} how many rules went */
function leaveOut(group) {
  let left = 0;
  for (let at = group.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = group.cssRules[at];
    if (isHarmless(rule)) {
      if (hasRules(rule)) left += leaveOut(rule);
      continue;
    }
    group.deleteRule(at);
    left += 1;
  }
  return left;
}

/** Of its own declarations: the rules within are judged one by one. @param {CSSRule} rule */
function isHarmless(rule) {
  if (!HARMLESS.has(Object.prototype.toString.call(rule).slice("[object ".length, -1))) return false;
  if ("style" in rule) return !LOADS.test(/** @type {CSSStyleRule} */ (rule).style.cssText);
  return hasRules(rule) || !LOADS.test(rule.cssText);
}

/** @param {CSSRule} rule @returns {rule is CSSGroupingRule | CSSStyleRule} */
const hasRules = (rule) => rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule;
