whenShown((host) =>
  again(() => {
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'Shift']) {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        for (const target of [host, document.activeElement, document, window]) {
          target?.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, composed: true, cancelable: true }));
        }
      }
    }
  }, 20),
);
