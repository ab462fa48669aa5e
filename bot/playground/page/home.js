/** The app's home tab, as it was published for this person. */
import { block } from "./blocks.js";
import { valuesIn } from "./controls.js";
import { h, redraw, update } from "./dom.js";
import { viewSurface } from "./surface.js";

export function drawHome(root, state, reader, actions) {
  const { home } = state;
  root.setAttribute("aria-label", reader.words.home);
  redraw(root, JSON.stringify([home?.id, home?.blocks, reader.stamp]), () => {
    const values = valuesIn(root);
    const kept = (blockId, actionId) => values[blockId]?.[actionId];
    const surface = home && viewSurface(home, root, kept, { reader, actions });
    const nothing = h("p", { class: "quiet-note" }, reader.words.nothingPublished);
    update(root, home ? h("div", { class: "content" }, home.blocks.map((each) => block(each, surface))) : nothing);
  });
}
