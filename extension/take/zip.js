// Writes a zip. Own code because the libraries that need no bundler leave sizes and checksums to a trailer, which some book
// readers refuse for the stored `mimetype` that an EPUB must begin with. Form: PKWARE APPNOTE 6.3.10, without its extras.

/** One file of the zip; `isStored` where it is packed already, or must not be. @typedef {{ name: string, data: Uint8Array<ArrayBuffer>, isStored?: boolean }} Entry */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2.0: the first that knows deflate. */
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
/** The first moment that a zip can name, 1980-01-01: the bytes depend on the files alone. */
const DATE = 0x0021;

/** The reversed polynomial of ISO 3309, which zip's checksum is made with. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** @param {Uint8Array} data */
export function checksum(data) {
  let rest = 0xffffffff;
  for (const byte of data) rest = TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/** Packs files in their order. @param {Entry[]} entries @param {string} type of the whole */
export async function zip(entries, type) {
  /** @type {BlobPart[]} */
  const files = [];
  /** @type {BlobPart[]} */
  const directory = [];
  let [at, length] = [0, 0];
  for (const { name, data, isStored } of entries) {
    const bytes = new TextEncoder().encode(name);
    const packed = isStored ? data : await deflate(data);
    const facts = [VERSION, UTF8, isStored ? 0 : DEFLATED, 0, DATE];
    const sizes = [checksum(data), packed.length, data.length];
    const local = fields([LOCAL], facts, sizes, [bytes.length, 0]);
    const central = fields([CENTRAL], [VERSION, ...facts], sizes, [bytes.length, 0, 0, 0, 0], [0, at]);
    files.push(local, bytes, packed);
    directory.push(central, bytes);
    at += local.length + bytes.length + packed.length;
    length += central.length + bytes.length;
  }
  const end = fields([END], [0, 0, entries.length, entries.length], [length, at], [0]);
  return new Blob([...files, ...directory, end], { type });
}

/** Numbers in little-endian: groups of four bytes each and of two bytes each, in turn. @param {number[][]} groups */
function fields(...groups) {
  const widths = groups.map((_, index) => (index % 2 === 0 ? 4 : 2));
  const view = new DataView(new ArrayBuffer(groups.reduce((sum, group, index) => sum + group.length * widths[index], 0)));
  let at = 0;
  for (const [index, group] of groups.entries()) {
    for (const number of group) {
      if (widths[index] === 4) view.setUint32(at, number, true);
      else view.setUint16(at, number, true);
      at += widths[index];
    }
  }
  return new Uint8Array(view.buffer);
}

/** @param {Uint8Array<ArrayBuffer>} data */
async function deflate(data) {
  const packed = new Blob([data]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
