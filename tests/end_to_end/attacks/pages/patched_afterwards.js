whenFirstShown(() =>
  setTimeout(() => {
    again(() => document.forms[0]?.submit(), 50);
    for (const name of ['stopImmediatePropagation', 'preventDefault', 'composedPath']) Event.prototype[name] = () => [];
    globalThis.Event = globalThis.CustomEvent = class {};
    EventTarget.prototype.addEventListener = EventTarget.prototype.removeEventListener = () => undefined;
    Reflect.apply = () => true;
  }, 100),
);
