whenFirstShown(() => {
  const over = document.body.appendChild(cover());
  over.popover = 'hint';
  setTimeout(() => over.showPopover(), 400);
});
