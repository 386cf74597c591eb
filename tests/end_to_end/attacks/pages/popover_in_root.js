const root = document.body.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
whenFirstShown(() => {
  const over = root.appendChild(cover());
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 450);
});
