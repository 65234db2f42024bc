// The npm package as its user meets it: packed, installed into an empty project, run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, SENTENCE, TITLE, examples, node, pack, project, remove, site } from "./project.mjs";

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

after(() => {
  server?.close();
  remove(folder);
});

test("the tarball holds what is needed and nothing else", () => {
  const modules = ["index", "load", "extract", "node", "workerd", "readability", "readability-node", "readability-workerd"];
  const types = ["index", "load", "extract", "readability", "offprint"];
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

test("TypeScript knows what comes", () => {
  const code = `
    import load, { extract, readerStream, type Article, type Change } from "offprint";
    import { Readability, type ReadabilityArticle } from "offprint/readability";
    await load(new Uint8Array());
    const { articles, removed } = await extract(new Response(""), { url: "https://news.example/" });
    const main: Article | undefined = articles[0];
    export const text: string | undefined = main?.text, rule: string | undefined = removed[0]?.rule;
    export const stream: ReadableStream<Change> = new Blob([]).stream().pipeThrough(readerStream());
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
