// The npm package as its user meets it: packed, installed into an empty project, run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, SENTENCE, TITLE, examples, node, pack, project, site } from "./project.mjs";

/** Bytes unpacked; the wasm is nearly all of it. */
const MOST_BYTES = 1_300_000;

/** @type {ReturnType<typeof pack>} */
let packed;
/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof site>>} */
let server;

before(async () => {
  packed = pack();
  folder = project(packed.tarball);
  server = await site();
});

after(() => server?.close());

test("the tarball holds what is needed and nothing else", () => {
  const modules = ["index", "load", "extract", "declutter", "source", "node", "workerd", "readability", "readability-node", "readability-workerd"];
  const types = ["index", "load", "extract", "declutter", "source", "readability", "offprint"];
  const wanted = [
    ...modules.map((name) => `${name}.js`),
    ...types.map((name) => `${name}.d.ts`),
    ...["offprint.js", "offprint_bg.wasm", "package.json", "README.md", "from-readability.md", "LICENSE-MIT", "LICENSE-APACHE"],
  ];
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), wanted.sort());
  assert.ok(packed.files.reduce((sum, { size }) => sum + size, 0) < MOST_BYTES);
});

const documents = { "npm/README.md": readFileSync(`${ROOT}/npm/README.md`, "utf8") };
for (const [name, markdown] of Object.entries(documents)) {
  const codes = examples(markdown);
  test(`${name} has examples`, () => assert.ok(codes.length >= 3));
  for (const [at, code] of codes.entries()) {
    test(`${name}: example ${at + 1} runs in Node`, async () => {
      writeFileSync(join(folder, `${at}.js`), code.replaceAll("https://news.example", server.origin));
      const said = await node(folder, `${at}.js`);
      assert.ok(said.includes(SENTENCE), said);
    });
  }
}

test("every form of a page gives the same articles", async () => {
  const code = `
    import assert from "node:assert/strict";
    import { readFileSync } from "node:fs";
    import load, { extract, version } from "offprint";
    await load();
    assert.equal(version(), ${JSON.stringify(JSON.parse(readFileSync(`${ROOT}/dist/npm/package.json`, "utf8")).version)});
    const now = 1_700_000_000, url = process.argv[2];
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    const html = new TextDecoder().decode(bytes);
    const forms = [response, bytes, html, new Blob([bytes]).stream(), { documentElement: { outerHTML: html }, URL: url, baseURI: url }];
    const found = [];
    for (const form of forms) found.push((await extract(form, { url, now })).articles);
    for (const articles of found) assert.deepEqual(articles, found[0]);
    assert.equal(found[0][0].title, ${JSON.stringify(TITLE)});
    assert.equal(found[0][0].url ?? url, url);
    const odd = new Response(new Uint8Array([...'<p>'].map((c) => c.charCodeAt(0)).concat(0xd6)), { headers: { "content-type": "text/html; charset=iso-8859-2" } });
    assert.equal((await extract(odd)).page.charset, "iso-8859-2");
    assert.equal((await extract("<meta charset=shift_jis><p>Ö")).page.charset, "utf-8");
    await assert.rejects(extract(7), { code: "bad-page" });
    await assert.rejects(extract("", { url: 7 }), { code: "bad-options" });`;
  writeFileSync(join(folder, "forms.js"), code);
  await node(folder, "forms.js", `${server.origin}/story`);
});

test("the page itself comes out in every form, without its clutter and else as it was", async () => {
  const code = `
    import assert from "node:assert/strict";
    import { Declutterer, declutter, declutterStream } from "offprint";
    const url = process.argv[2];
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    const html = new TextDecoder().decode(bytes);
    const forms = [response, bytes, html, new Blob([bytes]).stream(), { documentElement: { outerHTML: html }, URL: url, baseURI: url }];
    const found = [];
    for (const form of forms) found.push(await declutter(form, { url }).text());
    for (const clean of found) assert.equal(clean, found[0]);
    const clean = found[0];
    assert.ok(clean.startsWith("<!doctype html>") && clean.includes(${JSON.stringify(SENTENCE)}) && clean.includes("<nav"), clean);
    assert.ok(html.includes("SUMMER TYRES") && !clean.includes("SUMMER TYRES"));
    assert.ok(clean.includes('<section data-offprint="related"'));
    const byHand = new Declutterer({ url });
    const parts = [byHand.write(bytes), byHand.end()];
    assert.equal(new TextDecoder().decode(Buffer.concat(parts.map((part) => part.html))), clean);
    const edits = parts.flatMap((part) => part.edits);
    const cut = edits.find(({ kind, start, end }) => kind === "cut" && new TextDecoder().decode(bytes.subarray(start, end)).includes("SUMMER TYRES"));
    assert.deepEqual([cut.reason, typeof cut.rule], ["advertisement", "string"]);
    assert.throws(() => byHand.write(bytes), { code: "ended" });
    const streamed = await new Response(new Blob([bytes]).stream().pipeThrough(declutterStream({ url }))).text();
    assert.equal(streamed, clean);
    assert.throws(() => declutter(7), { code: "bad-page" });`;
  writeFileSync(join(folder, "clean.js"), code);
  await node(folder, "clean.js", `${server.origin}/story`);
});

