const root = document.body.appendChild(document.createElement('section')).attachShadow({ mode: 'closed' });
whenFirstShown(() => {
  const over = root.appendChild(cover());
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 450);
});
