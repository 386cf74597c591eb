whenFirstShown((host) =>
  setTimeout(() => {
    host.popover = 'manual';
    host.showPopover();
    host.hidePopover();
  }, 100),
);
