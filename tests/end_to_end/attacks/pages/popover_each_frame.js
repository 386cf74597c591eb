const over = document.body.appendChild(cover());
over.popover = 'manual';
whenShown(() =>
  eachFrame(() => {
    over.hidePopover();
    over.showPopover();
  }),
);
