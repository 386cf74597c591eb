const happened = expecting();
for (const type of ['toggle', 'beforetoggle', 'fullscreenchange', 'close', 'cancel']) {
  addEventListener(
    type,
    (event) => {
      event.stopImmediatePropagation();
      if (type === 'toggle') happened();
    },
    true,
  );
}
whenFirstShown(() => {
  const over = document.body.appendChild(cover());
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 450);
});
