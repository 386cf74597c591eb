// Over the card in the moment of the press itself, after the mouse has moved there.
const over = document.body.appendChild(cover());
over.popover = 'manual';
whenShown(() => {
  for (const type of ['pointerover', 'mousemove', 'pointermove']) {
    addEventListener(type, () => over.matches(':popover-open') || over.showPopover(), true);
  }
});
