// No mouse to be seen, and another one somewhere else.
const style = document.head.appendChild(document.createElement('style'));
style.textContent = '* { cursor: none !important; }';
whenFirstShown(() => {
  const mouse = document.body.appendChild(cover());
  Object.assign(mouse.style, { width: '16px', height: '16px', left: '600px', top: '40px' });
  mouse.popover = 'manual';
  mouse.showPopover();
});
