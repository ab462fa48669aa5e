/** What time it is in the local Slack, whose clock may be ahead of this machine's. */

let ahead = 0;

/** Seconds since 1970. */
export const now = () => Date.now() / 1000 + ahead;

export function setNow(seconds) {
  ahead = seconds - Date.now() / 1000;
}
