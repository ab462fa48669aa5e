/** Changing one's own words. */
import { button, h } from "./dom.js";
import { unescaped } from "./mrkdwn.js";

/** Resolves to the new text, or to null when nothing shall change. */
export function askText(given, reader) {
  const { words } = reader;
  const box = h("textarea", { rows: 5, "aria-label": words.messageText });
  box.value = typedAgain(given.text, reader);
  const done = (answer) => () => dialog.close(answer);
  const dialog = h(
    "dialog",
    { class: "form", "aria-labelledby": "edit-title", onkeydown: saveOnEnter },
    h("header", {}, h("h2", { id: "edit-title" }, words.editMessage)),
    h("div", { class: "fields-of-form input" }, box),
    h(
      "footer",
      {},
      button({ class: "button", onclick: done("no") }, words.cancel),
      button({ class: "button primary", onclick: done("yes") }, words.save),
    ),
  );

  function saveOnEnter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target !== box) return;
    event.preventDefault();
    dialog.close("yes");
  }

  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" && box.value.trim() ? box.value.trim() : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    box.setSelectionRange(box.value.length, box.value.length);
  });
}

/** A message's text as a person would type it: names instead of ids. */
function typedAgain(text, reader) {
  const entity = (whole, sign, target, label) => {
    if (sign === "@") return `@${reader.person(target)?.name ?? label ?? target}`;
    if (sign === "#") return `#${reader.channel(target)?.name ?? label ?? target}`;
    if (sign === "!") return `@${target}`;
    return target;
  };
  return unescaped(text.replace(/<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g, entity));
}
