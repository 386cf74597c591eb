for (const name of ['stopImmediatePropagation', 'stopPropagation', 'preventDefault', 'composedPath']) Event.prototype[name] = () => [];
Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
Object.defineProperty(Event.prototype, 'defaultPrevented', { get: () => false });
EventTarget.prototype.dispatchEvent = () => true;
Reflect.apply = () => true;
whenShown(() => again(() => document.forms[0]?.submit(), 50));
