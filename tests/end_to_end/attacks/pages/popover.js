whenFirstShown(() => {
  const over = document.body.appendChild(cover());
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 0);
});
