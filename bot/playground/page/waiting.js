/** What is shown until the workspace is prepared; then the page takes its place. */
import { readPreparing } from "./api.js";
import { wordsFor } from "./words.js";

const PAUSE = 300;

const lang = new URLSearchParams(location.search).get("lang") ?? navigator.language;
const words = wordsFor(lang);
const text = document.getElementById("text");
const bar = document.getElementById("bar");
document.documentElement.lang = lang;
bar.setAttribute("aria-label", words.preparing);

async function waiting() {
  const { preparing } = await readPreparing();
  if (preparing?.done) Object.assign(bar, { max: preparing.all, value: preparing.done });
  text.textContent = words.preparing;
  return Boolean(preparing);
}

function lost(problem) {
  console.warn(problem);
  text.textContent = words.lostTouch;
  return true;
}

while (await waiting().catch(lost)) await new Promise((resolve) => setTimeout(resolve, PAUSE));
location.reload();
