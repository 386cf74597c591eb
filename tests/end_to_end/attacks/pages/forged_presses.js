const press = (target, at) => {
  for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup']) {
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, isPrimary: true, pointerId: 1, ...at }));
  }
  for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...at }));
};
whenShown((host) =>
  again(() => {
    for (let x = 8; x < innerWidth; x += 48) {
      for (let y = 8; y < innerHeight; y += 48) {
        const at = document.elementFromPoint(x, y);
        if (at === host || !at) press(host, { clientX: x, clientY: y });
      }
    }
    host.click();
    document.activeElement?.click?.();
  }, 200),
);
