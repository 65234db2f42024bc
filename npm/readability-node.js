// Readability's face in Node, Bun and Deno.
import "./node.js";

export * from "./readability.js";
export { default } from "./readability.js";
