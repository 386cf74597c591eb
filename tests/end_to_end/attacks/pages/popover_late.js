// When the card has been there for half a second and the person is about to press.
whenFirstShown(() => {
  const over = document.body.appendChild(cover());
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 480);
});
