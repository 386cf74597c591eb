/**
 * `make run` puts a code beside the extension: the trial profile is paired when it opens, and only then goes to the practice page. What a
 * person installs is built without this.
 */

/**
 * @param {Pick<import('./link.js').Link, 'connect' | 'pair'>} link
 * @param {Promise<unknown>} ready the background knows again what it knew
 */
export function listenToInstall(link, ready) {
  chrome.runtime.onInstalled?.addListener(async ({ reason }) => {
    await ready;
    const seed =
      reason === 'install' &&
      (await fetch(chrome.runtime.getURL('pairing.json')).then(
        (answer) => answer.json(),
        () => null,
      ));
    if (!seed) void link.connect();
    else if ((await link.pair(seed.code, seed.port)) === 'paired') await chrome.tabs.update({ url: seed.page });
  });
}
