/**
 * A long list in a scrolling box: only the rows near what is seen are drawn, two gaps stand for the others.
 * A short list is drawn whole. The row somebody reads stays where it is, whatever comes, changes or goes.
 */
import { h, keyed } from "./dom.js";

/** So many rows are always drawn, so that the browser's own search finds them. */
const WHOLE = 150;
/** Heights in pixels: of what is drawn beyond the view each way, of what must be left there, of a row unseen. */
const BEYOND = 900;
const NEAR = 300;
const GUESS = 64;
const END = 60;
/** Rows may be smaller than thought; then more are drawn, but not for ever. */
const TRIES = 4;

/** `dress(entry)` makes {key, stamp, make} of an entry, which has a `key`. */
export function makeRoll(box) {
  const [above, below] = [h("div"), h("div")];
  const list = h("ol", { role: "list" });
  const heights = new Map();
  let entries = [];
  let dress = null;
  let [first, last] = [0, 0];
  let atEnd = true;
  let width = 0;
  box.append(above, list, below);
  box.addEventListener("scroll", () => requestAnimationFrame(scrolled), { passive: true });
  new ResizeObserver(resized).observe(box);

  const heightOf = ({ key }) => heights.get(key) ?? GUESS;
  const sum = (from, to) => entries.slice(from, to).reduce((all, entry) => all + heightOf(entry), 0);

  /** Draws the rows about this one, of which the first reaches the top of the view. */
  function draw(index) {
    const whole = entries.length <= WHOLE;
    [first, last] = whole ? [0, entries.length] : [up(index, BEYOND), down(index, box.clientHeight + BEYOND)];
    keyed(list, entries.slice(first, last).map(dress));
    measure();
    above.style.height = `${sum(0, first)}px`;
    below.style.height = `${sum(last, entries.length)}px`;
  }

  /** Where the rows begin that fill this height above the row, and where those end that fill it from there on. */
  function up(index, height) {
    while (index > 0 && height > 0) height -= heightOf(entries[--index]);
    return index;
  }

  function down(index, height) {
    while (index < entries.length && height > 0) height -= heightOf(entries[index++]);
    return index;
  }

  function measure() {
    for (const [index, row] of [...list.children].entries()) {
      heights.set(row.key, row.getBoundingClientRect().height);
      if (entries.length <= WHOLE) continue;
      row.ariaSetSize = entries.length;
      row.ariaPosInSet = first + index + 1;
    }
  }

  function toEnd() {
    untilEnough(() => {
      draw(up(entries.length, box.clientHeight));
      box.scrollTop = box.scrollHeight;
    });
    atEnd = true;
  }

  /** Draws around the row and puts it `offset` below the top of the box. */
  function around(index, offset) {
    untilEnough(() => {
      draw(index);
      const row = list.children[index - first];
      if (row) box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - offset;
    });
  }

  function untilEnough(drawing) {
    for (let tries = 0; tries === 0 || (tries < TRIES && thin()); tries++) drawing();
  }

  /** Whether the view comes near to where rows are not drawn. */
  function thin() {
    const [frame, drawn] = [box.getBoundingClientRect(), list.getBoundingClientRect()];
    if (first > 0 && drawn.top > frame.top - NEAR) return true;
    return last < entries.length && drawn.bottom < frame.bottom + NEAR;
  }

  /** The rows that are seen, with their distance from the top of the box. */
  function seen() {
    const frame = box.getBoundingClientRect();
    return [...list.children]
      .map((row) => ({ key: row.key, frame: row.getBoundingClientRect() }))
      .filter((row) => row.frame.bottom > frame.top && row.frame.top < frame.bottom)
      .map(({ key, frame: { top } }) => ({ key, offset: top - frame.top }));
  }

  function keep(held) {
    const places = new Map(entries.map((entry, index) => [entry.key, index]));
    const anchor = held.find(({ key }) => places.has(key));
    if (anchor) around(places.get(anchor.key), anchor.offset);
    else toEnd();
  }

  function scrolled() {
    atEnd = last === entries.length && box.scrollHeight - box.scrollTop - box.clientHeight < END;
    if (!thin()) return;
    const [anchor] = seen();
    if (anchor) keep([anchor]);
    else around(guessed(box.scrollTop), 0);
  }

  /** The row that stands about there. */
  function guessed(height) {
    let [index, sum] = [0, 0];
    while (index < entries.length - 1 && sum < height) sum += heightOf(entries[index++]);
    return index;
  }

  function resized() {
    if (!entries.length) return;
    const held = atEnd ? [] : seen();
    if (box.clientWidth !== width) heights.clear();
    width = box.clientWidth;
    if (box.clientHeight) keep(held);
  }

  return {
    toEnd,
    /** `jump` goes to the end, as for another channel; else it stays at its end if it was there. */
    show(next, dressed, jump) {
      const held = jump || atEnd ? [] : seen();
      [entries, dress] = [next, dressed];
      keep(held);
    },
    /** Brings the row into the middle; false if there is none. */
    reveal(key) {
      const index = entries.findIndex((entry) => entry.key === key);
      if (index >= 0) around(index, box.clientHeight / 3);
      atEnd = false;
      return index >= 0;
    },
  };
}
