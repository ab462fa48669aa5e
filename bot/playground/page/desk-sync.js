/** Keeps the side of the page equal to the server; the wire only while somebody looks at it. */
import { readDesk, readWire } from "./api.js";
import { coalesced } from "./sync.js";

/** Pixels from which on the side stands beside the channel; until then it covers some of it. */
const ROOM_FOR_BOTH = 1200;

export const coversChannel = () => innerWidth < ROOM_FOR_BOTH;

const opensAtFirst = ({ tour }) => (coversChannel() ? tour.some((step) => !step.done) : tour.length > 0);

export function followDesk(store) {
  const { state } = store;

  const desk = coalesced(async () => {
    const read = await readDesk();
    store.set({ desk: read, deskOpen: state.deskOpen ?? opensAtFirst(read) });
  });

  const wire = coalesced(async () => {
    if (state.deskOpen && state.deskTab === "wire") store.set({ wire: (await readWire()).entries });
  });

  return { heard: { desk, wire }, all: () => Promise.all([desk(), wire()]) };
}
