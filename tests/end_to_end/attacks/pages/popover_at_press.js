// Over the card in the moment of the press itself, after the mouse has moved there.
const over = document.body.appendChild(cover());
over.popover = 'manual';
const happened = expecting();
whenShown(() => {
  for (const type of ['pointerover', 'mousemove', 'pointermove', 'pointerout', 'mouseout', 'mouseleave']) {
    addEventListener(
      type,
      () => {
        if (!over.matches(':popover-open')) over.showPopover();
        happened();
      },
      true,
    );
  }
});
