/** The form an app opened: its blocks, its answers, its errors. */
import { block } from "./blocks.js";
import { valuesIn } from "./controls.js";
import { button, h } from "./dom.js";
import { showErrors } from "./inputs.js";
import { morph } from "./morph.js";
import { problems } from "./problems.js";
import { viewSurface } from "./surface.js";
import { plain } from "./texts.js";

const FIRST_FIELD = "[autofocus], .input input, .input textarea, .input select";

export function makeModal(actions) {
  const dialog = h("dialog", { class: "form", "aria-labelledby": "form-title" });
  const kept = new Map();
  let shown = null;
  let stamp = null;
  let sending = null;
  document.body.append(dialog);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    actions.closeView(shown.id);
  });
  // A browser may close a dialog by itself when Escape is pressed twice.
  dialog.addEventListener("close", () => shown && actions.closeView(shown.id));

  async function submit(view, reader) {
    const answers = valuesIn(dialog);
    const found = problems(view.blocks, answers, reader.words);
    if (Object.keys(found).length) return showErrors(dialog, found);
    const answer = await actions.submit(view.id, answers);
    if (!answer.ok) failed(answer, reader);
  }

  /** A second submission while the first is under way does nothing. */
  function submitOnce(view, reader) {
    sending ??= submit(view, reader).finally(() => (sending = null));
  }

  function failed({ errors }, reader) {
    showErrors(dialog, errors ?? {});
    dialog.querySelector(".trouble").textContent = errors ? "" : reader.words.formTrouble;
  }

  function form(view, reader) {
    const before = (blockId, actionId) => kept.get(view.id)?.[blockId]?.[actionId];
    const surface = viewSurface(view, dialog, before, { reader, actions });
    const onsubmit = (event) => {
      event.preventDefault();
      submitOnce(view, reader);
    };
    return h(
      "form",
      { key: view.id, novalidate: true, onsubmit, onkeydown: submitOnControlEnter },
      h("header", {}, h("h2", { id: "form-title" }, plain(view.title))),
      h("div", { class: "fields-of-form" }, view.blocks.map((each) => block(each, surface))),
      h("p", { class: "trouble", role: "alert" }),
      footer(view, reader, actions),
    );
  }

  /** The same view stays in place with what was typed; another takes its place. */
  function redraw(view, reader) {
    if (shown) kept.set(shown.id, valuesIn(dialog));
    const another = shown?.id !== view.id;
    const focused = dialog.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    const fresh = form(view, reader);
    if (dialog.firstChild) morph(dialog.firstChild, fresh);
    else dialog.append(fresh);
    shown = view;
    if (!dialog.open) dialog.showModal();
    if (!another && dialog.contains(document.activeElement)) return;
    dialog.querySelector(!another && focused ? `[data-focus="${CSS.escape(focused)}"]` : FIRST_FIELD)?.focus();
  }

  function close() {
    kept.clear();
    shown = null;
    stamp = null;
    dialog.close();
    dialog.replaceChildren();
  }

  return function draw(state, reader) {
    if (!state.view) return shown && close();
    const { id, title, submit: send, close: leave, blocks } = state.view;
    const wanted = JSON.stringify([id, title, send, leave, blocks, reader.stamp]);
    if (wanted !== stamp) redraw(state.view, reader);
    stamp = wanted;
  };
}

function footer(view, reader, actions) {
  const { words } = reader;
  const submits = view.submit || view.blocks.some((each) => each.type === "input");
  const label = view.close ? plain(view.close) : submits ? words.cancel : words.close;
  const submit = view.submit ? plain(view.submit) : words.submit;
  return h(
    "footer",
    {},
    button({ class: "button", onclick: () => actions.closeView(view.id) }, label),
    submits && h("button", { type: "submit", class: "button primary" }, submit),
  );
}

function submitOnControlEnter(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
