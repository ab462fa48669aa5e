/**
 * Where blocks stand: {reader, form, press(block_id, element, state), suggest(block_id, action_id, typed),
 * kept(block_id, action_id)}. `form` says that fields are told apart by their block_id, as in views.
 */
import { valuesIn } from "./controls.js";

/** `row()` is the node the message is drawn in. */
export function messageSurface(given, row, { reader, actions }) {
  const place = { channel: reader.here, ts: given.ts };
  return {
    reader,
    form: false,
    press: (blockId, element, state) => actions.press({ ...place, values: valuesIn(row()) }, blockId, element, state),
    suggest: (blockId, actionId, typed) => actions.suggest({ ...place, block_id: blockId, action_id: actionId, typed }),
    kept: () => null,
  };
}

/** `root` is the node the view is drawn in, `kept(block_id, action_id)` the state before it was drawn anew. */
export function viewSurface(view, root, kept, { reader, actions }) {
  const place = () => ({ view_id: view.id, values: valuesIn(root) });
  return {
    reader,
    form: true,
    press: (blockId, element, state) => actions.press(place(), blockId, element, state),
    suggest: (blockId, actionId, typed) =>
      actions.suggest({ view_id: view.id, block_id: blockId, action_id: actionId, typed }),
    kept,
  };
}
