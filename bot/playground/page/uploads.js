/** The field for files: each is sent to the server as soon as it is chosen. */
import { upload } from "./api.js";
import { button, h } from "./dom.js";

const MOST = 10;

export function fileInput(element, { reader, name, kept, changed }) {
  const most = element.max_files ?? MOST;
  let files = kept?.files ?? [];
  const accept = element.filetypes?.map((type) => `.${type}`).join(",");
  const input = h("input", { type: "file", multiple: most > 1, accept, "aria-label": name, onchange: send });
  const list = h("ul", { class: "files" });
  const node = h("div", { class: "uploads", live: true }, input, list);
  show();

  async function send() {
    const sent = await Promise.all([...input.files].map((file) => upload(reader.me.id, file)));
    input.value = "";
    keep([...files, ...sent.filter(({ ok }) => ok).map(({ file }) => file)].slice(-most));
  }

  function keep(wanted) {
    files = wanted;
    show();
    changed(node);
  }

  function show() {
    list.replaceChildren(...files.map(row));
  }

  function row(file) {
    const drop = () => keep(files.filter((each) => each !== file));
    return h("li", {}, file.name, " ", button({ "aria-label": reader.words.takeAway(file.name), onclick: drop }, "✕"));
  }

  return { node, read: () => ({ files: files.map(({ id, name: title }) => ({ id, name: title })) }) };
}
