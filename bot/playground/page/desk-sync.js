/** Keeps the side of the page equal to the server; the wire only while somebody looks at it. */
import { readDesk, readWire } from "./api.js";
import { coalesced } from "./sync.js";

/** Pixels from which on the side stands beside the channel; then a tour is open from the start. */
const ROOM_FOR_BOTH = 1200;

export function followDesk(store) {
  const { state } = store;

  const desk = coalesced(async () => {
    const read = await readDesk();
    const open = state.deskOpen ?? (read.tour.length > 0 && innerWidth >= ROOM_FOR_BOTH);
    store.set({ desk: read, deskOpen: open });
  });

  const wire = coalesced(async () => {
    if (state.deskOpen && state.deskTab === "wire") store.set({ wire: (await readWire()).entries });
  });

  return { heard: { desk, wire }, all: () => Promise.all([desk(), wire()]) };
}
