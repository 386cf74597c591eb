/** The quiet line at the edge of the page: at arrival on a sensitive form, and after a form has gone. It holds nothing and asks nothing. */

const netcurtainLine = (() => {
  const { stage, make, LINE } = netcurtainStyle;
  /** @type {HTMLElement | null} */
  let host = null;
  let arrivalHidden = false;
  let shown = '';
  let isArrival = false;

  /** @param {string} text @param {string[]} more */
  function show(text, more) {
    const words = JSON.stringify([text, more]);
    if (words === shown && host?.isConnected) return;
    hide();
    shown = words;
    const staged = stage(LINE);
    host = staged.host;
    const close = make('button', { class: 'plain', type: 'button' }, chrome.i18n.getMessage('line_close'));
    close.addEventListener('click', () => {
      arrivalHidden = true;
      hide();
    });
    const row = make('div', { class: 'row' }, make('p', {}, text), close);
    const said = { lang: chrome.i18n.getMessage('language'), dir: chrome.i18n.getMessage('@@bidi_dir') };
    const box = make('div', { class: 'nc line', role: 'status', popover: 'manual', ...said }, row);
    if (more.length) {
      const which = make('summary', {}, chrome.i18n.getMessage('line_which'));
      box.append(make('details', {}, which, ...more.map((line) => make('p', { class: 'soft' }, line))));
    }
    staged.root.append(box);
    box.showPopover();
  }

  function hide() {
    host?.remove();
    host = null;
    shown = '';
    isArrival = false;
  }

  /** @param {import('../common/messages.js').CardWords} words */
  function arrival(words) {
    if (arrivalHidden || !netcurtainDocument.root()) return;
    show(words.arrival ?? '', words.told ?? []);
    isArrival = true;
  }

  /** The person says that nothing here is sensitive. What is said of a form that has gone stays. */
  function endArrival() {
    if (isArrival) hide();
  }

  /** @param {string} text */
  const say = (text) => show(text, []);

  return { arrival, endArrival, say, hide };
})();
