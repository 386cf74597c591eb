// A thousand small popovers that open and close: each asks for the card to be raised.
const small = Array.from({ length: 50 }, () => {
  const one = document.body.appendChild(document.createElement('i'));
  one.popover = 'manual';
  return one;
});
whenShown(() => again(() => small.forEach((one) => one.togglePopover()), 10));
