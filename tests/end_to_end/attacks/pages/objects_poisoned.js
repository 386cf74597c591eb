// What stands in the prototype of all objects is read where a function takes an object of options.
whenFirstShown(() =>
  setTimeout(() => {
    again(() => document.forms[0]?.submit(), 50);
    for (const name of ['once', 'passive', 'signal', 'detail', 'bubbles', 'cancelable', 'composed', 'submitter', 'capture']) {
      Object.defineProperty(Object.prototype, name, { get: () => false, set: () => undefined, configurable: true });
    }
    Array.prototype[Symbol.iterator] = function* () {};
  }, 100),
);
