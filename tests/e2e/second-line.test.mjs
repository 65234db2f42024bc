// The extension does not trust the core: should markup that it never writes come from there, the reader makes nothing of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./with-browser.mjs";

const world = withBrowser();

const MARK = "window.ran = true";

/** What a core that was taken over might write. */
const HOSTILE = [
  `<script>${MARK}</script>`,
  `<img src="x" onerror="${MARK}"><img src="https://a.example/x.png" onload="${MARK}" onerror="${MARK}">`,
  `<p onclick="${MARK}" onpointerover="${MARK}" style="position:fixed;inset:0">A</p>`,
  `<a href="javascript:${MARK}">A</a><a href=" java\tscript:${MARK}">A</a><a href="data:text/html,<script>${MARK}</script>">A</a><a href="vbscript:x">A</a>`,
  `<iframe srcdoc="<script>parent.ran = true</script>"></iframe><object data="data:text/html,x"></object><embed src="https://a.example/x">`,
  `<svg onload="${MARK}"><script>${MARK}</script><a xlink:href="javascript:${MARK}"><text>A</text></a></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${MARK}&gt;">`,
  `<math href="javascript:${MARK}" onclick="${MARK}" style="position:fixed"><mi href="javascript:${MARK}" id="x">A</mi><annotation-xml encoding="text/html"><img src="x" onerror="${MARK}"><b>A</b></annotation-xml><maction><mtext><b>A</b><a href="javascript:${MARK}">A</a></mtext></maction></math>`,
  `<form action="javascript:${MARK}"><button formaction="javascript:${MARK}">A</button><input autofocus onfocus="${MARK}"></form>`,
  `<template><img src="x" onerror="${MARK}"></template><noscript><p title="</noscript><img src=x onerror=${MARK}>">`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">`,
  `<details open ontoggle="${MARK}"><summary>A</summary></details><video src="x" onerror="${MARK}"></video><style>@import "https://evil.example/x.css"</style>`,
  `<p id="close">A</p><p id="offprint-a" name="x" class="stage" data-offprint="reader">A</p><img src="data:image/svg+xml,<svg onload='${MARK}'/>">`,
];

test("markup that the core never writes is left out, its text stays, and nothing of it runs", async () => {
  const frame = await world.read("/plain");
  const made = await frame.evaluate(async (hostile) => {
    const address = "/view/markup.js";
    const { build } = await import(address);
    const box = document.createElement("div");
    for (const html of hostile) box.append(build(html));
    document.querySelector("main")?.append(box);
    for (const one of box.querySelectorAll("*")) if (one instanceof HTMLElement) one.dispatchEvent(new MouseEvent("pointerover", { bubbles: true }));
    for (const one of box.querySelectorAll("a")) {
      one.target = "_self";
      one.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    const all = [...box.querySelectorAll("*")];
    return { ran: /** @type {any} */ (window).ran, names: all.map((one) => one.localName), attributes: all.flatMap((one) => one.getAttributeNames().map((name) => `${name}=${one.getAttribute(name)}`)), text: box.textContent ?? "" };
  }, HOSTILE);
  assert.equal(made.ran, undefined);
  assert.deepEqual(made.names.filter((name) => !["p", "a", "img", "details", "summary", "table", "math", "mi", "mtext"].includes(name)), []);
  for (const one of made.attributes) assert.match(one, /^(src=https:|loading=lazy$|decoding=async$|referrerpolicy=no-referrer$|id=offprint-|target=_self$|rel=noopener noreferrer$|title=|alt=|hidden=|open=$)/);
  assert.ok(made.text.includes("A"));
  assert.ok(world.page.frames().includes(frame), "it is still the reader");
});

const DIRECTIVES = ["script-src-elem", "script-src-attr", "script-src", "style-src-attr", "style-src-elem", "frame-src", "object-src", "base-uri", "media-src", "form-action"];

test("the reader's own policy lets no script, style, frame, form or plug-in in, whoever puts it there", async () => {
  const frame = await world.read("/plain");
  const refused = await frame.evaluate(async (mark, directives) => {
    /** @type {Set<string>} */
    const seen = new Set();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.add(effectiveDirective));
    /** @param {string} name @param {Record<string, string>} attributes @param {string} [text] */
    const put = (name, attributes, text = "") => {
      const one = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
      one.textContent = text;
      document.body.append(one);
      return one;
    };
    put("script", {}, mark);
    put("script", { src: "https://a.example/x.js" });
    put("p", { onclick: mark }).click();
    put("p", { style: "color: red" });
    put("link", { rel: "stylesheet", href: "https://a.example/x.css" });
    put("iframe", { src: "https://a.example/" });
    put("object", { data: "https://a.example/" });
    put("base", { href: "https://a.example/" });
    put("video", { src: "https://a.example/x.mp4" });
    const form = put("form", { action: "https://a.example/" });
    if (form instanceof HTMLFormElement) form.submit();
    // Not at once: what a test itself runs may evaluate.
    setTimeout(() => new Function(mark)());
    new FontFace("x", "url(https://a.example/x.woff2)").load().catch(() => {});
    const wait = () => new Promise((resolve) => setTimeout(resolve, 500));
    await wait();
    // What is refused is told when the browser comes to it.
    for (let more = 0; more < 20 && !directives.every((one) => seen.has(one)); more += 1) await wait();
    return { ran: /** @type {any} */ (window).ran, seen: [...seen].sort() };
  }, MARK, DIRECTIVES);
  assert.equal(refused.ran, undefined);
  for (const directive of DIRECTIVES) {
    assert.ok(refused.seen.includes(directive), `${directive} among ${refused.seen}`);
  }
});
