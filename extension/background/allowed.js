/**
 * Whether the browser lets us look at websites at all. Firefox leaves that to the person, and every browser lets them take it back: then
 * nothing is seen, and nothing must look as if it were.
 */

/** As in the manifest. */
export const SITES = { origins: ['<all_urls>'] };

export class Allowed {
  now = true;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** @param {(handle: () => void) => void} inTurn */
  listen(inTurn) {
    const { onAdded, onRemoved } = chrome.permissions;
    for (const event of [onAdded, onRemoved]) event.addListener(() => inTurn(() => void this.look()));
  }

  async look() {
    const before = this.now;
    this.now = await chrome.permissions.contains(SITES);
    if (this.now !== before) this.changed();
  }
}
