// Where the mouse is pressed on the card tells which choice it was, to whoever hears of it.
let mine = null;
whenShown((host) => (mine = host));
for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup', 'pointermove', 'mousemove', 'focusin', 'focusout']) {
  addEventListener(
    type,
    (event) => {
      if (mine && event.target === mine && event.isTrusted && /^(pointer|mouse)?(down|up)$|click/.test(type)) learned(`${type} ${event.clientX} ${event.clientY}`);
    },
    true,
  );
}
