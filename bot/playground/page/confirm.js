/** The "are you sure" an app puts before one of its elements. */
import { button, h } from "./dom.js";
import { plain, textOf } from "./texts.js";

let asked = 0;

/** Resolves to whether the person agreed; Escape is a no. */
export function askConfirm(confirm, reader) {
  const title = `confirm-${++asked}`;
  const style = confirm.style === "danger" ? "danger" : "primary";
  const close = (answer) => () => dialog.close(answer);
  const dialog = h(
    "dialog",
    { class: "form confirm", "aria-labelledby": title },
    h("header", {}, h("h2", { id: title }, plain(confirm.title))),
    h("div", { class: "fields-of-form mrkdwn" }, textOf(confirm.text, reader)),
    h(
      "footer",
      {},
      button({ class: "button", onclick: close("no") }, label(confirm.deny, reader.words.confirmNo)),
      button({ class: `button ${style}`, onclick: close("yes") }, label(confirm.confirm, reader.words.confirmYes)),
    ),
  );
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const label = (text, otherwise) => (text ? plain(text) : otherwise);
