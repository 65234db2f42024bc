// A copy of the extension whose wasm has little memory: what happens where a page needs more is real, a trap.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "../../xtask/browser/scratch.mjs";

const WASM = "offprint/offprint_bg.wasm";
/** By the binary format of WebAssembly: magic and version, then sections of a number, a length and so many bytes. */
const HEADER_BYTES = 8;
const MEMORY_SECTION = 5;
const WITH_MAXIMUM = 1;
const PAGE_BYTES = 65536;

/** @param {string} extension its folder @param {number} bytes that the memory may grow by @returns {string} the copy's folder */
export function withSmallMemory(extension, bytes) {
  const copy = copyOf(extension);
  writeFileSync(join(copy, WASM), limited(readFileSync(join(copy, WASM)), Math.ceil(bytes / PAGE_BYTES)));
  return copy;
}

/** @param {Buffer} wasm @param {number} pages */
function limited(wasm, pages) {
  for (let at = HEADER_BYTES; at < wasm.length; ) {
    const { value: length, end: start } = number(wasm, at + 1);
    if (wasm[at] === MEMORY_SECTION) {
      // One memory: its flags, and its pages at the start.
      const { value: initial } = number(wasm, start + 2);
      const content = [1, WITH_MAXIMUM, ...leb(initial), ...leb(initial + pages)];
      return Buffer.concat([wasm.subarray(0, at), Buffer.from([MEMORY_SECTION, ...leb(content.length), ...content]), wasm.subarray(start + length)]);
    }
    at = start + length;
  }
  throw new Error("the wasm has no memory of its own");
}

/** An unsigned number in LEB128. @param {Buffer} bytes @param {number} at */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) return { value, end: at + 1 };
  }
}

/** @param {number} value @returns {number[]} */
const leb = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >> 7)]);
