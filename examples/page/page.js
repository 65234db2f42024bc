// Shows the main article of a file that the person picks.
import { extract } from "offprint";

const input = document.querySelector("input");
const main = document.querySelector("main");

input?.addEventListener("change", async () => {
  const file = input.files?.[0];
  if (!file || !main) return;
  const { articles } = await extract(file.stream());
  const [{ title, html } = { title: null, html: "" }] = articles;
  const heading = document.createElement("h1");
  heading.textContent = title ?? file.name;
  const text = new DOMParser().parseFromString(html, "text/html").body;
  main.replaceChildren(heading, ...text.childNodes);
});
