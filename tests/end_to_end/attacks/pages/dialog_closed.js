// The page tries everything that closes a dialog on what it can reach.
whenShown((host) =>
  again(() => {
    for (const type of ['close', 'cancel', 'toggle', 'beforetoggle', 'command']) host.dispatchEvent(new Event(type, { bubbles: true, cancelable: true, composed: true }));
    try {
      const watcher = new CloseWatcher();
      watcher.requestClose();
      watcher.destroy();
    } catch {
      // Not in every browser.
    }
    for (const name of ['close', 'requestClose']) HTMLDialogElement.prototype[name]?.call(document.createElement('dialog'));
  }, 20),
);
