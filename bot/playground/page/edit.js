/** Changing what one has said. */
import { button, h } from "./dom.js";

let edits = 0;

/** Resolves to the new text; null when the person left it as it is. */
export function askText(given, reader) {
  const { words } = reader;
  const title = `edit-${++edits}`;
  const close = (answer) => () => dialog.close(answer);
  const box = h("textarea", { rows: 5, "aria-labelledby": title }, asTyped(given.text ?? "", reader));
  const dialog = h(
    "dialog",
    { class: "form confirm", "aria-labelledby": title },
    h("header", {}, h("h2", { id: title }, words.editMessage)),
    h("div", { class: "fields-of-form" }, h("div", { class: "input" }, box)),
    h(
      "footer",
      {},
      button({ class: "button", onclick: close("no") }, words.cancel),
      button({ class: "button primary", onclick: close("yes") }, words.save),
    ),
  );
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" && box.value.trim() ? box.value.trim() : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    box.focus();
  });
}

/** Slack's entities as people type them. */
const asTyped = (text, reader) =>
  text
    .replace(/<@(\w+)[^<>]*>/g, (_, id) => `@${reader.person(id)?.name ?? id}`)
    .replace(/<#\w+\|([^<>]*)>/g, "#$1")
    .replace(/<!(\w+)[^<>]*>/g, "@$1")
    .replace(/<([^<>|]+)[^<>]*>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
