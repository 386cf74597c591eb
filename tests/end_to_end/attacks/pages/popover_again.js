const over = document.body.appendChild(cover());
over.popover = 'manual';
whenShown(() =>
  again(() => {
    over.hidePopover();
    over.showPopover();
  }),
);
