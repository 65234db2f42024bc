// Readability's face in edge workers.
import "./workerd.js";

export * from "./readability.js";
export { default } from "./readability.js";
