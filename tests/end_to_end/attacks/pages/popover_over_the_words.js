whenFirstShown(() => {
  const over = document.body.appendChild(cover());
  Object.assign(over.style, { inset: '0 0 auto 0', height: '45vh' });
  over.textContent = 'Your report has already been sent. Press any button to see it.';
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 450);
});
