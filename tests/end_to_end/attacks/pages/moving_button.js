// The button that the person wants follows the mouse over the card.
const over = document.body.appendChild(cover());
over.style.inset = 'auto';
over.style.width = '300px';
over.style.height = '80px';
over.popover = 'manual';
const happened = expecting();
let isUp = false;
addEventListener('mousemove', ({ clientX, clientY }) => {
  over.style.left = `${clientX - 150}px`;
  over.style.top = `${clientY - 40}px`;
  if (!over.matches(':popover-open')) over.showPopover();
  if (isUp) happened();
});
whenShown(() => {
  isUp = true;
  setTimeout(() => over.matches(':popover-open') || over.showPopover(), 400);
});
