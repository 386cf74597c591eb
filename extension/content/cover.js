/** Leaving: at once nothing of the page can be seen any more, and then the tab is at a page that says nothing about anybody. */

const netcurtainCover = (() => {
  const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';
  const { stage, make, CARD } = netcurtainStyle;

  /** Nothing of the page can be seen any more. */
  function cover() {
    const { root } = stage(CARD);
    const dialog = make('dialog', { class: 'nc', closedby: 'none' }, make('div', { class: 'cover' }));
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    root.append(dialog);
    dialog.showModal();
  }

  /** Without being asked whether to stay. */
  function leave() {
    cover();
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
    window.location.replace(NEUTRAL_PAGE);
  }

  return { cover, leave };
})();
