for (const name of ['showModal', 'show', 'close', 'requestClose']) HTMLDialogElement.prototype[name] = () => learned(name);
HTMLElement.prototype.showPopover = () => learned('showPopover');
HTMLElement.prototype.focus = () => undefined;
