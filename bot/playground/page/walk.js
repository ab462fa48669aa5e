/** Going from message to message with the arrow keys, from the message itself or a button or link in it. */

export function walkable(log) {
  log.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest(".message");
    if (!step || event.defaultPrevented || !(event.target === log || event.target === row || event.target.matches("button, a"))) return;
    const rows = [...log.querySelectorAll(".message")];
    const next = row ? rows[rows.indexOf(row) + step] : lastSeen(log, rows);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
}

function lastSeen(log, rows) {
  const { bottom } = log.getBoundingClientRect();
  return rows.findLast((row) => row.getBoundingClientRect().top < bottom);
}
