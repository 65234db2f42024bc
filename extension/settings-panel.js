// The panel of text and colours; each change is seen at once.
import { ALIGNMENTS, BANDS, DEFAULTS, FONTS, IMAGES, LAYOUTS, SCALES, SCALE_NAMES, THEMES, keepChoices, moreContrast, onChoices, showChoices, stepOf } from "./settings.js";
import { element, onTrusted, part } from "./view/element.js";

/** @typedef {import("./settings.js").Choices} Choices @typedef {import("./settings.js").ScaleName} ScaleName @typedef {import("./view/speech.js").Speech} Speech */

/** @param {Choices} choices as they are at the start @param {Speech} speech */
export function setUpSettings(choices, speech) {
  const panel = part("settings", HTMLElement);
  const percent = new Intl.NumberFormat(speech.locale, { style: "percent" });
  const output = element("output", { for: "smaller larger" });
  let current = choices;
  /** What was chosen here, and the browser has yet to tell back: by then the person may have chosen more. @type {string[]} */
  const own = [];

  const draw = () => {
    showChoices(current);
    output.value = percent.format(current.size / 100);
    for (const input of panel.querySelectorAll("input")) {
      const name = /** @type {keyof Choices} */ (input.name);
      if (input.type === "radio") input.checked = input.value === current[name];
      else input.value = String(/** @type {readonly number[]} */ (SCALES[/** @type {ScaleName} */ (name)].steps).indexOf(current[/** @type {ScaleName} */ (name)]));
    }
  };
  /** @param {Partial<Choices>} change */
  const choose = (change) => {
    const before = JSON.stringify(current);
    current = { ...current, ...change };
    // Of what changes nothing the browser says nothing.
    if (JSON.stringify(current) === before) return;
    draw();
    own.push(JSON.stringify(current));
    void keepChoices(current);
  };

  const reset = element("button", { type: "button", class: "reset" }, speech.say("reset"));
  panel.append(
    size(output, speech, (step) => choose({ size: stepOf("size", current.size, step) })),
    options("theme", THEMES, speech),
    options("font", FONTS, speech),
    element("div", { class: "scales" }, ...SCALE_NAMES.filter((name) => name !== "size").map((name) => slider(name, speech))),
    options("align", ALIGNMENTS, speech),
    options("layout", LAYOUTS, speech),
    options("images", IMAGES, speech),
    options("band", BANDS, speech),
    reset,
  );
  if (panel.popover) panel.append(allSettings(speech));
  onTrusted(reset, "click", () => choose(DEFAULTS));
  onTrusted(panel, "input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value } = target;
    if (target.type === "radio") choose({ [name]: value });
    else choose({ [name]: SCALES[/** @type {ScaleName} */ (name)].steps[Number(value)] });
  });
  onChoices((elsewhere) => {
    const told = own.indexOf(JSON.stringify(elsewhere));
    if (told >= 0) return void own.splice(0, told + 1);
    current = elsewhere;
    draw();
  });
  moreContrast().addEventListener("change", draw);
  draw();
}

/** Opened by the background: Firefox lets a frame in a page open nothing. @param {Speech} speech */
function allSettings({ say }) {
  const button = element("button", { type: "button", class: "reset", id: "all-settings" }, say("allSettings"));
  onTrusted(button, "click", () => void chrome.runtime.sendMessage({ type: "options" }));
  return button;
}

/** @param {HTMLOutputElement} output @param {Speech} speech @param {(step: 1 | -1) => void} act */
function size(output, speech, act) {
  /** @param {string} id @param {1 | -1} step */
  const button = (id, step) => {
    const made = element("button", { type: "button", id, "aria-label": speech.say(id), title: speech.say(id) }, element("span", { "aria-hidden": "true", class: id }, "A"));
    onTrusted(made, "click", () => act(step));
    return made;
  };
  return element("div", { class: "size", role: "group", "aria-label": speech.say("size") }, button("smaller", -1), output, button("larger", 1));
}

/** @param {"theme" | "font" | "align" | "layout" | "images" | "band"} name @param {readonly string[]} values @param {Speech} speech */
function options(name, values, { say }) {
  return element(
    "fieldset",
    { class: `options ${name}${name.endsWith("s") ? "" : "s"}` },
    element("legend", {}, say(name)),
    ...values.map((value) => element("label", { [`data-${name}`]: value }, element("input", { type: "radio", name, value }), element("span", {}, say(`${name}_${value}`)))),
  );
}

/** @param {ScaleName} name @param {Speech} speech */
function slider(name, { say }) {
  const input = element("input", { type: "range", name, min: "0", max: String(SCALES[name].steps.length - 1), step: "1" });
  return element("label", { class: "scale" }, element("span", {}, say(name)), input);
}
