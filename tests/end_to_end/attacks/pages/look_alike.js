// A card of the page's own, on top, a little higher: what looks like "Not now" lies over "Go on as it is".
whenFirstShown(() => {
  const over = document.body.appendChild(cover());
  over.textContent = '';
  for (let at = 0; at < 40; at += 1) over.append(Object.assign(document.createElement('p'), { textContent: 'Not now' }));
  over.popover = 'manual';
  setTimeout(() => over.showPopover(), 490);
});
