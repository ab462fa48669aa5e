/** The form an app opened: its blocks, its answers, its errors. */
import { block } from "./blocks.js";
import { button, h } from "./dom.js";
import { missing, showErrors } from "./inputs.js";
import { plain } from "./texts.js";

const FIRST_FIELD = "[autofocus], .input input, .input textarea, .input select";

export function makeModal(actions) {
  const dialog = h("dialog", { class: "form", "aria-labelledby": "form-title" });
  const kept = new Map();
  let shown = null;
  let stamp = null;
  let fields = [];
  document.body.append(dialog);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    actions.closeView(shown.id);
  });
  // A browser may close a dialog by itself when Escape is pressed twice.
  dialog.addEventListener("close", () => shown && actions.closeView(shown.id));

  function values() {
    const read = {};
    for (const { blockId, actionId, read: state } of fields) (read[blockId] ??= {})[actionId] = state();
    return read;
  }

  function surfaceOf(view, reader) {
    const place = () => ({ view_id: view.id, values: values() });
    return {
      reader,
      press: (blockId, element, pressed) => actions.press(place(), blockId, element, pressed),
      kept: (blockId, actionId) => kept.get(view.id)?.[blockId]?.[actionId],
      register: (field) => fields.push(field),
    };
  }

  async function submit(view, reader) {
    const answers = values();
    const empty = missing(view.blocks, answers, reader.words);
    if (Object.keys(empty).length) return showErrors(dialog, empty);
    const answer = await actions.submit(view.id, answers);
    if (!answer.ok) failed(answer, reader);
  }

  function failed({ errors }, reader) {
    showErrors(dialog, errors ?? {});
    dialog.querySelector(".trouble").textContent = errors ? "" : reader.words.formTrouble;
  }

  function form(view, reader) {
    const surface = surfaceOf(view, reader);
    const submitOnce = exclusive(() => submit(view, reader));
    const onsubmit = (event) => {
      event.preventDefault();
      submitOnce();
    };
    return h(
      "form",
      { novalidate: true, onsubmit, onkeydown: submitOnControlEnter },
      h("header", {}, h("h2", { id: "form-title" }, plain(view.title))),
      h("div", { class: "fields-of-form" }, view.blocks.map((each) => block(each, surface))),
      h("p", { class: "trouble", role: "alert" }),
      footer(view, reader, actions),
    );
  }

  function redraw(view, reader) {
    if (shown) kept.set(shown.id, values());
    fields = [];
    const focused = dialog.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    dialog.replaceChildren(form(view, reader));
    shown = view;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector(focused ? `[data-focus="${CSS.escape(focused)}"]` : FIRST_FIELD)?.focus();
  }

  function close() {
    kept.clear();
    shown = null;
    stamp = null;
    fields = [];
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

/** A second call while the first is under way does nothing: a form is submitted once. */
function exclusive(task) {
  let running = null;
  return () => (running ??= task().finally(() => (running = null)));
}