test("a decluttered response keeps its own status, headers and charset, but for what speaks of its bytes", async () => {
  const code = `
    import assert from "node:assert/strict";
    import { declutter } from "offprint";
    // A letter that is no UTF-8, between an advert and the end.
    const page = Buffer.from('<p>Priv\\u00e9</p><div class="ad-slot-container"><img src=/buy.png></div>', "latin1");
    const policy = "default-src 'self'";
    const headers = { "content-type": "text/html; charset=iso-8859-1", "content-security-policy": policy, "content-length": String(page.length), etag: '"1"', "content-encoding": "gzip" };
    const clean = declutter(new Response(page, { status: 404, headers }));
    assert.deepEqual([clean.status, clean.headers.get("content-type"), clean.headers.get("content-security-policy")], [404, headers["content-type"], policy]);
    assert.deepEqual(["content-length", "etag", "content-encoding"].filter((name) => clean.headers.has(name)), []);
    assert.deepEqual(Buffer.from(await clean.arrayBuffer()), page.subarray(0, page.indexOf("<div")));
    // What is no page, or not the whole of one, passes.
    for (const init of [{ headers: { "content-type": "image/svg+xml" } }, { status: 206, headers: { "content-type": "text/html", "content-range": "bytes 0-9/99" } }]) {
      const passed = declutter(new Response(page, init));
      assert.deepEqual(Object.fromEntries(passed.headers), init.headers);
      assert.deepEqual(Buffer.from(await passed.arrayBuffer()), page);
    }
    assert.equal(declutter(new Response(null, { status: 304 })).status, 304);
    await assert.rejects(declutter("", { url: 7 }).text(), { code: "bad-options" });`;
  writeFileSync(join(folder, "headers.js"), code);
  await node(folder, "headers.js");
});

test("TypeScript knows what comes", () => {
  const code = `
    import load, { Declutterer, declutter, declutterStream, extract, readerStream, type Article, type Change, type Edit } from "offprint";
    import { Readability, type ReadabilityArticle } from "offprint/readability";
    await load(new Uint8Array());
    const { articles, removed } = await extract(new Response(""), { url: "https://news.example/" });
    const main: Article | undefined = articles[0];
    export const text: string | undefined = main?.text, rule: string | undefined = removed[0]?.rule;
    export const stream: ReadableStream<Change> = new Blob([]).stream().pipeThrough(readerStream());
    export const clean: Promise<string> = declutter("<p>", { url: "https://news.example/" }).text();
    export const page: ReadableStream<Uint8Array> = new Blob([]).stream().pipeThrough(declutterStream());
    export const why = (edit: Edit): string => (edit.kind === "cut" ? edit.rule : edit.kind);
    export const edits: string[] = new Declutterer().end().edits.map(why);
    export const article: ReadabilityArticle | null = new Readability(document).parse();
    // @ts-expect-error: a misspelt field
    export const wrong = main?.titel;`;
  writeFileSync(join(folder, "typed.mts"), code);
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", "", "--module", module, "--moduleResolution", resolution];
    execFileSync(`${ROOT}/node_modules/.bin/tsc`, [...options, "typed.mts"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  }
});

test("publint finds nothing", () => {
  execFileSync(`${ROOT}/node_modules/.bin/publint`, ["run", `${ROOT}/dist/npm`, "--strict", "--pack", "npm"], { encoding: "utf8", stdio: "pipe" });
});

test("the types resolve wherever ES modules do", () => {
  execFileSync(`${ROOT}/node_modules/.bin/attw`, [packed.tarball, "--profile", "esm-only", "--exclude-entrypoints", "./offprint_bg.wasm", "--no-emoji"], { encoding: "utf8", stdio: "pipe", env: { ...process.env, FORCE_COLOR: "0" } });
});
